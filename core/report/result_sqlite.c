/* result_sqlite.c - `rung evaluate --format sqlite`: run, source, partner, level, metric,
 * certification, requirement, payouts, error, total.
 *
 * `total` and `payout` name things as rung_result_value does. Called by export_result, and by
 * export_changes for either side. */
#include "explain/amount.h"
#include "explain/explain.h"
#include "report/export_tables.h"
#include "eval/unplaced.h"

#include <string.h>

cell export_money(export_file *to, number amount, const plan *p) {
    number minor = amount, unit = NUMBER_ONE;
    int64_t whole = 0;
    for (int i = 0; i < p->currency_places; i++)
        unit *= 10;
    if (!number_multiply(&minor, amount, unit) || !number_to_integer(&whole, minor))
        export_refuse(to, "an amount has more digits than an integer holds");
    return export_integer(whole);
}

cell export_date(date day, char room[DATE_TEXT]) {
    date_print(room, day);
    return export_string(room);
}

cell export_value(const value *v, const plan *p, char room[]) {
    return v->state == CELL_VALUE ? export_text(amount_machine(v, p, room)) : export_none();
}

cell export_file_name(place at) {
    return export_string(at.file ? at.file->name : NULL);
}

cell export_line(place at) {
    return at.line > 0 ? export_integer(at.line) : export_none();
}

size_t export_partner_count(const export_tables *t) {
    return result_shown(t->of, t->options, SIZE_MAX);
}

text export_partner(const export_tables *t, size_t n, uint32_t *partner) {
    *partner = result_partner(t->options, n);
    return t->of->facts->partner_ids[*partner];
}

static void write_run(const export_tables *t) {
    static const export_column columns[] = {
        {"format", EXPORT_TEXT},         {"program", EXPORT_TEXT}, {"version", EXPORT_TEXT},
        {"fingerprint", EXPORT_TEXT},    {"as_of", EXPORT_TEXT},   {"currency", EXPORT_TEXT},
        {"minor_places", EXPORT_INTEGER}};
    char day[DATE_TEXT];
    const plan *p = t->of->plan;
    EXPORT_TABLE(t, "run", columns);
    export_row(t->to, (cell[]){export_string("rung.result/1"), export_string(p->name),
                               export_string(p->version),
                               export_string(p->rules ? p->rules->fingerprint : NULL),
                               export_date(p->as_of, day), export_string(p->currency),
                               export_integer(p->currency_places)});
}

static void write_sources(const export_tables *t) {
    static const export_column columns[] = {
        {"source", EXPORT_KEY}, {"rows", EXPORT_INTEGER}, {"orphans", EXPORT_INTEGER}};
    const facts *f = t->of->facts;
    EXPORT_TABLE(t, "source", columns);
    for (size_t i = 0; i < f->table_count; i++)
        export_row(t->to, (cell[]){export_string(f->tables[i].source),
                                   export_integer((int64_t)f->tables[i].rows_read),
                                   export_integer((int64_t)f->tables[i].orphans)});
}

static void write_partners(const export_tables *t) {
    static const export_column columns[] = {{"id", EXPORT_KEY},
                                            {"name", EXPORT_TEXT},
                                            {"payout", EXPORT_INTEGER},
                                            {"errors", EXPORT_INTEGER}};
    const result *r = t->of;
    size_t error = 0;
    EXPORT_TABLE(t, "partner", columns);
    for (size_t n = 0; n < export_partner_count(t); n++) {
        uint32_t partner;
        int64_t errors = 0;
        text id = export_partner(t, n, &partner), name = explain_partner_name(r, partner);
        for (; error < r->error_count && r->errors[error].partner <= partner; error++)
            errors += r->errors[error].partner == partner;
        cell row[] = {export_text(id), name.length ? export_text(name) : export_none(),
                      r->wrong[partner] ? export_none()
                                        : export_money(t->to, r->payout[partner], r->plan),
                      export_integer(errors)};
        if (!export_row(t->to, row)) return;
    }
}

static cell level_at(const column *stands, const ladder *l, uint32_t partner) {
    if (stands->states[partner] != CELL_VALUE) return export_none();
    return export_string(l->levels[(size_t)stands->values[partner]].is.name);
}

