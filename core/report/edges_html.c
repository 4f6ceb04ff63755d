/* edges_html.c - the page of `rung edges`: everybody near a line, and the money that turns on
 * it.
 */
#include "explain/amount.h"
#include "explain/explain.h"
#include "report/changes_reports.h"
#include "report/edges_reports.h"
#include "report/page.h"

static void write_headline(const edge_sheet *s) {
    char room[AMOUNT_TEXT];
    size_t partners = edges_count_partners(s->edges, s->sheet.memory, s->sheet.of);
    text_buffer said = {0};
    writer *out = s->sheet.out;
    text_print(&said, "%s partner%s within %s of another level",
               amount_count(partners, room).bytes, partners == 1 ? " is" : "s are",
               s->head->within);
    if (said.failed) out->failed = true;
    page_begin(out, s->sheet.of->plan->name);
    page_headline(out, "Edges", s->sheet.of->plan, said.bytes ? said.bytes : "");
    text_free(&said);
}

static void write_heads(writer *out) {
    static const char *const words[] = {"Partner", "Ladder", "Level", "Would be", "Metric"};
    static const char *const figures[] = {"Has", "Needed", "Gap", "Change"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        page_write(out, "<th>$s</th>", words[i]);
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        page_write(out, "<th class=\"num\">$s</th>", figures[i]);
}

static void write_edge(const edge_sheet *s, const edge *e) {
    char room[AMOUNT_TEXT];
    const result *r = s->sheet.of;
    writer *out = s->sheet.out;
    const number figures[] = {e->line.actual, e->line.needed, e->line.gap};
    page_write(out, "<tr><td><b>$t</b> $t</td><td>$s</td><td>$s</td><td>$s</td><td>$s</td>",
               r->facts->partner_ids[e->line.partner], explain_partner_name(r, e->line.partner),
               sheet_title(&r->plan->ladders[e->ladder].is), edges_level_title(r, e, e->from),
               edges_level_title(r, e, e->to), e->line.name);
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        page_write(out, "<td class=\"num\">$t</td>", edges_shown(r, e, figures[i], room));
    page_write(out, "<td class=\"num\"><b>$t</b></td></tr>\n",
               changes_delta(e->delta, r->plan, room));
}

void edges_write_html(const edge_sheet *s) {
    char room[AMOUNT_TEXT];
    writer *out = s->sheet.out;
    write_headline(s);
    page_baseline(out, s->sheet.of);
    if (s->shown) {
        writer_string(out, "<section class=\"long\"><h2>Who stands close to a line</h2>"
                           "<div class=\"wide\"><table><thead><tr>");
        write_heads(out);
        writer_string(out, "</tr></thead><tbody>\n");
        for (size_t i = 0; i < s->shown && !out->failed; i++)
            write_edge(s, &s->edges->items[i]);
        writer_string(out, "</tbody></table></div></section>\n");
    }
    if (s->shown < s->edges->count)
        page_write(out, "<p class=\"note\">$t more are not shown.</p>\n",
                   amount_count(s->edges->count - s->shown, room));
    page_end(out);
}
