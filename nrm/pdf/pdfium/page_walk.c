/* What is on a page, asked of pdfium with a call or two from Python instead of a thousand.

   It asks and decides what text_runs.py, text_states.py, parts.py and drawings.py do, which are used where this file
   was not compiled. It is handed pdfium's functions, links to no library and knows nothing of Python. */

#include <stddef.h>
#include <stdint.h>

#define EXPORTED __attribute__((visibility("default")))

enum { SPACE = 0x20, RETURN = 0x0d, FEED = 0x0a, HYPHEN_AT_END = 0xfffe };
enum { TEXT = 1, PATH = 2, IMAGE = 3, FORM = 5 };
enum { GAP_WITHIN = 1, GAP_BEFORE = 2 };
enum { THIN_BOX = -1, RECTANGLE = 5 };
static const double THIN = 3.0;

/* pdfium's functions, in the order of `_FUNCTIONS` in compiled.py. */
struct pdfium {
    void *(*text_object)(void *text_page, int index);
    int (*is_generated)(void *text_page, int index);
    int (*char_origin)(void *text_page, int index, double *x, double *y);
    void *(*text_font)(void *object);
    int (*render_mode)(void *object);
    int (*font_size)(void *object, float *size);
    int (*fill_colour)(void *object, unsigned *red, unsigned *green, unsigned *blue, unsigned *alpha);
    int (*object_matrix)(void *object, float *matrix);
    void *(*page_object)(void *page, int index);
    int (*object_type)(void *object);
    int (*draw_mode)(void *path, int *filled, int *stroked);
    int (*count_segments)(void *path);
    int (*object_bounds)(void *object, float *left, float *bottom, float *right, float *top);
    int (*stroke_width)(void *path, float *width);
};

/* One part of the text, in the order of `_PART` in compiled.py. */
struct part {
    uint64_t object, font;
    double start_x, start_y, end_x;
    int32_t start, end, mode;
    float size;
    uint32_t colour[3];
    float matrix[6];
    int32_t gaps;
};

_Static_assert(sizeof(struct part) == 96, "the size of `_PART`");

/* An image or a path, in the order of `_OTHER` in compiled.py. `kind` is that of pdfium, or THIN_BOX for
   a path whose bounds are all that is to be known of it. */
struct other {
    uint64_t object;
    int32_t kind;
    float left, bottom, right, top;
    int32_t unused;
};

_Static_assert(sizeof(struct other) == 32, "the size of `_OTHER`");

struct walk {
    const struct pdfium *pdfium;
    void *page;
    const uint32_t *text;
    struct part *parts;
    int room, count;
};

static void add(struct walk *walk, int start, int end, void *object) {
    if (object == NULL)
        return;
    if (walk->count < walk->room) {
        struct part *part = &walk->parts[walk->count];
        part->object = (uint64_t)(uintptr_t)object;
        part->start = start;
        part->end = end;
    }
    walk->count++;
}

static void *object_at(const struct walk *walk, int place) {
    return walk->pdfium->text_object(walk->page, place);
}

/* The place of a character, no space, about halfway between two others; the lower one where there is none. */
static int between(const uint32_t *text, int low, int high) {
    int middle = low + (high - low) / 2, probe = middle;
    while (text[probe] == SPACE)
        probe--;
    if (probe == low) {
        probe = middle + 1;
        while (text[probe] == SPACE)
            probe++;
        if (probe >= high)
            return low;
    }
    return probe;
}

/* Add the parts from a character to another, neither of them a space. */
static void divide(struct walk *walk, int start, int last) {
    enum { DEEPEST = 64 }; /* each step halves what is left, of less than 2^31 characters */
    struct { int place; void *object; } ahead[DEEPEST];
    int depth = 0, known = start;
    void *object = object_at(walk, start);
    ahead[0].place = last;
    ahead[0].object = object_at(walk, last);
    while (depth >= 0) {
        int high = ahead[depth].place, probe;
        if (ahead[depth].object == object) {
            known = high;
            depth--;
            continue;
        }
        probe = between(walk->text, known, high);
        if (probe > known && depth + 1 < DEEPEST) {
            depth++;
            ahead[depth].place = probe;
            ahead[depth].object = object_at(walk, probe);
            continue;
        }
        add(walk, start, known + 1, object);
        start = known = high;
        object = ahead[depth].object;
        depth--;
    }
    add(walk, start, known + 1, object);
}

/* Whether there is a space at a place that the file does not print. */
static int is_gap(const struct walk *walk, int place) {
    return walk->text[place] == SPACE && walk->pdfium->is_generated(walk->page, place);
}