static bool write_level(const export_tables *t, size_t ladder_at, text id, uint32_t partner) {
    char room[AMOUNT_TEXT], other[AMOUNT_TEXT];
    const result *r = t->of;
    const ladder *l = &r->plan->ladders[ladder_at];
    value before = {.state = CELL_NONE}, until;
    bool guaranteed = result_guarantee(r, ladder_at, partner, &until);
    if (l->current && result_applies(r, l, partner))
        before = result_value(r, l->current, partner);
    return export_row(
        t->to, (cell[]){export_text(id), export_string(l->is.name),
                        export_value(&before, r->plan, room),
                        level_at(&r->qualified[ladder_at], l, partner),
                        level_at(&r->levels[ladder_at], l, partner),
                        export_string(result_held(r, ladder_at, partner)),
                        guaranteed ? export_value(&until, r->plan, other) : export_none()});
}

static void write_levels(const export_tables *t) {
    static const export_column columns[] = {
        {"partner", EXPORT_KEY},          {"ladder", EXPORT_KEY}, {"before", EXPORT_TEXT},
        {"qualified", EXPORT_TEXT},       {"level", EXPORT_TEXT}, {"held", EXPORT_TEXT},
        {"guaranteed_until", EXPORT_TEXT}};
    EXPORT_TABLE(t, "level", columns);
    for (size_t n = 0; n < export_partner_count(t); n++) {
        uint32_t partner;
        text id = export_partner(t, n, &partner);
        for (size_t i = 0; i < t->of->plan->ladder_count; i++)
            if (!write_level(t, i, id, partner)) return;
    }
}

static void write_metrics(const export_tables *t) {
    static const export_column columns[] = {{"partner", EXPORT_KEY},
                                            {"metric", EXPORT_KEY},
                                            {"value", EXPORT_TEXT},
                                            {"unit", EXPORT_TEXT}};
    char room[AMOUNT_TEXT];
    const plan *p = t->of->plan;
    EXPORT_TABLE(t, "metric", columns);
    for (size_t n = 0; n < export_partner_count(t); n++) {
        uint32_t partner;
        text id = export_partner(t, n, &partner);
        for (size_t i = 0; i < p->metric_count; i++) {
            const metric *m = &p->metrics[i];
            value v = result_value(t->of, m->value, partner);
            bool counts = m->value->type == TYPE_NUMBER;
            cell row[] = {export_text(id), export_string(m->is.name), export_value(&v, p, room),
                          export_string(counts ? measure_word(m->value->measure) : NULL)};
            if (!export_row(t->to, row)) return;
        }
    }
}

static void write_holdings(const export_tables *t) {
    static const export_column columns[] = {{"partner", EXPORT_KEY},
                                            {"certification", EXPORT_KEY},
                                            {"kind", EXPORT_TEXT},
                                            {"held", EXPORT_INTEGER}};
    const plan *p = t->of->plan;
    EXPORT_TABLE(t, "certification", columns);
    for (size_t n = 0; n < export_partner_count(t); n++) {
        uint32_t partner;
        text id = export_partner(t, n, &partner);
        for (size_t i = 0; i < p->holding_count; i++) {
            value held = result_value(t->of, p->holdings[i].met, partner);
            cell row[] = {export_text(id), export_string(p->holdings[i].is.name),
                          export_string(p->holdings[i].is.noun),
                          held.state == CELL_VALUE ? export_integer(held.number != 0)
                                                   : export_none()};
            if (!export_row(t->to, row)) return;
        }
    }
}

static void write_scores(const export_tables *t) {
    static const export_column columns[] = {{"partner", EXPORT_KEY},
                                            {"score", EXPORT_KEY},
                                            {"points", EXPORT_TEXT},
                                            {"passed", EXPORT_INTEGER}};
    char room[AMOUNT_TEXT];
    const plan *p = t->of->plan;
    EXPORT_TABLE(t, "score", columns);
    for (size_t n = 0; n < export_partner_count(t); n++) {
        uint32_t partner;
        text id = export_partner(t, n, &partner);
        for (size_t i = 0; i < p->score_count; i++) {
            const score *s = &p->scores[i];
            value total = result_value(t->of, s->total, partner), passed = {.state = CELL_NONE};
            if (s->passed) passed = result_value(t->of, s->passed, partner);
            cell row[] = {export_text(id), export_string(s->is.name),
                          export_value(&total, p, room),
                          passed.state == CELL_VALUE ? export_integer(passed.number != 0)
                                                     : export_none()};
            if (!export_row(t->to, row)) return;
        }
    }
}

