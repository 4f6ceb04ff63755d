/* cap.c - running sums held against limits: see cap.h. */
#include "eval/cap.h"

#include "base/split.h"

/* The only way a sum can fail: see cap_check_sums. */
static const char *const too_large = "the sum of '%s' is larger than 10^20";

static number usable_limit(number limit, int places) {
    return limit < 0 ? 0 : number_round(limit, places, ROUND_DOWN);
}

bool caps_have_total(const cap *caps, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (caps[i].kind == CAP_TOTAL) return true;
    return false;
}

bool cap_is_by_row(const cap *c) {
    return c->kind == CAP_ROW || (c->kind == CAP_COLUMN && c->limit->shape == SHAPE_ROW);
}

size_t cap_list_values(running_cap *c, const cap *rule, const char *row, row_value *list,
                       size_t count) {
    *c = (running_cap){.rule = rule, .which = count};
    if (rule->kind == CAP_ROW) list[count++] = (row_value){rule->limit, row, rule->at, false};
    if (rule->kind != CAP_COLUMN) return count;
    list[count++] = (row_value){.node = rule->column, .key = true};
    if (!cap_is_by_row(rule)) return count;
    c->limit_at = count;
    list[count++] = (row_value){rule->limit, "the cap by column", rule->at, false};
    return count;
}

number cap_limit(const running_cap *c, const taken_rows *rows, size_t i) {
    if (!cap_is_by_row(c->rule)) return c->limits[rows->rows[i].partner];
    size_t at = c->rule->kind == CAP_ROW ? c->which : c->limit_at;
    return usable_limit(taken_value(rows, i, at), c->places);
}

bool cap_limits(evaluation *e, const declared *rule, running_cap *c, const taken_rows *rows,
                const uint8_t *due, uint8_t *states, arena *scratch) {
    c->places = e->plan->currency_places;
    if (cap_is_by_row(c->rule)) return true;
    size_t partner_count = e->count;
    c->limits = arena_array(scratch, partner_count, sizeof *c->limits);
    uint32_t *chosen = arena_array(scratch, partner_count, sizeof *chosen);
    if (!c->limits || !chosen) return false;
    selection who = partners_with_rows(rows, due, states, partner_count, chosen);
    if (who.count == 0) return true;
    if (!frame_compute(&e->partners, c->rule->limit, &who)) return false;
    const column *limit = &e->partners.slots[c->rule->limit->id];
    for (size_t k = 0; k < who.count; k++) {
        uint32_t p = chosen[k];
        if (limit->states[p] == CELL_VALUE) {
            c->limits[p] = usable_limit(limit->values[p], c->places);
            continue;
        }
        if (limit->states[p] == CELL_NONE)
            evaluation_rule_error(e, p, rule, c->rule->at, "cap '%s' of '%s' has no value",
                                  c->rule->name, rule->name);
        states[p] = CELL_WRONG;
    }
    return true;
}

typedef struct grouping {
    const taken_rows *rows;
    size_t which;
} grouping;

static int compare_groups(const void *context, uint32_t a, uint32_t b) {
    const grouping *by = context;
    number x = taken_value(by->rows, a, by->which), y = taken_value(by->rows, b, by->which);
    return x < y ? -1 : x > y;
}

/* Lines of one partner with one value share the account of the first of them. */
static bool open_groups(running_cap *c, const taken_rows *rows, size_t partner_count,
                        arena *scratch) {
    uint32_t *lines = arena_array(scratch, rows->count, sizeof *lines);
    uint32_t *room = arena_array(scratch, rows->count, sizeof *room);
    if (!lines || !room) return false;
    for (size_t i = 0; i < rows->count; i++)
        lines[i] = (uint32_t)i;
    grouping by = {rows, c->which};
    for (size_t p = 0; p < partner_count; p++) {
        size_t first = rows->first[p], end = rows->first[p + 1];
        line_sort(lines + first, room, end - first, compare_groups, &by);
        uint32_t account = 0;
        for (size_t k = first; k < end; k++) {
            if (k == first || compare_groups(&by, lines[k - 1], lines[k]) != 0)
                account = lines[k];
            c->account[lines[k]] = account;
        }
    }
    return true;
}

bool cap_open(running_cap *c, const taken_rows *rows, size_t partner_count, arena *scratch) {
    if (c->rule->kind == CAP_ROW) return true;
    c->account = arena_array(scratch, rows->count, sizeof *c->account);
    c->taken = arena_array(scratch, rows->count, sizeof *c->taken);
    if (!c->account || !c->taken) return false;
    for (size_t i = 0; i < rows->count; i++)
        c->taken[i] = 0;
    if (c->rule->kind == CAP_COLUMN || c->rule->kind == CAP_PAYEE)
        return open_groups(c, rows, partner_count, scratch);
    bool total = c->rule->kind == CAP_TOTAL;
    for (size_t i = 0; i < rows->count; i++)
        c->account[i] = total ? 0 : (uint32_t)rows->first[rows->rows[i].partner];
    return true;
}

