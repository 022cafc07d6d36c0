/* SPDX-License-Identifier: MIT */
/* How each type of setting is read from a file and written back: one row a type. */
#include "internal.h"

#define NAME_MAX_BYTES 64
#define LINE_MAX_BYTES 1024

static void *
place(const struct wk_setting *s, struct wk_conf *c)
{
	return (char *)c + s->offset;
}

static const void *
place_const(const struct wk_setting *s, const struct wk_conf *c)
{
	return (const char *)c + s->offset;
}

static void
put_text(const struct wk_setting *s, const char *v, struct wk_conf *c)
{
	const char **at = place(s, c);
	*at = wk_arena_strdup(&c->arena, v);
}

/* The texts are names of themes, and so of files: no dots, no slashes. */
static enum wk_rc
parse_text(const struct wk_setting *s, const char *v, struct wk_conf *c,
    struct wk_err *err)
{
	size_t n = strspn(v, "abcdefghijklmnopqrstuvwxyz" "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "0123456789_-");
	if (n == 0 || v[n] || n > NAME_MAX_BYTES)
		return wk_fail(err, WK_ERR_INPUT,
		    "%s \"%s\" is not a name of letters, digits, '-' and '_'", s->key, v);
	put_text(s, v, c);
	return WK_OK;
}

static enum wk_rc
parse_line(const struct wk_setting *s, const char *v, struct wk_conf *c,
    struct wk_err *err)
{
	size_t n = strlen(v);
	if (n == 0 || n > LINE_MAX_BYTES || !wk_text_utf8_valid(v, n))
		return wk_fail(err, WK_ERR_INPUT, "%s is empty or no text; - is none",
		    s->key);
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)v[i] < ' ' || v[i] == 0x7f)
			return wk_fail(err, WK_ERR_INPUT, "%s has a control character",
			    s->key);
	put_text(s, v, c);
	return WK_OK;
}

static void
format_text(const struct wk_setting *s, const struct wk_conf *c, struct wk_buf *b)
{
	const char *const *at = place_const(s, c);
	wk_buf_adds(b, *at);
}

static bool
is_choice(const char *choices, const char *v)
{
	size_t n = strlen(v);
	for (const char *p = choices; *p; p += strspn(p, "|")) {
		size_t len = strcspn(p, "|");
		if (len == n && memcmp(p, v, n) == 0)
			return true;
		p += len;
	}
	return false;
}

static enum wk_rc
parse_choice(const struct wk_setting *s, const char *v, struct wk_conf *c,
    struct wk_err *err)
{
	if (!is_choice(s->choices, v))
		return wk_fail(err, WK_ERR_INPUT, "%s \"%s\" is not one of %s", s->key, v,
		    s->choices);
	put_text(s, v, c);
	return WK_OK;
}

static const struct {
	const char *word;
	bool value;
} bools[] = {
	{"yes", true}, {"no", false}, {"on", true}, {"off", false}, {"true", true},
	{"false", false},
};

static enum wk_rc
parse_bool(const struct wk_setting *s, const char *v, struct wk_conf *c,
    struct wk_err *err)
{
	for (size_t i = 0; i < WK_LEN(bools); i++) {
		if (wk_text_eq_nocase(bools[i].word, v)) {
			*(bool *)place(s, c) = bools[i].value;
			return WK_OK;
		}
	}
	return wk_fail(err, WK_ERR_INPUT, "%s \"%s\" is neither yes nor no", s->key, v);
}

static void
format_bool(const struct wk_setting *s, const struct wk_conf *c, struct wk_buf *b)
{
	wk_buf_adds(b, *(const bool *)place_const(s, c) ? "yes" : "no");
}

static enum wk_rc
fail_range(const struct wk_setting *s, const char *v, struct wk_err *err)
{
	struct wk_buf b;
	wk_buf_init(&b);
	wk_buf_addf(&b, "%s \"%s\" is not a number from ", s->key, v);
	wk_text_put_number(&b, s->min, 6);
	wk_buf_adds(&b, " to ");
	wk_text_put_number(&b, s->max, 6);
	enum wk_rc rc = wk_fail(err, WK_ERR_INPUT, "%s", b.p);
	wk_buf_fini(&b);
	return rc;
}

