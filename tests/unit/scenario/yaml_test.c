/* yaml_test.c - what people write by hand is read as they see it; all else is refused in words.
 */
#include "base/memory.h"
#include "scenario/yaml.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <string.h>

typedef struct work {
    arena memory;
    problem_list problems;
    source_file file;
    const yaml_node *root;
} work;

static void read_bytes(work *w, const char *bytes, size_t length) {
    *w = (work){.file = {"case.yaml", bytes, length}};
    w->problems.memory = &w->memory;
    w->root = yaml_read(&w->memory, &w->file, &w->problems);
}

static void read_text(work *w, const char *written) {
    read_bytes(w, written, strlen(written));
}

static void end(work *w) {
    arena_free(&w->memory);
}

static const yaml_node *at(const yaml_node *map, const char *key) {
    for (size_t i = 0; map && i < map->count; i++)
        if (strcmp(map->entries[i].key, key) == 0) return map->entries[i].value;
    return NULL;
}

static bool says(const work *w, const char *part, int line, int column) {
    const problem *first = &w->problems.items[0];
    bool same = w->problems.count && strstr(first->message, part) && first->at.line == line &&
                first->at.column == column && !w->root;
    if (!same && w->problems.count)
        printf("\n  got %d:%d: %s", first->at.line, first->at.column, first->message);
    return same;
}

static bool refused(const char *written, const char *part, int line, int column) {
    work w;
    read_text(&w, written);
    bool as_wanted = says(&w, part, line, column);
    end(&w);
    return as_wanted;
}

static void maps_lists_and_texts_are_read_with_their_places(void) {
    work w;
    read_text(&w, "set:\n  gold: 200000\nrows: [a, {b: 'c'}]\n");
    CU_ASSERT_PTR_NOT_NULL_FATAL(w.root);
    const yaml_node *gold = at(at(w.root, "set"), "gold"), *rows = at(w.root, "rows");
    CU_ASSERT_STRING_EQUAL(gold->text, "200000");
    CU_ASSERT_EQUAL(gold->at.line, 2);
    CU_ASSERT_EQUAL(gold->at.column, 9);
    CU_ASSERT_EQUAL(gold->at.width, 6);
    CU_ASSERT_EQUAL(rows->kind, YAML_LIST);
    CU_ASSERT_EQUAL(rows->count, 2);
    CU_ASSERT_TRUE(at(rows->entries[1].value, "b")->quoted);
    end(&w);
}

static void columns_are_counted_in_bytes_behind_wide_characters_and_a_mark(void) {
    work w;
    read_text(&w, "\xEF\xBB\xBF"
                  "n\xC3\xA4me: \xC3\xBC\r\nb: 1\r\n");
    CU_ASSERT_PTR_NOT_NULL_FATAL(w.root);
    CU_ASSERT_STRING_EQUAL(w.root->entries[0].key, "n\xC3\xA4me");
    CU_ASSERT_EQUAL(w.root->entries[0].key_at.column, 4);
    CU_ASSERT_EQUAL(w.root->entries[0].key_at.width, 5);
    CU_ASSERT_EQUAL(w.root->entries[0].value->at.column, 11);
    CU_ASSERT_EQUAL(w.root->entries[1].value->at.line, 2);
    end(&w);
}

static void nothing_has_a_type_by_its_looks(void) {
    static const char *const looks[] = {"no", "012",        "1_000", ".nan",
                                        "~",  "2024-02-30", "0x1F"};
    for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++) {
        work w;
        char written[40];
        snprintf(written, sizeof written, "%s: %s", looks[i], looks[i]);
        read_text(&w, written);
        CU_ASSERT_PTR_NOT_NULL_FATAL(w.root);
        CU_ASSERT_STRING_EQUAL(w.root->entries[0].key, looks[i]);
        CU_ASSERT_STRING_EQUAL(w.root->entries[0].value->text, looks[i]);
        end(&w);
    }
}

static void an_absent_value_is_no_empty_text(void) {
    work w;
    read_text(&w, "a:\nb: ''\nc: |\n  two\n  lines\n");
    CU_ASSERT_PTR_NOT_NULL_FATAL(w.root);
    CU_ASSERT_TRUE(yaml_is_empty(at(w.root, "a")));
    CU_ASSERT_FALSE(yaml_is_empty(at(w.root, "b")));
    CU_ASSERT_STRING_EQUAL(at(w.root, "c")->text, "two\nlines\n");
    end(&w);
}

static void a_key_twice_is_shown_at_both_places(void) {
    work w;
    read_text(&w, "amount: 1\nother: 2\n\"amount\": 3\n");
    CU_ASSERT_TRUE(says(&w, "'amount' is given twice, in lines 1 and 3", 3, 1));
    CU_ASSERT_EQUAL(w.problems.items[0].also.line, 1);
    end(&w);
}

