/*
 * mini-FTP (specs/mini-ftp.md): every message ends with a token that the server makes up for the connection. Once the
 * strict form, and once the published one, in which no sizes are told and both ends have to pause.
 *
 * The cheapest command that does something is `cd .`: it changes nothing, and is answered by the current directory, as
 * FTP's PWD is. All others change the files, or need one that is there.
 */
#define _GNU_SOURCE
#include "session.h"

#include <errno.h>
#include <inttypes.h>
#include <linux/sockios.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>

enum { TOKEN = 10, PAUSE_MILLIS = 200 };

static bool token(struct session *session) {
    if (session->to - session->from < TOKEN) {
        return false;
    }
    memcpy(session->token, session->in + session->from, TOKEN);
    if (session->token[0] != '<' || session->token[TOKEN - 1] != '>') {
        session_fail(session, "\"%s\" is no token", session->token);
    }
    session->from += TOKEN;
    return true;
}

/*
 * The next message, as a string, or NULL when it has not come whole. Of one that is longer than the buffer, the list of
 * a large directory for instance, the end is enough.
 */
static char *message(struct session *session) {
    char *text = session->in + session->from;
    size_t length = session->to - session->from;
    char *end = memmem(text, length, session->token, TOKEN);
    if (end == NULL) {
        if (length == sizeof session->in) {
            session->from = session->to - TOKEN;
        }
        return NULL;
    }
    *end = '\0';
    session->from = (size_t) (end + TOKEN - session->in);
    session->messages++;
    return text;
}

static bool any_message(struct session *session) {
    return message(session) != NULL;
}

/* The current directory, and behind it an error, if there is one [MFTP-4.1]. */
static bool status(struct session *session) {
    char *text = message(session);
    if (text != NULL && strchr(text, '\n') != NULL) {
        session_fail(session, "the server said \"%s\"", strchr(text, '\n') + 1);
    }
    return text != NULL;
}

/* The answer to a hello [MFTP-6.1], and before it the welcome: we did not wait for it [MFTP-1.4]. */
static bool welcome_and_version(struct session *session) {
    char *text;
    while ((text = message(session)) != NULL) {
        if (session->messages == 2 && strncmp(text, "vos/1", 5) != 0) {
            session_fail(session, "the server does not speak the strict form; it answered \"%s\"", text);
        }
        if (session->messages == 3) {
            return true;
        }
    }
    return false;
}

static bool size_told(struct session *session) {
    char *text = message(session);
    if (text == NULL) {
        return false;
    }
    if (*text == '\0') {
        session_converse(session, (struct turn) {NULL, status}); /* which says why there is none */
    }
    session->told = strtoll(text, NULL, 10);
    if (session->told != session->size) {
        session_fail(session, "\"%s\" should have %" PRId64 " bytes, and the server said \"%s\"", session->name,
            session->size, text);
    }
    return true;
}

static void fetch(struct session *session, const char *name, int64_t size) {
    session->name = name;
    session->size = size;
    session_converse(session, (struct turn) {"dl %n%t", size_told});
    session_skip_body(session, size);
    session_converse(session, (struct turn) {NULL, any_message});
    session_converse(session, (struct turn) {NULL, status});
}

static void store(struct session *session, const char *name, int64_t size) {
    session->name = name;
    session->size = size;
    session_say(session, "ul %n\n%z%t", true);
    session_send_body(session, &session->link, size, true);
    session_converse(session, (struct turn) {"%t", status});
}

const struct protocol mini_ftp = {
    .name = "mini-ftp",
    .greeting = (const struct turn[]) {{NULL, token}, {"hello vos/1%t", welcome_and_version}, {0}},
    .command = {"cd .%t", status},
    .goodbye = "exit%t",
    .fetch = fetch,
    .store = store,
};

/*
 * The published form. What the published server takes for a message is what one read gives, so that it has to have read
 * all before the next one comes [COM-6.1]: the kernel can be asked whether it is in the server's hands, and the pause
 * has to do for the rest.
 */
static void pause_until_read(struct session *session) {
    const struct timespec pause = {.tv_nsec = PAUSE_MILLIS * 1000000L};
    int unsent;
    do {
        nanosleep(&pause, NULL);
        if (ioctl(session->link.fd, SIOCOUTQ, &unsent) < 0) {
            session_fail_errno(session, "asking what has been sent");
        }
    } while (unsent > 0);
}

/* The first bytes of the content, or the token of an empty one: a server that refuses has nothing else to say. */
static bool content_begins(struct session *session) {
    size_t length = session->to - session->from;
    size_t wanted = session->size < TOKEN ? TOKEN : 1;
    if (length >= TOKEN && session->size > 0 && memcmp(session->in + session->from, session->token, TOKEN) == 0) {
        session->from += TOKEN;
        session_converse(session, (struct turn) {NULL, status});
        session_fail(session, "\"%s\" is empty", session->name);
    }
    return length >= wanted && (length >= TOKEN || session->in[session->from] != '<');
}

static void fetch_published(struct session *session, const char *name, int64_t size) {
    session->name = name;
    session->size = size;
    session_converse(session, (struct turn) {"dl %n%t", content_begins});
    session_skip_body(session, size);
    session_converse(session, (struct turn) {NULL, any_message});
    session_converse(session, (struct turn) {NULL, status});
}

static void store_published(struct session *session, const char *name, int64_t size) {
    session->name = name;
    session_say(session, "ul %n%t", false);
    pause_until_read(session);
    session_send_body(session, &session->link, size, false);
    pause_until_read(session);
    session_converse(session, (struct turn) {"%t", status});
}

const struct protocol mini_ftp_published = {
    .name = "mini-ftp-published",
    .greeting = (const struct turn[]) {{NULL, token}, {NULL, any_message}, {0}},
    .command = {"cd .%t", status},
    .goodbye = "exit%t",
    .stays_open = true, /* the published server keeps the connection until the next client comes */
    .fetch = fetch_published,
    .store = store_published,
};
