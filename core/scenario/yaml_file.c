/* yaml_file.c - opens a YAML file that somebody named. */
#include "base/file.h"
#include "scenario/yaml.h"

#include <string.h>

const source_file *yaml_open(arena *memory, const char *path, problem_list *problems) {
    size_t length = 0;
    const char *why = NULL;
    char *bytes = file_read(memory, path, YAML_BYTES, &length, &why);
    if (why) problem_add(problems, (place){0}, NULL, "'%s' %s", path, why);
    source_file *file = bytes ? arena_allocate(memory, sizeof *file) : NULL;
    if (!file) return NULL;
    if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) bytes += 3, length -= 3;
    *file = (source_file){arena_string(memory, path), bytes, length};
    return file->name ? file : NULL;
}
