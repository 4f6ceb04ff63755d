/* rewrite_test.c - values are replaced where they stand; everything else keeps its bytes. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* mkstemp */
#endif
#include "scenario/rewrite.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct work {
    arena memory;
    problem_list problems;
    char path[32];
    const source_file *file;
    const yaml_node *root;
} work;

static void put(const char *path, const char *bytes) {
    FILE *file = fopen(path, "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fputs(bytes, file);
    fclose(file);
}

static void begin(work *w, const char *written) {
    *w = (work){.path = "/tmp/rung-rewrite-XXXXXX"};
    w->problems.memory = &w->memory;
    int descriptor = mkstemp(w->path);
    CU_ASSERT_FATAL(descriptor >= 0);
    close(descriptor);
    put(w->path, written);
    w->file = yaml_open(&w->memory, w->path, &w->problems);
    w->root = yaml_read(&w->memory, w->file, &w->problems);
    CU_ASSERT_PTR_NOT_NULL_FATAL(w->root);
}

static void end(work *w) {
    unlink(w->path);
    arena_free(&w->memory);
}

/* The n-th value of the map that the document is. */
static rewriting at(const work *w, size_t n) {
    const yaml_node *node = w->root->entries[n].value;
    return (rewriting){
        .at = node->at, .list = node->kind == YAML_LIST ? node : NULL, .old = node->text};
}

static bool holds(const work *w, const char *wanted) {
    char bytes[1024] = "";
    FILE *file = fopen(w->path, "r");
    size_t length = file ? fread(bytes, 1, sizeof bytes - 1, file) : 0;
    if (file) fclose(file);
    bytes[length] = '\0';
    if (strcmp(bytes, wanted) != 0) printf("\n    got:\n%s", bytes);
    return strcmp(bytes, wanted) == 0;
}

static bool becomes(const char *written, const char *value, const char *wanted) {
    work w;
    begin(&w, written);
    rewriting one = at(&w, 0);
    one.value = value;
    bool done =
        rewriting_can(&one) && rewrite_file(&w.memory, w.path, w.file, &one, 1, &w.problems);
    bool fine = done && holds(&w, wanted);
    end(&w);
    return fine;
}

static void a_text_takes_the_place_of_a_text(void) {
    CU_ASSERT(becomes("a:   5   # five\n", "6.50", "a:   6.50   # five\n"));
    CU_ASSERT(becomes("a: \"x y\"\r\nb: 1\r\n", "z", "a: z\r\nb: 1\r\n"));
    CU_ASSERT(becomes("{a: 'ü', b: 2}", "ö", "{a: ö, b: 2}"));
    CU_ASSERT(becomes("\xEF\xBB\xBF"
                      "a: 1\n",
                      "2",
                      "\xEF\xBB\xBF"
                      "a: 2\n"));
    CU_ASSERT(becomes("a: 1\n", "12.5%", "a: 12.5%\n"));
    CU_ASSERT(becomes("a: 1\n", "-5", "a: -5\n"));
    CU_ASSERT(becomes("a: 1\n", "b: c", "a: \"b: c\"\n"));
    CU_ASSERT(becomes("a: 1\n", "- b", "a: \"- b\"\n"));
    CU_ASSERT(becomes("a: 1\n", "one, two", "a: \"one, two\"\n"));
    CU_ASSERT(becomes("a: 1\n", "say \"so\"", "a: \"say \\\"so\\\"\"\n"));
}

static bool list_becomes(const char *written, const char *const *items, size_t count,
                         const char *wanted) {
    work w;
    begin(&w, written);
    rewriting one = at(&w, 0);
    one.items = items;
    one.count = count;
    bool done =
        rewriting_can(&one) && rewrite_file(&w.memory, w.path, w.file, &one, 1, &w.problems);
    bool fine = done && holds(&w, wanted);
    end(&w);
    return fine;
}

static void a_list_keeps_its_form(void) {
    static const char *const items[] = {"x", "y", "z"};
    CU_ASSERT(list_becomes("a: [b, 'c]' ] # b\n", items, 3, "a: [x, y, z] # b\n"));
    CU_ASSERT(list_becomes("a: []\nb: 1\n", items, 1, "a: [x]\nb: 1\n"));
    CU_ASSERT(list_becomes("a: [b]\n", items, 0, "a: []\n"));
    CU_ASSERT(list_becomes("a:\n  - b\n  - c # last\nd: 1\n", items, 3,
                           "a:\n  - x\n  - y # last\n  - z\nd: 1\n"));
    CU_ASSERT(list_becomes("a:\n  - b\nd: 1\n", items, 0, "a:\n  []\nd: 1\n"));
}

static void comments_stay_with_their_items(void) {
    static const char *const more[] = {"b", "c", "d"}, *const fewer[] = {"c"},
                             *const other[] = {"d", "c"};
    CU_ASSERT(list_becomes("a:\n  - b   # why\n  # what\n  - c # so\ne: 1\n", more, 3,
                           "a:\n  - b   # why\n  # what\n  - c # so\n  - d\ne: 1\n"));
    CU_ASSERT(list_becomes("a:\n- b   # why", more, 3, "a:\n- b   # why\n- c\n- d\n"));
    CU_ASSERT(list_becomes("a:\r\n  - b # why\r\ne: 1\r\n", other, 2,
                           "a:\r\n  - d # why\r\n  - c\r\ne: 1\r\n"));
    CU_ASSERT(list_becomes("a:\n  - b # why\n  # what\n  - \"c\" # so\n  - d\ne: 1\n", fewer, 1,
                           "a:\n  # what\n  - \"c\" # so\ne: 1\n"));
    CU_ASSERT(list_becomes("a:\n  - c\n  - b # why\n", other, 2, "a:\n  - c\n  - d # why\n"));
    CU_ASSERT(list_becomes("a:\n  - b # why\ne: 1\n", fewer, 0, "a:\n  [] # why\ne: 1\n"));
}

static void several_are_replaced_at_once(void) {
    work w;
    begin(&w, "a: 1\nb: 2 # two\nc: 3\n");
    rewriting all[] = {at(&w, 0), at(&w, 2)};
    all[0].value = "100";
    all[1].value = "x";
    CU_ASSERT(rewrite_file(&w.memory, w.path, w.file, all, 2, &w.problems));
    CU_ASSERT(holds(&w, "a: 100\nb: 2 # two\nc: x\n"));
    end(&w);
}

static void a_text_over_several_lines_is_left_alone(void) {
    work w;
    begin(&w, "a: |\n  two\n  lines\n");
    rewriting one = at(&w, 0);
    CU_ASSERT_FALSE(rewriting_can(&one));
    end(&w);
    begin(&w, "a: two\n  lines\n");
    one = at(&w, 0);
    CU_ASSERT_FALSE(rewriting_can(&one));
    end(&w);
    begin(&w, "a: 'two\n  lines'\n");
    one = at(&w, 0);
    CU_ASSERT_FALSE(rewriting_can(&one));
    end(&w);
}

static void a_file_that_was_changed_meanwhile_is_not_written(void) {
    work w;
    begin(&w, "a: 1\n");
    rewriting one = at(&w, 0);
    one.value = "2";
    put(w.path, "a: 7\n");
    CU_ASSERT_FALSE(rewrite_file(&w.memory, w.path, w.file, &one, 1, &w.problems));
    CU_ASSERT_EQUAL(w.problems.count, 1);
    CU_ASSERT(holds(&w, "a: 7\n"));
    end(&w);
}

static void rights_are_kept(void) {
    work w;
    struct stat there;
    begin(&w, "a: 1\n");
    rewriting one = at(&w, 0);
    one.value = "2";
    CU_ASSERT_EQUAL(chmod(w.path, 0640), 0);
    CU_ASSERT(rewrite_file(&w.memory, w.path, w.file, &one, 1, &w.problems));
    CU_ASSERT_EQUAL(stat(w.path, &there), 0);
    CU_ASSERT_EQUAL(there.st_mode & 0777, 0640);
    end(&w);
}

static const CU_TestInfo tests[] = {
    {"a text takes the place of a text", a_text_takes_the_place_of_a_text},
    {"a list keeps its form", a_list_keeps_its_form},
    {"comments stay with their items", comments_stay_with_their_items},
    {"several are replaced at once", several_are_replaced_at_once},
    {"a text over several lines is left alone", a_text_over_several_lines_is_left_alone},
    {"a file that was changed meanwhile is not written",
     a_file_that_was_changed_meanwhile_is_not_written},
    {"rights are kept", rights_are_kept},
};

void rewrite_suite(void) {
    CU_pSuite suite = CU_add_suite("rewrite", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        CU_add_test(suite, tests[i].pName, tests[i].pTestFunc);
}
