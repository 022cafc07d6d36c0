/* SPDX-License-Identifier: MIT */
/* Pieces to nights. */
#include <stdlib.h>

#include "night.h"

enum { PIECES_MAX = 500000, TELLERS_MAX = 1000, PLACES_MAX = 1000, GAP_S = 3600,
    DAY_S = 86400, TOLD_MAX = 16 };

void
wk_nights_init(struct wk_nights *n, struct wk_port *port, const char *source)
{
	*n = (struct wk_nights){ .port = port, .source = source };
	wk_arena_init(&n->arena);
}

void
wk_nights_fini(struct wk_nights *n)
{
	wk_mem_free(n->v);
	wk_mem_free(n->tellers);
	wk_mem_free(n->places);
	wk_mem_free(n->asleep);
	wk_mem_free(n->awake);
	wk_arena_fini(&n->arena);
}

/* Its index; the last one when there are too many to tell apart. */
static uint16_t
teller_of(struct wk_nights *n, const char *name)
{
	for (size_t i = 0; i < n->teller_count; i++)
		if (strcmp(n->tellers[i], name) == 0)
			return (uint16_t)i;
	if (n->teller_count == TELLERS_MAX)
		return TELLERS_MAX - 1;
	n->tellers = wk_mem_grow(n->tellers, &n->teller_cap, n->teller_count + 1,
	    sizeof(*n->tellers));
	n->tellers[n->teller_count] = wk_arena_strdup(&n->arena, name);
	return (uint16_t)n->teller_count++;
}

static uint16_t
place_of(struct wk_nights *n, const struct wk_zone *zone, int32_t off)
{
	const struct wk_night_place p = { zone, zone == NULL ? off : 0 };
	for (size_t i = 0; i < n->place_count; i++)
		if (n->places[i].zone == p.zone && n->places[i].off == p.off)
			return (uint16_t)i;
	if (n->place_count == PLACES_MAX)
		return PLACES_MAX - 1;
	n->places = wk_mem_grow(n->places, &n->place_cap, n->place_count + 1,
	    sizeof(*n->places));
	n->places[n->place_count] = p;
	return (uint16_t)n->place_count++;
}

void
wk_nights_add(struct wk_nights *n, const char *teller, enum wk_stage stage, int64_t start,
    int64_t end, const struct wk_zone *zone, int32_t off, long line)
{
	const char *fault = wk_port_span_fault(start, end);
	if (fault == NULL && end - start > DAY_S)
		fault = "a sleep of more than 24 hours";
	if (fault != NULL)
		wk_port_error(n->port, line, "%s", fault);
	if (fault != NULL || start == end || n->is_full)
		return;
	if (n->n == PIECES_MAX) {
		n->is_full = true;
		wk_port_error(n->port, line, "more than %d pieces of sleep", PIECES_MAX);
		return;
	}
	n->v = wk_mem_grow(n->v, &n->cap, n->n + 1, sizeof(*n->v));
	n->v[n->n++] = (struct wk_night_piece){ start, (int32_t)(end - start),
		teller_of(n, teller), place_of(n, zone, off), (uint8_t)stage };
}

static int
piece_compare(const void *a, const void *b)
{
	const struct wk_night_piece *x = a, *y = b;
	return x->start != y->start ? (x->start < y->start ? -1 : 1) :
	    x->dur_s < y->dur_s ? -1 : x->dur_s > y->dur_s;
}

/* The union of a teller's pieces of one sort, ascending; their count. */
static size_t
unite(const struct wk_night_piece *v, size_t n, uint16_t teller, bool is_awake,
    struct wk_night_span *out)
{
	size_t count = 0;
	for (size_t i = 0; i < n; i++) {
		int64_t to = v[i].start + v[i].dur_s;
		if (v[i].teller != teller || (v[i].stage == WK_STAGE_AWAKE) != is_awake)
			continue;
		if (count > 0 && v[i].start <= out[count - 1].to)
			out[count - 1].to = WK_MAX(out[count - 1].to, to);
		else
			out[count++] = (struct wk_night_span){ v[i].start, to,
				v[i].place };
	}
	return count;
}

