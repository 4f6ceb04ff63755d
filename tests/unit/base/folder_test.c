/* folder_test.c - files of a folder are those that end so, in the order of their bytes. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* mkdtemp */
#endif
#include "base/folder.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void put(const char *folder, const char *name) {
    char path[64];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fclose(file);
}

static void drop(const char *folder, const char *name) {
    char path[64];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    CU_ASSERT_EQUAL(remove(path), 0);
}

static void files_are_listed_in_order(void) {
    static const char *const names[] = {"b.test.yaml",       "a.test.yaml", "B.test.yaml",
                                        ".hidden.test.yaml", "a.test.yml",  "test.yaml"};
    static const char *const endings[] = {".test.yaml", ".test.yml", NULL};
    char folder[] = "/tmp/rung-folder-XXXXXX", path[64];
    arena memory = {0};
    const char **paths = NULL, *why = NULL;
    size_t count = 0;
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        put(folder, names[i]);
    snprintf(path, sizeof path, "%s/c.test.yaml", folder);
    CU_ASSERT_EQUAL(mkdir(path, 0777), 0); /* a folder is no file */
    CU_ASSERT(folder_files(&memory, folder, endings, &paths, &count, &why));
    CU_ASSERT_EQUAL_FATAL(count, 4);
    static const char *const wanted[] = {"B.test.yaml", "a.test.yaml", "a.test.yml",
                                         "b.test.yaml"};
    for (size_t i = 0; i < count; i++)
        CU_ASSERT_STRING_EQUAL(paths[i] + strlen(folder) + 1, wanted[i]);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        drop(folder, names[i]);
    drop(folder, "c.test.yaml");
    rmdir(folder);
    arena_free(&memory);
}

static void what_is_no_folder_says_why(void) {
    arena memory = {0};
    static const char *const endings[] = {"", NULL};
    const char **paths = NULL, *why = NULL;
    size_t count = 0;
    CU_ASSERT_FALSE(folder_files(&memory, "/tmp/there/is/none", endings, &paths, &count, &why));
    CU_ASSERT_STRING_EQUAL(why, "does not exist");
    CU_ASSERT_FALSE(folder_files(&memory, "/dev/null", endings, &paths, &count, &why));
    CU_ASSERT_STRING_EQUAL(why, "is not a folder");
    arena_free(&memory);
}

static void a_file_stands_in_its_folder(void) {
    arena memory = {0};
    CU_ASSERT_STRING_EQUAL(folder_of(&memory, "/tmp"), "/tmp");
    CU_ASSERT_STRING_EQUAL(folder_of(&memory, "/tmp///"), "/tmp");
    CU_ASSERT_STRING_EQUAL(folder_of(&memory, "/"), "/");
    CU_ASSERT_STRING_EQUAL(folder_of(&memory, "/none.lua"), "/");
    CU_ASSERT_STRING_EQUAL(folder_of(&memory, "rules/none.lua"), "rules");
    CU_ASSERT_STRING_EQUAL(folder_of(&memory, "none.lua"), ".");
    arena_free(&memory);
}

static const CU_TestInfo tests[] = {
    {"files are listed in order", files_are_listed_in_order},
    {"what is no folder says why", what_is_no_folder_says_why},
    {"a file stands in its folder", a_file_stands_in_its_folder},
};

void folder_suite(void) {
    CU_pSuite suite = CU_add_suite("folder", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        CU_add_test(suite, tests[i].pName, tests[i].pTestFunc);
}
