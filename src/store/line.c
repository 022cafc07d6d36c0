/* SPDX-License-Identifier: MIT */
/* JSON Lines: a line's members by key, then their meaning. */
#include "line.h"

#define LINE_MAX_BYTES ((size_t)1 << 20)

static const char *const names[K_COUNT] = {
#define X(name, text) text,
	WK_LINE_KEYS(X)
#undef X
};
static const unsigned char name_lens[K_COUNT] = {
#define X(name, text) sizeof(text) - 1,
	WK_LINE_KEYS(X)
#undef X
};

static enum wk_rc
fail_member(const struct line *l, enum line_key k, const char *want, struct wk_err *err)
{
	const struct member *m = &l->m[k];
	return wk_fail(err, WK_ERR_INPUT, "%s \"%.40s\" is not %s", names[k],
	    m->text != NULL ? m->text : "", want);
}

enum wk_rc
wk_line_text(const struct line *l, enum line_key k, const char **out, struct wk_err *err)
{
	const struct member *m = &l->m[k];
	if (m->type == M_ABSENT)
		return WK_OK;
	if (m->type != M_TEXT && m->type != M_NUMBER)
		return fail_member(l, k, "a text", err);
	*out = m->text;
	return WK_OK;
}

enum wk_rc
wk_line_real(const struct line *l, enum line_key k, double min, double max, double *out,
    struct wk_err *err)
{
	const struct member *m = &l->m[k];
	if (m->type == M_ABSENT)
		return WK_OK;
	if (m->type != M_NUMBER)
		return fail_member(l, k, "a number", err);
	if (!(m->number >= min && m->number <= max))
		return wk_fail(err, WK_ERR_INPUT, "%s %.20s is outside %g..%g", names[k],
		    m->text, min, max);
	*out = m->number;
	return WK_OK;
}

enum wk_rc
wk_line_int(const struct line *l, enum line_key k, int min, int max, int *out,
    struct wk_err *err)
{
	double v = NAN;
	enum wk_rc rc = wk_line_real(l, k, min, max, &v, err);
	if (rc != WK_OK || isnan(v))
		return rc;
	if (fabs(v - floor(v)) > 0)
		return fail_member(l, k, "a whole number", err);
	*out = (int)v;
	return WK_OK;
}

enum wk_rc
wk_line_unsigned(const struct line *l, enum line_key k, unsigned *out, struct wk_err *err)
{
	int v = (int)*out;
	enum wk_rc rc = wk_line_int(l, k, 0, 65535, &v, err);
	*out = (unsigned)v;
	return rc;
}

/* true, false, 1 or 0. */
enum wk_rc
wk_line_flag(const struct line *l, enum line_key k, int *out, struct wk_err *err)
{
	const struct member *m = &l->m[k];
	if (m->type == M_ABSENT)
		return WK_OK;
	bool is_bit = m->type == M_NUMBER && (strcmp(m->text, "0") == 0 ||
	    strcmp(m->text, "1") == 0);
	if (m->type != M_FLAG && !is_bit)
		return fail_member(l, k, "true or false", err);
	*out = m->number > 0;
	return WK_OK;
}

enum wk_rc
wk_line_date(const struct line *l, enum line_key k, wk_date *out, struct wk_err *err)
{
	const struct member *m = &l->m[k];
	if (m->type == M_ABSENT)
		return WK_OK;
	if (m->type != M_TEXT || !wk_date_parse_iso(m->text, out))
		return fail_member(l, k, "a date (YYYY-MM-DD)", err);
	return WK_OK;
}

enum wk_rc
wk_line_leave(const struct line *l, enum wk_leave *out, struct wk_err *err)
{
	const struct member *m = &l->m[K_LEAVE];
	if (m->type == M_ABSENT || (m->type == M_TEXT && *m->text == '\0'))
		return WK_OK;
	if (m->type != M_TEXT || !wk_leave_parse(m->text, out))
		return fail_member(l, K_LEAVE,
		    "vacation, sick, holiday, parental or other", err);
	return WK_OK;
}

/* ---- members ---- */

static void
keep_unknown(struct line *l, const char *key, const struct member *m)
{
	if (l->extra.len > 0)
		wk_buf_addc(&l->extra, ',');
	wk_json_put_string(&l->extra, key);
	wk_buf_addc(&l->extra, ':');
	if (m->type == M_TEXT)
		wk_json_put_string(&l->extra, m->text);
	else if (m->type == M_FLAG)
		wk_buf_adds(&l->extra, m->number > 0 ? "true" : "false");
	else if (m->type == M_NUMBER && isinf(m->number))
		wk_buf_adds(&l->extra, m->number > 0 ? "9e999" : "-9e999");
	else
		wk_buf_adds(&l->extra, m->text);
}

