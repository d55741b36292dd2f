#ifndef STAGE_H
#define STAGE_H

#include <stdint.h>

struct histogram;
struct options;
struct result;
struct session;

/*
 * What one connection does while time is taken: the number of operations that it did. `index` counts the connections
 * from 0; `times` is its own.
 */
typedef int64_t act(struct session *session, int64_t index, struct histogram *times);

/* Whether the sessions have been opened, greeting and all, before the time is taken. */
enum entrance { READY, FROM_THE_STREET };

/* Plays the act on so many connections at once, each with a thread, and measures from the first to the last. */
void stage(const struct options *options, int64_t connections, enum entrance entrance, act *act, struct result *result);

#endif
