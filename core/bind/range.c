#include "bind/range.h"

#include "bind/range_unit.h"
#include "bind/setting_range.h"
#include "bind/written.h"

#include <string.h>

/* The pieces of PATH=FROM..TO/STEP; NULL where one is missing. */
typedef struct pieces {
    const char *text, *path, *from, *to, *step;
} pieces;

typedef struct reading {
    arena *memory;
    problem_list *problems;
    const setting_path *path;
    const range_usual *usual;
    pieces said;
    const char *unit; /* of the values: see range_unit.h */
    range *out;
} reading;

static const place NOWHERE = {0};

static const char *example_of(const reading *r) {
    if (r->out->dates) return "write PATH=2026-01-01..2026-12-01/1 month";
    if (r->out->percent) return "write PATH=8%..12%/1%";
    return "write PATH=100000..300000/10000: from, to and how far apart";
}

const char *range_equals(const char *text) {
    bool quoted = false;
    for (; *text; text++) {
        if (quoted && *text == '\\' && text[1])
            text++;
        else if (*text == '"')
            quoted = !quoted;
        else if (*text == '=' && !quoted)
            return text;
    }
    return NULL;
}

static bool take_apart(reading *r, const char *text) {
    arena *m = r->memory;
    const char *equals = range_equals(text);
    r->said = (pieces){.text = text, .path = text};
    if (!equals) return true;
    r->said.path = arena_copy(m, text, (size_t)(equals - text));
    const char *from = equals + 1, *dots = strstr(from, "..");
    if (!dots || dots == from || !dots[2])
        return problem_add(r->problems, NOWHERE, example_of(r), "'%s' is no range of values",
                           from);
    const char *to = dots + 2, *slash = strrchr(to, '/');
    r->said.from = arena_copy(m, from, (size_t)(dots - from));
    r->said.to = slash ? arena_copy(m, to, (size_t)(slash - to)) : arena_string(m, to);
    if (slash) r->said.step = arena_string(m, slash + 1);
    return r->said.path && r->said.from && r->said.to && (!slash || r->said.step);
}

/* --- numbers ------------------------------------------------------------------------------ */

/* A plain number may be said in percent, as long as both ends and the step are. */
static bool is_of_unit(reading *r, const char *text, const term *value) {
    const char *unit = range_unit_of(value);
    bool percent = range_unit_is(unit, "percent");
    if (!r->unit && percent && text == r->said.from) r->unit = unit;
    r->out->percent = range_unit_is(r->unit, "percent");
    if (range_unit_is(unit, r->unit) || (!unit && !r->out->percent)) return true;
    const char *said = range_unit_words(r->memory, unit),
               *wanted = range_unit_words(r->memory, r->unit);
    return said && wanted &&
           problem_add(r->problems, NOWHERE, "both ends and the step are written in one unit",
                       "'%s' is %s, where %s is wanted", text, said, wanted);
}

static bool read_number(reading *r, const char *text, number *out) {
    const term *value = written_at(r->memory, text, r->path, NOWHERE, r->problems);
    if (!value) return false;
    if (!written_number(value, out))
        return problem_add(r->problems, NOWHERE, example_of(r), "'%s' is no number", text);
    return is_of_unit(r, text, value);
}

/* What the setting itself says of its values, or NULL. */
static const term *setting_field(const reading *r, const char *name) {
    const term *d = r->path->declaration;
    return is_value_of_setting(d, r->path->literal) ? term_field(d, name) : NULL;
}

static bool read_ends(reading *r, number *from, number *to) {
    const term *ends = setting_field(r, "range");
    if (r->said.from)
        return read_number(r, r->said.from, from) && read_number(r, r->said.to, to);
    if (r->usual->may_lack && ends && ends->count == 2 &&
        written_number(ends->entries[0].value, from) &&
        written_number(ends->entries[1].value, to))
        return true;
    if (!r->usual->may_lack)
        return problem_add(r->problems, NOWHERE, example_of(r),
                           "which values '%s' takes is missing", r->said.path);
    return problem_add(r->problems, NOWHERE,
                       arena_print(r->memory, "write %s=FROM..TO", r->said.path),
                       "'%s' has no range to search", r->said.path);
}

/* A usual step is made finer until both ends lie on it. */
static number fit_step(number step, number from, number to) {
    while (step > NUMBER_GRID && (from % step != 0 || to % step != 0))
        step /= 100;
    return step < NUMBER_GRID ? NUMBER_GRID : step;
}

static bool read_step(reading *r, number from, number to, number *step) {
    const term *own = setting_field(r, "step");
    if (r->said.step && !read_number(r, r->said.step, step)) return false;
    if (!r->said.step && !(own && written_number(own, step))) {
        if (!r->usual->step)
            return problem_add(r->problems, NOWHERE, example_of(r),
                               "how far apart the values of '%s' lie is missing", r->said.path);
        *step = fit_step(*r->usual->step, from, to);
    }
    if (*step > 0) return true;
    return problem_add(r->problems, NOWHERE, example_of(r),
                       "the step of '%s' must be more than 0", r->said.path);
}

/* Whether what is printed of a value is the value itself. */
static bool prints_whole(const reading *r, number value) {
    number grid = r->out->percent ? NUMBER_GRID / 100 : NUMBER_GRID;
    return value % grid == 0;
}

