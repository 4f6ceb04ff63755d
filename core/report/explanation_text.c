/* explanation_text.c - an explanation as people read it: ✓ met, ✗ not met, • neither.
 *
 * Siblings stand in columns: label, value, what there is to say. Lines wrap under the column in
 * which they began. Texts from data are made safe for terminals here. */
#include "explain/amount.h"
#include "report/character.h"
#include "report/explanation_reports.h"

#include <string.h>

enum {
    NARROW = 60,
    USUAL_WIDTH = 100,
    LABEL_WIDEST = 44,
    VALUE_WIDEST = 20,
    INDENT = 2,
    NARROWEST = 32
};

typedef struct printing {
    writer *out;
    bool color;
    text_buffer scratch;
    size_t width;  /* columns of a line */
    size_t column; /* where the cursor stands */
    size_t owed;   /* blanks before it that are written once something follows */
} printing;

static bool is_kind(const explanation *e, const char *kind) {
    return strcmp(e->kind, kind) == 0;
}

/* Amounts one under the other stand flush right. */
static bool is_flush_right(const explanation *e) {
    static const char *const kinds[] = {"line", "rest", "amount", "claim"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (is_kind(e, kinds[i])) return true;
    return false;
}

/* Metrics and settings are known by what rules call them; their title follows. */
static bool goes_by_name(const explanation *e) {
    return e->name && (is_kind(e, "metric") || is_kind(e, "setting"));
}

static const char *label_of(const explanation *e) {
    return goes_by_name(e) ? e->name : e->label;
}

static text safe(printing *p, const char *words) {
    text_clear(&p->scratch);
    character_show(&p->scratch, text_of(words));
    if (p->scratch.failed) p->out->failed = true;
    return (text){p->scratch.bytes ? p->scratch.bytes : "", p->scratch.length};
}

static void tone(printing *p, const char *escape) {
    if (p->color) writer_string(p->out, escape);
}

static void put_shown(printing *p, text shown) {
    for (; shown.length && p->owed; p->owed--)
        writer_byte(p->out, ' ');
    writer_put(p->out, shown.bytes, shown.length);
    p->column += character_width(shown);
}

static void put(printing *p, const char *words) {
    put_shown(p, safe(p, words));
}

static void pad_to(printing *p, size_t column) {
    if (column <= p->column) return;
    p->owed += column - p->column;
    p->column = column;
}

static void end_line(printing *p) {
    writer_byte(p->out, '\n');
    p->column = p->owed = 0;
}

/* Words, broken at blanks; further lines begin at `hanging`. */
static void flow(printing *p, const char *words, size_t hanging) {
    text all = safe(p, words);
    for (size_t at = 0; at < all.length;) {
        size_t end = at;
        while (end < all.length && all.bytes[end] == ' ')
            end++;
        size_t start = end;
        while (end < all.length && all.bytes[end] != ' ')
            end++;
        text word = {all.bytes + start, end - start};
        size_t width = character_width(word);
        if (p->column > hanging && p->column + (start - at) + width > p->width) {
            end_line(p);
            pad_to(p, hanging);
        } else {
            pad_to(p, p->column + (start - at));
        }
        put_shown(p, word);
        at = end;
    }
}

typedef struct columns {
    size_t label, value; /* widths */
} columns;

static size_t width_of(printing *p, const char *words, size_t widest) {
    size_t width = words ? character_width(safe(p, words)) : 0;
    return width > widest ? 0 : width; /* an exception widens no column */
}

static bool has_body(const explanation *e) {
    return e->shown || e->note || e->formula;
}

static columns measure_siblings(printing *p, const explanation *first, bool right) {
    columns found = {0, 0};
    for (const explanation *e = first; e; e = e->next) {
        if (is_flush_right(e) != right || !has_body(e)) continue;
        size_t label = width_of(p, label_of(e), LABEL_WIDEST);
        size_t value = width_of(p, e->shown, VALUE_WIDEST);
        if (label > found.label) found.label = label;
        if (value > found.value) found.value = value;
    }
    return found;
}

static void print_mark(printing *p, explanation_state state) {
    static const char *const marks[] = {"•", "✓", "✗", "!"};
    static const char *const tones[] = {"\x1b[2m", "\x1b[32m", "\x1b[31m", "\x1b[31m"};
    tone(p, tones[state]);
    put(p, marks[state]);
    tone(p, "\x1b[0m");
    pad_to(p, p->column + 1);
}

static void print_value(printing *p, const explanation *e, size_t width, bool right) {
    size_t begins = p->column, taken = character_width(safe(p, e->shown ? e->shown : ""));
    if (right && taken < width) pad_to(p, begins + width - taken);
    if (e->shown) put(p, e->shown);
    if (e->note || e->formula) pad_to(p, begins + width);
}

static bool has_place(const explanation *e) {
    static const char *const kinds[] = {"requirement", "reason", "error"};
    for (size_t i = 0; e->at.file && e->at.line && i < sizeof kinds / sizeof *kinds; i++)
        if (is_kind(e, kinds[i])) return true;
    return false;
}

static void say_place(text_buffer *out, place at) {
    if (!at.file) return;
    text_print(out, "%s%s", out->length ? " · " : "", at.file->name);
    if (at.line) text_print(out, ":%d", at.line);
}

/* A formula stands in brackets behind what it explains the need of, else after "=". */
static void say_formula(text_buffer *out, const explanation *e) {
    bool asks = is_kind(e, "requirement"), lists = !e->shown;
    text_print(out, "%s%s%s", asks ? "(" : lists ? "" : "= ", e->formula, asks ? ")" : "");
}

/* Whether more words fit on this line, with two blanks before them. */
static bool fits(printing *p, const char *words) {
    return p->column + 2 + character_width(safe(p, words)) <= p->width;
}

static void print_formula(printing *p, const explanation *e, size_t indent, size_t hanging) {
    text_buffer said = {0};
    say_formula(&said, e);
    if (said.failed) {
        p->out->failed = true;
    } else if (!e->shown && !e->note) {
        flow(p, said.bytes, hanging);
    } else {
        bool same_line = !is_kind(e, "metric") && fits(p, said.bytes);
        if (!same_line) end_line(p);
        pad_to(p, same_line ? p->column + (e->note ? 2 : 0) : indent + INDENT);
        flow(p, said.bytes, same_line ? hanging : indent + 2 * INDENT);
    }
    text_free(&said);
}

static void print_place(printing *p, const explanation *e, size_t hanging) {
    text_buffer said = {0};
    if (has_place(e)) say_place(&said, e->at);
    if (said.failed) p->out->failed = true;
    if (said.length) {
        bool same_line = fits(p, said.bytes);
        if (!same_line) end_line(p);
        pad_to(p, same_line ? p->column + 2 : hanging);
        tone(p, "\x1b[2m");
        put(p, said.bytes);
        tone(p, "\x1b[0m");
    }
    text_free(&said);
}

static void print_body(printing *p, const explanation *e, size_t indent) {
    size_t hanging = p->column + NARROWEST > p->width ? indent + INDENT : p->column;
    if (e->note) flow(p, e->note, hanging);
    if (e->formula) print_formula(p, e, indent, hanging);
    print_place(p, e, hanging);
}

/* Name, clause and place of a declaration, under it. */
static void print_source(printing *p, const explanation *e, size_t indent) {
    static const char *const kinds[] = {"ladder", "level",     "certification", "obligation",
                                        "metric", "incentive", "spiff",         "fund",
                                        "score",  "setting",   "routing"};
    bool declared = is_kind(e, "part") && e->why;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        declared |= is_kind(e, kinds[i]);
    if (!declared) return;
    text_buffer said = {0};
    const char *other = goes_by_name(e) ? e->label : e->name;
    if (other && strcmp(other, label_of(e))) text_append_string(&said, other);
    if (e->why) text_print(&said, "%s%s", said.length ? " · " : "", e->why);
    say_place(&said, e->at);
    if (said.failed) p->out->failed = true;
    if (said.length) {
        pad_to(p, indent);
        tone(p, "\x1b[2m");
        flow(p, said.bytes, indent);
        tone(p, "\x1b[0m");
        end_line(p);
    }
    text_free(&said);
}

static void print_line(printing *p, const explanation *e, size_t depth, columns wide) {
    bool right = is_flush_right(e);
    pad_to(p, depth * INDENT);
    if (depth || e->state != REASON_NEUTRAL) print_mark(p, e->state);
    size_t begins = p->column;
    if (!depth) tone(p, "\x1b[1m");
    flow(p, label_of(e), begins + INDENT);
    if (!depth) tone(p, "\x1b[0m");
    if (has_body(e)) {
        pad_to(p, begins + wide.label);
        pad_to(p, p->column + 2);
        if (wide.value || e->shown) print_value(p, e, wide.value, right);
        if ((wide.value || e->shown) && (e->note || e->formula)) pad_to(p, p->column + 2);
    }
    print_body(p, e, begins);
    end_line(p);
    print_source(p, e, begins > INDENT ? begins : INDENT);
}

static void print_children(printing *p, const explanation *first, size_t depth) {
    columns left = measure_siblings(p, first, false), right = measure_siblings(p, first, true);
    for (const explanation *e = first; e; e = e->next) {
        if (!depth) {
            end_line(p);
            left = (columns){0, 0};
        }
        print_line(p, e, depth, is_flush_right(e) ? right : left);
        print_children(p, e->first, depth + 1);
    }
}

static void print_head(printing *p, const explanation_head *head) {
    char day[DATE_TEXT], room[AMOUNT_TEXT];
    const plan *rules = head->plan;
    text_buffer said = {0};
    text_append(&said, head->id.bytes, head->id.length);
    if (head->name.length) text_append_string(&said, "  ");
    text_append(&said, head->name.bytes, head->name.length);
    tone(p, "\x1b[1m");
    if (said.length) put(p, said.bytes);
    tone(p, "\x1b[0m");
    end_line(p);
    text_clear(&said);
    date_print(day, rules->as_of);
    text_print(&said, "%s%s%s, as of %s", rules->name, rules->version ? " " : "",
               rules->version ? rules->version : "", day);
    if (rules->program.why) text_print(&said, " · %s", rules->program.why);
    if (said.failed) p->out->failed = true;
    if (said.length) flow(p, said.bytes, INDENT);
    end_line(p);
    text paid = amount_money(head->payout.number, rules, room);
    put(p, "payout ");
    put(p, head->wrong ? "none: this partner has errors" : paid.bytes);
    end_line(p);
    text_free(&said);
}

void explanation_print_text(const explanation_head *head, const explanation *root, bool color,
                            writer *out) {
    size_t width = head->width ? head->width : USUAL_WIDTH;
    printing p = {.out = out, .color = color, .width = width < NARROW ? NARROW : width};
    if (p.width > USUAL_WIDTH) p.width = USUAL_WIDTH;
    print_head(&p, head);
    print_children(&p, root->first, 0);
    text_free(&p.scratch);
}

static bool gather(void *context, const char *bytes, size_t length) {
    text_append(context, bytes, length);
    return !((text_buffer *)context)->failed;
}

void report_reasons(const explanation *root, size_t depth, text_buffer *out) {
    writer gathered;
    writer_begin(&gathered, gather, out);
    printing p = {.out = &gathered, .width = USUAL_WIDTH};
    print_children(&p, root->first, depth);
    text_free(&p.scratch);
    if (!writer_end(&gathered)) out->failed = true;
}
