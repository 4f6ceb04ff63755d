/* csv_file.c - reads a CSV file through libcsv: see csv_file.h.
 *
 * libcsv is fed one line at a time, so that at most one row ends in a feed and every cell's
 * line is known. */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif
#include "import/csv_file.h"

#include "base/memory.h"

#include <csv.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ROOM = 65536, BLOCK = 4096, LARGEST_ROW = 8 * CSV_LARGEST_CELL };
enum { STRICT = CSV_STRICT | CSV_STRICT_FINI };

struct csv_file {
    int handle;
    struct csv_parser parser;
    bool parser_is_made;
    const source_file *source;
    char bytes[ROOM]; /* read and not yet fed: from..end */
    size_t from, end;
    int line;          /* that is fed now */
    bool line_ended;   /* the next byte begins another line .. */
    bool after_return; /* .. unless it is the line feed of CR LF */
    bool in_row;       /* a row has begun and not ended */
    bool row_ended;    /* by what was fed last */
    bool at_end;       /* no bytes are left */
    bool done, failed;
    bool too_long;           /* a cell of the row that is read */
    int row_line, cell_line; /* where the row, and its next cell, begin */
    text_buffer texts;       /* of the row's cells, one behind the other */
    csv_cell *cells;
    size_t *offsets; /* where their texts begin */
    size_t count;    /* may be more than are kept */
};

static bool stop(csv_file *f, problem_list *problems, int line, const char *hint,
                 const char *what) {
    f->failed = true;
    return problem_add(problems, (place){.file = f->source, .line = line}, hint, "%s", what);
}

/* --- bytes ---------------------------------------------------------------------------------
 */

static bool fill(csv_file *f, problem_list *problems) {
    f->from = f->end = 0;
    while (f->end < ROOM && !f->at_end) {
        ssize_t got = read(f->handle, f->bytes + f->end, ROOM - f->end);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return stop(f, problems, 0, NULL, "the file cannot be read");
        f->at_end = got == 0;
        f->end += (size_t)got;
    }
    return true;
}

static bool open_handle(csv_file *f, const char *path, problem_list *problems) {
    struct stat about;
    if (strcmp(path, "-") == 0) {
        f->handle = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0);
        return f->handle >= 0 || stop(f, problems, 0, NULL, "it cannot be read");
    }
    f->handle = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (f->handle < 0)
        return stop(f, problems, 0, NULL,
                    errno == ENOENT ? "the file does not exist" : "the file cannot be opened");
    if (fstat(f->handle, &about) == 0 && S_ISREG(about.st_mode)) return true;
    return stop(f, problems, 0, S_ISDIR(about.st_mode) ? NULL : "'-' reads standard input",
                "this is not a regular file");
}

static bool begins_with(const csv_file *f, const char *bytes, size_t length) {
    return f->end - f->from >= length && memcmp(f->bytes + f->from, bytes, length) == 0;
}

static bool skip_mark(csv_file *f, problem_list *problems) {
    if (begins_with(f, "\xFF\xFE", 2) || begins_with(f, "\xFE\xFF", 2))
        return stop(f, problems, 1, "save it as UTF-8 (in Excel: CSV UTF-8)",
                    "the file is UTF-16, not UTF-8");
    if (begins_with(f, "PK\x03\x04", 4))
        return stop(f, problems, 0, "save the sheet as CSV first",
                    "this is a spreadsheet or archive, not a CSV file");
    if (begins_with(f, "\xEF\xBB\xBF", 3)) f->from += 3;
    return true;
}

/* --- the delimiter -------------------------------------------------------------------------
 */

/* Excel may begin a file with a line sep=; that says it. */
static char said_in_file(csv_file *f) {
    if (!begins_with(f, "sep=", 4) || f->end - f->from < 6) return 0;
    const char *at = f->bytes + f->from + 5;
    if (*at != '\r' && *at != '\n') return 0;
    char said = at[-1];
    f->from += (size_t)(at - (f->bytes + f->from));
    return said;
}

