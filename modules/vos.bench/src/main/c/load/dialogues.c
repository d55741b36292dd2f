#include "dialogues.h"

#include "crowd.h"
#include "options.h"
#include "protocol.h"
#include "result.h"
#include "session.h"
#include "stage.h"

enum { WITH_THREADS = 2 };

static int64_t ask_again_and_again(struct session *session, int64_t index, struct histogram *times) {
    (void) index;
    const struct options *options = session->options;
    int64_t operations = 0;
    int64_t begun = now();
    int64_t end = begun + options->millis * 1000000;
    while (begun < end) {
        session_converse(session, options->protocol->command);
        int64_t heard = now();
        histogram_add(times, heard - begun);
        begun = heard;
        operations++;
    }
    return operations;
}

static int64_t call_again_and_again(struct session *session, int64_t index, struct histogram *times) {
    (void) index;
    const struct options *options = session->options;
    int64_t operations = 0;
    int64_t begun = now();
    int64_t end = begun + options->millis * 1000000;
    while (begun < end) {
        session_open(session, options);
        session_converse(session, options->protocol->command);
        session_leave(session);
        int64_t left = now();
        histogram_add(times, left - begun);
        begun = left;
        operations++;
    }
    return operations;
}

void commands(const struct options *options, struct result *result) {
    if (options->connections > WITH_THREADS) {
        crowd_commands(options, result);
    } else {
        stage(options, options->connections, READY, ask_again_and_again, result);
    }
}

void connects(const struct options *options, struct result *result) {
    if (options->concurrency > WITH_THREADS) {
        crowd_connects(options, result);
    } else {
        stage(options, options->concurrency, FROM_THE_STREET, call_again_and_again, result);
    }
}
