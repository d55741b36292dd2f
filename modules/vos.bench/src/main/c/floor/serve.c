#define _GNU_SOURCE
#include "serve.h"

#include "stream.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK = 1024 * 1024 };

/* Says why not; the answer is the false that ends the connection. */
static bool refuse(struct stream *stream, const char *name, const char *why) {
    char sentence[512];
    snprintf(sentence, sizeof sentence, "cannot serve \"%.256s\": %s\n", name, why);
    stream_write(stream, sentence, strlen(sentence));
    return false;
}

/* A name is one of the root itself: whoever can reach this port may not reach the rest of the disk. */
static int open_in(int root, const char *name, int how) {
    if (strchr(name, '/') != NULL) {
        errno = EACCES;
        return -1;
    }
    return openat(root, name, how | O_NOFOLLOW | O_CLOEXEC, 0644);
}

static bool get(struct stream *stream, int root, const char *name) {
    struct stat status;
    int file = open_in(root, name, O_RDONLY);
    if (file < 0 || fstat(file, &status) < 0) {
        return refuse(stream, name, strerror(errno));
    }
    char size[24];
    int length = snprintf(size, sizeof size, "%" PRId64 "\n", (int64_t) status.st_size);
    bool sent = stream_write(stream, size, (size_t) length) && stream_send_file(stream, file, status.st_size);
    close(file);
    return sent;
}

static bool write_all(int file, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t written = write(file, bytes, length);
        if (written < 0) {
            return false;
        }
        bytes += written;
        length -= (size_t) written;
    }
    return true;
}

static bool store(struct stream *stream, int file, const char *name, int64_t size) {
    char *block = malloc(BLOCK);
    if (block == NULL) {
        return refuse(stream, name, "there is no memory left");
    }
    bool stored = true;
    while (stored && size > 0) {
        size_t length = stream_read(stream, block, size < BLOCK ? (size_t) size : BLOCK);
        stored = length > 0 && write_all(file, block, length);
        size -= (int64_t) length;
    }
    free(block);
    return stored;
}

/* `request` is the name, a space and the size. */
static bool put(struct stream *stream, int root, char *request) {
    char *space = strrchr(request, ' ');
    if (space == NULL) {
        return refuse(stream, request, "no size was told");
    }
    *space = '\0';
    int file = open_in(root, request, O_WRONLY | O_CREAT | O_TRUNC);
    if (file < 0) {
        return refuse(stream, request, strerror(errno));
    }
    bool stored = store(stream, file, request, strtoll(space + 1, NULL, 10));
    if (close(file) < 0 || !stored) {
        return refuse(stream, request, "the file did not come whole, or could not be written");
    }
    return stream_write(stream, "ok\n", 3);
}

/* Whether the client may go on. */
static bool obey(struct stream *stream, int root, char *line) {
    if (strcmp(line, "NOP") == 0) {
        return stream_write(stream, "ok\n", 3);
    }
    if (strncmp(line, "GET ", 4) == 0) {
        return get(stream, root, line + 4);
    }
    if (strncmp(line, "PUT ", 4) == 0) {
        return put(stream, root, line + 4);
    }
    return strcmp(line, "BYE") == 0 ? false : refuse(stream, line, "there is no such command");
}

void serve(int root, int connection) {
    struct stream stream;
    bool going = stream_open(&stream, connection);
    while (going) {
        char *line = stream_line(&stream);
        going = line != NULL && obey(&stream, root, line);
    }
    stream_close(&stream);
}
