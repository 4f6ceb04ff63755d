/* result_html.c - the page of `rung evaluate`: who stands where and what it pays.
 *
 * The same style as the page of a change. Partners come with the largest payout first; a page
 * holds at most PAGE_ROWS of them unless it is told otherwise. Called by report_result. */
#include "report/page.h"
#include "report/result_table.h"

#include "explain/amount.h"
#include "explain/explain.h"
#include "eval/unplaced.h"

#include <stdlib.h>

enum { PAGE_ROWS = 1000, BAR_ROOM = 1000, ERRORS_SHOWN = 50 };

static void write_tiles(const result *r, writer *out) {
    char room[AMOUNT_TEXT];
    writer_string(out, "<div class=\"tiles\">\n");
    page_tile(out, amount_money(r->totals.payout, r->plan, room), "payout", "");
    page_tile(out, amount_count(r->totals.partners, room), "partners", "");
    number left = 0;
    for (size_t i = 0; i < r->plan->fund_count; i++)
        number_add(&left, left, r->totals.funds[i].balance);
    if (r->plan->fund_count)
        page_tile(out, amount_money(left, r->plan, room), "left in funds", "");
    if (r->totals.errors)
        page_tile(out, amount_count(r->totals.errors, room), "with errors, left out", "down");
    writer_string(out, "</div>\n");
}

static number count_of(size_t n) {
    return number_from_integer((int64_t)n);
}

static void write_level(const result *r, const char *title, size_t count, size_t all,
                        size_t largest, writer *out) {
    char room[AMOUNT_TEXT], share[AMOUNT_TEXT];
    number part = 0;
    if (!all || !number_divide(&part, count_of(count), count_of(all))) part = 0;
    page_write(out, "<tr><td>$s</td><td class=\"bars keep\">", title);
    chart_bars(out, NULL, count_of(count), count_of(largest));
    page_write(out, "</td><td class=\"num\">$t<span class=\"sub\">$t</span></td></tr>\n",
               amount_count(count, room), amount_of(part, MEASURE_PERCENT, r->plan, 1, share));
}

static void write_ladder(const result *r, size_t index, writer *out) {
    const ladder *l = &r->plan->ladders[index];
    const size_t *counts = r->totals.levels[index];
    size_t none = r->totals.none[index], all = none, largest = none;
    char room[AMOUNT_TEXT];
    for (size_t k = 0; k < l->level_count; k++) {
        all += counts[k];
        if (counts[k] > largest) largest = counts[k];
    }
    page_write(out, "<section><h2>$s</h2><table><tbody>\n", sheet_title(&l->is));
    for (size_t k = l->level_count; k-- > 0;)
        write_level(r, sheet_title(&l->levels[k].is), counts[k], all, largest, out);
    if (none) write_level(r, "below all levels", none, all, largest, out);
    if (r->totals.partners - r->totals.errors > all)
        page_write(out,
                   "<tr><td>does not apply</td><td class=\"bars keep\"></td><td class=\"num\">"
                   "$t</td></tr>\n",
                   amount_count(r->totals.partners - r->totals.errors - all, room));
    writer_string(out, "</tbody></table></section>\n");
}

static void write_rule(const result *r, const declared *is, number paid, number largest,
                       writer *out) {
    char room[AMOUNT_TEXT];
    page_write(out, "<tr><td>$s<span class=\"sub\">$s</span></td><td class=\"bars keep\">",
               sheet_title(is), is->title ? is->name : "");
    chart_bars(out, NULL, paid, largest);
    page_write(out, "</td><td class=\"num\">$t</td></tr>\n", amount_money(paid, r->plan, room));
}

static number largest_paid(const result *r) {
    number largest = 0;
    for (size_t i = 0; i < r->plan->incentive_count; i++)
        if (r->totals.incentives[i] > largest) largest = r->totals.incentives[i];
    for (size_t i = 0; i < r->plan->fund_count; i++)
        if (r->totals.funds[i].paid > largest) largest = r->totals.funds[i].paid;
    return largest;
}

