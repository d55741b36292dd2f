#ifndef RESULT_H
#define RESULT_H

#include "histogram.h"

#include <stdint.h>

struct options;

/* What was measured. Durations are in nanoseconds; `times` is empty where single operations were not timed. */
struct result {
    int64_t elapsed;
    int64_t cpu; /* user and system time of this process in `elapsed` */
    int64_t bytes;
    int64_t operations;
    struct histogram times;
};

/* The time now, of a clock that only goes forward. */
int64_t now(void);

/* Both are called once, by one thread: before the work begins, and when it is done; `when` is the time when it was. */
void result_start(struct result *result);
void result_stop(struct result *result, int64_t when);

/* The one line of JSON. */
void result_print(const struct result *result, const struct options *options);

#endif
