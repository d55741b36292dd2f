#ifndef HISTOGRAM_H
#define HISTOGRAM_H

#include <stdint.h>

enum { HISTOGRAM_STEPS = 128, HISTOGRAM_OCTAVES = 40 };

/*
 * How often which duration was met, in nanoseconds: exact below 128 ns, above that in steps of less than 1 % of the
 * duration, up to 19 hours. Of fixed size, however much is measured. It belongs to one thread; `merge` brings several
 * together.
 */
struct histogram {
    int64_t total;
    int64_t counts[HISTOGRAM_OCTAVES][HISTOGRAM_STEPS];
};

void histogram_add(struct histogram *histogram, int64_t nanos);
void histogram_merge(struct histogram *into, const struct histogram *other);

/* The smallest duration that `share` of all (0.99, for instance) do not exceed. There must be one at all. */
int64_t histogram_quantile(const struct histogram *histogram, double share);

#endif
