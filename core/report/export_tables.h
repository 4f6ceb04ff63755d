/* export_tables.h - a result as tables of a database. Private to report/.
 *
 * Money that is paid, accrued or shared is an integer of minor units; what else has decimals is
 * text, exact. No value and what is wrong are NULL; the table `error` says which. */
#ifndef RUNG_REPORT_EXPORT_TABLES_H
#define RUNG_REPORT_EXPORT_TABLES_H

#include "data/export.h"
#include "report/result_reports.h"

typedef struct export_tables {
    export_file *to;
    const char *prefix; /* of the tables' names: "", "base_", "candidate_" */
    const result *of;
    const report_options *options; /* which partners are written */
    arena *memory;
} export_tables;

/* Begins a table whose columns are an array in sight. */
#define EXPORT_TABLE(tables, name, columns)                                                    \
    export_table((tables)->to, (tables)->prefix, name, columns,                                \
                 sizeof(columns) / sizeof *(columns))

/* result_sqlite.c: everything, one table after the other. */
void export_result_tables(const export_tables *t);
/* Paid amounts in minor units; one that no integer holds is refused. */
cell export_money(export_file *to, number amount, const plan *p);
cell export_date(date day, char room[DATE_TEXT]);
cell export_value(const value *v, const plan *p, char room[]);
cell export_file_name(place at);
cell export_line(place at);
text export_partner(const export_tables *t, size_t n, uint32_t *partner);
size_t export_partner_count(const export_tables *t);

/* payout_sqlite.c: payout, incentive_line, fund, claim, claim_share. */
void export_payouts(const export_tables *t);

/* accounts_sqlite.c: carried, fund_lot, routed, where the program has such rules. */
void export_accounts(const export_tables *t);

/* requirement_sqlite.c: what every rule asks, what each partner has, whether that is met. */
void export_requirements(const export_tables *t);

#endif
