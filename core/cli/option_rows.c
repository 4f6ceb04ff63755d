/* option_rows.c - takes the value of each option: see option_rows.h. */
#include "cli/option_rows.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* Each returns false when the value is not what the option wants. */
static bool take_as_of(options *o, const char *value) {
    o->as_of = value;
    return true;
}

static bool take_partner(options *o, const char *value) {
    if (o->partner_count == OPTION_PARTNERS) return false;
    o->partners[o->partner_count++] = value;
    return true;
}

static bool take_format(options *o, const char *value) {
    o->format = value;
    return true;
}

/* '-' is stdout, as everywhere; a file so called is './-'. */
static bool take_output(options *o, const char *value) {
    o->output = strcmp(value, "-") == 0 ? NULL : value;
    return *value != '\0';
}

static bool take_limit(options *o, const char *value) {
    char *end;
    errno = 0;
    o->limit = strtol(value, &end, 10);
    return *value >= '0' && *value <= '9' && !*end && !errno;
}

/* The first `=` that is not part of a quoted key: by."a=b"=7. */
static char *find_equals(const char *text) {
    bool quoted = false;
    for (; *text; text++) {
        if (quoted && *text == '\\' && text[1])
            text++;
        else if (*text == '"')
            quoted = !quoted;
        else if (*text == '=' && !quoted)
            return (char *)text;
    }
    return NULL;
}

/* PATH=VALUE; the text is taken apart where it stands. */
static bool take_set(options *o, const char *value) {
    char *equals = find_equals(value);
    if (!equals || equals == value || o->set_count == OPTION_CHANGES) return false;
    *equals = '\0';
    o->set[o->set_count++] = (rung_change){value, equals + 1};
    return true;
}

static bool take_scenario(options *o, const char *value) {
    if (o->scenario) o->second_scenario = value;
    o->scenario = o->scenario ? o->scenario : value;
    return *value != '\0';
}

static bool take_against(options *o, const char *value) {
    o->against = value;
    return *value != '\0';
}

static bool take_vary(options *o, const char *value) {
    if (!*value || o->vary_count == OPTION_RANGES) return false;
    o->vary[o->vary_count++] = value;
    return true;
}

static bool take_so_that(options *o, const char *value) {
    o->so_that = value;
    return *value != '\0';
}

static bool take_rule(options *o, const char *value) {
    if (o->rule_count == OPTION_RULES) return false;
    o->rules[o->rule_count++] = value;
    return true;
}

static bool take_min_delta(options *o, const char *value) {
    o->min_delta = value;
    return *value != '\0' && *value != '-';
}

static bool take_within(options *o, const char *value) {
    o->within = value;
    return *value >= '0' && *value <= '9';
}

static bool take_filter(options *o, const char *value) {
    o->filter = value;
    return *value != '\0';
}

/* Without a value, or with one such as 90, 97.5 or 90%. */
static bool is_percent(const char *value) {
    size_t digits = value ? strspn(value, "0123456789.") : 0;
    if (!value) return true;
    return digits && (!value[digits] || strcmp(value + digits, "%") == 0) &&
           strtod(value, NULL) <= 100;
}

static bool take_coverage(options *o, const char *value) {
    o->coverage = value ? value : "";
    return is_percent(value);
}

static bool take_mutate(options *o, const char *value) {
    o->mutate = value ? value : "";
    return is_percent(value);
}

static bool take_update(options *o, const char *value) {
    (void)value;
    return o->update = true;
}

static bool take_program(options *o, const char *value) {
    o->program = value;
    return *value != '\0';
}

static bool take_source(options *o, const char *value) {
    o->source = value;
    return *value != '\0';
}

/* One character, or the name of one that shells and eyes get wrong. */
static bool take_delimiter(options *o, const char *value) {
    static const char *const names[] = {"tab", "comma", "semicolon", "bar", "\\t"};
    static const char characters[] = "\t,;|\t";
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(value, names[i]) == 0) o->delimiter = characters[i];
    if (o->delimiter) return true;
    o->delimiter = *value;
    return *value && !value[1] && (*value == '\t' || (*value > ' ' && *value != '"')) &&
           !strchr("0123456789", *value);
}

static bool take_decimal(options *o, const char *value) {
    bool point = strcmp(value, ".") == 0, comma = strcmp(value, ",") == 0;
    o->decimal = point ? "point" : comma ? "comma" : value;
    return strcmp(o->decimal, "point") == 0 || strcmp(o->decimal, "comma") == 0;
}

static bool take_date_format(options *o, const char *value) {
    o->date_format = value;
    return *value != '\0';
}

static bool take_map(options *o, const char *value) {
    if (!strchr(value, '=') || !value[1] || o->map_count == OPTION_CHANGES) return false;
    o->map[o->map_count++] = value;
    return true;
}

static bool take_minor_units(options *o, const char *value) {
    (void)value;
    return o->minor_units = true;
}

static bool take_replace(options *o, const char *value) {
    (void)value;
    return o->replace = true;
}

static bool take_preview(options *o, const char *value) {
    o->preview = true;
    return !value || take_limit(o, value);
}

static bool take_attribute(options *o, const char *value) {
    (void)value;
    return o->attribute = true;
}

