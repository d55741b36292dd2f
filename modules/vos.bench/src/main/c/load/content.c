#include "content.h"

#include <pthread.h>
#include <stdint.h>

static char block[CONTENT_BLOCK];

static void fill(void) {
    uint64_t x = 1;
    for (int i = 0; i < CONTENT_BLOCK; i++) {
        x = 6364136223846793005u * x + 1442695040888963407u;
        char byte = (char) (x >> 56);
        block[i] = byte == '<' ? '=' : byte;
    }
}

const char *content(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, fill);
    return block;
}
