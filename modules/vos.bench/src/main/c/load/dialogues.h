#ifndef DIALOGUES_H
#define DIALOGUES_H

struct options;
struct result;

/*
 * Work that is talk. Up to two connections have a thread each, which costs one call less for each answer; more of them
 * share one, in crowd.c.
 */
void commands(const struct options *options, struct result *result);
void connects(const struct options *options, struct result *result);

#endif
