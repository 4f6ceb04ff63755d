/* partner_json.h - one partner of a result as JSON. Private to report/. */
#ifndef RUNG_REPORT_PARTNER_JSON_H
#define RUNG_REPORT_PARTNER_JSON_H

#include "report/value_json.h"

/* What writing partners one after the other remembers; `of` is given, the rest zeroed. */
typedef struct partner_json {
    const result *of;
    size_t next_error; /* partners come in ascending order, so do errors */
    text_buffer row_id;
    arena scratch;
} partner_json;

/* Memory that runs out makes the writer fail. */
void partner_json_write(partner_json *w, json *j, uint32_t partner);

void partner_json_end(partner_json *w);

/* Under "program" and "data": what was evaluated. fingerprint NULL: not shown. */
void json_program(json *j, const plan *p);
void json_data(json *j, const facts *f, const char *fingerprint);
/* What everybody's results add up to. */
void json_totals(json *j, const char *key, const plan *p, const totals *t);
/* A problem without its brackets: rule, file, line, message. */
void json_error_fields(json *j, const partner_error *error);

#endif
