/* options.c - reads the command line by the table of option_rows.h.
 *
 * An option is written `--name VALUE` or `--name=VALUE`; `--` ends them. */
#include "cli/commands.h"
#include "cli/option_rows.h"
#include "cli/problem_printer.h"
#include "cli/spelling.h"

#include <stdio.h>
#include <string.h>

enum { FORM_WIDTH = 18 };

static bool is_named(const char *word, size_t length, const char *name) {
    return strlen(name) == length && memcmp(word, name, length) == 0;
}

static bool refuse_option(const command *c, const char *word, size_t length) {
    for (const option_row *row = option_rows; row->name; row++) {
        if (!is_named(word, length, row->name)) continue;
        fprintf(stderr, "rung: '%s' takes no %s; see: rung %s --help\n", c->name, row->name,
                c->name);
        return false;
    }
    char name[32];
    snprintf(name, sizeof name, "%.*s", (int)length, word);
    spelling s = spelling_of(name);
    for (const option_row *row = option_rows; row->name; row++) {
        if (strchr(c->takes, row->letter)) spelling_offer(&s, row->name);
    }
    problem_say("rung: unknown option '", name, "'");
    if (s.best) fprintf(stderr, "; did you mean '%s'?", s.best);
    fprintf(stderr, "\n");
    return false;
}

static const option_row *row_of(const command *c, const char *word, size_t length) {
    const char *name = is_named(word, length, "-h") ? "--help" : word;
    if (name != word) length = strlen(name);
    for (const option_row *row = option_rows; row->name; row++) {
        if (!strchr(c->takes, row->letter)) continue;
        if (is_named(name, length, row->name)) return row;
    }
    return NULL;
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
    fprintf(stderr, "rung: %s wants %s, not '", row->name, row->wants);
    problem_say("", value, "'\n");
    return 0;
}

static bool take_word(options *o, const command *c, const char *word) {
    if (o->word_count < c->most) {
        o->words[o->word_count++] = word;
        return true;
    }
    problem_say("rung: '", word, "' is one word too many; usage: rung ");
    fprintf(stderr, "%s%s%s\n", c->name, *c->usage ? " " : "", c->usage);
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
    fprintf(stderr, "rung: '%s' does not print '", c->name);
    problem_say("", o->format, "'; its formats: ");
    fprintf(stderr, "%s\n", c->formats);
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
    problem_say("rung: --scenario is given twice, '", o->scenario, "' and '");
    problem_say("", o->second_scenario, "': write what both change into one file\n");
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
    for (const option_row *row = option_rows; row->name; row++) {
        if (!strchr(c->takes, row->letter)) continue;
        char form[40];
        int width = snprintf(form, sizeof form, "%s%s%s", row->name, row->value ? " " : "",
                             row->value ? row->value : "");
        if (width > FORM_WIDTH) printf("  %s\n", form);
        printf("  %-*s %s%s\n", FORM_WIDTH, width > FORM_WIDTH ? "" : form, row->says,
               row->letter == 'f' ? c->formats : "");
    }
}
