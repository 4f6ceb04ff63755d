/* changes_html.c - the page of a change, for whoever decides about it.
 *
 * The verdict is the headline; then what was changed, a few figures, where partners stand
 * before and after, how far payouts move, payout by rule, and everybody who is affected. Called
 * by report_changes. */
#include "report/changes_html.h"

#include "explain/amount.h"
#include "report/given.h"

#include <string.h>

enum { SHORT_PRINT = 12 };

static void write_set(const changes_view *v, writer *out) {
    const changes_head *head = v->head;
    writer_string(out, "<ul class=\"set\">\n");
    if (head->against) {
        const plan *p = v->of->after->plan;
        const char *print = p->rules ? p->rules->fingerprint : NULL;
        text shown = text_of(print ? print : "");
        if (shown.length > SHORT_PRINT) shown.length = SHORT_PRINT;
        page_write(out, "<li>against <b>$s $s</b> <code>$t</code></li>\n", p->name,
                   p->version ? p->version : "", shown);
    }
    if (head->scenario) page_write(out, "<li>scenario <b>$s</b></li>\n", head->scenario);
    for (size_t i = 0; i < head->set_count; i++) {
        const changed_value *set = &head->set[i];
        page_write(out, "<li><code>$s</code> $s$s<b>$s</b></li>\n",
                   set->whole ? set->whole : set->path, set->from ? set->from : "",
                   set->from ? " → " : "= ", set->to ? set->to : set->value);
    }
    text_buffer given = {0};
    for (size_t i = 0; given_say(head, v->of->before, i, &given); i++) {
        page_write(out, "<li>$s</li>\n", given.bytes);
        text_clear(&given);
    }
    if (given.failed) out->failed = true;
    text_free(&given);
    if (v->of->after->plan->as_of != v->of->before->plan->as_of) {
        char day[DATE_TEXT];
        date_print(day, v->of->after->plan->as_of);
        page_write(out, "<li>as of <b>$s</b></li>\n", day);
    }
    writer_string(out, "</ul>\n");
    if (head->why) page_write(out, "<p class=\"note\">$s</p>\n", head->why);
}

static void write_only(const changes *c, writer *out) {
    for (int added = 1; added >= 0; added--) {
        text_buffer said = {0};
        changes_say_only(c, added, &said);
        if (said.length)
            page_write(out, "<p class=\"note\">$s: $s.</p>\n", added ? "Added" : "Removed",
                       said.bytes);
        if (said.failed) out->failed = true;
        text_free(&said);
    }
}

static void write_tiles(const changes *c, writer *out) {
    char room[AMOUNT_TEXT + 1];
    const plan *p = c->before->plan;
    writer_string(out, "<div class=\"tiles\">\n");
    page_tile(out, amount_money(c->payout.before, p, room), "payout today", "");
    page_tile(out, amount_money(c->payout.after, p, room), "payout after the change", "");
    page_tile(out, changes_delta(c->payout.delta, p, room), "change",
              changes_tone(c->payout.delta));
    if (c->partners_down)
        page_tile(out, amount_count(c->partners_down, room),
                  c->partners_down == 1 ? "partner moves down" : "partners move down", "down");
    if (c->partners_up)
        page_tile(out, amount_count(c->partners_up, room),
                  c->partners_up == 1 ? "partner moves up" : "partners move up", "up");
    page_tile(out, amount_count(c->unchanged, room),
              c->unchanged == 1 ? "partner is unchanged" : "partners are unchanged", "");
    if (c->errors)
        page_tile(out, amount_count(c->errors, room), "with errors, left out", "down");
    writer_string(out, "</div>\n");
}

