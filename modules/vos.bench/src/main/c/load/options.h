#ifndef OPTIONS_H
#define OPTIONS_H

#include <netinet/in.h>
#include <stdbool.h>
#include <stdint.h>

struct options;
struct protocol;
struct result;

/* One kind of work: its name, the keys that it needs, and what does it. */
struct work {
    const char *name;
    const char *keys;
    void (*run)(const struct options *, struct result *);
};

/* What the command line says. Numbers that the work does not need are 0. */
struct options {
    const struct protocol *protocol;
    const struct work *work;
    const char *host;
    struct sockaddr_in server;
    const char *name;
    const char *user, *password;
    int64_t bytes, streams, count, connections, concurrency, millis;
    struct in_addr from; /* the source address, or 0.0.0.0: any */
    bool tls;
};

/* Ends the program with 2 and the usage when the command line is none. `works` ends with one without a name. */
struct options options_of(int count, char **arguments, const struct work *works);

#endif
