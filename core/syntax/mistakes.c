/* mistakes.c - the wording of what is wrong with a rule file's text. */
#include "syntax/mistakes.h"

#include "base/currency.h"
#include "syntax/words.h"

#include <stdio.h>
#include <string.h>

/* %.*s of a token as written. */
#define WRITTEN(list, t) (int)(t)->length, token_text(list, t).bytes

enum { HINT_BYTES = 160, LONGEST_QUOTED = 40 };

/* { bookings >= 5 }: a key and what is asked of it, as people write it down. */
static bool follows_key(const token_list *list, const token *t) {
    size_t before = (size_t)(t - list->items);
    return before >= 2 && t[-1].kind == TOKEN_NAME && t[-1].length <= LONGEST_QUOTED &&
           (t[-2].kind == '{' || t[-2].kind == ',');
}

bool mistake_operator(problem_list *problems, const token_list *list, const token *t) {
    char in_table[HINT_BYTES];
    static const struct {
        const char *sign, *hint;
    } refused[] = {
        {"and", "write all_of { .., .. }"},
        {"or", "write any_of { .., .. }, or or_else(x, y) for a missing value"},
        {"not", "write none_of { .. }"},
        {"==", "write x:is(v), or field = v in a table"},
        {"~=", "write x:is_not(v), or field = is_not(v) in a table"},
        {"!=", "write x:is_not(v), or field = is_not(v) in a table"},
        {">=", "write x:at_least(v)"},
        {">", "write x:above(v)"},
        {"<=", "write x:at_most(v)"},
        {"<", "write x:below(v)"},
        {"&&", "write all_of { .., .. }"},
        {"||", "write any_of { .., .. }, or or_else(x, y) for a missing value"},
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        if (!token_is(list, t, refused[i].sign)) continue;
        const char *hint = refused[i].hint,
                   *word = strncmp(hint, "write x:", 8) ? NULL : hint + 8;
        if (word && !strchr(word, ',') && follows_key(list, t)) {
            snprintf(in_table, sizeof in_table, "write %.*s = %s", WRITTEN(list, t - 1), word);
            hint = in_table;
        }
        problem_add(problems, token_place(list, t), hint, "'%s' cannot build a rule",
                    refused[i].sign);
        return true;
    }
    return false;
}

void mistake_twice(problem_list *problems, place first, place again, const char *key) {
    char hint[HINT_BYTES];
    snprintf(hint, sizeof hint, "keep the one of line %d or the one of line %d", first.line,
             again.line);
    problem_add_two(problems, again, first,
                    first.line == again.line ? "keep the first or the second" : hint,
                    "'%s' is written twice in this table", key);
}

/* 5 percent, 12 months, 500 USD, usd 500, above 10: the word that was meant as a call, in lower
 * case, or false. */
static bool call_meant(const token_list *list, const token *word, char name[LONGEST_QUOTED]) {
    static const struct {
        const char *said, *word;
    } meant[] = {{"percent", "percent"}, {"pct", "percent"},  {"day", "days"},
                 {"days", "days"},       {"month", "months"}, {"months", "months"}};
    text written = token_text(list, word);
    if (word->kind != TOKEN_NAME || written.length >= LONGEST_QUOTED) return false;
    snprintf(name, LONGEST_QUOTED, "%.*s", WRITTEN(list, word));
    for (size_t i = 0; i < sizeof meant / sizeof *meant; i++) {
        if (strcmp(meant[i].said, name) != 0) continue;
        snprintf(name, LONGEST_QUOTED, "%s", meant[i].word);
        return true;
    }
    bool code = currency_places(name) >= 0;
    for (size_t i = 0; code && name[i]; i++)
        name[i] = (char)(name[i] - 'A' + 'a');
    return code || word_is_currency(name);
}

/* above 10, in x:above 10 */
static bool is_condition_word(const token_list *list, const token *word,
                              char name[LONGEST_QUOTED]) {
    if (word->kind != TOKEN_NAME || word->length >= LONGEST_QUOTED) return false;
    snprintf(name, LONGEST_QUOTED, "%.*s", WRITTEN(list, word));
    const language_word *known = word_find(name);
    return known && (known->method || known->callable);
}

/* this quarter, at_least silver: the text that was meant stands without its quotes. */
static bool hint_for_text(const token_list *list, const token *last, char hint[HINT_BYTES]) {
    char word[LONGEST_QUOTED];
    const token *next = last + 1;
    if (last->kind != TOKEN_NAME || last->length >= LONGEST_QUOTED ||
        next->kind != TOKEN_NAME || next->length >= LONGEST_QUOTED || next[1].kind == '=' ||
        next->line != last->line)
        return false;
    snprintf(word, sizeof word, "%.*s", WRITTEN(list, last));
    const language_word *known = word_find(word);
    if (!known || !known->callable) return false;
    snprintf(hint, HINT_BYTES, "write %s \"%.*s\"", word, WRITTEN(list, next));
    return true;
}

