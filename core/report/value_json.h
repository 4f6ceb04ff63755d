/* value_json.h - values and amounts of results as JSON. Private to report/. */
#ifndef RUNG_REPORT_VALUE_JSON_H
#define RUNG_REPORT_VALUE_JSON_H

#include "eval/result.h"
#include "report/json.h"

/* By its kind; what is wrong and what has no value are both null. */
void json_value(json *j, const char *key, const value *v, const plan *p);
/* An amount that is paid, accrued or shared. */
void json_paid(json *j, const char *key, number paid, const plan *p);

#endif
