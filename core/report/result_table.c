/* result_table.c - what a channel chief wants to see first, on one page.
 *
 * Partners by level, payout by rule, funds, the largest payouts, then what went wrong. Colour
 * is restrained: bold headings, dim notes. Called by report_result. */
#include "report/result_table.h"

#include "explain/amount.h"
#include "report/character.h"

enum { USUAL_WIDTH = 80 };

void sheet_heading(const sheet *s, const char *title) {
    text_buffer shown = {0};
    character_show(&shown, text_of(title));
    writer_byte(s->out, '\n');
    table_say(s->out, TONE_HEADING, s->options->color, shown.bytes ? shown.bytes : "");
    writer_byte(s->out, '\n');
    if (shown.failed) s->out->failed = true;
    text_free(&shown);
}

void sheet_table(const sheet *s, table *t) {
    table_print(t, s->out, s->width, s->options->color);
    if (s->memory->failed) s->out->failed = true;
}

void sheet_count(table *t, size_t n) {
    char room[AMOUNT_TEXT];
    table_add(t, amount_count(n, room));
}

void sheet_money(const sheet *s, table *t, number amount) {
    char room[AMOUNT_TEXT];
    table_add(t, amount_money(amount, s->of->plan, room));
}

static void write_program(const sheet *s) {
    const plan *p = s->of->plan;
    text_buffer name = {0};
    character_show(&name, text_of(p->name));
    if (p->version) {
        text_append_byte(&name, ' ');
        character_show(&name, text_of(p->version));
    }
    table_say(s->out, TONE_HEADING, s->options->color, name.bytes ? name.bytes : "");
    writer_byte(s->out, '\n');
    if (name.failed) s->out->failed = true;
    text_free(&name);
}

/* "rows read: partner 300, deal 5,994", broken where a line would grow too long. */
static void write_rows_read(const sheet *s) {
    const facts *f = s->of->facts;
    char room[AMOUNT_TEXT];
    size_t at = 0;
    table_say(s->out, TONE_DIM, s->options->color, "rows read:");
    at += 10;
    for (size_t i = 0; i < f->table_count; i++) {
        text rows = amount_count(f->tables[i].rows_read, room);
        size_t length = text_of(f->tables[i].source).length + rows.length + 3;
        bool full = at + length > s->width;
        writer_string(s->out, full ? "\n           " : " ");
        at = full ? 11 + length : at + length;
        table_say(s->out, TONE_DIM, s->options->color, f->tables[i].source);
        writer_byte(s->out, ' ');
        writer_put(s->out, rows.bytes, rows.length);
        if (i + 1 < f->table_count) writer_byte(s->out, ',');
    }
    writer_byte(s->out, '\n');
}

void sheet_head(const sheet *s) {
    char as_of[DATE_TEXT];
    date_print(as_of, s->of->plan->as_of);
    write_program(s);
    table_say(s->out, TONE_DIM, s->options->color, "as of ");
    writer_string(s->out, as_of);
    table_say(s->out, TONE_DIM, s->options->color, ", amounts in ");
    writer_string(s->out, s->of->plan->currency);
    writer_byte(s->out, '\n');
    write_rows_read(s);
}

void result_write_table(const result *r, const report_options *options, writer *out) {
    arena memory = {0};
    size_t width = options->width ? options->width : USUAL_WIDTH;
    sheet s = {r, options, out, width, &memory};
    sheet_head(&s);
    sheet_totals(&s);
    if (options->limit != 0) sheet_partners(&s);
    sheet_errors(&s);
    sheet_orphans(&s);
    arena_free(&memory);
}
