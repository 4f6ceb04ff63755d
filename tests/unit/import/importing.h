/* importing.h - a database, a CSV file and an import of it, for the tests of imports. */
#ifndef RUNG_TESTS_IMPORTING_H
#define RUNG_TESTS_IMPORTING_H

#include "import/import.h"

/* Where both stand: in a folder that nothing else may be left in. */
extern char database_path[80], csv_path[80];
/* What went wrong last: "2:3 message" (line, column), one a line. */
extern char import_said[8192];
extern import_outcome import_last;

int importing_begin(void);
int importing_end(void);

void write_csv(const char *bytes);
void make_database(const char *sql);
/* Checks that the query gives these rows, cells with | between them, - for none. */
void holds(const char *sql, const char *wanted);

bool run_order(import_order order);
bool import_into(const char *table, const char *bytes);

/* What a program's source says of deals. */
#define DEAL_HEADER "id,partner_id,closed_on,amount,registered,units\n"
extern source_request importing_deals;
import_order deal_order(int minor_places);
bool import_deals(const char *bytes);

#endif
