#define _GNU_SOURCE
#include "session.h"

#include "content.h"
#include "die.h"
#include "options.h"

#include <arpa/inet.h>
#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void session_fail(const struct session *session, const char *format, ...) {
    char sentence[1024];
    va_list values;
    va_start(values, format);
    vsnprintf(sentence, sizeof sentence, format, values);
    va_end(values);
    const struct options *options = session->options;
    die("%s of %s at %s:%d: %s", options->work->name, options->protocol->name, options->host,
        ntohs(options->server.sin_port), sentence);
}

void session_fail_errno(const struct session *session, const char *what) {
    if (errno == EAGAIN) {
        session_fail(session, "%s: nothing happened for %d s", what, PATIENCE_SECONDS);
    }
    session_fail(session, "%s: %s", what, errno == EPROTO ? "TLS failed" : strerror(errno));
}

bool session_dial(struct session *session, const struct options *options, struct in_addr from, bool waits) {
    /* Not the whole of it: the buffers of a session that has heard nothing take no memory. */
    memset(session, 0, offsetof(struct session, out));
    session->from = session->to = 0;
    session->options = options;
    int connected = link_dial(&session->link, options->server, from, waits);
    bool later = connected < 0 && errno == EINPROGRESS && !waits;
    if (connected < 0 && !later) {
        session_fail_errno(session, "connecting");
    }
    if (options->tls && link_encrypt(&session->link) < 0) {
        session_fail_errno(session, "starting TLS");
    }
    return !later;
}

void session_open(struct session *session, const struct options *options) {
    session_dial(session, options, options->from, true);
    for (const struct turn *turn = options->protocol->greeting; turn->heard != NULL; turn++) {
        session_converse(session, *turn);
    }
}

/* Sends what is unsent, as far as the link takes it. */
static void flush(struct session *session, bool more) {
    while (session->out_from < session->out_to) {
        ssize_t written = link_write(
            &session->link, session->out + session->out_from, session->out_to - session->out_from, more);
        if (written < 0 && errno == EAGAIN && !session->link.waits) {
            return;
        }
        if (written <= 0) {
            session_fail_errno(session, "sending");
        }
        session->out_from += (size_t) written;
    }
    session->out_from = session->out_to = 0;
}

static void append(struct session *session, const char *text, size_t length) {
    if (length > sizeof session->out - session->out_to) {
        session_fail(session, "there is no room to say %.*s", (int) length, text);
    }
    memcpy(session->out + session->out_to, text, length);
    session->out_to += length;
}

void session_say(struct session *session, const char *text, bool more) {
    while (*text != '\0') {
        size_t plain = strcspn(text, "%");
        append(session, text, plain);
        text += plain;
        if (*text == '%') {
            char size[24];
            snprintf(size, sizeof size, "%" PRId64, session->size);
            const char *value = text[1] == 'u' ? session->options->user : text[1] == 'p' ? session->options->password
                : text[1] == 't' ? session->token : text[1] == 'n' ? session->name : size;
            append(session, value, strlen(value));
            text += 2;
        }
    }
    flush(session, more);
}

void session_begin(struct session *session, const struct turn *turn) {
    session->turn = turn;
    session->messages = 0;
    if (turn->say != NULL) {
        session_say(session, turn->say, false);
    }
}

bool session_heard(struct session *session) {
    return session->turn->heard(session);
}

ssize_t session_receive(struct session *session) {
    flush(session, false);
    if (session->from == session->to) {
        session->from = session->to = 0;
    } else if (session->to == sizeof session->in) {
        if (session->from == 0) {
            session_fail(session, "an answer of more than %zu bytes", sizeof session->in);
        }
        memmove(session->in, session->in + session->from, session->to - session->from);
        session->to -= session->from;
        session->from = 0;
    }
    ssize_t length = link_read(&session->link, session->in + session->to, sizeof session->in - session->to);
    if (length > 0) {
        session->to += (size_t) length;
    } else if (length < 0 && errno == EAGAIN && session->out_from < session->out_to) {
        flush(session, false); /* this read may have ended the handshake of TLS, which was what it waited for */
        errno = EAGAIN;
    } else if (length < 0 && (session->link.waits || errno != EAGAIN)) {
        session_fail_errno(session, "waiting for an answer");
    }
    return length;
}

void session_converse(struct session *session, struct turn turn) {
    session_begin(session, &turn);
    while (!session_heard(session)) {
        if (session_receive(session) == 0) {
            session_fail(session, "the server closed the connection where it should have answered");
        }
    }
    session->turn = NULL;
}

void session_leave(struct session *session) {
    const struct protocol *protocol = session->options->protocol;
    if (protocol->goodbye != NULL) {
        session_say(session, protocol->goodbye, false);
    }
    while (!protocol->stays_open && session_receive(session) != 0) {
        session->from = session->to; /* a farewell */
    }
    link_close(&session->link);
}

char *session_line(struct session *session) {
    char *line = session->in + session->from;
    char *end = memchr(line, '\n', session->to - session->from);
    if (end == NULL) {
        return NULL;
    }
    *end = '\0';
    session->from = (size_t) (end + 1 - session->in);
    return line;
}

void session_skip_body(struct session *session, int64_t size) {
    int64_t left = size;
    int64_t there = (int64_t) (session->to - session->from);
    int64_t taken = there < left ? there : left;
    session->from += (size_t) taken;
    left -= taken;
    while (left > 0) {
        ssize_t discarded = link_discard(&session->link, left);
        if (discarded < 0) {
            session_fail_errno(session, "receiving a file");
        }
        if (discarded == 0) {
            session_fail(session, "the server closed the connection after %" PRId64 " of %" PRId64 " bytes of \"%s\"",
                size - left, size, session->name);
        }
        left -= discarded;
    }
}

void session_send_body(struct session *session, struct link *link, int64_t size, bool more) {
    for (int64_t sent = 0; sent < size;) {
        size_t place = (size_t) (sent % CONTENT_BLOCK);
        size_t length = CONTENT_BLOCK - place;
        if (size - sent < (int64_t) length) {
            length = (size_t) (size - sent);
        }
        ssize_t written = link_write(link, content() + place, length, more || sent + (int64_t) length < size);
        if (written <= 0) {
            session_fail_errno(session, "sending a file");
        }
        sent += written;
    }
}

void session_expect_end(struct session *session) {
    if (session->from != session->to || session_receive(session) != 0) {
        session_fail(session, "more came where the connection should have ended");
    }
}
