/* sweep_table.c - `rung sweep` for people: what varies with the values, and what does not.
 *
 * Bars begin at zero where the payout varies widely, else at its least, which their heading
 * says. */
#include "explain/amount.h"
#include "report/result_table.h"
#include "report/sweep_formats.h"

#include <string.h>

enum { USUAL_WIDTH = 80, BAR_CELLS = 16, COLUMNS_MOST = TABLE_COLUMNS - 5 };

/* Where bars begin and end. */
typedef struct bar_scale {
    number from, to;
    char heading[2 * AMOUNT_TEXT + 8];
} bar_scale;

static bar_scale scale_of(const sweep_view *v) {
    char room[AMOUNT_TEXT];
    size_t least, most, used;
    bar_scale s = {0};
    const plan *p = v->head->base->plan;
    sweep_extremes(v, SIZE_MAX, &least, &most);
    s.from = v->rows[least].totals->payout;
    s.to = v->rows[most].totals->payout;
    if (s.from > 0 && s.from < s.to / 2) s.from = 0;
    text from = amount_of(s.from, MEASURE_MONEY, p, 0, room);
    used = from.length;
    memcpy(s.heading, from.bytes, used);
    memcpy(s.heading + used, " to ", 4);
    text to = amount_of(s.to, MEASURE_MONEY, p, 0, room);
    memcpy(s.heading + used + 4, to.bytes, to.length);
    s.heading[used + 4 + to.length] = '\0';
    return s;
}

/* A bar of up to 16 blocks, in eighths. */
static void add_bar(table *t, const bar_scale *s, number amount) {
    static const char *const parts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    number length;
    int64_t eighths = 0;
    text_buffer bar = {0};
    if (s->to > s->from &&
        number_multiply_divide(&length, amount - s->from,
                               number_from_integer((int64_t)8 * BAR_CELLS), s->to - s->from))
        number_to_integer(&eighths, length);
    for (int64_t i = 0; i < eighths / 8; i++)
        text_append_string(&bar, "█");
    if (eighths >= 0) text_append_string(&bar, parts[eighths % 8]);
    if (eighths == 0) text_append_string(&bar, parts[1]);
    table_add(t, (text){bar.bytes ? bar.bytes : "", bar.length});
    if (bar.failed) t->memory->failed = true;
    text_free(&bar);
}

static const char *heading_of(const sweep_view *v, const sweep_column *c) {
    bool one = v->head->base->plan->ladder_count == 1 || !c->ladder;
    const char *said =
        one ? c->title : arena_print(v->memory, "%s.%s", c->ladder->name, c->title);
    return said ? said : "";
}

static void open_table(const sweep_view *v, const sweep_column *columns, size_t count,
                       table *t) {
    table_begin(t, v->memory);
    for (size_t i = 0; i < v->head->path_count; i++)
        table_column(t, (table_column_style){v->head->paths[i].path, TABLE_RIGHT, false, 0});
    for (size_t c = 0; c < count; c++)
        table_column(t, (table_column_style){heading_of(v, &columns[c]), TABLE_RIGHT,
                                             !columns[c].ladder, 0});
    table_column(t, (table_column_style){"payout", TABLE_RIGHT, false, 0});
    if (sweep_errors_of(v).most)
        table_column(t, (table_column_style){"errors", TABLE_RIGHT, false, 0});
}

/* Partners who are not in the payout; nothing where all are. */
static void add_errors(size_t count, table *t) {
    char room[AMOUNT_TEXT];
    if (count) amount_count(count, room);
    const char *said = count ? arena_print(t->memory, "! %s", room) : NULL;
    table_add_string(t, said ? said : "");
}

static void add_row(const sweep_view *v, const sweep_column *columns, size_t count,
                    const sweep_row *row, bool errors, table *t) {
    char room[AMOUNT_TEXT];
    const plan *p = v->head->base->plan;
    for (size_t i = 0; i < v->head->path_count; i++)
        table_add(t, sweep_value(v->head, i, row, room));
    for (size_t c = 0; c < count; c++)
        table_add(t, sweep_shown(&columns[c], sweep_figure(&columns[c], row->totals), p, room));
    table_add(t, amount_money(row->totals->payout, p, room));
    if (errors) add_errors(row->totals->errors, t);
}

