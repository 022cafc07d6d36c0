/* SPDX-License-Identifier: MIT */
/* wk_strain_run against a folder of reference vectors, named in WICK_VECTORS; skipped
 * where there is none. composite.csv: one row a day, a scenario a block, day 0 a
 * Monday. */
#include "cm.h"

#include "wick/core.h"

#include <stdlib.h>

enum { DAYS_MAX = 1000, COLUMNS = 30, IN = 2, OUT = 11, LINE_MAX_BYTES = 2000 };
static const wk_date MONDAY = 19723;    /* 2024-01-01 */
static const double TOLERANCE = 1e-5;

struct scenario {
	char name[16];
	struct wk_day days[DAYS_MAX];
	double want[DAYS_MAX][COLUMNS];
	char band[DAYS_MAX][16];
	size_t n;
};

/* Cuts a line into its cells, in place. */
static size_t
cut(char *line, char *cell[COLUMNS])
{
	size_t n = 0;

	line[strcspn(line, "\r\n")] = '\0';
	for (char *p = line; p != NULL && n < COLUMNS; n++)
		cell[n] = strsep(&p, ",");
	return n;
}

static double
number(const char *s)
{
	double v;

	if (*s == '\0')
		return NAN;
	assert_true(wk_text_parse_double(s, -1e9, 1e9, &v));
	return v;
}

static int
whole(const char *s)
{
	return *s == '\0' ? 0 : (int)number(s);
}

static void
read_day(char *const cell[COLUMNS], struct wk_arena *a, struct wk_day *day)
{
	wk_day_clear(day, MONDAY + whole(cell[1]));
	day->hours = number(cell[IN]);
	day->sleep_h = number(cell[IN + 1]);
	day->wakes = whole(cell[IN + 2]);
	assert_true(wk_day_parse_incidents(cell[IN + 3], a, &day->incidents,
	    &day->incident_count));
	day->is_oncall = whole(cell[IN + 4]) != 0;
	day->energy = whole(cell[IN + 5]);
	day->stress = whole(cell[IN + 6]);
	day->mood = whole(cell[IN + 7]);
	day->has_short_rest = whole(cell[IN + 8]) != 0;
}

/* The computed columns in the order of the file, from score on; [1] is the band. */
static void
columns_of(const struct wk_strain *x, double v[COLUMNS])
{
	const double head[] = { x->score, NAN, x->fast_sum, x->slow_sum, x->confidence,
		x->low, x->high, x->week_hours, x->sleep_chronic_h };

	memcpy(v, head, sizeof(head));
	for (size_t k = 0; k < WK_PART_COUNT; k++) {
		v[9 + k] = x->p[k];
		v[14 + k] = x->contribution[k];
	}
}

static void
compare(const struct scenario *s, const struct wk_strain *got)
{
	for (size_t i = 0; i < s->n; i++) {
		double v[COLUMNS];

		columns_of(&got[i], v);
		assert_string_equal(wk_band_name(got[i].band), s->band[i]);
		for (size_t c = 0; c < 19; c++) {
			if (c != 1 && !(fabs(v[c] - s->want[i][c]) <= TOLERANCE))
				fail_msg("%s day %zu column %zu: %.6f instead of %.6f",
				    s->name, i, c, v[c], s->want[i][c]);
		}
	}
}

static void
check(const struct scenario *s)
{
	struct wk_model m;
	struct wk_arena a;

	if (s->n == 0)
		return;
	wk_arena_init(&a);
	wk_model_defaults(&m);
	struct wk_strain *got = WK_ARENA_ARRAY(&a, struct wk_strain, s->n);
	wk_strain_run(&m, s->days, s->n, &a, got);
	compare(s, got);
	printf("scenario %s: %zu days agree\n", s->name, s->n);
	wk_arena_fini(&a);
}

static void
take(struct scenario *s, char *const cell[COLUMNS], struct wk_arena *a)
{
	if (strcmp(s->name, cell[0]) != 0) {
		check(s);
		s->n = 0;
		snprintf(s->name, sizeof(s->name), "%s", cell[0]);
	}
	assert_true(s->n < DAYS_MAX);
	read_day(cell, a, &s->days[s->n]);
	snprintf(s->band[s->n], sizeof(s->band[0]), "%s", cell[OUT + 1]);
	for (size_t c = 0; c < 19; c++)
		s->want[s->n][c] = c == 1 ? NAN : number(cell[OUT + c]);
	s->n++;
}

static void
every_scenario_agrees(void **state)
{
	const char *folder = getenv("WICK_VECTORS");
	char path[512], line[LINE_MAX_BYTES], *cell[COLUMNS];
	struct wk_arena a;
	FILE *f;

	(void)state;
	if (folder == NULL || *folder == '\0') {
		puts("skipped: WICK_VECTORS names no folder");
		skip();
	}
	snprintf(path, sizeof(path), "%s/composite.csv", folder);
	f = fopen(path, "r");
	assert_non_null(f);
	wk_arena_init(&a);
	struct scenario *s = WK_ARENA_NEW(&a, struct scenario);
	while (fgets(line, sizeof(line), f) != NULL) {
		if (line[0] == '#' || strncmp(line, "scenario", 8) == 0)
			continue;
		assert_int_equal(cut(line, cell), COLUMNS);
		take(s, cell, &a);
	}
	check(s);
	wk_arena_fini(&a);
	fclose(f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(every_scenario_agrees) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