/* The parts of a group, a row each: met or not, which breaks nothing by itself. */
static void write_parts(const guard_outcome *g, const plan *p, writer *out) {
    char actual[AMOUNT_TEXT], limit[AMOUNT_TEXT];
    for (size_t i = 0; i < g->part_count; i++) {
        const guard_outcome *part = &g->parts[i];
        page_write(out,
                   "<tr><td><span class=\"sub\">$s</span></td><td class=\"num\">$t"
                   "<span class=\"sub\">$s</span></td><td class=\"num\">$t</td></tr>\n",
                   part->group ? part->group : part->condition,
                   amount_people(&part->actual, p, actual), part->holds ? "met" : "not met",
                   amount_people(&part->limit, p, limit));
        write_parts(part, p, out);
    }
}

static void write_guards(const changes_view *v, writer *out) {
    char actual[AMOUNT_TEXT], limit[AMOUNT_TEXT];
    const changes_head *head = v->head;
    const plan *p = v->of->after->plan;
    if (!head->guard_count) return;
    writer_string(
        out, "<section><h2>Guards</h2><table class=\"rules\"><thead><tr><th>Guard</th>"
             "<th class=\"num\">Actual</th><th class=\"num\">Limit</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < head->guard_count; i++) {
        const guard_outcome *g = &head->guards[i];
        page_write(out, "<tr><td>$s", g->title ? g->title : g->name);
        const char *says = g->group ? g->group : g->condition;
        if (says) page_write(out, "<span class=\"sub\">$s</span>", says);
        if (g->why) page_write(out, "<span class=\"sub\">$s</span>", g->why);
        for (size_t k = 0; k < g->offender_count; k++)
            page_write(out, "$s$t", k ? ", " : "<span class=\"sub\">", g->offenders[k]);
        if (g->offender_count) writer_string(out, "</span>");
        page_write(out,
                   "</td><td class=\"num\">$t<span class=\"sub $s\"><b>$s</b></span></td>"
                   "<td class=\"num\">$t</td></tr>\n",
                   amount_people(&g->actual, p, actual), g->holds ? "up" : "down",
                   g->holds ? "holds" : "broken", amount_people(&g->limit, p, limit));
        write_parts(g, p, out);
    }
    writer_string(out, "</tbody></table></section>\n");
}

static void write_attributed(const char *what, text alone, text share, writer *out) {
    page_write(out, "<tr><td>$s</td><td class=\"num\">$t</td><td class=\"num\">$t</td></tr>\n",
               what, alone, share);
}

static void write_attribution(const changes_view *v, writer *out) {
    char alone[AMOUNT_TEXT + 1], share[AMOUNT_TEXT + 1];
    const attribution *a = v->head->attribution;
    const plan *p = v->of->before->plan;
    if (!a) return;
    writer_string(out, "<section><h2>What each change is worth</h2><table><thead><tr>"
                       "<th>Change</th><th class=\"num\">Alone</th>"
                       "<th class=\"num\">Fair share</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < a->count; i++) {
        text fair = a->has_shapley ? changes_delta(a->items[i].shown, p, share) : text_of("");
        write_attributed(a->items[i].what, changes_delta(a->items[i].alone, p, alone), fair,
                         out);
    }
    write_attributed("Interaction", changes_delta(a->interaction, p, alone), text_of(""), out);
    write_attributed("Total", changes_delta(a->total, p, alone),
                     a->has_shapley ? changes_delta(a->total, p, share) : text_of(""), out);
    writer_string(out, "</tbody></table></section>\n");
}

/* Kinds of moves as chips: 9 Gold → Silver. */
static void write_kinds(const changes *c, size_t ladder, arena *memory, writer *out) {
    char room[AMOUNT_TEXT];
    const changed_ladder *l = &c->ladders[ladder];
    size_t levels = l->level_count + 1; /* the first is none */
    size_t *counts = arena_array(memory, levels * levels, sizeof *counts);
    if (!counts) return;
    for (size_t i = 0; i < c->move_count; i++)
        if ((size_t)c->moves[i].ladder == ladder)
            counts[(size_t)(c->moves[i].from + 1) * levels + (size_t)(c->moves[i].to + 1)]++;
    writer_string(out, "<ul class=\"moves\">\n");
    for (size_t k = levels * levels; k-- > 0;) {
        int from = (int)(k / levels) - 1, to = (int)(k % levels) - 1;
        if (!counts[k]) continue;
        page_write(out, "<li class=\"$s\"><b>$t</b>$s → $s</li>\n", to > from ? "up" : "down",
                   amount_count(counts[k], room), changes_level_title(l, from),
                   changes_level_title(l, to));
    }
    writer_string(out, "</ul>\n");
}