static enum wk_rc
parse_number(const struct wk_setting *s, const char *v, struct wk_conf *c,
    struct wk_err *err)
{
	double *at = place(s, c);
	if (!wk_text_parse_double(v, s->min, s->max, at))
		return fail_range(s, v, err);
	return WK_OK;
}

static void
format_number(const struct wk_setting *s, const struct wk_conf *c, struct wk_buf *b)
{
	wk_text_put_number(b, *(const double *)place_const(s, c), 9);
}

/* H:MM or HH:MM, to 24:00; returns what follows, NULL when it is no time of day. */
static const char *
read_clock(const char *p, int *min)
{
	int h = 0, m = 0, digits = 0;
	for (; *p >= '0' && *p <= '9' && digits < 2; digits++)
		h = h * 10 + (*p++ - '0');
	if (digits == 0 || *p++ != ':')
		return NULL;
	for (digits = 0; digits < 2; digits++) {
		if (*p < '0' || *p > '9')
			return NULL;
		m = m * 10 + (*p++ - '0');
	}
	if (m > 59 || h * 60 + m > 1440)
		return NULL;
	*min = h * 60 + m;
	return p;
}

static enum wk_rc
parse_clock(const struct wk_setting *s, const char *v, struct wk_conf *c,
    struct wk_err *err)
{
	int min;
	const char *end = read_clock(v, &min);
	if (!end || *end || min > (int)s->max)
		return wk_fail(err, WK_ERR_INPUT,
		    "%s \"%s\" is not a time from 00:00 to %02d:%02d", s->key, v,
		    (int)s->max / 60, (int)s->max % 60);
	*(int *)place(s, c) = min;
	return WK_OK;
}

static void
format_clock(const struct wk_setting *s, const struct wk_conf *c, struct wk_buf *b)
{
	int min = *(const int *)place_const(s, c);
	wk_buf_addf(b, "%02d:%02d", min / 60, min % 60);
}

static enum wk_rc
parse_span(const struct wk_setting *s, const char *v, struct wk_conf *c,
    struct wk_err *err)
{
	int from, to, *at = place(s, c);
	const char *p = read_clock(v, &from);
	p = p && *p == '-' ? read_clock(p + 1, &to) : NULL;
	if (!p || *p || from == to || from == 1440)
		return wk_fail(err, WK_ERR_INPUT, "%s \"%s\" is not a span like %s",
		    s->key, v, s->def);
	if (to < from && to + 1440 > (int)s->max)
		return wk_fail(err, WK_ERR_INPUT, "%s \"%s\" ends before it begins",
		    s->key, v);
	at[0] = from;
	at[1] = to;
	return WK_OK;
}

static void
format_span(const struct wk_setting *s, const struct wk_conf *c, struct wk_buf *b)
{
	const int *at = place_const(s, c);
	wk_buf_addf(b, "%02d:%02d-%02d:%02d", at[0] / 60, at[0] % 60, at[1] / 60,
	    at[1] % 60);
}

/* Seven numbers of hours; false unless all are there and nothing else. */
static bool
read_seven(const struct wk_setting *s, char *words, double h[7])
{
	size_t n = 0;
	char *rest = words;
	for (char *w; (w = strsep(&rest, " \t,")) != NULL;) {
		if (*w && (n == 7 || !wk_text_parse_double(w, s->min, s->max, &h[n++])))
			return false;
	}
	return n == 7;
}

/* A week's length, spread over Monday to Friday. */
static bool
read_week(const struct wk_setting *s, const char *v, double h[7])
{
	double min;
	if (wk_text_parse_duration(v, &min, NULL) != WK_OK || min > s->max * 60 * 5)
		return false;
	for (size_t i = 0; i < 7; i++)
		h[i] = i < 5 ? min / 60 / 5 : 0;
	return true;
}

