/* value.c - one value of one partner, or of the totals, by name: "incentive.volume_rebate". */
#include "explain/amount.h"
#include "report/report.h"

#include <string.h>

/* What a dotted name asks for. */
typedef struct asked {
    const result *r;
    int64_t partner; /* -1: the totals */
    const char *name;
    text_buffer *out;
} asked;

/* The rest of the name behind "noun.", or NULL. */
static const char *behind(const asked *a, const char *noun) {
    size_t length = strlen(noun);
    return strncmp(a->name, noun, length) == 0 && a->name[length] == '.' ? a->name + length + 1
                                                                         : NULL;
}

static bool show_text(const asked *a, text shown) {
    text_append(a->out, shown.bytes, shown.length);
    return true;
}

static bool show_value(const asked *a, const node *n) {
    char room[AMOUNT_TEXT];
    value v = result_value(a->r, n, (uint32_t)a->partner);
    return show_text(a, amount_machine(&v, a->r->plan, room));
}

static bool show_paid(const asked *a, bool fine, number paid) {
    char room[AMOUNT_TEXT];
    return fine ? show_text(a, amount_exact(paid, a->r->plan, room))
                : show_text(a, (text){"", 0});
}

static bool show_count(const asked *a, size_t count) {
    text_print(a->out, "%zu", count);
    return true;
}

static bool show_metric(const asked *a, const char *name) {
    const plan *p = a->r->plan;
    for (size_t i = 0; i < p->metric_count && a->partner >= 0; i++) {
        if (strcmp(p->metrics[i].is.name, name) == 0) return show_value(a, p->metrics[i].value);
    }
    return false;
}

static bool show_standing(const asked *a, size_t ladder, const char *level) {
    const struct ladder *l = &a->r->plan->ladders[ladder];
    if (a->partner >= 0) {
        const column *stands = &a->r->levels[ladder];
        if (*level || stands->states[a->partner] != CELL_VALUE)
            return !*level && show_text(a, (text){"", 0});
        return show_text(a, text_of(l->levels[(size_t)stands->values[a->partner]].is.name));
    }
    for (size_t i = 0; i < l->level_count; i++) {
        if (*level == '.' && strcmp(l->levels[i].is.name, level + 1) == 0)
            return show_count(a, a->r->totals.levels[ladder][i]);
    }
    return false;
}

static bool show_ladder(const asked *a, const char *name) {
    const plan *p = a->r->plan;
    for (size_t i = 0; i < p->ladder_count; i++) {
        size_t length = strlen(p->ladders[i].is.name);
        if (strncmp(p->ladders[i].is.name, name, length) == 0 &&
            (!name[length] || name[length] == '.'))
            return show_standing(a, i, name + length);
    }
    return false;
}

static bool show_holding(const asked *a, const char *name, bool obligation) {
    const plan *p = a->r->plan;
    for (size_t i = 0; i < p->holding_count; i++) {
        if (p->holdings[i].obligation != obligation || strcmp(p->holdings[i].is.name, name))
            continue;
        return a->partner >= 0 ? show_value(a, p->holdings[i].met)
                               : show_count(a, a->r->totals.held[i]);
    }
    return false;
}

/* A partner's points; of the totals how many pass. */
static bool show_score(const asked *a, const char *name) {
    const plan *p = a->r->plan;
    for (size_t i = 0; i < p->score_count; i++) {
        const score *s = &p->scores[i];
        if (strcmp(s->is.name, name) || (a->partner < 0 && !s->passed)) continue;
        return a->partner >= 0 ? show_value(a, s->total)
                               : show_count(a, a->r->totals.passed[i]);
    }
    return false;
}

static bool show_incentive(const asked *a, const char *name) {
    const plan *p = a->r->plan;
    for (size_t i = 0; i < p->incentive_count; i++) {
        if (strcmp(p->incentives[i].is.name, name)) continue;
        const incentive_result *paid = &a->r->incentives[i];
        if (a->partner < 0) return show_paid(a, true, a->r->totals.incentives[i]);
        return show_paid(a, paid->states[a->partner] == CELL_VALUE, paid->paid[a->partner]);
    }
    return false;
}

static bool show_carried(const asked *a, const char *name) {
    const plan *p = a->r->plan;
    for (size_t i = 0; i < p->incentive_count; i++) {
        const incentive_result *from = &a->r->incentives[i];
        if (strcmp(p->incentives[i].is.name, name) || !from->carried) continue;
        if (a->partner < 0) return show_paid(a, true, a->r->totals.carried[i]);
        return show_paid(a, from->states[a->partner] == CELL_VALUE, from->carried[a->partner]);
    }
    return false;
}

static bool show_fund_part(const asked *a, size_t fund, const char *part) {
    static const char *const names[] = {"accrued", "paid", "expired", "balance", "opening"};
    const fund_result *f = &a->r->funds[fund];
    const fund_total *all = &a->r->totals.funds[fund];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i], part)) continue;
        if (a->partner < 0) {
            const number sums[] = {all->accrued, all->paid, all->expired, all->balance};
            return i < 4 && show_paid(a, true, sums[i]);
        }
        const number *columns[] = {f->accrued, f->paid, f->expired, f->balance, f->opening};
        return show_paid(a, f->states[a->partner] == CELL_VALUE, columns[i][a->partner]);
    }
    return false;
}

static bool show_fund(const asked *a, const char *name) {
    const plan *p = a->r->plan;
    for (size_t i = 0; i < p->fund_count; i++) {
        size_t length = strlen(p->funds[i].is.name);
        if (strncmp(p->funds[i].is.name, name, length) == 0 && name[length] == '.')
            return show_fund_part(a, i, name + length + 1);
    }
    return false;
}

bool report_value(const result *r, int64_t partner, const char *name, text_buffer *out) {
    asked a = {r, partner, name, out};
    const char *rest;
    if (strcmp(name, "payout") == 0)
        return partner < 0 ? show_paid(&a, true, r->totals.payout)
                           : show_paid(&a, !r->wrong[partner], r->payout[partner]);
    if ((rest = behind(&a, "metric"))) return show_metric(&a, rest);
    if ((rest = behind(&a, "ladder"))) return show_ladder(&a, rest);
    if ((rest = behind(&a, "certification"))) return show_holding(&a, rest, false);
    if ((rest = behind(&a, "obligation"))) return show_holding(&a, rest, true);
    if ((rest = behind(&a, "score"))) return show_score(&a, rest);
    if ((rest = behind(&a, "incentive")) || (rest = behind(&a, "spiff")))
        return show_incentive(&a, rest);
    if ((rest = behind(&a, "carried"))) return show_carried(&a, rest);
    if ((rest = behind(&a, "fund"))) return show_fund(&a, rest);
    return false;
}
