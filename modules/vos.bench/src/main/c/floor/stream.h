#ifndef STREAM_H
#define STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/*
 * A connection with a client: plain TCP, or TLS 1.3 on it. Lines are read through a buffer; what stands in it behind a
 * line is the beginning of what follows the line.
 *
 * A stream belongs to the thread that serves it.
 */
struct stream {
    int fd;
    void *tls; /* NULL: plain TCP */
    size_t from, to;
    char buffer[4096];
};

/* The certificate and the key of all further streams, as CERT.pem,KEY.pem. Ends the program if they are no good. */
void stream_use_tls(const char *files);

/* Takes over a connection that was accepted. */
bool stream_open(struct stream *stream, int fd);
void stream_close(struct stream *stream);

/* The next line without its LF, or NULL when there is none, or none that fits into the buffer. */
char *stream_line(struct stream *stream);

/* Up to so many bytes; 0 when the client has ended or is gone. */
size_t stream_read(struct stream *stream, char *bytes, size_t room);

/* Both send all that they are given, or say no. */
bool stream_write(struct stream *stream, const char *bytes, size_t length);
bool stream_send_file(struct stream *stream, int file, int64_t size);

#endif
