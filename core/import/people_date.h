/* people_date.h - dates in the order that a pattern says: DD/MM/YYYY, M/D/YY, D MMM YYYY. */
#ifndef RUNG_IMPORT_PEOPLE_DATE_H
#define RUNG_IMPORT_PEOPLE_DATE_H

#include "base/arena.h"
#include "base/date.h"
#include "base/text.h"

/* Whether it has a year, a month and a day, each once, and nothing that could be taken for one.
 */
bool date_pattern_is_valid(const char *pattern);
/* The pattern that a format of strftime stands for: "%d/%m/%Y" is DD/MM/YYYY; a time of day at
 * its end is left out. What has no % is a pattern already. NULL: it is none, or memory ran out.
 */
const char *date_pattern_of(arena *memory, const char *written);
/* ISO always; else as the pattern (or NULL) says. DD and MM take one digit too where something
 * stands between them; YY is 1970 to 2069; MMM is an English name of a month, or its first
 * three letters. A time of day behind the date is dropped. */
bool date_from_people(date *out, text written, const char *pattern);

#endif
