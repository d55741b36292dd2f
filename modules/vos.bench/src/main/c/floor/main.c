/*
 * vos-floor: how fast files and lines pass between two processes of this machine when there is no protocol to speak of.
 * What a file server reaches is measured against this.
 *
 *     vos-floor ROOT [tls=CERT.pem,KEY.pem]
 *
 * It listens on a free port of 127.0.0.1, prints "listening PORT", and serves until its standard input ends. Each
 * connection has a thread. A client says, in lines that end with LF:
 *
 *     NOP              the answer is "ok"
 *     GET name         a line with the size, and the file, by sendfile
 *     PUT name size    behind it the bytes of the file, read and written by the MiB; the answer is "ok"
 *     BYE              the connection is closed
 *
 * To compile it, in this file's folder:
 *
 *     cc -std=c17 -O2 -Wall -Wextra -Werror -pthread *.c -o vos-floor
 *     cc -std=c17 -O2 -Wall -Wextra -Werror -pthread -DVOS_TLS *.c -lssl -lcrypto -o vos-floor
 */
#define _GNU_SOURCE
#include "serve.h"
#include "stream.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

/* Enough for the deepest call of OpenSSL; ten thousand threads take little room so. */
enum { STACK = 128 * 1024, BACKLOG = 4096 };

static int root;

static _Noreturn void die(const char *what) {
    fprintf(stderr, "vos-floor: %s: %s\n", what, strerror(errno));
    exit(1);
}

static void *serve_connection(void *connection) {
    serve(root, (int) (intptr_t) connection);
    return NULL;
}

static void *leave_when_nobody_is_there(void *unused) {
    char bytes[64];
    while (read(STDIN_FILENO, bytes, sizeof bytes) > 0) {
        /* What is typed means nothing. */
    }
    _exit(0); /* and not exit: other threads are still at work with what that would tidy up */
    return unused;
}

static int listen_on_loopback(void) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (listener < 0 || bind(listener, (struct sockaddr *) &address, length) < 0 || listen(listener, BACKLOG) < 0
            || getsockname(listener, (struct sockaddr *) &address, &length) < 0) {
        die("listening on 127.0.0.1");
    }
    printf("listening %d\n", ntohs(address.sin_port));
    fflush(stdout);
    return listener;
}

static _Noreturn void accept_for_ever(int listener) {
    pthread_t thread;
    pthread_attr_t small;
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, STACK);
    pthread_attr_setdetachstate(&small, PTHREAD_CREATE_DETACHED);
    for (;;) {
        int connection = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
        if (connection < 0 && (errno == EINTR || errno == ECONNABORTED)) {
            continue;
        }
        if (connection < 0) {
            die("accepting a connection");
        }
        errno = pthread_create(&thread, &small, serve_connection, (void *) (intptr_t) connection);
        if (errno != 0) {
            die("starting a thread for a connection");
        }
    }
}

/* As many descriptors as this process may have. */
static void lift_limit(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

int main(int count, char **arguments) {
    bool tls = count == 3 && strncmp(arguments[2], "tls=", 4) == 0;
    if (count != 2 && !tls) {
        fprintf(stderr, "usage: vos-floor ROOT [tls=CERT.pem,KEY.pem]\n");
        return 2;
    }
    if (tls) {
        stream_use_tls(arguments[2] + 4);
    }
    root = open(arguments[1], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (root < 0) {
        die(arguments[1]);
    }
    signal(SIGPIPE, SIG_IGN);
    lift_limit();
    int listener = listen_on_loopback();
    pthread_t watcher;
    errno = pthread_create(&watcher, NULL, leave_when_nobody_is_there, NULL);
    if (errno != 0) {
        die("starting a thread");
    }
    accept_for_ever(listener);
}
