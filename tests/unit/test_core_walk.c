/* SPDX-License-Identifier: MIT */
/* A log that comes a stretch at a time says on every day what the whole one says. */
#include "test_core_random.h"

enum { LONG = 4000 };

struct log {
	struct wk_arena a;
	struct wk_day *rows;            /* sparse */
	size_t n, at;
};

/* Random lives one behind the other, with the times of their nights; between them days
 * without a row, now and then years of them. */
static void
make_log(struct log *g, int k)
{
	struct life *x = &l;
	uint64_t seed = 1 + (uint64_t)k;
	wk_date d = 1000;
	*g = (struct log){ .n = 0 };
	wk_arena_init(&g->a);
	g->rows = WK_ARENA_ARRAY(&g->a, struct wk_day, LONG);
	for (int part = 0; part < 12; part++) {
		random_life(x, 12 * k + part);
		for (size_t i = 0; i < x->n; i++, d++) {
			struct wk_day day = x->days[i];
			if (one_of(&seed, 30) == 0 && i > 0)
				continue;
			day.d = d;
			day.leave = one_of(&seed, 25) == 0 ? WK_LEAVE_VACATION :
			    WK_LEAVE_NONE;
			if (one_of(&seed, 5) > 0) {
				day.bed_h = between(&seed, -3, 2);
				day.wake_h = between(&seed, 4, 9);
			}
			struct wk_incident *v = WK_ARENA_ARRAY(&g->a, struct wk_incident,
			    day.incident_count);
			if (day.incident_count > 0)
				memcpy(v, day.incidents, day.incident_count * sizeof(*v));
			day.incidents = v;
			g->rows[g->n++] = day;
		}
		d += one_of(&seed, 4) > 0 ? 0 : one_of(&seed, 2000);
	}
}

/* Its list in the arena that is handed in, and nowhere else. */
static bool
next_row(void *ctx, struct wk_arena *a, struct wk_day *out)
{
	struct log *g = ctx;
	if (g->at == g->n)
		return false;
	*out = g->rows[g->at++];
	if (out->incident_count > 0) {
		struct wk_incident *v = WK_ARENA_ARRAY(a, struct wk_incident,
		    out->incident_count);
		memcpy(v, out->incidents, out->incident_count * sizeof(*v));
		out->incidents = v;
	}
	return true;
}

static void
compare_day(const struct wk_model *m, const struct wk_series *all, size_t k,
    const struct wk_series *s, size_t i)
{
	size_t n;
	const struct wk_indicator *t = wk_indicators(&n);
	assert_int_equal(s->days[i].d, all->days[k].d);
	same(s->strain[i].score, all->strain[k].score, "score");
	same(s->strain[i].low, all->strain[k].low, "low");
	same(s->strain[i].confidence, all->strain[k].confidence, "confidence");
	assert_int_equal(i == s->shown, k == all->shown);
	for (size_t j = 0; j < n; j++) {
		struct wk_indicator_value got, want;
		wk_indicator_at(&t[j], m, s, i, &got);
		wk_indicator_at(&t[j], m, all, k, &want);
		same(got.value, want.value, t[j].id);
		same(got.second, want.second, t[j].id);
		assert_int_equal(got.state, want.state);
		assert_string_equal(got.note, want.note);
		wk_indicator_bare(&t[j], m, s, i, &got);
		same(got.value, want.value, t[j].id);
		assert_int_equal(got.state, want.state);
		assert_string_equal(got.note, "");
	}
}

static size_t
walk(struct log *g, const struct wk_model *m, const struct wk_series *all,
    bool has_indicators)
{
	struct wk_walk_plan plan = { .m = m, .last = all->days[all->n - 1].d,
		.shown = all->days[all->shown].d, .has_indicators = has_indicators,
		.source = next_row, .ctx = g };
	struct wk_series s;
	size_t from, to, k = 0;
	g->at = 0;
	struct wk_walk *w = wk_walk_new(&plan, &g->a);
	while (wk_walk_next(w, &s, &from, &to))
		for (size_t i = from; i < to; i++, k++) {
			if (has_indicators)
				compare_day(m, all, k, &s, i);
			else
				same(s.strain[i].score, all->strain[k].score, "score");
		}
	wk_walk_free(w);
	return k;
}

static void
stretches_say_what_the_whole_says(void **state)
{
	(void)state;
	for (int k = 0; k < 6; k++) {
		struct log g;
		struct wk_model m;
		struct wk_series all;
		size_t n;
		make_log(&g, k);
		wk_model_defaults(&m);
		struct wk_day *days = wk_series_dense(g.rows, g.n, WK_DATE_NONE, &g.a,
		    &n);
		wk_series_init(&all, &m, days, n, days[n - 1].d + 1, &g.a);
		assert_int_equal(walk(&g, &m, &all, true), n);
		assert_int_equal(walk(&g, &m, &all, false), n);
		wk_arena_fini(&g.a);
	}
}

static void
short_and_empty_logs(void **state)
{
	(void)state;
	static const size_t lengths[] = { 1, 2, 895, 896, 897, 1023, 1024, 1025 };
	struct log g;
	make_log(&g, 9);
	size_t most = g.n;
	for (size_t k = 0; k < WK_LEN(lengths); k++) {
		struct wk_model m;
		struct wk_series all;
		size_t n;
		assert_true(lengths[k] <= most);
		g.n = lengths[k];
		for (size_t i = 0; i < g.n; i++)
			g.rows[i].d = 20000 + (wk_date)i;
		g.rows[g.n - 1].hours = 8;
		wk_model_defaults(&m);
		struct wk_day *days = wk_series_dense(g.rows, g.n, WK_DATE_NONE, &g.a,
		    &n);
		wk_series_init(&all, &m, days, n, days[n - 1].d + 1, &g.a);
		assert_int_equal(walk(&g, &m, &all, true), n);
	}
	struct wk_walk_plan plan = { .source = next_row, .ctx = &g };
	struct wk_series s;
	size_t from, to;
	g.at = g.n;
	struct wk_walk *w = wk_walk_new(&plan, &g.a);
	assert_false(wk_walk_next(w, &s, &from, &to));
	wk_walk_free(w);
	wk_arena_fini(&g.a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stretches_say_what_the_whole_says),
		cmocka_unit_test(short_and_empty_logs) };
	return cmocka_run_group_tests(tests, setup, teardown);
}
