/* catalog.c - finding names in what a database offers. */
#include "data/catalog.h"

#include <string.h>

static int lower(char c) {
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : (unsigned char)c;
}

bool catalog_same_name(const char *a, const char *b) {
    while (*a && lower(*a) == lower(*b)) {
        a++;
        b++;
    }
    return lower(*a) == lower(*b);
}

const catalog_table *catalog_find(const catalog *c, const char *name) {
    for (size_t i = 0; i < c->count; i++)
        if (strcmp(c->tables[i].name, name) == 0) return &c->tables[i];
    for (size_t i = 0; i < c->count; i++)
        if (catalog_same_name(c->tables[i].name, name)) return &c->tables[i];
    return NULL;
}

const char *catalog_column(const catalog_table *table, const char *name) {
    for (size_t i = 0; i < table->column_count; i++)
        if (catalog_same_name(table->columns[i], name)) return table->columns[i];
    return NULL;
}

static bool begins_with_word(const char *from, const char *word) {
    while (*word)
        if (lower(*from++) != *word++) return false;
    bool goes_on = (lower(*from) >= 'a' && lower(*from) <= 'z') || *from == '_' ||
                   (*from >= '0' && *from <= '9') || (unsigned char)*from >= 0x80;
    return *from && !goes_on;
}

bool catalog_is_select(const char *from) {
    from += strspn(from, " \t\r\n");
    return begins_with_word(from, "select") || begins_with_word(from, "with");
}
