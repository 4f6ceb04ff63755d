/* rewrite.h - a YAML file with some of its values replaced, and everything else as it was. */
#ifndef RUNG_SCENARIO_REWRITE_H
#define RUNG_SCENARIO_REWRITE_H

#include "scenario/yaml.h"

typedef struct rewriting {
    place at;                 /* where the value begins */
    const yaml_node *list;    /* it is a list of texts; NULL: one text on one line */
    const char *const *items; /* of a new list */
    size_t count;
    const char *old;   /* the text as it was read; NULL: a list */
    const char *value; /* a new text; NULL: a list */
} rewriting;

/* Whether the value can be replaced: texts over several lines can't. */
bool rewriting_can(const rewriting *r);
/* Replaces them, in the order in which they stand. The file at `path` must still hold the bytes
 * of `file`; it is there whole, old or new. False with a problem, or when memory ran out. */
bool rewrite_file(arena *memory, const char *path, const source_file *file,
                  const rewriting *all, size_t count, problem_list *problems);

#endif
