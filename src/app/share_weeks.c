/* SPDX-License-Identifier: MIT */
/* The weeks that are shared, computed from the diary and laid beside what the outbox has:
 * a row comes out only where the summary is another one. With basis `work` the days are
 * stripped of sleep and feelings before anything is computed, so that none of it can be
 * read from a band. */
#include "wick/render.h"

#include "share.h"

struct maker {
	struct wk_app *app;
	const struct wk_dest *dest;
	const struct wk_consent *consent;
	struct wk_arena *a;
	struct wk_series series;
	struct wk_worked *worked;       /* none unless figures are shared */
	size_t worked_count;
	struct wk_out *known;
	size_t known_count;
	bool has_figures;
	struct wk_out *out;
	size_t count;
};

static enum wk_rc
read_series(struct maker *k, wk_date first, wk_date last, struct wk_err *err)
{
	const struct wk_model *m = &k->app->conf.model;
	struct wk_day *rows;
	size_t n, dense_n;
	struct wk_store_tail tail = { first, last, wk_app_tail_days(m), false };
	enum wk_rc rc = wk_store_day_tail(k->app->store, tail, k->a, &rows, &n, err);
	if (rc != WK_OK)
		return rc;
	if (strcmp(k->consent->basis, "work") == 0)
		wk_share_strip(rows, n);
	struct wk_day *days = wk_series_dense(rows, n, WK_DATE_NONE, k->a, &dense_n);
	if (k->has_figures)
		wk_series_init(&k->series, m, days, dense_n, last + 1, k->a);
	else
		wk_series_score(&k->series, m, days, dense_n, last + 1, k->a);
	return WK_OK;
}

static enum wk_rc
read_times(struct maker *k, wk_date lo, wk_date hi, struct wk_err *err)
{
	struct wk_event *v;
	size_t n;
	if (!k->has_figures)
		return WK_OK;
	enum wk_rc rc = wk_store_event_facts(k->app->store, lo - 2, hi + 2, 0, k->a, &v,
	    &n, err);
	if (rc != WK_OK)
		return rc;
	struct wk_fact *facts = WK_ARENA_ARRAY(k->a, struct wk_fact, n + 1);
	for (size_t i = 0; i < n; i++)
		facts[i] = v[i].fact;
	wk_fold_worked(facts, n, &k->app->conf.rules, lo, hi, k->a, &k->worked,
	    &k->worked_count);
	return WK_OK;
}

static struct wk_share_week
compute(const struct maker *k, wk_date monday)
{
	struct wk_share_week w;
	size_t from = 0, to;
	while (from < k->worked_count && k->worked[from].d < monday)
		from++;
	for (to = from; to < k->worked_count && k->worked[to].d < monday + 7;)
		to++;
	wk_share_week(&k->app->conf.model, &k->app->conf.rules, &k->series, monday,
	    k->worked == NULL ? NULL : &k->worked[from], to - from, &w);
	return w;
}

static const struct {
	const char *kind;
	void (*put)(const struct wk_share_doc *d, struct wk_buf *b);
} kinds[] = {
	{ "hub", wk_render_share }, { "webhook", wk_render_share_event },
	{ "influx", wk_render_share_influx },
};

static const char *
make_body(const struct maker *k, const struct wk_share_week *w, const struct wk_out *o,
    int64_t rev)
{
	struct wk_share_doc d = { .week = w, .name = o->week, .source = k->dest->source,
		.person = k->dest->person, .basis = k->consent->basis, .rev = rev,
		.gen = k->consent->gen, .monday = o->monday,
		.has_figures = k->has_figures };
	struct wk_buf b;
	wk_buf_init(&b);
	for (size_t i = 0; i < WK_LEN(kinds); i++)
		if (strcmp(kinds[i].kind, k->dest->kind) == 0)
			kinds[i].put(&d, &b);
	const char *body = wk_arena_strdup(k->a, b.p);
	wk_buf_fini(&b);
	return body;
}

/* What it says of the week, without rev and generation. */
static const char *
content(const char *body)
{
	const char *at = body == NULL ? NULL : strstr(body, ",\"level\":");
	return at != NULL ? at : body;
}

