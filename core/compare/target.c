#include "compare/target.h"

#include "base/nearest.h"
#include "bind/written.h"

#include <string.h>

typedef struct reading {
    arena *memory;
    problem_list *problems;
    const plan *plan;
    const char *wanted; /* the figure's name, without "totals." */
    target *out;
    nearest guess;
    bool found;
} reading;

static const place NOWHERE = {0};

/* Takes the figure when it is the one that is wanted. */
static void offer(reading *r, figure_kind kind, size_t index, size_t level, const char *name) {
    if (!name || r->found) return;
    nearest_offer(&r->guess, name);
    if (strcmp(name, r->wanted)) return;
    r->found = true;
    r->out->figure = kind;
    r->out->index = index;
    r->out->level = level;
    r->out->name = arena_print(r->memory, "totals.%s", name);
}

static void offer_standing(reading *r) {
    const plan *p = r->plan;
    for (size_t i = 0; i < p->ladder_count; i++) {
        const ladder *l = &p->ladders[i];
        for (size_t k = 0; k < l->level_count; k++)
            offer(r, FIGURE_LEVEL, i, k,
                  arena_print(r->memory, "ladders.%s.%s", l->is.name, l->levels[k].is.name));
    }
    for (size_t i = 0; i < p->holding_count; i++)
        offer(r, FIGURE_HELD, i, 0,
              arena_print(r->memory, "%s.%s",
                          p->holdings[i].obligation ? "obligations" : "certifications",
                          p->holdings[i].is.name));
    for (size_t i = 0; i < p->score_count; i++)
        if (p->scores[i].passed)
            offer(r, FIGURE_PASSED, i, 0,
                  arena_print(r->memory, "scores.%s", p->scores[i].is.name));
}

static void offer_fund(reading *r, size_t i) {
    static const char *const parts[] = {"accrued", "paid", "expired", "balance"};
    for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
        offer(r, (figure_kind)(FIGURE_ACCRUED + (int)k), i, 0,
              arena_print(r->memory, "funds.%s.%s", r->plan->funds[i].is.name, parts[k]));
}

static bool find_figure(reading *r) {
    offer(r, FIGURE_PAYOUT, 0, 0, "payout");
    offer(r, FIGURE_PARTNERS, 0, 0, "partners");
    offer(r, FIGURE_ERRORS, 0, 0, "errors");
    for (size_t i = 0; i < r->plan->incentive_count; i++)
        offer(r, FIGURE_INCENTIVE, i, 0,
              arena_print(r->memory, "incentives.%s", r->plan->incentives[i].is.name));
    for (size_t i = 0; i < r->plan->fund_count; i++)
        offer_fund(r, i);
    offer_standing(r);
    if (r->found || r->memory->failed) return r->found;
    const char *hint = r->guess.best
                           ? arena_print(r->memory, "did you mean 'totals.%s'?", r->guess.best)
                           : "totals.payout, totals.incentives.NAME, totals.funds.NAME.paid or "
                             "totals.ladders.LADDER.LEVEL can be sought";
    return problem_add(r->problems, NOWHERE, hint, "there is no total 'totals.%s'", r->wanted);
}

/* payout != 100, payout =< 100 */
static bool is_comparison(reading *r, const char *text, const char *figure,
                          const char *wanted) {
    size_t length = strlen(figure);
    bool other = length && (figure[length - 1] == '!' || figure[length - 1] == '~');
    if (!other && !strchr("<>=", *wanted)) return true;
    return problem_add(r->problems, NOWHERE, "write one of <=, >=, <, > and =",
                       "'%s' compares in no way that can be sought", text);
}

static bool read_wanted(reading *r, const char *text) {
    const term plain = {.kind = TERM_NUMBER};
    if (strchr(text, '%') || strstr(text, "percent"))
        return problem_add(r->problems, NOWHERE, "write an amount or a count",
                           "'%s' is a percent, and 'totals.%s' is none", text, r->wanted);
    const term *value = written_term(r->memory, text, &plain, NOWHERE, r->problems);
    return value && written_number(value, &r->out->wanted);
}

/* The text without blanks at its ends. */
static const char *trimmed(arena *memory, const char *from, const char *to) {
    while (from < to && *from == ' ')
        from++;
    while (to > from && to[-1] == ' ')
        to--;
    return arena_copy(memory, from, (size_t)(to - from));
}

/* "<=" and its likes at the beginning, or NULL. */
static const char *sign_at(const char *text, size_t *length) {
    static const char *const written[] = {"<=", ">=", "==", "<", ">", "="};
    for (size_t i = 0; i < sizeof written / sizeof *written; i++) {
        *length = strlen(written[i]);
        if (strncmp(text, written[i], *length) == 0)
            return strcmp(written[i], "==") ? written[i] : "=";
    }
    *length = 0;
    return NULL;
}

bool target_read(arena *memory, const char *text, const plan *p, target *out,
                 problem_list *problems) {
    reading r = {.memory = memory, .problems = problems, .plan = p, .out = out};
    size_t name = strcspn(text, "<>="), length = 0;
    *out = (target){.sign = sign_at(text + name, &length)};
    const char *figure = trimmed(memory, text, text + name);
    const char *wanted = trimmed(memory, text + name + length, text + strlen(text));
    if (!figure || !wanted) return false;
    if (!out->sign || !*figure || !*wanted)
        return problem_add(problems, NOWHERE, "write it like 'totals.payout <= 2000000'",
                           "'%s' compares no total with a number", text);
    if (!is_comparison(&r, text, figure, wanted)) return false;
    r.wanted = strncmp(figure, "totals.", 7) == 0 ? figure + 7 : figure;
    r.guess = nearest_to(r.wanted);
    return find_figure(&r) && read_wanted(&r, wanted);
}

number target_figure(const target *t, const totals *of) {
    switch (t->figure) {
    case FIGURE_PARTNERS:
        return number_from_integer((int64_t)of->partners);
    case FIGURE_ERRORS:
        return number_from_integer((int64_t)of->errors);
    case FIGURE_LEVEL:
        return number_from_integer((int64_t)of->levels[t->index][t->level]);
    case FIGURE_HELD:
        return number_from_integer((int64_t)of->held[t->index]);
    case FIGURE_PASSED:
        return number_from_integer((int64_t)of->passed[t->index]);
    case FIGURE_INCENTIVE:
        return of->incentives[t->index];
    case FIGURE_ACCRUED:
        return of->funds[t->index].accrued;
    case FIGURE_PAID:
        return of->funds[t->index].paid;
    case FIGURE_EXPIRED:
        return of->funds[t->index].expired;
    case FIGURE_BALANCE:
        return of->funds[t->index].balance;
    default:
        return of->payout;
    }
}

bool target_is_money(const target *t) {
    return t->figure == FIGURE_PAYOUT || t->figure >= FIGURE_INCENTIVE;
}

int target_side(const target *t, const totals *of) {
    return number_compare(target_figure(t, of), t->wanted);
}

bool target_holds(const target *t, int side) {
    switch (t->sign[0]) {
    case '<':
        return side < 0 || (side == 0 && t->sign[1]);
    case '>':
        return side > 0 || (side == 0 && t->sign[1]);
    default:
        return side == 0;
    }
}
