/* known_partners_test.c - partners found by ids of all shapes. */
#include "data/known_partners.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <string.h>

typedef struct work {
    arena memory;
    map ids;
    known_partners known;
} work;

/* Ids as `format` writes first, first + step and so on: ascending, if the format is right. */
static void begin(work *w, const char *format, unsigned first, unsigned step, unsigned count) {
    *w = (work){0};
    w->ids.memory = &w->memory;
    for (unsigned i = 0; i < count; i++) {
        char room[40];
        int length = snprintf(room, sizeof room, format, first + i * step);
        CU_ASSERT_EQUAL(map_append(&w->ids, (text){room, (size_t)length}), (int64_t)i);
    }
    CU_ASSERT_TRUE(known_partners_make(&w->known, &w->ids));
}

static void end(work *w) {
    known_partners_free(&w->known);
    arena_free(&w->memory);
}

static int32_t found_with_others(const work *w, text id) {
    text_key keys[2] = {text_key_of(id), text_key_of(text_of(""))};
    text longer[2] = {id, text_of("")};
    int32_t partners[2] = {0};
    known_partners_find_all(&w->known, keys, longer, 2, partners);
    CU_ASSERT_EQUAL(partners[1], -1);
    return partners[0];
}

static bool finds(const work *w, const char *id, int64_t partner) {
    return known_partners_find(&w->known, text_of(id)) == partner &&
           found_with_others(w, text_of(id)) == partner;
}

static bool finds_all(const work *w) {
    bool all = true;
    for (size_t i = 0; i < w->ids.count; i++)
        all &= finds(w, w->ids.keys[i].bytes, (int64_t)i);
    return all;
}

static void numbered_ids_of_every_length_lead_to_their_partners(void) {
    static const char *const formats[] = {"%03u",          "P%06u",        "PA%06u",
                                          "PARTNER%03u",   "PARTNER-%05u", "PARTNER-%07u",
                                          "A-PARTNER%06u", "P%07u",        "%08u"};
    for (size_t f = 0; f < sizeof formats / sizeof *formats; f++) {
        work w;
        begin(&w, formats[f], 7, 3, 300);
        CU_ASSERT_PTR_NOT_NULL(w.known.by_number);
        CU_ASSERT_TRUE(finds_all(&w));
        end(&w);
    }
}

static void other_ids_are_told_from_numbered_ones(void) {
    static const char *const strangers[] = {"",
                                            "P",
                                            "P000",
                                            "P0000",
                                            "Q00101",
                                            "P0010",
                                            "P000101",
                                            "p00101",
                                            "P0010:",
                                            "P0010/",
                                            ("P001\xB1"
                                             "1"),
                                            "00101",
                                            "P99999",
                                            "P00000",
                                            "P00101 and more of it"};
    work w;
    begin(&w, "P%05u", 100, 1, 300);
    CU_ASSERT_TRUE(finds(&w, "P00101", 1));
    CU_ASSERT_EQUAL(known_partners_find(&w.known, (text){"P00101\0", 7}), -1);
    for (size_t i = 0; i < sizeof strangers / sizeof *strangers; i++)
        CU_ASSERT_TRUE(finds(&w, strangers[i], -1));
    end(&w);
}

static void ids_of_no_common_shape_are_found_as_well(void) {
    static const char *const formats[] = {"%u", "a partner of a long name %06u", "%04u-X"};
    for (size_t f = 0; f < sizeof formats / sizeof *formats; f++) {
        work w;
        begin(&w, formats[f], 99, 1, 300);
        CU_ASSERT_PTR_NULL(w.known.by_number);
        CU_ASSERT_TRUE(finds_all(&w));
        CU_ASSERT_TRUE(finds(&w, "P00101", -1));
        end(&w);
    }
}

static void numbers_far_apart_take_no_room(void) {
    work w;
    begin(&w, "P%08u", 100, 1000, 300);
    CU_ASSERT_PTR_NULL(w.known.by_number);
    CU_ASSERT_TRUE(finds_all(&w));
    end(&w);
}

static void nobody_is_found_among_none(void) {
    work w;
    begin(&w, "P%u", 0, 1, 0);
    CU_ASSERT_TRUE(finds(&w, "P1", -1));
    end(&w);
}

void known_partners_suite(void);
void known_partners_suite(void) {
    CU_pSuite suite = CU_add_suite("known partners", NULL, NULL);
    CU_add_test(suite, "numbered ids of every length lead to their partners",
                numbered_ids_of_every_length_lead_to_their_partners);
    CU_add_test(suite, "other ids are told from numbered ones",
                other_ids_are_told_from_numbered_ones);
    CU_add_test(suite, "ids of no common shape are found as well",
                ids_of_no_common_shape_are_found_as_well);
    CU_add_test(suite, "numbers far apart take no room", numbers_far_apart_take_no_room);
    CU_add_test(suite, "nobody is found among none", nobody_is_found_among_none);
}
