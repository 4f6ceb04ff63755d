/* changes_table.c - what an analyst asks after a change: who moves, what it costs, and why.
 *
 * The baseline comes first, then the verdict, which also comes last: whoever scrolls to either
 * end of a long answer finds it. What is unchanged is counted. Called by report_changes. */
#include "report/changes_sheet.h"

#include "explain/amount.h"
#include "report/given.h"

enum {
    USUAL_WIDTH = 80,
    TITLE_WIDTH = 44,
    NAME_WIDTH = 32,
    CAUSE_WIDTH = 48,
    SHORT_PRINT = 12
};

/* Words that may hold data, after a dim label. */
static void write_fact(const changes_sheet *s, const char *label, const text_buffer *words) {
    enum { LABEL = 10 };
    table_say(s->out, TONE_DIM, s->color, label);
    for (size_t i = text_of(label).length; i < LABEL; i++)
        writer_byte(s->out, ' ');
    table_say_lines(s->out, (text){words->bytes, words->length}, LABEL, LABEL, s->sheet.width);
    writer_byte(s->out, '\n');
    if (words->failed) s->out->failed = true;
}

static void say_program(const plan *p, text_buffer *out) {
    const char *print = p->rules ? p->rules->fingerprint : NULL;
    text_append_string(out, p->name);
    if (p->version) text_print(out, " %s", p->version);
    if (print) text_print(out, " (rules %.*s)", SHORT_PRINT, print);
}

static void say_rows(const facts *f, text_buffer *out) {
    char room[AMOUNT_TEXT];
    for (size_t i = 0; i < f->table_count; i++) {
        amount_count(f->tables[i].rows_read, room);
        text_print(out, "%s%s %s", i ? ", " : "", f->tables[i].source, room);
    }
}

static void write_baseline(const changes_sheet *s) {
    char day[DATE_TEXT];
    const result *r = s->of->before;
    text_buffer said = {0};
    say_program(r->plan, &said);
    write_fact(s, "baseline", &said);
    text_clear(&said);
    date_print(day, r->plan->as_of);
    text_print(&said, "%s, amounts in %s", day, r->plan->currency);
    write_fact(s, "as of", &said);
    text_clear(&said);
    say_rows(r->facts, &said);
    write_fact(s, "rows", &said);
    text_free(&said);
}

static void write_values(const changes_sheet *s, text_buffer *said) {
    const changes_head *head = s->view->head;
    for (size_t i = 0; i < head->set_count; i++) {
        const changed_value *set = &head->set[i];
        text_clear(said);
        text_print(said, "%s: ", set->whole ? set->whole : set->path);
        if (set->from) text_print(said, "%s → ", set->from);
        text_append_string(said, set->to ? set->to : set->value);
        write_fact(s, i ? "" : "changed", said);
    }
}

static void write_given(const changes_sheet *s, text_buffer *said) {
    const changes_head *head = s->view->head;
    for (size_t i = 0;; i++) {
        text_clear(said);
        if (!given_say(head, s->of->before, i, said)) break;
        write_fact(s, i || head->set_count ? "" : "changed", said);
    }
}

static void write_only(const changes_sheet *s, bool added, text_buffer *said) {
    text_clear(said);
    changes_say_only(s->of, added, said);
    if (said->length) write_fact(s, added ? "added" : "removed", said);
}

static void write_candidate(const changes_sheet *s) {
    const changes_head *head = s->view->head;
    const plan *p = s->of->after->plan;
    char day[DATE_TEXT];
    text_buffer said = {0};
    if (head->against) {
        say_program(p, &said);
        write_fact(s, "against", &said);
    }
    text_clear(&said);
    if (head->scenario) {
        text_print(&said, "%s%s%s", head->scenario, head->why ? ": " : "",
                   head->why ? head->why : "");
        write_fact(s, "scenario", &said);
    }
    write_values(s, &said);
    write_given(s, &said);
    text_clear(&said);
    if (p->as_of != s->of->before->plan->as_of) {
        date_print(day, p->as_of);
        text_print(&said, "as of %s", day);
        write_fact(s, "changed", &said);
    }
    write_only(s, true, &said);
    write_only(s, false, &said);
    text_free(&said);
}

