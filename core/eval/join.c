/* join.c - one result of the results of neighbouring stretches of partners. */
#include "eval/join.h"

#include "eval/totals.h"

#include <string.h>

typedef struct joining {
    arena *memory;
    const result_part *parts;
    size_t count;
    size_t partners;
    result *out;
} joining;

/* One array a partner: the parts' arrays one behind the other. `at` is its offset in the struct
 * that `of` finds. */
typedef const void *part_array(const result *part, size_t index);

static void *join_array(const joining *j, size_t item_size, part_array *of, size_t index) {
    char *whole = arena_array(j->memory, j->partners, item_size);
    for (size_t i = 0; whole && i < j->count; i++)
        memcpy(whole + j->parts[i].first * item_size, of(j->parts[i].out, index),
               j->parts[i].count * item_size);
    return whole;
}

#define PART_ARRAY(name, expression)                                                           \
    static const void *name(const result *part, size_t index) {                                \
        (void)index;                                                                           \
        return (expression);                                                                   \
    }

PART_ARRAY(wrong_of, part->wrong)
PART_ARRAY(payout_of, part->payout)
PART_ARRAY(qualified_values, part->qualified[index].values)
PART_ARRAY(qualified_states, part->qualified[index].states)
PART_ARRAY(level_values, part->levels[index].values)
PART_ARRAY(level_states, part->levels[index].states)
PART_ARRAY(incentive_states, part->incentives[index].states)
PART_ARRAY(incentive_due, part->incentives[index].due)
PART_ARRAY(incentive_paid, part->incentives[index].paid)
PART_ARRAY(fund_states, part->funds[index].states)
PART_ARRAY(fund_due, part->funds[index].due)
PART_ARRAY(fund_opening, part->funds[index].opening)
PART_ARRAY(fund_accrued, part->funds[index].accrued)
PART_ARRAY(fund_paid, part->funds[index].paid)
PART_ARRAY(fund_expired, part->funds[index].expired)
PART_ARRAY(fund_balance, part->funds[index].balance)

/* Lines or claims: where each partner's begin moves by what the parts before hold. */
static size_t *join_firsts(const joining *j, const size_t *(*first_of)(const result *, size_t),
                           size_t index, size_t item_size,
                           const void *(*items_of)(const result *, size_t), void **items) {
    size_t *first = arena_array(j->memory, j->partners + 1, sizeof *first);
    size_t total = 0;
    for (size_t i = 0; i < j->count; i++)
        total += first_of(j->parts[i].out, index)[j->parts[i].count];
    char *all = arena_array(j->memory, total, item_size);
    if (!first || !all) return NULL;
    size_t before = 0;
    for (size_t i = 0; i < j->count; i++) {
        const result_part *part = &j->parts[i];
        const size_t *own = first_of(part->out, index);
        for (size_t p = 0; p <= part->count; p++)
            first[part->first + p] = before + own[p];
        size_t own_count = own[part->count];
        if (own_count)
            memcpy(all + before * item_size, items_of(part->out, index), own_count * item_size);
        before += own_count;
    }
    *items = all;
    return first;
}

static const size_t *first_line(const result *part, size_t index) {
    return part->incentives[index].first;
}

PART_ARRAY(lines_of, part->incentives[index].lines)

static const size_t *first_claim(const result *part, size_t index) {
    return part->funds[index].first;
}

PART_ARRAY(claims_of, part->funds[index].claims)

static bool join_incentive(const joining *j, size_t i) {
    incentive_result *out = &j->out->incentives[i];
    void *lines = NULL;
    out->states = join_array(j, 1, incentive_states, i);
    out->due = join_array(j, 1, incentive_due, i);
    out->paid = join_array(j, sizeof(number), incentive_paid, i);
    out->first = join_firsts(j, first_line, i, sizeof(line), lines_of, &lines);
    out->lines = lines;
    return out->states && out->due && out->paid && out->first;
}

static bool join_fund(const joining *j, size_t i) {
    fund_result *out = &j->out->funds[i];
    void *claims = NULL;
    out->states = join_array(j, 1, fund_states, i);
    out->due = join_array(j, 1, fund_due, i);
    out->opening = join_array(j, sizeof(number), fund_opening, i);
    out->accrued = join_array(j, sizeof(number), fund_accrued, i);
    out->paid = join_array(j, sizeof(number), fund_paid, i);
    out->expired = join_array(j, sizeof(number), fund_expired, i);
    out->balance = join_array(j, sizeof(number), fund_balance, i);
    out->first = join_firsts(j, first_claim, i, sizeof(claim_result), claims_of, &claims);
    out->claims = claims;
    return out->states && out->due && out->opening && out->accrued && out->paid &&
           out->expired && out->balance && out->first;
}

static bool join_ladder(const joining *j, size_t i) {
    column *qualified = &j->out->qualified[i], *level = &j->out->levels[i];
    qualified->values = join_array(j, sizeof(number), qualified_values, i);
    qualified->states = join_array(j, 1, qualified_states, i);
    level->values = join_array(j, sizeof(number), level_values, i);
    level->states = join_array(j, 1, level_states, i);
    return qualified->values && qualified->states && level->values && level->states;
}

static bool join_errors(const joining *j) {
    size_t count = 0;
    for (size_t i = 0; i < j->count; i++)
        count += j->parts[i].out->error_count;
    j->out->errors = arena_array(j->memory, count, sizeof *j->out->errors);
    for (size_t i = 0; j->out->errors && i < j->count; i++) {
        const result *part = j->parts[i].out;
        if (part->error_count)
            memcpy(j->out->errors + j->out->error_count, part->errors,
                   part->error_count * sizeof *part->errors);
        j->out->error_count += part->error_count;
    }
    return j->out->errors != NULL;
}

static bool join_everything(const joining *j) {
    const plan *p = j->out->plan;
    result *out = j->out;
    out->wrong = join_array(j, 1, wrong_of, 0);
    out->payout = join_array(j, sizeof(number), payout_of, 0);
    out->incentives = arena_array(j->memory, p->incentive_count, sizeof *out->incentives);
    out->funds = arena_array(j->memory, p->fund_count, sizeof *out->funds);
    out->qualified = arena_array(j->memory, p->ladder_count, sizeof *out->qualified);
    out->levels = arena_array(j->memory, p->ladder_count, sizeof *out->levels);
    bool fine = out->wrong && out->payout && out->incentives && out->funds && out->qualified &&
                out->levels;
    for (size_t i = 0; fine && i < p->incentive_count; i++)
        fine = join_incentive(j, i);
    for (size_t i = 0; fine && i < p->fund_count; i++)
        fine = join_fund(j, i);
    for (size_t i = 0; fine && i < p->ladder_count; i++)
        fine = join_ladder(j, i);
    return fine && join_errors(j);
}

result *join_results(arena *memory, const plan *p, const facts *f, const result_part *parts,
                     size_t count, bool *overflow) {
    result *out = arena_allocate(memory, sizeof *out);
    if (!out) return NULL;
    *out = (result){.plan = p, .facts = f, .parts = parts, .part_count = count};
    joining j = {memory, parts, count, f->partner_count, out};
    if (!join_everything(&j)) return NULL;
    out->totals = parts[0].out->totals;
    for (size_t i = 1; i < count && !*overflow; i++)
        *overflow = !totals_add(&out->totals, &parts[i].out->totals, p);
    return out;
}
