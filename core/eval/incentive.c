/* incentive.c - incentives and SPIFFs: which lines are paid, and how much.
 *
 * A line passes one stage after the other, and a stage sees all lines before the next begins:
 * what `pays` says, rounding, each cap, cap.total over all partners. So a later cap never gives
 * room back to an earlier one. Every error is found before cap.total: partners with errors take
 * nothing from it. Lines add up to what is paid, to the cent. */
#include "eval/cap.h"

#include "base/split.h"
#include "eval/lending.h"
#include "eval/room.h"

#include <string.h>

typedef struct settling {
    evaluation *of;
    const incentive *rule;
    incentive_result *out;
    arena *scratch;
    size_t partners;
    taken_rows rows;
    size_t order_at, payee_at; /* among the rows' values; pays is the first */
    running_cap *caps;         /* by cap of the rule */
    number *amounts;           /* by line */
    int *limited_by;           /* by line */
    uint32_t *sequence;        /* lines in paying order, partner by partner */
    const uint32_t *across;    /* the same over all partners; NULL without cap.total */
    number *sums;              /* by partner: what is paid */
} settling;

static bool prepare(settling *s) {
    s->caps = arena_array(s->scratch, s->rule->cap_count, sizeof *s->caps);
    s->sums = arena_array(s->scratch, s->partners, sizeof *s->sums);
    return s->caps && s->sums &&
           incentive_room(s->of, (int)(s->rule - s->of->plan->incentives));
}

/* What has to be known of every row, `pays` first. */
static size_t list_values(settling *s, row_value *list) {
    const incentive *rule = s->rule;
    const declared *is = &rule->is;
    size_t count = 0;
    list[count++] =
        (row_value){rule->pays, "'pays'", rule_field(is, "pays", rule->pays->at), false};
    if (rule->payee) {
        s->payee_at = count;
        list[count++] =
            (row_value){rule->payee, "'to'", rule_field(is, "to", rule->payee->at), true};
    }
    if (rule->order) {
        s->order_at = count;
        list[count++] = (row_value){.node = rule->order, .key = true};
    }
    for (size_t c = 0; c < rule->cap_count; c++) {
        const cap *limit = &rule->caps[c];
        s->caps[c] = (running_cap){.rule = limit, .which = count};
        if (limit->kind == CAP_PAYEE) s->caps[c].which = s->payee_at;
        if (limit->kind == CAP_ROW)
            list[count++] = (row_value){limit->limit, "'cap.row'", limit->at, false};
        if (limit->kind == CAP_COLUMN)
            list[count++] = (row_value){.node = limit->column, .key = true};
    }
    return count;
}

static bool take_lines(settling *s) {
    row_value *list = arena_array(s->scratch, s->rule->cap_count + 3, sizeof *list);
    uint8_t *takes = arena_array(s->scratch, s->partners, sizeof *takes);
    if (!list || !takes) return false;
    size_t width = list_values(s, list);
    for (size_t p = 0; p < s->partners; p++)
        takes[p] = s->out->due[p] && s->out->states[p] != CELL_WRONG;
    row_rule from = {.is = &s->rule->is,
                     .source = s->rule->each,
                     .where = s->rule->where,
                     .takes = takes,
                     .states = s->out->states,
                     .values = list,
                     .width = width,
                     .lent = lines_lent(s->of, s->rule)};
    if (!take_rows(s->of, &from, &s->rows, s->scratch)) return false;
    for (size_t c = 0; c < s->rule->cap_count; c++)
        if (!cap_limits(s->of, &s->rule->is, &s->caps[c], &s->rows, takes, s->out->states,
                        s->scratch))
            return false;
    taken_rows_drop_wrong(&s->rows, s->out->states, s->partners);
    return true;
}

static const running_cap *total_cap(const settling *s) {
    for (size_t c = 0; c < s->rule->cap_count; c++)
        if (s->rule->caps[c].kind == CAP_TOTAL) return &s->caps[c];
    return NULL;
}

/* Amounts before any cap. Sums that could overflow are errors of their partners. */
static void find_amounts(settling *s) {
    int places = s->of->plan->currency_places;
    for (size_t i = 0; i < s->rows.count; i++) {
        number computed = taken_value(&s->rows, i, 0);
        s->amounts[i] = s->rule->rounds_partner
                            ? computed
                            : number_round(computed, places, s->rule->rounding);
        s->limited_by[i] = -1;
    }
}

static bool begin_amounts(settling *s) {
    const declared *is = &s->rule->is;
    s->amounts = arena_array(s->scratch, s->rows.count, sizeof *s->amounts);
    s->limited_by = arena_array(s->scratch, s->rows.count, sizeof *s->limited_by);
    if (!s->amounts || !s->limited_by) return false;
    find_amounts(s);
    cap_check_sums(s->of, is, &s->rows, s->amounts, s->out->states);
    if (total_cap(s)) cap_check_total(s->of, is, &s->rows, s->amounts, s->out->states);
    taken_rows_drop_wrong(&s->rows, s->out->states, s->partners);
    find_amounts(s); /* rows may have moved */
    return true;
}

