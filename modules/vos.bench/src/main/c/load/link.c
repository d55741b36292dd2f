#define _GNU_SOURCE
#include "link.h"

#include "tls.h"

#include <errno.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

enum { DISCARDED_AT_ONCE = 1024 * 1024 };

static int prepare(int fd, struct in_addr from, bool waits) {
    const int yes = 1;
    if (setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes) < 0) {
        return -1;
    }
    if (waits) {
        struct timeval patience = {.tv_sec = PATIENCE_SECONDS};
        if (setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience) < 0
                || setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience) < 0) {
            return -1;
        }
    }
    if (from.s_addr == INADDR_ANY) {
        return 0;
    }
    /* The port is chosen when the server is known, so that one port serves for connections to many. */
    struct sockaddr_in source = {.sin_family = AF_INET, .sin_addr = from};
    if (setsockopt(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes) < 0) {
        return -1;
    }
    return bind(fd, (struct sockaddr *) &source, sizeof source);
}

int link_dial(struct link *link, struct sockaddr_in server, struct in_addr from, bool waits) {
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | (waits ? 0 : SOCK_NONBLOCK), 0);
    if (fd < 0) {
        return -1;
    }
    *link = (struct link) {.fd = fd, .waits = waits};
    if (prepare(fd, from, waits) < 0) {
        return -1;
    }
    int connected = connect(fd, (struct sockaddr *) &server, sizeof server);
    if (connected < 0 && errno == EINPROGRESS && waits) {
        errno = EAGAIN; /* it has waited */
    }
    return connected;
}

int link_encrypt(struct link *link) {
    link->tls = tls_new(link->fd);
    return link->tls == NULL || (link->waits && tls_handshake(link->tls) < 0) ? -1 : 0;
}

ssize_t link_read(struct link *link, void *bytes, size_t room) {
    if (link->tls != NULL) {
        return tls_read(link->tls, bytes, room);
    }
    ssize_t length;
    do {
        length = recv(link->fd, bytes, room, 0);
    } while (length < 0 && errno == EINTR);
    return length;
}

ssize_t link_discard(struct link *link, int64_t length) {
    static _Thread_local char scratch[DISCARDED_AT_ONCE];
    size_t at_once = length < DISCARDED_AT_ONCE ? (size_t) length : DISCARDED_AT_ONCE;
    if (link->tls != NULL) {
        return tls_read(link->tls, scratch, at_once);
    }
    ssize_t discarded;
    do {
        discarded = recv(link->fd, scratch, at_once, MSG_TRUNC); /* TCP copies nothing then, see tcp(7) */
    } while (discarded < 0 && errno == EINTR);
    return discarded;
}

ssize_t link_write(struct link *link, const void *bytes, size_t length, bool more) {
    if (link->tls != NULL) {
        return tls_write(link->tls, bytes, length);
    }
    ssize_t written;
    do {
        written = send(link->fd, bytes, length, more ? MSG_MORE : 0);
    } while (written < 0 && errno == EINTR);
    return written;
}

int link_half_close(struct link *link) {
    return link->tls != NULL ? tls_end(link->tls) : shutdown(link->fd, SHUT_WR);
}

bool link_holds_bytes(const struct link *link) {
    return link->tls != NULL && tls_holds_bytes(link->tls);
}

void link_close(struct link *link) {
    if (link->tls != NULL) {
        tls_free(link->tls);
        link->tls = NULL;
    }
    close(link->fd);
}
