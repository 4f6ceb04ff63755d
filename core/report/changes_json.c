/* changes_json.c - `rung.changes/1`: baseline, candidate, moves, payouts, what else differs,
 * totals, guards, errors.
 *
 * The order of keys is part of the format. Only what differs is listed. Called by
 * report_changes. */
#include "report/changes_reports.h"
#include "report/given.h"
#include "report/partner_json.h"

static void write_baseline(const changes_view *v, json *j) {
    char day[DATE_TEXT];
    const result *r = v->of->before;
    json_line(j);
    json_object(j, "baseline");
    json_program(j, r->plan);
    json_data(j, r->facts, v->options->data_fingerprint);
    date_print(day, r->plan->as_of);
    json_string(j, "as_of", day);
    json_string(j, "currency", r->plan->currency);
    json_end_object(j);
}

/* The other program where there is one, and the day where it is another. */
static void write_other(const changes_view *v, json *j) {
    char day[DATE_TEXT];
    const plan *p = v->of->after->plan;
    if (v->head->against) json_program(j, p);
    if (p->as_of == v->of->before->plan->as_of) return;
    date_print(day, p->as_of);
    json_string(j, "as_of", day);
}

static void write_candidate(const changes_view *v, json *j) {
    json_line(j);
    json_object(j, "candidate");
    given_write_json(v->head, j);
    write_other(v, j);
    json_end_object(j);
}

static bool is_only(int before, int after, bool added) {
    return added ? before < 0 : after < 0;
}

static void write_only_levels(const changes *c, bool added, json *j) {
    json_object(j, "levels");
    for (size_t i = 0; i < c->ladder_count; i++) {
        const changed_ladder *l = &c->ladders[i];
        bool open = false;
        if (l->before < 0 || l->after < 0) continue;
        for (size_t k = 0; k < l->level_count; k++) {
            if (!is_only(l->levels[k].before, l->levels[k].after, added)) continue;
            if (!open) json_array(j, l->name);
            open = true;
            json_string(j, NULL, l->levels[k].name);
        }
        if (open) json_end_array(j);
    }
    json_end_object(j);
}

static void write_only_partners(const changes *c, bool added, json *j) {
    json_array(j, "partners");
    for (size_t i = 0; i < c->partner_count; i++)
        if ((added ? c->partners[i].before_partner : c->partners[i].after_partner) < 0)
            json_text(j, NULL, c->partners[i].partner);
    json_end_array(j);
}

/* What only one program has, and partners that only one side has. */
static void write_only(const changes *c, bool added, json *j) {
    json_line(j);
    json_object(j, added ? "added" : "removed");
    json_array(j, "ladders");
    for (size_t i = 0; i < c->ladder_count; i++)
        if (is_only(c->ladders[i].before, c->ladders[i].after, added))
            json_string(j, NULL, c->ladders[i].name);
    json_end_array(j);
    write_only_levels(c, added, j);
    json_array(j, "rules");
    for (size_t i = 0; i < c->rule_count; i++)
        if (is_only(c->rules[i].before, c->rules[i].after, added))
            json_string(j, NULL, c->rules[i].name);
    json_end_array(j);
    changes_json_only(c, added, j);
    write_only_partners(c, added, j);
    json_end_object(j);
}

static void write_move(const changes *c, const level_move *move, json *j) {
    const changed_ladder *l = &c->ladders[move->ladder];
    json_line(j);
    json_object(j, NULL);
    json_text(j, "partner", move->partner);
    json_string(j, "ladder", l->name);
    json_string(j, "from", move->from < 0 ? NULL : l->levels[move->from].name);
    json_string(j, "to", move->to < 0 ? NULL : l->levels[move->to].name);
    json_end_object(j);
}

static void write_moves(const changes_view *v, json *j) {
    json_line(j);
    json_array(j, "moves");
    for (size_t n = 0; n < v->count; n++) {
        const partner_change *p = v->shown[n].of;
        for (size_t i = 0; i < p->move_count; i++) {
            const level_move *move = &v->of->moves[p->first_move + i];
            if (changes_has_shown_move(v, move)) write_move(v->of, move, j);
        }
    }
    json_end_array(j);
}

static void write_amounts(number before, number after, number delta, const plan *p, json *j) {
    json_paid(j, "before", before, p);
    json_paid(j, "after", after, p);
    json_paid(j, "delta", delta, p);
}

