/* changes_sqlite.c - `rung what-if --format sqlite`: the evaluation before (base_) and after
 * (candidate_), and what is different: change, move, payout, other, total, guard, attribution.
 *
 * Deltas add up: those of `payout` by rule to `total`, where partners with an error on either
 * side are in neither. Options limit move and payout; asked-for partners limit all but totals.
 * Called by rung_export_changes. */
#include "explain/amount.h"
#include "report/changes_reports.h"
#include "report/export_tables.h"

typedef struct delta_tables {
    changes_view *view;
    export_file *to;
    const char *prefix;
} delta_tables;

static void write_set(const delta_tables *t) {
    static const export_column columns[] = {{"path", EXPORT_TEXT},
                                            {"value", EXPORT_TEXT},
                                            {"before", EXPORT_TEXT},
                                            {"after", EXPORT_TEXT}};
    const changes_head *head = t->view->head;
    EXPORT_TABLE(t, "change", columns);
    for (size_t i = 0; i < head->set_count; i++)
        export_row(
            t->to,
            (cell[]){export_string(head->set[i].whole ? head->set[i].whole : head->set[i].path),
                     export_string(head->set[i].machine), export_string(head->set[i].from),
                     export_string(head->set[i].to)});
}

static bool write_move(const delta_tables *t, const level_move *move) {
    const changed_ladder *l = &t->view->of->ladders[move->ladder];
    return export_row(
        t->to, (cell[]){export_text(move->partner), export_string(l->name),
                        export_string(move->from < 0 ? NULL : l->levels[move->from].name),
                        export_string(move->to < 0 ? NULL : l->levels[move->to].name),
                        export_string(move->direction < 0 ? "down" : "up")});
}

static void write_moves(const delta_tables *t) {
    static const export_column columns[] = {{"partner", EXPORT_KEY},
                                            {"ladder", EXPORT_KEY},
                                            {"before", EXPORT_TEXT},
                                            {"after", EXPORT_TEXT},
                                            {"direction", EXPORT_TEXT}};
    const changes_view *v = t->view;
    EXPORT_TABLE(t, "move", columns);
    for (size_t n = 0; n < v->count; n++) {
        const partner_change *p = v->shown[n].of;
        for (size_t i = 0; i < p->move_count; i++) {
            const level_move *move = &v->of->moves[p->first_move + i];
            if (changes_has_shown_move(v, move) && !write_move(t, move)) return;
        }
    }
}

static void write_payouts(const delta_tables *t) {
    static const export_column columns[] = {{"partner", EXPORT_KEY},
                                            {"rule", EXPORT_KEY},
                                            {"before", EXPORT_INTEGER},
                                            {"after", EXPORT_INTEGER},
                                            {"delta", EXPORT_INTEGER}};
    const changes_view *v = t->view;
    const plan *p = v->of->before->plan;
    EXPORT_TABLE(t, "payout", columns);
    for (size_t n = 0; n < v->count; n++) {
        const partner_change *of = v->shown[n].of;
        for (size_t i = 0; i < of->payout_count; i++) {
            const payout_change *paid = &v->of->payouts[of->first_payout + i];
            if (!v->rules[paid->rule]) continue;
            cell row[] = {
                export_text(of->partner), export_string(v->of->rules[paid->rule].name),
                export_money(t->to, paid->before, p), export_money(t->to, paid->after, p),
                export_money(t->to, paid->delta, p)};
            if (!export_row(t->to, row)) return;
        }
    }
}

static void write_others(const delta_tables *t) {
    static const export_column columns[] = {{"partner", EXPORT_KEY},
                                            {"name", EXPORT_KEY},
                                            {"before", EXPORT_TEXT},
                                            {"after", EXPORT_TEXT}};
    const changes_view *v = t->view;
    const changes *c = v->of;
    char was[AMOUNT_TEXT], is[AMOUNT_TEXT];
    EXPORT_TABLE(t, "other", columns);
    for (size_t n = 0; n < v->count; n++) {
        const partner_change *of = v->shown[n].of;
        for (size_t i = 0; i < of->other_count; i++) {
            const other_change *other = &c->others[of->first_other + i];
            text_buffer name = {0};
            if (!changes_has_shown_other(v, other)) continue;
            changes_other_name(&c->things[other->thing], &name);
            bool fine =
                !name.failed &&
                export_row(t->to, (cell[]){export_text(of->partner), export_string(name.bytes),
                                           export_value(&other->before, c->before->plan, was),
                                           export_value(&other->after, c->after->plan, is)});
            text_free(&name);
            if (!fine) return;
        }
    }
}

static void write_money(const delta_tables *t, const char *name, const rule_total *sum) {
    const plan *p = t->view->of->before->plan;
    if (!name) return;
    export_row(t->to,
               (cell[]){export_string(name), export_string("money"),
                        export_money(t->to, sum->before, p), export_money(t->to, sum->after, p),
                        export_money(t->to, sum->delta, p)});
}

static void write_rules(const delta_tables *t) {
    const changes *c = t->view->of;
    arena *memory = t->view->memory;
    for (size_t i = 0; i < c->rule_count; i++) {
        const changed_rule *rule = &c->rules[i];
        bool fund = rule->after >= 0 ? rule->after_fund : rule->before_fund;
        write_money(t, arena_print(memory, fund ? "fund.%s.paid" : "incentive.%s", rule->name),
                    &c->totals[i]);
        if (fund)
            write_money(t, arena_print(memory, "fund.%s.accrued", rule->name), &c->accrued[i]);
    }
}

