/*
 * vos-load: puts one kind of work on a file server, and prints one line of JSON that tells how long it took. The same
 * code does the same work for every protocol, so that servers of different protocols can be compared.
 *
 *     vos-load PROTOCOL HOST PORT WORK [key=value ...]
 *
 * It exits with 0, or with 1 and a sentence when anything did not go as it should: a server that fails is not measured.
 *
 * Read protocol.h first, then session.h; one of the protocols, raw.c or minftp.c; then who does the work: stage.c has a
 * thread for each connection, crowd.c one thread for all.
 *
 * To compile it, in this file's folder:
 *
 *     cc -std=c17 -O2 -Wall -Wextra -Werror -pthread *.c -o vos-load
 *     cc -std=c17 -O2 -Wall -Wextra -Werror -pthread -DVOS_TLS *.c -lssl -lcrypto -o vos-load
 */
#include "crowd.h"
#include "dialogues.h"
#include "options.h"
#include "protocol.h"
#include "result.h"
#include "transfers.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

static const struct work works[] = {
    {"down", "name bytes streams", down},
    {"up", "name bytes streams", up},
    {"files-down", "name count bytes", files_down},
    {"files-up", "name count bytes", files_up},
    {"commands", "connections millis", commands},
    {"connects", "concurrency millis", connects},
    {"idle", "connections", idle},
    {0},
};

int main(int count, char **arguments) {
    struct options options = options_of(count, arguments, works);
    struct result result = {0};
    signal(SIGPIPE, SIG_IGN);
    options.work->run(&options, &result);
    result_print(&result, &options);
    return EXIT_SUCCESS;
}
