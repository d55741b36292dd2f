#include "histogram.h"

/* Octave 0 has the durations below 128, one a step; octave n, with 128 steps too, those of [64 * 2^n, 128 * 2^n). */
void histogram_add(struct histogram *histogram, int64_t nanos) {
    uint64_t value = nanos < 0 ? 0 : (uint64_t) nanos;
    int octave = 0;
    if (value >= HISTOGRAM_STEPS) {
        octave = 63 - __builtin_clzll(value) - 6;
        value >>= octave - 1;
        value -= HISTOGRAM_STEPS;
    }
    if (octave >= HISTOGRAM_OCTAVES) {
        octave = HISTOGRAM_OCTAVES - 1;
        value = HISTOGRAM_STEPS - 1;
    }
    histogram->counts[octave][value]++;
    histogram->total++;
}

void histogram_merge(struct histogram *into, const struct histogram *other) {
    for (int octave = 0; octave < HISTOGRAM_OCTAVES; octave++) {
        for (int step = 0; step < HISTOGRAM_STEPS; step++) {
            into->counts[octave][step] += other->counts[octave][step];
        }
    }
    into->total += other->total;
}

int64_t histogram_quantile(const struct histogram *histogram, double share) {
    int64_t below = 0;
    int64_t wanted = (int64_t) (share * (double) histogram->total);
    for (int octave = 0; octave < HISTOGRAM_OCTAVES; octave++) {
        for (int step = 0; step < HISTOGRAM_STEPS; step++) {
            below += histogram->counts[octave][step];
            if (below > wanted || below == histogram->total) {
                return octave == 0 ? step : ((int64_t) (HISTOGRAM_STEPS + step + 1) << (octave - 1)) - 1;
            }
        }
    }
    return 0;
}
