/* changes_kept.c - what a change is made of and what it must keep: attribution and guards, in
 * the table of `rung what-if`. */
#include "report/changes_sheet.h"

#include "explain/amount.h"

#include <string.h>

enum {
    TITLE_WIDTH = 44,
    CONDITION_WIDTH = 42 /* with its figures, in eighty columns */
};

/* What each change is worth, with what only their coming together makes. */
void changes_sheet_attribution(const changes_sheet *s) {
    const attribution *a = s->view->head->attribution;
    const plan *p = s->of->before->plan;
    char room[AMOUNT_TEXT + 1];
    table t;
    if (!a) return;
    table_begin(&t, s->sheet.memory);
    table_column(&t, (table_column_style){"change", TABLE_LEFT, false, TITLE_WIDTH});
    table_column(&t, (table_column_style){"alone", TABLE_RIGHT, false, 0});
    if (a->has_shapley)
        table_column(&t, (table_column_style){"fair share", TABLE_RIGHT, false, 0});
    for (size_t i = 0; i < a->count; i++) {
        table_add_string(&t, a->items[i].what);
        table_add(&t, changes_delta(a->items[i].alone, p, room));
        if (a->has_shapley) table_add(&t, changes_delta(a->items[i].shown, p, room));
    }
    table_add_string(&t, "interaction");
    table_add(&t, changes_delta(a->interaction, p, room));
    if (a->has_shapley) table_add_string(&t, "");
    table_total(&t);
    table_add_string(&t, "total");
    table_add(&t, changes_delta(a->total, p, room));
    if (a->has_shapley) table_add(&t, changes_delta(a->total, p, room));
    sheet_heading(&s->sheet, "What each change is worth");
    sheet_table(&s->sheet, &t);
}

/* Who breaks it; a table would cut them. */
static void write_offenders(const changes_sheet *s, const guard_outcome *g) {
    enum { MOST = 10, INDENT = 2 };
    text_buffer said = {0};
    if (!g->offender_count) return;
    text_print(&said, "%s is broken by ", g->condition ? g->condition : g->name);
    for (size_t i = 0; i < g->offender_count && i < MOST; i++) {
        text_append_string(&said, i ? ", " : "");
        text_append(&said, g->offenders[i].bytes, g->offenders[i].length);
    }
    if (g->offender_count > MOST) text_print(&said, " and %zu more", g->offender_count - MOST);
    writer_string(s->out, "  ");
    table_say_lines(s->out, (text){said.bytes, said.length}, INDENT, 2 * INDENT,
                    s->sheet.width);
    writer_byte(s->out, '\n');
    if (said.failed) s->out->failed = true;
    text_free(&said);
}

/* Where the agreement asks for it; a column would take the room of the figures. */
static void write_why(const changes_sheet *s, const guard_outcome *g) {
    enum { INDENT = 2 };
    text_buffer said = {0};
    if (!g->why) return;
    text_print(&said, "%s: %s", g->title ? g->title : g->name, g->why);
    writer_string(s->out, "  ");
    table_say_lines(s->out, (text){said.bytes, said.length}, INDENT, 2 * INDENT,
                    s->sheet.width);
    writer_byte(s->out, '\n');
    if (said.failed) s->out->failed = true;
    text_free(&said);
}

static bool is_first_of_guard(const changes_head *head, size_t i) {
    return i == 0 || strcmp(head->guards[i].name, head->guards[i - 1].name) != 0;
}

/* One comparison, or a group and below it its parts: these are met or not, the group is kept.
 */
static void add_kept(const changes_sheet *s, table *t, const guard_outcome *g, int deep) {
    enum { INDENT = 2 };
    char actual[AMOUNT_TEXT], limit[AMOUNT_TEXT];
    const plan *p = s->of->after->plan;
    const char *says = g->group ? g->group : g->condition ? g->condition : "";
    const char *states[] = {"BROKEN", "holds", "not met", "met"};
    says = arena_print(s->sheet.memory, "%*s%s", INDENT * deep, "", says);
    table_add_string(t, says ? says : "");
    table_add_string(t, states[2 * (deep > 0) + g->holds]);
    table_add(t, g->group ? text_of("") : amount_people(&g->actual, p, actual));
    table_add(t, g->group ? text_of("") : amount_people(&g->limit, p, limit));
    for (size_t i = 0; i < g->part_count; i++) {
        table_add_string(t, "");
        add_kept(s, t, &g->parts[i], deep + 1);
    }
}

static void add_guard(const changes_sheet *s, table *t, const guard_outcome *g, bool first) {
    table_add_string(t, !first ? "" : g->title ? g->title : g->name);
    add_kept(s, t, g, 0);
}

void changes_sheet_guards(const changes_sheet *s) {
    const changes_head *head = s->view->head;
    table t;
    if (!head->guard_count) return;
    table_begin(&t, s->sheet.memory);
    table_column(&t, (table_column_style){"guard", TABLE_LEFT, true, TITLE_WIDTH});
    table_column(&t, (table_column_style){"keeps", TABLE_LEFT, false, CONDITION_WIDTH});
    table_column(&t, (table_column_style){"", TABLE_LEFT, false, 0});
    table_column(&t, (table_column_style){"actual", TABLE_RIGHT, false, 0});
    table_column(&t, (table_column_style){"limit", TABLE_RIGHT, false, 0});
    for (size_t i = 0; i < head->guard_count; i++)
        add_guard(s, &t, &head->guards[i], is_first_of_guard(head, i));
    sheet_heading(&s->sheet, "Guards");
    sheet_table(&s->sheet, &t);
    for (size_t i = 0; i < head->guard_count; i++)
        if (is_first_of_guard(head, i)) write_why(s, &head->guards[i]);
    for (size_t i = 0; i < head->guard_count; i++)
        write_offenders(s, &head->guards[i]);
}
