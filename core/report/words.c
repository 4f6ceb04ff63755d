/* words.c - `rung words`: the language reference, from the table that the validator reads.
 *
 * All words by group, or all that bears one name: a noun with its fields, a word, a field. */
#include "syntax/words.h"
#include "report/json.h"
#include "report/table.h"
#include "report/words_reports.h"

#include <stdio.h>
#include <string.h>

/* Where the words of a group may stand. */
static const struct {
    const char *group, *title, *stands;
} groups[] = {
    {"numbers", "Numbers and money", "wherever a number may stand"},
    {"arithmetic", "Arithmetic", "wherever a number may stand"},
    {"values", "Values that vary", "wherever a value may stand"},
    {"bands", "Bands", "wherever a number may stand"},
    {"dates", "Dates", "wherever a date may stand, and in filters"},
    {"conditions", "Conditions", "in filters and requirements"},
    {"windows", "Windows of dates", "in filters, for a column that holds dates"},
    {"aggregates", "Aggregates over a source", "wherever a value of a partner may stand"},
    {"among rows", "A row among others",
     "where a row is at hand: in filters and in rules with 'each'"},
    {"across partners", "Across partners", "wherever a value of a partner may stand"},
    {"columns", "Columns", "in the columns of a source"},
    {"ladders", "Ladders", "in the fields 'promotes' and 'demotes' of a ladder"},
    {"guards", "Guards", "in a guard"},
    {"files", "Files", "in any rule file, by itself"},
    {"functions", "Functions and Lua",
     "where Lua is written: in functions and around declarations"},
};

enum { GROUPS = sizeof groups / sizeof *groups };

static const char *where_it_stands(const language_word *w) {
    for (int i = 0; i < GROUPS; i++) {
        if (strcmp(groups[i].group, w->group) == 0) return groups[i].stands;
    }
    return "";
}

/* --- people ------------------------------------------------------------------------------- */

/* A name or form and what it says, beside each other where there is room. */
static void write_line(writer *out, const char *form, const char *says) {
    enum { INDENT = 2, SECOND = 30 };
    size_t length = strlen(form);
    writer_string(out, "  ");
    writer_string(out, form);
    bool fits = length + INDENT < SECOND - 1;
    if (!fits) writer_byte(out, '\n');
    for (size_t at = fits ? length + INDENT : 0; at < SECOND; at++)
        writer_byte(out, ' ');
    writer_string(out, says);
    writer_byte(out, '\n');
}

static void write_heading(writer *out, const char *title, bool color) {
    table_say(out, TONE_HEADING, color, title);
    writer_byte(out, '\n');
}

static void write_all(writer *out, bool color) {
    write_heading(out, "Nouns: noun \"name\" { field = value }", color);
    for (const noun_word *n = language_nouns; n->name; n++)
        write_line(out, n->name, n->says);
    for (int i = 0; i < GROUPS; i++) {
        writer_byte(out, '\n');
        write_heading(out, groups[i].title, color);
        for (const language_word *w = language_words; w->name; w++) {
            if (strcmp(w->group, groups[i].group) == 0) write_line(out, w->form, w->says);
        }
        for (const language_word *w = code_words; w->name; w++) {
            if (strcmp(w->group, groups[i].group) == 0) write_line(out, w->form, w->says);
        }
    }
    writer_string(
        out,
        "\n`rung words WORD` shows one of them with an example, a noun with its fields.\n");
}

static void write_example(writer *out, const char *example) {
    writer_string(out, "\nExample:\n  ");
    for (const char *p = example; *p; p++) {
        writer_byte(out, *p);
        if (*p == '\n') writer_string(out, "  ");
    }
    writer_byte(out, '\n');
}

static void write_choices(writer *out, const field_word *f) {
    if (!f->choices) return;
    writer_string(out, "                              one of: ");
    for (const char *p = f->choices; *p; p++) {
        if (*p == ' ')
            writer_string(out, ", ");
        else if (*p == '(')
            writer_string(out, " ..");
        else
            writer_byte(out, *p);
    }
    writer_byte(out, '\n');
}

static void write_field(writer *out, const field_word *f, const char *name) {
    char form[64] = "";
    strncat(form, name, sizeof form - 16);
    if (f->required) strcat(form, " (needed)");
    write_line(out, form, f->says);
    write_choices(out, f);
}

/* Whether a noun's table holds tables with fields of their own: the parts of a score. */
static bool has_parts(const noun_word *n) {
    const field_word *f = field_find(n->name, "part");
    return f && f->shape == SHAPE_PARTS;
}

static void write_noun(writer *out, const noun_word *n, bool color) {
    write_heading(out, n->name, color);
    writer_string(out, "  ");
    writer_string(out, n->says);
    writer_string(out, "\n\nFields:\n");
    for (const field_word *f = language_fields; f->name; f++) {
        if (strcmp(f->noun, n->name) == 0) write_field(out, f, f->name);
    }
    if (has_parts(n)) writer_string(out, "\nFields of a part:\n");
    for (const field_word *f = language_fields; has_parts(n) && f->name; f++) {
        if (strcmp(f->noun, "part") == 0) write_field(out, f, f->name);
    }
    write_example(out, n->example);
}

