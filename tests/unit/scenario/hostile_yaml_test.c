/* hostile_yaml_test.c - each file tests/hostile/x.yaml ends as its first line says.
 *
 * "# expect: .." is part of a problem's message, or "fine"; three readings say the same. Run
 * from the project's folder. */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif
#include "scenario/scenario.h"

#include <CUnit/Basic.h>
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { LONGEST = 4096, READINGS = 3, MOST_SECONDS = 2 };

static const char folder[] = "tests/hostile";

/* What the file says it should end with; "" when it says nothing. */
static void expectation(const char *path, char out[LONGEST]) {
    FILE *file = fopen(path, "rb");
    *out = 0;
    if (!file) return;
    char line[LONGEST];
    if (fgets(line, sizeof line, file) && strncmp(line, "# expect: ", 10) == 0) {
        line[strcspn(line, "\n")] = 0;
        strcpy(out, line + 10);
    }
    fclose(file);
}

static void read_once(const char *path, char answer[LONGEST]) {
    arena memory = {0};
    problem_list problems = {.memory = &memory};
    const scenario *read = scenario_read(&memory, path, &problems);
    size_t used = (size_t)snprintf(answer, LONGEST, "%s", read ? "fine" : "");
    for (size_t i = 0; i < problems.count && used < LONGEST; i++) {
        const problem *p = &problems.items[i];
        used += (size_t)snprintf(answer + used, LONGEST - used, "%d:%d: %s\n", p->at.line,
                                 p->at.column, p->message);
    }
    arena_free(&memory);
}

static bool ends_as_expected(const char *path) {
    char expected[LONGEST], first[LONGEST], again[LONGEST];
    expectation(path, expected);
    clock_t start = clock();
    read_once(path, first);
    bool same = true, in_time = clock() - start < MOST_SECONDS * CLOCKS_PER_SEC;
    for (int i = 1; i < READINGS; i++) {
        read_once(path, again);
        same = same && strcmp(first, again) == 0;
    }
    bool right = *expected && same && in_time && strstr(first, expected) != NULL;
    if (!right) printf("\n  %s: %s, not '%s'\n", path, first, expected);
    return right;
}

static void every_hostile_file_ends_as_it_says(void) {
    DIR *names = opendir(folder);
    CU_ASSERT_PTR_NOT_NULL_FATAL(names);
    int files = 0;
    for (struct dirent *e; (e = readdir(names)) != NULL;) {
        size_t length = strlen(e->d_name);
        char path[LONGEST];
        if (length < 5 || strcmp(e->d_name + length - 5, ".yaml") != 0) continue;
        snprintf(path, sizeof path, "%s/%s", folder, e->d_name);
        CU_ASSERT_TRUE(ends_as_expected(path));
        files++;
    }
    closedir(names);
    CU_ASSERT_TRUE(files > 20);
}

void hostile_yaml_suite(void) {
    CU_pSuite suite = CU_add_suite("hostile YAML", NULL, NULL);
    CU_add_test(suite, "every hostile file ends as it says",
                every_hostile_file_ends_as_it_says);
}
