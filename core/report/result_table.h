/* result_table.h - the sections of `rung evaluate`'s table. Private to report/. */
#ifndef RUNG_REPORT_RESULT_TABLE_H
#define RUNG_REPORT_RESULT_TABLE_H

#include "report/result_reports.h"
#include "report/table.h"

/* A page under construction. */
typedef struct sheet {
    const result *of;
    const report_options *options;
    writer *out;
    size_t width;  /* what a row should fit into */
    arena *memory; /* of its tables */
} sheet;

/* What people call a declaration: its title, or else its name. */
static inline const char *sheet_title(const declared *is) {
    return is->title ? is->title : is->name;
}

/* The program, as of when, over which rows. */
void sheet_head(const sheet *s);
void sheet_heading(const sheet *s, const char *title);
void sheet_table(const sheet *s, table *t);
void sheet_count(table *t, size_t n);
void sheet_money(const sheet *s, table *t, number amount);
/* 12.35%, or "-" of nobody. */
void sheet_share(const sheet *s, table *t, size_t part, size_t whole);

/* totals_table.c: partners by level, payout by rule, scores, funds and their claims. */
void sheet_totals(const sheet *s);
/* holdings_table.c: who holds what; who keeps what it must, and who is due. */
void sheet_holdings(const sheet *s);
/* partners_table.c: those with the largest payout, or those asked for. */
void sheet_partners(const sheet *s);
/* errors_table.c: partners' errors by the place where they arise, and rows left out. */
void sheet_errors(const sheet *s);
void sheet_orphans(const sheet *s);

#endif
