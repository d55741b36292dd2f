/*
 * Orchestration (specs/orchestration.md): the published log-in, then the strict form. Of its commands `list` is the
 * cheapest that does something: all others change the files, or need one that is there. It costs as little as it can
 * when the user's directory is empty.
 */
#include "session.h"

#include "status.h"

#include <string.h>

/* Whether the text stands next, which has no end of its own; takes it. */
static bool said(struct session *session, const char *text) {
    size_t length = strlen(text);
    size_t there = session->to - session->from;
    const char *heard = session->in + session->from;
    if (memcmp(heard, text, there < length ? there : length) != 0) {
        session_fail(session, "the server said \"%.*s\" in place of \"%s\"", (int) there, heard, text);
    }
    if (there < length) {
        return false;
    }
    session->from += length;
    return true;
}

static bool user_asked(struct session *session) {
    return said(session, "Username: ");
}

static bool password_asked(struct session *session) {
    return said(session, "Password: ");
}

static bool authenticated(struct session *session) {
    return said(session, "Authentication successful.");
}

/* The prompt of the published form comes once more [ORCH-6.1]. */
static bool prompt_and_version(struct session *session) {
    if (session->messages == 0) {
        if (!said(session, "Enter command (upload/download/delete/exit): ")) {
            return false;
        }
        session->messages++;
    }
    return status_version(session);
}

static void fetch(struct session *session, const char *name, int64_t size) {
    session->name = name;
    session->size = size;
    session_converse(session, (struct turn) {"download %n\n", status_size});
    session_skip_body(session, size);
}

static void store(struct session *session, const char *name, int64_t size) {
    session->name = name;
    session->size = size;
    session_say(session, "upload %z %n\n", size > 0);
    session_send_body(session, &session->link, size, false);
    session_converse(session, (struct turn) {NULL, status_ok});
}

const struct protocol orchestration = {
    .name = "orchestration",
    .greeting = (const struct turn[]) {
        {NULL, user_asked}, {"%u\n", password_asked}, {"%p\n", authenticated},
        {"hello vos/1\n", prompt_and_version}, {0}},
    .command = {"list\n", status_text},
    .goodbye = "exit\n",
    .fetch = fetch,
    .store = store,
};
