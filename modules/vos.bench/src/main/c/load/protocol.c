#include "protocol.h"

#include <stddef.h>
#include <string.h>

static const struct protocol *const protocols[] = {
    &raw, &ftp, &mini_ftp, &mini_ftp_published, &file_sharing, &orchestration,
};

const struct protocol *protocol_named(const char *name) {
    for (size_t i = 0; i < sizeof protocols / sizeof protocols[0]; i++) {
        if (strcmp(protocols[i]->name, name) == 0) {
            return protocols[i];
        }
    }
    return NULL;
}