static enum wk_rc
parse_contract(const struct wk_setting *s, const char *v, struct wk_conf *c,
    struct wk_err *err)
{
	double h[7];
	if (!read_seven(s, wk_arena_strdup(&c->arena, v), h) && !read_week(s, v, h))
		return wk_fail(err, WK_ERR_INPUT,
		    "%s \"%s\" is neither seven numbers of hours like %s "
		    "nor a week like 40h",
		    s->key, v, s->def);
	memcpy(place(s, c), h, sizeof(h));
	return WK_OK;
}

static void
format_contract(const struct wk_setting *s, const struct wk_conf *c, struct wk_buf *b)
{
	const double *h = place_const(s, c);
	for (size_t i = 0; i < 7; i++) {
		if (i > 0)
			wk_buf_addc(b, ' ');
		wk_text_put_number(b, h[i], 4);
	}
}

static enum wk_rc
parse_limit(const struct wk_setting *s, char *word, struct wk_conf_limit *out,
    struct wk_err *err)
{
	char *value = word + strcspn(word, " \t");
	if (*value != '\0')
		*value++ = '\0';
	out->indicator = wk_indicator_find(word);
	if (out->indicator == NULL)
		return wk_fail(err, WK_ERR_INPUT, "%s: no indicator \"%.40s\"", s->key,
		    word);
	if (!wk_text_parse_double(wk_text_trim(value), s->min, s->max, &out->value) ||
	    out->value <= 0)
		return wk_fail(err, WK_ERR_INPUT, "%s: %s needs its limit, like %s",
		    s->key, word, s->def);
	return WK_OK;
}

/* "week_hours 55, sleep_chronic 6", or "-" for none. */
static enum wk_rc
parse_limits(const struct wk_setting *s, const char *v, struct wk_conf *c,
    struct wk_err *err)
{
	char *rest = wk_arena_strdup(&c->arena, strcmp(v, "-") == 0 ? "" : v);
	struct wk_conf_limit read[WK_LEN(c->limits)] = { 0 };
	size_t n = 0;
	for (char *w; (w = strsep(&rest, ",")) != NULL;) {
		w = wk_text_trim(w);
		if (*w == '\0')
			continue;
		if (n == WK_LEN(read))
			return wk_fail(err, WK_ERR_INPUT, "%s has more than %zu limits",
			    s->key, n);
		enum wk_rc rc = parse_limit(s, w, &read[n++], err);
		if (rc != WK_OK)
			return rc;
	}
	memcpy(c->limits, read, n * sizeof(read[0]));
	c->limit_count = n;
	return WK_OK;
}

static void
format_limits(const struct wk_setting *s, const struct wk_conf *c, struct wk_buf *b)
{
	(void)s;
	for (size_t i = 0; i < c->limit_count; i++) {
		wk_buf_addf(b, "%s%s ", i > 0 ? ", " : "", c->limits[i].indicator->id);
		wk_text_put_number(b, c->limits[i].value, 6);
	}
	if (c->limit_count == 0)
		wk_buf_addc(b, '-');
}

static const struct {
	enum wk_rc (*parse)(const struct wk_setting *, const char *, struct wk_conf *,
	    struct wk_err *);
	void (*format)(const struct wk_setting *, const struct wk_conf *,
	    struct wk_buf *);
} types[] = {
	[WK_SET_TEXT] = {parse_text, format_text},
	[WK_SET_CHOICE] = {parse_choice, format_text},
	[WK_SET_BOOL] = {parse_bool, format_bool},
	[WK_SET_NUMBER] = {parse_number, format_number},
	[WK_SET_CLOCK] = {parse_clock, format_clock},
	[WK_SET_CLOCK_SPAN] = {parse_span, format_span},
	[WK_SET_CONTRACT] = {parse_contract, format_contract},
	[WK_SET_LIMITS] = {parse_limits, format_limits},
	[WK_SET_LINE] = {parse_line, format_text},
};

enum wk_rc
setting_parse(const struct wk_setting *s, const char *value, struct wk_conf *c,
    struct wk_err *err)
{
	return types[s->type].parse(s, value, c, err);
}

void
setting_format(const struct wk_setting *s, const struct wk_conf *c, struct wk_buf *b)
{
	types[s->type].format(s, c, b);
}