static void write_verdict(const changes_sheet *s) {
    text_buffer said = {0};
    changes_say_verdict(s->of, s->view->head, &said);
    writer_byte(s->out, '\n');
    if (s->color) writer_string(s->out, "\x1b[1m");
    writer_string(s->out, "Verdict: ");
    table_say_text(s->out, (text){said.bytes ? said.bytes : "", said.length});
    writer_string(s->out, s->color ? "\x1b[0m\n" : "\n");
    for (size_t i = 0; i < s->of->ladder_count; i++) {
        text_clear(&said);
        changes_say_held(&s->of->ladders[i], &said);
        if (!said.length) continue;
        table_say_text(s->out, (text){said.bytes, said.length});
        writer_byte(s->out, '\n');
    }
    if (said.failed) s->out->failed = true;
    text_free(&said);
}

static void add_moves(const changes_sheet *s, table *t, size_t ladder, int direction) {
    const changes *c = s->of;
    const changed_ladder *l = &c->ladders[ladder];
    size_t levels = l->level_count + 1; /* the first is none */
    size_t *counts = arena_array(t->memory, levels * levels, sizeof *counts);
    if (!counts) return;
    for (size_t i = 0; i < c->move_count; i++) {
        const level_move *m = &c->moves[i];
        if ((size_t)m->ladder == ladder && m->direction == direction)
            counts[(size_t)(m->from + 1) * levels + (size_t)(m->to + 1)]++;
    }
    for (size_t k = levels * levels; k-- > 0;) {
        if (!counts[k]) continue;
        table_add_string(t, direction > 0 ? "up" : "down");
        table_add_string(t, changes_level_title(l, (int)(k / levels) - 1));
        table_add_string(t, changes_level_title(l, (int)(k % levels) - 1));
        sheet_count(t, counts[k]);
    }
}

static void write_moves(const changes_sheet *s, size_t ladder) {
    const changed_ladder *l = &s->of->ladders[ladder];
    table t;
    if (!s->of->up[ladder] && !s->of->down[ladder]) return;
    table_begin(&t, s->sheet.memory);
    table_column(&t, (table_column_style){"", TABLE_LEFT, false, 0});
    table_column(&t, (table_column_style){"from", TABLE_LEFT, false, TITLE_WIDTH});
    table_column(&t, (table_column_style){"to", TABLE_LEFT, false, TITLE_WIDTH});
    table_column(&t, (table_column_style){"partners", TABLE_RIGHT, false, 0});
    add_moves(s, &t, ladder, -1);
    add_moves(s, &t, ladder, 1);
    text_buffer heading = {0};
    text_print(&heading, "Who moves: %s", l->title ? l->title : l->name);
    sheet_heading(&s->sheet, heading.bytes ? heading.bytes : "Who moves");
    text_free(&heading);
    sheet_table(&s->sheet, &t);
}

static void add_change(table *t, size_t before, size_t after) {
    char room[AMOUNT_TEXT + 1];
    sheet_count(t, before);
    sheet_count(t, after);
    table_add(t, changes_count(before, after, room));
}

/* Partners who are new, or gone, count where they stand and move nowhere. */
static bool levels_differ(const changed_ladder *l) {
    bool differ = l->none_before != l->none_after;
    for (size_t k = 0; k < l->level_count; k++)
        differ |= l->levels[k].stood != l->levels[k].stand;
    return differ && l->before >= 0 && l->after >= 0;
}

