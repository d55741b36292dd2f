#ifndef STATUS_H
#define STATUS_H

#include <stdbool.h>

struct session;

/*
 * The status of the strict forms whose commands are lines [COM-9]: `OK`, `OK SIZE` or `ERROR WORD: SENTENCE`. Behind a
 * size stand so many bytes.
 */

/* The answer to a hello. */
bool status_version(struct session *session);

/* OK alone. */
bool status_ok(struct session *session);

/* OK and the size that the file should have. */
bool status_size(struct session *session);

/* OK and a text, which is thrown away. */
bool status_text(struct session *session);

#endif
