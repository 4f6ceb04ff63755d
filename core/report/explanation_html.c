/* explanation_html.c - an explanation as nested lists of a page: met, not met, neither.
 *
 * Marks are the style's, so that a reader that reads aloud is not told of them twice. */
#include "report/explanation_reports.h"
#include "report/page.h"

#include <string.h>

static bool is_kind(const explanation *e, const char *kind) {
    return strcmp(e->kind, kind) == 0;
}

static const char *class_of(explanation_state state) {
    static const char *const classes[] = {"plain", "met", "unmet", "wrong"};
    return classes[state];
}

static void print_place(const explanation *e, writer *out) {
    if (!e->at.file) return;
    page_write(out, "<span class=\"place\">$s", e->at.file->name);
    if (e->at.line) page_write(out, ":$d", e->at.line);
    writer_string(out, "</span>");
}

static void print_given(const char *class, const char *words, writer *out) {
    if (words) page_write(out, " <span class=\"$s\">$s</span>", class, words);
}

static void print_formula(const explanation *e, writer *out) {
    if (!e->formula) return;
    const char *markup = is_kind(e, "requirement") ? " <span class=\"formula\">($s)</span>"
                         : e->shown                ? " <span class=\"formula\">= $s</span>"
                                                   : " <span class=\"formula\">$s</span>";
    page_write(out, markup, e->formula);
}

static void print_list(const explanation *first, writer *out);

static void print_reason(const explanation *e, writer *out) {
    page_write(out, "<li class=\"$s\"><span class=\"label\"", class_of(e->state));
    if (e->title) page_write(out, " title=\"$s\"", e->title);
    page_write(out, ">$s</span>", e->label);
    print_given("shown", e->shown, out);
    print_given("note", e->note, out);
    print_formula(e, out);
    print_given("place", e->why, out);
    print_place(e, out);
    if (e->first) {
        writer_string(out, "\n<ul>\n");
        print_list(e->first, out);
        writer_string(out, "</ul>");
    }
    writer_string(out, "</li>\n");
}

static void print_list(const explanation *first, writer *out) {
    for (const explanation *e = first; e; e = e->next)
        print_reason(e, out);
}

void explanation_print_html(const explanation *root, writer *out) {
    if (!root->first) return;
    writer_string(out, "<ul class=\"why\">\n");
    print_list(root->first, out);
    writer_string(out, "</ul>\n");
}
