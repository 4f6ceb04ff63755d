/* edges.c - who stands close to a line: evaluates each near line from its other side.
 *
 * Partners of most programs have nothing to do with each other: then one evaluation answers one
 * line of everybody. What moves where they do (cap.total, rank) is evaluated line by line, the
 * nearest first, up to a limit; what was not looked at is counted. */
#include "api/failure.h"
#include "api/nouns.h"
#include "api/report_options.h"
#include "eval/evaluate.h"

#include <stdlib.h>
#include <string.h>

enum { ONE_BY_ONE = 500 /* lines at most */, EVERYTHING = -1 };

typedef struct edge_search {
    arena *memory;
    const rung_result *of;
    const result *base;
    edges_head *head;
    near_line *lines; /* by partner */
    size_t line_count;
    edge_list found;
    bool apart; /* partners have nothing to do with each other */
} edge_search;

static bool add_override(arena *memory, const edge_search *s, const near_line *line,
                         metric_overrides *out) {
    char digits[NUMBER_TEXT];
    number_print(digits, line->target, 0);
    const char *copy = arena_string(memory, digits);
    out->items[out->count++] =
        (metric_override){.partner = s->base->facts->partner_ids[line->partner].bytes,
                          .metric = line->name,
                          .value = copy};
    return copy != NULL;
}

/* What the scenario of the result says already, with room for more. */
static bool begin_overrides(arena *memory, const edge_search *s, size_t more,
                            metric_overrides *out) {
    static const metric_overrides none = {0};
    const metric_overrides *own = s->of->scenario ? &s->of->scenario->overrides : &none;
    *out =
        (metric_overrides){.items = arena_array(memory, own->count + more, sizeof *out->items),
                           .count = own->count};
    if (!out->items) return false;
    if (own->count) memcpy(out->items, own->items, own->count * sizeof *own->items);
    return true;
}

/* The program with what these lines ask of on the other side; a partner may come once. */
static plan *bind_lines(arena *memory, const edge_search *s, const near_line *const *lines,
                        size_t count) {
    problem_list problems = {.memory = memory};
    metric_overrides *overrides = arena_allocate(memory, sizeof *overrides);
    if (!overrides || !begin_overrides(memory, s, count, overrides)) return NULL;
    for (size_t i = 0; i < count; i++)
        if (!add_override(memory, s, lines[i], overrides)) return NULL;
    return bind_plan_with(memory, s->of->rules, &s->base->facts->catalog, s->of->facts->as_of,
                          overrides, &problems);
}

/* Keeps the edges among lines that are evaluated together; *apart: their partners have nothing
 * to do with each other, else nothing is kept. */
static bool evaluate_lines(edge_search *s, const near_line *const *lines, size_t count,
                           bool *apart) {
    arena scratch = {0};
    const plan *p = bind_lines(&scratch, s, lines, count);
    *apart = count == 1 || (p && partners_stand_apart(s->base->plan, p));
    const partial_result *found =
        p && *apart ? evaluate_against(&scratch, p, s->base, s->of->jobs) : NULL;
    bool fine = p && (found || !*apart);
    for (size_t i = 0; found && fine && i < count; i++)
        fine = edges_read(s->memory, s->base, found, lines[i], &s->found);
    arena_free(&scratch);
    return fine;
}

/* The n-th line of every partner that has so many, of one thing that moves or of all. */
static size_t pick_round(const edge_search *s, size_t n, int place, const near_line **out) {
    const near_line *last = NULL;
    size_t count = 0, own = 0;
    for (size_t i = 0; i < s->line_count; i++) {
        const near_line *line = &s->lines[i];
        if (place != EVERYTHING && line->place != place) continue;
        own = last && line->partner == last->partner ? own + 1 : 0;
        if (own == n) out[count++] = line;
        last = line;
    }
    return count;
}

/* All the lines in as few evaluations as can be; *apart false: nothing was kept. */
static bool evaluate_rounds(edge_search *s, int place, bool *apart) {
    const near_line **picked = arena_array(s->memory, s->line_count, sizeof *picked);
    size_t before = s->found.count;
    *apart = true;
    if (!picked) return false;
    for (size_t n = 0; *apart; n++) {
        size_t count = pick_round(s, n, place, picked);
        if (!count) return true;
        if (!evaluate_lines(s, picked, count, apart)) return false;
    }
    s->found.count = before;
    return true;
}

