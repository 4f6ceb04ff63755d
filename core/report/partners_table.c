/* partners_table.c - the partners with the largest payout: see result_table.h.
 *
 * Ties stand in byte order of ids. Partners with errors have no payout: they are shown only
 * where they were asked for. */
#include "report/result_table.h"

#include "explain/amount.h"

#include <stdlib.h>
#include <string.h>

enum { USUAL_ROWS = 20, NAME_WIDTH = 32, SHORT_NAME_WIDTH = 20, LADDERS_SHOWN = 3 };

typedef struct ranked {
    number payout;
    uint32_t partner;
    bool wrong;
} ranked;

static int compare_ranked(const void *a, const void *b) {
    const ranked *x = a, *y = b;
    if (x->wrong != y->wrong) return x->wrong ? 1 : -1;
    if (!x->wrong && x->payout != y->payout) return x->payout > y->payout ? -1 : 1;
    return (x->partner > y->partner) - (x->partner < y->partner);
}

/* Those who may be shown, the largest payout first; NULL when memory ran out. */
static ranked *rank_partners(const sheet *s, size_t *count) {
    const report_options *o = s->options;
    size_t all = o->partners ? o->partner_count : s->of->facts->partner_count;
    ranked *found = arena_array(s->memory, all, sizeof *found);
    *count = 0;
    for (size_t n = 0; found && n < all; n++) {
        uint32_t p = result_partner(o, n);
        if (s->of->wrong[p] && !o->partners) continue;
        found[(*count)++] = (ranked){s->of->payout[p], p, s->of->wrong[p] != 0};
    }
    if (*count) qsort(found, *count, sizeof *found, compare_ranked);
    return found;
}

/* The partners' column called `name`, when it was read. */
static const facts_column *find_names(const facts *f) {
    for (size_t c = 0; f->table_count && c < f->tables[0].column_count; c++) {
        const facts_column *found = &f->tables[0].columns[c];
        if (strcmp(found->name, "name") == 0 && found->kind == CELL_TEXT && found->codes)
            return found;
    }
    return NULL;
}

static text name_of(const facts *f, const facts_column *names, uint32_t partner) {
    bool known = !names->states || names->states[partner] == CELL_VALUE;
    return known ? f->texts.keys[names->codes[partner]] : text_of("");
}

/* name_width 0: partners have no names. */
static void add_columns(const sheet *s, table *t, size_t name_width) {
    const plan *p = s->of->plan;
    table_column(t, (table_column_style){"partner", TABLE_LEFT, false, NAME_WIDTH});
    if (name_width)
        table_column(t, (table_column_style){"name", TABLE_LEFT, false, name_width});
    for (size_t i = 0; i < p->ladder_count; i++)
        table_column(t, (table_column_style){p->ladders[i].is.name, TABLE_LEFT,
                                             i >= LADDERS_SHOWN, NAME_WIDTH});
    for (size_t i = 0; i < p->incentive_count; i++)
        table_column(t, (table_column_style){p->incentives[i].is.name, TABLE_RIGHT, true, 0});
    for (size_t i = 0; i < p->fund_count; i++)
        table_column(t, (table_column_style){p->funds[i].is.name, TABLE_RIGHT, true, 0});
    table_column(t, (table_column_style){"payout", TABLE_RIGHT, false, 0});
}

static void add_paid(const sheet *s, table *t, const uint8_t *states, const number *paid,
                     uint32_t partner) {
    if (states[partner] == CELL_WRONG)
        table_add_string(t, "error");
    else
        sheet_money(s, t, paid[partner]);
}

/* "Gold (grace)" */
static void add_held(const sheet *s, table *t, const char *level, const char *held) {
    const char *shown = arena_print(s->memory, "%s (%s)", level, held);
    table_add_string(t, shown ? shown : level);
}

static void add_partner(const sheet *s, table *t, const facts_column *names, uint32_t partner) {
    const result *r = s->of;
    table_add(t, r->facts->partner_ids[partner]);
    if (names) table_add(t, name_of(r->facts, names, partner));
    for (size_t i = 0; i < r->plan->ladder_count; i++) {
        const column *stands = &r->levels[i];
        bool placed = stands->states[partner] == CELL_VALUE;
        const level *levels = r->plan->ladders[i].levels;
        const char *held = result_held(r, i, partner);
        if (held) {
            add_held(s, t,
                     placed ? sheet_title(&levels[(size_t)stands->values[partner]].is) : "-",
                     held);
            continue;
        }
        table_add_string(t, placed ? sheet_title(&levels[(size_t)stands->values[partner]].is)
                            : stands->states[partner] == CELL_WRONG ? "error"
                                                                    : "-");
    }
    for (size_t i = 0; i < r->plan->incentive_count; i++)
        add_paid(s, t, r->incentives[i].states, r->incentives[i].paid, partner);
    for (size_t i = 0; i < r->plan->fund_count; i++)
        add_paid(s, t, r->funds[i].states, r->funds[i].paid, partner);
    if (r->wrong[partner])
        table_add_string(t, "error");
    else
        sheet_money(s, t, r->payout[partner]);
}

static void write_rest(const sheet *s, size_t all, size_t shown) {
    char rest[AMOUNT_TEXT];
    if (all <= shown) return;
    amount_count(all - shown, rest);
    text_buffer said = {0};
    text_print(&said, "  ... and %s more (--limit %zu shows all)\n", rest, all);
    table_say(s->out, TONE_DIM, s->options->color, said.bytes ? said.bytes : "");
    if (said.failed) s->out->failed = true;
    text_free(&said);
}

static void build(const sheet *s, table *t, const ranked *order, size_t count,
                  size_t name_width) {
    const facts_column *names = find_names(s->of->facts);
    table_begin(t, s->memory);
    add_columns(s, t, names ? name_width : 0);
    for (size_t n = 0; n < count; n++)
        add_partner(s, t, names, order[n].partner);
}

void sheet_partners(const sheet *s) {
    size_t count, shown;
    const ranked *order = rank_partners(s, &count);
    table t, narrow;
    shown = result_shown(s->of, s->options, s->options->partners ? SIZE_MAX : USUAL_ROWS);
    if (shown > count) shown = count;
    if (shown == 0) return;
    sheet_heading(s, s->options->partners ? "Partners" : "Largest payouts");
    build(s, &t, order, shown, NAME_WIDTH);
    if (table_width(&t) > s->width) {
        /* Shorter names where that leaves room for what each rule pays. */
        build(s, &narrow, order, shown, SHORT_NAME_WIDTH);
        if (table_width(&narrow) <= s->width) t = narrow;
    }
    sheet_table(s, &t);
    write_rest(s, count, shown);
}
