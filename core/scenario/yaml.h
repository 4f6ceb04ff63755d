/* yaml.h - the part of YAML that people write by hand, as a tree with places.
 *
 * Maps, lists and texts; nothing has a type of its own: `no`, `012` and `1_000` are the texts
 * they look like, and whoever knows the field decides. Anchors, aliases, tags, merge keys, more
 * than one document, a key twice are refused, and so is what exceeds the limits
 * below. Nodes live in the arena and never change. */
#ifndef RUNG_SCENARIO_YAML_H
#define RUNG_SCENARIO_YAML_H

#include "base/problem.h"

enum {
    YAML_BYTES = 1024 * 1024,    /* of a file */
    YAML_DEPTH = 32,             /* lists and maps in one another */
    YAML_EVENTS = 200000,        /* texts, and beginnings and ends of lists and maps */
    YAML_TEXT_BYTES = 64 * 1024, /* of one text */
    YAML_KEYS = 1000,            /* of one map */
    YAML_BRACKETS = 256          /* [ and { that are open, wherever they stand */
};

typedef enum yaml_kind { YAML_TEXT, YAML_LIST, YAML_MAP } yaml_kind;

typedef struct yaml_entry yaml_entry;

typedef struct yaml_node {
    yaml_kind kind;
    place at;
    const char *text;    /* TEXT: never NULL, never with a NUL inside */
    bool quoted;         /* TEXT: in quotes, or a block after | or > */
    yaml_entry *entries; /* LIST, MAP: in their order */
    size_t count;
} yaml_node;

struct yaml_entry {
    const char *key; /* MAP only */
    place key_at;
    const yaml_node *value;
};

/* The file's one document. NULL when something is wrong with it (in the list) or memory ran
 * out. */
const yaml_node *yaml_read(arena *memory, const source_file *file, problem_list *problems);

/* A regular file of at most YAML_BYTES, read whole; a byte order mark is left out. NULL with a
 * problem, or when memory ran out. `path` is also its name. */
const source_file *yaml_open(arena *memory, const char *path, problem_list *problems);

/* Whether nothing was written where a value could stand. */
bool yaml_is_empty(const yaml_node *node);
/* The same, or null or ~ without quotes: how YAML says that there is no value. */
bool yaml_is_nothing(const yaml_node *node);
/* "a text", "a list", "a map": what a message calls it. */
const char *yaml_kind_name(const yaml_node *node);

#endif
