/* yaml_bytes.h - what a YAML file may consist of, before anybody parses it.
 *
 * UTF-8 text with ordinary line ends, and few enough open brackets: libyaml looks at each of
 * them again for every word. Called by yaml.c only. */
#ifndef RUNG_SCENARIO_YAML_BYTES_H
#define RUNG_SCENARIO_YAML_BYTES_H

#include "base/problem.h"

#include <stdint.h>

/* False with a problem. */
bool yaml_check_bytes(const source_file *file, problem_list *problems);

/* The character at `bytes`, its length in *length; YAML_NO_CHARACTER where it is not valid
 * UTF-8. `left` is at least 1. */
#define YAML_NO_CHARACTER UINT32_MAX
uint32_t yaml_character(const char *bytes, size_t left, size_t *length);

/* Whether a key may not hold it: it does not show, or changes how its neighbours show. */
bool yaml_is_invisible(uint32_t character);

#endif
