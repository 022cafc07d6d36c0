/* SPDX-License-Identifier: MIT */
/* export: JSON Lines (lossless, read back by import), CSV (one row a day, read back by
 * `import csv`), and the table of all formats. Stable order and spelling, so that two
 * exports can be compared. */
#include "export.h"
#include "wick/render.h"

static void
put_key(struct wk_buf *b, const char *key)
{
	wk_buf_addf(b, "%s\"%s\":", b->len > 0 && b->p[b->len - 1] == '{' ? "" : ",",
	    key);
}

static void
put_text(struct wk_buf *b, const char *key, const char *v)
{
	if (v == NULL)
		return;
	put_key(b, key);
	wk_json_put_string(b, v);
}

static void
put_raw(struct wk_buf *b, const char *key, const char *json)
{
	if (json == NULL)
		return;
	put_key(b, key);
	wk_buf_adds(b, json);
}

static void
put_real(struct wk_buf *b, const char *key, double v)
{
	if (isnan(v))
		return;
	put_key(b, key);
	wk_json_put_number(b, v, 9);
}

/* Left out when it is `none`. */
static void
put_int(struct wk_buf *b, const char *key, long v, long none)
{
	if (v == none)
		return;
	put_key(b, key);
	wk_buf_addf(b, "%ld", v);
}

static void
put_flag(struct wk_buf *b, const char *key, int v)
{
	if (v < 0)
		return;
	put_key(b, key);
	wk_buf_adds(b, v ? "true" : "false");
}

static void
put_moment(struct wk_buf *b, const char *key, int64_t utc, int32_t off)
{
	if (utc == WK_TIME_NONE)
		return;
	put_key(b, key);
	wk_buf_addc(b, '"');
	wk_zone_put_iso(b, utc, off, false);
	wk_buf_addc(b, '"');
}

static void
put_day_key(struct wk_buf *b, wk_date d)
{
	char text[11];
	wk_date_format(d, text);
	put_text(b, "day", text);
}

static void
put_event(struct wk_buf *out, const struct wk_event *e, bool redact)
{
	const struct wk_fact *f = &e->fact;
	struct wk_buf b;
	wk_buf_init(&b);
	wk_buf_addc(&b, '{');
	put_text(&b, "kind", wk_kind_name(f->kind));
	put_moment(&b, "start", f->start, f->off_start);
	put_moment(&b, "end", f->end, f->off_end);
	if (f->start == WK_TIME_NONE)
		put_day_key(&b, f->d);
	if (!isnan(f->dur_h))
		put_real(&b, "dur", f->dur_h * 3600);
	put_text(&b, "tz", e->tz);
	put_text(&b, "source", f->source);
	put_text(&b, "scope", e->scope != NULL && *e->scope != '\0' ? e->scope : NULL);
	put_text(&b, "id", e->ext_id);
	put_text(&b, "rev", e->ext_rev);
	put_int(&b, "severity", f->severity, -1);
	put_real(&b, "minutes", f->minutes);
	put_flag(&b, "woke", f->woke);
	put_flag(&b, "noise", f->noise);
	if (f->category >= 0)
		put_text(&b, "category", wk_category_name((enum wk_category)f->category));
	if (f->leave != WK_LEAVE_NONE)
		put_text(&b, "leave", wk_leave_name(f->leave));
	if (!redact) {
		put_text(&b, "title", e->title);
		put_raw(&b, "tags", e->tags);
		put_raw(&b, "meta", e->meta);
	}
	put_int(&b, "flags", (long)e->flags, 0);
	put_int(&b, "locked", (long)e->locked, 0);
	wk_buf_adds(&b, "}\n");
	wk_buf_add(out, b.p, b.len);
	wk_buf_fini(&b);
}

static bool
typed_anything(const struct wk_dayrow *r)
{
	const struct wk_typed *t = &r->typed;
	return !isnan(t->hours) || !isnan(t->sleep_h) || !isnan(t->break_h) ||
	    t->wakes >= 0 || t->oncall >= 0 || t->short_rest >= 0 ||
	    t->leave != WK_LEAVE_NONE || t->energy > 0 || t->stress > 0 || t->mood > 0 ||
	    r->note != NULL;
}