static bool find_sequences(settling *s) {
    const node *order = s->rule->order;
    s->sequence = lines_in_order(s->of, &s->rows, order, s->order_at, false, s->scratch);
    if (!s->sequence) return false;
    if (!total_cap(s)) return true;
    s->across = lines_in_order(s->of, &s->rows, order, s->order_at, true, s->scratch);
    return s->across != NULL;
}

static void cap_lines(settling *s, size_t c) {
    running_cap *limit = &s->caps[c];
    const uint32_t *sequence = limit->rule->kind == CAP_TOTAL ? s->across : s->sequence;
    for (size_t k = 0; k < s->rows.count; k++) {
        uint32_t i = sequence[k];
        if (cap_cut(limit, &s->rows, i, &s->amounts[i])) s->limited_by[i] = (int)c;
        cap_take(limit, i, s->amounts[i]);
    }
}

static bool apply_caps(settling *s) {
    for (size_t c = 0; c < s->rule->cap_count; c++) {
        running_cap *limit = &s->caps[c];
        if (limit->rule->kind == CAP_TOTAL && s->rule->prorate) {
            if (!cap_prorate(limit, &s->rows, s->across, s->amounts, s->limited_by, (int)c,
                             s->scratch))
                return false;
        } else {
            if (!cap_open(limit, &s->rows, s->partners, s->scratch)) return false;
            cap_lines(s, c);
        }
    }
    return true;
}

/* The partner's lines, exact. Cannot overflow: see cap_check_sums. */
static number sum_lines(const settling *s, size_t p) {
    number sum = 0;
    for (size_t i = s->rows.first[p]; i < s->rows.first[p + 1]; i++)
        sum += s->amounts[i];
    return sum;
}

static number minor_unit(int places) {
    number unit = NUMBER_ONE;
    while (places-- > 0)
        unit /= 10;
    return unit;
}

/* Rounding each partner's sum may pass cap.total by some minor units: the last partners whose
 * sums were rounded up give one back each. There are always enough of them. */
static void keep_total(settling *s, const number *exact) {
    const running_cap *limit = total_cap(s);
    if (!limit || s->rows.count == 0) return;
    number most = limit->limits[s->rows.rows[0].partner];
    number unit = minor_unit(limit->places), sum = 0;
    for (size_t p = 0; p < s->partners; p++)
        sum += s->sums[p];
    for (size_t p = s->partners; p-- > 0 && sum > most;) {
        if (s->sums[p] <= exact[p]) continue;
        s->sums[p] -= unit;
        sum -= unit;
    }
}

/* rounds = "partner": the sum is rounded, then lines are shown in minor units that add up to
 * it. */
static bool round_partners(settling *s) {
    int places = s->of->plan->currency_places;
    number *exact = arena_array(s->scratch, s->partners, sizeof *exact);
    number *shown = arena_array(s->scratch, s->rows.count, sizeof *shown);
    if (!exact || !shown) return false;
    for (size_t p = 0; p < s->partners; p++) {
        exact[p] = sum_lines(s, p);
        s->sums[p] = number_round(exact[p], places, s->rule->rounding);
    }
    keep_total(s, exact);
    for (size_t k = 0; k < s->rows.count; k++)
        shown[k] = s->amounts[s->sequence[k]];
    for (size_t p = 0; p < s->partners; p++) {
        size_t first = s->rows.first[p], count = s->rows.first[p + 1] - first;
        if (count == 0) continue;
        if (!split_rounded_lines(s->sums[p], shown + first, count, places, shown + first))
            return false;
    }
    for (size_t k = 0; k < s->rows.count; k++)
        s->amounts[s->sequence[k]] = shown[k];
    return true;
}

static bool write_lines(settling *s) {
    incentive_result *out = s->out;
    out->lines = arena_array(s->of->lists, s->rows.count, sizeof *out->lines);
    if (!out->lines) return false;
    for (size_t k = 0; k < s->rows.count; k++) {
        uint32_t i = s->sequence[k];
        int64_t who = s->rule->payee ? (int64_t)taken_value(&s->rows, i, s->payee_at) : -1;
        out->lines[k] = (line){s->rows.rows[i].row, who, taken_value(&s->rows, i, 0),
                               s->amounts[i], s->limited_by[i]};
    }
    memcpy(out->first, s->rows.first, (s->partners + 1) * sizeof *out->first);
    for (size_t p = 0; p < s->partners; p++)
        out->paid[p] = sum_lines(s, p);
    return true;
}

static bool settle(settling *s) {
    return prepare(s) && rule_due(s->of, s->rule->due, s->out->due, s->out->states) &&
           take_lines(s) && begin_amounts(s) && find_sequences(s) && apply_caps(s) &&
           (!s->rule->rounds_partner || round_partners(s)) && write_lines(s);
}

bool incentive_settle(evaluation *e, int index) {
    if (!e->incentive_done[index] && e->lends)
        e->incentive_done[index] = incentive_lend(e, index);
    if (e->incentive_done[index]) return true;
    arena scratch = {0};
    settling s = {.of = e,
                  .rule = &e->plan->incentives[index],
                  .out = &e->out->incentives[index],
                  .scratch = &scratch,
                  .partners = e->count};
    bool done = settle(&s);
    arena_free(&scratch);
    if (!done) e->memory->failed = true;
    e->incentive_done[index] = done;
    return done;
}
