/* SPDX-License-Identifier: MIT */
/* demo: a story written into an empty store, ending at today. Deterministic: the same
 * name and the same day give the same bytes. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "demo_story.h"
#include "internal.h"

struct teller {
	struct wk_app *app;
	uint64_t seed, state;
	wk_date d;
	double owed_h;            /* work carried between the days of a week */
	double pages_due[2];      /* night, day: fractions carried from day to day */
};

/* splitmix64: small, well spread, the same everywhere. Source: S. Vigna, public
 * domain. */
static uint64_t
next(struct teller *t)
{
	uint64_t z = (t->state += 0x9e3779b97f4a7c15u);
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

/* -1..1, leaning to the middle. */
static double
jitter(struct teller *t)
{
	double a = (double)(next(t) >> 11) / 9007199254740992.0;
	double b = (double)(next(t) >> 11) / 9007199254740992.0;
	return a + b - 1;
}

static double
share(struct teller *t)
{
	return (double)(next(t) >> 11) / 9007199254740992.0;
}

static enum wk_rc
put(struct teller *t, enum wk_kind kind, struct wk_span s, struct wk_err *err)
{
	struct wk_event e;
	int64_t start = 0, end = 0;
	wk_app_span_utc(t->app, t->app->zone, t->d, s, &start, &end);
	wk_app_event(t->app, t->app->zone, kind, start, end, &e);
	return wk_store_event_put(t->app->store, &e, err);
}

/* Working days of the week by their number; 6.5 means every other Saturday is free. */
static bool
works_on(const struct demo_phase *p, wk_date d)
{
	int wd = wk_date_weekday(d);
	int week = (d - wd) / 7;
	double days = p->week_days;
	if (days > 6 && days < 7)
		return wd < 6 || week % 2 == 0;
	return wd < (int)days;
}

static enum wk_rc
tell_work(struct teller *t, const struct demo_phase *p, struct wk_err *err)
{
	double each = p->week_h / p->week_days * 60;
	double min = each + t->owed_h;
	int length = (int)(min + 0.04 * each * jitter(t)) / 5 * 5;
	t->owed_h = min - length;
	int from = 9 * 60 + (int)(20 * jitter(t)) / 5 * 5;
	int noon = from + length * 45 / 100 / 5 * 5,
	    pause = 35 + (int)(10 * share(t)) / 5 * 5;
	enum wk_rc rc = put(t, WK_KIND_WORK, (struct wk_span){ from, noon }, err);
	return rc != WK_OK ? rc : put(t, WK_KIND_WORK,
	    (struct wk_span){ noon + pause, from + pause + length }, err);
}

static enum wk_rc
tell_sleep(struct teller *t, const struct demo_phase *p, struct wk_err *err)
{
	int length = (int)(p->sleep_h * 60 + 18 * jitter(t)) / 5 * 5;
	int wake = 7 * 60 + (int)(15 * jitter(t)) / 5 * 5;
	return put(t, WK_KIND_SLEEP, (struct wk_span){ wake - length, wake }, err);
}

static enum wk_rc
tell_page(struct teller *t, int min, const struct demo_phase *p, bool woke,
    const char *title, struct wk_err *err)
{
	struct wk_event e;
	int64_t at = wk_when_utc(t->app->zone, t->d, min);
	wk_app_event(t->app, t->app->zone, WK_KIND_INCIDENT, at, WK_TIME_NONE, &e);
	e.fact.severity = 1 + (int)(share(t) * 4);
	e.fact.noise = share(t) < p->noise ? 1 : 0;
	e.fact.minutes = e.fact.noise ? 5 + (int)(10 * share(t)) :
	    15 + (int)(40 * share(t));
	e.fact.woke = woke;
	e.title = title;
	return wk_store_event_put(t->app->store, &e, err);
}

static const char *const titles[] = { "checkout errors", "queue lag", "disk filling up",
	"replica behind", "certificate about to expire", "latency over budget" };

/* A burst: one waking, then alerts every few minutes of the same trouble. */
static enum wk_rc
tell_storm(struct teller *t, const struct demo_phase *p, struct wk_err *err)
{
	enum wk_rc rc = WK_OK;
	int at = 130 + (int)(100 * share(t));
	for (int i = 0; rc == WK_OK && i < 5; i++)
		rc = tell_page(t, at + 9 * i, p, i == 0, "ingest lag, all partitions",
		    err);
	return rc;
}

static bool
is_on_call(const struct demo_phase *p, wk_date d)
{
	int week = (d - wk_date_weekday(d)) / 7;
	return p->oncall > 0 && week % p->oncall == 0;
}

static enum wk_rc
tell_pages(struct teller *t, const struct demo_phase *p, struct wk_err *err)
{
	enum wk_rc rc = WK_OK;
	if (!is_on_call(p, t->d))
		return WK_OK;
	if (p->has_storms && wk_date_weekday(t->d) == 2)
		rc = tell_storm(t, p, err);
	t->pages_due[0] += p->night_pages / 7;
	t->pages_due[1] += p->day_pages / 7;
	for (; rc == WK_OK && t->pages_due[0] >= 1; t->pages_due[0]--)
		rc = tell_page(t, 120 + (int)(180 * share(t)), p, true,
		    titles[next(t) % WK_LEN(titles)], err);
	for (; rc == WK_OK && t->pages_due[1] >= 1; t->pages_due[1]--)
		rc = tell_page(t, 600 + (int)(540 * share(t)), p, false,
		    titles[next(t) % WK_LEN(titles)], err);
	return rc;
}

static int
in_scale(double v)
{
	return v < 1 ? 1 : v > 5 ? 5 : (int)lround(v);
}

static enum wk_rc
tell_row(struct teller *t, const struct demo_phase *p, bool is_first, struct wk_err *err)
{
	struct wk_dayrow row;
	wk_dayrow_init(&row, t->d);
	row.source = "manual";
	row.typed.wakes = p->wakes > 0 ? (int)(p->wakes + share(t)) : -1;
	row.typed.oncall = is_on_call(p, t->d) ? 1 : -1;
	row.typed.leave = p->leave;
	if (p->leave == WK_LEAVE_NONE && !works_on(p, t->d))
		row.typed.hours = 0;
	if (p->energy > 0 && share(t) < 0.6) {
		row.typed.energy = in_scale(p->energy + 0.8 * jitter(t));
		row.typed.stress = in_scale(p->stress + 0.8 * jitter(t));
		row.typed.mood = in_scale(p->mood + 0.8 * jitter(t));
	}
	if (is_first)
		row.note = p->note;
	return wk_store_day_put(t->app->store, &row, err);
}

static enum wk_rc
tell_day(struct teller *t, const struct demo_phase *p, bool is_first, struct wk_err *err)
{
	if (p->is_gap)
		return WK_OK;
	t->state = t->seed * 1000003u + (uint64_t)(uint32_t)t->d * 7919u;
	enum wk_rc rc = tell_row(t, p, is_first, err);
	if (rc == WK_OK && works_on(p, t->d) && p->leave == WK_LEAVE_NONE)
		rc = tell_work(t, p, err);
	if (rc == WK_OK)
		rc = tell_sleep(t, p, err);
	return rc == WK_OK ? tell_pages(t, p, err) : rc;
}

/* A Monday, so that a launch begins with a week. */
static wk_date
first_day(const struct demo_story *s, wk_date today)
{
	wk_date first = today - s->length_days;
	return first - wk_date_weekday(first);
}

static enum wk_rc
tell(struct teller *t, const struct demo_story *s, struct wk_err *err)
{
	enum wk_rc rc = WK_OK;
	t->d = first_day(s, t->app->today);
	for (size_t i = 0; rc == WK_OK && i < s->count; i++) {
		const struct demo_phase *p = &s->phases[i];
		for (int k = 0; rc == WK_OK && (p->days == 0 || k < p->days) &&
		    t->d < t->app->today; k++, t->d++)
			rc = tell_day(t, p, k == 0, err);
	}
	return rc;
}

static const struct demo_story *
find(const char *name)
{
	size_t n;
	const struct wk_demo_story *about = wk_demo_stories(&n);
	for (size_t i = 0; i < n; i++)
		if (strcmp(about[i].name, name) == 0)
			return &wk_demo_table(&n)[i];
	return NULL;
}

static const char *
nth_name(const void *ctx, size_t i)
{
	size_t n;
	const struct wk_demo_story *v = wk_demo_stories(&n);
	(void)ctx;
	return i < n ? v[i].name : NULL;
}

static enum wk_rc
unknown_story(const char *name, struct wk_err *err)
{
	const char *near = wk_text_nearest(name, nth_name, NULL);
	if (near != NULL)
		return wk_fail(err, WK_ERR_INPUT, "no story \"%.40s\"; did you mean %s?",
		    name, near);
	return wk_fail(err, WK_ERR_INPUT, "no story \"%.40s\"; wick demo lists the five",
	    name);
}

enum wk_rc
wk_app_demo(struct wk_app *app, const char *name, struct wk_err *err)
{
	const struct demo_story *s = find(name);
	if (s == NULL)
		return unknown_story(name, err);
	struct teller t = { .app = app, .seed = s->seed };
	const char *what = wk_arena_printf(&app->arena, "demo %s", name);
	enum wk_rc rc = wk_app_begin(app, what, err);
	return rc == WK_OK ? wk_app_end(app, tell(&t, s, err), err) : rc;
}

enum wk_rc
wk_app_demo_open(struct wk_app *app, const char *name, struct wk_err *err)
{
	const char *tmp = getenv("TMPDIR");
	char *dir = wk_arena_printf(&app->arena, "%s/wick-demo-XXXXXX",
	    tmp != NULL && *tmp == '/' ? tmp : "/tmp");
	if (find(name) == NULL)
		return wk_app_demo(app, name, err);
	if (mkdtemp(dir) == NULL)
		return wk_fail(err, WK_ERR_FAIL, "cannot make %s: %s", dir,
		    strerror(errno));
	const char *own = app->db_path;
	wk_store_close(app->store);
	app->store = NULL;
	app->db_path = wk_arena_printf(&app->arena, "%s/wick.db", dir);
	enum wk_rc rc = wk_app_demo(app, name, err);
	/* nobody may go on logging into what is thrown away */
	if (rc != WK_OK) {
		wk_app_demo_close(app);
		app->db_path = own;
	}
	return rc;
}

bool
wk_app_is_demo(const struct wk_app *app)
{
	return app->db_path != NULL && strstr(app->db_path, "/wick-demo-") != NULL;
}

void
wk_app_demo_close(struct wk_app *app)
{
	static const char *const ends[] = { "", "-journal" };
	if (!wk_app_is_demo(app))
		return;
	wk_store_close(app->store);
	app->store = NULL;
	for (size_t i = 0; i < WK_LEN(ends); i++)
		(void)unlink(wk_arena_printf(&app->arena, "%s%s", app->db_path, ends[i]));
	char *dir = wk_arena_strdup(&app->arena, app->db_path);
	*strrchr(dir, '/') = '\0';
	(void)rmdir(dir);
}
