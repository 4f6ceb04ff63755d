/* options.c - reads the command line.
 *
 * An option is written `--name VALUE` or `--name=VALUE`; `--` ends them. */
#include "cli/commands.h"
#include "cli/spelling.h"

#include <errno.h>
#include <stdio.h>
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

/* PATH=VALUE; the text is taken apart where it stands. */
static bool take_set(options *o, const char *value) {
    char *equals = strchr(value, '=');
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
    return *value != '\0';
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

typedef struct option_row {
    char letter; /* in a command's `takes` */
    const char *name;
    const char *value; /* what it is called in help; NULL: it takes none */
    const char *wants; /* what a value must be */
    const char *says;
    bool (*take)(options *o, const char *value);
} option_row;

static const option_row rows[] = {
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
    {'j', "--jobs", "N", "a number of threads",
     "threads at most, else one a processor; results stay equal", take_jobs},
    {'r', "--fingerprint", NULL, NULL, "add the fingerprint of the data to json",
     take_fingerprint},
    {'q', "--quiet", NULL, NULL, "no notes and no progress", take_quiet},
    {'c', "--no-color", NULL, NULL, "no colour (NO_COLOR does the same)", take_no_color},
    {'h', "--help", NULL, NULL, "this help", take_help},
};

enum { ROWS = sizeof rows / sizeof *rows, FORM_WIDTH = 18 };

static bool is_named(const char *word, size_t length, const char *name) {
    return strlen(name) == length && memcmp(word, name, length) == 0;
}

static bool refuse_option(const command *c, const char *word, size_t length) {
    for (int i = 0; i < ROWS; i++) {
        if (!is_named(word, length, rows[i].name)) continue;
        fprintf(stderr, "rung: '%s' takes no %s; see: rung %s --help\n", c->name, rows[i].name,
                c->name);
        return false;
    }
    char name[32];
    snprintf(name, sizeof name, "%.*s", (int)length, word);
    spelling s = spelling_of(name);
    for (int i = 0; i < ROWS; i++) {
        if (strchr(c->takes, rows[i].letter)) spelling_offer(&s, rows[i].name);
    }
    fprintf(stderr, "rung: unknown option '%s'", name);
    if (s.best) fprintf(stderr, "; did you mean '%s'?", s.best);
    fprintf(stderr, "\n");
    return false;
}

static const option_row *row_of(const command *c, const char *word, size_t length) {
    for (int i = 0; i < ROWS; i++) {
        if (!strchr(c->takes, rows[i].letter)) continue;
        if (is_named(word, length, rows[i].name)) return &rows[i];
    }
    return is_named(word, length, "-h") ? &rows[ROWS - 1] : NULL;
}

/* Whether a value that need not be given is not: no number follows. */
static bool is_left_out(const option_row *row, int count, char **words) {
    return row->value[0] == '[' && (count < 2 || words[1][0] < '0' || words[1][0] > '9');
}

/* Reads the option at words[0]; gives how many words it took, 0 after saying what is wrong. */
static int read_option(options *o, const command *c, int count, char **words) {
    size_t length = strcspn(words[0], "=");
    const option_row *row = row_of(c, words[0], length);
    if (!row) return refuse_option(c, words[0], length);
    const char *value = words[0][length] ? words[0] + length + 1 : NULL;
    if (!row->value && value) {
        fprintf(stderr, "rung: %s takes no value\n", row->name);
        return 0;
    }
    int taken = row->value && !value && !is_left_out(row, count, words) ? 2 : 1;
    if (taken > count) {
        fprintf(stderr, "rung: %s wants %s\n", row->name, row->wants);
        return 0;
    }
    if (taken == 2) value = words[1];
    if (row->take(o, value)) return taken;
    fprintf(stderr, "rung: %s wants %s, not '%s'\n", row->name, row->wants, value);
    return 0;
}

static bool take_word(options *o, const command *c, const char *word) {
    if (o->word_count < c->most) {
        o->words[o->word_count++] = word;
        return true;
    }
    fprintf(stderr, "rung: '%s' is one word too many; usage: rung %s%s%s\n", word, c->name,
            *c->usage ? " " : "", c->usage);
    return false;
}

/* Whether `format` is among those that the command prints. */
static bool check_format(const options *o, const command *c) {
    if (!o->format) return true;
    size_t length;
    for (const char *p = c->formats; *p; p += length + (p[length] == ' ')) {
        length = strcspn(p, " ");
        if (is_named(p, length, o->format)) return true;
    }
    fprintf(stderr, "rung: '%s' does not print '%s'; its formats: %s\n", c->name, o->format,
            c->formats);
    return false;
}

/* A database cannot go to a terminal or into a pipe. */
static bool check_output(const options *o) {
    if (!o->format || strcmp(o->format, "sqlite") != 0 || o->output) return true;
    fprintf(stderr, "rung: --format sqlite wants --output FILE, a new file\n");
    return false;
}

/* Of two scenarios nobody could tell which wins. */
static bool check_scenario(const options *o) {
    if (!o->second_scenario) return true;
    fprintf(stderr,
            "rung: --scenario is given twice, '%s' and '%s': write what both change into one "
            "file\n",
            o->scenario, o->second_scenario);
    return false;
}

/* Says which word of the usage is missing: "rung evaluate wants a DB". */
static bool check_words(const options *o, const command *c) {
    if (o->word_count >= c->least) return true;
    const char *missing = c->usage;
    for (int i = 0; i < o->word_count; i++)
        missing += strcspn(missing, " ") + 1;
    fprintf(stderr, "rung: %.*s is missing; usage: rung %s %s\n", (int)strcspn(missing, " "),
            missing, c->name, c->usage);
    return false;
}

bool options_read(options *out, const command *c, int count, char **words) {
    *out = (options){.limit = -1};
    bool ended = false;
    for (int i = 0; i < count;) {
        bool option = !ended && words[i][0] == '-' && words[i][1];
        if (option && strcmp(words[i], "--") == 0) {
            ended = true;
            i++;
        } else if (option) {
            int taken = read_option(out, c, count - i, words + i);
            if (!taken) return false;
            i += taken;
        } else if (!take_word(out, c, words[i++])) {
            return false;
        }
    }
    return out->help || (check_words(out, c) && check_format(out, c) && check_output(out) &&
                         check_scenario(out));
}

void options_print(const command *c) {
    for (int i = 0; i < ROWS; i++) {
        const option_row *row = &rows[i];
        if (!strchr(c->takes, row->letter)) continue;
        char form[40];
        int width = snprintf(form, sizeof form, "%s%s%s", row->name, row->value ? " " : "",
                             row->value ? row->value : "");
        if (width > FORM_WIDTH) printf("  %s\n", form);
        printf("  %-*s %s%s\n", FORM_WIDTH, width > FORM_WIDTH ? "" : form, row->says,
               row->letter == 'f' ? c->formats : "");
    }
}