static void all_that_is_wrong_is_told_at_once(void) {
    work w;
    read_text(&w, "a: &x 1\nb: *x\nc: !t 2\n<<: {d: 1}\na: 2\n");
    CU_ASSERT_EQUAL(w.problems.count, 5);
    CU_ASSERT_PTR_NULL(w.root);
    end(&w);
}

static void what_is_not_read_is_refused_by_name(void) {
    CU_ASSERT_TRUE(refused("a: &x 1", "anchors", 1, 4));
    CU_ASSERT_TRUE(refused("a: *x", "aliases", 1, 4));
    CU_ASSERT_TRUE(refused("a: !!str 1", "tags", 1, 4));
    CU_ASSERT_TRUE(refused("%TAG ! tag:x:\n---\na: 1", "tags", 1, 1));
    CU_ASSERT_TRUE(refused("<<: {a: 1}", "merge keys", 1, 1));
    CU_ASSERT_TRUE(refused("a: 1\n---\nb: 2", "a second document", 2, 1));
    CU_ASSERT_TRUE(refused("? [a, b]\n: 1", "a key is a text, not a list", 1, 3));
    CU_ASSERT_TRUE(refused("? \n: 1", "a key is missing", 1, 2));
    CU_ASSERT_TRUE(refused("# only this\n", "is empty", 1, 1));
    CU_ASSERT_TRUE(refused("", "is empty", 1, 1));
}

static void mistakes_of_writing_are_explained_where_they_stand(void) {
    CU_ASSERT_TRUE(refused("a:\n\tb: 1\n", "a tab cannot indent a line", 2, 1));
    CU_ASSERT_TRUE(refused("why: half: off", "a ':' cannot stand here", 1, 10));
    CU_ASSERT_TRUE(refused("a: 'x\nb: 1\n", "the quotes are not closed", 1, 4));
    CU_ASSERT_TRUE(refused("a: {b: 1\nc: 2\n", "the map in braces", 2, 2));
    CU_ASSERT_TRUE(refused("a: [1, 2\n", "the list in brackets", 1, 4));
    CU_ASSERT_TRUE(refused("a: {b: 1\n\n", "the map in braces", 1, 4));
    CU_ASSERT_TRUE(refused("a: {b: 1,\n  c: [1,\n\n", "a value is missing", 2, 9));
    CU_ASSERT_TRUE(refused("a: %x", "cannot begin with this character", 1, 4));
    CU_ASSERT_TRUE(refused("a: 1\n  b: 2\n", "a ':' cannot stand here", 2, 4));
    CU_ASSERT_TRUE(refused("- a\nb: 1\n", "does not line up", 2, 1));
    CU_ASSERT_TRUE(refused("a: \"\\ud800\"", "not a Unicode character", 1, 7));
}

static void bytes_that_are_no_plain_text_are_refused(void) {
    work w;
    read_bytes(&w, "a: \"x\0y\"", 8);
    CU_ASSERT_TRUE(says(&w, "a NUL byte", 1, 6));
    end(&w);
    read_bytes(&w,
               "\xFF\xFE"
               "a\0:\0",
               6);
    CU_ASSERT_TRUE(says(&w, "UTF-16", 1, 1));
    end(&w);
    CU_ASSERT_TRUE(refused("a: \"x\\0y\"", "NUL character", 1, 4));
    CU_ASSERT_TRUE(refused("a: 1\nb: \xC0\x80", "not valid UTF-8", 2, 4));
    CU_ASSERT_TRUE(refused("a: \xED\xA0\x80", "not valid UTF-8", 1, 4));
    CU_ASSERT_TRUE(refused("a: \x1B[2J", "control character", 1, 4));
    CU_ASSERT_TRUE(refused("a: 1\rb: 2", "line end", 1, 5));
    CU_ASSERT_TRUE(refused("a: 1\xE2\x80\xA8"
                           "b: 2",
                           "line end", 1, 5));
    CU_ASSERT_TRUE(refused("\"a\\u202eb\": 1", "does not show (U+202E)", 1, 1));
    CU_ASSERT_FALSE(refused("a: \"\\u202eb\"", "", 1, 1));
}

/* Makes `count` copies of a piece between a beginning and an end. */
static char *repeated(arena *memory, const char *before, const char *piece, size_t count,
                      const char *after) {
    text_buffer out = {0};
    text_append_string(&out, before);
    for (size_t i = 0; i < count; i++)
        text_append_string(&out, piece);
    text_append_string(&out, after);
    char *made = arena_copy(memory, out.bytes, out.length);
    text_free(&out);
    return made;
}

