/* headers.h - which column of a file fills which column of the table. Private to import/.
 */
#ifndef RUNG_IMPORT_HEADERS_H
#define RUNG_IMPORT_HEADERS_H

#include "import/csv_file.h"
#include "import/import.h"

/* Sets `header` of the columns from the header row, by --map or by name. A header that is
 * nobody's is told to on_note; one that is nearly a column's name, a column of the program's
 * source that nothing fills, and whatever --map says in vain are problems. False when there are
 * some, or memory ran out. */
bool import_headers_assign(arena *memory, const import_order *order, const csv_row *header,
                           const source_file *file, import_columns *columns,
                           problem_list *problems);

#endif
