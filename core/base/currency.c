/* currency.c - looks codes up in currencies.def: see currency.h. */
#include "base/currency.h"

#include <string.h>

typedef struct currency {
    const char *code;
    const char *spaced; /* the code as it is written before an amount */
    int places;
} currency;

static const currency currencies[] = {
#define CURRENCY(code, places) {#code, #code " ", places},
#include "base/currencies.def"
#undef CURRENCY
};

enum { CURRENCY_COUNT = sizeof currencies / sizeof currencies[0] };

static const currency *find(const char *code) {
    size_t first = 0, end = CURRENCY_COUNT;
    while (first < end) {
        size_t middle = first + (end - first) / 2;
        int order = strcmp(code, currencies[middle].code);
        if (order == 0) return &currencies[middle];
        if (order < 0)
            end = middle;
        else
            first = middle + 1;
    }
    return NULL;
}

int currency_places(const char *code) {
    const currency *found = find(code);
    return found ? found->places : -1;
}

const char *currency_code(size_t n) {
    return n < CURRENCY_COUNT ? currencies[n].code : NULL;
}

const char *currency_of_word(const char *word) {
    char code[4] = "";
    if (strlen(word) != 3) return NULL;
    for (int i = 0; i < 3; i++) {
        if (word[i] < 'a' || word[i] > 'z') return NULL;
        code[i] = (char)(word[i] - 'a' + 'A');
    }
    const currency *found = find(code);
    return found ? found->code : NULL;
}

const char *currency_prefix(const char *code) {
    if (strcmp(code, "USD") == 0) return "$";
    const currency *found = find(code);
    return found ? found->spaced : "";
}