static void write_payout(const changes *c, const partner_change *p, const payout_change *paid,
                         json *j) {
    json_line(j);
    json_object(j, NULL);
    json_text(j, "partner", p->partner);
    json_string(j, "rule", c->rules[paid->rule].name);
    write_amounts(paid->before, paid->after, paid->delta, c->before->plan, j);
    json_end_object(j);
}

static void write_payouts(const changes_view *v, json *j) {
    json_line(j);
    json_array(j, "payouts");
    for (size_t n = 0; n < v->count; n++) {
        const partner_change *p = v->shown[n].of;
        for (size_t i = 0; i < p->payout_count; i++) {
            const payout_change *paid = &v->of->payouts[p->first_payout + i];
            if (v->rules[paid->rule]) write_payout(v->of, p, paid, j);
        }
    }
    json_end_array(j);
}

static void write_others(const changes_view *v, json *j) {
    json_line(j);
    json_array(j, "others");
    for (size_t n = 0; n < v->count; n++) {
        const partner_change *p = v->shown[n].of;
        for (size_t i = 0; i < p->other_count; i++) {
            const other_change *other = &v->of->others[p->first_other + i];
            if (!changes_has_shown_other(v, other)) continue;
            json_line(j);
            changes_json_other(v->of, p->partner, other, j);
        }
    }
    json_end_array(j);
}

static void write_directions(const changes *c, const char *key, const size_t *moves, json *j) {
    json_object(j, key);
    for (size_t i = 0; i < c->ladder_count; i++)
        json_integer(j, c->ladders[i].name, (int64_t)moves[i]);
    json_end_object(j);
}

static bool has_timing(const changes *c, const changed_ladder *l) {
    return (l->before >= 0 && c->before->plan->ladders[l->before].timing) ||
           (l->after >= 0 && c->after->plan->ladders[l->after].timing);
}

/* Who qualifies for another level than before while timing keeps the level as it is. */
static void write_held(const changes *c, json *j) {
    bool any = false;
    for (size_t i = 0; i < c->ladder_count; i++)
        any |= has_timing(c, &c->ladders[i]);
    if (!any) return;
    json_object(j, "held");
    for (size_t i = 0; i < c->ladder_count; i++) {
        const changed_ladder *l = &c->ladders[i];
        if (!has_timing(c, l)) continue;
        json_object(j, l->name);
        json_integer(j, "up", (int64_t)l->held_up);
        json_integer(j, "down", (int64_t)l->held_down);
        json_end_object(j);
    }
    json_end_object(j);
}

static void write_levels(const changes *c, json *j) {
    json_object(j, "ladders");
    for (size_t i = 0; i < c->ladder_count; i++) {
        const changed_ladder *l = &c->ladders[i];
        json_object(j, l->name);
        for (size_t k = 0; k < l->level_count; k++) {
            json_object(j, l->levels[k].name);
            json_integer(j, "before", (int64_t)l->levels[k].stood);
            json_integer(j, "after", (int64_t)l->levels[k].stand);
            json_end_object(j);
        }
        json_end_object(j);
    }
    json_end_object(j);
}

static void write_total(const char *key, const rule_total *t, const plan *p, json *j) {
    json_object(j, key);
    write_amounts(t->before, t->after, t->delta, p, j);
    json_end_object(j);
}

static void write_totals(const changes *c, json *j) {
    const plan *p = c->before->plan;
    json_line(j);
    json_object(j, "totals");
    json_integer(j, "changed", (int64_t)c->partner_count);
    json_integer(j, "unchanged", (int64_t)c->unchanged);
    write_directions(c, "up", c->up, j);
    write_directions(c, "down", c->down, j);
    write_held(c, j);
    write_levels(c, j);
    json_object(j, "by_rule");
    for (size_t i = 0; i < c->rule_count; i++)
        write_total(c->rules[i].name, &c->totals[i], p, j);
    json_end_object(j);
    write_total("payout", &c->payout, p, j);
    json_object(j, "accrued");
    for (size_t i = 0; i < c->rule_count; i++)
        if (c->rules[i].before_fund || c->rules[i].after_fund)
            write_total(c->rules[i].name, &c->accrued[i], p, j);
    json_end_object(j);
    changes_json_other_totals(c, j);
    json_integer(j, "added", (int64_t)c->added);
    json_integer(j, "removed", (int64_t)c->removed);
    json_integer(j, "errors", (int64_t)c->errors);
    json_end_object(j);
}

