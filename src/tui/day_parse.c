/* SPDX-License-Identifier: MIT */
/* What may be typed into a field of the day. What is refused is named, and where the
 * likely meaning is known it is offered; nothing is silently read otherwise. */
#include "day_parse.h"

#include <math.h>

void
wk_day_put_clock(struct wk_buf *b, int min)
{
	wk_buf_addf(b, "%02d:%02d", min / 60, min % 60);
}

void
wk_day_put_length(struct wk_buf *b, double min)
{
	int m = (int)(min + 0.5);
	wk_buf_addf(b, "%d:%02d", m / 60, m % 60);
}

double
wk_day_counted_min(const struct wk_form *f)
{
	if (f->start_min < 0 || f->end_min < 0)
		return NAN;
	double pause = isnan(f->break_min) ? 0 : f->break_min;
	return fmax(0, (double)(f->end_min - f->start_min) - pause);
}

static bool
refuse(struct wk_field_out *out, const char *why)
{
	snprintf(out->error, sizeof(out->error), "%.100s", why);
	return false;
}

/* Also "-", which says on purpose that there is nothing. */
static bool
is_nothing(const char *s)
{
	return *s == '\0' || strcmp(s, "-") == 0;
}

static int
now_min(const struct wk_tui *t, wk_date d)
{
	int64_t wall = t->app->now + wk_zone_offset(t->app->zone, t->app->now);
	return (int)((wall - (int64_t)d * 86400) / 60);
}

static bool
parse_clock(const struct wk_tui *t, const char *s, wk_date d, int *min,
    struct wk_field_out *out)
{
	struct wk_err err;
	if (strcmp(s, "now") == 0) {
		*min = now_min(t, d);
		return *min >= 0 && *min < 30 * 60 ? true :
		    refuse(out, "now is not on this day");
	}
	if (wk_when_clock(s, true, min, &err) == WK_OK)
		return true;
	return false;
}

bool
wk_day_parse_start(const struct wk_tui *t, const char *s, struct wk_form *f,
    struct wk_field_out *out)
{
	int min;
	f->start_min = -1;
	if (is_nothing(s))
		return true;
	if (!parse_clock(t, s, f->day, &min, out))
		return out->error[0] != '\0' ? false :
		    refuse(out, "not a time: 8:40, 840, 8.40 or now");
	f->start_min = min;
	return true;
}

/* 9h or +9h after the start; a plain length counts the break on top. */
static bool
parse_relative(const char *s, const struct wk_form *f, int *min, struct wk_field_out *out)
{
	double len;
	struct wk_err err;
	bool plus = *s == '+';
	if (wk_text_parse_duration(plus ? s + 1 : s, &len, &err) != WK_OK)
		return false;
	if (f->start_min < 0)
		return refuse(out, "a length needs a start");
	double pause = plus || isnan(f->break_min) ? 0 : f->break_min;
	*min = f->start_min + (int)(len + pause + 0.5);
	return true;
}

static void
offer_end(struct wk_field_out *out, int start, int end)
{
	static const int shifts[] = { 10 * 60, 12 * 60, 24 * 60 };
	struct wk_buf b;
	for (size_t i = 0; i < WK_LEN(shifts); i++) {
		int min = end + shifts[i];
		if (min <= start || min - start > 16 * 60 || min >= 30 * 60)
			continue;
		wk_buf_init(&b);
		wk_day_put_clock(&b, min);
		snprintf(out->offer, sizeof(out->offer), "%s", b.p);
		wk_buf_fini(&b);
		return;
	}
}

