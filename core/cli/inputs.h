/* inputs.h - what a command reads is never what it writes.
 *
 * Files are the same when device and inode are, whatever they are called. */
#ifndef RUNG_CLI_INPUTS_H
#define RUNG_CLI_INPUTS_H

#include "cli/options.h"

/* False after saying that --output names the database, what SQLite keeps beside it, or the
 * scenario. */
bool inputs_spare_data(const options *o);
/* False after saying that PROGRAM is a YAML file, and where that goes. */
bool inputs_are_rules(const char *path);
/* False after saying that it names one of the program's rule files, or cases beside them;
 * `path` is what it was loaded from. */
bool inputs_spare_rules(const options *o, const char *path, const rung_program *program);

#endif