/* Percents are printed as hundreds. */
static bool prints_within_bounds(const reading *r, number value) {
    number printed;
    return !r->out->percent || number_multiply(&printed, value, number_from_integer(100));
}

/* Values are numbered in 64 bits. */
static bool count_values(reading *r, number to) {
    number length;
    range *out = r->out;
    if (number_subtract(&length, to, out->first) && length / out->step < INT64_MAX) {
        out->count = (int64_t)(length / out->step) + 1;
        return true;
    }
    return problem_add(r->problems, NOWHERE, "bring the ends closer, or take a larger step",
                       "'%s' has more values in this range than can be numbered", r->said.path);
}

static bool read_numbers(reading *r) {
    number to;
    range *out = r->out;
    r->unit = range_unit_of(r->path->literal);
    out->percent = range_unit_is(r->unit, "percent");
    if (!r->unit) r->unit = r->usual->unit;
    if (!read_ends(r, &out->first, &to) || !read_step(r, out->first, to, &out->step))
        return false;
    if (!prints_whole(r, out->first) || !prints_whole(r, out->step))
        return problem_add(r->problems, NOWHERE, NULL,
                           "the values of '%s' have more than 9 decimals", r->said.path);
    if (!prints_within_bounds(r, out->first) || !prints_within_bounds(r, to))
        return problem_add(r->problems, NOWHERE, NULL,
                           "the values of '%s' are larger than can be counted", r->said.path);
    if (to < out->first)
        return problem_add(r->problems, NOWHERE, "the lower value comes first",
                           "the values of '%s' go from high to low", r->said.path);
    return count_values(r, to);
}

/* --- dates -------------------------------------------------------------------------------- */

static bool read_date(reading *r, const char *text, date *out) {
    if (date_from_text(out, text, strlen(text))) return true;
    return problem_add(r->problems, NOWHERE, "dates are written year-month-day: 2026-07-01",
                       "'%s' is no date", text);
}

/* "7 days", "1 month" */
static bool read_span(reading *r, const char *text) {
    const char *word = text + strcspn(text, " ");
    size_t digits = (size_t)(word - text);
    word += strspn(word, " ");
    bool fine = number_from_text(&r->out->step, text, digits) && r->out->step > 0 &&
                r->out->step < number_from_integer(1000000) && number_is_whole(r->out->step) &&
                date_unit_from_word(&r->out->unit, word);
    if (fine) return true;
    return problem_add(r->problems, NOWHERE,
                       "dates lie days, weeks, months, quarters or years apart: 7 days",
                       "'%s' is no step between dates", text);
}

static bool date_at(const range *r, int64_t n, date *out) {
    int64_t step;
    return number_to_integer(&step, r->step) &&
           date_add(out, (date)r->first, n * step, r->unit);
}

static bool read_dates(reading *r) {
    enum { MOST_DATES = 100000 };
    date from, to, next;
    if (!r->said.from || !r->said.step)
        return problem_add(r->problems, NOWHERE, example_of(r),
                           "which dates '%s' takes is missing", r->said.path);
    if (!read_date(r, r->said.from, &from) || !read_date(r, r->said.to, &to) ||
        !read_span(r, r->said.step))
        return false;
    if (to < from)
        return problem_add(r->problems, NOWHERE, "the earlier date comes first",
                           "the dates of '%s' go backwards", r->said.path);
    r->out->first = from;
    r->out->count = 1;
    while (r->out->count < MOST_DATES && date_at(r->out, r->out->count, &next) && next <= to)
        r->out->count++;
    return true;
}

/* --- the whole ---------------------------------------------------------------------------- */

static bool is_date(const term *literal) {
    date d;
    return term_is_call(literal, "date") ||
           (literal->kind == TERM_TEXT &&
            date_from_text(&d, literal->name, strlen(literal->name)));
}

static const setting_path *find_path(const reading *r, const declarations *rules) {
    setting_path *paths;
    size_t count;
    if (!paths_of(r->memory, rules, &paths, &count)) return NULL;
    return path_find(paths, count, r->said.path, NOWHERE, r->problems);
}

bool range_read(arena *memory, const char *text, const declarations *rules,
                const range_usual *usual, range *out, problem_list *problems) {
    reading r = {.memory = memory, .problems = problems, .usual = usual, .out = out};
    *out = (range){0};
    if (!take_apart(&r, text)) return false;
    r.path = find_path(&r, rules);
    if (!r.path) return false;
    out->path = r.said.path;
    out->whole = r.path->path;
    out->dates = is_date(r.path->literal);
    if (out->dates) return read_dates(&r);
    if (r.path->literal->kind == TERM_TEXT || r.path->literal->kind == TERM_BOOLEAN)
        return problem_add(problems, NOWHERE, "numbers, amounts, percents and dates can",
                           "'%s' is %s: it cannot go from one value to another", out->path,
                           r.path->literal->kind == TERM_TEXT ? "a text" : "true or false");
    return read_numbers(&r);
}

number range_value(const range *r, int64_t n) {
    date d = 0;
    if (!r->dates) return r->first + r->step * n;
    return date_at(r, n, &d) ? (number)d : r->first;
}

void range_print(const range *r, int64_t n, char out[RANGE_TEXT]) {
    number value = range_value(r, n);
    if (r->dates) {
        date_print(out, (date)value);
        return;
    }
    size_t length = number_print(out, r->percent ? value * 100 : value, 0);
    if (r->percent) strcpy(out + length, "%");
}