static void write_levels(const changes_sheet *s, size_t ladder) {
    const changed_ladder *l = &s->of->ladders[ladder];
    table t;
    if (!s->of->up[ladder] && !s->of->down[ladder] && !levels_differ(l)) return;
    table_begin(&t, s->sheet.memory);
    table_column(&t, (table_column_style){"level", TABLE_LEFT, false, TITLE_WIDTH});
    table_column(&t, (table_column_style){"before", TABLE_RIGHT, false, 0});
    table_column(&t, (table_column_style){"after", TABLE_RIGHT, false, 0});
    table_column(&t, (table_column_style){"change", TABLE_RIGHT, false, 0});
    for (size_t k = l->level_count; k-- > 0;) {
        table_add_string(&t, changes_level_title(l, (int)k));
        add_change(&t, l->levels[k].stood, l->levels[k].stand);
    }
    if (l->none_before || l->none_after) {
        table_add_string(&t, "below all levels");
        add_change(&t, l->none_before, l->none_after);
    }
    if (s->of->up[ladder] || s->of->down[ladder])
        writer_byte(s->out, '\n');
    else
        sheet_heading(&s->sheet, l->title ? l->title : l->name);
    sheet_table(&s->sheet, &t);
}

static void add_total(const changes_sheet *s, table *t, const rule_total *total) {
    char room[AMOUNT_TEXT + 1];
    const plan *p = s->of->before->plan;
    sheet_count(t, total->partners);
    sheet_money(&s->sheet, t, total->before);
    sheet_money(&s->sheet, t, total->after);
    table_add(t, changes_delta(total->delta, p, room));
    table_add(t, changes_percent(total->delta, total->before, p, room));
}

static void begin_amounts(const changes_sheet *s, table *t, const char *first) {
    table_begin(t, s->sheet.memory);
    table_column(t, (table_column_style){first, TABLE_LEFT, false, TITLE_WIDTH});
    table_column(t, (table_column_style){"changed for", TABLE_RIGHT, false, 0});
    table_column(t, (table_column_style){"before", TABLE_RIGHT, false, 0});
    table_column(t, (table_column_style){"after", TABLE_RIGHT, false, 0});
    table_column(t, (table_column_style){"change", TABLE_RIGHT, false, 0});
    table_column(t, (table_column_style){"", TABLE_RIGHT, true, 0});
}

static void add_rule(const changes_sheet *s, table *t, size_t rule, const rule_total *total) {
    const changed_rule *is = &s->of->rules[rule];
    text_buffer label = {0};
    text_print(&label, "%s%s", is->title ? is->title : is->name, changes_rule_mark(is));
    table_add_string(t, label.bytes ? label.bytes : "");
    if (label.failed) s->out->failed = true;
    text_free(&label);
    add_total(s, t, total);
}

/* What accrues in funds, where that is different: it is not paid yet. */
static void write_accrued(const changes_sheet *s) {
    table t;
    begin_amounts(s, &t, "fund");
    for (size_t i = 0; i < s->of->rule_count; i++)
        if (s->view->rules[i] && s->of->accrued[i].partners)
            add_rule(s, &t, i, &s->of->accrued[i]);
    if (!t.count) return;
    sheet_heading(&s->sheet, "Accrued in funds");
    sheet_table(&s->sheet, &t);
}

static void write_payout(const changes_sheet *s) {
    const changes *c = s->of;
    table t;
    if (!c->rule_count) return;
    begin_amounts(s, &t, "rule");
    for (size_t i = 0; i < c->rule_count; i++)
        if (s->view->rules[i]) add_rule(s, &t, i, &c->totals[i]);
    table_total(&t);
    table_add_string(&t, changes_hides_rules(s->view) ? "total of all rules" : "total");
    rule_total all =
        c->payout; /* two rules may change what a partner is paid and not the sum */
    all.partners = changes_paid_otherwise(c);
    add_total(s, &t, &all);
    sheet_heading(&s->sheet, "Payout by rule");
    sheet_table(&s->sheet, &t);
}

static void add_partner(const changes_sheet *s, table *t, const shown_change *shown,
                        bool named) {
    char room[AMOUNT_TEXT + 1];
    const partner_change *p = shown->of;
    text_buffer cause = {0};
    changes_say_cause(s->view, p, &cause);
    table_add(t, p->partner);
    if (named) table_add(t, changes_partner_name(s->of, p));
    table_add(t, (text){cause.bytes ? cause.bytes : "", cause.length});
    sheet_money(&s->sheet, t, p->before);
    sheet_money(&s->sheet, t, p->after);
    table_add(t, changes_delta(shown->delta, s->of->before->plan, room));
    if (cause.failed) s->out->failed = true;
    text_free(&cause);
}

