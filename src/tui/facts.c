/* SPDX-License-Identifier: MIT */
/* Reading: short, all at once, retried by the loop when another writer is in the way. */
#include "facts.h"

#include <sys/stat.h>

void
wk_facts_init(struct wk_facts *f)
{
	*f = (struct wk_facts){ .is_loaded = false, .version = -1 };
	wk_arena_init(&f->arena);
}

void
wk_facts_fini(struct wk_facts *f)
{
	wk_arena_fini(&f->arena);
}

static unsigned long long
inode_of(struct wk_app *app)
{
	struct stat st;
	struct wk_err err;
	const char *path = wk_app_db_path(app, &err);
	return path != NULL && stat(path, &st) == 0 ? (unsigned long long)st.st_ino : 0;
}

static enum wk_rc
read_days(struct wk_facts *f, struct wk_app *app)
{
	enum { DAYS = WK_FACTS_DAYS + 7 };
	struct wk_day_view days[DAYS];
	wk_date first = app->today - WK_FACTS_DAYS + 1;
	struct wk_day_span span = { first, (size_t)(f->monday + 6 - first) + 1 };
	enum wk_rc rc = wk_app_days(app, span, &f->arena, days, &f->err);
	if (rc == WK_ERR_NOTFOUND)
		return WK_OK;
	if (rc != WK_OK)
		return rc;
	for (int i = 0; i < WK_FACTS_DAYS; i++)
		f->recent[i] = days[WK_FACTS_DAYS - 1 - i];
	for (int i = 0; i < 7; i++)
		f->week[i] = days[f->monday + i - first];
	return WK_OK;
}

static void
derive(struct wk_facts *f, const struct wk_model *m)
{
	const struct wk_indicator *all = wk_indicators(&f->value_count);
	const struct wk_series *s = &f->series;
	f->values = WK_ARENA_ARRAY(&f->arena, struct wk_indicator_value, f->value_count);
	for (size_t i = 0; i < f->value_count; i++)
		wk_indicator_at(&all[i], m, s, s->shown, &f->values[i]);
	f->change_count = wk_why_changes(m, s, s->shown, f->changes);
	/* biggest first: what did not move stands at the end */
	while (f->change_count > 0 && f->changes[f->change_count - 1].tenths == 0)
		f->change_count--;
	f->level_count = wk_why_levels(m, s, s->shown, f->levels);
}

static void *
dup_in(struct wk_arena *a, const void *p, size_t n)
{
	return memcpy(wk_arena_alloc(a, n), p, n);
}

/* The days shown, and on to the first one over the goal, which is told. */
static size_t
days_told(const struct wk_outlook *o)
{
	size_t k = 0;
	while (k < o->f.n && o->f.v[k].band <= o->goal)
		k++;
	return WK_MIN(WK_MAX(k == o->f.n ? 0 : k + 1, o->days), o->f.n);
}

/* A year of planned days takes a lot of room to find and little to keep. */
static void
keep_outlook(struct wk_facts *f, const struct wk_outlook *o)
{
	struct wk_forecast *to = &f->outlook.f;
	f->outlook = *o;
	to->n = days_told(o);
	f->outlook.now = dup_in(&f->arena, o->now, sizeof(*o->now));
	to->v = dup_in(&f->arena, o->f.v, to->n * sizeof(*o->f.v));
	to->low = dup_in(&f->arena, o->f.low, to->n * sizeof(*o->f.low));
	to->high = dup_in(&f->arena, o->f.high, to->n * sizeof(*o->f.high));
}

