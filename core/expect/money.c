/* money.c - words of test cases for what rules pay, carry over and keep in funds. */
#include "expect/words.h"

/* --- incentives -----------------------------------------------------------------------------
 */

static const char *incentive_name(const plan *p, size_t n) {
    return n < p->incentive_count ? p->incentives[n].is.name : NULL;
}

static value incentive_value(const wanted_question *q) {
    const incentive_result *of = &q->of->incentives[q->wanted->index];
    return wanted_paid(of->states[q->partner] == CELL_VALUE, of->paid[q->partner]);
}

static value incentive_total(const wanted_question *q) {
    return wanted_paid(true, q->of->totals.incentives[q->wanted->index]);
}

static const char *carried_name(const plan *p, size_t n) {
    if (n >= p->incentive_count) return NULL;
    return incentive_carries(&p->incentives[n]) ? p->incentives[n].is.name : "";
}

static value carried_value(const wanted_question *q) {
    const incentive_result *of = &q->of->incentives[q->wanted->index];
    bool fine = of->states[q->partner] == CELL_VALUE;
    return wanted_paid(fine, fine && of->carried ? of->carried[q->partner] : 0);
}

static value carried_total(const wanted_question *q) {
    const number *carried = q->of->totals.carried;
    return wanted_paid(true, carried ? carried[q->wanted->index] : 0);
}

static const char *payee_name(const plan *p, size_t n) {
    if (n >= p->incentive_count) return NULL;
    return p->incentives[n].payee ? p->incentives[n].is.name : "";
}

/* Somebody who was paid nothing got 0. */
static value payee_value(const wanted_question *q) {
    const incentive_result *of = &q->of->incentives[q->wanted->index];
    number sum = 0;
    bool fine = of->states[q->partner] == CELL_VALUE;
    bool pays = lines_are_paid(of, q->partner);
    for (size_t k = of->first[q->partner]; fine && pays && k < of->first[q->partner + 1]; k++) {
        const line *l = &of->lines[k];
        if (l->payee < 0 ||
            !text_equal(result_payee(q->of, q->partner, l), text_of(q->wanted->rest)))
            continue;
        fine = number_add(&sum, sum, l->paid);
    }
    return wanted_paid(fine, sum);
}

/* --- funds ----------------------------------------------------------------------------------
 */

static const char *const fund_parts[] = {"paid",    "accrued", "balance",
                                         "expired", "opening", NULL};

static const char *fund_name(const plan *p, size_t n) {
    return n < p->fund_count ? p->funds[n].is.name : NULL;
}

static value fund_value(const wanted_question *q) {
    const fund_result *f = &q->of->funds[q->wanted->index];
    const number *const parts[] = {f->paid, f->accrued, f->balance, f->expired, f->opening};
    bool fine = f->states[q->partner] == CELL_VALUE;
    return wanted_paid(fine, fine ? parts[q->wanted->part][q->partner] : 0);
}

static value fund_total_value(const wanted_question *q) {
    const fund_total *f = &q->of->totals.funds[q->wanted->index];
    const number parts[] = {f->paid, f->accrued, f->balance, f->expired};
    return q->wanted->part < 4 ? wanted_paid(true, parts[q->wanted->part]) : wanted_none();
}

/* --- routings -------------------------------------------------------------------------------
 */

static const char *routing_name(const plan *p, size_t n) {
    return n < p->routing_count ? p->routings[n].is.name : NULL;
}

/* The ids of the rows that went to the partner. */
static bool routed_list(const wanted_question *q, wanted_list *out) {
    const result *r = q->of;
    const routing_result *found = &r->routings[q->wanted->index];
    const facts_table *table = &r->facts->tables[r->plan->routings[q->wanted->index].each];
    text_buffer id = {0};
    for (size_t k = found->first[q->partner]; k < found->first[q->partner + 1]; k++) {
        const char **moved =
            arena_grow(q->memory, out->items, out->count, &out->capacity, sizeof *moved);
        text_clear(&id);
        facts_row_id(r->facts, table, found->leads[found->taken[k]].row, &id);
        if (!moved || id.failed) break;
        out->items = moved;
        out->items[out->count++] = arena_copy(q->memory, id.bytes ? id.bytes : "", id.length);
    }
    text_free(&id);
    return !id.failed && !q->memory->failed;
}

const wanted_word wanted_money[] = {
    {.word = "incentive",
     .name = incentive_name,
     .measure = MEASURE_MONEY,
     .of_partner = incentive_value,
     .of_all = incentive_total},
    {.word = "spiff",
     .name = incentive_name,
     .measure = MEASURE_MONEY,
     .of_partner = incentive_value,
     .of_all = incentive_total},
    {.word = "carried",
     .name = carried_name,
     .measure = MEASURE_MONEY,
     .of_partner = carried_value,
     .of_all = carried_total},
    {.word = "payee",
     .name = payee_name,
     .has_rest = true,
     .measure = MEASURE_MONEY,
     .of_partner = payee_value},
    {.word = "fund",
     .name = fund_name,
     .parts = fund_parts,
     .needs_part = true,
     .measure = MEASURE_MONEY,
     .of_partner = fund_value,
     .of_all = fund_total_value},
    {.word = "routed", .name = routing_name, .list = routed_list},
    {.word = NULL},
};