static void
put_row(struct wk_buf *out, const struct wk_dayrow *r, bool redact)
{
	const struct wk_typed *t = &r->typed;
	struct wk_buf b;
	if (!typed_anything(r))
		return;
	wk_buf_init(&b);
	wk_buf_addc(&b, '{');
	put_text(&b, "kind", "day");
	put_day_key(&b, r->d);
	put_real(&b, "hours", t->hours);
	put_real(&b, "break", t->break_h);
	put_real(&b, "sleep", t->sleep_h);
	put_int(&b, "wakes", t->wakes, -1);
	put_int(&b, "short_rest", t->short_rest, -1);
	if (t->leave != WK_LEAVE_NONE)
		put_text(&b, "leave", wk_leave_name(t->leave));
	put_int(&b, "oncall", t->oncall, -1);
	put_int(&b, "energy", t->energy, 0);
	put_int(&b, "stress", t->stress, 0);
	put_int(&b, "mood", t->mood, 0);
	if (!redact)
		put_text(&b, "note", r->note);
	put_text(&b, "source", r->source);
	put_int(&b, "locked", (long)r->locked, 0);
	wk_buf_adds(&b, "}\n");
	wk_buf_add(out, b.p, b.len);
	wk_buf_fini(&b);
}

static enum wk_rc
put_surveys(struct wk_app *app, const struct wk_export *req, struct wk_arena *a,
    struct wk_buf *out, struct wk_err *err)
{
	struct wk_survey *v;
	size_t n;
	enum wk_rc rc = wk_app_survey_list(app, req->lo, req->hi, a, &v, &n, err);
	for (size_t i = 0; rc == WK_OK && i < n; i++) {
		wk_survey_put_json(out, &v[i]);
		wk_buf_addc(out, '\n');
	}
	return rc;
}

static enum wk_rc
export_jsonl(struct wk_app *app, const struct wk_export *req, struct wk_arena *a,
    struct wk_buf *out, struct wk_err *err)
{
	struct wk_event *ev = NULL;
	struct wk_dayrow *rows = NULL;
	size_t ne = 0, nr = 0;
	unsigned kinds = req->kinds & ~WK_EXPORT_DAYS;
	enum wk_rc rc = WK_OK;
	if (req->kinds == 0 || kinds != 0)
		rc = wk_store_event_list(app->store, req->lo, req->hi, kinds, a, &ev, &ne,
		    err);
	if (rc == WK_OK && (req->kinds == 0 || (req->kinds & WK_EXPORT_DAYS)))
		rc = wk_store_day_list(app->store, req->lo, req->hi, a, &rows, &nr, err);
	if (rc != WK_OK)
		return rc;
	for (size_t i = 0; i < nr; i++)
		put_row(out, &rows[i], req->redact);
	for (size_t i = 0; i < ne; i++)
		put_event(out, &ev[i], req->redact);
	return req->kinds == 0 && !req->redact ? put_surveys(app, req, a, out, err) :
	    WK_OK;
}

static void
csv_real(struct wk_buf *b, double v)
{
	wk_buf_addc(b, ',');
	if (!isnan(v))
		wk_text_put_number(b, v, 9);
}

static void
csv_int(struct wk_buf *b, int v, int none)
{
	wk_buf_addc(b, ',');
	if (v != none)
		wk_buf_addf(b, "%d", v);
}

static void
csv_row(struct wk_buf *out, const struct wk_dayrow *r, const struct wk_export *req)
{
	const struct wk_day *d = &r->folded;
	char date[11];
	wk_date_format(r->d, date);
	wk_buf_adds(out, date);
	csv_real(out, d->hours);
	csv_real(out, d->sleep_h);
	wk_buf_addf(out, ",%d,", d->wakes);
	wk_day_put_incidents(out, d->incidents, d->incident_count);
	wk_buf_addf(out, ",%d", d->is_oncall ? 1 : 0);
	csv_int(out, d->energy, 0);
	csv_int(out, d->stress, 0);
	csv_int(out, d->mood, 0);
	wk_buf_addf(out, ",%d,%s,", d->has_short_rest ? 1 : 0, wk_leave_name(d->leave));
	if (r->note != NULL && !req->redact)
		wk_csv_put_cell(out, r->note, req->excel_safe);
	wk_buf_adds(out, "\r\n");
}

