/* SPDX-License-Identifier: MIT */
/* InfluxDB's line protocol: wick_day,source=merged FIELDS TIMESTAMP. A field that is not
 * known is left out, a day without fields has no line. */
#include "internal.h"

static void
put_real(struct wk_buf *b, const char *key, double v)
{
	if (isnan(v))
		return;
	wk_buf_addf(b, "%s%s=", b->len > 0 ? "," : "", key);
	wk_text_put_number(b, v, 4);
}

static void
put_whole(struct wk_buf *b, const char *key, long v)
{
	wk_buf_addf(b, "%s%s=%ldi", b->len > 0 ? "," : "", key, v);
}

static void
put_night(struct wk_buf *b, const struct wk_day *d)
{
	if (!isnan(d->sleep_h))
		put_whole(b, "sleep_s", lround(d->sleep_h * 3600));
	if (d->wakes > 0)
		put_whole(b, "wakes", d->wakes);
}

static void
put_checkin(struct wk_buf *b, const struct wk_day *d)
{
	if (d->energy > 0)
		put_whole(b, "energy", d->energy);
	if (d->stress > 0)
		put_whole(b, "stress", d->stress);
	if (d->mood > 0)
		put_whole(b, "mood", d->mood);
}

static void
put_work(struct wk_buf *b, const struct wk_day *d)
{
	if (!isnan(d->hours))
		put_whole(b, "work_s", lround(d->hours * 3600));
	if (d->incident_count > 0)
		put_whole(b, "pages", (long)d->incident_count);
	if (d->is_oncall)
		wk_buf_adds(b, b->len > 0 ? ",oncall=true" : "oncall=true");
	if (d->leave != WK_LEAVE_NONE)
		wk_buf_adds(b, b->len > 0 ? ",leave=true" : "leave=true");
	put_real(b, "rest_h", d->rest_h);
}

void
wk_render_influx(const struct wk_day *v, size_t n, bool with_sleep, bool with_checkin,
    struct wk_buf *out)
{
	struct wk_buf fields;
	wk_buf_init(&fields);
	for (size_t i = 0; i < n; i++) {
		wk_buf_clear(&fields);
		put_work(&fields, &v[i]);
		if (with_sleep)
			put_night(&fields, &v[i]);
		if (with_checkin)
			put_checkin(&fields, &v[i]);
		if (fields.len > 0)
			wk_buf_addf(out, "wick_day,source=merged %s %lld\n", fields.p,
			    (long long)v[i].d * 86400 * 1000000000);
	}
	wk_buf_fini(&fields);
}
