#ifndef SERVE_H
#define SERVE_H

/*
 * Serves one client until it says BYE or is gone, and closes the connection. `root` is an open directory. What a client
 * asks for that cannot be had is answered by a sentence, and then by the end.
 */
void serve(int root, int connection);

#endif
