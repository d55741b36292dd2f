#ifndef PROTOCOL_H
#define PROTOCOL_H

#include <stdbool.h>
#include <stdint.h>

struct session;

/*
 * One turn of a conversation: what the client says, and how it knows that it has heard the answer.
 *
 * `say` is text in which %u stands for the user, %p for the password, %n and %z for the name and the size of a file,
 * and %t for the token of the connection; NULL where the server speaks unasked. `heard` looks at what has come so far
 * and says whether that is the whole answer, which it takes out then. It may be asked again and again, whenever more
 * has come: a turn neither knows nor cares who waits for the socket, and how.
 */
struct turn {
    const char *say;
    bool (*heard)(struct session *session);
};

/*
 * A protocol, as a table. What says little is turns, so that a thousand conversations can be held by one thread; what
 * moves files are functions that wait.
 */
struct protocol {
    const char *name;
    const struct turn *greeting; /* all that comes before the first command, log-in included; ends with {0} */
    struct turn command;         /* the cheapest that does something */
    const char *goodbye;         /* NULL: nothing needs to be said */
    bool stays_open;             /* the server does not hang up after the goodbye */
    bool one_request;            /* a connection carries one request */
    bool no_tls;
    void (*fetch)(struct session *session, const char *name, int64_t size); /* and throw it away */
    void (*store)(struct session *session, const char *name, int64_t size);
};

extern const struct protocol raw, ftp, mini_ftp, mini_ftp_published, file_sharing, orchestration;

/* The protocol of that name, or NULL. */
const struct protocol *protocol_named(const char *name);

#endif
