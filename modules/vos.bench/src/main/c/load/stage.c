#define _GNU_SOURCE
#include "stage.h"

#include "die.h"
#include "options.h"
#include "protocol.h"
#include "result.h"
#include "session.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct performer {
    const struct options *options;
    pthread_barrier_t *curtain; /* where all wait for each other, and for the thread that measures */
    enum entrance entrance;
    act *act;
    int64_t index;
    int64_t operations;
    int64_t done; /* when */
    struct histogram times;
    struct session session;
    pthread_t thread;
};

static void *perform(void *of) {
    struct performer *performer = of;
    const struct options *options = performer->options;
    bool ready = performer->entrance == READY;
    performer->session.options = options;
    if (ready) {
        session_open(&performer->session, options);
    }
    pthread_barrier_wait(performer->curtain); /* all are ready */
    pthread_barrier_wait(performer->curtain); /* the time is running */
    performer->operations = performer->act(&performer->session, performer->index, &performer->times);
    performer->done = now();
    pthread_barrier_wait(performer->curtain); /* all are done */
    pthread_barrier_wait(performer->curtain); /* the time is taken */
    if (ready) {
        session_leave(&performer->session);
    }
    return NULL;
}

static int64_t last_done(const struct performer *performers, int64_t count) {
    int64_t last = 0;
    for (int64_t i = 0; i < count; i++) {
        last = performers[i].done > last ? performers[i].done : last;
    }
    return last;
}

void stage(const struct options *options, int64_t connections, enum entrance entrance, act *act,
    struct result *result) {
    pthread_barrier_t curtain;
    struct performer *performers = calloc((size_t) connections, sizeof *performers);
    if (performers == NULL || pthread_barrier_init(&curtain, NULL, (unsigned) connections + 1) != 0) {
        die("there is no memory for %lld connections", (long long) connections);
    }
    for (int64_t i = 0; i < connections; i++) {
        struct performer *performer = &performers[i];
        performer->options = options;
        performer->curtain = &curtain;
        performer->entrance = entrance;
        performer->act = act;
        performer->index = i;
        int error = pthread_create(&performer->thread, NULL, perform, performer);
        if (error != 0) {
            die("starting a thread for a connection: %s", strerror(error));
        }
    }
    pthread_barrier_wait(&curtain);
    result_start(result);
    pthread_barrier_wait(&curtain);
    pthread_barrier_wait(&curtain);
    result_stop(result, last_done(performers, connections)); /* whenever this thread has been woken */
    pthread_barrier_wait(&curtain);
    for (int64_t i = 0; i < connections; i++) {
        pthread_join(performers[i].thread, NULL);
        result->operations += performers[i].operations;
        histogram_merge(&result->times, &performers[i].times);
    }
    pthread_barrier_destroy(&curtain);
    free(performers);
}