/* How far, as a part of what is needed; lines of 0 come last. */
static int compare_closeness(const void *a, const void *b) {
    const near_line *x = *(const near_line *const *)a, *y = *(const near_line *const *)b;
    number xs = NUMBER_LIMIT, ys = NUMBER_LIMIT;
    if (x->needed) number_divide(&xs, x->gap, x->needed < 0 ? -x->needed : x->needed);
    if (y->needed) number_divide(&ys, y->gap, y->needed < 0 ? -y->needed : y->needed);
    if (xs != ys) return xs < ys ? -1 : 1;
    return x < y ? -1 : x > y;
}

static bool evaluate_one_by_one(edge_search *s, const near_line **order, size_t count) {
    size_t most = count < ONE_BY_ONE ? count : ONE_BY_ONE;
    bool fine = true, apart;
    if (!count) return true;
    qsort(order, count, sizeof *order, compare_closeness);
    s->head->one_by_one = true;
    s->head->not_evaluated = count - most;
    for (size_t i = 0; fine && i < most; i++)
        fine = evaluate_lines(s, &order[i], 1, &apart);
    return fine;
}

/* What moves, one after the other: some of it may concern others, some not. */
static bool evaluate_by_mover(edge_search *s) {
    const near_line **together = arena_array(s->memory, s->line_count, sizeof *together);
    size_t count = 0;
    bool fine = together != NULL, apart;
    int last = EVERYTHING;
    for (size_t i = 0; i < s->line_count; i++)
        if (s->lines[i].place > last) last = s->lines[i].place;
    for (int place = 0; fine && place <= last; place++) {
        fine = evaluate_rounds(s, place, &apart);
        for (size_t i = 0; fine && !apart && i < s->line_count; i++)
            if (s->lines[i].place == place) together[count++] = &s->lines[i];
    }
    return fine && evaluate_one_by_one(s, together, count);
}

static bool evaluate_all_lines(edge_search *s) {
    bool apart;
    return evaluate_rounds(s, EVERYTHING, &apart) && (apart || evaluate_by_mover(s));
}

/* Where the way to a line leads over another one, the level may have turned at that one. */
static bool drop_earlier(edge_search *s) {
    edges_head head = {0};
    edge_search before = *s;
    before.head = &head;
    before.found = (edge_list){0};
    before.lines = edges_approaches(s->memory, &s->found, &before.line_count);
    if (!before.lines || !evaluate_all_lines(&before)) return false;
    edges_drop_earlier(&s->found, &before.found);
    return true;
}

static bool search(edge_search *s, nearness how, const report_options *only) {
    if (!near_lines_find(s->memory, s->base, how, only->partners, only->partner_count,
                         &s->lines, &s->line_count))
        return false;
    s->head->looked_at = s->line_count;
    if (!evaluate_all_lines(s) || !drop_earlier(s)) return false;
    edges_sort(&s->found);
    return true;
}

/* "5%" or "2" */
static bool read_nearness(const char *within, nearness *out) {
    size_t length = strlen(within);
    out->part = length > 1 && within[length - 1] == '%';
    if (!number_from_text(&out->most, within, length - out->part) || out->most < 0)
        return false;
    return !out->part || number_divide(&out->most, out->most, number_from_integer(100));
}

/* A base keeps what later evaluations take over. */
static const result *base_of(const rung_result *r, arena *memory) {
    if (r->as_base && r->found && !r->part) return r->found;
    return evaluate(memory, r->bound, r->facts->read, r->jobs, true);
}

rung_status rung_edges(const rung_result *result, const char *within,
                       const rung_report_options *options, rung_write *write, void *context,
                       rung_error *error) {
    arena memory = {0};
    rung_report_options asked;
    report_options plain;
    nearness how;
    report_target to = {.write = write, .context = context};
    edges_head head = {.within = within ? within : "5%"};
    edge_search s = {.memory = &memory, .of = result, .head = &head};
    rung_status status = read_report_options(options, USUAL_FORMATS, &asked, &plain, error);
    if (status == RUNG_OK && !read_nearness(head.within, &how))
        status = fail(error, RUNG_BAD_ARGUMENT,
                      "'%s' is neither a part such as 5%% nor a number", head.within);
    if (status == RUNG_OK)
        status = find_report_partners(result->facts->read, &asked, &memory, &plain, error);
    if (status == RUNG_OK) {
        s.base = base_of(result, &memory);
        status = s.base && search(&s, how, &plain)
                     ? report_written(
                           report_edges(s.base, &s.found, &head, &plain, report_write, &to),
                           &to, error)
                     : out_of_memory(error);
    }
    arena_free(&memory);
    return status;
}