/* Too little known is a state of the log, no failure of reading it. */
static enum wk_rc
look_ahead(struct wk_facts *f, struct wk_app *app)
{
	const struct wk_outlook_ask ask = { .days = 28, .goal = WK_BAND_CALM,
		.by = WK_DATE_NONE };
	struct wk_outlook o;
	struct wk_arena a;
	wk_arena_init(&a);
	enum wk_rc rc = wk_app_forecast_of(app, &f->series, &ask, &a, &o, &f->err);
	f->has_outlook = rc == WK_OK;
	f->is_ahead_due = false;
	if (rc == WK_ERR_NOTFOUND)
		snprintf(f->no_outlook, sizeof(f->no_outlook), "%.158s", f->err.msg);
	if (rc == WK_OK) {
		keep_outlook(f, &o);
		f->advice_count = wk_advice_rank(&app->conf.model, &f->series,
		    f->series.shown, &a, f->advice);
	}
	wk_arena_fini(&a);
	return rc == WK_ERR_NOTFOUND ? WK_OK : rc;
}

void
wk_facts_look_ahead(struct wk_facts *f, struct wk_app *app)
{
	f->err.rc = look_ahead(f, app);
}

/* All of it belongs to one state of the file. */
static enum wk_rc
read_log(struct wk_facts *f, struct wk_app *app)
{
	f->version = wk_store_data_version(app->store);
	enum wk_rc rc = wk_app_series_full(app, false, &f->arena, &f->series, &f->err);
	if (rc != WK_OK)
		return rc;
	wk_series_age(&f->series, &app->conf.model, app->today, &f->arena);
	rc = wk_app_status_of(app, &f->series, &f->arena, &f->status, &f->err);
	if (rc == WK_OK)
		rc = read_days(f, app);
	if (rc != WK_OK)
		return rc;
	f->is_empty = f->series.n == 0;
	if (f->is_empty) {
		f->is_ahead_due = false;
		return WK_OK;
	}
	derive(f, &app->conf.model);
	return f->is_ahead_due ? WK_OK : look_ahead(f, app);
}

static enum wk_rc
read_all(struct wk_facts *f, struct wk_app *app)
{
	f->is_empty = true;
	f->today = app->today;
	f->monday = app->today - wk_date_weekday(app->today);
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, &f->err);
	if (rc == WK_ERR_NOTFOUND) {
		f->is_ahead_due = false;
		return WK_OK;
	}
	if (rc == WK_OK)
		rc = wk_store_read_begin(app->store, &f->err);
	if (rc != WK_OK)
		return rc;
	rc = read_log(f, app);
	wk_store_read_end(app->store);
	return rc;
}

void
wk_facts_load(struct wk_facts *f, struct wk_app *app)
{
	struct wk_facts fresh;
	unsigned long long inode = inode_of(app);
	wk_facts_init(&fresh);
	fresh.inode = inode;
	fresh.serial = f->serial + 1;
	fresh.is_ahead_due = !f->is_loaded;
	if (f->inode != 0 && inode != f->inode && app->store != NULL) {
		wk_store_close(app->store);
		app->store = NULL;
	}
	if (read_all(&fresh, app) == WK_OK) {
		wk_arena_fini(&f->arena);
		*f = fresh;
		f->is_loaded = true;
		f->inode = inode_of(app);
		f->err.rc = WK_OK;
		return;
	}
	f->err = fresh.err;
	f->version = -1;
	wk_arena_fini(&fresh.arena);
}

bool
wk_facts_is_stale(const struct wk_facts *f, struct wk_app *app)
{
	if (f->today != app->today || inode_of(app) != f->inode)
		return true;
	return app->store != NULL && wk_store_data_version(app->store) != f->version;
}

const struct wk_day *
wk_facts_day(const struct wk_facts *f, wk_date d)
{
	size_t i = f->series.n == 0 ? SIZE_MAX : wk_series_find(&f->series, d);
	return i == SIZE_MAX ? NULL : &f->series.days[i];
}

const struct wk_strain *
wk_facts_strain(const struct wk_facts *f, wk_date d)
{
	size_t i = f->series.n == 0 ? SIZE_MAX : wk_series_find(&f->series, d);
	return i == SIZE_MAX ? NULL : &f->series.strain[i];
}
