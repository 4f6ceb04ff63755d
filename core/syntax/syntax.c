/* syntax.c - where Lua stopped reading, and what probably lacks there. */
#include "syntax/syntax.h"

#include "syntax/words.h"

#include <stdlib.h>
#include <string.h>

/* After "file:12: "; *line is 0 when there is no such beginning. */
static const char *split_line(const char *message, int *line) {
    *line = 0;
    for (const char *colon = strchr(message, ':'); colon; colon = strchr(colon + 1, ':')) {
        char *end;
        long number = strtol(colon + 1, &end, 10);
        if (end == colon + 1 || end[0] != ':' || end[1] != ' ' || number < 1) continue;
        *line = number > 1000000 ? 1000000 : (int)number;
        return end + 2;
    }
    return message;
}

/* The token in "near 'x'", or NULL. */
static const char *near_token(arena *memory, const char *message) {
    const char *near = strstr(message, " near ");
    if (!near) return NULL;
    near += 6;
    size_t length = strlen(near);
    if (length < 3 || near[0] != '\'') return NULL;
    return arena_copy(memory, near + 1, length - 2);
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '_';
}

static bool followed_by_equals(place at) {
    text line = place_source_line(at);
    size_t i = (size_t)(at.column - 1 + at.width);
    while (at.column && i < line.length && line.bytes[i] == ' ')
        i++;
    return at.column && i < line.length && line.bytes[i] == '=' &&
           (i + 1 == line.length || line.bytes[i + 1] != '=');
}

/* The length of the line before the token, blanks at its end left out. */
static size_t length_before(place at, text line) {
    size_t n = at.column ? (size_t)at.column - 1 : 0;
    while (n && line.bytes[n - 1] == ' ')
        n--;
    return n;
}

/* The last words before the token, as in when-exhausted, or nothing. */
static bool has_hyphen_before(text line, size_t before) {
    size_t start = before;
    while (start && (is_letter(line.bytes[start - 1]) || line.bytes[start - 1] == '-'))
        start--;
    return memchr(line.bytes + start, '-', before - start) != NULL;
}

/* deal.status = "won" and "2026-01-01" = 5, as keys of a table; NULL: neither. */
static const char *key_hint(arena *memory, text line, size_t before) {
    size_t start = before;
    if (before > 1 && line.bytes[before - 1] == '"') {
        for (start = before - 1; start && line.bytes[start - 1] != '"';)
            start--;
        size_t opener = start ? start - 1 : 0;
        while (opener && line.bytes[opener - 1] == ' ')
            opener--;
        bool names = opener && !strchr("{,", line.bytes[opener - 1]); /* metric "x" = .. */
        if (!start || names) return NULL;
        return arena_print(memory, "write [%.*s] = ..", (int)(before - start + 1),
                           line.bytes + start - 1);
    }
    while (start && is_letter(line.bytes[start - 1]))
        start--;
    if (start == before || !start || line.bytes[start - 1] != '.') return NULL;
    size_t source = start - 1;
    while (source && is_letter(line.bytes[source - 1]))
        source--;
    if (source + 1 == start) return NULL;
    return arena_print(memory, "write %.*s = .., without '%.*s'", (int)(before - start),
                       line.bytes + start, (int)(start - source), line.bytes + source);
}

/* What a person meant who writes as in other languages, or NULL. */
static const char *foreign_hint(arena *memory, const char *token, place at) {
    text line = place_source_line(at);
    size_t before = length_before(at, line);
    char last = before ? line.bytes[before - 1] : '\0';
    size_t start = before ? before - 1 : 0;
    while (start && (is_letter(line.bytes[start - 1]) || line.bytes[start - 1] == '.'))
        start--;
    int width = before ? (int)(before - 1 - start) : 0;
    if (strcmp(token, "//") == 0 || strcmp(token, "/") == 0) return "a comment begins with --";
    if (last == '%' && width && line.bytes[start] >= '0' && line.bytes[start] <= '9')
        return arena_print(memory, "write percent(%.*s)", width, line.bytes + start);
    if (last == ':' && width)
        return arena_print(memory, "write = instead of the colon: %.*s = ..", width,
                           line.bytes + start);
    if (strcmp(token, "=") == 0 && has_hyphen_before(line, before))
        return "names are written with _, not with a hyphen";
    return strcmp(token, "=") == 0 ? key_hint(memory, line, before) : NULL;
}

/* The word in x:absent, which lacks its brackets; its column is 0 when the line has none. */
static place find_uncalled(place at) {
    text line = place_source_line(at);
    place found = at;
    found.column = 0;
    for (size_t i = 0; i + 1 < line.length && !found.column; i++) {
        size_t end = i + 1, next;
        while (end < line.length && is_letter(line.bytes[end]))
            end++;
        for (next = end; next < line.length && line.bytes[next] == ' ';)
            next++;
        bool called = next < line.length && strchr("(\"'{[", line.bytes[next]);
        if (line.bytes[i] != ':' || end == i + 1 || called) continue;
        found.column = (int)i + 2;
        found.width = (int)(end - i - 1);
    }
    return found;
}

