/* SPDX-License-Identifier: MIT */
/* A week's summary as the bytes that leave: the hub's document, a webhook's event, a line
 * of Influx. What is not known is null, or left out where null cannot be said. */
#include "wick/render.h"

#include "internal.h"

static const char *
band_name(const struct wk_share_week *w)
{
	return w->band < 0 ? "unknown" : wk_band_name((enum wk_band)w->band);
}

static void
put_figures(const struct wk_share_week *w, struct wk_buf *b)
{
	wk_buf_adds(b, ",\"indicators\":{");
	for (size_t k = 0; k < WK_SHARE_FIGURES; k++) {
		wk_buf_adds(b, k > 0 ? "," : "");
		wk_render_json_num(b, wk_share_figure(k), w->figure[k], 1);
	}
	wk_buf_addc(b, '}');
}

void
wk_render_share(const struct wk_share_doc *d, struct wk_buf *b)
{
	wk_buf_adds(b, "{\"schema\":\"wick.week/1\"");
	wk_buf_addf(b, ",\"rev\":%lld,\"source\":", (long long)d->rev);
	wk_json_put_string(b, d->source);
	wk_buf_addf(b, ",\"consent_gen\":%lld", (long long)d->gen);
	wk_buf_addf(b,
	    ",\"level\":\"%s\",\"band\":\"%s\",\"basis\":\"%s\",\"coverage\":%d",
	    d->has_figures ? "indicators" : "band", band_name(d->week), d->basis,
	    d->week->coverage);
	if (d->has_figures)
		put_figures(d->week, b);
	wk_buf_addc(b, '}');
}

void
wk_render_share_event(const struct wk_share_doc *d, struct wk_buf *b)
{
	wk_buf_addf(b, "{\"type\":\"week.updated\",\"week\":\"%s\",\"data\":", d->name);
	wk_render_share(d, b);
	wk_buf_addc(b, '}');
}

void
wk_render_share_influx(const struct wk_share_doc *d, struct wk_buf *b)
{
	wk_buf_addf(b, "wick_week,person=%s coverage=%di", d->person, d->week->coverage);
	if (d->week->band >= 0)
		wk_buf_addf(b, ",band=%di", d->week->band);
	for (size_t k = 0; d->has_figures && k < WK_SHARE_FIGURES; k++) {
		if (isnan(d->week->figure[k]))
			continue;
		wk_buf_addf(b, ",%s=", wk_share_figure(k));
		wk_text_put_number(b, d->week->figure[k], 1);
	}
	wk_buf_addf(b, " %lld\n", (long long)d->monday * 86400 * 1000000000);
}
