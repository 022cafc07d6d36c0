/* SPDX-License-Identifier: MIT */
/* page: one incident at one moment. Minutes are minutes of one's own time. */
#include "internal.h"

void
wk_page_init(struct wk_page *p)
{
	*p = (struct wk_page){ .day = WK_DATE_NONE, .severity = -1, .minutes = NAN,
	    .woke = -1, .noise = -1 };
}

bool
wk_page_parse_severity(const char *s, int *out)
{
	if (strlen(s) != 4 || (s[0] | 32) != 's' || (s[1] | 32) != 'e' ||
	    (s[2] | 32) != 'v' || s[3] < '0' || s[3] > '5')
		return false;
	*out = s[3] - '0';
	return true;
}

/* Its day has the year behind it when that is not this one. */
static void
put_what(const struct wk_app *app, struct wk_buf *b, const struct wk_event *e)
{
	int year, now, month, day;
	wk_date_to_civil(wk_fold_date(e->fact.start, e->fact.off_start, 0), &year, &month,
	    &day);
	wk_date_to_civil(app->today, &now, &month, &day);
	wk_app_put_event(b, e);
	if (year != now)
		wk_buf_addf(b, ", %d", year);
}

enum wk_rc
wk_app_page(struct wk_app *app, const struct wk_page *p, struct wk_arena *a,
    struct wk_event *out, struct wk_err *err)
{
	const struct wk_zone *z;
	enum wk_rc rc = wk_app_zone(app, p->tz, a, &z, err);
	if (rc != WK_OK)
		return rc;
	int64_t at = p->day == WK_DATE_NONE ? wk_app_last_clock(app, z, p->clock_min) :
	    wk_when_utc(z, p->day, p->clock_min);
	int64_t off = wk_zone_offset(z, at), day = (at + off) / 86400;
	if (p->day != WK_DATE_NONE)
		day = p->day + p->clock_min / 1440;
	struct wk_event e;
	wk_app_remark_wall(app, z, day * 86400 + p->clock_min % 1440 * 60, at);
	wk_app_event(app, z, WK_KIND_INCIDENT, at, WK_TIME_NONE, &e);
	e.fact.severity = p->severity;
	e.fact.minutes = p->minutes;
	e.fact.woke = p->woke;
	e.fact.noise = p->noise;
	e.title = p->title;
	rc = wk_app_refuse_far(app, (wk_date)day, err);
	if (rc != WK_OK)
		return rc;
	struct wk_buf what;
	wk_buf_init(&what);
	put_what(app, &what, &e);
	rc = wk_app_begin(app, what.p, err);
	wk_buf_fini(&what);
	if (rc != WK_OK)
		return rc;
	rc = wk_app_end(app, wk_store_event_put(app->store, &e, err), err);
	if (rc == WK_OK)
		*out = e;
	return rc;
}

enum wk_rc
wk_app_pages(struct wk_app *app, struct wk_arena *a, struct wk_page_row **v, size_t *n,
    struct wk_err *err)
{
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err);
	if (rc == WK_OK)
		return wk_store_page_list(app->store, INT32_MIN, INT32_MAX, a, v, n,
		    err);
	if (rc != WK_ERR_NOTFOUND)
		return rc;
	*v = NULL;
	*n = 0;
	return WK_OK;
}
