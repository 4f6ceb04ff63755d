/* problem_json.c - one object a problem: severity, file, line, column, width, message, hint,
 * also.
 *
 * What is not known is left out. Called by problem_print. */
#include "cli/problem_json.h"

#include "cli/character.h"

/* Bytes that are no UTF-8 become U+FFFD. */
static void put_text(const char *text, FILE *out) {
    fputc('"', out);
    while (*text) {
        unsigned long c = 0;
        size_t length = character_decode(text, &c);
        if (!length)
            fputs("\xEF\xBF\xBD", out);
        else if (c == '"' || c == '\\')
            fprintf(out, "\\%c", (int)c);
        else if (c < 0x20 || c == 0x7F)
            fprintf(out, "\\u%04lx", c);
        else
            fwrite(text, 1, length, out);
        text += length ? length : 1;
    }
    fputc('"', out);
}

static void put_field(const char *key, const char *text, FILE *out) {
    fprintf(out, ", \"%s\": ", key);
    put_text(text, out);
}

static void put_place(int line, int column, FILE *out) {
    if (line > 0) fprintf(out, ", \"line\": %d", line);
    if (line > 0 && column > 0) fprintf(out, ", \"column\": %d", column);
}

static void put_problem(const rung_error *e, FILE *out) {
    fprintf(out, "{\"severity\": \"%s\"", e->status == RUNG_OK ? "note" : "error");
    if (e->file[0]) put_field("file", e->file, out);
    put_place(e->line, e->column, out);
    if (e->column > 0 && e->width > 0) fprintf(out, ", \"width\": %d", e->width);
    put_field("message", e->message, out);
    if (e->hint[0]) put_field("hint", e->hint, out);
    if (e->also_file[0]) {
        fputs(", \"also\": {\"file\": ", out);
        put_text(e->also_file, out);
        put_place(e->also_line, e->also_column, out);
        fputc('}', out);
    }
    fputc('}', out);
}

static void begin(problem_count *count, FILE *out) {
    fputs(count->begun ? ",\n  " : "{\"format\": \"rung.problems/1\",\n \"problems\": [", out);
    if (!count->begun) fputs("\n  ", out);
    count->begun = true;
}

void problem_json(problem_count *count, const rung_error *problem, FILE *out) {
    if (count->form == PROBLEMS_JSON) begin(count, out);
    put_problem(problem, out);
    if (count->form == PROBLEMS_JSONL) fputc('\n', out);
}

void problem_json_end(problem_count *count, FILE *out) {
    if (count->form != PROBLEMS_JSON) return;
    if (!count->begun) fputs("{\"format\": \"rung.problems/1\",\n \"problems\": [", out);
    fprintf(out, "],\n \"found\": %zu}\n", count->shown + count->more + count->held_back);
}
