/* movers_html.c - the partners that a change concerns, to search, sort and unfold.
 *
 * The reasons are those of the candidate, and only of the ladders and rules that change. The
 * first EXPLAINED partners have them, so that a page stays small enough to be sent. */
#include "report/changes_html.h"

#include "explain/amount.h"
#include "explain/explain.h"
#include "report/explanation_reports.h"

enum { EXPLAINED = 200, LINES = 5 };

static void write_amount(const changes *c, const char *class, number amount, writer *out) {
    char room[AMOUNT_TEXT], exact[AMOUNT_TEXT];
    const plan *p = c->before->plan;
    page_write(out, "<span class=\"num $s\" data-v=\"$t\">$t</span>", class,
               amount_exact(amount, p, exact), amount_money(amount, p, room));
}

const char *changes_tone(number delta) {
    return delta > 0 ? "up" : delta < 0 ? "down" : "";
}

static void write_delta(const changes *c, number delta, writer *out) {
    char room[AMOUNT_TEXT + 1], exact[AMOUNT_TEXT];
    const plan *p = c->before->plan;
    page_write(out, "<span class=\"num $s\" data-v=\"$t\">$t</span>", changes_tone(delta),
               amount_exact(delta, p, exact), changes_delta(delta, p, room));
}

static void write_summary(const changes_view *v, const shown_change *shown, writer *out) {
    const partner_change *p = shown->of;
    text name = changes_partner_name(v->of, p);
    text_buffer cause = {0};
    changes_say_cause(v, p, &cause);
    page_write(
        out, "<summary><span class=\"who\"><b>$t</b> $t</span><span class=\"cause\">$t</span>",
        p->partner, name, (text){cause.bytes ? cause.bytes : "", cause.length});
    write_amount(v->of, "", p->before, out);
    write_amount(v->of, "", p->after, out);
    write_delta(v->of, shown->delta, out);
    writer_string(out, "</summary>\n");
    if (cause.failed) out->failed = true;
    text_free(&cause);
}

static void write_payout(const changes *c, const payout_change *paid, writer *out) {
    char before[AMOUNT_TEXT], after[AMOUNT_TEXT], delta[AMOUNT_TEXT + 1];
    const changed_rule *rule = &c->rules[paid->rule];
    const plan *p = c->before->plan;
    page_write(out,
               "<tr><td>$s</td><td class=\"num\">$t</td><td class=\"num\">$t</td>"
               "<td class=\"num $s\">$t</td></tr>\n",
               rule->title ? rule->title : rule->name, amount_money(paid->before, p, before),
               amount_money(paid->after, p, after), changes_tone(paid->delta),
               changes_delta(paid->delta, p, delta));
}

static void write_payouts(const changes_view *v, const partner_change *p, writer *out) {
    if (!p->payout_count) return;
    writer_string(
        out, "<table class=\"inner\"><thead><tr><th>Rule</th><th class=\"num\">Before</th>"
             "<th class=\"num\">After</th><th class=\"num\">Change</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < p->payout_count; i++) {
        const payout_change *paid = &v->of->payouts[p->first_payout + i];
        if (v->rules[paid->rule]) write_payout(v->of, paid, out);
    }
    writer_string(out, "</tbody></table>\n");
}

static void write_others(const changes_view *v, const partner_change *p, writer *out) {
    text_buffer said = {0};
    for (size_t i = 0; i < p->other_count; i++) {
        const other_change *other = &v->of->others[p->first_other + i];
        if (!changes_has_shown_other(v, other)) continue;
        if (said.length) text_append_string(&said, ", ");
        changes_say_other(v->of, other, &said);
    }
    if (said.length) page_write(out, "<p class=\"note\">$s</p>\n", said.bytes);
    if (said.failed) out->failed = true;
    text_free(&said);
}

/* The ladders the partner moves on and the rules that pay it differently, as they are after. */
static void write_reasons(const changes_view *v, const partner_change *p, writer *out) {
    arena memory = {0};
    explanation root = {.kind = "explanation", .label = ""};
    const changes *c = v->of;
    explaining x = {
        .of = v->head->whole, .partner = (uint32_t)p->after_partner, .memory = &memory};
    x.lines = LINES;
    for (size_t i = 0; i < p->move_count; i++) {
        int at = c->ladders[c->moves[p->first_move + i].ladder].after;
        explain_ladder(&x, &root, &x.of->plan->ladders[at], (size_t)at);
    }
    for (size_t i = 0; i < p->payout_count; i++) {
        const changed_rule *rule = &c->rules[c->payouts[p->first_payout + i].rule];
        if (rule->after < 0) continue;
        if (rule->after_fund)
            explain_fund(&x, &root, (size_t)rule->after);
        else
            explain_incentive(&x, &root, (size_t)rule->after);
    }
    explanation_print_html(&root, out);
    if (memory.failed) out->failed = true;
    arena_free(&memory);
}

static void write_mover(const changes_view *v, size_t n, writer *out) {
    const shown_change *shown = &v->shown[n];
    writer_string(out, "<details class=\"row\">");
    write_summary(v, shown, out);
    writer_string(out, "<div>\n");
    write_payouts(v, shown->of, out);
    write_others(v, shown->of, out);
    if (v->head->whole && n < EXPLAINED && shown->of->after_partner >= 0)
        write_reasons(v, shown->of, out);
    writer_string(out, "</div></details>\n");
}

static void write_heads(writer *out) {
    static const char *const heads[] = {"Partner", "Cause", "Before", "After", "Change"};
    writer_string(out, "<div class=\"cols\">");
    for (int i = 0; i < 5; i++)
        page_write(out,
                   "<span class=\"$s\" data-col=\"$d\" data-sort=\"$s\" aria-sort=\"none\">"
                   "<button type=\"button\">$s</button></span>",
                   i < 2 ? "" : "num", i, i < 2 ? "text" : "number", heads[i]);
    writer_string(out, "</div>\n");
}

static void write_rest(const changes_view *v, writer *out) {
    char room[AMOUNT_TEXT];
    writer_string(out, "<p class=\"note none\" hidden>No partner matches.</p>\n");
    if (v->all > v->count)
        page_write(out,
                   "<p class=\"note\">$t more partners change by less and are not shown.</p>\n",
                   amount_count(v->all - v->count, room));
    if (v->head->whole && v->count > EXPLAINED)
        page_write(
            out,
            "<p class=\"note\">The reasons are given for the $d partners with the largest "
            "changes.</p>\n",
            EXPLAINED);
}

void movers_write(const changes_view *v, writer *out) {
    if (!v->count) return;
    writer_string(out,
                  "<section class=\"long\"><div class=\"tools\"><h2>Who is affected</h2>"
                  "<span class=\"found\" role=\"status\"></span>"
                  "<input type=\"search\" placeholder=\"Search partners and causes\" "
                  "aria-label=\"Search partners and causes\" hidden></div>\n<div data-list>\n");
    write_heads(out);
    for (size_t n = 0; n < v->count && !out->failed; n++)
        write_mover(v, n, out);
    writer_string(out, "</div>\n");
    write_rest(v, out);
    writer_string(out, "</section>\n");
}
