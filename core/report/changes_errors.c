/* changes_errors.c - the partners that errors leave out of a comparison, and on which side.
 *
 * What a change breaks comes first to people, then what it mends, then what was wrong and still
 * is. See changes_reports.h. */
#include "report/changes_sheet.h"

#include "explain/amount.h"
#include "report/page.h"
#include "report/partner_json.h"

enum { ERRORS_SHOWN = 20, PAGE_ERRORS = 200 };

typedef struct error_side {
    bool before, after;
    const char *machine, *people;
} error_side;

static const error_side sides[] = {
    {false, true, "candidate", "only after the change"},
    {true, false, "baseline", "only before the change"},
    {true, true, "both", "before and after"},
};

enum { SIDES = sizeof sides / sizeof *sides };

static bool is_on(const changed_error *e, const error_side *side) {
    return e->before == side->before && e->after == side->after;
}

static bool is_asked(const changes_view *v, const changed_error *e) {
    const report_options *o = v->options;
    const facts *f = v->of->before->facts;
    for (size_t i = 0; i < o->partner_count; i++)
        if (text_equal(f->partner_ids[o->partners[i]], e->partner)) return true;
    return o->partners == NULL;
}

static size_t count_asked(const changes_view *v) {
    size_t count = 0;
    for (size_t i = 0; i < v->of->error_list_count; i++)
        count += is_asked(v, &v->of->error_list[i]);
    return count;
}

/* --- for tools ------------------------------------------------------------------------------
 */

static void write_fields(const changed_error *e, json *j) {
    size_t side = 0;
    while (side + 1 < SIDES && !is_on(e, &sides[side]))
        side++;
    json_object(j, NULL);
    json_text(j, "partner", e->partner);
    json_error_fields(j, e->of);
    json_string(j, "in", sides[side].machine);
    json_end_object(j);
}

void changes_json_errors(const changes_view *v, json *j) {
    json_line(j);
    json_array(j, "errors");
    for (size_t i = 0; i < v->of->error_list_count; i++) {
        if (!is_asked(v, &v->of->error_list[i])) continue;
        json_line(j);
        write_fields(&v->of->error_list[i], j);
    }
    json_end_array(j);
}

void changes_jsonl_errors(const changes_view *v, writer *out) {
    for (size_t i = 0; i < v->of->error_list_count; i++) {
        if (!is_asked(v, &v->of->error_list[i])) continue;
        json j = json_begin_line(out, "error");
        write_fields(&v->of->error_list[i], &j);
        json_end_line(&j);
    }
}

/* --- for people -----------------------------------------------------------------------------
 */

/* "quota, program.lua:12" */
static void say_place(const partner_error *e, text_buffer *out) {
    if (e->rule) text_append_string(out, e->rule);
    if (!e->at.file) return;
    text_print(out, "%s%s", e->rule ? ", " : "", e->at.file->name);
    if (e->at.line > 0) text_print(out, ":%d", e->at.line);
}

static void write_error(const changes_sheet *s, const changed_error *e) {
    text_buffer said = {0};
    text_append(&said, e->partner.bytes, e->partner.length);
    text_print(&said, ": %s (", e->of->message);
    say_place(e->of, &said);
    text_append_byte(&said, ')');
    writer_string(s->out, "    ");
    table_say_lines(s->out, (text){said.bytes, said.length}, 4, 6, s->sheet.width);
    writer_byte(s->out, '\n');
    if (said.failed) s->out->failed = true;
    text_free(&said);
}

/* Those of one side while there is room; how many were written. */
static size_t write_side(const changes_sheet *s, const error_side *side, size_t room) {
    size_t written = 0;
    for (size_t i = 0; written < room && i < s->of->error_list_count; i++) {
        const changed_error *e = &s->of->error_list[i];
        if (!is_on(e, side) || !is_asked(s->view, e)) continue;
        if (!written++) {
            writer_string(s->out, "  ");
            writer_string(s->out, side->people);
            writer_string(s->out, ":\n");
        }
        write_error(s, e);
    }
    return written;
}

static void write_lead(size_t partners, writer *out) {
    char room[AMOUNT_TEXT];
    text count = amount_count(partners, room);
    writer_put(out, count.bytes, count.length);
    writer_string(out, partners == 1 ? " partner has errors and is"
                                     : " partners have errors and are");
    writer_string(out, " left out of every figure, before and after the change");
}

void changes_sheet_errors(const changes_sheet *s) {
    const report_options *o = s->view->options;
    size_t all = count_asked(s->view), written = 0;
    size_t room = o->limit >= 0 ? (size_t)o->limit : o->partners ? all : ERRORS_SHOWN;
    if (!s->of->errors) return;
    sheet_heading(&s->sheet, "Errors");
    writer_string(s->out, "  ");
    write_lead(s->of->errors, s->out);
    writer_string(s->out, "\n");
    for (size_t i = 0; i < SIDES; i++)
        written += write_side(s, &sides[i], room - written);
    if (written == all) return;
    text_buffer said = {0};
    text_print(&said, "  ... and %zu more (--limit %zu shows all)\n", all - written, all);
    table_say(s->out, TONE_DIM, s->color, said.bytes ? said.bytes : "");
    if (said.failed) s->out->failed = true;
    text_free(&said);
}

static size_t write_rows(const changes_view *v, const error_side *side, size_t room,
                         writer *out) {
    size_t written = 0;
    for (size_t i = 0; written < room && i < v->of->error_list_count; i++) {
        const changed_error *e = &v->of->error_list[i];
        text_buffer at = {0};
        if (!is_on(e, side) || !is_asked(v, e)) continue;
        say_place(e->of, &at);
        page_write(out,
                   "<tr><td><b>$t</b></td><td>$s<span class=\"sub\">$s</span></td>"
                   "<td>$s</td></tr>\n",
                   e->partner, e->of->message, at.bytes ? at.bytes : "", side->people);
        if (at.failed) out->failed = true;
        text_free(&at);
        written++;
    }
    return written;
}

void changes_html_errors(const changes_view *v, writer *out) {
    char room[AMOUNT_TEXT];
    size_t all = count_asked(v), written = 0;
    if (!v->of->errors) return;
    writer_string(out, "<section><h2>Errors</h2><p class=\"note\">");
    write_lead(v->of->errors, out);
    writer_string(out, ".</p><div class=\"wide\"><table><tbody>\n");
    for (size_t i = 0; i < SIDES; i++)
        written += write_rows(v, &sides[i], PAGE_ERRORS - written, out);
    writer_string(out, "</tbody></table></div>\n");
    if (written < all)
        page_write(out, "<p class=\"note\">And $t more.</p>\n",
                   amount_count(all - written, room));
    writer_string(out, "</section>\n");
}
