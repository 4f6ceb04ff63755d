/* main.c - the rung command: finds the command in one table and runs it.
 *
 * Nothing of the library is used but <rung.h>: whatever this command does, a program that
 * embeds Rung can do too. */
#include "cli/commands.h"
#include "cli/problem_printer.h"
#include "cli/spelling.h"

#include <rung.h>
#include <stdio.h>
#include <string.h>

static const command commands[] = {
    {"init", "a working program with data to start from", "DIR", 1, 1, "qch", NULL,
     "Writes rules, sample data and editor files into DIR, which must be new or empty.",
     "  rung init my-program\n", command_init},
    {"check", "every problem of the rules, and of the data", "PROGRAM [DB]", 1, 2, "asSfoljqch",
     "table json jsonl",
     "PROGRAM is a rule file or a folder with a program.lua, DB a SQLite file. With DB\n"
     "also tables, columns, cells, and rules that the data contradict. Silent when all\n"
     "is well.",
     "  rung check rules\n  rung check rules partners.db\n", command_check},
    {"evaluate", "everybody: levels, payouts, funds, totals", "PROGRAM DB", 2, 2,
     "asSpfoljrqch", "table json jsonl csv html sqlite",
     "Evaluates the program for all partners of the SQLite file DB; it is only read.\n"
     "PROGRAM is a rule file or a folder with a program.lua.",
     "  rung evaluate rules partners.db\n"
     "  rung evaluate rules partners.db --as-of 2026-06-30 --format csv\n"
     "  rung evaluate rules partners.db --partner P0011 --partner P0012\n",
     command_evaluate},
    {"explain", "one partner: why, and what is missing", "PROGRAM DB PARTNER [NAME]", 3, 4,
     "asSfoljqch", "table json jsonl html",
     "Shows the reasons for one partner's levels, payouts and claims, and what is\n"
     "missing for more. NAME limits it to one ladder, rule or metric.",
     "  rung explain rules partners.db P0011\n  rung explain rules partners.db P0011 tier\n",
     command_explain},
    {"what-if", "a change: who moves, and what it costs", "PROGRAM DB", 2, 2,
     "asSgApudfoljeqch", "table json jsonl csv html sqlite",
     "Compares the program as changed with the program as it is, on the same data.\n"
     "The rules are not edited; --set, --scenario and --against say what is changed.",
     "  rung what-if rules partners.db --set gold_line=200000\n"
     "  rung what-if rules partners.db --scenario budget.yaml --format html \\\n"
     "    --output budget.html\n"
     "  rung what-if rules partners.db --against rules-2027\n",
     command_what_if},
    {"sweep", "one setting at many values, side by side",
     "PROGRAM DB --vary PATH=FROM..TO/STEP", 2, 2, "vasSfoljqch", "table json jsonl csv html",
     "Evaluates the program with every value from FROM to TO, STEP apart, and prints a\n"
     "row for each: levels, payout by rule. With two --vary the first varies slowest.",
     "  rung sweep rules partners.db --vary gold_line=100000..300000/10000\n"
     "  rung sweep rules partners.db --vary gold_line=100000..300000/50000 \\\n"
     "    --vary volume_rebate.pays.marginal.2.rate=1%..3%/0.5%\n",
     command_sweep},
    {"seek", "the values of a setting that meet a target",
     "PROGRAM DB --vary PATH --so-that TARGET", 2, 2, "VtasSfoljqch",
     "table json jsonl csv html",
     "Finds every stretch of values for which the target holds, exact to the setting's\n"
     "step (or the cent, the hundredth of a percent, one), or the values that come\n"
     "nearest. A target compares one of the totals that evaluate --format json prints\n"
     "with a number: <= >= = < >.",
     "  rung seek rules partners.db --vary gold_line \\\n"
     "    --so-that 'totals.payout <= 2000000'\n"
     "  rung seek rules partners.db --vary gold_line=100000..300000/1000 \\\n"
     "    --so-that 'totals.ladders.tier.gold >= 40'\n",
     command_seek},
    {"edges", "who stands close to another level", "PROGRAM DB", 2, 2, "asSpwfoljqch",
     "table json jsonl csv html",
     "Lists partners for whom a little more or less of one metric decides about a\n"
     "level, up or down, and the money that turns on it.",
     "  rung edges rules partners.db\n"
     "  rung edges rules partners.db --within 1 --limit 100\n"
     "  rung edges rules partners.db --within 2% --set gold_line=200000 --format csv\n",
     command_edges},
    {"test", "the test cases beside the rules", "PROGRAM", 1, 1, "FKMUfoqch",
     "table json tap junit",
     "Runs the cases in *.test.yaml beside the rules: rows that are given, values that\n"
     "are expected. What differs is explained.",
     "  rung test rules\n  rung test rules --filter gold\n"
     "  rung test rules --coverage 100 --mutate 90\n  rung test rules --update\n",
     command_test},
    {"import", "a CSV file into a table, typed and checked", "DB TABLE FILE.csv", 3, 3,
     "POmGNDCRYWqch", NULL,
     "Adds the rows of a CSV file to a table, all or none: a cell that is not what\n"
     "its column holds is told with its line, and nothing is written. Types come from\n"
     "the program's source, else from the table. Headers are matched without regard to\n"
     "case, blanks and underscores; --map HEADER= leaves one out, --map =COLUMN leaves\n"
     "a column empty. With --program a missing table or DB is made. The file - is\n"
     "standard input.",
     "  rung import partners.db deal deals.csv --program rules --preview\n"
     "  rung import partners.db deal deals.csv --program rules \\\n"
     "    --date-format DD/MM/YYYY --map 'Amount (USD)=amount' --map 'Deal ID=id'\n"
     "  rung import partners.db deal deals.csv --program rules --update\n",
     command_import},
    {"settings", "every number, rate, date that can be set", "PROGRAM", 1, 1, "folqch",
     "table json jsonl csv",
     "Lists the paths of a program with value, formula, unit, range and place.",
     "  rung settings rules\n  rung settings rules --limit 1000\n"
     "  rung settings rules --format csv\n",
     command_settings},
    {"words", "the rule language: all words, or one of them", "[WORD]", 0, 1, "foqch",
     "table json lua",
     "Without WORD all words of the rule language; with one its form, meaning and\n"
     "example. The format lua holds annotations for editors.",
     "  rung words\n  rung words marginal\n  rung words ladder\n", command_words},
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static const char *const later[] = {"plan", "apply", "verify", "history", "guide", NULL};

static int print_help(void) {
    printf("rung evaluates partner programs: rules in Lua, data in SQLite, exact to the "
           "cent\n\n"
           "usage: rung COMMAND ...\n\n");
    for (int i = 0; i < COMMANDS; i++) {
        char form[48];
        snprintf(form, sizeof form, "%s %s", commands[i].name, commands[i].usage);
        char *option = strstr(form, " --"); /* the command's own help shows it */
        if (option) *option = '\0';
        printf("  %-34s %s\n", form, commands[i].line);
    }
    printf("\n`rung COMMAND --help` shows options and examples; `rung --version` the version.\n"
           "Exit codes: 0 done, 1 the rules are wrong, nothing could be evaluated or a test\n"
           "case fails, 2 usage, 3 evaluated, but some partners have errors, 4 a guard was\n"
           "broken, 10 there are changes (what-if --exit-code).\n");
    return EXIT_DONE;
}

static int print_command_help(const command *c) {
    printf("usage: rung %s %s\n\n%s\n\noptions:\n", c->name, c->usage, c->about);
    options_print(c);
    printf("\nexample%s:\n%s", strchr(c->example, '\n')[1] ? "s" : "", c->example);
    return EXIT_DONE;
}

static const command *find_command(const char *name) {
    for (int i = 0; i < COMMANDS; i++) {
        if (strcmp(commands[i].name, name) == 0) return &commands[i];
    }
    return NULL;
}

static int refuse_command(const char *name) {
    spelling s = spelling_of(name);
    for (const char *const *l = later; *l; l++) {
        if (strcmp(name, *l) == 0) {
            fprintf(stderr, "rung: '%s' is not available in this version\n", name);
            return EXIT_USAGE;
        }
    }
    for (int i = 0; i < COMMANDS; i++)
        spelling_offer(&s, commands[i].name);
    problem_say("rung: there is no command '", name, "'");
    if (s.best)
        fprintf(stderr, "; did you mean '%s'?\n", s.best);
    else
        fprintf(stderr, "; see: rung help\n");
    return EXIT_USAGE;
}

static bool is_any(const char *word, const char *a, const char *b, const char *c) {
    return strcmp(word, a) == 0 || strcmp(word, b) == 0 || strcmp(word, c) == 0;
}

static int run(int count, char **words) {
    if (count == 0) {
        fprintf(stderr, "rung: what to do is missing; see: rung help\n");
        return EXIT_USAGE;
    }
    if (is_any(words[0], "--version", "-V", "version")) {
        printf("rung %s\n", rung_version());
        return EXIT_DONE;
    }
    bool help = is_any(words[0], "help", "--help", "-h");
    if (help && count == 1) return print_help();
    if (help) words++, count--;
    const command *c = find_command(words[0]);
    if (!c) return refuse_command(words[0]);
    if (help) return print_command_help(c);
    options o;
    if (!options_read(&o, c, count - 1, words + 1)) return EXIT_USAGE;
    return o.help ? print_command_help(c) : c->run(&o);
}

int main(int count, char **words) {
    int code = run(count - 1, words + 1);
    if (fflush(stdout) == 0 && !ferror(stdout)) return code;
    if (code == EXIT_DONE || code == EXIT_PARTNER_ERRORS)
        perror("error: cannot write the output");
    return EXIT_NOT_EVALUATED;
}
