/* yaml.c - a tree out of libyaml's events, without recursion. */
#include "scenario/yaml.h"

#include "scenario/yaml_bytes.h"
#include "scenario/yaml_mark.h"

#include <string.h>

/* A list or map that is not closed yet. */
typedef struct open_node {
    yaml_node *node;
    size_t capacity;
    bool has_key; /* MAP: the last entry waits for its value */
} open_node;

typedef struct reading {
    arena *memory;
    problem_list *problems;
    yaml_parser_t parser;
    yaml_cursor cursor;
    open_node open[YAML_DEPTH];
    size_t depth;
    size_t events;
    size_t documents;
    yaml_node *root;
    bool ended;
} reading;

bool yaml_is_empty(const yaml_node *node) {
    return node->kind == YAML_TEXT && !node->quoted && !*node->text;
}

bool yaml_is_nothing(const yaml_node *node) {
    static const char *const words[] = {"", "~", "null", "Null", "NULL"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (node->kind == YAML_TEXT && !node->quoted && strcmp(node->text, words[i]) == 0)
            return true;
    return false;
}

const char *yaml_kind_name(const yaml_node *node) {
    static const char *const names[] = {"a text", "a list", "a map"};
    return names[node->kind];
}

/* False: something in the key is better not there. */
static bool check_key_text(reading *r, const yaml_node *key) {
    size_t left = strlen(key->text), length;
    if (!left && !key->quoted)
        return problem_add(r->problems, key->at, "write key: value", "a key is missing");
    if (!key->quoted && strcmp(key->text, "<<") == 0)
        return problem_add(r->problems, key->at, "write the keys out",
                           "merge keys (<<) are not read");
    for (const char *at = key->text; left; at += length, left -= length) {
        uint32_t c = yaml_character(at, left, &length);
        if (c == YAML_NO_CHARACTER || yaml_is_invisible(c))
            return problem_add(r->problems, key->at, "write keys in visible characters",
                               "the key holds a character that does not show (U+%04X)",
                               (unsigned)c);
    }
    return true;
}

static void check_key_is_new(reading *r, const yaml_node *map, const yaml_node *key) {
    for (size_t i = 0; i < map->count; i++) {
        const yaml_entry *other = &map->entries[i];
        if (strcmp(other->key, key->text) != 0) continue;
        int first = other->key_at.line, again = key->at.line;
        const char *lines = first == again
                                ? arena_print(r->memory, "in line %d", first)
                                : arena_print(r->memory, "in lines %d and %d", first, again);
        if (lines)
            problem_add_two(r->problems, key->at, other->key_at, "keep one of them",
                            "'%.60s' is given twice, %s", key->text, lines);
        return;
    }
}

static yaml_entry *add_entry(reading *r, open_node *in) {
    yaml_node *node = in->node;
    yaml_entry *entries =
        arena_grow(r->memory, node->entries, node->count, &in->capacity, sizeof *entries);
    if (!entries) return NULL;
    node->entries = entries;
    return &entries[node->count++];
}

static bool add_key(reading *r, open_node *in, const yaml_node *key) {
    if (in->node->count == YAML_KEYS)
        return problem_add(r->problems, key->at, NULL, "a map has more than %d keys",
                           YAML_KEYS);
    if (key->kind != YAML_TEXT)
        problem_add(r->problems, key->at, "write key: value", "a key is a text, not %s",
                    yaml_kind_name(key));
    else if (check_key_text(r, key))
        check_key_is_new(r, in->node, key);
    yaml_entry *entry = add_entry(r, in);
    if (!entry) return false;
    *entry = (yaml_entry){.key = key->kind == YAML_TEXT ? key->text : "", .key_at = key->at};
    in->has_key = true;
    return true;
}

/* Puts a node where it belongs: the document itself, an item, a key or a value. */
static bool attach(reading *r, yaml_node *node) {
    if (!r->depth) {
        r->root = node;
        return true;
    }
    open_node *in = &r->open[r->depth - 1];
    if (in->node->kind == YAML_MAP && !in->has_key) return add_key(r, in, node);
    yaml_entry *entry =
        in->has_key ? &in->node->entries[in->node->count - 1] : add_entry(r, in);
    if (!entry) return false;
    if (in->node->kind == YAML_LIST) *entry = (yaml_entry){.key_at = node->at};
    entry->value = node;
    in->has_key = false;
    return true;
}

static yaml_node *new_node(reading *r, const yaml_event_t *event, yaml_kind kind) {
    yaml_node *node = arena_allocate(r->memory, sizeof *node);
    if (!node) return NULL;
    bool container = kind != YAML_TEXT;
    *node = (yaml_node){.kind = kind, .text = "", .quoted = true};
    node->at = yaml_place(&r->cursor, event->start_mark,
                          container ? event->start_mark : event->end_mark);
    return node;
}

static void refuse_extras(reading *r, const yaml_node *node, const void *anchor,
                          const void *tag) {
    if (anchor)
        problem_add(r->problems, node->at, "write the value out where it is used",
                    "anchors (&) are not read");
    if (tag)
        problem_add(r->problems, node->at, "leave the tag away: each field knows its type",
                    "tags (!) are not read");
}

static bool take_text(reading *r, const yaml_event_t *event) {
    yaml_node *node = new_node(r, event, YAML_TEXT);
    if (!node) return false;
    const char *value = (const char *)event->data.scalar.value;
    size_t length = event->data.scalar.length;
    node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    refuse_extras(r, node, event->data.scalar.anchor, event->data.scalar.tag);
    if (memchr(value, 0, length))
        problem_add(r->problems, node->at, "remove it", "the text holds a NUL character");
    if (length > YAML_TEXT_BYTES)
        return problem_add(r->problems, node->at, NULL, "the text is longer than 64 KiB");
    node->text = arena_copy(r->memory, value, length);
    return node->text && attach(r, node);
}

static bool take_alias(reading *r, const yaml_event_t *event) {
    yaml_node *node = new_node(r, event, YAML_TEXT);
    if (!node) return false;
    problem_add(r->problems, node->at,
                "write the value out; a text that begins with * needs quotes",
                "aliases (*) are not read");
    return attach(r, node);
}

static bool open_container(reading *r, const yaml_event_t *event, yaml_kind kind) {
    yaml_node *node = new_node(r, event, kind);
    if (!node) return false;
    if (kind == YAML_LIST)
        refuse_extras(r, node, event->data.sequence_start.anchor,
                      event->data.sequence_start.tag);
    else
        refuse_extras(r, node, event->data.mapping_start.anchor, event->data.mapping_start.tag);
    if (r->depth == YAML_DEPTH)
        return problem_add(r->problems, node->at, NULL,
                           "lists and maps stand more than %d deep in one another", YAML_DEPTH);
    if (!attach(r, node)) return false;
    r->open[r->depth++] = (open_node){.node = node};
    return true;
}

static bool begin_document(reading *r, const yaml_event_t *event) {
    place at = yaml_place(&r->cursor, event->start_mark, event->end_mark);
    if (r->documents++)
        return problem_add(r->problems, at, "keep one document in a file",
                           "a second document begins here");
    if (event->data.document_start.tag_directives.start !=
        event->data.document_start.tag_directives.end)
        problem_add(r->problems, at, "leave the %TAG lines away", "tags (!) are not read");
    return true;
}

static bool take(reading *r, const yaml_event_t *event) {
    if (++r->events > YAML_EVENTS) {
        place at = yaml_place(&r->cursor, event->start_mark, event->start_mark);
        return problem_add(r->problems, at, NULL, "the file holds more than %d values",
                           YAML_EVENTS);
    }
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        return begin_document(r, event);
    case YAML_SCALAR_EVENT:
        return take_text(r, event);
    case YAML_ALIAS_EVENT:
        return take_alias(r, event);
    case YAML_SEQUENCE_START_EVENT:
        return open_container(r, event, YAML_LIST);
    case YAML_MAPPING_START_EVENT:
        return open_container(r, event, YAML_MAP);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        r->depth--;
        return true;
    case YAML_STREAM_END_EVENT:
        r->ended = true;
        return true;
    default:
        return true;
    }
}