/* Columns that are the same in all rows take one line instead. */
static void write_steady(const sweep_view *v, const sweep_column *columns, size_t count,
                         writer *out) {
    char room[AMOUNT_TEXT];
    text_buffer said = {0};
    const plan *p = v->head->base->plan;
    for (size_t c = 0; c < count && v->count; c++) {
        if (columns[c].varies) continue;
        number figure = sweep_figure(&columns[c], v->rows[0].totals);
        text shown = sweep_shown(&columns[c], figure, p, room);
        text_print(&said, "%s%s ",
                   said.length ? ", " : "the same for all: ", heading_of(v, &columns[c]));
        text_append(&said, shown.bytes, shown.length);
    }
    if (said.length) {
        writer_byte(out, '\n');
        table_say_lines(out, (text){said.bytes, said.length}, 0, 2, v->options->width);
        writer_byte(out, '\n');
    }
    if (said.failed) out->failed = true;
    text_free(&said);
}

static void write_errors(const sweep_view *v, writer *out) {
    text_buffer said = {0};
    sweep_say_errors(v, &said);
    if (said.length) {
        writer_byte(out, '\n');
        table_say_text(out,
                       (text){said.bytes, said.length}); /* a command is no prose to break */
        writer_byte(out, '\n');
    }
    if (said.failed) out->failed = true;
    text_free(&said);
}

/* Those that are shown, in front; the rest behind them. */
static size_t pick_columns(sweep_column *columns, size_t count, bool all) {
    size_t shown = 0;
    for (size_t i = 0; i < count && shown < COLUMNS_MOST; i++) {
        if (!all && !columns[i].varies) continue;
        sweep_column moving = columns[i];
        memmove(&columns[shown + 1], &columns[shown], (i - shown) * sizeof *columns);
        columns[shown++] = moving;
    }
    return shown;
}

static void write_rest(const sweep_view *v, size_t rows, writer *out) {
    text_buffer said = {0};
    if (rows == v->count) return;
    text_print(&said, "  ... and %zu more (--limit %zu shows all)\n", v->count - rows,
               v->count);
    table_say(out, TONE_DIM, v->options->color, said.bytes ? said.bytes : "");
    if (said.failed) out->failed = true;
    text_free(&said);
}

void sweep_table(const sweep_view *v, bool all, writer *out) {
    size_t count = 0;
    table t;
    sweep_column *columns = sweep_columns(v, &count);
    size_t rows = sweep_rows_shown(v);
    if (!columns || !rows) return;
    size_t shown = pick_columns(columns, count, all);
    bool bars = !all && v->count > 1, errors = sweep_errors_of(v).most > 0;
    bar_scale scale = scale_of(v);
    bars = bars && scale.to > scale.from;
    open_table(v, columns, shown, &t);
    if (bars) table_column(&t, (table_column_style){scale.heading, TABLE_LEFT, false, 0});
    for (size_t i = 0; i < rows; i++) {
        add_row(v, columns, shown, &v->rows[i], errors, &t);
        if (bars) add_bar(&t, &scale, v->rows[i].totals->payout);
    }
    writer_byte(out, '\n');
    table_print(&t, out, v->options->width, v->options->color);
    write_rest(v, rows, out);
    if (v->options->width && table_width(&t) > v->options->width)
        writer_string(out,
                      all ? "\n  payouts by rule need a wider terminal, or --format json\n"
                          : "\n  payouts by rule need a wider terminal, or --format csv\n");
    if (!all) write_steady(v, columns + shown, count - shown, out);
    write_errors(v, out);
}

static void write_set(const sweep_view *v, writer *out) {
    for (size_t i = 0; i < v->head->set_count; i++) {
        const changed_value *set = &v->head->set[i];
        table_say(out, TONE_DIM, v->options->color, "with ");
        table_say_text(out, text_of(set->whole ? set->whole : set->path));
        writer_string(out, " = ");
        table_say_text(out, text_of(set->to ? set->to : set->value));
        writer_byte(out, '\n');
    }
}

void sweep_table_end(sweep_report *s) {
    sweep_view v = {s->head, s->options, s->memory, s->kept, s->count, NULL};
    size_t width = s->options->width ? s->options->width : USUAL_WIDTH;
    sheet top = {s->head->base, s->options, &s->out, width, s->memory};
    text_buffer said = {0};
    sheet_head(&top);
    write_set(&v, &s->out);
    sweep_say_verdict(&v, &said);
    writer_byte(&s->out, '\n');
    if (s->options->color) writer_string(&s->out, "\x1b[1m");
    table_say_text(&s->out, (text){said.bytes ? said.bytes : "", said.length});
    writer_string(&s->out, s->options->color ? "\x1b[0m\n" : "\n");
    if (said.failed) s->out.failed = true;
    text_free(&said);
    sweep_table(&v, false, &s->out);
}