static bool take_exit_code(options *o, const char *value) {
    (void)value;
    return o->exit_code = true;
}

static bool take_jobs(options *o, const char *value) {
    char *end;
    o->jobs = strtol(value, &end, 10);
    return *value >= '1' && *value <= '9' && !*end && o->jobs <= 1000;
}

static bool take_quiet(options *o, const char *value) {
    (void)value;
    return o->quiet = true;
}

static bool take_no_color(options *o, const char *value) {
    (void)value;
    return o->no_color = true;
}

static bool take_fingerprint(options *o, const char *value) {
    (void)value;
    return o->fingerprint = true;
}

static bool take_help(options *o, const char *value) {
    (void)value;
    return o->help = true;
}

const option_row option_rows[] = {
    {'a', "--as-of", "DATE", "a date such as 2026-09-30",
     "the day of the evaluation; else the latest date in the data", take_as_of},
    {'s', "--set", "PATH=VALUE",
     "a path and a value such as gold_line=200000, at most 100 times",
     "change a setting (repeatable); `rung settings` lists them", take_set},
    {'S', "--scenario", "FILE", "a YAML file",
     "one file with a change: settings, rows, partners' metrics", take_scenario},
    {'v', "--vary", "PATH=FROM..TO/STEP",
     "a path and its values such as gold_line=100000..300000/10000, at most twice",
     "try these values of a setting; twice makes a grid", take_vary},
    {'V', "--vary", "PATH[=FROM..TO[/STEP]]", "a path such as gold_line",
     "the setting sought; its own range and step if left out", take_vary},
    {'t', "--so-that", "TARGET", "a comparison such as 'totals.payout <= 2000000'",
     "what must hold of the totals", take_so_that},
    {'g', "--against", "PROGRAM", "a rule file or folder",
     "another version of the program to compare with", take_against},
    {'u', "--rule", "NAME", "a rule's or ladder's name", "show this rule only (repeatable)",
     take_rule},
    {'d', "--min-delta", "AMOUNT", "an amount such as 100",
     "leave out partners whose payout changes by less", take_min_delta},
    {'w', "--within", "DISTANCE", "a part such as 5% or a number such as 2",
     "how close to a line: a part of it, or a number; else 5%", take_within},
    {'F', "--filter", "TEXT", "a part of a case's name or file, or a pattern such as 'gold*'",
     "run the cases whose name or file contains it, or is like it", take_filter},
    {'K', "--coverage", "[PERCENT]", "a percentage such as 90",
     "say what no case touches; with less than PERCENT answer 1", take_coverage},
    {'M', "--mutate", "[PERCENT]", "a percentage such as 90",
     "change the rules a little, one place at a time, and say where no case notices",
     take_mutate},
    {'U', "--update", NULL, NULL, "write what is the case where it is not what was expected",
     take_update},
    {'P', "--program", "PROGRAM", "a rule file or folder",
     "take types and ids from its source for the table", take_program},
    {'O', "--source", "NAME", "a source's name", "which source, where none reads the table",
     take_source},
    {'m', "--map", "HEADER=COLUMN",
     "a header and a column such as 'Amount (USD)=amount', at most 100 times",
     "which header fills which column (repeatable)", take_map},
    {'G', "--date-format", "FORMAT", "an order such as DD/MM/YYYY or %d/%m/%Y",
     "DD/MM/YYYY, %d/%m/%Y ..; year-month-day always is one", take_date_format},
    {'N', "--decimal", "MARK", "point or comma", "whether 1.234 is thousands or decimals",
     take_decimal},
    {'D', "--delimiter", "CHARACTER", "one character, or tab",
     "between cells; else the one that the first line has most of", take_delimiter},
    {'C', "--minor-units", NULL, NULL, "the file's amounts are cents already",
     take_minor_units},
    {'R', "--replace", NULL, NULL, "empty the table first", take_replace},
    {'Y', "--update", NULL, NULL, "a row whose id is known replaces that row", take_update},
    {'W', "--preview", "[ROWS]", "a number of rows",
     "show columns, the first rows and counts, and write nothing", take_preview},
    {'A', "--attribute", NULL, NULL, "say what each changed setting is worth", take_attribute},
    {'e', "--exit-code", NULL, NULL, "answer 10 when there are changes", take_exit_code},
    {'p', "--partner", "ID", "a partner's id, at most 1000 times",
     "show this partner only (repeatable); all are computed", take_partner},
    {'f', "--format", "FORMAT", "a format", "how it is printed: ", take_format},
    {'o', "--output", "FILE", "a file's name",
     "write to a file instead of the terminal; - is the terminal", take_output},
    {'l', "--limit", "N", "a number of rows",
     "rows shown; 20 in a table, all elsewhere; 0: totals only", take_limit},
    {'j', "--jobs", "N", "a number of threads from 1 to 1000",
     "threads at most, else one a processor; results stay equal", take_jobs},
    {'r', "--fingerprint", NULL, NULL, "add the fingerprint of the data to json",
     take_fingerprint},
    {'q', "--quiet", NULL, NULL, "no notes and no progress", take_quiet},
    {'c', "--no-color", NULL, NULL, "no colour (NO_COLOR does the same)", take_no_color},
    {'h', "--help", NULL, NULL, "this help", take_help},
    {.name = NULL},
};
