/* yaml_mark.c - libyaml's positions and complaints as places and problems. */
#include "scenario/yaml_mark.h"

#include <string.h>

yaml_cursor yaml_cursor_at_start(const source_file *file) {
    bool marked = file->length >= 3 && memcmp(file->bytes, "\xEF\xBB\xBF", 3) == 0;
    size_t skipped = marked ? 3 : 0;
    return (yaml_cursor){file, skipped, skipped, 0, 1, 1 + (int)skipped};
}

static void step(yaml_cursor *c) {
    const char *bytes = c->file->bytes;
    bool newline = bytes[c->offset] == '\n';
    do {
        c->offset++;
        c->column++;
    } while (c->offset < c->file->length && ((unsigned char)bytes[c->offset] & 0xC0) == 0x80);
    c->index++;
    if (newline) c->line++, c->column = 1;
}

static void walk(yaml_cursor *c, size_t index) {
    if (index < c->index) *c = yaml_cursor_at_start(c->file);
    while (c->index < index && c->offset < c->file->length)
        step(c);
}

place yaml_place(yaml_cursor *cursor, yaml_mark_t start, yaml_mark_t end) {
    walk(cursor, start.index);
    place at = {cursor->file, cursor->line, cursor->column, 1};
    if (end.line != start.line || end.index <= start.index) return at;
    yaml_cursor ahead = *cursor;
    walk(&ahead, end.index);
    if (ahead.line == at.line) at.width = ahead.column - at.column;
    return at;
}

/* What libyaml says, what we say, how to mend it. */
typedef struct saying {
    const char *theirs, *ours, *hint;
} saying;

static const saying sayings[] = {
    {"could not find expected ':'", "a ':' is missing after this, or its key is too long",
     "write key: value; a key is one line of at most 1024 characters"},
    {"mapping values are not allowed in this context", "a ':' cannot stand here",
     "put the value in quotes if the ':' is part of it; else check the indentation"},
    {"did not find expected key", "this line does not line up with those above it",
     "keys of one map begin in the same column; a text with , [ ] { } or : needs quotes"},
    {"did not find expected '-' indicator", "this line does not line up with those above it",
     "begin each item of the list with '- ' in the same column"},
    {"did not find expected ',' or ']'", "the list in brackets goes on or is not closed",
     "separate its items with ',' and close it with ]"},
    {"did not find expected ',' or '}'", "the map in braces goes on or is not closed",
     "separate its entries with ',' and close it with }"},
    {"found unexpected end of stream", "the quotes are not closed", "close them"},
    {"found unexpected document indicator", "the quotes are not closed", "close them"},
    {"found character that cannot start any token", "a value cannot begin with this character",
     "put the value in quotes"},
    {"found a tab character that violates indentation", "a tab cannot indent a line",
     "indent with spaces"},
    {"found unknown escape character", "the backslash begins no escape that YAML knows",
     "use single quotes, in which a backslash is a backslash"},
    {"found invalid Unicode character escape code", "the escape is not a Unicode character",
     "write the character itself"},
    {"did not find expected hexdecimal number", "the escape lacks digits",
     "write the character itself"},
    {"block sequence entries are not allowed in this context", "a list cannot begin here",
     "put '- ' on a line of its own, below its key"},
    {"block mapping entries are not allowed in this context", "a map cannot begin here", NULL},
    {"mapping keys are not allowed in this context", "a key cannot stand here", NULL},
    {"did not find expected node content", "a value is missing here", NULL},
    {"did not find expected <document start>", "nothing can follow the end of the document",
     "keep one document in a file"},
};

enum { LONGEST_KEY = 1024 }; /* in characters; libyaml's own limit */

static saying saying_of(const char *theirs, yaml_mark_t mark, bool at_tab) {
    static const saying long_key = {NULL, "a key is longer than 1024 characters", NULL};
    static const saying tab = {NULL, "a tab cannot indent a line", "indent with spaces"};
    if (at_tab) return tab;
    if (theirs && mark.column > LONGEST_KEY && strcmp(theirs, sayings[1].theirs) == 0)
        return long_key;
    for (size_t i = 0; theirs && i < sizeof sayings / sizeof sayings[0]; i++)
        if (strcmp(sayings[i].theirs, theirs) == 0) return sayings[i];
    return (saying){theirs, theirs ? theirs : "this is not YAML", NULL};
}

/* Behind the last character that shows. */
static place last_place(const source_file *file) {
    place at = {file, 1, 1, 1};
    size_t length = file->length;
    while (length && strchr(" \t\r\n", file->bytes[length - 1]))
        length--;
    for (size_t i = 0; i < length; i++) {
        at.column++;
        if (file->bytes[i] == '\n') at.line++, at.column = 1;
    }
    return at;
}

bool yaml_mishap(yaml_cursor *cursor, const yaml_parser_t *parser, problem_list *problems) {
    bool placed = parser->error == YAML_SCANNER_ERROR || parser->error == YAML_PARSER_ERROR;
    if (!placed)
        return problem_add(problems, (place){.file = cursor->file}, NULL, "%s",
                           saying_of(parser->problem, parser->problem_mark, false).ours);
    place also = {0};
    if (parser->context && parser->context_mark.line != parser->problem_mark.line)
        also = yaml_place(cursor, parser->context_mark, parser->context_mark);
    place at = yaml_place(cursor, parser->problem_mark, parser->problem_mark);
    bool inside = cursor->offset < cursor->file->length;
    bool at_tab = inside && cursor->file->bytes[cursor->offset] == '\t';
    saying said = saying_of(parser->problem, parser->problem_mark, at_tab);
    bool open = !inside || strncmp(said.ours, "the quotes", 10) == 0;
    if (!inside) at = last_place(cursor->file);
    if (open && also.file) at = also, also.file = NULL;
    if (!also.file) return problem_add(problems, at, said.hint, "%s", said.ours);
    return problem_add_two(problems, at, also, said.hint, "%s", said.ours);
}
