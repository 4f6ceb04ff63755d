/* given.h - what a candidate is given besides other rules: metrics of single partners and rows.
 *
 * The head of changes and of results tells it in these words. Private to report/. */
#ifndef RUNG_REPORT_GIVEN_H
#define RUNG_REPORT_GIVEN_H

#include "report/json.h"
#include "report/report.h"

enum { GIVEN_SHOWN = 20 /* metrics that people are told of, one by one */ };

/* The n-th thing that is given, "bookings of P7: $1,400.00 -> $1,450.00", "deal: 1 row added,
 * 2 deleted"; false past the end. `before` is who had it before. */
bool given_say(const changes_head *head, const result *before, size_t n, text_buffer *out);
/* "set", "scenario", "partners" and "rows": keys of an object that is open. The last two where
 * there are any. */
void given_write_json(const changes_head *head, json *j);

#endif