static bool add_apart(number *positive, number *negative, number amount) {
    number *sum = amount > 0 ? positive : negative;
    return number_add(sum, *sum, amount);
}

static void sum_too_large(evaluation *e, const declared *rule, size_t p, uint8_t *states) {
    evaluation_rule_error(e, (uint32_t)p, rule, rule->at, too_large, rule->name);
    states[p] = CELL_WRONG;
}

void cap_check_sums(evaluation *e, const declared *rule, const taken_rows *rows,
                    const number *amounts, uint8_t *states) {
    for (size_t p = 0; p < e->count; p++) {
        number positive = 0, negative = 0;
        bool fits = true;
        for (size_t i = rows->first[p]; i < rows->first[p + 1] && fits; i++)
            fits = add_apart(&positive, &negative, amounts[i]);
        if (!fits && states[p] != CELL_WRONG) sum_too_large(e, rule, p, states);
    }
}

void cap_check_total(evaluation *e, const declared *rule, const taken_rows *rows,
                     const number *amounts, uint8_t *states) {
    number positive = 0, negative = 0;
    for (size_t p = 0; p < e->count; p++) {
        number more = positive, less = negative;
        bool fits = true;
        if (states[p] == CELL_WRONG) continue;
        for (size_t i = rows->first[p]; i < rows->first[p + 1] && fits; i++)
            fits = add_apart(&more, &less, amounts[i]);
        if (fits) {
            positive = more;
            negative = less;
        } else {
            sum_too_large(e, rule, p, states);
        }
    }
}

number cap_room(const running_cap *c, const taken_rows *rows, size_t i) {
    number room, limit = cap_limit(c, rows, i);
    if (c->rule->kind == CAP_ROW) return limit;
    if (!number_subtract(&room, limit, c->taken[c->account[i]])) return NUMBER_LIMIT;
    return room < 0 ? 0 : room;
}

bool cap_cut(const running_cap *c, const taken_rows *rows, size_t i, number *amount) {
    if (*amount <= 0) return false;
    number asked = *amount, room = cap_room(c, rows, i);
    if (asked <= room) return false;
    *amount = room;
    return number_compare(asked, room) != 0;
}

void cap_take(running_cap *c, size_t i, number amount) {
    if (c->rule->kind == CAP_ROW) return;
    number *sum = &c->taken[c->account[i]];
    (void)number_add(sum, *sum, amount); /* checked before: it fits */
}

static bool scale_to_units(number limit, int places, const number *weights, size_t count,
                           number *parts) {
    number target = number_round(limit, places, ROUND_DOWN);
    for (size_t k = 0; k < count; k++)
        parts[k] = 0;
    return target <= 0 || split_largest_remainder(target, weights, count, places, parts);
}

/* sum: of the weights, above the target. */
static void scale_exactly(number target, number sum, const number *weights, size_t count,
                          number *parts) {
    for (size_t k = 0; k < count; k++) {
        parts[k] = 0;
        if (target > 0) (void)number_multiply_divide(&parts[k], weights[k], target, sum);
    }
}

bool cap_prorate(const running_cap *c, const taken_rows *rows, const uint32_t *sequence,
                 bool exactly, number *amounts, int *limited_by, int index, arena *scratch) {
    if (rows->count == 0) return true;
    number *weights = arena_array(scratch, rows->count, sizeof *weights);
    number *parts = arena_array(scratch, rows->count, sizeof *parts);
    if (!weights || !parts) return false;
    number positive = 0, negative = 0, target;
    for (size_t k = 0; k < rows->count; k++) {
        number amount = amounts[sequence[k]];
        weights[k] = amount > 0 ? amount : 0;
        (void)add_apart(&positive, &negative, amount); /* checked before: it fits */
    }
    /* cap.total is the same for everybody: any partner's limit is the limit. */
    if (!number_subtract(&target, c->limits[rows->rows[0].partner], negative)) return true;
    if (positive <= target) return true;
    if (exactly)
        scale_exactly(target, positive, weights, rows->count, parts);
    else if (!scale_to_units(target, c->places, weights, rows->count, parts))
        return false;
    for (size_t k = 0; k < rows->count; k++) {
        uint32_t i = sequence[k];
        if (weights[k] == 0) continue;
        if (number_compare(parts[k], amounts[i]) != 0) limited_by[i] = index;
        amounts[i] = parts[k];
    }
    return true;
}
