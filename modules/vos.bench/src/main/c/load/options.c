#define _GNU_SOURCE
#include "options.h"

#include "link.h"
#include "protocol.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static const char usage[] =
    "usage: vos-load PROTOCOL HOST PORT WORK [key=value ...]\n"
    "\n"
    "  PROTOCOL  raw (vos-floor), ftp, mini-ftp, mini-ftp-published, file-sharing, orchestration\n"
    "  WORK      down        name=N bytes=B streams=S       S connections fetch N at once, which has B bytes\n"
    "            up          name=N bytes=B streams=S       S connections store B bytes at once, as N.0, N.1, ...\n"
    "            files-down  name=P count=C bytes=B         one connection fetches P0, P1, ... of B bytes each\n"
    "            files-up    name=P count=C bytes=B         one connection stores them\n"
    "            commands    connections=N millis=T         each sends a command, waits for its answer, and again\n"
    "            connects    concurrency=N millis=T         connect, log in, one command, goodbye, again and again\n"
    "            idle        connections=N                  opens N, says \"ready\", holds them until its input ends\n"
    "  always    user=U password=P (of ftp and orchestration; anonymous and x), from=ADDRESS (the source), tls=1\n";

static _Noreturn void refuse(const char *format, ...) {
    va_list values;
    va_start(values, format);
    fprintf(stderr, "vos-load: ");
    vfprintf(stderr, format, values);
    fprintf(stderr, "; --help tells the usage\n");
    va_end(values);
    exit(2);
}

/* The keys: where their values go, and whether they may be given for every work. */
static const struct key {
    const char *name;
    size_t place;
    enum { NUMBER, TEXT, ADDRESS, FLAG } kind;
    bool always;
} keys[] = {
    {"name", offsetof(struct options, name), TEXT, false},
    {"bytes", offsetof(struct options, bytes), NUMBER, false},
    {"streams", offsetof(struct options, streams), NUMBER, false},
    {"count", offsetof(struct options, count), NUMBER, false},
    {"connections", offsetof(struct options, connections), NUMBER, false},
    {"concurrency", offsetof(struct options, concurrency), NUMBER, false},
    {"millis", offsetof(struct options, millis), NUMBER, false},
    {"user", offsetof(struct options, user), TEXT, true},
    {"password", offsetof(struct options, password), TEXT, true},
    {"from", offsetof(struct options, from), ADDRESS, true},
    {"tls", offsetof(struct options, tls), FLAG, true},
};

/* Whether `word` is one of the words in `list`, which have spaces between them. */
static bool among(const char *list, const char *word, size_t length) {
    for (const char *at = list; at != NULL; at = strchr(at, ' ')) {
        at += *at == ' ';
        if (strncmp(at, word, length) == 0 && (at[length] == ' ' || at[length] == '\0')) {
            return true;
        }
    }
    return false;
}

static int64_t number(const char *name, const char *text) {
    char *end;
    errno = 0;
    long long value = strtoll(text, &end, 10);
    /* A file may be empty; nothing else that is counted here may be. */
    long long least = strcmp(name, "bytes") == 0 ? 0 : 1;
    if (errno != 0 || end == text || *end != '\0' || value < least) {
        refuse("%s: \"%s\" is no number of %lld or more", name, text, least);
    }
    return value;
}

static void set(struct options *options, const struct key *key, const char *value) {
    void *place = (char *) options + key->place;
    switch (key->kind) {
        case NUMBER:
            *(int64_t *) place = number(key->name, value);
            break;
        case TEXT:
            *(const char **) place = value;
            break;
        case ADDRESS:
            if (inet_pton(AF_INET, value, place) != 1) {
                refuse("%s=%s is no IPv4 address", key->name, value);
            }
            break;
        case FLAG:
            *(bool *) place = strcmp(value, "1") == 0;
            break;
    }
}

/* Takes one key=value, and notes in `given` that it was there. */
static void take(struct options *options, const char *argument, bool *given) {
    size_t length = strcspn(argument, "=");
    for (size_t i = 0; argument[length] == '=' && i < sizeof keys / sizeof keys[0]; i++) {
        bool fits = strlen(keys[i].name) == length && strncmp(keys[i].name, argument, length) == 0;
        if (fits && (keys[i].always || among(options->work->keys, argument, length))) {
            set(options, &keys[i], argument + length + 1);
            given[i] = true;
            return;
        }
    }
    refuse("\"%s\" is not for %s", argument, options->work->name);
}

static struct sockaddr_in resolve(const char *host, const char *port) {
    struct addrinfo wanted = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM};
    struct addrinfo *found;
    if (number("the port", port) > UINT16_MAX) {
        refuse("%s is no port", port);
    }
    int error = getaddrinfo(host, port, &wanted, &found);
    if (error != 0) {
        refuse("%s port %s is no address: %s", host, port, gai_strerror(error));
    }
    struct sockaddr_in address;
    memcpy(&address, found->ai_addr, sizeof address);
    freeaddrinfo(found);
    return address;
}

static void check(const struct options *options, const bool *given) {
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if (!given[i] && among(options->work->keys, keys[i].name, strlen(keys[i].name))) {
            refuse("%s needs %s=", options->work->name, keys[i].name);
        }
    }
    if (options->tls && options->protocol->no_tls) {
        refuse("%s is not spoken through TLS here", options->protocol->name);
    }
    if (options->tls && !link_has_tls) {
        refuse("tls=1, but this one was compiled without -DVOS_TLS -lssl -lcrypto");
    }
    if (options->protocol->one_request && strcmp(options->work->name, "commands") == 0) {
        refuse("%s has no commands: a connection carries one request", options->protocol->name);
    }
}

struct options options_of(int count, char **arguments, const struct work *works) {
    bool given[sizeof keys / sizeof keys[0]] = {false};
    if (count < 2 || strcmp(arguments[1], "--help") == 0) {
        fputs(usage, count < 2 ? stderr : stdout);
        exit(count < 2 ? 2 : 0);
    }
    if (count < 5) {
        refuse("there is no protocol, host, port and work");
    }
    struct options options = {
        .protocol = protocol_named(arguments[1]), .work = works, .host = arguments[2],
        .user = "anonymous", .password = "x"};
    if (options.protocol == NULL) {
        refuse("\"%s\" is no protocol", arguments[1]);
    }
    while (options.work->name != NULL && strcmp(options.work->name, arguments[4]) != 0) {
        options.work++;
    }
    if (options.work->name == NULL) {
        refuse("\"%s\" is no work", arguments[4]);
    }
    for (int i = 5; i < count; i++) {
        take(&options, arguments[i], given);
    }
    check(&options, given);
    options.server = resolve(arguments[2], arguments[3]);
    return options;
}