/* "write percent(5)", where a number and a word stand side by side. */
static bool hint_for_call(const token_list *list, const token *last, char hint[HINT_BYTES]) {
    const token *next = last + 1;
    char name[LONGEST_QUOTED];
    bool behind = last->kind == TOKEN_NUMBER, before = next->kind == TOKEN_NUMBER;
    if (last->kind == TOKEN_END || behind == before) return false;
    const token *number = behind ? last : next, *word = behind ? next : last;
    if (number->length > LONGEST_QUOTED) return false;
    if (!call_meant(list, word, name) && (behind || !is_condition_word(list, word, name)))
        return false;
    snprintf(hint, HINT_BYTES, "write %s(%.*s)", name, WRITTEN(list, number));
    return true;
}

void mistake_comma(problem_list *problems, const token_list *list, const token *last,
                   const char *what) {
    char hint[HINT_BYTES] = "write ',' after it";
    bool is_short = last->length <= LONGEST_QUOTED && last->line == last->end_line;
    if (is_short && last->length == 1 && strchr("})]", last->kind)) {
        snprintf(hint, sizeof hint, "write ',' after the '%c'", last->kind);
    } else if (is_short) {
        snprintf(hint, sizeof hint, "write ',' after %.*s", WRITTEN(list, last));
    }
    if (!hint_for_text(list, last, hint)) hint_for_call(list, last, hint);
    problem_add(problems, token_place(list, last), hint, "a comma is missing after this %s",
                what);
}

static const char *closing(const token *opener) {
    switch (opener->kind) {
    case '{':
        return "}";
    case '(':
        return ")";
    case '[':
        return "]";
    case TOKEN_REPEAT:
        return "until";
    default:
        return "end";
    }
}

void mistake_unclosed(problem_list *problems, const token_list *list, const token *opener,
                      const token *before) {
    char hint[HINT_BYTES];
    snprintf(hint, sizeof hint, "write '%s' where it ends", closing(opener));
    if (before)
        snprintf(hint, sizeof hint, "write '%s' before line %d", closing(opener), before->line);
    if (before && before->line == opener->line)
        snprintf(hint, sizeof hint, "write '%s' before '%.*s'", closing(opener),
                 before->length <= LONGEST_QUOTED ? (int)before->length : 0,
                 token_text(list, before).bytes);
    problem_add_two(problems, token_place(list, opener),
                    before ? token_place(list, before) : (place){0}, hint,
                    "this '%.*s' is never closed", WRITTEN(list, opener));
}

void mistake_crossed(problem_list *problems, const token_list *list, const token *opener,
                     const token *closer) {
    char hint[HINT_BYTES];
    snprintf(hint, sizeof hint, "the '%.*s' of line %d is still open", WRITTEN(list, opener),
             opener->line);
    problem_add_two(problems, token_place(list, closer), token_place(list, opener), hint,
                    "'%s' is missing before this '%.*s'", closing(opener),
                    WRITTEN(list, closer));
}

void mistake_stray(problem_list *problems, const token_list *list, const token *closer) {
    problem_add(problems, token_place(list, closer),
                "take it away, or look above for one closed too early",
                "this '%.*s' closes nothing", WRITTEN(list, closer));
}

void mistake_if(problem_list *problems, const token_list *list, const token *t) {
    problem_add(problems, token_place(list, t), "write when(condition, x, y)",
                "'if' cannot stand within a declaration");
}

void mistake_colon(problem_list *problems, const token_list *list, const token *colon) {
    char hint[HINT_BYTES];
    const token *name = colon - 1;
    snprintf(hint, sizeof hint, "write = instead of the colon: %.*s = ..",
             name->length <= LONGEST_QUOTED ? (int)name->length : 0,
             token_text(list, name).bytes);
    problem_add(problems, token_place(list, colon), hint, "':' cannot stand here");
}

void mistake_unfinished(problem_list *problems, const token_list *list, const token *t) {
    text written = token_text(list, t);
    place at = token_place(list, t);
    char hint[HINT_BYTES];
    if (*written.bytes == '"' || *written.bytes == '\'') {
        snprintf(hint, sizeof hint, "write %c where it ends, on the same line", *written.bytes);
        problem_add(problems, at, hint, "this text has no closing %c", *written.bytes);
        return;
    }
    bool comment = *written.bytes == '-';
    size_t opens = comment ? 2 : 0, equals = 0;
    while (written.bytes[opens + 1 + equals] == '=')
        equals++;
    int shown = equals < LONGEST_QUOTED ? (int)equals : LONGEST_QUOTED;
    snprintf(hint, sizeof hint, "write ]%.*s] where it ends", shown, written.bytes + opens + 1);
    at.width = (int)(opens + equals + 2);
    problem_add(problems, at, hint,
                comment ? "this comment never ends" : "this text never ends");
}

