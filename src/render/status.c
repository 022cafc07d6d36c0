/* SPDX-License-Identifier: MIT */
/* One line about now: for people, prompts and status bars. None of these ends in a
 * newline; the caller knows whether it wants one. */
#include "internal.h"

static bool
is_known(const struct wk_status_facts *f)
{
	return f->has_score && wk_render_is_known(f->strain);
}

static int
score_tenths(const struct wk_status_facts *f)
{
	int tenths[WK_PART_COUNT];

	return wk_strain_round(f->strain->contribution, f->strain->score, tenths);
}

/* Which way the score goes, as an arrow and as a word; unknown without a score. */
static const struct trend {
	char c;
	const char *arrow, *word;
} trends[] = {
	{ '<', "↓", "falling" },
	{ '=', "→", "steady" },
	{ '>', "↑", "rising" },
};

static const struct trend *
find_trend(const struct wk_status_facts *f)
{
	for (size_t k = 0; k < WK_LEN(trends) && is_known(f); k++)
		if (trends[k].c == f->trend)
			return &trends[k];
	return NULL;
}

/* "confidence high, 6 of 7 days, to Thu 19 Nov"; without a score there is none in it. */
static void
put_basis(const struct wk_status_facts *f, struct wk_buf *out)
{
	if (is_known(f))
		wk_buf_addf(out, "confidence %s, ",
		    wk_confidence_name(wk_confidence_of(f->strain->confidence)));
	wk_buf_addf(out, "%d of %d days, ", f->coverage.days, f->coverage.of);
	wk_buf_adds(out, f->is_held ? "held, to " : "to ");
	wk_date_put_day(out, f->day);
	if (is_known(f) && f->is_silent_trend)
		wk_buf_addf(out, ", %s only by days not logged",
		    f->trend == '>' ? "risen" : "fallen");
}

/* " ↑ 61.4 (58-66), reserve 42, "; plain: ", rising, 61.4 ..." */
static void
put_numbers(const struct wk_status_facts *f, bool is_plain, struct wk_buf *out)
{
	const struct trend *t = find_trend(f);

	if (t != NULL)
		wk_buf_addf(out, is_plain ? ", %s," : " %s", is_plain ? t->word :
		    t->arrow);
	wk_buf_addc(out, ' ');
	wk_render_put_tenths(out, score_tenths(f), false);
	wk_buf_adds(out, " (");
	wk_render_put_range(out, f->strain, "-");
	wk_buf_addf(out, "), reserve %.0f, ", f->strain->reserve);
}

void
wk_render_status(const struct wk_status_facts *f, const struct wk_paint *p,
    struct wk_buf *out)
{
	if (f->has_score) {
		wk_render_put_band(out, f->strain, is_known(f), p);
		if (is_known(f))
			put_numbers(f, wk_render_is_plain(p), out);
		else
			wk_buf_adds(out, ": ");
		put_basis(f, out);
	} else {
		wk_buf_adds(out, "nothing is logged yet");
	}
	if (f->running == NULL)
		return;
	wk_buf_adds(out, "; ");
	wk_text_safe(out, f->running);
}

/* ---- --format ---- */
static void
put_score(const struct wk_status_facts *f, struct wk_buf *out)
{
	if (is_known(f))
		wk_render_put_tenths(out, score_tenths(f), false);
	else
		wk_buf_addc(out, '?');
}

static void
put_band(const struct wk_status_facts *f, struct wk_buf *out)
{
	wk_buf_adds(out, is_known(f) ? wk_band_name(f->strain->band) :
	    "not enough known");
}

static void
put_reserve(const struct wk_status_facts *f, struct wk_buf *out)
{
	if (is_known(f))
		wk_buf_addf(out, "%.0f", f->strain->reserve);
	else
		wk_buf_addc(out, '?');
}

static void
put_confidence(const struct wk_status_facts *f, struct wk_buf *out)
{
	double c = f->has_score ? f->strain->confidence : 0;

	wk_buf_adds(out, wk_confidence_name(wk_confidence_of(c)));
}

static void
put_trend(const struct wk_status_facts *f, struct wk_buf *out)
{
	const struct trend *t = find_trend(f);

	wk_buf_adds(out, t == NULL ? "?" : t->arrow);
}

static void
put_days(const struct wk_status_facts *f, struct wk_buf *out)
{
	wk_buf_addf(out, "%d", f->days_logged);
}

static void
put_percent(const struct wk_status_facts *f, struct wk_buf *out)
{
	(void)f;
	wk_buf_addc(out, '%');
}

static const struct code {
	char c;
	void (*put)(const struct wk_status_facts *f, struct wk_buf *out);
} codes[] = {
	{ 's', put_score },
	{ 'b', put_band },
	{ 'r', put_reserve },
	{ 'c', put_confidence },
	{ 't', put_trend },
	{ 'd', put_days },
	{ '%', put_percent },
};

