/* incentive.c - incentives and SPIFFs: which lines are paid, and how much.
 *
 * A line passes one stage after the other, and a stage sees all lines before the next begins:
 * what `pays` says, rounding, each cap, cap.total over all partners. So a later cap never gives
 * room back to an earlier one. Every error is found before cap.total: partners with errors take
 * nothing from it. Lines add up to what is paid, to the cent. Rules of a best_of group go
 * through the stages side by side. */
#include "eval/settling.h"

#include "eval/lending.h"
#include "eval/room.h"

#include <string.h>

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
        count = cap_list_values(&s->caps[c], &rule->caps[c], "'cap.row'", list, count);
        if (rule->caps[c].kind == CAP_PAYEE) s->caps[c].which = s->payee_at;
    }
    return count;
}

static bool take_lines(settling *s) {
    row_value *list = arena_array(s->scratch, 2 * s->rule->cap_count + 3, sizeof *list);
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

const running_cap *settling_total_cap(const settling *s) {
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
        if (s->cut_by) s->cut_by[i] = 0;
    }
    exclusion_apply(s);
}

void settling_too_large(settling *s, size_t partner) {
    const declared *is = &s->rule->is;
    evaluation_rule_error(s->of, (uint32_t)partner, is, is->at,
                          "the sum of '%s' is larger than 10^20", is->name);
    s->out->states[partner] = CELL_WRONG;
}

static bool room_for_amounts(settling *s) {
    size_t count = s->rows.count;
    s->amounts = arena_array(s->scratch, count, sizeof *s->amounts);
    s->limited_by = arena_array(s->scratch, count, sizeof *s->limited_by);
    if (s->rule->cap_count > 1) {
        s->cut_by = arena_array(s->scratch, count, sizeof *s->cut_by);
        if (!s->cut_by) return false;
    }
    if (s->rule->not_with_count || s->rule->best_of) {
        s->excluded_by = arena_array(s->scratch, count, sizeof *s->excluded_by);
        if (!s->excluded_by) return false;
    }
    return s->amounts && s->limited_by;
}

static bool begin_amounts(settling *s) {
    const declared *is = &s->rule->is;
    if (!room_for_amounts(s)) return false;
    find_amounts(s);
    cap_check_sums(s->of, is, &s->rows, s->amounts, s->out->states);
    carry_check_sums(s);
    if (settling_total_cap(s)) cap_check_total(s->of, is, &s->rows, s->amounts, s->out->states);
    return true;
}

/* The lines of partners without errors, and their amounts before any cap. */
static bool keep_lines(settling *s) {
    taken_rows_drop_wrong(&s->rows, s->out->states, s->partners);
    find_amounts(s);
    return true;
}

static bool find_sequences(settling *s) {
    const node *order = s->rule->order;
    s->sequence = lines_in_order(s->of, &s->rows, order, s->order_at, false, s->scratch);
    if (!s->sequence) return false;
    if (!settling_total_cap(s)) return true;
    s->across = lines_in_order(s->of, &s->rows, order, s->order_at, true, s->scratch);
    return s->across != NULL;
}

