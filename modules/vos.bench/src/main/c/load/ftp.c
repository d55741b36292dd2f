/*
 * FTP (RFC 959): binary files over passive data connections. A download is over when the data connection ends, and the
 * server says so once more on the control connection.
 */
#define _GNU_SOURCE
#include "session.h"

#include "options.h"

#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * The code of the next reply, or 0 when it has not come whole. One of several lines ends with a line that begins with
 * the code and a space. `last`, if it is wanted, is that line.
 */
static int reply(struct session *session, char **last) {
    for (;;) {
        char *line = session_line(session);
        if (line == NULL) {
            return 0;
        }
        bool coded = isdigit((unsigned char) line[0]) && isdigit((unsigned char) line[1])
            && isdigit((unsigned char) line[2]);
        if (coded && (line[3] == ' ' || line[3] == '\r' || line[3] == '\0')) {
            if (last != NULL) {
                *last = line;
            }
            int code = atoi(line);
            if (code >= 400) {
                session_fail(session, "the server said \"%s\"", line);
            }
            return code;
        }
        if (!coded && session->messages == 0) {
            session_fail(session, "\"%s\" is no reply of FTP", line);
        }
        session->messages++;
    }
}

/* Any reply but a refusal: a login is completed, or goes on. */
static bool welcome(struct session *session) {
    return reply(session, NULL) != 0;
}

static bool completed(struct session *session) {
    int code = reply(session, NULL);
    if (code / 100 == 1) {
        session_fail(session, "a reply %d where one of the 200s should be", code);
    }
    return code != 0;
}

/* The transfer begins; nothing is told of its end. */
static bool beginning(struct session *session) {
    int code = reply(session, NULL);
    if (code != 0 && code / 100 != 1) {
        session_fail(session, "a reply %d where one of the 100s should be", code);
    }
    return code != 0;
}

/* Only the port is taken: the host is the one that we know. */
static bool passive(struct session *session) {
    char *line;
    int high, low;
    if (reply(session, &line) == 0) {
        return false;
    }
    char *numbers = strpbrk(line + 3, "0123456789");
    if (numbers == NULL || sscanf(numbers, "%*d,%*d,%*d,%*d,%d,%d", &high, &low) != 2) {
        session_fail(session, "\"%s\" tells no port", line);
    }
    session->told = high * 256 + low;
    return true;
}

/* Opens a data connection, and asks for what is to pass on it. */
static struct link transfer(struct session *session, const char *name, const char *request) {
    struct link data;
    session->name = name;
    session_converse(session, (struct turn) {"PASV\r\n", passive});
    struct sockaddr_in server = session->options->server;
    server.sin_port = htons((uint16_t) session->told);
    if (link_dial(&data, server, session->options->from, true) < 0) {
        session_fail_errno(session, "connecting for data");
    }
    session_converse(session, (struct turn) {request, beginning});
    return data;
}

static void fetch(struct session *session, const char *name, int64_t size) {
    struct link data = transfer(session, name, "RETR %n\r\n");
    int64_t received = 0;
    ssize_t length;
    while ((length = link_discard(&data, INT64_MAX)) > 0) {
        received += length;
    }
    if (length < 0) {
        session_fail_errno(session, "receiving a file");
    }
    link_close(&data);
    session_converse(session, (struct turn) {NULL, completed});
    if (received != size) {
        session_fail(session, "\"%s\" should have %" PRId64 " bytes, and %" PRId64 " came", name, size, received);
    }
}

static void store(struct session *session, const char *name, int64_t size) {
    struct link data = transfer(session, name, "STOR %n\r\n");
    session_send_body(session, &data, size, false);
    link_close(&data);
    session_converse(session, (struct turn) {NULL, completed});
}

const struct protocol ftp = {
    .name = "ftp",
    .greeting = (const struct turn[]) {
        {NULL, welcome}, {"USER %u\r\n", welcome}, {"PASS %p\r\n", welcome}, {"TYPE I\r\n", completed}, {0}},
    .command = {"PWD\r\n", completed},
    .goodbye = "QUIT\r\n",
    .no_tls = true,
    .fetch = fetch,
    .store = store,
};
