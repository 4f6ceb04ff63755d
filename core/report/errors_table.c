/* errors_table.c - what went wrong, by the place in the rules where it arises.
 *
 * One mistake in data or rules often hits many partners: each place is said once, with as many
 * of its partners as the limit leaves room for, one at least. Where partners are asked for,
 * theirs are shown and all of them. See result_table.h. */
#include "report/result_table.h"

#include "explain/amount.h"

#include <string.h>

enum { USUAL_ERRORS = 20 };

typedef struct error_group {
    const partner_error *first;
    size_t count, shown;
} error_group;

typedef struct error_groups {
    error_group *items;
    size_t count, most;
    size_t others; /* errors at further places */
    size_t all;
} error_groups;

static bool is_asked_for(const sheet *s, const partner_error *e) {
    const report_options *o = s->options;
    for (size_t i = 0; i < o->partner_count; i++)
        if (o->partners[i] == e->partner) return true;
    return o->partners == NULL;
}

static bool same_place(const partner_error *a, const partner_error *b) {
    return a->at.file == b->at.file && a->at.line == b->at.line &&
           strcmp(a->rule ? a->rule : "", b->rule ? b->rule : "") == 0;
}

static void add_error(error_groups *groups, const partner_error *e) {
    groups->all++;
    for (size_t i = 0; i < groups->count; i++) {
        if (!same_place(groups->items[i].first, e)) continue;
        groups->items[i].count++;
        return;
    }
    if (groups->count < groups->most)
        groups->items[groups->count++] = (error_group){e, 1, 1};
    else
        groups->others++;
}

/* One error of every place, then more of each while there is room. */
static bool group_errors(const sheet *s, error_groups *groups) {
    const report_options *o = s->options;
    size_t usual = o->partners ? s->of->error_count : USUAL_ERRORS;
    size_t room = o->limit < 0 ? usual : (size_t)o->limit;
    if (room > s->of->error_count) room = s->of->error_count;
    *groups = (error_groups){.most = room};
    groups->items = arena_array(s->memory, room ? room : 1, sizeof *groups->items);
    if (!groups->items) return false;
    for (size_t i = 0; i < s->of->error_count; i++)
        if (is_asked_for(s, &s->of->errors[i])) add_error(groups, &s->of->errors[i]);
    room -= groups->count;
    for (size_t i = 0; i < groups->count; i++) {
        error_group *g = &groups->items[i];
        size_t more = g->count - 1 < room ? g->count - 1 : room;
        g->shown += more;
        room -= more;
    }
    return true;
}

static void write_place(const sheet *s, const partner_error *e) {
    writer_string(s->out, "  ");
    if (e->rule) table_say_text(s->out, text_of(e->rule));
    if (e->at.file) {
        writer_string(s->out, e->rule ? "  " : "");
        table_say_text(s->out, text_of(e->at.file->name));
        if (e->at.line > 0) {
            writer_byte(s->out, ':');
            writer_integer(s->out, e->at.line);
        }
    }
    writer_byte(s->out, '\n');
}

static void write_error(const sheet *s, const partner_error *e) {
    text id = s->of->facts->partner_ids[e->partner];
    text_buffer said = {0};
    text_append(&said, id.bytes, id.length);
    text_print(&said, ": %s", e->message);
    writer_string(s->out, "    ");
    table_say_lines(s->out, (text){said.bytes, said.length}, 4, 6, s->width);
    writer_byte(s->out, '\n');
    if (said.failed) s->out->failed = true;
    text_free(&said);
}

static void write_more(const sheet *s, const char *lead, size_t count, const char *end) {
    char room[AMOUNT_TEXT];
    text more = amount_count(count, room);
    writer_string(s->out, lead);
    writer_put(s->out, more.bytes, more.length);
    writer_string(s->out, end);
}

static void write_group(const sheet *s, const error_group *g) {
    const partner_error *end = s->of->errors + s->of->error_count;
    size_t left = g->shown;
    write_place(s, g->first);
    for (const partner_error *e = g->first; left && e < end; e++) {
        if (!same_place(g->first, e) || !is_asked_for(s, e)) continue;
        write_error(s, e);
        left--;
    }
    if (g->count > g->shown)
        write_more(s, "    ... and ", g->count - g->shown, " more like it\n");
}

/* How to see those that the limit left out. */
static void write_rest(const sheet *s, const error_groups *groups) {
    text_buffer said = {0};
    size_t shown = 0;
    for (size_t i = 0; i < groups->count; i++)
        shown += groups->items[i].shown;
    if (groups->others && groups->count)
        write_more(s, "  ... and ", groups->others, " at other places\n");
    if (shown == groups->all) return;
    text_print(&said, "  --limit %zu shows all\n", groups->all);
    table_say(s->out, TONE_DIM, s->options->color, said.bytes ? said.bytes : "");
    if (said.failed) s->out->failed = true;
    text_free(&said);
}

static void write_lead(const sheet *s, bool any) {
    char some[AMOUNT_TEXT], all[AMOUNT_TEXT];
    size_t wrong = s->of->totals.errors;
    amount_count(wrong, some);
    amount_count(s->of->totals.partners, all);
    writer_string(s->out, "  ");
    writer_string(s->out, some);
    writer_string(s->out, " of ");
    writer_string(s->out, all);
    writer_string(s->out,
                  wrong == 1 ? " partners has errors and is" : " partners have errors and are");
    writer_string(s->out, " left out of every figure above");
    writer_string(s->out, any ? ":\n" : "\n");
}

void sheet_errors(const sheet *s) {
    error_groups groups;
    if (s->of->totals.errors == 0 || !group_errors(s, &groups)) return;
    sheet_heading(s, "Errors");
    write_lead(s, groups.count > 0);
    for (size_t i = 0; i < groups.count; i++)
        write_group(s, &groups.items[i]);
    write_rest(s, &groups);
}

void sheet_orphans(const sheet *s) {
    const facts *f = s->of->facts;
    bool any = false;
    for (size_t i = 1; i < f->table_count; i++) {
        char some[AMOUNT_TEXT], all[AMOUNT_TEXT];
        const facts_table *table = &f->tables[i];
        if (table->orphans == 0) continue;
        if (!any) writer_byte(s->out, '\n');
        any = true;
        amount_count(table->orphans, some);
        amount_count(table->rows_read, all);
        text_buffer note = {0};
        text_print(&note, "note: %s of %s rows of '%s' belong to no partner and are left out\n",
                   some, all, table->source);
        table_say(s->out, TONE_DIM, s->options->color, note.bytes ? note.bytes : "");
        if (note.failed) s->out->failed = true;
        text_free(&note);
    }
}
