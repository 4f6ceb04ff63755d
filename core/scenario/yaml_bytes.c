/* yaml_bytes.c - what a YAML file may consist of. */
#include "scenario/yaml_bytes.h"

#include "scenario/yaml.h"

#include <string.h>

uint32_t yaml_character(const char *bytes, size_t left, size_t *length) {
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char first = (unsigned char)bytes[0];
    size_t size = first < 0x80 ? 1 : first < 0xC0 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    *length = 1;
    if (size == 1) return first;
    if (size == 0 || size > left || first > 0xF4) return YAML_NO_CHARACTER;
    uint32_t value = first & (0xFFu >> (size + 1));
    for (size_t i = 1; i < size; i++) {
        unsigned char next = (unsigned char)bytes[i];
        if ((next & 0xC0) != 0x80) return YAML_NO_CHARACTER;
        value = value << 6 | (next & 0x3F);
    }
    bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < least[size] || value > 0x10FFFF || surrogate) return YAML_NO_CHARACTER;
    *length = size;
    return value;
}

static bool is_control(uint32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0) ||
           c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

/* Breaks a line in the eyes of YAML, but in those of few editors. */
static bool is_odd_line_end(uint32_t c) {
    return c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool yaml_is_invisible(uint32_t c) {
    return c < 0x20 || is_control(c) || is_odd_line_end(c) || c == 0x061C ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F);
}

/* What is wrong with the character, and how to mend it; NULL when nothing is. */
static const char *complaint(uint32_t c, bool lone_return, const char **hint) {
    *hint = "save the file as UTF-8";
    if (c == YAML_NO_CHARACTER) return "is not valid UTF-8 text";
    *hint = "remove it; YAML files are plain text";
    if (c == 0) return "holds a NUL byte";
    *hint = "end lines with a newline";
    if (lone_return || is_odd_line_end(c)) return "has a line end that is not a newline";
    *hint = "remove it, or write it as an escape in double quotes: \"\\x07\"";
    return is_control(c) ? "holds a control character" : NULL;
}

static bool looks_like_utf16(const source_file *file) {
    const unsigned char *b = (const unsigned char *)file->bytes;
    if (file->length < 2) return false;
    return (b[0] == 0xFF && b[1] == 0xFE) || (b[0] == 0xFE && b[1] == 0xFF) ||
           (b[0] == 0) != (b[1] == 0);
}

static bool too_many_brackets(int *open, char c) {
    if (c == '[' || c == '{') ++*open;
    if ((c == ']' || c == '}') && *open > 0) --*open;
    return *open > YAML_BRACKETS;
}

bool yaml_check_bytes(const source_file *file, problem_list *problems) {
    place at = {.file = file, .line = 1, .column = 1, .width = 1};
    int brackets = 0;
    const char *hint = "save the file as UTF-8";
    if (file->length > YAML_BYTES)
        return problem_add(problems, (place){.file = file}, NULL,
                           "the file is larger than 1 MiB");
    if (looks_like_utf16(file))
        return problem_add(problems, at, hint, "'%s' is UTF-16 text", file->name);
    for (size_t i = 0, length = 0; i < file->length; i += length) {
        const char *here = file->bytes + i;
        uint32_t c = yaml_character(here, file->length - i, &length);
        bool lone = c == '\r' && (i + 1 == file->length || here[1] != '\n');
        bool mark = i == 0 && c == 0xFEFF;
        const char *why = mark ? NULL : complaint(c, lone, &hint);
        if (why) return problem_add(problems, at, hint, "'%s' %s", file->name, why);
        if (too_many_brackets(&brackets, *here))
            return problem_add(problems, at, "close them with ] or }",
                               "more than %d brackets are open", YAML_BRACKETS);
        at.column += (int)length;
        if (c == '\n') at.line++, at.column = 1;
    }
    return true;
}
