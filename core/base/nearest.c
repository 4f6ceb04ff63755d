#include "base/nearest.h"

#include <string.h>

enum { LONGEST = 40 };

static int smallest(int a, int b, int c) {
    int least = a < b ? a : b;
    return least < c ? least : c;
}

/* Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
static int distance(const char *a, size_t a_length, const char *b, size_t b_length) {
    int rows[3][LONGEST + 1];
    int *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= b_length; j++)
        above[j] = (int)j;
    for (size_t i = 1; i <= a_length; i++) {
        row[0] = (int)i;
        for (size_t j = 1; j <= b_length; j++) {
            int change = a[i - 1] != b[j - 1];
            row[j] = smallest(above[j] + 1, row[j - 1] + 1, above[j - 1] + change);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                before[j - 2] + 1 < row[j])
                row[j] = before[j - 2] + 1;
        }
        int *oldest = before;
        before = above;
        above = row;
        row = oldest;
    }
    return above[b_length];
}

nearest nearest_to(const char *wanted) {
    return (nearest){.wanted = wanted};
}

void nearest_offer(nearest *guess, const char *known) {
    size_t a = strlen(guess->wanted), b = strlen(known);
    if (a > LONGEST || b > LONGEST) return;
    int near_enough = a <= 4 ? 1 : a <= 8 ? 2 : 3;
    if (a <= 4 && b > a) near_enough = 2; /* amnt is amount */
    int d = distance(guess->wanted, a, known, b);
    /* A word that shares no more than half of its letters is no help. */
    size_t longer = a > b ? a : b;
    if (d > near_enough || d >= (int)a || (d > 1 && 2 * (size_t)d >= longer)) return;
    if (!guess->best || d < guess->distance) {
        guess->best = known;
        guess->distance = d;
    }
}