/* Aggregates behind a colon fold groups; the forms of per and its kin begin with what they
 * follow. */
static const char *hint_for_uncalled(arena *memory, const char *name) {
    const language_word *word = name ? word_find(name) : NULL;
    if (!name) return NULL;
    if (!word) return arena_print(memory, "for a value write :is \"%s\"", name);
    if (!word->most || word_folds_groups(name))
        return arena_print(memory, "write x:%s()", name);
    const char *before = strncmp(word->form, "x:", 2) == 0 ? "" : "x:";
    return arena_print(memory, "write %s%s", before, word->form);
}

static bool report_uncalled(arena *memory, place at, problem_list *problems) {
    place found = find_uncalled(at);
    if (!found.column) return false;
    const char *name =
        arena_copy(memory, place_source_line(at).bytes + found.column - 1, (size_t)found.width);
    problem_add(problems, found, hint_for_uncalled(memory, name),
                "'%s' is called, with its values in brackets", name ? name : "");
    return true;
}

static const char *hint_for(arena *memory, const char *message, const char *token, place at) {
    if (token && word_is_lua(token) && followed_by_equals(at)) {
        return arena_print(
            memory, "'%s' is a word of Lua; rename the column: its_%s = column(\"%s\", text)",
            token, token, token);
    }
    if (strstr(message, "function arguments expected"))
        return "a word behind a colon is called: x:at_least(5)";
    const char *foreign = token ? foreign_hint(memory, token, at) : NULL;
    if (foreign) return foreign;
    if (strstr(message, "'}' expected"))
        return "a comma may be missing before it, or a } too few";
    if (strstr(message, "')' expected"))
        return "a comma may be missing before it, or a ) too few";
    if (strstr(message, "'=' or 'in' expected")) return NULL;
    if (strstr(message, "'=' expected") || strstr(message, "syntax error")) {
        return "a declaration is written noun \"name\" { field = value }";
    }
    if (strstr(message, "unfinished string")) return "a quote is missing at the text's end";
    if (strstr(message, "unexpected symbol"))
        return "a value is missing before it, or a sign too many";
    return NULL;
}

/* "'then' expected near 'x'": the word that Lua waited for, or NULL. */
static const char *expected_word(arena *memory, const char *message) {
    size_t length = *message == '\'' ? strcspn(message + 1, "'") : 0;
    if (!length || strncmp(message + 1 + length, "' expected", 10) != 0) return NULL;
    const char *word = arena_copy(memory, message + 1, length);
    return word && is_letter(*word) ? word : NULL;
}

/* The last line with something on it, from this one upwards. */
static place last_line(const places *found, int line) {
    place at = places_line(found, line);
    while (!at.column && line > 1)
        at = places_line(found, --line);
    return at;
}

/* A text with escapes is told by Lua as what they stand for: then the line is marked. */
static void refuse_token(const places *found, int line, place at, const char *token,
                         const char *hint, problem_list *problems) {
    bool text = !at.column && (*token == '"' || *token == '\'');
    if (!at.column) at = places_line(found, line);
    if (text)
        problem_add(problems, at, hint, "a text cannot stand here");
    else
        problem_add(problems, at, hint, "'%.60s' cannot stand here", token);
}

void syntax_report(arena *memory, const places *found, const char *message,
                   problem_list *problems) {
    int line;
    const char *said = split_line(message ? message : "this file cannot be read", &line);
    const char *token = near_token(memory, said);
    /* Where a statement broke it is the first such sign; within an expression, the last. */
    place at = places_token(found, line, token ? token : "", !strstr(said, "syntax error"));
    const char *hint = hint_for(memory, said, token, at);
    if (strstr(said, "function arguments expected") && report_uncalled(memory, at, problems))
        return;
    if (strstr(said, "<goto>")) {
        const char *where = strstr(said, "at line ");
        if (where) at = places_token(found, atoi(where + 8), "goto", false);
        problem_add(problems, at, "rules have no need of it: leave it out",
                    "this 'goto' leads nowhere");
    } else if (strstr(said, "syntax error near <eof>")) {
        problem_add(problems, last_line(found, line), hint,
                    "the file ends before this is a declaration");
    } else if (strstr(said, "near <eof>")) {
        problem_add(problems, at, hint, "the file ends too early: %.*s",
                    (int)(strstr(said, " near ") - said), said);
    } else if (token && expected_word(memory, said)) {
        problem_add(problems, at, hint, "'%s' is missing before '%.60s'",
                    expected_word(memory, said), token);
    } else if (token) {
        refuse_token(found, line, at, token, hint, problems);
    } else {
        problem_add(problems, at, hint, "%s", said);
    }
}
