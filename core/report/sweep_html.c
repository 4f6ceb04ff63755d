/* sweep_html.c - the page of a sweep: payout as a line over the values, then every row.
 *
 * A grid has a line for each value of the first setting. Coordinates are whole numbers worked
 * out exactly. */
#include "explain/amount.h"
#include "report/page.h"
#include "report/sweep_formats.h"

enum { WIDTH = 900, BASE = 250, TALL = 225, LEFT = 95, RIGHT = 20, LINES_MOST = 12 };

/* A line chart under construction. */
typedef struct line_chart {
    const sweep_view *of;
    number lowest, highest;
    size_t points; /* of each line */
    writer *out;
} line_chart;

static int x_of(const line_chart *c, size_t point) {
    if (c->points < 2) return LEFT;
    return LEFT + (int)(point * (size_t)(WIDTH - LEFT - RIGHT) / (c->points - 1));
}

static int y_of(const line_chart *c, number amount) {
    number tall;
    int64_t whole = 0;
    if (c->highest == c->lowest) return BASE - TALL / 2;
    if (number_multiply_divide(&tall, amount - c->lowest, number_from_integer(TALL),
                               c->highest - c->lowest))
        number_to_integer(&whole, tall);
    return BASE - (int)whole;
}

/* How many rows have the same first value: the points of one line of a grid. */
static size_t points_of(const sweep_view *v) {
    size_t count = 1;
    if (v->head->path_count < 2) return v->count;
    while (count < v->count && v->rows[count].values[0] == v->rows[0].values[0])
        count++;
    return count;
}

static void draw_line(const line_chart *c, size_t first, int shade) {
    const sweep_row *rows = c->of->rows;
    page_write(c->out, "<polyline points=\"");
    for (size_t i = 0; i < c->points; i++)
        page_write(c->out, "$s$d,$d", i ? " " : "", x_of(c, i),
                   y_of(c, rows[first + i].totals->payout));
    page_write(c->out,
               "\" style=\"fill:none;stroke:var(--main);stroke-width:2;opacity:$s\"/>\n",
               shade == 0  ? "1"
               : shade % 2 ? ".55"
                           : ".3");
}

static void draw_points(const line_chart *c, size_t first) {
    char room[AMOUNT_TEXT];
    const sweep_view *v = c->of;
    for (size_t i = 0; i < c->points; i++) {
        const sweep_row *row = &v->rows[first + i];
        page_write(c->out, "<circle class=\"node\" cx=\"$d\" cy=\"$d\" r=\"3\"><title>",
                   x_of(c, i), y_of(c, row->totals->payout));
        for (size_t k = 0; k < v->head->path_count; k++)
            page_write(c->out, "$s $t, ", v->head->paths[k].path,
                       sweep_value(v->head, k, row, room));
        page_write(c->out, "payout $t</title></circle>\n",
                   amount_money(row->totals->payout, v->head->base->plan, room));
    }
}

static void draw_axes(const line_chart *c) {
    char room[AMOUNT_TEXT];
    const sweep_view *v = c->of;
    const plan *p = v->head->base->plan;
    size_t last = v->head->path_count - 1;
    page_write(c->out, "<line class=\"axis\" x1=\"$d\" x2=\"$d\" y1=\"$d\" y2=\"$d\"/>\n", LEFT,
               WIDTH - RIGHT, BASE + 8, BASE + 8);
    const number ends[] = {c->lowest, c->highest};
    for (int i = 0; i < 2; i++)
        page_write(
            c->out, "<text class=\"dim\" x=\"$d\" y=\"$d\" text-anchor=\"end\">$t</text>\n",
            LEFT - 10, y_of(c, ends[i]) + 4, amount_of(ends[i], MEASURE_MONEY, p, 0, room));
    for (size_t i = 0; i < 2; i++)
        page_write(c->out,
                   "<text class=\"dim\" x=\"$d\" y=\"$d\" text-anchor=\"$s\">$t</text>\n",
                   i ? WIDTH - RIGHT : LEFT, BASE + 26, i ? "end" : "start",
                   sweep_value(v->head, last, &v->rows[i ? c->points - 1 : 0], room));
}

