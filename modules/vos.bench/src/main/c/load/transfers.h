#ifndef TRANSFERS_H
#define TRANSFERS_H

struct options;
struct result;

/* Work that moves files. Each connection has a thread: they move bytes by the MiB, and wait for nothing else. */
void down(const struct options *options, struct result *result);
void up(const struct options *options, struct result *result);
void files_down(const struct options *options, struct result *result);
void files_up(const struct options *options, struct result *result);

#endif
