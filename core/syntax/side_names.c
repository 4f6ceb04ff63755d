/* side_names.c - the names of a file and what they are, where each `local` and assignment says
 * the same. */
#include "syntax/side_reader.h"

#include <string.h>

static bool give(sides *s, const token *name, side value) {
    int64_t code = map_add(&s->names, token_text(s->list, name));
    if (code == MAP_ABSENT) return false;
    size_t before = s->room;
    s->items = arena_grow(s->memory, s->items, (size_t)code, &s->room, sizeof *s->items);
    if (!s->items) return false;
    if (s->room > before) memset(s->items + before, 0, (s->room - before) * sizeof *s->items);
    local_name *item = &s->items[code];
    bool differs = item->met && item->kind != value.kind;
    bool other = item->met && (!item->counted || !value.counted || item->value != value.value);
    *item = (local_name){.kind = differs ? SIDE_UNKNOWN : value.kind,
                         .met = true,
                         .counted = value.counted && !other,
                         .value = value.value};
    return true;
}

/* What a local is that was given this. */
static side as_local(const token *first, side value) {
    bool choice = first->kind == TOKEN_TRUE || first->kind == TOKEN_FALSE;
    if (value.kind == SIDE_LITERAL) value.kind = choice ? SIDE_CHOICE : SIDE_PLAIN;
    return value;
}

/* local a, b = x, y: from behind the word. */
static bool read_local(sides *s, const token *t) {
    const token *names = t;
    side_reader r = side_begin(s, t, NULL);
    while (r.t->kind == TOKEN_NAME || r.t->kind == ',' || r.t->kind == '<' || r.t->kind == '>')
        side_take(&r);
    const token *behind = r.t;
    r.lost |= r.t->kind != '=';
    for (; names < behind; names++) {
        if (names->kind != TOKEN_NAME || names[-1].kind == '<') continue;
        side value = {0};
        if (!r.lost) side_take(&r);
        const token *first = r.t;
        if (!r.lost) value = as_local(first, side_read(&r, BINDS_OR));
        if (!give(s, names, r.lost ? (side){0} : value)) return false;
        r.lost |= r.t->kind != ',';
    }
    return true;
}

/* Names of loops, parameters and whatever is given another value are anything. */
static bool read_names(sides *s, const token *t) {
    for (; t->kind == TOKEN_NAME || t->kind == ',' || t->kind == '.' || t->kind == ':' ||
           t->kind == '(';
         t++)
        if (t->kind == TOKEN_NAME && !give(s, t, (side){0})) return false;
    return true;
}

/* x = .. and x, y = ..: what was known of these names is not so. */
static bool read_assignment(sides *s, const token *last) {
    const token *name = last;
    while (name > s->list->items + 1 && name[-1].kind == ',' && name[-2].kind == TOKEN_NAME)
        name -= 2;
    if (name > s->list->items && (name[-1].kind == TOKEN_LOCAL || name[-1].kind == '.'))
        return true;
    for (; name <= last; name += 2)
        if (!give(s, name, (side){0})) return false;
    return true;
}

/* Not `{ x = 5 }`, as far as one can see from here. */
static bool is_assigned(const sides *s, const token *t, int depth) {
    if (t->kind != TOKEN_NAME || t[1].kind != '=') return false;
    int before = t > s->list->items ? t[-1].kind : ';';
    return depth == 0 || (before != '{' && before != ',' && before != ';');
}

bool sides_read(sides *out, arena *memory, const token_list *list) {
    *out = (sides){.list = list, .memory = memory, .names = {.memory = memory}};
    int depth = 0;
    for (const token *t = list->items; t->kind != TOKEN_END; t++) {
        bool fine = true;
        depth += token_opens(t->kind) - token_closes(t->kind);
        if (t->kind == TOKEN_LOCAL && t[1].kind != TOKEN_FUNCTION)
            fine = read_local(out, t + 1);
        if (t->kind == TOKEN_FOR || t->kind == TOKEN_FUNCTION) fine = read_names(out, t + 1);
        if (is_assigned(out, t, depth)) fine = read_assignment(out, t);
        if (!fine) return false;
    }
    return true;
}