static void write_ladder(const changes_view *v, size_t ladder, writer *out) {
    const changed_ladder *l = &v->of->ladders[ladder];
    if (!v->ladders[ladder] || l->before < 0 || l->after < 0) return;
    page_write(out, "<section><h2>$s, before and after</h2>\n", l->title ? l->title : l->name);
    flow_draw(v->of, ladder, v->memory, out);
    if (v->of->up[ladder] || v->of->down[ladder])
        write_kinds(v->of, ladder, v->memory, out);
    else
        writer_string(out, "<p class=\"note\">Nobody moves.</p>\n");
    writer_string(out, "</section>\n");
}

static void write_histogram(const changes_view *v, writer *out) {
    const changes *c = v->of;
    char room[AMOUNT_TEXT];
    size_t gain = 0, lose = 0;
    number *deltas = arena_array(v->memory, c->partner_count, sizeof *deltas);
    for (size_t i = 0; deltas && i < c->partner_count; i++) {
        deltas[i] = c->partners[i].delta;
        gain += deltas[i] > 0;
        lose += deltas[i] < 0;
    }
    if (!deltas || !(gain + lose)) return;
    writer_string(out, "<section><h2>Change of payout, by partner</h2>\n");
    chart_histogram(out, deltas, c->partner_count, c->before->plan);
    writer_string(out, "<ul class=\"moves\">");
    if (lose)
        page_write(out, "<li class=\"down\"><b>$t</b>paid less</li>", amount_count(lose, room));
    if (gain)
        page_write(out, "<li class=\"up\"><b>$t</b>paid more</li>", amount_count(gain, room));
    writer_string(out, "</ul>\n</section>\n");
}

static void write_total(const changes *c, const rule_total *t, writer *out) {
    char before[AMOUNT_TEXT], after[AMOUNT_TEXT], delta[AMOUNT_TEXT + 1], part[AMOUNT_TEXT + 1];
    const plan *p = c->before->plan;
    page_write(out,
               "<td class=\"num old\">$t</td><td class=\"num\">$t</td><td class=\"num $s\">$t"
               "<span class=\"sub\">$t</span></td></tr>\n",
               amount_money(t->before, p, before), amount_money(t->after, p, after),
               changes_tone(t->delta), changes_delta(t->delta, p, delta),
               changes_percent(t->delta, t->before, p, part));
}

static number largest_total(const changes *c) {
    number largest = 0;
    for (size_t i = 0; i < c->rule_count; i++) {
        if (c->totals[i].before > largest) largest = c->totals[i].before;
        if (c->totals[i].after > largest) largest = c->totals[i].after;
    }
    return largest;
}

static void write_rules(const changes_view *v, writer *out) {
    const changes *c = v->of;
    char room[AMOUNT_TEXT];
    number largest = largest_total(c);
    if (!c->rule_count) return;
    writer_string(
        out,
        "<section><h2>Payout by rule<span class=\"key old\">before</span>"
        "<span class=\"key\">after</span></h2>\n<table class=\"rules\"><thead><tr><th>Rule</th>"
        "<th class=\"bars\"></th><th class=\"num old\">Before</th><th class=\"num\">After</th>"
        "<th class=\"num\">Change</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < c->rule_count; i++) {
        const changed_rule *rule = &c->rules[i];
        const rule_total *t = &c->totals[i];
        if (!v->rules[i]) continue;
        page_write(
            out,
            "<tr><td>$s$s<span class=\"sub\">changes for $t</span></td><td class=\"bars\">",
            rule->title ? rule->title : rule->name, changes_rule_mark(rule),
            amount_count(t->partners, room));
        chart_bars(out, &t->before, t->after, largest);
        writer_string(out, "</td>");
        write_total(c, t, out);
    }
    page_write(out, "<tr class=\"sum\"><td>$s</td><td class=\"bars\"></td>",
               changes_hides_rules(v) ? "Total of all rules" : "Total");
    write_total(c, &c->payout, out);
    writer_string(out, "</tbody></table></section>\n");
}