/* The one that the header line has most of outside quotes; the first listed where equal. */
static char guess(const csv_file *f) {
    static const char offered[] = "\t;,|";
    size_t counts[sizeof offered] = {0}, best = 2;
    bool quoted = false;
    for (size_t i = f->from; i < f->end; i++) {
        char c = f->bytes[i];
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if ((c == '\n' || c == '\r') && i > f->from) break;
        const char *found = c ? strchr(offered, c) : NULL;
        if (found) counts[found - offered]++;
    }
    for (size_t i = 0; i + 1 < sizeof offered; i++)
        if (counts[i] > counts[best] || (counts[i] && counts[i] == counts[best] && i < best))
            best = i;
    return offered[best];
}

/* --- what libcsv calls ---------------------------------------------------------------------
 */

static void take_cell(void *bytes, size_t length, void *context) {
    csv_file *f = context;
    f->too_long |= length > CSV_LARGEST_CELL;
    if (f->count < CSV_MOST_CELLS) {
        f->offsets[f->count] = f->texts.length;
        f->cells[f->count] = (csv_cell){.text.length = length, .line = f->cell_line};
        if (length) text_append(&f->texts, bytes, length);
    }
    f->count++;
    f->cell_line = f->line; /* the next one begins behind the delimiter */
}

static void take_row(int end, void *context) {
    csv_file *f = context;
    (void)end;
    f->in_row = false;
    f->row_ended = true;
}

/* --- feeding -------------------------------------------------------------------------------
 */

/* Up to and with the end of the line, or as far as was read. */
static size_t line_length(const csv_file *f) {
    const char *first = f->bytes + f->from, *end = f->bytes + f->end, *at = first;
    while (at < end && *at != '\n' && *at != '\r')
        at++;
    return (size_t)(at - first) + (at < end);
}

static bool is_blank(const csv_file *f, const char *bytes, size_t length) {
    unsigned char delimiter = csv_get_delim((struct csv_parser *)&f->parser);
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)bytes[i] == delimiter || !strchr(" \t\r\n", bytes[i]) || !bytes[i])
            return false;
    return true;
}

/* A quote inside a cell that does not begin with one stands for itself; behind a closing quote
 * nothing but the delimiter may stand. */
static bool feed(csv_file *f, const char *bytes, size_t length, problem_list *problems) {
    while (length > 0) {
        size_t fed = csv_parse(&f->parser, bytes, length, take_cell, take_row, f);
        bytes += fed;
        length -= fed;
        if (length == 0) break;
        if (csv_error(&f->parser) != CSV_EPARSE) return !(f->failed = true);
        if (f->parser.quoted)
            return stop(f, problems, f->line, "a quote inside a quoted cell is doubled: \"\"",
                        "text stands behind the closing quote of a cell");
        csv_set_opts(&f->parser, CSV_STRICT_FINI);
        fed = csv_parse(&f->parser, bytes, 1, take_cell, take_row, f);
        csv_set_opts(&f->parser, STRICT);
        if (fed != 1) return !(f->failed = true);
        bytes++;
        length--;
    }
    return true;
}

static void begin_line(csv_file *f) {
    bool goes_on = f->after_return && f->bytes[f->from] == '\n';
    if (f->line_ended && !goes_on) f->line++;
    f->line_ended = f->after_return = false;
}

static bool is_too_long(csv_file *f, problem_list *problems) {
    bool pending = f->in_row && f->parser.entry_pos > CSV_LARGEST_CELL;
    if (pending || f->too_long)
        stop(f, problems, pending ? f->cell_line : f->row_line,
             "is a quote opened here and never closed?",
             "a cell that begins on this line is longer than 1 MiB");
    else if (f->texts.length > LARGEST_ROW)
        stop(f, problems, f->row_line, NULL, "the row is longer than 8 MiB");
    return f->failed;
}