static enum wk_rc
export_csv(struct wk_app *app, const struct wk_export *req, struct wk_arena *a,
    struct wk_buf *out, struct wk_err *err)
{
	struct wk_dayrow *rows;
	size_t n;
	enum wk_rc rc = wk_store_day_list(app->store, req->lo, req->hi, a, &rows, &n,
	    err);
	if (rc != WK_OK)
		return rc;
	if (req->bom)
		wk_buf_adds(out, "\xef\xbb\xbf");
	wk_buf_adds(out, "date,hours,sleep,wakes,incidents,oncall,energy,stress,mood,"
	    "short_rest,leave,note\r\n");
	for (size_t i = 0; i < n; i++)
		csv_row(out, &rows[i], req);
	return WK_OK;
}

#define BIT(kind) (1u << WK_KIND_##kind)
#define ALL_KINDS ((BIT(COUNT) - 1) | WK_EXPORT_DAYS)
/* usual: what goes out when nobody names kinds; of health data the two for collectors
 * give nothing unasked. able: what may be named. */
static const struct {
	const char *name;
	enum wk_rc (*run)(struct wk_app *, const struct wk_export *, struct wk_arena *,
	    struct wk_buf *, struct wk_err *);
	unsigned usual, able;
} exporters[] = {
	{ "jsonl", export_jsonl, 0, ALL_KINDS },
	{ "csv", export_csv, 0, 0 },
	{ "ics", wk_export_ics, BIT(WORK) | BIT(ONCALL) | BIT(LEAVE),
	    ALL_KINDS & ~WK_EXPORT_DAYS },
	{ "timewarrior", wk_export_timew, BIT(WORK), BIT(WORK) },
	{ "prometheus", wk_export_prometheus, 0, BIT(SLEEP) | WK_EXPORT_DAYS },
	{ "influx", wk_export_influx, 0, BIT(SLEEP) | WK_EXPORT_DAYS },
};
#undef BIT

static enum wk_rc
fail_format(const char *format, struct wk_err *err)
{
	struct wk_buf names;
	wk_buf_init(&names);
	for (size_t i = 0; i < WK_LEN(exporters); i++)
		wk_buf_addf(&names, "%s%s", i == 0 ? "" : i + 1 == WK_LEN(exporters) ?
		    " or " : ", ", exporters[i].name);
	enum wk_rc rc = wk_fail(err, WK_ERR_INPUT,
	    "\"%.40s\" is not an export format: %s", format, names.p);
	wk_buf_fini(&names);
	return rc;
}

static enum wk_rc
run_exporter(struct wk_app *app, size_t i, struct wk_export *req, struct wk_buf *out,
    struct wk_err *err)
{
	struct wk_arena a;
	if ((req->kinds & ~exporters[i].able) != 0)
		return wk_fail(err, WK_ERR_INPUT, exporters[i].able == 0 ?
		    "--kinds does not go with %s: it has one row a day" :
		    "%s cannot hold all of these kinds", req->format);
	if (req->kinds == 0)
		req->kinds = exporters[i].usual;
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err);
	if (rc != WK_OK)
		return rc;
	wk_arena_init(&a);
	rc = exporters[i].run(app, req, &a, out, err);
	wk_arena_fini(&a);
	return rc;
}

enum wk_rc
wk_app_export(struct wk_app *app, const struct wk_export *req, struct wk_buf *out,
    struct wk_err *err)
{
	struct wk_export all = *req;
	if (all.lo == WK_DATE_NONE)
		all.lo = wk_date_from_civil(1900, 1, 1);
	if (all.hi == WK_DATE_NONE)
		all.hi = wk_date_from_civil(2199, 12, 31);
	for (size_t i = 0; i < WK_LEN(exporters); i++)
		if (strcmp(all.format, exporters[i].name) == 0)
			return run_exporter(app, i, &all, out, err);
	return fail_format(all.format, err);
}
