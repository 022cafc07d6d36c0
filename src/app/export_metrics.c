/* SPDX-License-Identifier: MIT */
/* export for collectors: what is so now (Prometheus), what every day was (Influx). What
 * tells of health goes out only when its kind was named. */
#include "export.h"
#include "wick/render.h"

enum { WEEK_DAYS = 7, GAUGES_MAX = 64 };

struct gauges {
	struct wk_gauge v[GAUGES_MAX];
	size_t n;
};

static void
add(struct gauges *g, const char *name, const char *help, double v)
{
	if (g->n < GAUGES_MAX)
		g->v[g->n++] = (struct wk_gauge){ name, help, NULL, NULL, v };
}

static bool
is_night_page(const struct wk_incident *i)
{
	return i->cat == WK_CAT_SLEEP || i->cat == WK_CAT_WOKE;
}

static void
add_work(struct gauges *g, const struct wk_dayrow *rows, size_t n)
{
	double hours = NAN;
	int known = 0, pages = 0, night = 0, oncall = 0;
	for (size_t i = 0; i < n; i++) {
		const struct wk_day *d = &rows[i].folded;
		if (!isnan(d->hours)) {
			hours = (isnan(hours) ? 0 : hours) + d->hours;
			known++;
		}
		for (size_t k = 0; k < d->incident_count; k++)
			night += is_night_page(&d->incidents[k]);
		pages += (int)d->incident_count;
		oncall += d->is_oncall;
	}
	add(g, "wick_work_seconds_7d", "Work of the last 7 days, of the days known.",
	    hours * 3600);
	add(g, "wick_work_known_ratio_7d", "Share of the last 7 days with known hours.",
	    known / (double)WEEK_DAYS);
	add(g, "wick_pages_7d", "Pages of the last 7 days.", pages);
	add(g, "wick_pages_night_7d", "Pages of the last 7 days at night.", night);
	add(g, "wick_oncall_ratio_7d", "Share of the last 7 days on call.",
	    oncall / (double)WEEK_DAYS);
}

static void
add_night(struct gauges *g, const struct wk_series *s, const struct wk_model *m)
{
	struct wk_indicator_value debt = { .value = NAN };
	double last_h = s->n > 0 ? s->days[s->shown].sleep_h : NAN;
	if (s->n > 0)
		wk_indicator_bare(wk_indicator_find("sleep_debt14"), m, s, s->shown,
		    &debt);
	add(g, "wick_sleep_seconds_last_night", "Sleep of the last night logged.",
	    last_h * 3600);
	add(g, "wick_sleep_debt_seconds", "Sleep that the last 14 nights lack.",
	    debt.value * 3600);
}

static void
add_strain(struct gauges *g, const struct wk_series *s)
{
	if (s->n == 0)
		return;
	const struct wk_strain *x = &s->strain[s->shown];
	const struct wk_day *d = &s->days[s->shown];
	if (wk_confidence_of(x->confidence) != WK_CONF_STALE)
		add(g, "wick_strain_score", "Strain index, 0 to 100.", x->score);
	add(g, "wick_strain_confidence", "How much of it is known, 0 to 1.",
	    x->confidence);
	add(g, "wick_energy", "Energy, 1 to 5.", d->energy > 0 ? d->energy : (double)NAN);
	add(g, "wick_stress", "Stress, 1 to 5.", d->stress > 0 ? d->stress : (double)NAN);
	add(g, "wick_mood", "Mood, 1 to 5.", d->mood > 0 ? d->mood : (double)NAN);
}

/* The last import of each source. */
static enum wk_rc
add_imports(struct gauges *g, struct wk_store *s, struct wk_arena *a, struct wk_err *err)
{
	struct wk_batch *v;
	size_t n, first = g->n;
	enum wk_rc rc = wk_store_batch_list(s, a, &v, &n, err);
	for (size_t i = 0; rc == WK_OK && i < n; i++) {
		size_t at = first;
		while (at < g->n && strcmp(g->v[at].label_value, v[i].importer) != 0)
			at++;
		if (v[i].is_undone || at == GAUGES_MAX)
			continue;
		double when = at < g->n ? fmax(g->v[at].v, (double)v[i].at) :
		    (double)v[i].at;
		g->v[at] = (struct wk_gauge){ "wick_last_import_timestamp_seconds",
			"When a source was imported last.", "source", v[i].importer,
			when };
		g->n = WK_MAX(g->n, at + 1);
	}
	return rc;
}

enum wk_rc
wk_export_prometheus(struct wk_app *app, const struct wk_export *req, struct wk_arena *a,
    struct wk_buf *out, struct wk_err *err)
{
	struct gauges g = { .n = 0 };
	struct wk_series s = { .n = 0 };
	struct wk_dayrow *rows;
	size_t n;
	enum wk_rc rc = wk_store_day_list(app->store, app->today - WEEK_DAYS + 1,
	    app->today, a, &rows, &n, err);
	if (rc == WK_OK && req->kinds != 0)
		rc = wk_app_series_full(app, false, a, &s, err);
	if (rc != WK_OK)
		return rc;
	wk_series_age(&s, &app->conf.model, app->today, a);
	add_work(&g, rows, n);
	if (req->kinds & 1u << WK_KIND_SLEEP)
		add_night(&g, &s, &app->conf.model);
	if (req->kinds & WK_EXPORT_DAYS)
		add_strain(&g, &s);
	rc = add_imports(&g, app->store, a, err);
	if (rc == WK_OK)
		wk_render_prometheus(g.v, g.n, out);
	return rc;
}

enum wk_rc
wk_export_influx(struct wk_app *app, const struct wk_export *req, struct wk_arena *a,
    struct wk_buf *out, struct wk_err *err)
{
	struct wk_dayrow *rows;
	size_t n;
	enum wk_rc rc = wk_store_day_list(app->store, req->lo, req->hi, a, &rows, &n,
	    err);
	if (rc != WK_OK)
		return rc;
	struct wk_day *days = WK_ARENA_ARRAY(a, struct wk_day, n + 1);
	for (size_t i = 0; i < n; i++) {
		days[i] = rows[i].folded;
		days[i].d = rows[i].d;
	}
	wk_render_influx(days, n, (req->kinds & 1u << WK_KIND_SLEEP) != 0,
	    (req->kinds & WK_EXPORT_DAYS) != 0, out);
	return WK_OK;
}