/* What the last cap that was applied cut. */
static void keep_cuts(settling *s, size_t c) {
    for (size_t i = 0; s->cut_by && c < CUTS_KEPT && i < s->rows.count; i++)
        if (s->limited_by[i] == (int)c) s->cut_by[i] |= (uint64_t)1 << c;
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

/* cap.row is the first of them; those behind it look at lines that are not alone. */
static bool apply_caps(settling *s, bool by_row) {
    for (size_t c = 0; c < s->rule->cap_count; c++) {
        running_cap *limit = &s->caps[c];
        if ((limit->rule->kind == CAP_ROW) != by_row) continue;
        if (limit->rule->kind == CAP_TOTAL && s->rule->prorate) {
            if (!cap_prorate(limit, &s->rows, s->across, s->rule->rounds_partner, s->amounts,
                             s->limited_by, (int)c, s->scratch))
                return false;
        } else {
            if (!cap_open(limit, &s->rows, s->partners, s->scratch)) return false;
            cap_lines(s, c);
        }
        keep_cuts(s, c);
    }
    return true;
}

number settling_sum(const settling *s, size_t p) {
    number sum = 0;
    for (size_t i = s->rows.first[p]; i < s->rows.first[p + 1]; i++)
        sum += s->amounts[i];
    return sum;
}

static bool write_lines(settling *s) {
    incentive_result *out = s->out;
    out->lines = arena_array(s->of->lists, s->rows.count, sizeof *out->lines);
    if (!out->lines) return false;
    for (size_t k = 0; k < s->rows.count; k++) {
        uint32_t i = s->sequence[k];
        int64_t who = s->rule->payee ? (int64_t)taken_value(&s->rows, i, s->payee_at) : -1;
        out->lines[k] = (line){.row = s->rows.rows[i].row,
                               .payee = who,
                               .computed = taken_value(&s->rows, i, 0),
                               .paid = s->amounts[i],
                               .limited_by = s->limited_by[i],
                               .excluded_by = s->excluded_by ? s->excluded_by[i] : -1,
                               .cut_by = s->cut_by ? s->cut_by[i] : 0};
    }
    memcpy(out->first, s->rows.first, (s->partners + 1) * sizeof *out->first);
    for (size_t p = 0; p < s->partners; p++)
        out->paid[p] = settling_sum(s, p);
    return true;
}

static bool begin(settling *s) {
    return prepare(s) && rule_due(s->of, s->rule->due, s->out->due, s->out->states) &&
           carry_find(s) && exclusion_find(s) && take_lines(s);
}

static bool finish(settling *s) {
    bool fine =
        apply_caps(s, false) && (!s->rule->rounds_partner || sums_round(s)) && write_lines(s);
    if (fine) carry_settle(s);
    return fine;
}

typedef bool stage(settling *s);

static bool pass(stage *through, settling *rules, size_t count) {
    bool fine = true;
    for (size_t i = 0; fine && i < count; i++)
        fine = through(&rules[i]);
    return fine;
}

static bool cap_rows(settling *s) {
    return find_sequences(s) && apply_caps(s, true);
}

static bool drop_wrong(settling *s) {
    taken_rows_drop_wrong(&s->rows, s->out->states, s->partners);
    return true;
}

/* One rule, or all of a group. */
static bool settle(settling *rules, size_t count) {
    if (!pass(begin, rules, count)) return false;
    if (count > 1) {
        contest_spread_errors(rules, count);
        pass(drop_wrong, rules, count);
    }
    if (!pass(begin_amounts, rules, count)) return false;
    if (count > 1) contest_spread_errors(rules, count);
    return pass(keep_lines, rules, count) && pass(cap_rows, rules, count) &&
           (count == 1 || contest_decide(rules, count)) && pass(finish, rules, count);
}

/* The incentive, or all of its group, as they are declared. */
static settling *list_rules(evaluation *e, int index, size_t *count, arena *scratch) {
    const plan *p = e->plan;
    *count = 0;
    for (size_t i = 0; i < p->incentive_count; i++)
        *count += incentives_compete(&p->incentives[i], &p->incentives[index]);
    settling *rules = arena_array(scratch, *count, sizeof *rules);
    settling *next = rules;
    for (size_t i = 0; rules && i < p->incentive_count; i++) {
        if (!incentives_compete(&p->incentives[i], &p->incentives[index])) continue;
        *next++ = (settling){.of = e,
                             .rule = &p->incentives[i],
                             .out = &e->out->incentives[i],
                             .scratch = scratch,
                             .partners = e->count};
    }
    return rules;
}

static bool lend_all(evaluation *e, const settling *rules, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!incentive_lend(e, (int)(rules[i].rule - e->plan->incentives))) return false;
    return true;
}

bool incentive_settle(evaluation *e, int index) {
    if (e->incentive_done[index]) return true;
    arena scratch = {0};
    size_t count;
    settling *rules = list_rules(e, index, &count, &scratch);
    bool done = rules && ((e->lends && lend_all(e, rules, count)) || settle(rules, count));
    for (size_t i = 0; done && i < count; i++)
        e->incentive_done[rules[i].rule - e->plan->incentives] = 1;
    arena_free(&scratch);
    if (!done) e->memory->failed = true;
    return done;
}