static void write_word(writer *out, const language_word *w, bool color) {
    write_heading(out, w->form, color);
    writer_string(out, "  ");
    writer_string(out, w->says);
    writer_string(out, "\n\nStands ");
    bool after = w->method && !w->callable && !w->bare;
    writer_string(out, after ? "after a colon, behind an aggregate" : where_it_stands(w));
    if (w->method && !after) {
        writer_string(out, "; after a colon it asks of what is before it, as in x:");
        writer_string(out, w->name);
        writer_string(out, w->most ? "(..)" : "()");
    }
    writer_byte(out, '\n');
    write_example(out, w->example);
}

static void write_fields_named(writer *out, const char *name, bool color) {
    write_heading(out, name, color);
    writer_string(out, "  a field of:\n");
    for (const field_word *f = language_fields; f->name; f++) {
        if (strcmp(f->name, name) == 0) write_field(out, f, f->noun);
    }
}

/* --- machines ----------------------------------------------------------------------------- */

static void write_json_field(json *j, const field_word *f) {
    json_line(j);
    json_object(j, NULL);
    json_string(j, "name", f->name);
    json_boolean(j, "needed", f->required);
    json_string(j, "choices", f->choices);
    json_string(j, "says", f->says);
    json_end_object(j);
}

static void write_json_noun(json *j, const noun_word *n) {
    json_line(j);
    json_object(j, NULL);
    json_string(j, "name", n->name);
    json_string(j, "says", n->says);
    json_string(j, "example", n->example);
    json_array(j, "fields");
    for (const field_word *f = language_fields; f->name; f++) {
        if (strcmp(f->noun, n->name) == 0) write_json_field(j, f);
    }
    json_end_array(j);
    if (has_parts(n)) {
        json_array(j, "part");
        for (const field_word *f = language_fields; f->name; f++) {
            if (strcmp(f->noun, "part") == 0) write_json_field(j, f);
        }
        json_end_array(j);
    }
    json_end_object(j);
}

static void write_json_word(json *j, const language_word *w) {
    json_line(j);
    json_object(j, NULL);
    json_string(j, "name", w->name);
    json_string(j, "group", w->group);
    json_string(j, "form", w->form);
    json_string(j, "says", w->says);
    json_string(j, "stands", where_it_stands(w));
    json_boolean(j, "after_colon", w->method);
    json_string(j, "example", w->example);
    json_end_object(j);
}

/* All, or those called so. */
static void write_json(writer *out, const char *name, const noun_word *noun,
                       const language_word *word) {
    json j = {.out = out};
    json_object(&j, NULL);
    json_string(&j, "format", "rung.words/1");
    json_line(&j);
    json_array(&j, "nouns");
    for (const noun_word *n = language_nouns; n->name; n++) {
        if (!name || n == noun) write_json_noun(&j, n);
    }
    json_end_array(&j);
    json_line(&j);
    json_array(&j, "words");
    for (const language_word *w = language_words; w->name; w++) {
        if (!name || w == word) write_json_word(&j, w);
    }
    for (const language_word *w = code_words; w->name; w++) {
        if (!name || w == word) write_json_word(&j, w);
    }
    json_end_array(&j);
    json_end_object(&j);
    writer_byte(out, '\n');
}

/* --- one or all --------------------------------------------------------------------------- */

/* Whether the field takes the text: "always" for promotes. */
static bool takes(const field_word *f, const char *name) {
    size_t length = strlen(name);
    for (const char *p = f->choices; length && p && *p;) {
        size_t word = strcspn(p, " ");
        if (word == length && memcmp(p, name, length) == 0) return true;
        p += word + (p[word] == ' ');
    }
    return false;
}

static bool is_choice(const char *name) {
    for (const field_word *f = language_fields; f->name; f++)
        if (takes(f, name)) return true;
    return false;
}

static void write_fields_choosing(writer *out, const char *name, bool color) {
    write_heading(out, name, color);
    writer_string(out, "  a text, in quotes, for:\n");
    for (const field_word *f = language_fields; f->name; f++) {
        char form[80];
        if (!takes(f, name)) continue;
        snprintf(form, sizeof form, "%s of %s", f->name, f->noun);
        write_line(out, form, f->says);
    }
}

static bool is_field(const char *name) {
    for (const field_word *f = language_fields; f->name; f++) {
        if (strcmp(f->name, name) == 0) return true;
    }
    return false;
}

static void write_named(writer *out, const char *name, const noun_word *noun,
                        const language_word *word, bool color) {
    if (noun) write_noun(out, noun, color);
    if (noun && word) writer_byte(out, '\n');
    if (word) write_word(out, word, color);
    if (!noun && !word && is_field(name)) write_fields_named(out, name, color);
    if (!noun && !word && is_choice(name)) write_fields_choosing(out, name, color);
}

bool report_words(const char *name, const report_options *options, bool *known,
                  report_sink *sink, void *context) {
    const noun_word *noun = name ? noun_find(name) : NULL;
    const language_word *word = name ? word_find(name) : NULL;
    if (name && !word) word = code_word_find(name);
    *known = !name || noun || word || is_field(name) || is_choice(name);
    if (!*known) return true;
    writer out;
    writer_begin(&out, sink, context);
    if (options->format == REPORT_LUA)
        annotations_write(&out);
    else if (options->format == REPORT_JSON)
        write_json(&out, name, noun, word);
    else if (name)
        write_named(&out, name, noun, word, options->color);
    else
        write_all(&out, options->color);
    return writer_end(&out);
}