static void write_rules(const result *r, writer *out) {
    char room[AMOUNT_TEXT];
    const plan *p = r->plan;
    number largest = largest_paid(r);
    if (!p->incentive_count && !p->fund_count) return;
    writer_string(out, "<section><h2>Payout by rule</h2><table><tbody>\n");
    for (size_t i = 0; i < p->incentive_count; i++)
        write_rule(r, &p->incentives[i].is, r->totals.incentives[i], largest, out);
    for (size_t i = 0; i < p->fund_count; i++)
        write_rule(r, &p->funds[i].is, r->totals.funds[i].paid, largest, out);
    page_write(out,
               "<tr class=\"sum\"><td>Total</td><td class=\"bars keep\"></td><td "
               "class=\"num\">$t</td></tr>\n",
               amount_money(r->totals.payout, p, room));
    writer_string(out, "</tbody></table></section>\n");
}

static void write_funds(const result *r, writer *out) {
    char accrued[AMOUNT_TEXT], paid[AMOUNT_TEXT], expired[AMOUNT_TEXT], balance[AMOUNT_TEXT];
    const plan *p = r->plan;
    if (!p->fund_count) return;
    writer_string(out,
                  "<section><h2>Funds</h2><div class=\"wide\"><table><thead><tr><th>Fund</th>"
                  "<th class=\"num\">Accrued</th><th class=\"num\">Paid</th><th "
                  "class=\"num\">Expired</th>"
                  "<th class=\"num\">Balance</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < p->fund_count; i++) {
        const fund_total *t = &r->totals.funds[i];
        page_write(out,
                   "<tr><td>$s</td><td class=\"num\">$t</td><td class=\"num\">$t</td>"
                   "<td class=\"num\">$t</td><td class=\"num\">$t</td></tr>\n",
                   sheet_title(&p->funds[i].is), amount_money(t->accrued, p, accrued),
                   amount_money(t->paid, p, paid), amount_money(t->expired, p, expired),
                   amount_money(t->balance, p, balance));
    }
    writer_string(out, "</tbody></table></div></section>\n");
}

static void write_carried(const result *r, writer *out) {
    char room[AMOUNT_TEXT];
    bool any = false;
    for (size_t i = 0; i < r->plan->incentive_count; i++) {
        const incentive *rule = &r->plan->incentives[i];
        if (!incentive_carries(rule)) continue;
        if (!any) writer_string(out, "<section><h2>Carried over</h2><table><tbody>\n");
        any = true;
        page_write(out, "<tr><td>$s</td><td class=\"num\">$t</td></tr>\n",
                   sheet_title(&rule->is), amount_money(r->totals.carried[i], r->plan, room));
    }
    if (any) writer_string(out, "</tbody></table></section>\n");
}

static void write_routings(const result *r, writer *out) {
    char routed[AMOUNT_TEXT], unrouted[AMOUNT_TEXT];
    if (!r->plan->routing_count) return;
    writer_string(out, "<section><h2>Routing</h2><table><thead><tr><th>Routing</th><th "
                       "class=\"num\">Routed</th><th class=\"num\">To nobody</th></tr></thead>"
                       "<tbody>\n");
    for (size_t i = 0; i < r->plan->routing_count; i++) {
        const routing_total *sum = &r->totals.routings[i];
        page_write(out,
                   "<tr><td>$s</td><td class=\"num\">$t</td><td class=\"num\">$t</td></tr>\n",
                   sheet_title(&r->plan->routings[i].is), amount_count(sum->routed, routed),
                   amount_count(sum->unrouted, unrouted));
    }
    writer_string(out, "</tbody></table></section>\n");
}

/* Only where something is left over of what rules divide. */
static void write_unplaced(const result *r, writer *out) {
    char room[AMOUNT_TEXT];
    const declared *rule;
    value left;
    bool any = false;
    for (size_t next = 0; unplaced_next(r->plan, &r->totals, &next, &rule, &left);) {
        if (left.state != CELL_VALUE || left.number == 0) continue;
        if (!any) writer_string(out, "<section><h2>Could not be placed</h2><table><tbody>\n");
        any = true;
        page_write(out, "<tr><td>$s</td><td class=\"num\">$t</td></tr>\n", sheet_title(rule),
                   amount_of(left.number, left.measure, r->plan, AMOUNT_USUAL, room));
    }
    if (any) writer_string(out, "</tbody></table></section>\n");
}

