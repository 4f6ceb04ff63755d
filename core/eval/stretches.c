#include "eval/stretches.h"

#include "eval/cap.h"
#include "eval/join.h"
#include "eval/room.h"

#include <pthread.h>
#include <string.h>

enum {
    MOST_THREADS = 64,
    FEWEST_ROWS = 20000,  /* below that a thread costs more than it brings */
    STRETCH_ROWS = 40000, /* rows and partners of a stretch whose columns are not kept */
};

bool stretches_stand_alone(const plan *p) {
    if (p->across) return false;
    for (size_t i = 0; i < p->incentive_count; i++)
        if (caps_have_total(p->incentives[i].caps, p->incentives[i].cap_count)) return false;
    for (size_t i = 0; i < p->fund_count; i++)
        if (caps_have_total(p->funds[i].caps, p->funds[i].cap_count)) return false;
    return true;
}

/* What one thread does; padded so that no two share a cache line. */
typedef struct worker {
    const stretching *how;
    result *whole;      /* NULL: there is one part, which is it */
    result_part *parts; /* its own */
    size_t count;
    arena memory, working, lists;
    pthread_t thread;
    bool started, fine;
    char padding[128];
} worker;

static bool evaluate_part(worker *w, result_part *part, struct callables **callables) {
    const stretching *how = w->how;
    partner_set over = {.count = part->count, .first = part->first};
    evaluation *e = open_evaluation(&w->memory, how->plan, how->facts, over, how->lends);
    if (!e) return false;
    e->callables = *callables; /* made once a thread */
    e->whole = w->whole;
    if (w->whole) e->lists = &w->lists;
    if (!how->as_base) e->partners.scratch = &w->working;
    part->out = evaluation_run(e);
    *callables = e->callables;
    if (!how->as_base && part->out && !evaluation_keep(e)) return false;
    arena_reset(&w->working);
    return part->out && !w->working.failed;
}

static void *work(void *context) {
    worker *w = context;
    struct callables *callables = NULL;
    w->fine = true;
    for (size_t i = 0; w->fine && i < w->count; i++)
        w->fine = evaluate_part(w, &w->parts[i], &callables);
    arena_free(&w->working);
    return NULL;
}

static size_t rows_before(const facts *f, uint32_t partner) {
    size_t rows = partner;
    for (size_t t = 1; t < f->table_count; t++)
        rows += f->tables[t].reference ? 0 : f->tables[t].first[partner];
    return rows;
}

/* Cuts the partners where about the same number of rows stand between. */
static void cut(const facts *f, result_part *parts, size_t count) {
    size_t rows = rows_before(f, (uint32_t)f->partner_count);
    uint32_t partner = 0;
    for (size_t i = 0; i < count; i++) {
        size_t end = rows / count * (i + 1);
        parts[i].first = partner;
        while (partner < f->partner_count && (i + 1 == count || rows_before(f, partner) < end))
            partner++;
        parts[i].count = partner - parts[i].first;
    }
}

static int useful_threads(int jobs, size_t rows) {
    if (jobs > MOST_THREADS) jobs = MOST_THREADS;
    if ((size_t)jobs > rows / FEWEST_ROWS) jobs = (int)(rows / FEWEST_ROWS);
    return jobs < 1 ? 1 : jobs;
}

static result_part *make_parts(arena *memory, const stretching *how, int jobs, size_t *count) {
    const result *base = how->lends ? how->lends->base : NULL;
    size_t rows = rows_before(how->facts, (uint32_t)how->facts->partner_count);
    *count = base ? base->part_count : (size_t)jobs;
    if (!base && !how->as_base) *count *= rows / (size_t)jobs / STRETCH_ROWS + 1;
    if (*count == 0) *count = 1;
    result_part *parts = arena_array(memory, *count, sizeof *parts);
    if (!parts) return NULL;
    if (base && base->part_count)
        memcpy(parts, base->parts, *count * sizeof *parts);
    else
        cut(how->facts, parts, *count);
    return parts;
}

static bool run_workers(worker *all, int jobs) {
    bool fine = true;
    for (int i = 1; i < jobs; i++)
        all[i].started = pthread_create(&all[i].thread, NULL, work, &all[i]) == 0;
    work(&all[0]);
    for (int i = 1; i < jobs; i++) {
        if (all[i].started)
            pthread_join(all[i].thread, NULL);
        else
            work(&all[i]); /* no thread was to be had: the work is done all the same */
    }
    for (int i = 0; i < jobs; i++)
        fine = fine && all[i].fine;
    return fine;
}

/* What explanations ask for later is computed in the result's own memory: the workers' is gone.
 */
static void move_in(result_part *parts, size_t count, arena *memory) {
    for (size_t i = 0; i < count; i++) {
        evaluation *e = parts[i].out->workings;
        e->memory = e->partners.scratch = e->texts.memory = memory;
    }
}

result *evaluate_stretches(arena *memory, const stretching *how) {
    const facts *f = how->facts;
    size_t count;
    int jobs = useful_threads(how->jobs, rows_before(f, (uint32_t)f->partner_count));
    result_part *parts = make_parts(memory, how, jobs, &count);
    result *whole = count > 1 ? room_for_whole(memory, how->plan, f) : NULL;
    if ((size_t)jobs > count) jobs = (int)count;
    worker *all = arena_array(memory, (size_t)jobs, sizeof *all);
    if (!parts || !all || (count > 1 && !whole)) return NULL;
    for (size_t i = 0, from = 0; i < (size_t)jobs; i++) {
        size_t to = count * (i + 1) / (size_t)jobs;
        all[i].how = how;
        all[i].whole = whole;
        all[i].parts = parts + from;
        all[i].count = to - from;
        from = to;
    }
    bool fine = run_workers(all, jobs), overflow = false;
    bool joined = fine && count > 1 && join_results(memory, whole, parts, count, &overflow);
    for (int i = 0; i < jobs; i++) {
        arena_adopt(memory, &all[i].memory);
        fine = fine && !all[i].lists.failed;
        arena_free(&all[i].lists);
    }
    if (!fine) {
        memory->failed = true;
        return NULL;
    }
    move_in(parts, count, memory);
    if (count == 1) return parts[0].out;
    if (!joined) return NULL;
    if (!overflow) return whole;
    /* Whose figure does not fit into a total is told by going over the partners in order. */
    return evaluate_over(memory, how->plan, f, (partner_set){.count = f->partner_count}, NULL);
}
