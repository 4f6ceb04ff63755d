/* page.c - the frame of an HTML page, and how text gets into it: see page.h. */
#include "report/page.h"

#include "explain/amount.h"
#include "report/character.h"

#include <stdarg.h>
#include <string.h>

static void put_escaped(writer *out, text t) {
    static const char special[] = "&<>\"'";
    static const char *const escapes[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
    for (size_t i = 0; i < t.length; i++) {
        const char *found = t.bytes[i] ? strchr(special, t.bytes[i]) : NULL;
        if (found)
            writer_string(out, escapes[found - special]);
        else
            writer_byte(out, t.bytes[i]);
    }
}

/* What could turn the writing round or is no character is made visible first. */
static void put_text(writer *out, text t) {
    text_buffer shown = {0};
    character_show(&shown, t);
    if (shown.failed) out->failed = true;
    put_escaped(out, (text){shown.bytes ? shown.bytes : "", shown.length});
    text_free(&shown);
}

void page_write(writer *out, const char *markup, ...) {
    va_list list;
    va_start(list, markup);
    for (const char *p = markup; *p; p++) {
        char kind = *p == '$' ? p[1] : '\0';
        if (kind == 's')
            put_text(out, text_of(va_arg(list, const char *)));
        else if (kind == 't')
            put_text(out, va_arg(list, text));
        else if (kind == 'd')
            writer_integer(out, va_arg(list, int));
        else
            writer_byte(out, *p);
        if (kind == 's' || kind == 't' || kind == 'd') p++;
    }
    va_end(list);
}

void page_begin(writer *out, const char *title) {
    writer_string(out,
                  "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                  "<meta name=\"color-scheme\" content=\"light dark\">\n"
                  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                  "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n");
    page_write(out, "<title>$s</title>\n<style>\n", title);
    page_style(out);
    writer_string(out, "</style>\n</head>\n<body>\n<main>\n");
}

void page_end(writer *out) {
    writer_string(out, "</main>\n<script>\n");
    page_script(out);
    writer_string(out, "</script>\n</body>\n</html>\n");
}

void page_tile(writer *out, text figure, const char *name, const char *tone) {
    page_write(out, "<div class=\"tile $s\"><b>$t</b><span>$s</span></div>\n", tone, figure,
               name);
}

void page_headline(writer *out, const char *kind, const plan *p, const char *headline) {
    page_write(out,
               "<header>\n<p class=\"kind\">$s<span>$s $s</span></p>\n<h1>$s</h1>\n</header>\n",
               kind, p->name, p->version ? p->version : "", headline);
}

void page_baseline(writer *out, const result *r) {
    enum { SHORT_PRINT = 12 };
    char day[DATE_TEXT], room[AMOUNT_TEXT];
    const plan *p = r->plan;
    date_print(day, p->as_of);
    page_write(out,
               "<p class=\"base\">$s $s, as of <b>$s</b>, amounts in $s. Rows read: ", p->name,
               p->version ? p->version : "", day, p->currency);
    for (size_t i = 0; i < r->facts->table_count; i++) {
        const facts_table *t = &r->facts->tables[i];
        page_write(out, "$s$s $t", i ? ", " : "", t->source, amount_count(t->rows_read, room));
    }
    writer_string(out, ".");
    const char *print = p->rules ? p->rules->fingerprint : NULL;
    if (print && strlen(print) >= SHORT_PRINT)
        page_write(out, " Rules <code>$t</code>.", (text){print, SHORT_PRINT});
    writer_string(out, "</p>\n");
}
