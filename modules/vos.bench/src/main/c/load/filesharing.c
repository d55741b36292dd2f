/*
 * File-sharing, in its strict form (specs/file-sharing.md): a connection carries one request, and its end is the end of
 * the message. So there is nothing to be greeted with, and the cheapest that can be asked is the hello. An upload never
 * replaces a file.
 */
#include "session.h"

#include "status.h"

static void fetch(struct session *session, const char *name, int64_t size) {
    session->name = name;
    session->size = size;
    session_converse(session, (struct turn) {"VOS/1 DOWNLOAD %n\n", status_size});
    session_skip_body(session, size);
    session_expect_end(session);
}

static void store(struct session *session, const char *name, int64_t size) {
    session->name = name;
    session->size = size;
    session_say(session, "VOS/1 UPLOAD %z %n\n", size > 0);
    session_send_body(session, &session->link, size, false);
    if (link_half_close(&session->link) < 0) {
        session_fail_errno(session, "ending an upload");
    }
    session_converse(session, (struct turn) {NULL, status_ok});
    session_expect_end(session);
}

const struct protocol file_sharing = {
    .name = "file-sharing",
    .greeting = (const struct turn[]) {{0}},
    .command = {"HELLO vos/1\n", status_version},
    .one_request = true,
    .fetch = fetch,
    .store = store,
};
