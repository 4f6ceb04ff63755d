/* page.h - one self-contained HTML page: its frame, its style, its charts. Private to report/.
 *
 * A page asks no network for anything, and says so to the browser. Every text goes through
 * page_write, which escapes it; markup itself is never made of data. Pages are read in light
 * and dark, on a phone and on paper; without their script they only lose search and sort. */
#ifndef RUNG_REPORT_PAGE_H
#define RUNG_REPORT_PAGE_H

#include "report/writer.h"

void page_begin(writer *out, const char *title);
void page_end(writer *out);

/* Markup in which $s is a string, $t a text, both escaped, and $d an int. */
void page_write(writer *out, const char *markup, ...);

/* page_style.c, page_script.c: what stands between the tags. */
void page_style(writer *out);
void page_script(writer *out);

/* A figure with its name: "9", "partners move down". tone: "", "up" or "down". */
void page_tile(writer *out, text figure, const char *name, const char *tone);
/* "Northwind Partner Program 2026.3" over the headline, which may be long. */
void page_headline(writer *out, const char *kind, const plan *p, const char *headline);
/* As of which day, over which rows, by which rules. */
void page_baseline(writer *out, const result *r);

/* chart.c: inline SVG, in whole units. */

/* How much of `room` an amount takes where the largest takes all; at least 1 for what is not 0.
 */
int chart_length(number amount, number largest, int room);
/* One bar a row; `before` stands above it, thinner, where there is one. */
void chart_bars(writer *out, const number *before, number after, number largest);
/* How many amounts fall into each stretch of one width; zeros are left out. */
void chart_histogram(writer *out, const number *amounts, size_t count, const plan *p);

#endif
