/* sweep_errors.c - whom the values of a sweep leave out: partners with errors are in no total.
 */
#include "explain/amount.h"
#include "report/sweep_formats.h"

sweep_errors sweep_errors_of(const sweep_view *v) {
    sweep_errors e = {.fewest = v->count ? v->rows[0].totals->errors : 0, .worst = v->worst};
    for (size_t i = 0; i < v->count; i++) {
        const sweep_row *row = &v->rows[i];
        if (row->totals->errors < e.fewest) e.fewest = row->totals->errors;
        if (row->totals->errors > e.most) e.most = row->totals->errors;
        if (!e.worst || row->totals->errors > e.worst->totals->errors) e.worst = row;
    }
    return e;
}

void sweep_say_errors(const sweep_view *v, text_buffer *out) {
    char room[AMOUNT_TEXT];
    const sweep_row *row = sweep_errors_of(v).worst;
    size_t count = row ? row->totals->errors : 0;
    if (!count) return;
    amount_count(count, room);
    text_print(out, "%s partner%s errors and %s in no total; see: rung evaluate", room,
               count == 1 ? " has" : "s have", count == 1 ? "is" : "are");
    for (size_t i = 0; i < v->head->set_count; i++)
        text_print(out, " --set %s=%s", v->head->set[i].path, v->head->set[i].machine);
    for (size_t i = 0; i < v->head->path_count; i++) {
        text at = sweep_machine(v->head, i, row, room);
        text_print(out, " --set %s=%.*s", v->head->paths[i].path, (int)at.length, at.bytes);
    }
}