static void write_chart(const sweep_view *v, writer *out) {
    size_t least, most, lines;
    sweep_extremes(v, SIZE_MAX, &least, &most);
    line_chart c = {.of = v,
                    .lowest = v->rows[least].totals->payout,
                    .highest = v->rows[most].totals->payout,
                    .points = points_of(v),
                    .out = out};
    lines = v->count / c.points;
    if (c.points < 2) return;
    page_write(out,
               "<section><h2>Payout by $s</h2>\n<svg viewBox=\"0 0 900 285\" role=\"img\" "
               "aria-label=\"Payout by value\">\n",
               v->head->paths[v->head->path_count - 1].path);
    draw_axes(&c);
    for (size_t i = 0; i < lines && i < LINES_MOST; i++) {
        draw_line(&c, i * c.points, (int)i);
        draw_points(&c, i * c.points);
    }
    writer_string(out, "</svg>\n");
    if (lines > 1)
        page_write(out, "<p class=\"note\">A line for each $s$s; point at it to see which.</p>",
                   v->head->paths[0].path,
                   lines > LINES_MOST ? ", of which the first twelve are drawn" : "");
    writer_string(out, "</section>\n");
}

static void write_heads(const sweep_view *v, const sweep_column *columns, size_t count,
                        writer *out) {
    for (size_t i = 0; i < v->head->path_count; i++)
        page_write(out, "<th class=\"num\">$s</th>", v->head->paths[i].path);
    writer_string(out, "<th class=\"num\">payout</th>");
    if (sweep_errors_of(v).most) writer_string(out, "<th class=\"num\">errors</th>");
    for (size_t c = 0; c < count; c++)
        page_write(out, "<th class=\"num\">$s</th>", columns[c].title);
}

static void write_row(const sweep_view *v, const sweep_column *columns, size_t count,
                      const sweep_row *row, bool errors, writer *out) {
    char room[AMOUNT_TEXT];
    const plan *p = v->head->base->plan;
    writer_string(out, "<tr>");
    for (size_t i = 0; i < v->head->path_count; i++)
        page_write(out, "<td class=\"num\"><b>$t</b></td>", sweep_value(v->head, i, row, room));
    page_write(out, "<td class=\"num\">$t</td>", amount_money(row->totals->payout, p, room));
    if (errors)
        page_write(out, "<td class=\"num\">$t</td>",
                   row->totals->errors ? amount_count(row->totals->errors, room) : text_of(""));
    for (size_t c = 0; c < count; c++)
        page_write(out, "<td class=\"num\">$t</td>",
                   sweep_shown(&columns[c], sweep_figure(&columns[c], row->totals), p, room));
    writer_string(out, "</tr>\n");
}

void sweep_html_rows(const sweep_view *v, const char *title, writer *out) {
    size_t count, rows = sweep_rows_shown(v);
    const sweep_column *columns = sweep_columns(v, &count);
    if (!columns || !rows) return;
    bool errors = sweep_errors_of(v).most > 0;
    page_write(out, "<section class=\"long\"><h2>$s</h2><div class=\"wide\"><table><thead><tr>",
               title);
    write_heads(v, columns, count, out);
    writer_string(out, "</tr></thead><tbody>\n");
    for (size_t i = 0; i < rows && !out->failed; i++)
        write_row(v, columns, count, &v->rows[i], errors, out);
    writer_string(out, "</tbody></table></div>\n");
    char room[AMOUNT_TEXT];
    if (rows < v->count)
        page_write(out, "<p class=\"note\">$t more are not shown.</p>\n",
                   amount_count(v->count - rows, room));
    text_buffer said = {0};
    sweep_say_errors(v, &said);
    if (said.length)
        page_write(out, "<p class=\"note\">$t</p>\n", (text){said.bytes, said.length});
    if (said.failed) out->failed = true;
    text_free(&said);
    writer_string(out, "</section>\n");
}

void sweep_html_set(const sweep_head *head, writer *out) {
    if (!head->set_count && !head->scenario) return;
    writer_string(out, "<ul class=\"set\">\n");
    if (head->scenario) page_write(out, "<li>scenario <b>$s</b></li>\n", head->scenario);
    for (size_t i = 0; i < head->set_count; i++) {
        const changed_value *set = &head->set[i];
        page_write(out, "<li><code>$s</code> <b>$s</b></li>\n",
                   set->whole ? set->whole : set->path, set->to ? set->to : set->value);
    }
    writer_string(out, "</ul>\n");
}

void sweep_html_end(sweep_report *s) {
    sweep_view v = {s->head, s->options, s->memory, s->kept, s->count, NULL};
    text_buffer said = {0};
    writer *out = &s->out;
    sweep_say_verdict(&v, &said);
    page_begin(out, s->head->base->plan->name);
    page_headline(out, "Sweep", s->head->base->plan, said.bytes ? said.bytes : "");
    sweep_html_set(s->head, out);
    page_baseline(out, s->head->base);
    if (v.count) write_chart(&v, out);
    sweep_html_rows(&v, "Every value", out);
    page_end(out);
    if (said.failed) out->failed = true;
    text_free(&said);
}
