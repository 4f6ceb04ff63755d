/* rewrite.c - values in a YAML file replaced where they stand: comments, order and indentation
 * stay as somebody wrote them. */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif
#include "scenario/rewrite.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- where a value stands -------------------------------------------------------------------
 */

static size_t offset_of(place at) {
    const char *bytes = at.file->bytes, *line = bytes;
    for (int n = 1; n < at.line; n++)
        line = (const char *)memchr(line, '\n', at.file->length - (size_t)(line - bytes)) + 1;
    return (size_t)(line - bytes) + (size_t)at.column - 1;
}

/* A list with a line for each item. */
static bool has_lines(const rewriting *r) {
    return r->list && r->list->count && r->at.file->bytes[offset_of(r->at)] != '[';
}

static size_t item_begin(const rewriting *r, size_t i) {
    return offset_of(r->list->entries[i].value->at);
}

static size_t item_end(const rewriting *r, size_t i) {
    return item_begin(r, i) + (size_t)r->list->entries[i].value->at.width;
}

static size_t line_begin(const rewriting *r, size_t at) {
    while (at > 0 && r->at.file->bytes[at - 1] != '\n')
        at--;
    return at;
}

/* Behind the end of the line. */
static size_t line_end(const rewriting *r, size_t at) {
    while (at < r->at.file->length && r->at.file->bytes[at] != '\n')
        at++;
    return at < r->at.file->length ? at + 1 : at;
}

/* Of a list with lines, these as a whole. */
static size_t begin_of(const rewriting *r) {
    size_t begin = offset_of(r->at);
    return has_lines(r) ? line_begin(r, begin) : begin;
}

/* Behind the value; 0 where it is not known. */
static size_t end_of(const rewriting *r) {
    const char *bytes = r->at.file->bytes;
    size_t begin = offset_of(r->at);
    if (!r->list) return begin + (size_t)r->at.width;
    if (bytes[begin] != '[')
        return r->list->count ? line_end(r, item_end(r, r->list->count - 1)) : 0;
    size_t from = r->list->count ? item_end(r, r->list->count - 1) : begin + 1;
    while (from < r->at.file->length && bytes[from] != ']')
        from++;
    return from < r->at.file->length ? from + 1 : 0;
}

/* A place does not go beyond its line. */
static bool is_on_one_line(const char *text, place at) {
    char first = at.file->bytes[offset_of(at)];
    size_t least = strlen(text) + (first == '"' || first == '\'' ? 2 : 0);
    return first != '|' && first != '>' && (size_t)at.width >= least;
}

bool rewriting_can(const rewriting *r) {
    if (!r->list) return is_on_one_line(r->old, r->at);
    for (size_t i = 0; i < r->list->count; i++) {
        const yaml_node *item = r->list->entries[i].value;
        if (!is_on_one_line(item->text, item->at)) return false;
    }
    return end_of(r) > 0;
}

/* --- how a text is written ------------------------------------------------------------------
 */

/* What YAML could take for something else. */
static bool needs_quotes(const char *text) {
    if (!*text || strpbrk(text, "\n\r\t\"\\{}[],#&*!|>'%@`") || strstr(text, ": ")) {
        size_t length = strlen(text);
        bool percent =
            length > 1 && text[length - 1] == '%' && strspn(text, "-0123456789.") == length - 1;
        return !percent;
    }
    return strchr(" -?:", text[0])
               ? !(text[0] == '-' && text[1] >= '0' && text[1] <= '9')
               : text[strlen(text) - 1] == ':' || text[strlen(text) - 1] == ' ';
}

static void write_text(text_buffer *out, const char *text) {
    if (!needs_quotes(text)) {
        text_append_string(out, text);
        return;
    }
    text_append_byte(out, '"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\') text_append_byte(out, '\\');
        if (*text == '\n')
            text_append_string(out, "\\n");
        else
            text_append_byte(out, *text);
    }
    text_append_byte(out, '"');
}

static void write_brackets(text_buffer *out, const rewriting *r) {
    text_append_byte(out, '[');
    for (size_t i = 0; i < r->count; i++) {
        if (i) text_append_string(out, ", ");
        write_text(out, r->items[i]);
    }
    text_append_byte(out, ']');
}

static bool is_old_item(const rewriting *r, const char *item) {
    for (size_t i = 0; i < r->list->count; i++)
        if (strcmp(r->list->entries[i].value->text, item) == 0) return true;
    return false;
}

static bool is_new_item(const rewriting *r, const char *item) {
    for (size_t i = 0; i < r->count; i++)
        if (strcmp(r->items[i], item) == 0) return true;
    return false;
}

