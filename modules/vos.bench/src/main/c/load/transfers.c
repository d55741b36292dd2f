#define _GNU_SOURCE
#include "transfers.h"

#include "content.h"
#include "options.h"
#include "protocol.h"
#include "result.h"
#include "session.h"
#include "stage.h"

#include <inttypes.h>
#include <stdio.h>

enum { NAME = 512 };

/* Fetches or stores a file: on the connection that there is, or on one of its own. */
static void transfer(struct session *session, const char *name, bool fetched) {
    const struct options *options = session->options;
    const struct protocol *protocol = options->protocol;
    if (protocol->one_request) {
        session_open(session, options);
    }
    (fetched ? protocol->fetch : protocol->store)(session, name, options->bytes);
    if (protocol->one_request) {
        link_close(&session->link);
    }
}

static int64_t fetch_one(struct session *session, int64_t index, struct histogram *times) {
    (void) index, (void) times;
    transfer(session, session->options->name, true);
    return 1;
}

static int64_t store_one(struct session *session, int64_t index, struct histogram *times) {
    char name[NAME];
    (void) times;
    snprintf(name, sizeof name, "%s.%" PRId64, session->options->name, index);
    transfer(session, name, false);
    return 1;
}

static int64_t many(struct session *session, struct histogram *times, bool fetched) {
    char name[NAME];
    int64_t count = session->options->count;
    int64_t begun = now();
    for (int64_t i = 0; i < count; i++) {
        snprintf(name, sizeof name, "%s%" PRId64, session->options->name, i);
        transfer(session, name, fetched);
        int64_t done = now();
        histogram_add(times, done - begun);
        begun = done;
    }
    return count;
}

static int64_t fetch_many(struct session *session, int64_t index, struct histogram *times) {
    (void) index;
    return many(session, times, true);
}

static int64_t store_many(struct session *session, int64_t index, struct histogram *times) {
    (void) index;
    return many(session, times, false);
}

static void move(const struct options *options, int64_t connections, act *act, struct result *result) {
    content(); /* is made at its first use, which is none of the work */
    stage(options, connections, options->protocol->one_request ? FROM_THE_STREET : READY, act, result);
    result->bytes = result->operations * options->bytes;
}

void down(const struct options *options, struct result *result) {
    move(options, options->streams, fetch_one, result);
}

void up(const struct options *options, struct result *result) {
    move(options, options->streams, store_one, result);
}

void files_down(const struct options *options, struct result *result) {
    move(options, 1, fetch_many, result);
}

void files_up(const struct options *options, struct result *result) {
    move(options, 1, store_many, result);
}
