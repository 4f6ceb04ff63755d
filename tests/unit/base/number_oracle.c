/* number_oracle.c - works out the cases of scripts/number_cases.py and compares the answers.
 *
 * Usage: number_cases.py | number_oracle. Prints each case that comes out differently; exit 1
 * on any, 2 when a line is not understood or nothing was read. */
#include "base/number.h"
#include "base/split.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_LINE = 8192, MOST_WORDS = 80, MOST_PARTS = 32 };

/* What a case says between its word and '='. */
typedef struct arguments {
    char *words[MOST_WORDS];
    int count;
} arguments;

typedef struct answer {
    char text[LONGEST_LINE];
} answer;

static void stop(const char *why, const char *what) {
    fprintf(stderr, "number_oracle: %s: %s\n", why, what);
    exit(2);
}

static number number_at(const arguments *a, int i) {
    number value;
    if (i >= a->count) stop("too few arguments after", a->count ? a->words[0] : "nothing");
    if (!number_from_text(&value, a->words[i], strlen(a->words[i])))
        stop("not a number", a->words[i]);
    return value;
}

static int integer_at(const arguments *a, int i) {
    if (i >= a->count) stop("too few arguments after", a->count ? a->words[0] : "nothing");
    return atoi(a->words[i]);
}

/* All 18 places; independent of number_print, which shows 9. */
static void append_exact(answer *out, number value) {
    char digits[64];
    size_t length = sizeof digits;
    bool negative = value < 0;
    digits[--length] = '\0';
    for (int place = 0; place < 19 || value != 0; place++) {
        int digit = (int)(value % 10);
        if (place == 18) digits[--length] = '.';
        digits[--length] = (char)('0' + abs(digit));
        value /= 10;
    }
    char *end = digits + sizeof digits - 2;
    while (*end == '0')
        *end-- = '\0';
    if (*end == '.') *end = '\0';
    if (negative) digits[--length] = '-';
    if (out->text[0]) strcat(out->text, " ");
    strcat(out->text, digits + length);
}

static void append_outcome(answer *out, bool worked, number value) {
    if (worked)
        append_exact(out, value);
    else
        strcat(out->text, "overflow");
}

static void work_out_add(const arguments *a, answer *out) {
    number r = 0;
    bool worked = number_add(&r, number_at(a, 0), number_at(a, 1));
    append_outcome(out, worked, r);
}

static void work_out_subtract(const arguments *a, answer *out) {
    number r = 0;
    bool worked = number_subtract(&r, number_at(a, 0), number_at(a, 1));
    append_outcome(out, worked, r);
}

static void work_out_multiply(const arguments *a, answer *out) {
    number r = 0;
    bool worked = number_multiply(&r, number_at(a, 0), number_at(a, 1));
    append_outcome(out, worked, r);
}

static void work_out_divide(const arguments *a, answer *out) {
    number r = 0;
    bool worked = number_divide(&r, number_at(a, 0), number_at(a, 1));
    append_outcome(out, worked, r);
}

static void work_out_multiply_divide(const arguments *a, answer *out) {
    number r = 0;
    bool worked = number_multiply_divide(&r, number_at(a, 0), number_at(a, 1), number_at(a, 2));
    append_outcome(out, worked, r);
}

static void work_out_compare(const arguments *a, answer *out) {
    int order = number_compare(number_at(a, 0), number_at(a, 1));
    sprintf(out->text, "%d", (order > 0) - (order < 0));
}

static number_rounding mode_at(const arguments *a, int i) {
    static const char *const modes[] = {[ROUND_HALF_UP] = "half_up",
                                        [ROUND_HALF_EVEN] = "half_even",
                                        [ROUND_DOWN] = "down",
                                        [ROUND_UP] = "up"};
    for (int mode = ROUND_HALF_UP; i < a->count && mode <= ROUND_UP; mode++) {
        if (strcmp(a->words[i], modes[mode]) == 0) return (number_rounding)mode;
    }
    stop("not a way of rounding", i < a->count ? a->words[i] : "nothing");
    return ROUND_HALF_UP;
}