/* Whether a part has another beside it, with nothing or a space between. */
static int has_neighbour(const struct walk *walk, int index) {
    const struct part *part = &walk->parts[index];
    return (index > 0 && part[0].start - part[-1].end <= 1) ||
           (index + 1 < walk->count && part[1].start - part[0].end <= 1);
}

static int gaps_of(const struct walk *walk, const struct part *part) {
    int first = part->start, gaps = part->start > 0 && is_gap(walk, part->start - 1) ? GAP_BEFORE : 0;
    while (first < part->end && walk->text[first] != SPACE)
        first++;
    return first < part->end && is_gap(walk, first) ? gaps | GAP_WITHIN : gaps;
}

static void ask(const struct walk *walk, int index) {
    const struct pdfium *pdfium = walk->pdfium;
    struct part *part = &walk->parts[index];
    void *object = (void *)(uintptr_t)part->object;
    double y;
    unsigned alpha;
    part->end_x = 0;
    pdfium->char_origin(walk->page, part->end - 1, &part->end_x, &y);
    part->font = (uint64_t)(uintptr_t)pdfium->text_font(object);
    part->mode = pdfium->render_mode(object);
    part->size = 0;
    pdfium->font_size(object, &part->size);
    if (!pdfium->fill_colour(object, &part->colour[0], &part->colour[1], &part->colour[2], &alpha))
        part->colour[0] = part->colour[1] = part->colour[2] = 0; /* a pattern */
    for (int i = 0; i < 6; i++)
        part->matrix[i] = 0;
    pdfium->object_matrix(object, part->matrix);
    part->start_x = part->matrix[4];
    part->start_y = part->matrix[5];
    if (part->start > 0 && walk->text[part->start - 1] == SPACE) /* no object's first character, perhaps */
        pdfium->char_origin(walk->page, part->start, &part->start_x, &part->start_y);
    part->gaps = has_neighbour(walk, index) ? gaps_of(walk, part) : 0;
}

/* The parts of the text of an open text page: `text` has `length` characters. Gives how many
   parts there are; where there is not room for so many, what is written is of no use. */
EXPORTED int nrm_parts(const struct pdfium *pdfium, void *text_page, const uint32_t *text, int length,
                       struct part *parts, int room) {
    struct walk walk = {pdfium, text_page, text, parts, room, 0};
    for (int place = 0; place < length;) {
        int last = place;
        if (text[place] == RETURN || text[place] == FEED || text[place] == SPACE) {
            place++;
            continue;
        }
        if (text[place] != HYPHEN_AT_END) {
            int next = place;
            for (; next < length && text[next] != RETURN && text[next] != FEED && text[next] != HYPHEN_AT_END; next++)
                if (text[next] != SPACE)
                    last = next;
            if (next < length && text[next] == HYPHEN_AT_END)
                last = next;
        }
        divide(&walk, place, last);
        place = last + 1;
    }
    for (int i = 0; i < walk.count && walk.count <= room; i++)
        ask(&walk, i);
    return walk.count;
}

/* Whether a path shows as something thin, or may do so. */
static int may_be_thin(const struct pdfium *pdfium, void *path, struct other *other) {
    int filled = 0, stroked = 0;
    float width = 0;
    pdfium->draw_mode(path, &filled, &stroked);
    if (!filled && !stroked)
        return 0;
    if (pdfium->count_segments(path) > RECTANGLE)
        return 1;
    /* One part: what is filled only has its points at its bounds, what is stroked has them within. */
    pdfium->object_bounds(path, &other->left, &other->bottom, &other->right, &other->top);
    double height = (double)other->top - other->bottom;
    if (!stroked) {
        other->kind = THIN_BOX;
        return height <= THIN;
    }
    pdfium->stroke_width(path, &width);
    return height <= THIN + 2.0 * width + 1;
}

/* Of an open page with `count` objects the texts, and the images and the paths that may be thin, each in the order of
   drawing. There must be room for `count` of each; `found` says how many there are. Gives 0 for a page with forms. */
EXPORTED int nrm_objects(const struct pdfium *pdfium, void *page, int count, uint64_t *texts, struct other *others,
                         int found[2]) {
    found[0] = found[1] = 0;
    for (int i = 0; i < count; i++) {
        void *object = pdfium->page_object(page, i);
        struct other other = {(uint64_t)(uintptr_t)object, pdfium->object_type(object), 0, 0, 0, 0, 0};
        if (other.kind == FORM)
            return 0;
        if (other.kind == TEXT)
            texts[found[0]++] = other.object;
        else if (other.kind == IMAGE || (other.kind == PATH && may_be_thin(pdfium, object, &other)))
            others[found[1]++] = other;
    }
    return 1;
}
