/* sweep_words.c - what tables and pages of a sweep have in common: columns, words, extremes. */
#include "explain/amount.h"
#include "report/result_table.h"
#include "report/sweep_formats.h"

static size_t column_count(const plan *p) {
    size_t count = p->incentive_count + p->fund_count;
    for (size_t i = 0; i < p->ladder_count; i++)
        count += p->ladders[i].level_count;
    return count;
}

static void mark_varying(const sweep_view *v, sweep_column *c) {
    number first = v->count ? sweep_figure(c, v->rows[0].totals) : 0;
    for (size_t i = 1; i < v->count && !c->varies; i++)
        c->varies = sweep_figure(c, v->rows[i].totals) != first;
}

sweep_column *sweep_columns(const sweep_view *v, size_t *count) {
    const plan *p = v->head->base->plan;
    sweep_column *columns = arena_array(v->memory, column_count(p), sizeof *columns);
    size_t n = 0;
    if (!columns) return NULL;
    for (size_t i = 0; i < p->ladder_count; i++)
        for (size_t k = p->ladders[i].level_count; k-- > 0;)
            columns[n++] = (sweep_column){.title = p->ladders[i].levels[k].is.name,
                                          .ladder = &p->ladders[i].is,
                                          .index = i,
                                          .level = k};
    for (size_t i = 0; i < p->incentive_count; i++)
        columns[n++] = (sweep_column){.title = p->incentives[i].is.name, .index = i};
    for (size_t i = 0; i < p->fund_count; i++)
        columns[n++] = (sweep_column){.title = p->funds[i].is.name, .index = i, .fund = true};
    for (size_t i = 0; i < n; i++)
        mark_varying(v, &columns[i]);
    *count = n;
    return columns;
}

number sweep_figure(const sweep_column *c, const totals *t) {
    if (c->ladder) return number_from_integer((int64_t)t->levels[c->index][c->level]);
    return c->fund ? t->funds[c->index].paid : t->incentives[c->index];
}

text sweep_shown(const sweep_column *c, number figure, const plan *p, char room[]) {
    return c->ladder ? amount_of(figure, MEASURE_COUNT, p, AMOUNT_USUAL, room)
                     : amount_money(figure, p, room);
}

size_t sweep_rows_shown(const sweep_view *v) {
    long limit = v->options->limit;
    return limit < 0 || (size_t)limit > v->count ? v->count : (size_t)limit;
}

void sweep_extremes(const sweep_view *v, size_t errors, size_t *least, size_t *most) {
    const totals *low = NULL, *high = NULL;
    *least = *most = 0;
    for (size_t i = 0; i < v->count; i++) {
        const totals *t = v->rows[i].totals;
        if (t->errors > errors) continue;
        if (!low || t->payout < low->payout) *least = i, low = t;
        if (!high || t->payout > high->payout) *most = i, high = t;
    }
}

static void say_values(const sweep_view *v, size_t row, text_buffer *out) {
    char room[AMOUNT_TEXT];
    for (size_t i = 0; i < v->head->path_count; i++) {
        text shown = sweep_value(v->head, i, &v->rows[row], room);
        if (i) text_append_string(out, " and ");
        text_append(out, shown.bytes, shown.length);
    }
}

static void say_ends(const sweep_view *v, text_buffer *out) {
    char room[AMOUNT_TEXT];
    for (size_t i = 0; i < v->head->path_count; i++) {
        text from = sweep_value(v->head, i, &v->rows[0], room);
        text_print(out, "%s%s ", i ? ", " : "", v->head->paths[i].path);
        if (v->count > 1) text_append_string(out, "from ");
        text_append(out, from.bytes, from.length);
        if (v->count == 1) continue;
        text to = sweep_value(v->head, i, &v->rows[v->count - 1], room);
        text_append_string(out, " to ");
        text_append(out, to.bytes, to.length);
    }
}

void sweep_say_verdict(const sweep_view *v, text_buffer *out) {
    char room[AMOUNT_TEXT];
    size_t least, most;
    const plan *p = v->head->base->plan;
    if (!v->count) return;
    sweep_errors errors = sweep_errors_of(v);
    sweep_extremes(v, errors.fewest, &least, &most);
    say_ends(v, out);
    number lowest = v->rows[least].totals->payout, highest = v->rows[most].totals->payout;
    text_print(out, ": payout %s", amount_money(lowest, p, room).bytes);
    if (lowest != highest) {
        text_append_string(out, " (at ");
        say_values(v, least, out);
        text_print(out, ") to %s (at ", amount_money(highest, p, room).bytes);
        say_values(v, most, out);
        text_append_byte(out, ')');
    }
    if (errors.most > errors.fewest)
        text_print(out, ", apart from values at which %spartners have errors",
                   errors.fewest ? "more " : "");
}
