/* digest.c - a fingerprint of everything that was read.
 *
 * Each row is hashed alone and the hashes are added up, so the order in which rows stand in
 * the table never shows. */
#include "data/facts.h"

#include "base/fingerprint.h"

#include <string.h>

static void add_string(fingerprint *f, const char *string) {
    fingerprint_add(f, string, strlen(string));
}

static void add_text(fingerprint *f, const facts *from, int64_t code) {
    fingerprint_add(f, from->texts.keys[code].bytes, from->texts.keys[code].length);
}

static void add_cell(fingerprint *f, const facts *from, const facts_column *column,
                     size_t row) {
    number value = 0;
    uint8_t state = 0;
    facts_column_load(column, row, 1, &value, &state);
    fingerprint_add(f, &state, 1);
    if (state != CELL_VALUE) return;
    if (column->kind == CELL_TEXT) {
        add_text(f, from, (int64_t)value);
        return;
    }
    unsigned char bytes[16];
    for (int i = 0; i < 16; i++)
        bytes[i] = (unsigned char)(value >> (8 * i) & 0xFF);
    fingerprint_add(f, bytes, sizeof bytes);
}

static void hash_row(const facts *from, const facts_table *table, size_t row,
                     unsigned char sum[16]) {
    fingerprint f;
    char hex[FINGERPRINT_TEXT];
    text_buffer id = {0};
    fingerprint_begin(&f);
    if (!table->reference)
        fingerprint_add(&f, from->partner_ids[table->partner_of[row]].bytes,
                        from->partner_ids[table->partner_of[row]].length);
    if (table->ids) facts_row_id(from, table, row, &id);
    fingerprint_add(&f, id.bytes ? id.bytes : "", id.length);
    text_free(&id);
    for (size_t i = 0; i < table->column_count; i++) {
        const facts_column *column = &table->columns[i];
        if (facts_column_is_read(column)) add_cell(&f, from, column, row);
    }
    fingerprint_end(&f, hex);
    unsigned carry = 0;
    for (int i = 15; i >= 0; i--) {
        unsigned byte = 0;
        for (int k = 0; k < 2; k++)
            byte = byte * 16 + (unsigned)(hex[2 * i + k] <= '9' ? hex[2 * i + k] - '0'
                                                                : hex[2 * i + k] - 'a' + 10);
        carry += sum[i] + byte;
        sum[i] = (unsigned char)carry;
        carry >>= 8;
    }
}

void facts_fingerprint(const facts *f, char out[33]) {
    fingerprint whole;
    fingerprint_begin(&whole);
    for (size_t t = 0; t < f->table_count; t++) {
        const facts_table *table = &f->tables[t];
        unsigned char sum[16] = {0};
        add_string(&whole, table->source);
        for (size_t i = 0; i < table->column_count; i++)
            add_string(&whole, table->columns[i].name);
        for (size_t row = 0; row < table->rows; row++)
            hash_row(f, table, row, sum);
        fingerprint_add(&whole, sum, sizeof sum);
        uint64_t counts[] = {table->rows, table->orphans};
        for (int i = 0; i < 2; i++) {
            char shown[32];
            int length = 0;
            for (uint64_t n = counts[i]; length == 0 || n; n /= 10)
                shown[length++] = (char)('0' + n % 10);
            fingerprint_add(&whole, shown, (size_t)length);
        }
    }
    fingerprint_end(&whole, out);
}
