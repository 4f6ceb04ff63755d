/* output.h - where a report goes: the terminal, or a file that is there whole or not at all.
 *
 * A file is written beside its place and renamed at the end, so that a failure leaves what was
 * there. Devices and pipes are written directly. */
#ifndef RUNG_CLI_OUTPUT_H
#define RUNG_CLI_OUTPUT_H

#include "cli/options.h"

#include <rung.h>
#include <stdio.h>

typedef struct output {
    FILE *file;
    char *place;      /* the file as it will be called, NULL: no renaming */
    char *beside;     /* the file being written */
    const char *name; /* for messages; NULL: the terminal */
    int error;        /* errno of the first write that failed, or 0 */
} output;

/* False after saying what is wrong. */
bool output_open(output *out, const options *o);
/* A rung_write; context is the output. */
bool output_write(void *context, const char *bytes, size_t length);
/* Ends it; keep false: the report failed, nothing is kept. False after saying why it could not
 * be written. */
bool output_close(output *out, bool keep);

/* Whether the report is a database, which the library writes itself. */
bool output_is_database(const options *o);
/* Whether tables may be coloured. */
bool output_has_color(const options *o);
/* What all reports are asked with. */
rung_report_options output_report_options(const options *o);

#endif
