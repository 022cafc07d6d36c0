/* SPDX-License-Identifier: MIT */
/* A report as a file: its period by name, and its bytes, which the command line prints
 * and the screens show before they are written. */
#include "wick/app.h"
#include "wick/render.h"

struct wk_period
wk_period_week(wk_date monday)
{
	struct wk_period p = { .kind = "week", .from = monday, .to = monday + 6 };
	int year, week;
	wk_date_iso_week(monday, &year, &week);
	(void)snprintf(p.name, sizeof(p.name), "%04d-W%02d", year, week);
	return p;
}

struct wk_period
wk_period_month(wk_date first)
{
	struct wk_period p = { .kind = "month", .from = first };
	int y, m, d;
	wk_date_to_civil(first, &y, &m, &d);
	p.to = (m == 12 ? wk_date_from_civil(y + 1, 1, 1) :
	    wk_date_from_civil(y, m + 1, 1)) - 1;
	(void)snprintf(p.name, sizeof(p.name), "%04d-%02d", y, m);
	return p;
}

struct wk_period
wk_period_range(wk_date from, wk_date to)
{
	struct wk_period p = { .kind = "range", .from = from, .to = to };
	char a[11], b[11];
	wk_date_format(from, a);
	wk_date_format(to, b);
	(void)snprintf(p.name, sizeof(p.name), "%s..%s", a, b);
	return p;
}

static const struct wk_report_format *
find_format(const char *name)
{
	size_t n;
	const struct wk_report_format *v = wk_report_formats(&n);
	for (size_t i = 0; i < n; i++)
		if (strcmp(v[i].name, name) == 0)
			return &v[i];
	return NULL;
}

enum wk_rc
wk_app_report_file(struct wk_app *app, const struct wk_period *p, const char *format,
    const struct wk_paint *paint, struct wk_buf *out, struct wk_err *err)
{
	struct wk_report r;
	struct wk_arena a;
	struct wk_buf at;
	const struct wk_report_format *f = find_format(format);
	if (f == NULL)
		return wk_fail(err, WK_ERR_INPUT, "no report format \"%.20s\"", format);
	wk_arena_init(&a);
	enum wk_rc rc = wk_app_report(app, p->kind, p->name, p->from, p->to, &a, &r, err);
	if (rc == WK_OK) {
		wk_buf_init(&at);
		wk_zone_put_iso(&at, app->now, wk_zone_offset(app->zone, app->now),
		    false);
		struct wk_report_meta meta = { .generated = at.p, .version = WK_VERSION };
		f->render(&r, &app->conf.model, &meta, paint, out);
		if (out->len > 0 && out->p[out->len - 1] != '\n')
			wk_buf_addc(out, '\n');
		wk_buf_fini(&at);
	}
	wk_arena_fini(&a);
	return rc;
}
