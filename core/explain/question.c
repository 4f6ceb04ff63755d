/* question.c - what a requirement asks of a value, read from the condition that it became.
 *
 * A question asks the same however it is written, behind a key or as x:word(..): both became
 * one condition. A window is the two days it begins and ends with. */
#include "explain/explain.h"

#include <string.h>

static const char *const comparison_names[] = {
    [COMPARE_IS] = "is",       [COMPARE_IS_NOT] = "is_not",   [COMPARE_AT_LEAST] = "at_least",
    [COMPARE_ABOVE] = "above", [COMPARE_AT_MOST] = "at_most", [COMPARE_BELOW] = "below"};

static bool is_how(const question *a, const char *how) {
    return strcmp(a->how, how) == 0;
}

static bool all_are(const question *group, const char *how) {
    for (size_t i = 0; i < group->count; i++)
        if (!is_how(&group->parts[i], how)) return false;
    return true;
}

static const char *group_name(const question *group, node_kind kind) {
    bool ends = group->count == 2 && is_how(&group->parts[0], "at_least") &&
                is_how(&group->parts[1], "at_most");
    if (kind == NODE_NONE) return "none_of";
    if (kind == NODE_ALL) return ends ? "between" : "all_of";
    return all_are(group, "is") ? "one_of" : "any_of";
}

static void compare(const explaining *x, comparison how, const node *needed, value *actual,
                    question *out) {
    *out = (question){.how = comparison_names[how], .needed = explain_of_partner(x, needed)};
    explain_same_measure(actual, &out->needed);
}

static bool ask(const explaining *x, const node *subject, const node *met, value *actual,
                question *out);

static bool ask_group(const explaining *x, const node *subject, const node *met, value *actual,
                      question *out) {
    out->parts = arena_array(x->memory, met->count, sizeof *out->parts);
    if (!out->parts) return false;
    for (size_t i = 0; i < met->count; i++)
        if (!ask(x, subject, met->items[i], actual, &out->parts[i])) return false;
    out->count = met->count;
    out->how = group_name(out, met->kind);
    return true;
}

static bool ask(const explaining *x, const node *subject, const node *met, value *actual,
                question *out) {
    *out = (question){0};
    if (met->kind == NODE_ALL || met->kind == NODE_ANY || met->kind == NODE_NONE)
        return ask_group(x, subject, met, actual, out);
    if (met->count == 0 || met->items[0] != subject) return false;
    switch (met->kind) {
    case NODE_COMPARE:
        compare(x, met->comparison, met->items[1], actual, out);
        return true;
    case NODE_LIKE:
        out->how = "like";
        out->needed = explain_text_value(text_of(met->text));
        return true;
    case NODE_PRESENT:
    case NODE_ABSENT:
        out->how = met->kind == NODE_PRESENT ? "present" : "absent";
        return true;
    default:
        return false;
    }
}

bool explain_question(const explaining *x, const requirement *line, value *actual,
                      question *out) {
    if (!line->needed) return ask(x, line->actual, line->met, actual, out);
    compare(x, line->comparison, line->needed, actual, out);
    return true;
}

int explain_question_places(const plan *p, const question *a, const value *actual) {
    int places = 0;
    if (a->needed.state) places = explain_places_apart(p, actual, &a->needed);
    for (size_t i = 0; i < a->count; i++) {
        int more = explain_question_places(p, &a->parts[i], actual);
        if (more > places) places = more;
    }
    return places;
}

/* --- in words ----------------------------------------------------------------------------- */

typedef struct question_word {
    const char *how, *alone, *of_dates, *among; /* among others: in all_of and its kin */
} question_word;

static const question_word *word_of(const question *a) {
    static const question_word words[] = {
        {"is", "must be ", "must be ", ""},
        {"is_not", "must not be ", "must not be ", "not "},
        {"at_least", "at least ", "on or after ", "at least "},
        {"above", "above ", "after ", "above "},
        {"at_most", "at most ", "on or before ", "at most "},
        {"below", "below ", "before ", "below "},
        {"like", "must be like ", "must be like ", "like "},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is_how(a, words[i].how)) return &words[i];
    return NULL;
}

static void say_needed(const explaining *x, const question *a, int places, text_buffer *out) {
    const char *quote = is_how(a, "like") ? "\"" : "";
    text_append_string(out, quote);
    explain_say(out, x->of->plan, &a->needed, places);
    text_append_string(out, quote);
}

static void say_among(const explaining *x, const question *a, int places, text_buffer *out);

static void say_parts(const explaining *x, const question *a, const char *between, bool values,
                      int places, text_buffer *out) {
    for (size_t i = 0; i < a->count; i++) {
        const question *part = &a->parts[i];
        bool enclosed = !values && part->count > 0 && !is_how(part, "between");
        if (i) text_append_string(out, between);
        if (enclosed) text_append_byte(out, '(');
        if (values)
            say_needed(x, part, places, out);
        else
            say_among(x, part, places, out);
        if (enclosed) text_append_byte(out, ')');
    }
}

/* Behind "must be": "between 60% and 90%", "above 5 and at most 10". */
static void say_among(const explaining *x, const question *a, int places, text_buffer *out) {
    const question_word *word = word_of(a);
    if (word) {
        bool dates = a->needed.type == TYPE_DATE && word->among[0];
        text_append_string(out, dates ? word->of_dates : word->among);
        say_needed(x, a, places, out);
    } else if (a->count == 0) {
        text_append_string(out, a->how);
    } else if (is_how(a, "between")) {
        text_append_string(out, "between ");
        say_parts(x, a, " and ", true, places, out);
    } else if (is_how(a, "one_of")) {
        say_parts(x, a, " or ", true, places, out);
    } else if (is_how(a, "none_of")) {
        text_append_string(out, "none of: ");
        say_parts(x, a, ", ", false, places, out);
    } else {
        say_parts(x, a, is_how(a, "all_of") ? " and " : " or ", false, places, out);
    }
}

/* The state of what is needed where something of it has no value, else that there is one. */
static cell_state state_of_needed(const question *a) {
    if (a->needed.state && a->needed.state != CELL_VALUE) return a->needed.state;
    for (size_t i = 0; i < a->count; i++) {
        cell_state state = state_of_needed(&a->parts[i]);
        if (state != CELL_VALUE) return state;
    }
    return CELL_VALUE;
}

const char *explain_question_words(const explaining *x, const question *a, int places) {
    const question_word *word = word_of(a);
    cell_state state = state_of_needed(a);
    text_buffer out = {0};
    if (state == CELL_WRONG) return "what is needed has an error";
    if (state != CELL_VALUE) return "what is needed has no value";
    if (word) {
        bool exactly = a->needed.type == TYPE_LEVEL && is_how(a, "is");
        bool dates = a->needed.type == TYPE_DATE;
        text_append_string(&out, exactly ? "must be exactly " /* a higher level does not do */
                                 : dates ? word->of_dates
                                         : word->alone);
        say_needed(x, a, places, &out);
    } else {
        text_append_string(&out, "must be ");
        say_among(x, a, places, &out);
    }
    return explain_take(x, &out);
}
