/* SPDX-License-Identifier: MIT */
/* wk_strain_run against tests/oracle/strain.awk on made-up lives: gaps of every length,
 * half-known days, partial check-ins, incidents of unknown severity and length. */
#include "cm.h"

#include "wick/core.h"

#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;
enum { DAYS = 300, COLUMNS = 20 };
static const wk_date MONDAY = 19723;  /* 2024-01-01 */
static uint64_t seed;

static unsigned
rnd(unsigned below)
{
	seed = seed * 6364136223846793005ull + 1442695040888963407ull;
	return (unsigned)(seed >> 33) % below;
}

static void
live_a_day(struct wk_day *day, wk_date d, unsigned busy, struct wk_arena *a)
{
	wk_day_clear(day, d);
	if (rnd(5))
		day->hours = rnd(100) * 0.01 * (4 + busy);
	if (rnd(5))
		day->sleep_h = 9.5 - busy * 0.4 - rnd(200) * 0.01;
	day->wakes = (int)(rnd(4) ? 0 : rnd(8));
	day->is_oncall = rnd(3) == 0;
	day->has_short_rest = rnd(6) == 0;
	day->energy = (int)(rnd(3) ? 0 : 1 + rnd(5));
	day->stress = (int)(rnd(4) ? 0 : 1 + rnd(5));
	day->mood = (int)(rnd(4) ? 0 : 1 + rnd(5));
	day->incident_count = rnd(3) ? 0 : rnd(busy);
	day->incidents = WK_ARENA_ARRAY(a, struct wk_incident, 16);
	for (size_t i = 0; i < day->incident_count; i++)
		day->incidents[i] = (struct wk_incident){ .cat = (enum wk_category)rnd(4),
			.severity = (int)rnd(7) - 1, .minutes = rnd(3) ?
			(double)rnd(200) : NAN };
}

static void
live(struct wk_day *days, struct wk_arena *a)
{
	unsigned gap = 0, busy = 1;
	for (int i = 0; i < DAYS; i++) {
		if (rnd(25) == 0) {
			busy = 1 + rnd(12);
			gap = rnd(3) ? 0 : rnd(30);
		}
		live_a_day(&days[i], MONDAY + i, busy, a);
		if (i && gap) {
			wk_day_clear(&days[i], MONDAY + i);
			gap--;
		}
	}
	days[0].hours = 8;  /* the recursion begins at a day with an entry */
}

static void
put_cell(FILE *f, double v)
{
	if (isnan(v))
		fputs(",", f);
	else
		fprintf(f, ",%.4f", v);
}

static void
put_mark(FILE *f, int v)
{
	if (v)
		fprintf(f, ",%d", v);
	else
		fputs(",", f);
}

static void
write_days(const char *path, const struct wk_day *days)
{
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	for (int i = 0; i < DAYS; i++) {
		const struct wk_day *d = &days[i];
		struct wk_buf b;
		wk_buf_init(&b);
		wk_day_put_incidents(&b, d->incidents, d->incident_count);
		fprintf(f, "%d", i);
		put_cell(f, d->hours);
		put_cell(f, d->sleep_h);
		fprintf(f, ",%d,%s,%d", d->wakes, b.p, d->is_oncall);
		put_mark(f, d->energy);
		put_mark(f, d->stress);
		put_mark(f, d->mood);
		fprintf(f, ",%d\n", d->has_short_rest);
		wk_buf_fini(&b);
	}
	fclose(f);
}

static void
run_awk(const char *in, const char *out)
{
	char *argv[] = { (char *)"awk", (char *)"-F,", (char *)"-f",
		(char *)"tests/oracle/strain.awk", (char *)in, NULL };
	posix_spawn_file_actions_t acts;
	pid_t pid;
	int status;
	posix_spawn_file_actions_init(&acts);
	posix_spawn_file_actions_addopen(&acts, 1, out, 01 | 0100 | 01000, 0600);
	assert_int_equal(posix_spawnp(&pid, "awk", &acts, NULL, argv, environ), 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	posix_spawn_file_actions_destroy(&acts);
}

static void
columns_of(const struct wk_strain *s, double v[COLUMNS])
{
	const double head[10] = { s->score, NAN, s->fast_sum, s->slow_sum, s->confidence,
		s->low, s->high, s->week_hours, s->sleep_chronic_h };
	memcpy(v, head, sizeof head);
	for (int k = 0; k < WK_PART_COUNT; k++) {
		v[9 + k] = s->p[k];
		v[14 + k] = s->contribution[k];
	}
}

static void
compare(const char *path, const struct wk_strain *s)
{
	char line[600];
	int n = 0;
	FILE *f = fopen(path, "r");
	assert_non_null(f);
	while (fgets(line, sizeof line, f)) {
		double mine[COLUMNS];
		char *cell = strchr(line, ',');
		columns_of(&s[n], mine);
		for (int c = 0; c < 19; c++) {
			char *end = cell + 1;
			if (c == 1) {
				end += strcspn(end, ",");
				*end = 0;
				assert_string_equal(cell + 1, wk_band_name(s[n].band));
				*end = ',';
			} else if (fabs(strtod(cell + 1, &end) - mine[c]) > 1e-5) {
				fail_msg("day %d, column %d: %.6f, the oracle says %.20s",
				    n, c, mine[c], cell + 1);
			}
			cell = end;
		}
		n++;
	}
	fclose(f);
	assert_int_equal(n, DAYS);
}

static void
agrees_with_the_oracle(void **state)
{
	(void)state;
	char dir[] = "/tmp/wick-oracle-XXXXXX", in[64], out[64];
	assert_non_null(mkdtemp(dir));
	snprintf(in, sizeof in, "%s/in", dir);
	snprintf(out, sizeof out, "%s/out", dir);
	for (uint64_t life = 1; life <= 12; life++) {
		struct wk_arena a;
		struct wk_model m;
		wk_arena_init(&a);
		struct wk_day *days = WK_ARENA_ARRAY(&a, struct wk_day, DAYS);
		struct wk_strain *s = WK_ARENA_ARRAY(&a, struct wk_strain, DAYS);
		seed = life;
		live(days, &a);
		/* what the file holds is what is computed */
		for (int i = 0; i < DAYS; i++) {
			days[i].hours = round(days[i].hours * 1e4) / 1e4;
			days[i].sleep_h = round(days[i].sleep_h * 1e4) / 1e4;
		}
		wk_model_defaults(&m);
		write_days(in, days);
		run_awk(in, out);
		wk_strain_run(&m, days, DAYS, &a, s);
		compare(out, s);
		wk_arena_fini(&a);
	}
	unlink(in);
	unlink(out);
	rmdir(dir);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(agrees_with_the_oracle) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
