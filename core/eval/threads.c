#include "eval/threads.h"

#include "base/memory.h"
#include "eval/join.h"

#include <pthread.h>
#include <string.h>

enum {
    MOST_THREADS = 64,
    FEWEST_ROWS = 20000 /* below that a thread costs more than it brings */
};

static bool has_total(const cap *caps, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (caps[i].kind == CAP_TOTAL) return true;
    return false;
}

bool stretches_stand_alone(const plan *p) {
    for (size_t i = 0; i < p->incentive_count; i++)
        if (has_total(p->incentives[i].caps, p->incentives[i].cap_count)) return false;
    for (size_t i = 0; i < p->fund_count; i++)
        if (has_total(p->funds[i].caps, p->funds[i].cap_count)) return false;
    return true;
}

/* What one thread does; padded so that no two share a cache line. */
typedef struct stretch {
    arena memory;
    const plan *plan;
    const facts *facts;
    result_part part;
    pthread_t thread;
    bool started;
    char padding[128];
} stretch;

static void *evaluate_one(void *context) {
    stretch *s = context;
    s->part.out = evaluate_over(&s->memory, s->plan, s->facts,
                                (partner_set){s->part.count, s->part.first, NULL, NULL}, NULL);
    return NULL;
}

static size_t rows_before(const facts *f, uint32_t partner) {
    size_t rows = partner;
    for (size_t t = 1; t < f->table_count; t++)
        rows += f->tables[t].first[partner];
    return rows;
}

/* Cuts the partners where about the same number of rows stand on both sides. */
static void cut_stretches(stretch *all, int jobs, const facts *f) {
    size_t rows = rows_before(f, (uint32_t)f->partner_count);
    uint32_t partner = 0;
    for (int i = 0; i < jobs; i++) {
        all[i].part.first = partner;
        size_t end = rows / (size_t)jobs * (size_t)(i + 1);
        while (partner < f->partner_count && (i + 1 == jobs || rows_before(f, partner) < end))
            partner++;
        all[i].part.count = partner - all[i].part.first;
    }
}

static bool run_stretches(stretch *all, int jobs) {
    for (int i = 1; i < jobs; i++)
        all[i].started = pthread_create(&all[i].thread, NULL, evaluate_one, &all[i]) == 0;
    evaluate_one(&all[0]);
    bool fine = all[0].part.out != NULL;
    for (int i = 1; i < jobs; i++) {
        if (all[i].started)
            pthread_join(all[i].thread, NULL);
        else
            evaluate_one(&all[i]); /* no thread was to be had: the work is done all the same */
        fine = fine && all[i].part.out;
    }
    return fine;
}

result *evaluate_in_threads(arena *memory, const plan *p, const facts *f, int jobs) {
    size_t rows = rows_before(f, (uint32_t)f->partner_count);
    partner_set everybody = {.count = f->partner_count};
    if (jobs > MOST_THREADS) jobs = MOST_THREADS;
    if ((size_t)jobs > rows / FEWEST_ROWS) jobs = (int)(rows / FEWEST_ROWS);
    if (jobs < 2) return evaluate_over(memory, p, f, everybody, NULL);
    stretch *all = arena_array(memory, (size_t)jobs, sizeof *all);
    result_part *parts = arena_array(memory, (size_t)jobs, sizeof *parts);
    if (!all || !parts) return NULL;
    cut_stretches(all, jobs, f);
    for (int i = 0; i < jobs; i++) {
        all[i].plan = p;
        all[i].facts = f;
    }
    bool fine = run_stretches(all, jobs);
    for (int i = 0; i < jobs; i++) {
        arena_adopt(memory, &all[i].memory);
        parts[i] = all[i].part;
    }
    bool overflow = false;
    result *out = fine ? join_results(memory, p, f, parts, (size_t)jobs, &overflow) : NULL;
    /* Whose figure does not fit into a total is told by going over the partners in order. */
    return overflow ? evaluate_over(memory, p, f, everybody, NULL) : out;
}