static bool take_next(reading *r) {
    yaml_event_t event;
    if (!yaml_parser_parse(&r->parser, &event)) {
        if (r->parser.error == YAML_MEMORY_ERROR)
            r->memory->failed = true;
        else
            yaml_mishap(&r->cursor, &r->parser, r->problems);
        return false;
    }
    bool taken = take(r, &event);
    yaml_event_delete(&event);
    return taken && r->problems->count < PROBLEMS_KEPT;
}

static void read_events(reading *r, const source_file *file) {
    size_t skipped = r->cursor.skipped;
    yaml_parser_set_encoding(&r->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r->parser, (const unsigned char *)file->bytes + skipped,
                                 file->length - skipped);
    while (!r->ended && take_next(r))
        continue;
    if (r->ended && !r->root)
        problem_add(r->problems, (place){.file = file, .line = 1, .column = 1, .width = 1},
                    NULL, "'%s' is empty", file->name);
}

const yaml_node *yaml_read(arena *memory, const source_file *file, problem_list *problems) {
    reading r = {.memory = memory, .problems = problems};
    size_t found = problems->found + problems->repeats;
    if (!yaml_check_bytes(file, problems)) return NULL;
    r.cursor = yaml_cursor_at_start(file);
    if (!yaml_parser_initialize(&r.parser)) {
        memory->failed = true;
        return NULL;
    }
    read_events(&r, file);
    yaml_parser_delete(&r.parser);
    bool wrong = problems->found + problems->repeats > found;
    return wrong || memory->failed || !r.ended ? NULL : r.root;
}
