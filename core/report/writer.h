/* writer.h - text on its way to a sink, gathered into pieces of some kilobytes.
 *
 * A report of any size passes through one writer on the stack. Once the sink has refused or
 * memory ran out, everything further is dropped and writer_end says false. */
#ifndef RUNG_REPORT_WRITER_H
#define RUNG_REPORT_WRITER_H

#include "base/text.h"
#include "report/report.h"

enum { WRITER_ROOM = 16384 };

typedef struct writer {
    report_sink *sink;
    void *context;
    size_t used;
    bool failed;
    char bytes[WRITER_ROOM];
} writer;

void writer_begin(writer *w, report_sink *sink, void *context);
/* Hands over what is left; whether all of it arrived. */
bool writer_end(writer *w);

void writer_put(writer *w, const char *bytes, size_t length);
void writer_string(writer *w, const char *string);
void writer_byte(writer *w, char byte);
void writer_integer(writer *w, int64_t value);

/* A JSON string with its quotes; bytes that are no UTF-8 become U+FFFD. */
void writer_json_text(writer *w, text t);
/* One cell of a CSV row as RFC 4180 quotes it; one that a spreadsheet would take for a formula
 * (it begins with = + - @ and is no number) gets a ' in front. */
void writer_csv_cell(writer *w, text t);

#endif
