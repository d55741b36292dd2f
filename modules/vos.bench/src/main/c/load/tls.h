#ifndef TLS_H
#define TLS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/*
 * TLS 1.3 on a socket. The server's certificate is not looked at: it is the work that is measured, on the own machine.
 * Failures are told as read(2) and write(2) do; EPROTO is one of TLS itself. Without -DVOS_TLS there is none.
 */
void *tls_new(int fd);
int tls_handshake(void *tls);
ssize_t tls_read(void *tls, void *bytes, size_t room);
ssize_t tls_write(void *tls, const void *bytes, size_t length);
int tls_end(void *tls);
bool tls_holds_bytes(void *tls);
void tls_free(void *tls);

#endif