static bool limit_holds(const char *before, const char *piece, size_t most, const char *after,
                        const char *complaint) {
    arena memory = {0};
    work w;
    read_text(&w, repeated(&memory, before, piece, most, after));
    bool fits = w.root != NULL;
    end(&w);
    read_text(&w, repeated(&memory, before, piece, most + 1, after));
    bool told = w.problems.count == 1 && strstr(w.problems.items[0].message, complaint);
    if (!told && w.problems.count) printf("\n  got %s", w.problems.items[0].message);
    end(&w);
    arena_free(&memory);
    return fits && told;
}

static void each_limit_holds_to_the_last_item(void) {
    CU_ASSERT_TRUE(limit_holds("", "- ", YAML_DEPTH, "x", "more than 32 deep"));
    CU_ASSERT_TRUE(limit_holds("- ", "x", YAML_TEXT_BYTES, "", "longer than 64 KiB"));
    CU_ASSERT_TRUE(limit_holds("", "- x\n", YAML_EVENTS - 6, "", "more than 200000 values"));
    CU_ASSERT_TRUE(limit_holds("- x\n", "#", YAML_BYTES - 4, "", "larger than 1 MiB"));
    CU_ASSERT_TRUE(limit_holds("- '", "[", YAML_BRACKETS, "'", "256 brackets are open"));
}

static void a_map_takes_a_thousand_keys(void) {
    for (int keys = YAML_KEYS; keys <= YAML_KEYS + 1; keys++) {
        text_buffer out = {0};
        for (int i = 0; i < keys; i++)
            text_print(&out, "k%d: 1\n", i);
        work w;
        read_bytes(&w, out.bytes, out.length);
        CU_ASSERT_EQUAL(w.root != NULL, keys == YAML_KEYS);
        CU_ASSERT_EQUAL(w.problems.count, keys == YAML_KEYS ? 0 : 1);
        end(&w);
        text_free(&out);
    }
}

static void a_refused_allocation_is_remembered(void) {
    for (size_t n = 1; n < 4; n++) {
        work w;
        arena memory = {0};
        const char *written = repeated(&memory, "", "- {a: 1, b: [c, d]}\n", 500, "");
        memory_fail_after(n);
        read_text(&w, written);
        memory_fail_after(0);
        CU_ASSERT_EQUAL(w.root == NULL, w.memory.failed);
        CU_ASSERT_EQUAL(w.problems.count, 0);
        end(&w);
        arena_free(&memory);
    }
}

static void only_regular_files_are_opened(void) {
    arena memory = {0};
    problem_list problems = {.memory = &memory};
    CU_ASSERT_PTR_NULL(yaml_open(&memory, "/tmp", &problems));
    CU_ASSERT_PTR_NULL(yaml_open(&memory, "/dev/zero", &problems));
    CU_ASSERT_PTR_NULL(yaml_open(&memory, "/tmp/there/is/no.yaml", &problems));
    CU_ASSERT_EQUAL_FATAL(problems.count, 3);
    CU_ASSERT_STRING_EQUAL(problems.items[0].message, "'/tmp' is not a regular file");
    CU_ASSERT_STRING_EQUAL(problems.items[1].message, "'/dev/zero' is not a regular file");
    arena_free(&memory);
}

static const CU_TestInfo tests[] = {
    {"maps, lists and texts are read with their places",
     maps_lists_and_texts_are_read_with_their_places},
    {"columns are counted in bytes, behind wide characters and a mark",
     columns_are_counted_in_bytes_behind_wide_characters_and_a_mark},
    {"nothing has a type by its looks", nothing_has_a_type_by_its_looks},
    {"an absent value is no empty text", an_absent_value_is_no_empty_text},
    {"a key twice is shown at both places", a_key_twice_is_shown_at_both_places},
    {"all that is wrong is told at once", all_that_is_wrong_is_told_at_once},
    {"what is not read is refused by name", what_is_not_read_is_refused_by_name},
    {"mistakes of writing are explained where they stand",
     mistakes_of_writing_are_explained_where_they_stand},
    {"bytes that are no plain text are refused", bytes_that_are_no_plain_text_are_refused},
    {"each limit holds to the last item", each_limit_holds_to_the_last_item},
    {"a map takes a thousand keys", a_map_takes_a_thousand_keys},
    {"a refused allocation is remembered", a_refused_allocation_is_remembered},
    {"only regular files are opened", only_regular_files_are_opened},
};

void yaml_suite(void) {
    CU_pSuite suite = CU_add_suite("yaml", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        CU_add_test(suite, tests[i].pName, tests[i].pTestFunc);
}
