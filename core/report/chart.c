/* chart.c - bars and histograms as inline SVG: see page.h.
 *
 * Coordinates are whole numbers worked out exactly, so the same input draws the same bytes. */
#include "explain/amount.h"
#include "report/page.h"

int chart_length(number amount, number largest, int room) {
    number length;
    int64_t whole;
    if (amount <= 0 || largest <= 0) return 0;
    if (!number_multiply_divide(&length, amount, number_from_integer(room), largest) ||
        !number_to_integer(&whole, length))
        return 0;
    return whole < 1 ? 1 : whole > room ? room : (int)whole;
}

void chart_bars(writer *out, const number *before, number after, number largest) {
    enum { ROOM = 1000 };
    writer_string(out, "<svg viewBox=\"0 0 1000 22\" preserveAspectRatio=\"none\" "
                       "aria-hidden=\"true\">");
    if (before)
        page_write(out, "<rect class=\"was\" y=\"2\" width=\"$d\" height=\"7\"/>",
                   chart_length(*before, largest, ROOM));
    page_write(out, "<rect class=\"bar\" y=\"$d\" width=\"$d\" height=\"$d\"/></svg>",
               before ? 11 : 5, chart_length(after, largest, ROOM), before ? 8 : 12);
}

enum { BINS = 16, WIDTH = 460, BASE = 150, TALLEST = 120, LEFT = 14 };

typedef struct bins {
    number step;
    int64_t first; /* the lowest bin: amounts from first x step on */
    size_t count;
    size_t held[2 * BINS];
} bins;

/* The bin of an amount: above 0 those up to and with k x step, below 0 mirrored, so that no bin
 * holds both. */
static int64_t bin_of(number amount, number step) {
    number size = amount < 0 ? -amount : amount;
    int64_t k = (int64_t)((size - 1) / step);
    return amount < 0 ? -k - 1 : k;
}

static void find_ends(const number *amounts, size_t count, number *lowest, number *highest) {
    *lowest = *highest = 0;
    for (size_t i = 0; i < count; i++) {
        if (amounts[i] < *lowest) *lowest = amounts[i];
        if (amounts[i] > *highest) *highest = amounts[i];
    }
}

static size_t bins_needed(number lowest, number highest, number step) {
    number needed = 0;
    if (highest > 0) needed += (highest - 1) / step + 1;
    if (lowest < 0) needed += (-lowest - 1) / step + 1;
    return needed > BINS ? BINS + 1 : (size_t)needed;
}

/* The narrowest step of 1, 2, 5 x 10^n (from 1 on) with which the bins are few enough. */
static bool fill_bins(bins *b, const number *amounts, size_t count) {
    number lowest, highest;
    find_ends(amounts, count, &lowest, &highest);
    if (lowest == highest) return false;
    b->step = NUMBER_ONE;
    for (int turn = 0; bins_needed(lowest, highest, b->step) > BINS; turn++)
        b->step = turn % 3 == 1 ? b->step / 2 * 5 : b->step * 2;
    b->first = lowest < 0 ? bin_of(lowest, b->step) : 0;
    b->count = bins_needed(lowest, highest, b->step);
    for (size_t i = 0; i < count; i++)
        if (amounts[i] != 0) b->held[bin_of(amounts[i], b->step) - b->first]++;
    return true;
}

static void draw_bin(const bins *b, size_t k, size_t most, const plan *p, writer *out) {
    char room[AMOUNT_TEXT], from[AMOUNT_TEXT], to[AMOUNT_TEXT];
    int wide = (WIDTH - 2 * LEFT) / (int)b->count, x = LEFT + (int)k * wide;
    int tall = (int)(b->held[k] * TALLEST / most);
    if (!b->held[k]) return;
    if (tall < 2) tall = 2;
    number begins = b->step * (b->first + (int64_t)k);
    page_write(out, "<g><title>$t between $t and $t</title>", amount_count(b->held[k], room),
               amount_of(begins, MEASURE_MONEY, p, 0, from),
               amount_of(begins + b->step, MEASURE_MONEY, p, 0, to));
    page_write(out,
               "<rect class=\"$s\" x=\"$d\" y=\"$d\" width=\"$d\" height=\"$d\" rx=\"2\"/>",
               begins < 0 ? "fall" : "rise", x + 1, BASE - tall, wide - 2, tall);
    page_write(out,
               "<text class=\"dim\" x=\"$d\" y=\"$d\" text-anchor=\"middle\">$t</text></g>\n",
               x + wide / 2, BASE - tall - 5, amount_count(b->held[k], room));
}

static void draw_tick(const bins *b, int64_t at, const plan *p, writer *out) {
    char room[AMOUNT_TEXT];
    int wide = (WIDTH - 2 * LEFT) / (int)b->count;
    int end = (int)(at - b->first), x = LEFT + end * wide;
    const char *anchor = end == 0 ? "start" : end == (int)b->count ? "end" : "middle";
    page_write(out, "<text class=\"dim\" x=\"$d\" y=\"$d\" text-anchor=\"$s\">$t</text>\n", x,
               BASE + 17, anchor, amount_of(b->step * at, MEASURE_MONEY, p, 0, room));
}

void chart_histogram(writer *out, const number *amounts, size_t count, const plan *p) {
    bins b = {0};
    size_t most = 1;
    if (!fill_bins(&b, amounts, count)) return;
    for (size_t k = 0; k < b.count; k++)
        if (b.held[k] > most) most = b.held[k];
    writer_string(out, "<svg viewBox=\"0 0 460 175\" role=\"img\" "
                       "aria-label=\"How many partners gain or lose how much\">\n");
    for (size_t k = 0; k < b.count; k++)
        draw_bin(&b, k, most, p, out);
    page_write(out, "<line class=\"axis\" x1=\"$d\" x2=\"$d\" y1=\"$d\" y2=\"$d\"/>\n", LEFT,
               WIDTH - LEFT, BASE, BASE);
    int64_t end = b.first + (int64_t)b.count;
    draw_tick(&b, b.first, p, out);
    if (b.first < 0 && end > 0) draw_tick(&b, 0, p, out);
    draw_tick(&b, end, p, out);
    writer_string(out, "</svg>\n");
}
