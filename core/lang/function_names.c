/* function_names.c - looks for names that are called inside functions and that are neither
 * declared anywhere in the file nor words of the language or the library.
 *
 * Scopes are not looked at: a name declared somewhere is known everywhere, so nothing that
 * could run is refused. */
#include "lang/function_names.h"

#include "base/map.h"
#include "lang/sandbox.h"
#include "syntax/foreign_words.h"
#include "syntax/tokens.h"
#include "syntax/words.h"

#include <string.h>

typedef struct naming {
    token_list tokens;
    map declared;
    problem_list *problems;
} naming;

static const token *at(const naming *n, size_t i) {
    size_t last = n->tokens.count - 1;
    return &n->tokens.items[i < last ? i : last];
}

static bool declare(naming *n, size_t i) {
    return at(n, i)->kind != TOKEN_NAME ||
           map_add(&n->declared, token_text(&n->tokens, at(n, i))) != MAP_ABSENT;
}

/* The names from i on to the first of these tokens. */
static bool declare_until(naming *n, size_t i, int first, int second) {
    for (; at(n, i)->kind != TOKEN_END; i++) {
        int kind = at(n, i)->kind;
        if (kind == first || kind == second) return true;
        if (kind != TOKEN_NAME && kind != ',' && kind != '(' && kind != '.' && kind != ':' &&
            kind != '<' && kind != '>' && kind != TOKEN_DOTS)
            return true;
        if (!declare(n, i)) return false;
    }
    return true;
}

static bool find_declared(naming *n) {
    for (size_t i = 0; i < n->tokens.count; i++) {
        int kind = at(n, i)->kind;
        bool fine = true;
        if (kind == TOKEN_LOCAL) fine = declare_until(n, i + 1, '=', TOKEN_FUNCTION);
        if (kind == TOKEN_FOR) fine = declare_until(n, i + 1, '=', TOKEN_IN);
        if (kind == TOKEN_FUNCTION) fine = declare_until(n, i + 1, ')', ')');
        if (!fine) return false;
    }
    return true;
}

static bool is_called(const naming *n, size_t i) {
    int after = at(n, i + 1)->kind, before = i > 0 ? at(n, i - 1)->kind : 0;
    return before != '.' && before != ':' && (after == '(' || after == TOKEN_STRING);
}

static bool is_known(const naming *n, const char *name) {
    return map_find(&n->declared, text_of(name)) != MAP_ABSENT || word_find(name) ||
           noun_find(name) || sandbox_is_library_name(name);
}

static bool check_name(const naming *n, arena *memory, size_t i) {
    text written = token_text(&n->tokens, at(n, i));
    char *name = arena_copy(memory, written.bytes, written.length);
    if (!name) return false;
    if (is_known(n, name)) return true;
    place where = token_place(&n->tokens, at(n, i));
    const char *why = sandbox_why_missing(name);
    nearest guess = nearest_to(name);
    words_offer(&guess);
    for (size_t k = 0; k < n->declared.count; k++) {
        const char *declared = n->declared.keys[k].bytes;
        nearest_offer(&guess, declared);
    }
    const char *hint = foreign_word_hint(name, true);
    if (!hint && guess.best) hint = arena_print(memory, "did you mean '%s'?", guess.best);
    if (why)
        problem_add(n->problems, where, NULL, "'%s' is not available: %s", name, why);
    else
        problem_add(n->problems, where, hint, "unknown word '%.80s'", name);
    return !memory->failed;
}

/* How many blocks are open behind a token; a function is one that stays until its `end`. */
static int depth_after(const naming *n, size_t i, int depth, int *function) {
    int kind = at(n, i)->kind;
    bool opens =
        kind == TOKEN_FUNCTION || kind == TOKEN_IF || kind == TOKEN_DO || kind == TOKEN_REPEAT;
    if (kind == TOKEN_FUNCTION && *function == 0) *function = depth + 1;
    if (opens) return depth + 1;
    if (kind != TOKEN_END_WORD && kind != TOKEN_UNTIL) return depth;
    if (depth == *function) *function = 0;
    return depth > 0 ? depth - 1 : 0;
}

bool function_names_check(arena *memory, const source_file *file, problem_list *problems) {
    naming n = {.declared = {.memory = memory}, .problems = problems};
    int depth = 0, function = 0; /* function: the depth of the outermost that is open, or 0 */
    if (!tokens_read(&n.tokens, memory, file) || !find_declared(&n)) return false;
    for (size_t i = 0; i < n.tokens.count; i++) {
        depth = depth_after(&n, i, depth, &function);
        if (function && at(&n, i)->kind == TOKEN_NAME && is_called(&n, i) &&
            !check_name(&n, memory, i))
            return false;
    }
    return true;
}