/* The next item, from *next, that was not there before; NULL: no more. */
static const char *added_item(const rewriting *r, size_t *next) {
    while (*next < r->count) {
        const char *item = r->items[(*next)++];
        if (!is_old_item(r, item)) return item;
    }
    return NULL;
}

static void write_line(text_buffer *out, const rewriting *r, const char *item) {
    bool returns = out->length > 1 && out->bytes[out->length - 2] == '\r';
    if (out->length && out->bytes[out->length - 1] != '\n') text_append_byte(out, '\n');
    text_print(out, "%*s- ", r->at.column - 1, "");
    write_text(out, item);
    text_append_string(out, returns ? "\r\n" : "\n");
}

/* Items that stay keep their lines and comments; others take the lines of those that go, or new
 * ones at the end. */
static void write_lines(text_buffer *out, const rewriting *r) {
    const char *bytes = r->at.file->bytes;
    size_t at = begin_of(r), next = 0;
    for (size_t i = 0; i < r->list->count; i++) {
        size_t begin = item_begin(r, i), end = item_end(r, i);
        bool stays = is_new_item(r, r->list->entries[i].value->text);
        const char *other = stays ? NULL : added_item(r, &next);
        size_t until = stays ? end : other ? begin : line_begin(r, begin);
        text_append(out, bytes + at, until - at);
        if (other) write_text(out, other);
        at = stays || other ? end : line_end(r, end);
    }
    text_append(out, bytes + at, end_of(r) - at);
    for (const char *more; (more = added_item(r, &next));)
        write_line(out, r, more);
}

static void write_list(text_buffer *out, const rewriting *r) {
    if (has_lines(r) && r->count) {
        write_lines(out, r);
        return;
    }
    if (has_lines(r)) text_print(out, "%*s", r->at.column - 1, "");
    write_brackets(out, r);
    size_t last = has_lines(r) ? item_end(r, r->list->count - 1) : end_of(r);
    text_append(out, r->at.file->bytes + last, end_of(r) - last);
}

/* --- the file -------------------------------------------------------------------------------
 */

static bool cannot(problem_list *problems, const char *path, int error) {
    return problem_add(problems, (place){0}, NULL, "'%s' cannot be written: %s", path,
                       strerror(error));
}

/* Whether the file still holds what was read; *mark: it begins with a byte order mark. */
static bool is_unchanged(arena *memory, const char *path, const source_file *file, bool *mark,
                         problem_list *problems) {
    size_t length = 0;
    const char *why = NULL;
    const char *bytes = file_read(memory, path, YAML_BYTES, &length, &why);
    if (!bytes) return why && problem_add(problems, (place){0}, NULL, "'%s' %s", path, why);
    *mark = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0;
    if (*mark) bytes += 3, length -= 3;
    if (length == file->length && memcmp(bytes, file->bytes, length) == 0) return true;
    return problem_add(problems, (place){0}, "run it again",
                       "'%s' was changed by somebody else meanwhile", path);
}

static bool write_beside(const char *beside, mode_t rights, const text_buffer *text) {
    int descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL, 0666);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "wb");
    if (!file) {
        if (descriptor >= 0) close(descriptor);
        return false;
    }
    (void)fchmod(descriptor, rights & 07777);
    bool written = fwrite(text->bytes, 1, text->length, file) == text->length;
    return (fclose(file) == 0) && written;
}

static bool replace_file(arena *memory, const char *path, const text_buffer *text,
                         problem_list *problems) {
    struct stat there;
    const char *beside = arena_print(memory, "%s.new-%ld", path, (long)getpid());
    if (!beside) return false;
    if (stat(path, &there) != 0) return cannot(problems, path, errno);
    if (!write_beside(beside, there.st_mode, text) || rename(beside, path) != 0) {
        int error = errno;
        unlink(beside);
        return cannot(problems, path, error);
    }
    return true;
}

bool rewrite_file(arena *memory, const char *path, const source_file *file,
                  const rewriting *all, size_t count, problem_list *problems) {
    bool mark = false;
    size_t at = 0;
    text_buffer text = {0};
    if (!is_unchanged(memory, path, file, &mark, problems)) return false;
    if (mark) text_append_string(&text, "\xEF\xBB\xBF");
    for (size_t i = 0; i < count; i++) {
        size_t begin = begin_of(&all[i]);
        text_append(&text, file->bytes + at, begin - at);
        if (all[i].value)
            write_text(&text, all[i].value);
        else
            write_list(&text, &all[i]);
        at = end_of(&all[i]);
    }
    text_append(&text, file->bytes + at, file->length - at);
    bool fine = !text.failed && replace_file(memory, path, &text, problems);
    if (text.failed) memory->failed = true;
    text_free(&text);
    return fine;
}
