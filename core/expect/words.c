/* words.c - the words of test cases, table after table; those for benefits and for everything
 * together. */
#include "expect/words.h"

#include <string.h>

bool wanted_is_list(const wanted_value *w) {
    return w->of_all ? w->word->list_of_all != NULL : w->word->list != NULL;
}

bool wanted_add(arena *memory, wanted_list *out, const char *item) {
    const char **moved =
        arena_grow(memory, out->items, out->count, &out->capacity, sizeof *moved);
    if (!item || !moved) return false;
    out->items = moved;
    out->items[out->count++] = item;
    return true;
}

value wanted_none(void) {
    return (value){.state = CELL_NONE};
}

value wanted_count(size_t count) {
    return (value){.state = CELL_VALUE,
                   .type = TYPE_NUMBER,
                   .measure = MEASURE_COUNT,
                   .number = number_from_integer((int64_t)count)};
}

value wanted_paid(bool fine, number amount) {
    return (value){.state = fine ? CELL_VALUE : CELL_WRONG,
                   .type = TYPE_NUMBER,
                   .measure = MEASURE_MONEY,
                   .number = amount};
}

void wanted_kind(const node *n, wanted_value *w) {
    w->type = n->type;
    w->measure = n->measure;
}

/* --- benefits -------------------------------------------------------------------------------
 */

/* The n-th of all that anything gives; the same name may come several times. */
static const benefit *benefit_at(const plan *p, size_t n) {
    for (size_t i = 0; i < p->ladder_count; i++) {
        for (size_t k = 0; k < p->ladders[i].level_count; k++) {
            const level *one = &p->ladders[i].levels[k];
            if (n < one->gives_count) return &one->gives[n];
            n -= one->gives_count;
        }
    }
    for (size_t i = 0; i < p->holding_count; i++) {
        if (n < p->holdings[i].gives_count) return &p->holdings[i].gives[n];
        n -= p->holdings[i].gives_count;
    }
    return NULL;
}

static const char *benefit_name(const plan *p, size_t n) {
    const benefit *found = benefit_at(p, n);
    return found ? found->name : NULL;
}

static void benefit_kind(const plan *p, wanted_value *w) {
    wanted_kind(benefit_at(p, w->index)->value, w);
    w->rule = NULL;
}

static value benefit_value_of(const wanted_question *q) {
    const char *name = benefit_at(q->of->plan, q->wanted->index)->name;
    size_t count = 0;
    benefit_value *given = result_benefits(q->of, q->partner, q->memory, &count);
    for (size_t i = 0; given && i < count; i++)
        if (strcmp(given[i].name, name) == 0) return given[i].value;
    return wanted_none();
}

/* --- everything together --------------------------------------------------------------------
 */

static value payout_value(const wanted_question *q) {
    return wanted_paid(!q->of->wrong[q->partner], q->of->payout[q->partner]);
}

static value payout_total(const wanted_question *q) {
    return wanted_paid(true, q->of->totals.payout);
}

static value partners_total(const wanted_question *q) {
    return wanted_count(q->of->totals.partners);
}

static value errors_total(const wanted_question *q) {
    return wanted_count(q->of->totals.errors);
}

/* Each with the rule in which it arose: "region_factor: there is no entry for 'MARS'". */
static bool error_list(const wanted_question *q, wanted_list *out) {
    for (size_t i = 0; i < q->of->error_count; i++) {
        const partner_error *e = &q->of->errors[i];
        if (e->partner != q->partner) continue;
        const char *said =
            e->rule ? arena_print(q->memory, "%s: %s", e->rule, e->message) : e->message;
        if (!wanted_add(q->memory, out, said)) return false;
    }
    return true;
}

void wanted_print_errors(const result *r, uint32_t partner, arena *scratch, text_buffer *out) {
    wanted_question q = {r, partner, NULL, scratch};
    wanted_list found = {0};
    if (!error_list(&q, &found)) out->failed = true;
    wanted_print_items(&found, out);
}

static const wanted_word others[] = {
    {.word = "benefit",
     .name = benefit_name,
     .kind = benefit_kind,
     .of_partner = benefit_value_of},
    {.word = "missing",
     .name = missing_name,
     .find = missing_find,
     .list = missing_keys,
     .known = missing_known},
    {.word = "payout",
     .measure = MEASURE_MONEY,
     .of_partner = payout_value,
     .of_all = payout_total},
    {.word = "errors", .is_count = true, .of_all = errors_total, .list = error_list},
    {.word = "partners", .is_count = true, .of_all = partners_total},
    {.word = NULL},
};

const wanted_word *wanted_word_at(size_t n) {
    const wanted_word *const tables[] = {wanted_standing, wanted_money, wanted_given, others};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        for (const wanted_word *word = tables[i]; word->word; word++)
            if (n-- == 0) return word;
    return NULL;
}
