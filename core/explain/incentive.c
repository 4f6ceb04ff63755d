/* incentive.c - why an incentive or SPIFF pays what it pays, line by line.
 *
 * A line shows its row, its formula with values, what was computed and, where that differs,
 * what is paid and which cap cut it. Lines beyond the limit are summed up, so that totals still
 * add up. */
#include "explain/explain.h"

#include "data/facts.h"

#include <string.h>

explanation *explain_declared(const explaining *x, explanation *parent, const declared *is) {
    explanation *e =
        explanation_add(x->memory, parent, is->noun, is->title ? is->title : is->name);
    if (!e) return NULL;
    e->name = is->name;
    e->why = is->why;
    e->at = is->at;
    return e;
}

bool explain_is_wrong(const explaining *x, explanation *e, uint8_t state,
                      const requirement *requires) {
    if (state != CELL_WRONG) return false;
    e->state = REASON_WRONG;
    e->shown = "error";
    if (requires) explain_requirements(x, e, requires);
    return true;
}

const char *explain_row_id(const explaining *x, int source, uint32_t row) {
    text_buffer out = {0};
    facts_row_id(x->of->facts, &x->of->facts->tables[source], row, &out);
    return explain_take(x, &out);
}

static value column_date(const facts_column *column, uint32_t row) {
    number found = 0;
    uint8_t state = 0;
    if (!column->codes) return (value){0};
    facts_column_load(column, row, 1, &found, &state);
    return state == CELL_VALUE ? explain_date((date)found) : (value){0};
}

value explain_row_date(const explaining *x, int source, uint32_t row, const node *order) {
    if (order && order->type == TYPE_DATE) {
        value v = explain_value_of(x, order, row);
        if (v.state == CELL_VALUE) return v;
    }
    const facts_table *table = &x->of->facts->tables[source];
    if (table->happened_on < 0) return (value){0};
    return column_date(&table->columns[table->happened_on], row);
}

/* A constant cap, or what it is for this partner; limits by row are said at the rows. */
void explain_caps(const explaining *x, explanation *parent, const cap *caps, size_t count) {
    text_buffer said = {0};
    explanation *e = count ? explanation_add(x->memory, parent, "caps", "caps") : NULL;
    if (!e) return;
    e->at = caps[0].at;
    for (size_t i = 0; i < count; i++) {
        value v = explain_value_of(x, caps[i].limit, NO_ROW);
        if (v.state) v.measure = MEASURE_MONEY;
        text_print(&said, "%s%s ", i ? ", " : "", caps[i].name);
        if (v.state)
            explain_say(&said, x->of->plan, &v, 0);
        else
            text_append_string(&said, "varies");
        explanation_named(x->memory, e, caps[i].name, v);
    }
    e->formula = explain_take(x, &said);
}

/* Caps are cut down to the minor unit. */
static value limit_of(const explaining *x, const cap *by, uint32_t row) {
    value v = explain_value_of(x, by->limit, row);
    v.measure = MEASURE_MONEY;
    v.number = number_round(v.number, x->of->plan->currency_places, ROUND_DOWN);
    return v;
}

static void say_cap(const explaining *x, const incentive *rule, const line *l, size_t k,
                    text_buffer *out) {
    value limit = limit_of(x, &rule->caps[k], l->row);
    text_print(out, " by cap %s ", rule->caps[k].name);
    explain_say(out, x->of->plan, &limit, 0);
}

/* Caps that cut the line before the last one did. */
static uint64_t cuts_before_last(const line *l) {
    int last = l->limited_by;
    return last < CUTS_KEPT ? l->cut_by & (((uint64_t)1 << last) - 1) : l->cut_by;
}