bool
wk_day_parse_end(const struct wk_tui *t, const char *s, struct wk_form *f,
    struct wk_field_out *out)
{
	int min;
	f->end_min = -1;
	if (is_nothing(s))
		return true;
	bool letters = strpbrk(s, "hm+") != NULL && strcmp(s, "now") != 0;
	bool ok = letters ? parse_relative(s, f, &min, out) :
	    parse_clock(t, s, f->day, &min, out);
	if (!ok)
		return out->error[0] != '\0' ? false :
		    refuse(out, "not a time: 18:10, 1810, 9h, +30m");
	if (f->start_min < 0) {
		f->end_min = min;
		return true;
	}
	if (min <= f->start_min) {
		snprintf(out->error, sizeof(out->error), "before the start %02d:%02d",
		    f->start_min / 60, f->start_min % 60);
		offer_end(out, f->start_min, min);
		return false;
	}
	if (min - f->start_min > 16 * 60)
		return refuse(out, "longer than 16 hours");
	f->end_min = min;
	return true;
}

/* H:MM, a number in the field's own unit (minutes or hours), or 45m, 8h30m. */
static bool
parse_length(const char *s, double unit_min, double *min)
{
	struct wk_err err;
	double v;
	if (wk_text_parse_double(s, 0, 1440, &v)) {
		*min = v * unit_min;
		return true;
	}
	return wk_text_parse_duration(s, min, &err) == WK_OK;
}

bool
wk_day_parse_break(const struct wk_tui *t, const char *s, struct wk_form *f,
    struct wk_field_out *out)
{
	double min;
	(void)t;
	f->break_min = NAN;
	if (is_nothing(s))
		return true;
	if (!parse_length(s, 1, &min) || min > 16 * 60)
		return refuse(out, "not a break: 0:45, 45 or 45m");
	if (f->start_min >= 0 && f->end_min >= 0 && min > f->end_min - f->start_min)
		return refuse(out, "longer than the work itself");
	f->break_min = min;
	return true;
}

bool
wk_day_parse_worked(const struct wk_tui *t, const char *s, struct wk_form *f,
    struct wk_field_out *out)
{
	double min;
	(void)t;
	f->worked_h = NAN;
	if (is_nothing(s))
		return true;
	if (!parse_length(s, 60, &min) || min > 24 * 60)
		return refuse(out, "not hours: 8:30, 8.5 or 8h30m");
	f->worked_h = min / 60;
	return true;
}

bool
wk_day_parse_span(const char *s, struct wk_span *out)
{
	char from[16];
	struct wk_err err;
	size_t n = strcspn(s, "-");
	if (s[n] != '-' || n >= sizeof(from))
		return false;
	snprintf(from, sizeof(from), "%.*s", (int)n, s);
	if (wk_when_clock(from, true, &out->from_min, &err) != WK_OK ||
	    wk_when_clock(s + n + 1, true, &out->to_min, &err) != WK_OK)
		return false;
	if (out->to_min <= out->from_min)
		out->to_min += 1440;
	return out->to_min - out->from_min <= 16 * 60;
}

bool
wk_day_parse_slept(const struct wk_tui *t, const char *s, struct wk_form *f,
    struct wk_field_out *out)
{
	double min;
	(void)t;
	f->has_sleep_span = false;
	f->sleep_h = NAN;
	if (is_nothing(s))
		return true;
	if (strchr(s + 1, '-') != NULL) {
		if (!wk_day_parse_span(s, &f->sleep))
			return refuse(out, "not a night of at most 16 h: "
			    "23:30-6:40, 2330-640");
		f->has_sleep_span = true;
		f->sleep_h = (double)(f->sleep.to_min - f->sleep.from_min) / 60;
		return true;
	}
	if (!parse_length(s, 60, &min) || min > 20 * 60)
		return refuse(out, "not sleep: 7:10, 7.2 or 23:30-6:40");
	f->sleep_h = min / 60;
	return true;
}

bool
wk_day_parse_wakes(const struct wk_tui *t, const char *s, struct wk_form *f,
    struct wk_field_out *out)
{
	long n;
	(void)t;
	f->wakes = -1;
	if (is_nothing(s))
		return true;
	if (!wk_text_parse_int(s, 0, 20, &n))
		return refuse(out, "not a count: 0 to 20");
	f->wakes = (int)n;
	return true;
}
