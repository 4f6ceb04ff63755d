/* yaml_mark.h - libyaml's positions and complaints as places and problems.
 *
 * libyaml counts characters, places count bytes. Marks are asked for in ascending order, so
 * that the file is walked once. Called by yaml.c only. */
#ifndef RUNG_SCENARIO_YAML_MARK_H
#define RUNG_SCENARIO_YAML_MARK_H

#include "base/problem.h"

#include <yaml.h>

typedef struct yaml_cursor {
    const source_file *file;
    size_t skipped; /* bytes that libyaml was not shown: a byte order mark */
    size_t offset;  /* in bytes */
    size_t index;   /* in characters, as libyaml counts */
    int line;
    int column;
} yaml_cursor;

yaml_cursor yaml_cursor_at_start(const source_file *file);
/* From start to end, or one wide where that is on another line. */
place yaml_place(yaml_cursor *cursor, yaml_mark_t start, yaml_mark_t end);

/* Reports why the parser stopped; returns false. */
bool yaml_mishap(yaml_cursor *cursor, const yaml_parser_t *parser, problem_list *problems);

#endif