static void
keep_member(void *ctx, const char *key, size_t len, const struct member *m)
{
	struct line *l = ctx;
	for (size_t k = 0; k < K_COUNT; k++)
		if (len == name_lens[k] && *key == *names[k] &&
		    memcmp(key, names[k], len) == 0) {
			l->m[k] = *m;
			return;
		}
	keep_unknown(l, wk_arena_strndup(l->arena, key, len), m);
}

/* What a survey says means nothing in another line and is kept as it is. */
static void
give_back_survey(struct line *l)
{
	static const enum line_key keys[] = { K_SURVEY, K_ITEMS, K_SCORE };
	for (size_t i = 0; i < WK_LEN(keys) && l->m[K_KIND].type != M_ABSENT; i++)
		if (l->m[keys[i]].type != M_ABSENT)
			keep_unknown(l, names[keys[i]], &l->m[keys[i]]);
}

/* ---- meaning ---- */

/* Lines of wick-port that are no facts. */
static bool
read_report(const struct line *l, struct wk_line *out)
{
	static const struct { enum line_key key; enum wk_line_type type; } reports[] = {
		{ K_ERROR, WK_LINE_ERROR }, { K_SKIP, WK_LINE_SKIP },
		{ K_NOTE, WK_LINE_NOTE },
	};
	if (l->m[K_PORT].type != M_ABSENT) {
		out->type = WK_LINE_HEADER;
		out->importer = l->m[K_IMPORTER].text;
		out->zone = l->m[K_ZONE].text;
		return true;
	}
	for (size_t i = 0; i < WK_LEN(reports); i++)
		if (l->m[reports[i].key].type == M_TEXT) {
			out->type = reports[i].type;
			out->text = l->m[reports[i].key].text;
			return true;
		}
	return false;
}

static enum wk_rc
read_fact(const struct line *l, struct wk_line *out, struct wk_err *err)
{
	const char *kind = NULL;
	enum wk_kind k;
	int deleted = 0;
	enum wk_rc rc = wk_line_text(l, K_KIND, &kind, err);
	if (rc == WK_OK && kind == NULL)
		return wk_fail(err, WK_ERR_INPUT, "kind is missing");
	if (rc == WK_OK)
		rc = wk_line_flag(l, K_DELETED, &deleted, err);
	if (rc != WK_OK)
		return rc;
	out->is_tombstone = deleted != 0;
	if (strcmp(kind, "day") == 0)
		return wk_line_read_day(l, out, err);
	if (!wk_kind_parse(kind, &k))
		return fail_member(l, K_KIND,
		    "work, sleep, incident, oncall, leave, meeting or day", err);
	return wk_line_read_event(l, k, out, err);
}

static enum wk_rc
read_line(const struct line *l, struct wk_line *out, struct wk_err *err)
{
	double at = 0;
	enum wk_rc rc = wk_line_real(l, K_LINE, 0, 1e15, &at, err);
	if (rc != WK_OK)
		return rc;
	out->line = (long)at;
	if (l->m[K_KIND].type == M_ABSENT && l->m[K_SURVEY].type == M_TEXT)
		return wk_line_read_survey(l, out, err);
	if (l->m[K_KIND].type == M_ABSENT && read_report(l, out))
		return WK_OK;
	return read_fact(l, out, err);
}

static enum wk_rc
check_bytes(const char *text, size_t len, struct wk_err *err)
{
	if (len > LINE_MAX_BYTES)
		return wk_fail(err, WK_ERR_INPUT, "the line is longer than 1 MiB");
	if (memchr(text, '\0', len) != NULL || !wk_text_utf8_valid(text, len))
		return wk_fail(err, WK_ERR_INPUT, "the line is not UTF-8 text");
	if (*text != '{')
		return wk_fail(err, WK_ERR_INPUT, "the line is not a JSON object");
	return WK_OK;
}

enum wk_rc
wk_store_line_parse(struct wk_store *s, const char *text, size_t len,
    const struct wk_zone *default_zone, struct wk_arena *a, struct wk_line *out,
    struct wk_err *err)
{
	struct line l = { .arena = a, .zone = default_zone, .store = s };
	struct wk_line line = { .type = WK_LINE_BLANK };
	while (len > 0 && strchr(" \t\r\n", *text) != NULL && *text != '\0')
		text++, len--;
	if (len == 0) {
		*out = line;
		return WK_OK;
	}
	enum wk_rc rc = check_bytes(text, len, err);
	if (rc != WK_OK)
		return rc;
	wk_buf_init(&l.extra);
	rc = wk_line_json(text, len, a, keep_member, &l, err);
	if (rc == WK_OK) {
		give_back_survey(&l);
		rc = read_line(&l, &line, err);
	}
	wk_buf_fini(&l.extra);
	if (rc == WK_OK)
		*out = line;
	return rc;
}
