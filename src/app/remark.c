/* SPDX-License-Identifier: MIT */
/* Days as sentences name them and refuse them; what a change meant where it is not what
 * one expects: a local time that the clocks left out or have twice, a sleep that counts
 * to the next day. Told beside the echo. And its times. */
#include <stdio.h>

#include "internal.h"

#define AHEAD_DAYS 366

static void
add(struct wk_app *app, struct wk_buf *b)
{
	size_t n = strlen(app->remark);
	(void)snprintf(app->remark + n, sizeof(app->remark) - n, "%s%s", n > 0 ? "\n" :
	    "", b->p);
	wk_buf_fini(b);
}

static void
put_clock(struct wk_buf *b, int64_t wall)
{
	int min = (int)((wall % 86400 + 86400) % 86400 / 60);
	wk_buf_addf(b, "%d:%02d", min / 60, min % 60);
}

static void
put_date(struct wk_buf *b, wk_date d)
{
	int year, month, day;
	wk_date_to_civil(d, &year, &month, &day);
	wk_date_put_day(b, d);
	wk_buf_addf(b, " %d", year);
}

void
wk_app_put_date(const struct wk_app *app, struct wk_buf *b, wk_date d)
{
	int year, this_year, month, day;
	wk_date_to_civil(d, &year, &month, &day);
	wk_date_to_civil(app->today, &this_year, &month, &day);
	if (year == this_year)
		wk_date_put_day(b, d);
	else
		put_date(b, d);
}

enum wk_rc
wk_app_refuse_far(const struct wk_app *app, wk_date d, struct wk_err *err)
{
	char day[11];
	if (d <= app->today + AHEAD_DAYS)
		return WK_OK;
	wk_date_format(d, day);
	return wk_fail(err, WK_ERR_INPUT, "%s is more than a year ahead; only leave and "
	    "on-call are planned so far", day);
}

void
wk_app_remark_wall(struct wk_app *app, const struct wk_zone *z, int64_t wall,
    int64_t taken)
{
	int64_t first, second;
	struct wk_buf b;
	enum wk_zone_kind kind = wk_zone_local(z, wall, &first, &second);
	if (kind == WK_ZONE_UNIQUE)
		return;
	wk_buf_init(&b);
	put_date(&b, wk_fold_date(wall, 0, 0));
	wk_buf_adds(&b, kind == WK_ZONE_GAP ? " has no " : " has ");
	put_clock(&b, wall);
	if (kind == WK_ZONE_GAP) {
		wk_buf_adds(&b, ", the clocks go forward: taken as ");
		put_clock(&b, taken + wk_zone_offset(z, taken));
	} else
		wk_buf_addf(&b, " twice, the clocks go back: the %s is taken",
		    taken == first ? "first" : "second");
	add(app, &b);
}

void
wk_app_remark_sleep(struct wk_app *app, const struct wk_event *e)
{
	const struct wk_fact *f = &e->fact;
	struct wk_buf b;
	if (f->kind != WK_KIND_SLEEP || f->end == WK_TIME_NONE ||
	    wk_fold_date(f->end - 1, f->off_end, 0) == f->d)
		return;
	wk_buf_init(&b);
	wk_buf_adds(&b, "the sleep ");
	wk_app_put_times(&b, e);
	wk_buf_adds(&b, " ends after 18:00, so it counts to ");
	put_date(&b, f->d);
	add(app, &b);
}

static void
put_wall(struct wk_buf *b, int64_t utc, int32_t off)
{
	int64_t wall = utc + off;
	int64_t min = (wall % 86400 + 86400) % 86400 / 60;
	wk_buf_addf(b, "%d:%02d", (int)(min / 60), (int)(min % 60));
}

void
wk_app_put_times(struct wk_buf *b, const struct wk_event *e)
{
	const struct wk_fact *f = &e->fact;
	if (f->start == WK_TIME_NONE) {
		if (!isnan(f->dur_h))
			wk_text_put_duration_short(b, f->dur_h * 60);
		return;
	}
	put_wall(b, f->start, f->off_start);
	if (f->kind == WK_KIND_INCIDENT)
		return;
	wk_buf_addc(b, '-');
	if (f->end != WK_TIME_NONE)
		put_wall(b, f->end, f->off_end);
}
