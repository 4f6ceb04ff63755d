/* changes.c - `rung what-if`: picks what is shown and hands it to the format asked for.
 *
 * Options limit what is shown; totals are always those of everybody. */
#include "report/changes_reports.h"

#include "explain/explain.h"

#include <stdlib.h>
#include <string.h>

static bool is_named(const report_options *o, const char *name) {
    for (size_t i = 0; i < o->rule_count; i++)
        if (strcmp(o->rules[i], name) == 0) return true;
    return o->rule_count == 0;
}

static bool is_asked(const report_options *o, int64_t partner) {
    if (!o->partners) return true;
    for (size_t i = 0; i < o->partner_count; i++)
        if (o->partners[i] == partner) return true;
    return false;
}

bool changes_has_shown_move(const changes_view *v, const level_move *move) {
    return v->ladders[move->ladder];
}

bool changes_hides_rules(const changes_view *v) {
    for (size_t i = 0; i < v->of->rule_count; i++)
        if (!v->rules[i]) return true;
    return false;
}

/* Whether anything of the partner is shown, and the sum of its deltas that are. */
static bool is_shown(const changes_view *v, const partner_change *p, number *delta) {
    const changes *c = v->of;
    bool any = p->before_partner < 0 || p->after_partner < 0;
    *delta = 0;
    for (size_t i = 0; i < p->move_count; i++)
        any |= changes_has_shown_move(v, &c->moves[p->first_move + i]);
    for (size_t i = 0; i < p->payout_count; i++) {
        const payout_change *paid = &c->payouts[p->first_payout + i];
        if (!v->rules[paid->rule]) continue;
        any = true;
        *delta += paid->delta;
    }
    for (size_t i = 0; i < p->other_count; i++)
        any |= changes_has_shown_other(v, &c->others[p->first_other + i]);
    number size = *delta < 0 ? -*delta : *delta;
    return any && size >= v->options->min_delta && is_asked(v->options, p->before_partner);
}

static int compare_shown(const void *a, const void *b) {
    const shown_change *x = a, *y = b;
    number xs = x->delta < 0 ? -x->delta : x->delta, ys = y->delta < 0 ? -y->delta : y->delta;
    if (xs != ys) return xs > ys ? -1 : 1;
    return text_compare(x->of->partner, y->of->partner);
}

static int compare_ids(const void *a, const void *b) {
    const shown_change *x = a, *y = b;
    return text_compare(x->of->partner, y->of->partner);
}

static void pick(changes_view *v, size_t limit) {
    const changes *c = v->of;
    for (size_t i = 0; i < c->partner_count; i++) {
        number delta;
        if (is_shown(v, &c->partners[i], &delta))
            v->shown[v->all++] = (shown_change){&c->partners[i], delta};
    }
    if (v->all) qsort(v->shown, v->all, sizeof *v->shown, compare_shown);
    v->count = v->all < limit ? v->all : limit;
}

bool changes_view_begin(changes_view *v, size_t otherwise) {
    const changes *c = v->of;
    v->rules = arena_array(v->memory, c->rule_count, sizeof *v->rules);
    v->ladders = arena_array(v->memory, c->ladder_count, sizeof *v->ladders);
    v->things = arena_array(v->memory, c->thing_count, sizeof *v->things);
    v->shown = arena_array(v->memory, c->partner_count, sizeof *v->shown);
    if (!v->rules || !v->ladders || !v->things || !v->shown) return false;
    for (size_t i = 0; i < c->rule_count; i++)
        v->rules[i] = is_named(v->options, c->rules[i].name);
    for (size_t i = 0; i < c->ladder_count; i++)
        v->ladders[i] = is_named(v->options, c->ladders[i].name);
    for (size_t i = 0; i < c->thing_count; i++)
        v->things[i] = is_named(v->options, c->things[i].name);
    pick(v, v->options->limit < 0 ? otherwise : (size_t)v->options->limit);
    return true;
}

void changes_view_by_id(changes_view *v) {
    if (v->count) qsort(v->shown, v->count, sizeof *v->shown, compare_ids);
}

text changes_partner_name(const changes *c, const partner_change *of) {
    bool before = of->before_partner >= 0;
    return explain_partner_name(before ? c->before : c->after,
                                (uint32_t)(before ? of->before_partner : of->after_partner));
}

typedef void write_changes(changes_view *v, writer *out);

bool report_changes(const changes *c, const report_options *options, const changes_head *head,
                    report_sink *sink, void *context) {
    static write_changes *const formats[] = {
        [REPORT_TABLE] = changes_write_table, [REPORT_JSON] = changes_write_json,
        [REPORT_JSONL] = changes_write_jsonl, [REPORT_CSV] = changes_write_csv,
        [REPORT_LUA] = changes_write_table,   [REPORT_HTML] = changes_write_html,
    };
    enum { TABLE_ROWS = 20, PAGE_ROWS = 1000 };
    arena memory = {0};
    changes_view v = {.of = c, .options = options, .head = head, .memory = &memory};
    size_t usual = options->format == REPORT_TABLE  ? TABLE_ROWS
                   : options->format == REPORT_HTML ? PAGE_ROWS
                                                    : SIZE_MAX;
    writer out;
    writer_begin(&out, sink, context);
    if (changes_view_begin(&v, usual))
        formats[options->format](&v, &out);
    else
        out.failed = true;
    if (memory.failed) out.failed = true;
    arena_free(&memory);
    return writer_end(&out);
}
