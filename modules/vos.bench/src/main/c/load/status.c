#define _GNU_SOURCE
#include "status.h"

#include "session.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

bool status_version(struct session *session) {
    char *line = session_line(session);
    if (line != NULL && strncmp(line, "vos/1", 5) != 0) {
        session_fail(session, "the server does not speak the strict form; it answered \"%s\"", line);
    }
    return line != NULL;
}

/* Takes the status, and notes the size, -1 if there is none. */
static bool heard(struct session *session) {
    char *line = session_line(session);
    if (line == NULL) {
        return false;
    }
    if (strcmp(line, "OK") == 0) {
        session->told = -1;
    } else if (strncmp(line, "OK ", 3) == 0) {
        session->told = strtoll(line + 3, NULL, 10);
    } else {
        session_fail(session, "the server said \"%s\"", line);
    }
    return true;
}

bool status_ok(struct session *session) {
    if (!heard(session)) {
        return false;
    }
    if (session->told != -1) {
        session_fail(session, "the server told a size, %" PRId64 ", where there is nothing to tell", session->told);
    }
    return true;
}

bool status_size(struct session *session) {
    if (!heard(session)) {
        return false;
    }
    if (session->told != session->size) {
        session_fail(session, "\"%s\" should have %" PRId64 " bytes, and the server told %" PRId64, session->name,
            session->size, session->told);
    }
    return true;
}

bool status_text(struct session *session) {
    if (session->messages == 0) {
        if (!heard(session)) {
            return false;
        }
        session->messages++;
        session->skip = session->told;
    }
    int64_t there = (int64_t) (session->to - session->from);
    int64_t taken = there < session->skip ? there : session->skip;
    session->from += (size_t) taken;
    session->skip -= taken;
    return session->skip == 0;
}
