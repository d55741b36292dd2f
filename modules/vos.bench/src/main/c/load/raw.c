/*
 * The lines of vos-floor, which is no protocol to speak of: what the others are measured against.
 */
#include "session.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static bool ok(struct session *session) {
    char *line = session_line(session);
    if (line != NULL && strcmp(line, "ok") != 0) {
        session_fail(session, "the server said \"%s\"", line);
    }
    return line != NULL;
}

static bool size_told(struct session *session) {
    char *line = session_line(session);
    if (line == NULL) {
        return false;
    }
    char *end;
    session->told = strtoll(line, &end, 10);
    if (end == line || *end != '\0' || session->told != session->size) {
        session_fail(session, "\"%s\" should have %" PRId64 " bytes, and the server said \"%s\"", session->name,
            session->size, line);
    }
    return true;
}

static void fetch(struct session *session, const char *name, int64_t size) {
    session->name = name;
    session->size = size;
    session_converse(session, (struct turn) {"GET %n\n", size_told});
    session_skip_body(session, size);
}

static void store(struct session *session, const char *name, int64_t size) {
    session->name = name;
    session->size = size;
    session_say(session, "PUT %n %z\n", size > 0);
    session_send_body(session, &session->link, size, false);
    session_converse(session, (struct turn) {NULL, ok});
}

const struct protocol raw = {
    .name = "raw",
    .greeting = (const struct turn[]) {{0}},
    .command = {"NOP\n", ok},
    .goodbye = "BYE\n",
    .fetch = fetch,
    .store = store,
};
