#ifndef SESSION_H
#define SESSION_H

#include "link.h"
#include "protocol.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct options;

/*
 * A conversation with a server: its connection, what has been heard and not yet understood, and what the protocol
 * remembers. Each function ends the program, with a sentence that names the server, when something is wrong.
 *
 * A session belongs to one thread. It is small while nothing is heard: thousands are held at once.
 */
struct session {
    const struct options *options;
    const struct turn *turn; /* the one that is under way */
    struct link link;
    const char *name; /* the %n and %z of what is said */
    int64_t size;
    char token[11];   /* the %t, and what the protocol has been told: */
    int64_t told;     /* a size or a port */
    int messages;     /* how many messages of the answer have been heard */
    int64_t skip;     /* how many bytes of the answer are still to be thrown away */
    size_t out_from, out_to;
    char out[1024];   /* said, and not yet sent */
    size_t from, to;
    char in[8192];    /* heard, and not yet understood */
};

/* Connects. One that does not wait may not be there yet: then the answer is false. */
bool session_dial(struct session *session, const struct options *options, struct in_addr from, bool waits);

/* Connects and holds the greeting; waits for it. */
void session_open(struct session *session, const struct options *options);

/* Begins a turn: says what it says. It is over when session_heard. */
void session_begin(struct session *session, const struct turn *turn);
bool session_heard(struct session *session);

/* Takes what has come: its length, 0 at the end of the stream, -1 when nothing is there yet. Sends what is unsent. */
ssize_t session_receive(struct session *session);

/* Holds a whole turn; waits for it. */
void session_converse(struct session *session, struct turn turn);

/* Says goodbye, waits until the server has hung up, and closes. */
void session_leave(struct session *session);
void session_say(struct session *session, const char *text, bool more);

/* For protocols: what has been heard, as a line without its end, or NULL when it has not come yet. */
char *session_line(struct session *session);

/* Throws away the body of a file that stands next in the stream; sends one; sees that nothing comes but the end. */
void session_skip_body(struct session *session, int64_t size);
void session_send_body(struct session *session, struct link *link, int64_t size, bool more);
void session_expect_end(struct session *session);

/* Ends the program: the server has not done what the session is about. */
_Noreturn void session_fail(const struct session *session, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
_Noreturn void session_fail_errno(const struct session *session, const char *what);

#endif