/* One line, or the part of it that was read. */
static bool feed_line(csv_file *f, problem_list *problems) {
    size_t length = line_length(f);
    const char *bytes = f->bytes + f->from;
    begin_line(f);
    if (!f->in_row && !is_blank(f, bytes, length)) {
        f->in_row = true;
        f->row_line = f->cell_line = f->line;
    }
    f->from += length;
    if (!feed(f, bytes, length, problems)) return false;
    char last = bytes[length - 1];
    f->line_ended = last == '\n' || last == '\r';
    f->after_return = last == '\r';
    return !is_too_long(f, problems);
}

static bool finish(csv_file *f, problem_list *problems) {
    f->done = true;
    if (!f->in_row) return true;
    if (csv_fini(&f->parser, take_cell, take_row, f) == 0) return true;
    f->done = false;
    if (csv_error(&f->parser) == CSV_ENOMEM) return !(f->failed = true);
    return stop(f, problems, f->cell_line, "close it, or double a quote that is meant: \"\"",
                "a quote is opened in a cell that begins on this line and never closed");
}

static void hand_over(csv_file *f, csv_row *out) {
    size_t kept = f->count < CSV_MOST_CELLS ? f->count : CSV_MOST_CELLS;
    for (size_t i = 0; i < kept; i++)
        f->cells[i].text.bytes = f->cells[i].text.length ? f->texts.bytes + f->offsets[i] : "";
    *out = (csv_row){f->cells, f->count, f->row_line};
}

bool csv_file_next(csv_file *f, csv_row *out, problem_list *problems) {
    text_clear(&f->texts);
    f->count = 0;
    f->row_ended = false;
    while (!f->row_ended && !f->failed && !f->done) {
        if (f->from == f->end && !f->at_end && !fill(f, problems)) return false;
        bool fine = f->from < f->end ? feed_line(f, problems) : finish(f, problems);
        if (!fine) return false;
    }
    if (f->texts.failed) f->failed = true;
    if (f->failed || !f->row_ended) return false;
    if (f->count > CSV_MOST_CELLS)
        return stop(f, problems, f->row_line, NULL, "the row has more than 2000 cells");
    hand_over(f, out);
    return true;
}

/* --- the noun ------------------------------------------------------------------------------
 */

static bool make_parser(csv_file *f) {
    if (csv_init(&f->parser, STRICT) != 0) return false;
    f->parser_is_made = true;
    csv_set_realloc_func(&f->parser, memory_resize);
    csv_set_free_func(&f->parser, memory_free);
    csv_set_blk_size(&f->parser, BLOCK);
    f->cells = memory_allocate(CSV_MOST_CELLS * sizeof *f->cells);
    f->offsets = memory_allocate(CSV_MOST_CELLS * sizeof *f->offsets);
    return f->cells && f->offsets;
}

csv_file *csv_file_open(const char *path, char delimiter, problem_list *problems) {
    csv_file *f = memory_allocate(sizeof *f);
    source_file *named = arena_allocate(problems->memory, sizeof *named);
    bool is_input = strcmp(path, "-") == 0;
    char *name = arena_string(problems->memory, is_input ? "standard input" : path);
    if (f) f->handle = -1;
    if (f && named && name) {
        *named = (source_file){.name = name, .bytes = ""};
        f->source = named;
        f->line = 1;
        if (make_parser(f) && open_handle(f, path, problems) && fill(f, problems) &&
            skip_mark(f, problems)) {
            char said = said_in_file(f);
            csv_set_delim(&f->parser, (unsigned char)(delimiter ? delimiter
                                                      : said    ? said
                                                                : guess(f)));
            return f;
        }
    }
    csv_file_close(f);
    return NULL;
}

bool csv_file_is_done(const csv_file *f) {
    return f->done && !f->failed;
}

void csv_file_close(csv_file *f) {
    if (!f) return;
    if (f->handle >= 0) close(f->handle);
    if (f->parser_is_made) csv_free(&f->parser);
    text_free(&f->texts);
    memory_free(f->cells);
    memory_free(f->offsets);
    memory_free(f);
}

char csv_file_delimiter(const csv_file *f) {
    return (char)csv_get_delim((struct csv_parser *)&f->parser);
}

const source_file *csv_file_source(const csv_file *f) {
    return f->source;
}
