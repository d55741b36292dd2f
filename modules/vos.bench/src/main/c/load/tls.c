#define _GNU_SOURCE
#include "tls.h"

#include "link.h"

#include <errno.h>

#ifdef VOS_TLS
#include <openssl/ssl.h>
#include <pthread.h>

const bool link_has_tls = true;

static SSL_CTX *context;

static void make_context(void) {
    context = SSL_CTX_new(TLS_client_method());
    if (context != NULL) {
        SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION);
        SSL_CTX_set_verify(context, SSL_VERIFY_NONE, NULL);
        /* One read of the socket gives many records, where it would give five bytes of one otherwise. */
        SSL_CTX_set_read_ahead(context, 1);
        SSL_CTX_set_default_read_buffer_len(context, 256 * 1024);
        /* What could not be written is tried again from where it stands, which may be another place. */
        SSL_CTX_set_mode(context, SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_ENABLE_PARTIAL_WRITE);
    }
}

void *tls_new(int fd) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, make_context);
    SSL *tls = context == NULL ? NULL : SSL_new(context);
    if (tls == NULL || SSL_set_fd(tls, fd) != 1) {
        errno = ENOMEM;
        return NULL;
    }
    SSL_set_connect_state(tls);
    return tls;
}

/* What an operation has come to, in the words of read(2). */
static ssize_t outcome(SSL *tls, int result, size_t length) {
    int system = errno;
    if (result == 1) {
        return (ssize_t) length;
    }
    switch (SSL_get_error(tls, result)) {
        case SSL_ERROR_ZERO_RETURN:
            return 0;
        case SSL_ERROR_WANT_READ:
        case SSL_ERROR_WANT_WRITE:
            errno = EAGAIN;
            return -1;
        case SSL_ERROR_SYSCALL:
            errno = system != 0 ? system : EPROTO;
            return -1;
        default:
            errno = EPROTO;
            return -1;
    }
}

int tls_handshake(void *tls) {
    errno = 0;
    int result = SSL_do_handshake(tls);
    return outcome(tls, result, 0) < 0 ? -1 : 0;
}

ssize_t tls_read(void *tls, void *bytes, size_t room) {
    size_t length = 0;
    errno = 0;
    int result = SSL_read_ex(tls, bytes, room, &length);
    return outcome(tls, result, length);
}

ssize_t tls_write(void *tls, const void *bytes, size_t length) {
    size_t written = 0;
    errno = 0;
    int result = SSL_write_ex(tls, bytes, length, &written);
    return outcome(tls, result, written);
}

int tls_end(void *tls) {
    return SSL_shutdown(tls) < 0 ? -1 : 0;
}

bool tls_holds_bytes(void *tls) {
    return SSL_has_pending(tls) == 1;
}

void tls_free(void *tls) {
    SSL_free(tls);
}
#else
const bool link_has_tls = false;

static int missing(void) {
    errno = EPROTONOSUPPORT;
    return -1;
}

void *tls_new(int fd) {
    (void) fd, missing();
    return NULL;
}

int tls_handshake(void *tls) {
    (void) tls;
    return missing();
}

ssize_t tls_read(void *tls, void *bytes, size_t room) {
    (void) tls, (void) bytes, (void) room;
    return missing();
}

ssize_t tls_write(void *tls, const void *bytes, size_t length) {
    (void) tls, (void) bytes, (void) length;
    return missing();
}

int tls_end(void *tls) {
    (void) tls;
    return missing();
}

bool tls_holds_bytes(void *tls) {
    (void) tls;
    return false;
}

void tls_free(void *tls) {
    (void) tls;
}
#endif