/* What is kept, and of a group its parts. */
static void write_kept(const guard_outcome *g, const plan *p, json *j) {
    json_string(j, "condition", g->condition);
    json_boolean(j, "holds", g->holds);
    json_value(j, "actual", &g->actual, p);
    json_value(j, "limit", &g->limit, p);
    if (!g->part_count) return;
    json_array(j, "conditions");
    for (size_t i = 0; i < g->part_count; i++) {
        json_object(j, NULL);
        write_kept(&g->parts[i], p, j);
        json_end_object(j);
    }
    json_end_array(j);
}

static void write_guards(const changes_view *v, json *j) {
    const plan *p = v->of->after->plan;
    json_line(j);
    json_array(j, "guards");
    for (size_t i = 0; i < v->head->guard_count; i++) {
        const guard_outcome *g = &v->head->guards[i];
        json_line(j);
        json_object(j, NULL);
        json_string(j, "guard", g->name);
        if (g->title) json_string(j, "title", g->title);
        if (g->why) json_string(j, "why", g->why);
        write_kept(g, p, j);
        json_array(j, "offenders");
        for (size_t k = 0; k < g->offender_count; k++)
            json_text(j, NULL, g->offenders[k]);
        json_end_array(j);
        json_end_object(j);
    }
    json_end_array(j);
}

static void write_attribution(const changes_view *v, json *j) {
    const attribution *a = v->head->attribution;
    const plan *p = v->of->before->plan;
    if (!a) return;
    json_line(j);
    json_array(j, "attribution");
    for (size_t i = 0; i < a->count; i++) {
        json_object(j, NULL);
        json_string(j, "path", a->items[i].what);
        json_paid(j, "alone", a->items[i].alone, p);
        value shapley = {.state = a->has_shapley ? CELL_VALUE : CELL_NONE,
                         .type = TYPE_NUMBER,
                         .measure = MEASURE_MONEY,
                         .number = a->items[i].shapley};
        json_value(j, "shapley", &shapley, p);
        json_end_object(j);
    }
    json_end_array(j);
    json_paid(j, "interaction", a->interaction, p);
}

/* Which programs and data are compared. */
static void write_head(const changes_view *v, json *j) {
    json_string(j, "format", "rung.changes/1");
    write_baseline(v, j);
    write_candidate(v, j);
    write_only(v->of, true, j);
    write_only(v->of, false, j);
}

/* What comes of it for everybody. */
static void write_sums(const changes_view *v, json *j) {
    write_totals(v->of, j);
    write_guards(v, j);
    write_attribution(v, j);
}

void changes_write_json(changes_view *v, writer *out) {
    json j = {.out = out};
    changes_view_by_id(v);
    json_object(&j, NULL);
    write_head(v, &j);
    write_moves(v, &j);
    write_payouts(v, &j);
    write_others(v, &j);
    write_sums(v, &j);
    changes_json_errors(v, &j);
    json_end_object(&j);
    writer_byte(out, '\n');
}

/* --- line by line: each an object under what it is ------------------------------------------
 */

/* Moves, payouts, then what else is different, of one partner. */
static void write_partner_lines(const changes_view *v, const partner_change *p, writer *out) {
    for (size_t i = 0; i < p->move_count; i++) {
        const level_move *move = &v->of->moves[p->first_move + i];
        if (!changes_has_shown_move(v, move)) continue;
        json j = json_begin_line(out, "move");
        write_move(v->of, move, &j);
        json_end_line(&j);
    }
    for (size_t i = 0; i < p->payout_count; i++) {
        const payout_change *paid = &v->of->payouts[p->first_payout + i];
        if (!v->rules[paid->rule]) continue;
        json j = json_begin_line(out, "payout");
        write_payout(v->of, p, paid, &j);
        json_end_line(&j);
    }
    for (size_t i = 0; i < p->other_count; i++) {
        const other_change *other = &v->of->others[p->first_other + i];
        if (!changes_has_shown_other(v, other)) continue;
        json j = json_begin_line(out, "other");
        changes_json_other(v->of, p->partner, other, &j);
        json_end_line(&j);
    }
}

void changes_write_jsonl(changes_view *v, writer *out) {
    json j = json_begin_line(out, NULL);
    changes_view_by_id(v);
    write_head(v, &j);
    json_end_line(&j);
    for (size_t n = 0; n < v->count; n++)
        write_partner_lines(v, v->shown[n].of, out);
    changes_jsonl_errors(v, out);
    j = json_begin_line(out, NULL);
    write_sums(v, &j);
    json_end_line(&j);
}