static bool
is_same(const char *a, const char *b)
{
	return a != NULL && b != NULL && strcmp(a, b) == 0;
}

static bool
is_op(const struct wk_out *o, const char *op)
{
	return strcmp(o->op, op) == 0;
}

/* The row that takes the place of o; its rev grows only where o may have left. */
static void
renew(struct maker *k, const struct wk_out *o, const struct wk_share_week *w)
{
	struct wk_out *n = &k->out[k->count++];
	bool has_left = o->attempts > 0 || o->sent != NULL || !is_op(o, "put");
	*n = *o;
	n->rev = WK_MAX(o->rev, 1) + (o->rev > 0 && has_left);
	n->op = w == NULL ? "retract" : "put";
	n->body = w == NULL ? NULL : make_body(k, w, o, n->rev);
	n->state = "pending";
	n->attempts = n->refused = n->last_status = 0;
	n->last_code = NULL;
	n->next_at = n->made = k->app->now;
	char *hex = wk_arena_alloc(k->a, 65);
	if (w != NULL)
		wk_hash_sha256(n->body, strlen(n->body), hex);
	n->sha256 = w == NULL ? NULL : hex;
}

/* A week with a row already. */
static void
compare(struct maker *k, const struct wk_out *o, const struct wk_share_week *w)
{
	bool is_done = strcmp(o->state, "done") == 0;
	/* One that was erased here, or withdrawn before this consent, stays away. */
	if (is_op(o, "erase") || (!is_op(o, "put") && o->monday < k->consent->since))
		return;
	if (w->coverage == 0) {
		if (is_op(o, "put"))
			renew(k, o, NULL);
		return;
	}
	const char *body = make_body(k, w, o, o->rev);
	if (is_op(o, "put") && (is_done ? is_same(content(body), content(o->body)) :
	    is_same(body, o->body)))
		return;
	renew(k, o, w);
}

static void
make_week(struct maker *k, wk_date monday, size_t *at)
{
	struct wk_share_week w = compute(k, monday);
	int year, week;
	while (*at < k->known_count && k->known[*at].monday < monday)
		++*at;
	if (*at < k->known_count && k->known[*at].monday == monday) {
		compare(k, &k->known[*at], &w);
		return;
	}
	if (monday < k->consent->since || w.coverage == 0)
		return;
	wk_date_iso_week(monday, &year, &week);
	struct wk_out o = { .dest = k->dest->id, .monday = monday, .op = "put",
		.week = wk_arena_printf(k->a, "%d-W%02d", year, week) };
	renew(k, &o, &w);
}

enum wk_rc
wk_app_share_weeks(struct wk_app *app, const struct wk_dest *d,
    const struct wk_consent *c, struct wk_arena *a, struct wk_out **v, size_t *n,
    struct wk_err *err)
{
	struct maker k = { .app = app, .dest = d, .consent = c, .a = a,
		.has_figures = strcmp(c->level, "indicators") == 0 };
	wk_date last = app->today - wk_date_weekday(app->today) - 7, lo = c->since;
	size_t at = 0;
	enum wk_rc rc = wk_store_out_list(app->store, d->id, false, a, &k.known,
	    &k.known_count, err);
	if (rc == WK_OK && k.known_count > 0)
		lo = WK_MIN(lo, k.known[0].monday);
	if (rc == WK_OK)
		rc = read_series(&k, lo, last + 6, err);
	if (rc == WK_OK && k.series.n > 0 && k.known_count == 0)
		lo = WK_MAX(lo, k.series.days[0].d - wk_date_weekday(k.series.days[0].d));
	if (rc == WK_OK)
		rc = read_times(&k, lo, last + 6, err);
	if (rc != WK_OK)
		return rc;
	k.out = WK_ARENA_ARRAY(a, struct wk_out, (size_t)(WK_MAX(last - lo, 0) / 7 + 2));
	for (wk_date monday = lo; monday <= last; monday += 7)
		make_week(&k, monday, &at);
	*v = k.out;
	*n = k.count;
	return WK_OK;
}