static void write_levels(const delta_tables *t, const changed_ladder *l) {
    for (size_t k = 0; k < l->level_count; k++) {
        int64_t before = (int64_t)l->levels[k].stood, after = (int64_t)l->levels[k].stand;
        const char *name =
            arena_print(t->view->memory, "ladder.%s.%s", l->name, l->levels[k].name);
        if (name)
            export_row(t->to, (cell[]){export_string(name), export_string("count"),
                                       export_integer(before), export_integer(after),
                                       export_integer(after - before)});
    }
}

static void write_totals(const delta_tables *t) {
    static const export_column columns[] = {{"name", EXPORT_KEY},
                                            {"unit", EXPORT_TEXT},
                                            {"before", EXPORT_INTEGER},
                                            {"after", EXPORT_INTEGER},
                                            {"delta", EXPORT_INTEGER}};
    const changes *c = t->view->of;
    EXPORT_TABLE(t, "total", columns);
    for (size_t i = 0; i < c->ladder_count; i++)
        write_levels(t, &c->ladders[i]);
    write_rules(t);
    write_money(t, "payout", &c->payout);
}

static void write_guards(const delta_tables *t) {
    static const export_column columns[] = {{"guard", EXPORT_TEXT},
                                            {"condition", EXPORT_TEXT},
                                            {"holds", EXPORT_INTEGER},
                                            {"actual", EXPORT_TEXT},
                                            {"limit", EXPORT_TEXT}};
    char actual[AMOUNT_TEXT], limit[AMOUNT_TEXT];
    const plan *p = t->view->of->after->plan;
    EXPORT_TABLE(t, "guard", columns);
    for (size_t i = 0; i < t->view->head->guard_count; i++) {
        const guard_outcome *g = &t->view->head->guards[i];
        export_row(t->to,
                   (cell[]){export_string(g->name), export_string(g->condition),
                            export_integer(g->holds), export_value(&g->actual, p, actual),
                            export_value(&g->limit, p, limit)});
    }
}

/* What each change is worth alone, and what only their coming together makes: `alone` adds up
 * to the whole change of payout, and so do Shapley values. Empty where nobody asked for it. */
static void write_attribution(const delta_tables *t) {
    static const export_column columns[] = {{"kind", EXPORT_TEXT},
                                            {"path", EXPORT_TEXT},
                                            {"alone", EXPORT_INTEGER},
                                            {"shapley", EXPORT_TEXT}};
    const attribution *a = t->view->head->attribution;
    const plan *p = t->view->of->before->plan;
    char room[AMOUNT_TEXT];
    EXPORT_TABLE(t, "attribution", columns);
    for (size_t i = 0; a && i < a->count; i++) {
        value shapley = {.state = a->has_shapley ? CELL_VALUE : CELL_NONE,
                         .type = TYPE_NUMBER,
                         .measure = MEASURE_MONEY,
                         .number = a->items[i].shapley};
        export_row(t->to, (cell[]){export_string("change"), export_string(a->items[i].what),
                                   export_money(t->to, a->items[i].alone, p),
                                   export_value(&shapley, p, room)});
    }
    if (a)
        export_row(t->to,
                   (cell[]){export_string("interaction"), export_string(NULL),
                            export_money(t->to, a->interaction, p), export_string(NULL)});
}

/* The partners that were asked for, as another result numbers them; false without memory. */
static bool find_partners(report_options *options, const result *from, const result *to,
                          arena *memory) {
    if (!options->partners || from->facts == to->facts) return true;
    size_t count = 0;
    uint32_t *found = arena_array(memory, options->partner_count, sizeof *found);
    if (!found) return false;
    for (size_t i = 0; i < options->partner_count; i++) {
        int64_t there =
            facts_partner_find(to->facts, from->facts->partner_ids[options->partners[i]]);
        if (there >= 0) found[count++] = (uint32_t)there;
    }
    options->partners = found;
    options->partner_count = count;
    return true;
}

static void write_sides(changes_view *v, export_file *to) {
    const changes *c = v->of;
    report_options options = {.limit = -1,
                              .partners = v->options->partners,
                              .partner_count = v->options->partner_count};
    export_tables side = {
        .to = to, .prefix = "base_", .of = c->before, .options = &options, .memory = v->memory};
    export_result_tables(&side);
    side.prefix = "candidate_";
    side.of = v->head->whole;
    if (find_partners(&options, c->before, side.of, v->memory)) export_result_tables(&side);
}

static void write_all(changes_view *v, export_file *to) {
    const delta_tables t = {v, to, ""};
    changes_view_by_id(v);
    write_set(&t);
    write_moves(&t);
    write_payouts(&t);
    write_others(&t);
    write_totals(&t);
    write_guards(&t);
    write_attribution(&t);
    write_sides(v, to);
}

bool export_changes(const changes *c, const report_options *options, const changes_head *head,
                    const char *path, problem_list *problems) {
    arena memory = {0};
    changes_view v = {.of = c, .options = options, .head = head, .memory = &memory};
    export_file *to = changes_view_begin(&v, SIZE_MAX) ? export_begin(path, problems) : NULL;
    if (to) write_all(&v, to);
    bool fine = export_end(to, !memory.failed, problems);
    arena_free(&memory);
    return fine;
}
