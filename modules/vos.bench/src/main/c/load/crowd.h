#ifndef CROWD_H
#define CROWD_H

struct options;
struct result;

/* Work on many connections at once, by one thread with epoll(7). */
void crowd_commands(const struct options *options, struct result *result);
void crowd_connects(const struct options *options, struct result *result);
void idle(const struct options *options, struct result *result);

#endif
