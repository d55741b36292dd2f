#ifndef LINK_H
#define LINK_H

#include <netinet/in.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* How long a server may keep us waiting. */
enum { PATIENCE_SECONDS = 30 };

/*
 * One TCP connection to a server, or TLS 1.3 on it. A link that waits does so for PATIENCE_SECONDS; one that does not
 * answers EAGAIN where it would have to. Functions that fail say so by -1 and errno, as read(2) and write(2) do.
 */
struct link {
    int fd;
    void *tls; /* NULL: plain TCP */
    bool waits;
};

/* Whether this program was compiled with TLS. */
extern const bool link_has_tls;

/* Connects. A link that does not wait may answer EINPROGRESS: the connection is there when it can be written to. */
int link_dial(struct link *link, struct sockaddr_in server, struct in_addr from, bool waits);

/* Speaks TLS from here on. If the link does not wait, the handshake is a part of the first reads and writes. */
int link_encrypt(struct link *link);

ssize_t link_read(struct link *link, void *bytes, size_t room);

/* Reads up to so many bytes and throws them away, where the kernel has them if it can be. */
ssize_t link_discard(struct link *link, int64_t length);

/* `more`: the rest follows at once, so that the kernel may wait for it with what does not fill a segment. */
ssize_t link_write(struct link *link, const void *bytes, size_t length, bool more);

/* Tells the server that nothing more comes, and still reads. */
int link_half_close(struct link *link);

/* Whether bytes may have been taken from the socket that have not been read: epoll does not know of them. */
bool link_holds_bytes(const struct link *link);

/*
 * Closes. Whoever closes first keeps the connection in TIME_WAIT, and if that were us there would be no ports left
 * after some ten thousand: so wait for the server's end where many connections follow each other. A reset would leave
 * no TIME_WAIT at all, but it is no goodbye: a server has to treat it as a failure, and that is not what is measured.
 */
void link_close(struct link *link);

#endif