static void
put_span(struct wk_nights *n, uint16_t teller, int64_t from, int64_t to, uint16_t place)
{
	struct wk_port_event e;
	const struct wk_night_place *p = &n->places[place];
	char text[128], id[35];
	if (to - from > DAY_S) {
		wk_port_error(n->port, 0, "a sleep of more than 24 hours");
		return;
	}
	wk_port_event_init(&e, "sleep");
	e.start = from;
	e.end = to;
	e.off_start = p->zone == NULL ? p->off : wk_zone_offset(p->zone, from);
	e.off_end = p->zone == NULL ? p->off : wk_zone_offset(p->zone, to);
	e.tz = p->zone == NULL ? NULL : wk_zone_name(p->zone);
	(void)snprintf(text, sizeof(text), "sleep %.64s %lld", n->tellers[teller],
	    (long long)from);
	wk_port_make_id(text, id);
	e.source = n->source;
	e.id = id;
	e.title = n->tellers[teller];
	wk_port_event_put(n->port, &e);
}

/* Asleep without awake: its seconds; written when put. */
static int64_t
tell(struct wk_nights *n, const struct wk_night_piece *v, size_t count, uint16_t teller,
    bool put)
{
	size_t asleep = unite(v, count, teller, false, n->asleep), k = 0;
	size_t awake = unite(v, count, teller, true, n->awake);
	int64_t sum = 0;
	for (size_t i = 0; i < asleep; i++) {
		int64_t from = n->asleep[i].from, to = n->asleep[i].to;
		while (k < awake && n->awake[k].to <= from)
			k++;
		for (size_t w = k; from < to; w++) {
			bool is_cut = w < awake && n->awake[w].from < to;
			int64_t until = is_cut ? n->awake[w].from : to;
			if (until > from) {
				sum += until - from;
				if (put)
					put_span(n, teller, from, until,
					    n->asleep[i].place);
			}
			from = is_cut ? WK_MAX(from, n->awake[w].to) : to;
		}
	}
	return sum;
}

static void
put_night(struct wk_nights *n, const struct wk_night_piece *v, size_t count)
{
	uint16_t told[TOLD_MAX], best = 0;
	bool has_stages[TOLD_MAX] = { 0 }, best_stages = false;
	size_t tellers = 0;
	int64_t most = -1;
	for (size_t i = 0; i < count; i++) {
		size_t t = 0;
		while (t < tellers && told[t] != v[i].teller)
			t++;
		if (v[i].stage == WK_STAGE_AWAKE || t == TOLD_MAX)
			continue;
		if (t == tellers)
			told[tellers++] = v[i].teller;
		has_stages[t] = has_stages[t] || v[i].stage == WK_STAGE_DETAILED;
	}
	for (size_t t = 0; t < tellers; t++) {
		int64_t s = tell(n, v, count, told[t], false);
		if (has_stages[t] < best_stages || (has_stages[t] == best_stages &&
		    s <= most))
			continue;
		most = s;
		best = told[t];
		best_stages = has_stages[t];
	}
	n->shadowed += tellers > 1;
	if (tellers > 0)
		(void)tell(n, v, count, best, true);
}

void
wk_nights_put(struct wk_nights *n)
{
	if (n->n > 1)
		qsort(n->v, n->n, sizeof(*n->v), piece_compare);
	for (size_t i = 0, j; i < n->n && !wk_port_is_over(n->port); i = j) {
		int64_t end = n->v[i].start + n->v[i].dur_s;
		for (j = i + 1; j < n->n && n->v[j].start - end < GAP_S; j++)
			end = WK_MAX(end, n->v[j].start + n->v[j].dur_s);
		n->asleep = wk_mem_grow(n->asleep, &n->asleep_cap, j - i,
		    sizeof(*n->asleep));
		n->awake = wk_mem_grow(n->awake, &n->awake_cap, j - i,
		    sizeof(*n->awake));
		put_night(n, &n->v[i], j - i);
	}
	if (n->shadowed > 0)
		wk_port_note(n->port, "nights that several devices or apps tell of, and "
		    "that count once: %ld", n->shadowed);
}