static void write_holdings(const result *r, bool obligations, writer *out) {
    size_t counted = r->totals.partners - r->totals.errors;
    bool any = false;
    for (size_t i = 0; i < r->plan->holding_count; i++) {
        const holding *h = &r->plan->holdings[i];
        if (h->obligation != obligations) continue;
        if (!any)
            page_write(out, "<section><h2>$s</h2><table><tbody>\n",
                       obligations ? "Obligations kept" : "Certifications held");
        write_level(r, sheet_title(&h->is), r->totals.held[i], counted, counted, out);
        any = true;
    }
    if (any) writer_string(out, "</tbody></table></section>\n");
}

static void write_scores(const result *r, writer *out) {
    size_t counted = r->totals.partners - r->totals.errors;
    bool any = false;
    for (size_t i = 0; i < r->plan->score_count; i++) {
        const score *one = &r->plan->scores[i];
        if (!one->passed) continue;
        if (!any) writer_string(out, "<section><h2>Scores passed</h2><table><tbody>\n");
        write_level(r, sheet_title(&one->is), r->totals.passed[i], counted, counted, out);
        any = true;
    }
    if (any) writer_string(out, "</tbody></table></section>\n");
}

static void write_errors(const result *r, writer *out) {
    char room[AMOUNT_TEXT];
    if (!r->error_count) return;
    writer_string(
        out, "<section><h2>Errors</h2><p class=\"note\">These partners are left out of every "
             "figure.</p><div class=\"wide\"><table><tbody>\n");
    for (size_t i = 0; i < r->error_count && i < ERRORS_SHOWN; i++) {
        const partner_error *e = &r->errors[i];
        page_write(
            out, "<tr><td><b>$t</b></td><td>$s<span class=\"sub\">$s, $s:$d</span></td></tr>\n",
            r->facts->partner_ids[e->partner], e->message, e->rule ? e->rule : "",
            e->at.file ? e->at.file->name : "", e->at.line);
    }
    writer_string(out, "</tbody></table></div>\n");
    if (r->error_count > ERRORS_SHOWN)
        page_write(out, "<p class=\"note\">And $t more.</p>\n",
                   amount_count(r->error_count - ERRORS_SHOWN, room));
    writer_string(out, "</section>\n");
}

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

/* The largest payout first; NULL when memory ran out. */
static ranked *rank_partners(const result *r, const report_options *o, arena *memory,
                             size_t *count) {
    *count = o->partners ? o->partner_count : r->facts->partner_count;
    ranked *found = arena_array(memory, *count, sizeof *found);
    for (size_t n = 0; found && n < *count; n++) {
        uint32_t p = result_partner(o, n);
        found[n] = (ranked){r->payout[p], p, r->wrong[p] != 0};
    }
    if (found && *count) qsort(found, *count, sizeof *found, compare_ranked);
    return found;
}

static void write_head(int at, const char *class, const char *sort, const char *title,
                       writer *out) {
    page_write(out,
               "<th class=\"$s\" data-col=\"$d\" data-sort=\"$s\" aria-sort=\"none\">"
               "<button type=\"button\">$s</button></th>",
               class, at, sort, title);
}

static void write_heads(const result *r, writer *out) {
    const plan *p = r->plan;
    int at = 0;
    write_head(at++, "", "text", "Partner", out);
    for (size_t i = 0; i < p->ladder_count; i++)
        write_head(at++, "", "number", sheet_title(&p->ladders[i].is), out);
    for (size_t i = 0; i < p->incentive_count; i++)
        write_head(at++, "num old", "number", p->incentives[i].is.name, out);
    for (size_t i = 0; i < p->fund_count; i++)
        write_head(at++, "num old", "number", p->funds[i].is.name, out);
    write_head(at, "num", "number", "Payout", out);
}

static void write_amount(const result *r, const char *class, bool wrong, number amount,
                         writer *out) {
    char room[AMOUNT_TEXT], exact[AMOUNT_TEXT];
    if (wrong)
        page_write(out, "<td class=\"num $s\" data-v=\"-1\">error</td>", class);
    else
        page_write(out, "<td class=\"num $s\" data-v=\"$t\">$t</td>", class,
                   amount_exact(amount, r->plan, exact), amount_money(amount, r->plan, room));
}

