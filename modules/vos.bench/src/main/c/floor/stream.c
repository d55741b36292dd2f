#define _GNU_SOURCE
#include "stream.h"

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <unistd.h>

#ifdef VOS_TLS
#include <openssl/ssl.h>

static SSL_CTX *context;

void stream_use_tls(const char *files) {
    char *certificate = strdup(files);
    char *comma = certificate == NULL ? NULL : strchr(certificate, ',');
    if (comma == NULL) {
        fprintf(stderr, "vos-floor: tls=%s is not CERT.pem,KEY.pem\n", files);
        exit(2);
    }
    *comma = '\0';
    context = SSL_CTX_new(TLS_server_method());
    if (context == NULL || SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION) != 1
            || SSL_CTX_use_certificate_chain_file(context, certificate) != 1
            || SSL_CTX_use_PrivateKey_file(context, comma + 1, SSL_FILETYPE_PEM) != 1) {
        fprintf(stderr, "vos-floor: %s and %s are not a certificate and its key in PEM form\n", certificate, comma + 1);
        exit(2);
    }
    free(certificate);
    /* As VOS does [COM-11.4]: a ticket comes unasked, and would be found unread when the client has closed. */
    SSL_CTX_set_num_tickets(context, 0);
    /* One read of the socket gives many records, where it would give five bytes of one otherwise. */
    SSL_CTX_set_read_ahead(context, 1);
    SSL_CTX_set_default_read_buffer_len(context, 256 * 1024);
}

static bool tls_open(struct stream *stream) {
    if (context == NULL) {
        return true;
    }
    stream->tls = SSL_new(context);
    return stream->tls != NULL && SSL_set_fd(stream->tls, stream->fd) == 1 && SSL_accept(stream->tls) == 1;
}

static void tls_close(struct stream *stream) {
    if (stream->tls != NULL) {
        SSL_shutdown(stream->tls);
        SSL_free(stream->tls);
    }
}

static ssize_t tls_read(struct stream *stream, char *bytes, size_t room) {
    size_t length;
    return SSL_read_ex(stream->tls, bytes, room, &length) == 1 ? (ssize_t) length : 0;
}

static ssize_t tls_write(struct stream *stream, const char *bytes, size_t length) {
    size_t written;
    return SSL_write_ex(stream->tls, bytes, length, &written) == 1 ? (ssize_t) written : -1;
}
#else
void stream_use_tls(const char *files) {
    fprintf(stderr, "vos-floor: tls=%s, but this one was compiled without -DVOS_TLS -lssl -lcrypto\n", files);
    exit(2);
}

static bool tls_open(struct stream *stream) {
    return stream->tls == NULL;
}

static void tls_close(struct stream *stream) {
    (void) stream;
}

static ssize_t tls_read(struct stream *stream, char *bytes, size_t room) {
    (void) stream, (void) bytes, (void) room;
    return 0;
}

static ssize_t tls_write(struct stream *stream, const char *bytes, size_t length) {
    (void) stream, (void) bytes, (void) length;
    return -1;
}
#endif

bool stream_open(struct stream *stream, int fd) {
    *stream = (struct stream) {.fd = fd};
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &(int) {1}, sizeof(int));
    return tls_open(stream);
}

void stream_close(struct stream *stream) {
    tls_close(stream);
    close(stream->fd);
}

/* What the socket gives next; 0 when that is nothing any more. */
static size_t receive(struct stream *stream, char *bytes, size_t room) {
    ssize_t length;
    do {
        length = stream->tls != NULL ? tls_read(stream, bytes, room) : read(stream->fd, bytes, room);
    } while (length < 0 && errno == EINTR);
    return length < 0 ? 0 : (size_t) length;
}

char *stream_line(struct stream *stream) {
    for (;;) {
        char *line = stream->buffer + stream->from;
        char *end = memchr(line, '\n', stream->to - stream->from);
        if (end != NULL) {
            *end = '\0';
            stream->from = (size_t) (end + 1 - stream->buffer);
            return line;
        }
        memmove(stream->buffer, line, stream->to - stream->from);
        stream->to -= stream->from;
        stream->from = 0;
        size_t length = receive(stream, stream->buffer + stream->to, sizeof stream->buffer - stream->to);
        if (length == 0) {
            return NULL;
        }
        stream->to += length;
    }
}

size_t stream_read(struct stream *stream, char *bytes, size_t room) {
    size_t kept = stream->to - stream->from;
    if (kept == 0) {
        return receive(stream, bytes, room);
    }
    size_t length = kept < room ? kept : room;
    memcpy(bytes, stream->buffer + stream->from, length);
    stream->from += length;
    return length;
}

bool stream_write(struct stream *stream, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t written = stream->tls != NULL ? tls_write(stream, bytes, length) : write(stream->fd, bytes, length);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        bytes += written;
        length -= (size_t) written;
    }
    return true;
}

/* What cannot be sent by the kernel is encrypted from where the kernel has it: no read copies it before. */
static bool send_mapped(struct stream *stream, int file, int64_t size) {
    if (size == 0) {
        return true;
    }
    char *bytes = mmap(NULL, (size_t) size, PROT_READ, MAP_SHARED | MAP_POPULATE, file, 0);
    if (bytes == MAP_FAILED) {
        return false;
    }
    bool sent = stream_write(stream, bytes, (size_t) size);
    munmap(bytes, (size_t) size);
    return sent;
}

bool stream_send_file(struct stream *stream, int file, int64_t size) {
    if (stream->tls != NULL) {
        return send_mapped(stream, file, size);
    }
    while (size > 0) {
        ssize_t sent = sendfile(stream->fd, file, NULL, (size_t) size);
        if (sent < 0 && errno == EINTR) {
            continue;
        }
        if (sent <= 0) {
            return false;
        }
        size -= sent;
    }
    return true;
}