/* What accrues in funds, where that is different: it is not paid yet. */
static void write_accrued(const changes_view *v, writer *out) {
    const changes *c = v->of;
    char room[AMOUNT_TEXT];
    bool any = false;
    for (size_t i = 0; i < c->rule_count; i++) {
        const rule_total *t = &c->accrued[i];
        const changed_rule *rule = &c->rules[i];
        if (!v->rules[i] || !t->partners) continue;
        if (!any)
            writer_string(
                out,
                "<section><h2>Accrued in funds</h2>\n<table class=\"rules\"><thead><tr>"
                "<th>Fund</th><th class=\"num old\">Before</th><th class=\"num\">After</th>"
                "<th class=\"num\">Change</th></tr></thead><tbody>\n");
        any = true;
        page_write(out, "<tr><td>$s<span class=\"sub\">changes for $t</span></td>",
                   rule->title ? rule->title : rule->name, amount_count(t->partners, room));
        write_total(c, t, out);
    }
    if (any) writer_string(out, "</tbody></table></section>\n");
}

static void write_others(const changes_view *v, writer *out) {
    char gained[AMOUNT_TEXT], lost[AMOUNT_TEXT], changed[AMOUNT_TEXT];
    bool any = false;
    for (size_t i = 0; i < v->of->thing_count; i++) {
        const other_thing *t = &v->of->things[i];
        if (!changes_thing_is_listed(v, i)) continue;
        if (!any)
            writer_string(out, "<section><h2>What else changes</h2>\n<div "
                               "class=\"wide\"><table><thead><tr><th>What"
                               "</th><th class=\"num\">Gained by</th><th class=\"num\">Lost by"
                               "</th><th class=\"num\">Changed for</th></tr></thead><tbody>\n");
        any = true;
        page_write(out,
                   "<tr><td>$s<span class=\"sub\">$s</span></td><td class=\"num\">$t</td>"
                   "<td class=\"num\">$t</td><td class=\"num\">$t</td></tr>\n",
                   t->title ? t->title : t->name, changes_thing_kind(t),
                   amount_count(t->gained, gained), amount_count(t->lost, lost),
                   amount_count(t->otherwise, changed));
    }
    if (any) writer_string(out, "</tbody></table></div></section>\n");
}

void changes_write_html(changes_view *v, writer *out) {
    text_buffer verdict = {0};
    changes_say_verdict(v->of, v->head, &verdict);
    if (verdict.failed) out->failed = true;
    const char *said = verdict.bytes ? verdict.bytes : "";
    page_begin(out, said);
    page_headline(out, "What if", v->of->before->plan, said);
    page_baseline(out, v->of->before);
    write_set(v, out);
    write_only(v->of, out);
    write_tiles(v->of, out);
    write_attribution(v, out);
    write_guards(v, out);
    writer_string(out, "<div class=\"cards\">\n");
    for (size_t i = 0; i < v->of->ladder_count; i++)
        write_ladder(v, i, out);
    write_histogram(v, out);
    writer_string(out, "</div>\n");
    write_rules(v, out);
    write_accrued(v, out);
    write_others(v, out);
    changes_html_errors(v, out);
    movers_write(v, out);
    page_end(out);
    text_free(&verdict);
}