static void work_out_round(const arguments *a, answer *out) {
    append_exact(out, number_round(number_at(a, 0), integer_at(a, 1), mode_at(a, 2)));
}

static void work_out_print(const arguments *a, answer *out) {
    number_print(out->text, number_at(a, 0), integer_at(a, 1));
}

static void work_out_print_fixed(const arguments *a, answer *out) {
    number_print_fixed(out->text, number_at(a, 0), integer_at(a, 1));
}

/* x, how many bands, then from and rate of each: every slice at its own rate. */
static void work_out_marginal(const arguments *a, answer *out) {
    number x = number_at(a, 0), total = 0;
    int count = integer_at(a, 1);
    for (int i = 0; i < count; i++) {
        number from = number_at(a, 2 + 2 * i), rate = number_at(a, 3 + 2 * i), end = x;
        if (number_compare(x, from) < 0) break;
        if (i + 1 < count && number_at(a, 4 + 2 * i) < end) end = number_at(a, 4 + 2 * i);
        number slice = 0, earned = 0;
        if (!number_subtract(&slice, end, from) || !number_multiply(&earned, slice, rate) ||
            !number_add(&total, total, earned)) {
            strcat(out->text, "overflow");
            return;
        }
    }
    append_exact(out, total);
}

typedef bool splitter(number total, const number *values, size_t count, int places,
                      number *parts);

/* total, places, how many parts, then the weight or line of each. */
static void work_out_parts(const arguments *a, answer *out, splitter *divide) {
    number values[MOST_PARTS], parts[MOST_PARTS];
    int count = integer_at(a, 2);
    if (count < 1 || count > MOST_PARTS) stop("too many parts", a->words[2]);
    for (int i = 0; i < count; i++)
        values[i] = number_at(a, 3 + i);
    if (!divide(number_at(a, 0), values, (size_t)count, integer_at(a, 1), parts)) {
        strcat(out->text, "refused");
        return;
    }
    for (int i = 0; i < count; i++)
        append_exact(out, parts[i]);
}

static void work_out_split(const arguments *a, answer *out) {
    work_out_parts(a, out, split_largest_remainder);
}

static void work_out_lines(const arguments *a, answer *out) {
    work_out_parts(a, out, split_rounded_lines);
}

static const struct {
    const char *word;
    void (*work_out)(const arguments *a, answer *out);
} kinds[] = {
    {"add", work_out_add},
    {"subtract", work_out_subtract},
    {"multiply", work_out_multiply},
    {"divide", work_out_divide},
    {"multiply_divide", work_out_multiply_divide},
    {"compare", work_out_compare},
    {"round", work_out_round},
    {"print", work_out_print},
    {"print_fixed", work_out_print_fixed},
    {"marginal", work_out_marginal},
    {"split", work_out_split},
    {"lines", work_out_lines},
};

static void work_out(const char *word, const arguments *a, answer *out) {
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (strcmp(kinds[i].word, word) == 0) {
            kinds[i].work_out(a, out);
            return;
        }
    }
    stop("unknown kind of case", word);
}

/* Whether a line's case comes out as it says. */
static bool case_holds(const char *line) {
    char copy[LONGEST_LINE];
    strcpy(copy, line);
    char *expected = strstr(copy, " = ");
    if (!expected) stop("no answer on the line", line);
    *expected = '\0';
    expected += strlen(" = ");
    arguments found = {.count = 0};
    char *word = strtok(copy, " ");
    for (char *next; (next = strtok(NULL, " "));) {
        if (found.count == MOST_WORDS) stop("too many arguments", line);
        found.words[found.count++] = next;
    }
    answer out = {.text = ""};
    work_out(word ? word : "", &found, &out);
    if (strcmp(out.text, expected) == 0) return true;
    printf("%s, but got %s\n", line, out.text);
    return false;
}

int main(void) {
    char line[LONGEST_LINE];
    size_t cases = 0, wrong = 0;
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        cases++;
        if (!case_holds(line)) wrong++;
    }
    if (cases == 0) stop("no cases", "stdin is empty");
    printf("%zu cases, %zu wrong\n", cases, wrong);
    return wrong != 0;
}
