/* spelling.h - the word that a misspelt one was probably meant to be. */
#ifndef RUNG_CLI_SPELLING_H
#define RUNG_CLI_SPELLING_H

typedef struct spelling {
    const char *wanted;
    const char *best; /* NULL: nothing is near */
    int distance;
} spelling;

spelling spelling_of(const char *wanted);
void spelling_offer(spelling *s, const char *known);

#endif