/* "cut from $1,800.00 by cap row $1,500.00, then by cap payee $900.00" */
static void say_cuts(const explaining *x, const incentive *rule, const line *l,
                     text_buffer *out) {
    value computed = explain_money(l->computed);
    bool prorated = rule->prorate && rule->caps[l->limited_by].kind == CAP_TOTAL;
    uint64_t before = cuts_before_last(l);
    text_append_string(out, prorated && !before ? "prorated from " : "cut from ");
    explain_say(out, x->of->plan, &computed, 0);
    for (size_t k = 0; k < CUTS_KEPT; k++) {
        if (!(before >> k & 1)) continue;
        say_cap(x, rule, l, k, out);
        text_append_string(out, ", then");
    }
    if (prorated && before) text_append_string(out, " prorated");
    say_cap(x, rule, l, (size_t)l->limited_by, out);
}

static const char *paid_words(const explaining *x, const incentive *rule, const line *l) {
    const plan *p = x->of->plan;
    text_buffer out = {0};
    if (l->limited_by >= 0) {
        say_cuts(x, rule, l, &out);
    } else if (number_compare(l->computed, l->paid)) {
        value computed = explain_money(l->computed);
        text_append_string(&out, "rounded from ");
        explain_say(&out, p, &computed, explain_places_of(p, &computed));
    }
    return out.length ? explain_take(x, &out) : NULL;
}

/* "excluded by special, which pays this row" */
static const char *exclusion_words(const explaining *x, const incentive *rule, const line *l) {
    const incentive *other = &x->of->plan->incentives[l->excluded_by];
    const char *name = other->is.title ? other->is.title : other->is.name;
    if (incentives_compete(rule, other))
        return explain_print(x, "not paid: %s is the best of \"%s\"", name, rule->best_of);
    bool row = rule->each >= 0 && rule->each == other->each;
    return explain_print(x, "not paid: %s pays %s", name, row ? "this row" : "this partner");
}

/* "2026-08-03  17  to R17" */
static const char *line_label(const explaining *x, const incentive *rule, const line *l,
                              explanation *e) {
    value day = explain_row_date(x, rule->each, l->row, rule->order);
    text_buffer out = {0};
    if (day.state) {
        explain_say(&out, x->of->plan, &day, 0);
        text_append_string(&out, "  ");
        explanation_figure(x->memory, e, "date", day);
    }
    text_append_string(&out, e->name);
    if (l->payee >= 0) {
        value payee = explain_text_value(result_payee(x->of, x->partner, l));
        text_append_string(&out, "  to ");
        explain_say(&out, x->of->plan, &payee, 0);
        explanation_figure(x->memory, e, "payee", payee);
    }
    return explain_take(x, &out);
}

static void explain_line(const explaining *x, explanation *parent, const incentive *rule,
                         const line *l, bool is_paid) {
    const term *pays = term_field(rule->is.term, "pays");
    explanation *e = explanation_add(x->memory, parent, "line", "once a partner");
    if (!e) return;
    if (rule->each >= 0) {
        e->name = explain_row_id(x, rule->each, l->row);
        e->label = line_label(x, rule, l, e);
    }
    e->at = rule->is.at;
    e->shown = explain_shown(x, explain_money(l->paid));
    e->note = l->excluded_by >= 0 ? exclusion_words(x, rule, l) : paid_words(x, rule, l);
    e->formula =
        pays ? explain_worked(x, pays, rule->each >= 0 ? (int64_t)l->row : NO_ROW) : NULL;
    if (e->formula && e->shown && strcmp(e->formula, e->shown) == 0) e->formula = NULL;
    explanation_figure(x->memory, e, "computed", explain_money(l->computed));
    explanation_figure(x->memory, e, "paid", explain_money(is_paid ? l->paid : 0));
    if (!is_paid) explanation_figure(x->memory, e, "carried", explain_money(l->paid));
    if (l->excluded_by >= 0)
        explanation_figure(
            x->memory, e, "excluded_by",
            explain_text_value(text_of(x->of->plan->incentives[l->excluded_by].is.name)));
    if (l->limited_by < 0) return;
    const cap *by = &rule->caps[l->limited_by];
    explanation_figure(x->memory, e, "limited_by", explain_text_value(text_of(by->name)));
    explanation_figure(x->memory, e, "limit", limit_of(x, by, l->row));
}

