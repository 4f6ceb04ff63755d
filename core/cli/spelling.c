/* spelling.c - the distance between two words, for "did you mean". Called for commands, options
 * and formats, which are few and short. */
#include "cli/spelling.h"

#include <stddef.h>
#include <string.h>

enum { LONGEST = 32 };

static int least(int a, int b) {
    return a < b ? a : b;
}

/* Letters to add, drop, change or swap with their neighbour. */
static int distance(const char *a, const char *b) {
    int rows[LONGEST + 1][LONGEST + 1];
    int m = (int)strlen(a), n = (int)strlen(b);
    if (m > LONGEST || n > LONGEST) return LONGEST;
    for (int i = 0; i <= m; i++) {
        for (int k = 0; k <= n; k++) {
            if (i == 0 || k == 0) {
                rows[i][k] = i + k;
                continue;
            }
            int change = rows[i - 1][k - 1] + (a[i - 1] != b[k - 1]);
            rows[i][k] = least(change, least(rows[i - 1][k], rows[i][k - 1]) + 1);
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
                rows[i][k] = least(rows[i][k], rows[i - 2][k - 2] + 1);
        }
    }
    return rows[m][n];
}

spelling spelling_of(const char *wanted) {
    /* A third of the letters may be wrong; the dashes of an option are none. */
    size_t letters = strlen(wanted + strspn(wanted, "-"));
    return (spelling){wanted, NULL, (int)letters / 3 + 1};
}

void spelling_offer(spelling *s, const char *known) {
    int d = distance(s->wanted, known);
    if (d >= s->distance) return;
    s->distance = d;
    s->best = known;
}
