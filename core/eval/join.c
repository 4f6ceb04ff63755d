/* join.c - one result of the results of neighbouring stretches of partners. */
#include "eval/join.h"

#include "eval/totals.h"

#include <string.h>

typedef struct joining {
    arena *memory;
    const result_part *parts;
    size_t count;
    result *out;
} joining;

/* Lines or claims: where each partner's begin moves by what the parts before hold. Afterwards
 * the parts look into the whole's lists: their own may be freed. */
static bool join_lists(const joining *j, const size_t *(*first_of)(const result *, size_t),
                       size_t index, size_t item_size,
                       const void *(*items_of)(const result *, size_t), size_t *first,
                       void **items) {
    size_t total = 0;
    for (size_t i = 0; i < j->count; i++)
        total += first_of(j->parts[i].out, index)[j->parts[i].count];
    char *all = arena_array(j->memory, total, item_size);
    if (!all) return false;
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
    return true;
}

static const size_t *first_line(const result *part, size_t index) {
    return part->incentives[index].first;
}

static const void *lines_of(const result *part, size_t index) {
    return part->incentives[index].lines;
}

static const size_t *first_claim(const result *part, size_t index) {
    return part->funds[index].first;
}

static const void *claims_of(const result *part, size_t index) {
    return part->funds[index].claims;
}

static const size_t *first_lot(const result *part, size_t index) {
    return part->funds[index].lot_first;
}

static const void *lots_of(const result *part, size_t index) {
    return part->funds[index].lots;
}

static bool join_lots(const joining *j, size_t i) {
    fund_result *out = &j->out->funds[i];
    void *lots = NULL;
    bool fine = join_lists(j, first_lot, i, sizeof(fund_lot), lots_of, out->lot_first, &lots);
    out->lots = lots;
    for (size_t k = 0; fine && k < j->count; k++) {
        fund_result *part = &j->parts[k].out->funds[i];
        part->lot_first = out->lot_first + j->parts[k].first;
        part->lots = out->lots;
    }
    return fine;
}

static bool join_incentive(const joining *j, size_t i) {
    incentive_result *out = &j->out->incentives[i];
    void *lines = NULL;
    bool fine = join_lists(j, first_line, i, sizeof(line), lines_of, out->first, &lines);
    out->lines = lines;
    for (size_t k = 0; fine && k < j->count; k++) {
        incentive_result *part = &j->parts[k].out->incentives[i];
        part->first = out->first + j->parts[k].first;
        part->lines = out->lines;
    }
    return fine;
}

static bool join_fund(const joining *j, size_t i) {
    fund_result *out = &j->out->funds[i];
    void *claims = NULL;
    bool fine =
        join_lists(j, first_claim, i, sizeof(claim_result), claims_of, out->first, &claims);
    out->claims = claims;
    for (size_t k = 0; fine && k < j->count; k++) {
        fund_result *part = &j->parts[k].out->funds[i];
        part->first = out->first + j->parts[k].first;
        part->claims = out->claims;
    }
    return fine && (!out->lot_first || join_lots(j, i));
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

bool join_results(arena *memory, result *whole, const result_part *parts, size_t count,
                  bool *overflow) {
    const plan *p = whole->plan;
    joining j = {memory, parts, count, whole};
    bool fine = true;
    whole->parts = parts;
    whole->part_count = count;
    for (size_t i = 0; fine && i < p->incentive_count; i++)
        fine = join_incentive(&j, i);
    for (size_t i = 0; fine && i < p->fund_count; i++)
        fine = join_fund(&j, i);
    fine = fine && join_errors(&j);
    whole->totals = parts[0].out->totals;
    for (size_t i = 1; fine && i < count && !*overflow; i++)
        *overflow = !totals_add(&whole->totals, &parts[i].out->totals, p);
    return fine;
}