/* Quotes as word processors write them: U+2018 to U+201F, guillemets, and the backtick. */
static bool is_foreign_quote(text t) {
    const char *b = t.bytes;
    if (t.length == 3)
        return memcmp(b, "\xE2\x80", 2) == 0 && (unsigned char)b[2] >= 0x98 &&
               (unsigned char)b[2] <= 0x9F;
    if (t.length == 2) return memcmp(b, "\xC2\xAB", 2) == 0 || memcmp(b, "\xC2\xBB", 2) == 0;
    return t.length == 1 && *b == '`';
}

/* Currency signs before an amount, and the word to write instead. */
static const char *currency_word(text t) {
    static const struct {
        const char *sign, *hint;
    } signs[] = {{"$", "write an amount as usd(150000)"},
                 {"\xE2\x82\xAC", "write an amount as eur(150000)"},
                 {"\xC2\xA3", "write an amount as gbp(150000)"},
                 {"\xC2\xA5", "write an amount as jpy(150000)"}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (text_equal(t, text_of(signs[i].sign))) return signs[i].hint;
    }
    return NULL;
}

/* Zeros for the k or m at a number's end: 250k is 250000, 1.5m is 1500000. */
static int zeros_meant(char last) {
    return last == 'k' || last == 'K' ? 3 : last == 'm' || last == 'M' ? 6 : 0;
}

/* The number that was meant, in digits and at most one point; false when it is too long. */
static bool plain_digits(text written, char digits[LONGEST_QUOTED]) {
    int zeros = zeros_meant(written.bytes[written.length - 1]), places = -1;
    size_t count = 0;
    for (size_t i = 0; i < written.length; i++) {
        char c = written.bytes[i];
        if (c == '.' && zeros) places = 0;
        if (!((c >= '0' && c <= '9') || (c == '.' && !zeros))) continue;
        if (count + 1 >= LONGEST_QUOTED) return false;
        digits[count++] = c;
        if (places >= 0 && c != '.') places++;
    }
    for (int i = places > 0 ? places : 0; i < zeros && count + 1 < LONGEST_QUOTED; i++)
        digits[count++] = '0';
    digits[count] = '\0';
    return places <= zeros;
}

void mistake_number(problem_list *problems, const token_list *list, const token *number,
                    const token *last) {
    place at = token_place(list, number);
    at.width = (int)(last->offset + last->length - number->offset);
    text written = {list->file->bytes + number->offset, (size_t)at.width};
    char hint[HINT_BYTES], digits[LONGEST_QUOTED];
    bool percent = written.bytes[written.length - 1] == '%';
    bool short_enough = plain_digits(written, digits);
    snprintf(hint, sizeof hint, percent ? "write percent(%s)" : "write the digits alone: %s",
             digits);
    problem_add(problems, at, short_enough ? hint : "write the digits alone",
                "'%.*s' is no number", at.width < LONGEST_QUOTED ? at.width : LONGEST_QUOTED,
                written.bytes);
}

void mistake_unknown(problem_list *problems, const token_list *list, const token *t) {
    text written = token_text(list, t);
    place at = token_place(list, t);
    unsigned char first = (unsigned char)written.bytes[0];
    if (is_foreign_quote(written)) {
        problem_add(problems, at, "write straight quotes: \"gold\"", "%.*s is not a quote",
                    WRITTEN(list, t));
    } else if (first < ' ' || first == 0x7F || (first >= 0x80 && written.length == 1)) {
        problem_add(problems, at, "save the file as plain UTF-8 text",
                    "the byte %u cannot stand here", first);
    } else {
        const char *amount = currency_word(written);
        problem_add(problems, at,
                    amount         ? amount
                    : first == '?' ? "write when(condition, x, y)"
                    : first == '!'
                        ? "write none_of { .. }"
                        : "names are made of a to z, 0 to 9 and _; texts stand in quotes",
                    "'%.*s' cannot stand here", WRITTEN(list, t));
    }
}

void mistake_reserved(problem_list *problems, const token_list *list, const token *t) {
    char hint[HINT_BYTES];
    snprintf(hint, sizeof hint,
             "a column gets another name with %.*s_on = column(\"%.*s\", date); as a key write "
             "[\"%.*s\"] = ..",
             WRITTEN(list, t), WRITTEN(list, t), WRITTEN(list, t));
    problem_add(problems, token_place(list, t), hint,
                "'%.*s' is a word of Lua and cannot be a name", WRITTEN(list, t));
}

void mistake_braces(problem_list *problems, const token_list *list, const token *name) {
    char hint[HINT_BYTES];
    snprintf(hint, sizeof hint, "write { %.*s = .. }",
             name->length <= LONGEST_QUOTED ? (int)name->length : 0,
             token_text(list, name).bytes);
    problem_add(problems, token_place(list, name), hint, "'%.*s =' must stand inside { }",
                WRITTEN(list, name));
}

void mistake_depth(problem_list *problems, const token_list *list, const token *opener) {
    problem_add(problems, token_place(list, opener), "give inner parts a name with local",
                "brackets are nested too deeply: 200 are open here");
}
