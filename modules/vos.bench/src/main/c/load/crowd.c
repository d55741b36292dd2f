/*
 * A thousand conversations and one thread: epoll says who has been answered. Each member of the crowd goes
 *
 *     AWAY -> DIALLING -> GREETING -> HELD -> ASKING -> HELD ... -> LEAVING -> AWAY
 *
 * and the work decides what a member does that is HELD: stay so (idle), ask again until the time is over (commands), or
 * ask once, leave and come back (connects).
 */
#define _GNU_SOURCE
#include "crowd.h"

#include "die.h"
#include "options.h"
#include "protocol.h"
#include "result.h"
#include "session.h"

#include <arpa/inet.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    EVENTS = 256,
    DIALLED_AT_ONCE = 4,  /* the published servers have a queue of five for those who knock */
    PER_ADDRESS = 200,    /* so that nobody is refused for coming too often, and no address runs out of ports */
    SPARE_DESCRIPTORS = 16,
};

struct member {
    enum { AWAY, DIALLING, GREETING, HELD, ASKING, LEAVING } state;
    const struct turn *greeting; /* the turn that it is at */
    struct in_addr from;
    int64_t since; /* when what it waits for was begun: the turn, or the whole call */
    struct session session;
};

struct crowd {
    const struct options *options;
    struct result *result;
    int epoll;
    struct member *members;
    int64_t size;
    int64_t counts[LEAVING + 1]; /* how many members are in which state */
    int64_t end;                 /* when nothing more is begun; 0 while no time is taken */
    bool calling;                /* each command has a call of its own, and the call is what is timed */
};

static void enter(struct crowd *crowd, struct member *member, int state) {
    crowd->counts[member->state]--;
    crowd->counts[state]++;
    member->state = state;
}

static void listen_for(struct crowd *crowd, struct member *member, int operation, uint32_t events) {
    struct epoll_event event = {.events = events, .data.ptr = member};
    if (epoll_ctl(crowd->epoll, operation, member->session.link.fd, &event) < 0) {
        die("waiting for many connections: %s", strerror(errno));
    }
}

static void answered(struct crowd *crowd, struct member *member);
static void hear(struct crowd *crowd, struct member *member);

/* Begins the greeting, or is through with it where there is none. */
static void greet(struct crowd *crowd, struct member *member) {
    enter(crowd, member, GREETING);
    member->greeting = crowd->options->protocol->greeting;
    if (member->greeting->heard == NULL) {
        answered(crowd, member);
    } else {
        session_begin(&member->session, member->greeting);
    }
    if (member->session.link.tls != NULL) {
        hear(crowd, member); /* nothing is there yet, but TLS begins with the first read */
    }
}

static void dial(struct crowd *crowd, struct member *member) {
    enter(crowd, member, DIALLING);
    member->since = now();
    bool there = session_dial(&member->session, crowd->options, member->from, false);
    listen_for(crowd, member, EPOLL_CTL_ADD, there ? EPOLLIN : EPOLLOUT);
    if (there) {
        greet(crowd, member);
    }
}

static void dialled(struct crowd *crowd, struct member *member) {
    socklen_t length = sizeof errno;
    if (getsockopt(member->session.link.fd, SOL_SOCKET, SO_ERROR, &errno, &length) < 0 || errno != 0) {
        session_fail_errno(&member->session, "connecting");
    }
    listen_for(crowd, member, EPOLL_CTL_MOD, EPOLLIN);
    greet(crowd, member);
}

static void ask(struct crowd *crowd, struct member *member) {
    enter(crowd, member, ASKING);
    session_begin(&member->session, &crowd->options->protocol->command);
}

static void hang_up(struct crowd *crowd, struct member *member) {
    enter(crowd, member, AWAY);
    link_close(&member->session.link);
    if (!crowd->calling || crowd->end == 0) {
        return;
    }
    int64_t done = now();
    histogram_add(&crowd->result->times, done - member->since);
    crowd->result->operations++;
    if (done < crowd->end) {
        dial(crowd, member);
    }
}

static void leave(struct crowd *crowd, struct member *member) {
    const struct protocol *protocol = crowd->options->protocol;
    enter(crowd, member, LEAVING);
    if (protocol->goodbye != NULL) {
        session_say(&member->session, protocol->goodbye, false);
    }
    if (protocol->stays_open) {
        hang_up(crowd, member);
    }
}

/* An answer has been heard whole: what comes next? */
static void answered(struct crowd *crowd, struct member *member) {
    if (member->state == GREETING) {
        if (member->greeting->heard != NULL && (++member->greeting)->heard != NULL) {
            session_begin(&member->session, member->greeting);
            return;
        }
        enter(crowd, member, HELD);
        if (crowd->calling) {
            ask(crowd, member);
        }
    } else if (crowd->calling) {
        leave(crowd, member);
    } else {
        int64_t heard = now();
        histogram_add(&crowd->result->times, heard - member->since);
        crowd->result->operations++;
        member->since = heard;
        if (heard < crowd->end) {
            ask(crowd, member);
        } else {
            enter(crowd, member, HELD);
        }
    }
}

/* Hears all that has come to a member, and goes on with it. */
static void hear(struct crowd *crowd, struct member *member) {
    struct session *session = &member->session;
    do {
        ssize_t length = session_receive(session);
        if (length < 0) {
            return;
        }
        if (length == 0 && member->state == LEAVING) {
            hang_up(crowd, member);
            return;
        }
        if (length == 0 || member->state == HELD) {
            session_fail(session, "the server %s a connection %s", length == 0 ? "closed" : "spoke unasked on",
                member->state == HELD ? "that was held" : "where it should have answered");
        }
        while ((member->state == GREETING || member->state == ASKING) && session_heard(session)) {
            answered(crowd, member);
        }
        if (member->state == LEAVING) {
            session->from = session->to; /* a farewell */
        }
    } while (link_holds_bytes(&session->link));
}

