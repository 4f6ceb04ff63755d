/* row_filter.c - which rows of a source some rule can use, and which of their columns. */
#include "data/row_filter.h"

#include "base/memory.h"

enum { MOST_TESTS = 64 };

static bool is_known(const source_request *source) {
    return !source->all_rows && source->use_count > 0;
}

static bool reserve_tests(row_filter *filter) {
    const source_request *source = filter->source;
    for (size_t u = 0; u < source->use_count; u++)
        for (size_t t = 0; t < source->uses[u].count; t++)
            filter->columns[source->uses[u].tests[t].column].count++;
    for (size_t c = 0; c < source->count; c++) {
        column_tests *column = &filter->columns[c];
        if (!column->count) continue;
        column->tests = memory_allocate(column->count * sizeof *column->tests);
        if (!column->tests) return false;
        column->count = 0;
    }
    return true;
}

/* Tests beyond the bits there are count as passed: too many rows stay rather than too few. */
static void number_tests(row_filter *filter) {
    const source_request *source = filter->source;
    int bits = 0;
    for (size_t u = 0; u < source->use_count; u++) {
        for (size_t t = 0; t < source->uses[u].count && bits < MOST_TESTS; t++) {
            const row_test *asked = &source->uses[u].tests[t];
            column_tests *column = &filter->columns[asked->column];
            row_answers bit = (row_answers)1 << bits++;
            column->tests[column->count++] = (filter_test){asked, bit};
            if (asked->kind == TEST_IS) column->exact |= bit;
            filter->needed[u] |= bit;
        }
    }
}

bool row_filter_make(row_filter *filter, const source_request *source) {
    *filter = (row_filter){.source = source, .all = !is_known(source)};
    filter->columns = memory_allocate(source->count * sizeof *filter->columns);
    if (!filter->columns) return false;
    if (filter->all) return true;
    filter->needed = memory_allocate(source->use_count * sizeof *filter->needed);
    if (!filter->needed || !reserve_tests(filter)) return false;
    number_tests(filter);
    return true;
}

void row_filter_free(row_filter *filter) {
    for (size_t c = 0; filter->columns && c < filter->source->count; c++)
        memory_free(filter->columns[c].tests);
    memory_free(filter->columns);
    memory_free(filter->needed);
    *filter = (row_filter){0};
}

static bool is_one_of(const row_test *asked, text value) {
    for (size_t i = 0; i < asked->text_count; i++)
        if (text_equal(text_of(asked->texts[i]), value)) return true;
    return false;
}

row_answers row_filter_text(const row_filter *filter, size_t column, text value) {
    const column_tests *of = &filter->columns[column];
    row_answers answers = 0;
    for (size_t i = 0; i < of->count; i++) {
        const row_test *asked = of->tests[i].asked;
        bool yes = asked->kind == TEST_LIKE ? text_like(value, asked->texts[0])
                                            : is_one_of(asked, value);
        if (yes) answers |= of->tests[i].bit;
    }
    return answers;
}

static bool value_passes(const row_test *asked, int32_t value) {
    switch (asked->kind) {
    case TEST_IS:
        return value == asked->from;
    case TEST_BETWEEN:
        return value >= asked->from && value <= asked->to;
    case TEST_NOT_AFTER:
        return value <= asked->to;
    case TEST_LIKE:
        break;
    }
    return false;
}

row_answers row_filter_value(const row_filter *filter, size_t column, int32_t value) {
    const column_tests *of = &filter->columns[column];
    row_answers answers = 0;
    for (size_t i = 0; i < of->count; i++)
        if (value_passes(of->tests[i].asked, value)) answers |= of->tests[i].bit;
    return answers;
}

row_answers row_filter_none(const row_filter *filter, size_t column) {
    const column_tests *of = &filter->columns[column];
    row_answers answers = 0;
    for (size_t i = 0; i < of->count; i++)
        if (of->tests[i].asked->kind == TEST_NOT_AFTER) answers |= of->tests[i].bit;
    return answers;
}

static row_decision decide(const row_filter *filter, row_answers answers) {
    row_decision made = {.answers = answers, .known = true};
    for (size_t u = 0; u < filter->source->use_count; u++) {
        if ((answers & filter->needed[u]) != filter->needed[u]) continue;
        made.keep = true;
        made.columns |= filter->source->uses[u].columns;
    }
    return made;
}

row_decision row_filter_decide(row_filter *filter, row_answers answers) {
    if (filter->all || answers == ROW_ANSWERS_ALL)
        return (row_decision){.columns = UINT64_MAX, .keep = true};
    row_decision *last =
        &filter->decisions[(answers * 0x9E3779B97F4A7C15u) >> 58 & (ROW_DECISIONS - 1)];
    if (!last->known || last->answers != answers) *last = decide(filter, answers);
    return *last;
}
