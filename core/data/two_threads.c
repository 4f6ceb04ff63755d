/* two_threads.c - the same work on two things at once. */
#include "data/two_threads.h"

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct task {
    void (*work)(void *on);
    void *on;
} task;

static void *run(void *context) {
    task *t = context;
    t->work(t->on);
    return NULL;
}

void in_two_threads(void (*work)(void *on), void *first, void *second) {
    pthread_t other;
    task beside = {work, second};
    bool started = second && pthread_create(&other, NULL, run, &beside) == 0;
    work(first);
    if (started)
        pthread_join(other, NULL);
    else if (second)
        work(second);
}
