#define _GNU_SOURCE
#include "result.h"

#include "options.h"
#include "protocol.h"

#include <inttypes.h>
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>

static int64_t nanos(struct timeval time) {
    return (int64_t) time.tv_sec * 1000000000 + (int64_t) time.tv_usec * 1000;
}

static int64_t cpu_so_far(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return nanos(usage.ru_utime) + nanos(usage.ru_stime);
}

int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t) time.tv_sec * 1000000000 + time.tv_nsec;
}

void result_start(struct result *result) {
    result->cpu = -cpu_so_far();
    result->elapsed = -now();
}

void result_stop(struct result *result, int64_t when) {
    result->elapsed += when;
    result->cpu += cpu_so_far();
}

static void print_quantile(const struct histogram *times, const char *name, double share) {
    if (times->total == 0) {
        printf(",\"%s\":null", name);
    } else {
        printf(",\"%s\":%.1f", name, (double) histogram_quantile(times, share) / 1e3);
    }
}

void result_print(const struct result *result, const struct options *options) {
    printf("{\"work\":\"%s\",\"protocol\":\"%s\"", options->work->name, options->protocol->name);
    printf(",\"seconds\":%.6f", (double) result->elapsed / 1e9);
    printf(",\"bytes\":%" PRId64 ",\"operations\":%" PRId64, result->bytes, result->operations);
    printf(",\"clientCpuSeconds\":%.6f", (double) result->cpu / 1e9);
    print_quantile(&result->times, "p50Micros", 0.5);
    print_quantile(&result->times, "p99Micros", 0.99);
    print_quantile(&result->times, "p999Micros", 0.999);
    printf(",\"failures\":0}\n"); /* the first failure ends the program, see die.h */
}