static const struct code *
find_code(char c)
{
	for (size_t k = 0; k < WK_LEN(codes); k++)
		if (codes[k].c == c)
			return &codes[k];
	return NULL;
}

/* The whole format is checked first: *out is written only on success. */
static enum wk_rc
check_format(const char *fmt, struct wk_err *err)
{
	for (; *fmt != '\0'; fmt++) {
		if (*fmt != '%')
			continue;
		fmt++;
		if (*fmt == '\0')
			return wk_fail(err, WK_ERR_INPUT,
			    "format ends in a single %%; write %%%%");
		if (find_code(*fmt) == NULL)
			return wk_fail(err, WK_ERR_INPUT,
			    "unknown format code %%%c (known: s b r c t d %%)",
			    *fmt >= ' ' && *fmt <= '~' ? *fmt : '?');
	}
	return WK_OK;
}

enum wk_rc
wk_render_status_format(const struct wk_status_facts *f, const char *fmt,
    struct wk_buf *out, struct wk_err *err)
{
	enum wk_rc rc = check_format(fmt, err);

	if (rc != WK_OK)
		return rc;
	for (; *fmt != '\0'; fmt++) {
		const struct code *code = *fmt == '%' ? find_code(*++fmt) : NULL;

		if (code != NULL)
			code->put(f, out);
		else
			wk_buf_addc(out, *fmt);
	}
	return WK_OK;
}

/* ---- for programs ---- */
static void
put_json_score(const struct wk_status_facts *f, struct wk_buf *b)
{
	const struct wk_strain *x = f->strain;

	if (!f->has_score) {
		wk_buf_adds(b,
		    "\"day\":null,\"score\":null,\"band\":null,\"known\":false,"
		    "\"reserve\":null,\"confidence\":null,\"confidence_word\":\"stale\","
		    "\"low\":null,\"high\":null,\"held\":false");
		return;
	}
	wk_render_json_date(b, "day", f->day);
	wk_buf_addc(b, ',');
	wk_render_json_num(b, "score", score_tenths(f) / 10.0, 1);
	wk_buf_addc(b, ',');
	wk_render_json_strain(b, x);
	wk_buf_addf(b, ",\"held\":%s", f->is_held ? "true" : "false");
}

void
wk_render_status_json(const struct wk_status_facts *f, struct wk_buf *out)
{
	const struct trend *t = find_trend(f);

	wk_buf_adds(out, "{\"format\":1,");
	put_json_score(f, out);
	wk_buf_addc(out, ',');
	wk_render_json_str(out, "trend", t == NULL ? NULL : t->word);
	wk_buf_addf(out, ",\"days_logged\":%d,", f->days_logged);
	wk_render_json_coverage(out, &f->coverage, true);
	wk_buf_addc(out, ',');
	wk_render_json_str(out, "running", f->running);
	wk_buf_addc(out, '}');
}

static void
put_bar_text(const struct wk_status_facts *f, struct wk_buf *b)
{
	char text[32] = "?";

	if (is_known(f))
		snprintf(text, sizeof(text), "%s %.0f", wk_render_sign(f->strain->band),
		    f->strain->score);
	wk_render_json_str(b, "text", text);
}

/* Status bars read Pango markup. */
static void
put_markup(struct wk_buf *b, const char *text)
{
	for (; *text != '\0'; text++) {
		if (*text == '&')
			wk_buf_adds(b, "&amp;");
		else if (*text == '<')
			wk_buf_adds(b, "&lt;");
		else
			wk_buf_addc(b, *text);
	}
}

static void
put_tooltip(const struct wk_status_facts *f, struct wk_buf *b)
{
	struct wk_buf plain, tip;

	wk_buf_init(&plain);
	wk_buf_init(&tip);
	wk_render_status(f, wk_paint_none(), &plain);
	put_markup(&tip, plain.p);
	wk_render_json_str(b, "tooltip", tip.p);
	wk_buf_fini(&plain);
	wk_buf_fini(&tip);
}

/* No percentage where the score is not known: a bar would draw 0 as good news. */
void
wk_render_status_waybar(const struct wk_status_facts *f, struct wk_buf *out)
{
	wk_buf_addc(out, '{');
	put_bar_text(f, out);
	wk_buf_addc(out, ',');
	put_tooltip(f, out);
	wk_buf_addc(out, ',');
	wk_render_json_str(out, "class", is_known(f) ? wk_band_name(f->strain->band)
	    : "unknown");
	if (is_known(f))
		wk_buf_addf(out, ",\"percentage\":%.0f", f->strain->score);
	wk_buf_addc(out, '}');
}