/* What is not shown, in one line. */
static void explain_further(const explaining *x, explanation *parent, const line *rest,
                            size_t count, bool pays) {
    number sum = 0;
    for (size_t i = 0; i < count; i++)
        if (!number_add(&sum, sum, rest[i].paid)) return;
    explanation *e = explain_rest(x, parent, "line", count, sum);
    if (!e) return;
    explanation_figure(x->memory, e, "paid", explain_money(pays ? sum : 0));
    if (!pays) explanation_figure(x->memory, e, "carried", explain_money(sum));
}

static void explain_lines(const explaining *x, explanation *e, const incentive *rule,
                          const incentive_result *out) {
    size_t first = out->first[x->partner], count = out->first[x->partner + 1] - first;
    size_t shown = count < x->lines ? count : x->lines;
    bool pays = lines_are_paid(out, x->partner);
    for (size_t i = 0; i < shown; i++)
        explain_line(x, e, rule, &out->lines[first + i], pays);
    if (shown < count) explain_further(x, e, &out->lines[first + shown], count - shown, pays);
}

/* What was carried over, what must be reached, what is carried on. */
static void explain_carried(const explaining *x, explanation *e, const incentive *rule,
                            const incentive_result *out) {
    const term *t = rule->is.term;
    if (!out->carried) return;
    if (rule->opening) {
        explanation *opening = explain_amount(
            x, e, "opening", explain_money(out->opening[x->partner]), term_field(t, "opening"));
        if (opening && rule->payee) opening->note = "of the partner, not of anybody in 'to'";
    }
    if (rule->minimum && out->due[x->partner])
        explain_amount(x, e, "minimum", explain_value_of(x, rule->minimum, NO_ROW),
                       term_field(t, "minimum"));
    explain_amount(x, e, "carried", explain_money(out->carried[x->partner]), NULL);
}

/* "12 lines" */
static const char *lines_note(const explaining *x, const incentive *rule, size_t lines) {
    if (rule->each < 0) return NULL;
    return explain_print(x, "%zu line%s", lines, lines == 1 ? "" : "s");
}

/* Lines stand there with what they would pay. */
static const char *due_note(const explaining *x, const incentive *rule,
                            const incentive_result *out, size_t lines) {
    const char *counted = lines_note(x, rule, lines);
    if (lines_are_paid(out, x->partner)) return counted;
    return explain_print(x, "%s%snothing is paid, all is carried", counted ? counted : "",
                         counted ? "; " : "");
}

void explain_incentive(const explaining *x, explanation *root, size_t index) {
    const incentive *rule = &x->of->plan->incentives[index];
    const incentive_result *out = &x->of->incentives[index];
    const term *pays = term_field(rule->is.term, "pays");
    explanation *e = explain_declared(x, root, &rule->is);
    if (!e) return;
    if (explain_is_wrong(x, e, out->states[x->partner], &rule->requires)) return;
    bool due = out->due[x->partner];
    size_t lines = out->first[x->partner + 1] - out->first[x->partner];
    value paid = explain_money(out->paid[x->partner]);
    e->state = due ? REASON_MET : REASON_UNMET;
    e->shown = explain_shown(x, paid);
    e->note = due ? due_note(x, rule, out, lines) : "not due: what it requires is not met";
    explanation_figure(x->memory, e, "value", paid);
    explain_requirements(x, e, &rule->requires);
    explain_carried(x, e, rule, out);
    if (!due) return;
    explanation *how = pays ? explanation_add(x->memory, e, "pays", "pays") : NULL;
    if (how) {
        how->formula = explain_words(x, pays);
        how->at = pays->at;
        if (rule->each < 0) explain_across(x, how, pays);
    }
    explain_caps(x, e, rule->caps, rule->cap_count);
    explain_lines(x, e, rule, out);
}
