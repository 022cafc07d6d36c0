/* SPDX-License-Identifier: MIT */
/* The Day form writes what was changed in it and nothing else. Today is Fri 20 Nov
 * 2026. */
#include "cm.h"

#include "wick/app.h"

#include <stdlib.h>
#include <unistd.h>

struct fixture {
	char dir[64], path[96];
	struct wk_app app;
	struct wk_arena a;
	struct wk_err err;
};

#define OK(f, call) do { \
	if ((call) != WK_OK) \
		fail_msg("%s: %s", #call, (f)->err.msg); \
} while (0)

static int
setup(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));
	(void)snprintf(f->dir, sizeof(f->dir), "/tmp/wick-form-XXXXXX");
	assert_non_null(mkdtemp(f->dir));
	(void)snprintf(f->path, sizeof(f->path), "%s/wick.db", f->dir);
	assert_int_equal(setenv("HOME", f->dir, 1), 0);
	f->app = (struct wk_app){ .db_path = f->path, .now_text = "2026-11-20T18:00",
		.tz_name = "UTC" };
	wk_arena_init(&f->a);
	OK(f, wk_app_init(&f->app, &f->err));
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;
	struct wk_buf b;
	wk_buf_init(&b);
	wk_app_fini(&f->app);
	wk_buf_addf(&b, "%s-journal", f->path);
	(void)unlink(b.p);
	(void)unlink(f->path);
	(void)rmdir(f->dir);
	wk_buf_fini(&b);
	wk_arena_fini(&f->a);
	free(f);
	return 0;
}

/* Two spans of 3 h and 4 h, the second from 13:00 to 17:00. */
static void
log_spans(struct fixture *f)
{
	struct wk_log l;
	struct wk_day_view v;
	wk_log_init(&l, f->app.today);
	l.work[l.work_count++] = (struct wk_span){ 540, 720 };
	l.work[l.work_count++] = (struct wk_span){ 780, 1020 };
	OK(f, wk_app_log(&f->app, &l, &f->a, &v, &f->err));
}

static struct wk_form
form(struct fixture *f)
{
	struct wk_form out;
	OK(f, wk_app_form_get(&f->app, f->app.today, &f->a, &out, &f->err));
	return out;
}

static struct wk_day_view
day(struct fixture *f)
{
	struct wk_day_view v;
	OK(f, wk_app_day(&f->app, f->app.today, &f->a, &v, &f->err));
	return v;
}

static void
save_total(struct fixture *f, double h)
{
	struct wk_form saved = form(f), now = saved;
	now.worked_h = h;
	OK(f, wk_app_form_save(&f->app, &now, &saved, &f->err));
}

static void
a_total_stands_over_the_spans_and_leaves_them(void **state)
{
	struct fixture *f = *state;
	log_spans(f);
	save_total(f, 6);
	assert_true(fabs(day(f).row.folded.hours - 6) < 1e-9);
	assert_int_equal(day(f).event_count, 2);
	save_total(f, NAN);
	assert_true(fabs(day(f).row.folded.hours - 7) < 1e-9);
	assert_int_equal(day(f).event_count, 2);
	assert_int_equal(day(f).row.locked, 0);
}

static void
times_given_to_a_day_with_a_total_are_kept(void **state)
{
	struct fixture *f = *state;
	save_total(f, 8);
	struct wk_form saved = form(f), now = saved;
	now.start_min = 540;
	now.end_min = 1080;
	OK(f, wk_app_form_save(&f->app, &now, &saved, &f->err));
	assert_int_equal(day(f).event_count, 1);
	assert_true(fabs(day(f).row.folded.hours - 8) < 1e-9);
	saved = form(f);
	assert_int_equal(saved.start_min, 540);
	assert_int_equal(saved.end_min, 1080);
}

static void
a_day_off_that_becomes_work_has_its_spans(void **state)
{
	struct fixture *f = *state;
	log_spans(f);
	save_total(f, 0);
	struct wk_form saved = form(f), now = saved;
	assert_int_equal(saved.kind, WK_FORM_OFF);
	now.kind = WK_FORM_WORK;
	OK(f, wk_app_form_save(&f->app, &now, &saved, &f->err));
	assert_true(fabs(day(f).row.folded.hours - 7) < 1e-9);
	assert_int_equal(day(f).event_count, 2);
}

static void
new_times_take_the_place_of_the_spans(void **state)
{
	struct fixture *f = *state;
	log_spans(f);
	struct wk_form saved = form(f), now = saved;
	assert_true(fabs(saved.break_min - 60) < 1e-9);
	now.end_min = 1080;
	OK(f, wk_app_form_save(&f->app, &now, &saved, &f->err));
	assert_int_equal(day(f).event_count, 1);
	assert_true(fabs(day(f).row.folded.hours - 8) < 1e-9);
}

static void
half_a_span_is_refused(void **state)
{
	struct fixture *f = *state;
	log_spans(f);
	struct wk_form saved = form(f), now = saved;
	now.end_min = -1;
	assert_int_equal(wk_app_form_save(&f->app, &now, &saved, &f->err), WK_ERR_INPUT);
	now = saved;
	now.start_min = -1;
	assert_int_equal(wk_app_form_save(&f->app, &now, &saved, &f->err), WK_ERR_INPUT);
	assert_int_equal(day(f).event_count, 2);
}

/* A field shows 7:31 of 7.51 h and 60 of a break of 59.6 min, and reads that back. */
static void
what_a_field_only_rounds_is_left_alone(void **state)
{
	struct fixture *f = *state;
	log_spans(f);
	save_total(f, 7.51);
	struct wk_form saved = form(f), now = saved;
	now.worked_h = 451 / 60.0;
	now.break_min = saved.break_min - 0.4;
	now.energy = 3;
	OK(f, wk_app_form_save(&f->app, &now, &saved, &f->err));
	assert_true(fabs(day(f).row.typed.hours - 7.51) < 1e-9);
	assert_int_equal(day(f).event_count, 2);
	assert_int_equal(day(f).row.typed.energy, 3);
}

#define T(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_total_stands_over_the_spans_and_leaves_them),
		T(times_given_to_a_day_with_a_total_are_kept),
		T(a_day_off_that_becomes_work_has_its_spans),
		T(new_times_take_the_place_of_the_spans),
		T(half_a_span_is_refused),
		T(what_a_field_only_rounds_is_left_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
