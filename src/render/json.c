/* SPDX-License-Identifier: MIT */
/* Small pieces of JSON that several outputs write. */
#include "internal.h"

void
wk_render_put_date(struct wk_buf *b, wk_date d)
{
	char s[11];

	wk_date_format(d, s);
	wk_buf_adds(b, s);
}

void
wk_render_json_key(struct wk_buf *b, const char *key)
{
	wk_json_put_string(b, key);
	wk_buf_addc(b, ':');
}

void
wk_render_json_num(struct wk_buf *b, const char *key, double v, int digits)
{
	wk_render_json_key(b, key);
	wk_json_put_number(b, v, digits);
}

void
wk_render_json_int(struct wk_buf *b, const char *key, int v, bool is_known)
{
	wk_render_json_key(b, key);
	if (is_known)
		wk_buf_addf(b, "%d", v);
	else
		wk_buf_adds(b, "null");
}

void
wk_render_json_str(struct wk_buf *b, const char *key, const char *v)
{
	wk_render_json_key(b, key);
	if (v == NULL)
		wk_buf_adds(b, "null");
	else
		wk_json_put_string(b, v);
}

void
wk_render_json_date(struct wk_buf *b, const char *key, wk_date d)
{
	char s[11];

	wk_date_format(d, s);
	wk_render_json_str(b, key, s);
}

void
wk_render_json_strain(struct wk_buf *b, const struct wk_strain *x)
{
	wk_render_json_str(b, "band", wk_band_name(x->band));
	wk_buf_addf(b, ",\"known\":%s,", wk_render_is_known(x) ? "true" : "false");
	wk_render_json_num(b, "reserve", x->reserve, 1);
	wk_buf_addc(b, ',');
	wk_render_json_num(b, "confidence", x->confidence, 3);
	wk_buf_addc(b, ',');
	wk_render_json_str(b, "confidence_word",
	    wk_confidence_name(wk_confidence_of(x->confidence)));
	wk_buf_addc(b, ',');
	wk_render_json_num(b, "low", x->low, 1);
	wk_buf_addc(b, ',');
	wk_render_json_num(b, "high", x->high, 1);
}

void
wk_render_json_coverage(struct wk_buf *b, const struct wk_coverage *c, bool with_of)
{
	wk_buf_addf(b, "\"coverage\":{\"hours\":%d,\"sleep\":%d,\"days\":%d", c->hours,
	    c->sleep, c->days);
	if (with_of)
		wk_buf_addf(b, ",\"of\":%d", c->of);
	wk_buf_addc(b, '}');
}

void
wk_render_json_advice(struct wk_buf *b, const struct wk_advice *v, size_t n)
{
	wk_render_json_key(b, "advice");
	wk_buf_addc(b, '[');
	for (size_t k = 0; k < n; k++) {
		wk_buf_adds(b, k > 0 ? ",{" : "{");
		wk_render_json_str(b, "text", v[k].text);
		wk_buf_addc(b, ',');
		wk_render_json_num(b, "points", v[k].points, 1);
		wk_buf_addc(b, '}');
	}
	wk_buf_addc(b, ']');
}
