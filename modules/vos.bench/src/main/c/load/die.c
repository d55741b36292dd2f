#define _GNU_SOURCE
#include "die.h"

#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

static atomic_flag said = ATOMIC_FLAG_INIT;

void die(const char *format, ...) {
    if (atomic_flag_test_and_set(&said)) {
        for (;;) {
            pause();
        }
    }
    va_list values;
    va_start(values, format);
    fprintf(stderr, "vos-load: ");
    vfprintf(stderr, format, values);
    fprintf(stderr, "\n");
    va_end(values);
    _exit(1);
}