static void lose_patience(struct crowd *crowd) {
    int64_t late = now() - PATIENCE_SECONDS * INT64_C(1000000000);
    for (int64_t i = 0; i < crowd->size; i++) {
        struct member *member = &crowd->members[i];
        if (member->state != AWAY && member->state != HELD && member->since < late) {
            errno = EAGAIN;
            session_fail_errno(&member->session, "waiting for an answer");
        }
    }
}

/* Lets the crowd act until so many members are in a state. */
static void run_until(struct crowd *crowd, int state, int64_t count) {
    struct epoll_event events[EVENTS];
    int64_t looked = now();
    while (crowd->counts[state] < count) {
        int ready = epoll_wait(crowd->epoll, events, EVENTS, 1000);
        for (int i = 0; i < ready; i++) {
            struct member *member = events[i].data.ptr;
            if (member->state == DIALLING) {
                dialled(crowd, member);
            } else {
                hear(crowd, member);
            }
        }
        if (now() - looked > 1000000000) {
            looked = now();
            lose_patience(crowd);
        }
    }
}

/* As many descriptors as are needed: by itself a process may have a thousand. */
static void lift_limit(int64_t connections) {
    struct rlimit limit;
    rlim_t needed = (rlim_t) connections + SPARE_DESCRIPTORS;
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < needed) {
        limit.rlim_cur = needed;
        limit.rlim_max = limit.rlim_max < needed ? needed : limit.rlim_max;
        if (setrlimit(RLIMIT_NOFILE, &limit) < 0) {
            die("%" PRId64 " connections need as many file descriptors: ulimit -n %ju", connections,
                (uintmax_t) needed);
        }
    }
}

static struct crowd gather(const struct options *options, int64_t size, struct result *result) {
    struct crowd crowd = {.options = options, .result = result, .size = size, .counts = {[AWAY] = size}};
    lift_limit(size);
    crowd.epoll = epoll_create1(EPOLL_CLOEXEC);
    crowd.members = calloc((size_t) size, sizeof *crowd.members);
    if (crowd.epoll < 0 || crowd.members == NULL) {
        die("there is no room for %" PRId64 " connections: %s", size, strerror(errno));
    }
    return crowd;
}

/* Has all of them greeted, a few at a time. */
static void open_all(struct crowd *crowd) {
    for (int64_t opened = 0; opened < crowd->size; opened++) {
        dial(crowd, &crowd->members[opened]);
        run_until(crowd, HELD, opened + 1 - DIALLED_AT_ONCE);
    }
    run_until(crowd, HELD, crowd->size);
}

static void disperse(struct crowd *crowd) {
    for (int64_t i = 0; i < crowd->size; i++) {
        struct member *member = &crowd->members[i];
        member->since = now();
        if (member->state == HELD && crowd->options->protocol->one_request) {
            hang_up(crowd, member); /* who has not asked waits for no answer */
        } else if (member->state == HELD) {
            leave(crowd, member);
        }
    }
    run_until(crowd, AWAY, crowd->size);
    close(crowd->epoll);
    free(crowd->members);
}

static void spread_over_addresses(struct crowd *crowd) {
    in_addr_t first = crowd->options->from.s_addr != INADDR_ANY ? crowd->options->from.s_addr : inet_addr("127.0.0.2");
    for (int64_t i = 0; i < crowd->size; i++) {
        crowd->members[i].from.s_addr = htonl(ntohl(first) + (uint32_t) (i / PER_ADDRESS));
    }
}

void crowd_commands(const struct options *options, struct result *result) {
    struct crowd crowd = gather(options, options->connections, result);
    spread_over_addresses(&crowd);
    open_all(&crowd);
    result_start(result);
    crowd.end = now() + options->millis * 1000000;
    for (int64_t i = 0; i < crowd.size; i++) {
        crowd.members[i].since = now();
        ask(&crowd, &crowd.members[i]);
    }
    run_until(&crowd, HELD, crowd.size);
    result_stop(result, now());
    disperse(&crowd);
}

void crowd_connects(const struct options *options, struct result *result) {
    struct crowd crowd = gather(options, options->concurrency, result);
    crowd.calling = true;
    result_start(result);
    crowd.end = now() + options->millis * 1000000;
    for (int64_t i = 0; i < crowd.size; i++) {
        crowd.members[i].from = options->from;
        dial(&crowd, &crowd.members[i]);
    }
    run_until(&crowd, AWAY, crowd.size);
    result_stop(result, now());
    disperse(&crowd);
}

/* A connection that is held must be silent: what can be read is an end, or a server that says that it closes. */
void idle(const struct options *options, struct result *result) {
    char typed[64];
    struct crowd crowd = gather(options, options->connections, result);
    spread_over_addresses(&crowd);
    result_start(result);
    open_all(&crowd);
    result_stop(result, now());
    result->operations = crowd.size;
    printf("ready\n");
    fflush(stdout);
    while (read(STDIN_FILENO, typed, sizeof typed) > 0) {
        /* What is typed means nothing. */
    }
    struct epoll_event events[EVENTS];
    int ready = epoll_wait(crowd.epoll, events, EVENTS, 0);
    for (int i = 0; i < ready; i++) {
        hear(&crowd, events[i].data.ptr);
    }
    disperse(&crowd);
}