static void write_errors(const export_tables *t) {
    static const export_column columns[] = {{"partner", EXPORT_TEXT},
                                            {"rule", EXPORT_TEXT},
                                            {"file", EXPORT_TEXT},
                                            {"line", EXPORT_INTEGER},
                                            {"message", EXPORT_TEXT}};
    EXPORT_TABLE(t, "error", columns);
    for (size_t i = 0; i < t->of->error_count; i++) {
        const partner_error *e = &t->of->errors[i];
        if (!export_row(t->to, (cell[]){export_text(t->of->facts->partner_ids[e->partner]),
                                        export_string(e->rule), export_file_name(e->at),
                                        export_line(e->at), export_string(e->message)}))
            return;
    }
}

/* "ladder.tier.gold" and a count or an amount. */
static void write_total(const export_tables *t, const char *name, const char *unit,
                        cell figure) {
    if (name) export_row(t->to, (cell[]){export_string(name), export_string(unit), figure});
}

static void write_counts(const export_tables *t) {
    const plan *p = t->of->plan;
    const totals *sums = &t->of->totals;
    write_total(t, "partners", "count", export_integer((int64_t)sums->partners));
    write_total(t, "errors", "count", export_integer((int64_t)sums->errors));
    for (size_t i = 0; i < p->ladder_count; i++)
        for (size_t k = 0; k < p->ladders[i].level_count; k++)
            write_total(t,
                        arena_print(t->memory, "ladder.%s.%s", p->ladders[i].is.name,
                                    p->ladders[i].levels[k].is.name),
                        "count", export_integer((int64_t)sums->levels[i][k]));
    for (size_t i = 0; i < p->holding_count; i++)
        write_total(
            t, arena_print(t->memory, "%s.%s", p->holdings[i].is.noun, p->holdings[i].is.name),
            "count", export_integer((int64_t)sums->held[i]));
    for (size_t i = 0; i < p->score_count; i++)
        if (p->scores[i].passed)
            write_total(t, arena_print(t->memory, "score.%s", p->scores[i].is.name), "count",
                        export_integer((int64_t)sums->passed[i]));
}

static void write_fund_total(const export_tables *t, size_t at) {
    const plan *p = t->of->plan;
    const fund_total *sum = &t->of->totals.funds[at];
    const struct {
        const char *part;
        number amount;
    } parts[] = {{"accrued", sum->accrued},
                 {"paid", sum->paid},
                 {"expired", sum->expired},
                 {"balance", sum->balance}};
    for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
        write_total(t,
                    arena_print(t->memory, "fund.%s.%s", p->funds[at].is.name, parts[k].part),
                    "money", export_money(t->to, parts[k].amount, p));
}

static void write_unplaced(const export_tables *t) {
    const plan *p = t->of->plan;
    const declared *rule;
    value left;
    for (size_t next = 0; unplaced_next(p, &t->of->totals, &next, &rule, &left);) {
        bool money = left.measure == MEASURE_MONEY;
        cell figure = money ? export_money(t->to, left.number, p)
                            : export_integer((int64_t)(left.number / NUMBER_ONE));
        if (left.state == CELL_VALUE)
            write_total(t, arena_print(t->memory, "unplaced.%s", rule->name),
                        measure_word(left.measure), figure);
    }
}

static void write_totals(const export_tables *t) {
    static const export_column columns[] = {
        {"name", EXPORT_KEY}, {"unit", EXPORT_TEXT}, {"value", EXPORT_INTEGER}};
    const plan *p = t->of->plan;
    EXPORT_TABLE(t, "total", columns);
    write_counts(t);
    for (size_t i = 0; i < p->incentive_count; i++)
        write_total(t, arena_print(t->memory, "incentive.%s", p->incentives[i].is.name),
                    "money", export_money(t->to, t->of->totals.incentives[i], p));
    for (size_t i = 0; i < p->fund_count; i++)
        write_fund_total(t, i);
    write_unplaced(t);
    write_total(t, "payout", "money", export_money(t->to, t->of->totals.payout, p));
}

void export_result_tables(const export_tables *t) {
    write_run(t);
    write_sources(t);
    write_partners(t);
    write_levels(t);
    write_metrics(t);
    write_holdings(t);
    write_scores(t);
    export_requirements(t);
    export_payouts(t);
    export_accounts(t);
    write_errors(t);
    write_totals(t);
}

bool export_result(const result *r, const report_options *options, const char *path,
                   problem_list *problems) {
    arena memory = {0};
    export_tables t = {.prefix = "", .of = r, .options = options, .memory = &memory};
    t.to = export_begin(path, problems);
    if (t.to) export_result_tables(&t);
    bool fine = export_end(t.to, !memory.failed, problems);
    arena_free(&memory);
    return fine;
}
