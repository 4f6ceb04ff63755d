/* arguments.c - where the arguments of a call stand in its text.
 *
 * Lua tells nothing of them and the outline keeps tables only, so this walks the text from
 * the word on: brackets, texts and comments are skipped, commas counted. */
#include "syntax/arguments.h"

#include <string.h>

typedef struct walk {
    const char *p, *end;
} walk;

/* Past a quoted text that begins here. */
static void skip_quoted(walk *w) {
    char quote = *w->p++;
    while (w->p < w->end && *w->p != quote && *w->p != '\n') {
        if (*w->p == '\\' && w->p + 1 < w->end) w->p++;
        w->p++;
    }
    if (w->p < w->end) w->p++;
}

/* Past [[ .. ]] or [==[ .. ]==] when one begins here. */
static bool skip_long(walk *w) {
    const char *p = w->p + 1;
    while (p < w->end && *p == '=')
        p++;
    if (p >= w->end || *p != '[') return false;
    size_t level = (size_t)(p - w->p) - 1;
    for (p++; p < w->end; p++) {
        if (*p != ']' || (size_t)(w->end - p) < level + 2) continue;
        size_t n = 0;
        while (n < level && p[1 + n] == '=')
            n++;
        if (n == level && p[1 + n] == ']') {
            w->p = p + level + 2;
            return true;
        }
    }
    w->p = w->end;
    return true;
}

static void skip_blank(walk *w) {
    while (w->p < w->end) {
        if (strchr(" \t\r\n", *w->p) && *w->p) {
            w->p++;
        } else if (w->end - w->p > 1 && w->p[0] == '-' && w->p[1] == '-') {
            w->p += 2;
            if (w->p < w->end && *w->p == '[' && skip_long(w)) continue;
            while (w->p < w->end && *w->p != '\n')
                w->p++;
        } else {
            return;
        }
    }
}

/* To the first token after the comma that ends this argument; false at the closing bracket. */
static bool next_argument(walk *w) {
    for (int depth = 0; w->p < w->end; skip_blank(w)) {
        char c = *w->p;
        if (c == '"' || c == '\'') {
            skip_quoted(w);
            continue;
        }
        if (c == '[' && skip_long(w)) continue;
        w->p++;
        if (strchr("([{", c)) depth++;
        if (strchr(")]}", c) && depth-- == 0) return false;
        if (c == ',' && depth == 0) {
            skip_blank(w);
            return true;
        }
    }
    return false;
}

/* The place of p, which stands behind the word that begins at `start`. */
static place place_behind(place word, const char *start, const char *p, int width) {
    place at = word;
    at.width = width;
    for (const char *q = start; q < p; q++) {
        at.column++;
        if (*q == '\n') at.line++, at.column = 1;
    }
    return at;
}

static int token_width(const walk *from) {
    walk w = *from;
    if (*w.p == '"' || *w.p == '\'')
        skip_quoted(&w);
    else
        while (w.p < w.end && !strchr(" \t\r\n,(){}[]\"';", *w.p))
            w.p++;
    return w.p > from->p ? (int)(w.p - from->p) : 1;
}

static const char *place_pointer(place at) {
    text line = place_source_line(at);
    size_t column = (size_t)at.column - 1;
    return at.column && column + (size_t)at.width <= line.length ? line.bytes + column : NULL;
}

place argument_place(place word, int n) {
    const char *start = place_pointer(word);
    if (!start) return (place){0};
    const source_file *file = word.file;
    walk w = {start + word.width, file->bytes + file->length};
    skip_blank(&w);
    if (w.p < w.end && *w.p == '(') {
        w.p++;
        skip_blank(&w);
        for (; n > 0; n--) {
            if (!next_argument(&w)) return (place){0};
        }
    } else if (n > 0) {
        return (place){0};
    }
    if (w.p >= w.end || strchr(")]},", *w.p)) return (place){0};
    return place_behind(word, start, w.p, token_width(&w));
}
