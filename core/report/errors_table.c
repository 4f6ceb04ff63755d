/* errors_table.c - what went wrong, by the place in the rules where it arises.
 *
 * One mistake in data or rules often hits many partners: each place is said once, with the
 * first partner as the example. See result_table.h. */
#include "report/result_table.h"

#include "explain/amount.h"

#include <string.h>

enum { PLACES_SHOWN = 20 };

typedef struct error_group {
    const partner_error *first;
    size_t count;
} error_group;

typedef struct error_groups {
    error_group items[PLACES_SHOWN];
    size_t count;
    size_t others; /* errors at further places */
} error_groups;

static bool same_place(const partner_error *a, const partner_error *b) {
    return a->at.file == b->at.file && a->at.line == b->at.line &&
           strcmp(a->rule ? a->rule : "", b->rule ? b->rule : "") == 0;
}

static void add_error(error_groups *groups, const partner_error *e) {
    for (size_t i = 0; i < groups->count; i++) {
        if (!same_place(groups->items[i].first, e)) continue;
        groups->items[i].count++;
        return;
    }
    if (groups->count < PLACES_SHOWN)
        groups->items[groups->count++] = (error_group){e, 1};
    else
        groups->others++;
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

static void write_group(const sheet *s, const error_group *g) {
    char room[AMOUNT_TEXT];
    write_place(s, g->first);
    text id = s->of->facts->partner_ids[g->first->partner];
    text_buffer said = {0};
    text_append(&said, id.bytes, id.length);
    text_print(&said, ": %s", g->first->message);
    writer_string(s->out, "    ");
    table_say_lines(s->out, (text){said.bytes, said.length}, 4, 6, s->width);
    writer_byte(s->out, '\n');
    if (said.failed) s->out->failed = true;
    text_free(&said);
    if (g->count < 2) return;
    text more = amount_count(g->count - 1, room);
    writer_string(s->out, "    ... and ");
    writer_put(s->out, more.bytes, more.length);
    writer_string(s->out, " more like it\n");
}

static void write_lead(const sheet *s) {
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
    writer_string(s->out, " left out of every figure above:\n");
}

void sheet_errors(const sheet *s) {
    error_groups groups = {.count = 0};
    for (size_t i = 0; i < s->of->error_count; i++)
        add_error(&groups, &s->of->errors[i]);
    if (groups.count == 0) return;
    sheet_heading(s, "Errors");
    write_lead(s);
    for (size_t i = 0; i < groups.count; i++)
        write_group(s, &groups.items[i]);
    if (groups.others == 0) return;
    char room[AMOUNT_TEXT];
    text more = amount_count(groups.others, room);
    writer_string(s->out, "  ... and ");
    writer_put(s->out, more.bytes, more.length);
    writer_string(s->out, " at other places (--format json lists all)\n");
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