static void write_stand(const result *r, size_t ladder, uint32_t partner, writer *out) {
    const column *stands = &r->levels[ladder];
    const level *levels = r->plan->ladders[ladder].levels;
    bool placed = stands->states[partner] == CELL_VALUE;
    size_t at = placed ? (size_t)stands->values[partner] : 0;
    const char *held = result_held(r, ladder, partner);
    page_write(out, "<td data-v=\"$d\">$s", placed ? (int)at : -1,
               placed                                  ? sheet_title(&levels[at].is)
               : stands->states[partner] == CELL_WRONG ? "error"
                                                       : "-");
    if (held) page_write(out, "<span class=\"sub\">$s</span>", held);
    writer_string(out, "</td>");
}

static void write_partner(const result *r, uint32_t partner, writer *out) {
    const plan *p = r->plan;
    page_write(out, "<tr><td><b>$t</b> $t</td>", r->facts->partner_ids[partner],
               explain_partner_name(r, partner));
    for (size_t i = 0; i < p->ladder_count; i++)
        write_stand(r, i, partner, out);
    for (size_t i = 0; i < p->incentive_count; i++)
        write_amount(r, "old", r->incentives[i].states[partner] == CELL_WRONG,
                     r->incentives[i].paid[partner], out);
    for (size_t i = 0; i < p->fund_count; i++)
        write_amount(r, "old", r->funds[i].states[partner] == CELL_WRONG,
                     r->funds[i].paid[partner], out);
    write_amount(r, "", r->wrong[partner] != 0, r->payout[partner], out);
    writer_string(out, "</tr>\n");
}

static void write_partners(const result *r, const report_options *o, arena *memory,
                           writer *out) {
    char room[AMOUNT_TEXT];
    size_t all, shown = result_shown(r, o, PAGE_ROWS);
    const ranked *order = rank_partners(r, o, memory, &all);
    if (!shown || !order) return;
    writer_string(out, "<section class=\"long\"><div class=\"tools\"><h2>Partners</h2>"
                       "<span class=\"found\" role=\"status\"></span>"
                       "<input type=\"search\" placeholder=\"Search partners\" "
                       "aria-label=\"Search partners\" hidden></div>\n"
                       "<div class=\"wide\" data-list><table class=\"rules\"><thead><tr>");
    write_heads(r, out);
    writer_string(out, "</tr></thead><tbody>\n");
    for (size_t n = 0; n < shown && !out->failed; n++)
        write_partner(r, order[n].partner, out);
    writer_string(
        out, "</tbody></table></div>\n<p class=\"note none\" hidden>No partner matches.</p>\n");
    if (all > shown)
        page_write(out, "<p class=\"note\">$t more partners are not shown.</p>\n",
                   amount_count(all - shown, room));
    writer_string(out, "</section>\n");
}

static void write_headline(const result *r, writer *out) {
    char room[AMOUNT_TEXT];
    text_buffer said = {0};
    size_t paid = 0;
    for (size_t p = 0; p < r->facts->partner_count; p++)
        paid += !r->wrong[p] && r->payout[p] != 0;
    text_print(&said, "%s of ", amount_count(paid, room).bytes);
    text_print(&said, "%s partners ", amount_count(r->totals.partners, room).bytes);
    text_print(&said, "%s paid ", paid == 1 ? "is" : "are");
    text_print(&said, "%s", amount_money(r->totals.payout, r->plan, room).bytes);
    if (said.failed) out->failed = true;
    page_begin(out, r->plan->name);
    page_headline(out, "Evaluation", r->plan, said.bytes ? said.bytes : "");
    text_free(&said);
}

void result_write_html(const result *r, const report_options *options, writer *out) {
    arena memory = {0};
    write_headline(r, out);
    page_baseline(out, r);
    write_tiles(r, out);
    writer_string(out, "<div class=\"cards\">\n");
    for (size_t i = 0; i < r->plan->ladder_count; i++)
        write_ladder(r, i, out);
    write_rules(r, out);
    write_holdings(r, false, out);
    write_holdings(r, true, out);
    write_scores(r, out);
    writer_string(out, "</div>\n");
    write_funds(r, out);
    write_carried(r, out);
    write_unplaced(r, out);
    write_routings(r, out);
    write_errors(r, out);
    write_partners(r, options, &memory, out);
    page_end(out);
    if (memory.failed) out->failed = true;
    arena_free(&memory);
}