static bool has_names(const changes_view *v) {
    for (size_t n = 0; n < v->count; n++)
        if (changes_partner_name(v->of, v->shown[n].of).length) return true;
    return false;
}

static void build_partners(const changes_sheet *s, table *t, bool named, size_t name_width) {
    table_begin(t, s->sheet.memory);
    table_column(t, (table_column_style){"partner", TABLE_LEFT, false, NAME_WIDTH});
    if (named) table_column(t, (table_column_style){"name", TABLE_LEFT, false, name_width});
    table_column(t, (table_column_style){"cause", TABLE_LEFT, false, CAUSE_WIDTH});
    table_column(t, (table_column_style){"before", TABLE_RIGHT, false, 0});
    table_column(t, (table_column_style){"after", TABLE_RIGHT, false, 0});
    table_column(t, (table_column_style){"change", TABLE_RIGHT, false, 0});
    for (size_t n = 0; n < s->view->count; n++)
        add_partner(s, t, &s->view->shown[n], named);
}

static void write_partners(const changes_sheet *s) {
    enum { SHORT_NAME = 18 };
    const changes_view *v = s->view;
    char room[AMOUNT_TEXT];
    table t;
    if (!v->all && v->of->partner_count)
        writer_string(s->out,
                      "\nNothing changes for the partners and rules that are asked for.\n");
    if (!v->count) return;
    bool named = has_names(v);
    build_partners(s, &t, named, NAME_WIDTH);
    if (named && table_width(&t) > s->sheet.width) build_partners(s, &t, named, SHORT_NAME);
    sheet_heading(&s->sheet, "Partners with the largest changes");
    sheet_table(&s->sheet, &t);
    if (v->all <= v->count) return;
    amount_count(v->all - v->count, room);
    text_buffer said = {0};
    text_print(&said, "  ... and %s more (--limit %zu shows all)\n", room, v->all);
    table_say(s->out, TONE_DIM, s->color, said.bytes ? said.bytes : "");
    text_free(&said);
}

static void write_count(const changes_sheet *s, size_t n, const char *one, const char *many) {
    char room[AMOUNT_TEXT];
    text shown = amount_count(n, room);
    writer_put(s->out, shown.bytes, shown.length);
    writer_byte(s->out, ' ');
    writer_string(s->out, n == 1 ? one : many);
    writer_byte(s->out, '\n');
}

static void write_rest(const changes_sheet *s) {
    const changes *c = s->of;
    writer_byte(s->out, '\n');
    write_count(s, c->unchanged, "partner is unchanged", "partners are unchanged");
    if (c->added) write_count(s, c->added, "partner is new", "partners are new");
    if (c->removed)
        write_count(s, c->removed, "partner is no longer there",
                    "partners are no longer there");
    if (c->errors)
        write_count(s, c->errors, "partner has errors and is left out",
                    "partners have errors and are left out");
}

void changes_write_table(changes_view *v, writer *out) {
    const report_options *o = v->options;
    size_t width = o->width ? o->width : USUAL_WIDTH;
    changes_sheet s = {v, v->of, {v->of->before, o, out, width, v->memory}, o->color, out};
    write_baseline(&s);
    write_candidate(&s);
    write_verdict(&s);
    for (size_t i = 0; i < v->of->ladder_count; i++) {
        if (!v->ladders[i]) continue;
        write_moves(&s, i);
        write_levels(&s, i);
    }
    write_payout(&s);
    write_accrued(&s);
    changes_sheet_others(&s);
    write_partners(&s);
    changes_sheet_attribution(&s);
    changes_sheet_guards(&s);
    changes_sheet_errors(&s);
    write_rest(&s);
    write_verdict(&s);
}
