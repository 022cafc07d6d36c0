/* SPDX-License-Identifier: MIT */
/* One line of JSON Lines to a fact. SQLite reads the JSON; this file knows the keys. */
#include "internal.h"
#include "line.h"

enum { TEXT_MAX = 65536, WORD_MAX = 200 };
static const double NO_LIMIT = 1e15;

/* One key: what its value must be and where it goes in struct line_raw. */
static const struct line_key keys[] = {
	{ "kind", LINE_WORD, offsetof(struct line_raw, kind), 0, 0 },
	{ "start", LINE_WORD, offsetof(struct line_raw, start), 0, 0 },
	{ "end", LINE_WORD, offsetof(struct line_raw, end), 0, 0 },
	{ "day", LINE_WORD, offsetof(struct line_raw, day), 0, 0 },
	{ "dur", LINE_REAL, offsetof(struct line_raw, dur_s), -86400, 31622400 },
	{ "tz", LINE_WORD, offsetof(struct line_raw, tz), 0, 0 },
	{ "source", LINE_WORD, offsetof(struct line_raw, source), 0, 0 },
	{ "scope", LINE_WORD, offsetof(struct line_raw, scope), 0, 0 },
	{ "id", LINE_WORD, offsetof(struct line_raw, id), 0, 0 },
	{ "rev", LINE_WORD, offsetof(struct line_raw, rev), 0, 0 },
	{ "severity", LINE_INT, offsetof(struct line_raw, severity), 0, 5 },
	{ "minutes", LINE_REAL, offsetof(struct line_raw, minutes), 0, 10080 },
	{ "woke", LINE_BOOL, offsetof(struct line_raw, woke), 0, 0 },
	{ "noise", LINE_BOOL, offsetof(struct line_raw, noise), 0, 0 },
	{ "category", LINE_WORD, offsetof(struct line_raw, category), 0, 0 },
	{ "leave", LINE_WORD, offsetof(struct line_raw, leave), 0, 0 },
	{ "title", LINE_TEXT, offsetof(struct line_raw, title), 0, 0 },
	{ "tags", LINE_ARRAY, offsetof(struct line_raw, tags), 0, 0 },
	{ "meta", LINE_OBJECT, offsetof(struct line_raw, meta), 0, 0 },
	{ "flags", LINE_INT, offsetof(struct line_raw, flags), 0, 65535 },
	{ "locked", LINE_INT, offsetof(struct line_raw, locked), 0, 65535 },
	{ "layer", LINE_INT, offsetof(struct line_raw, layer), 0, 4 },
	{ "deleted", LINE_BOOL, offsetof(struct line_raw, deleted), 0, 0 },
	{ "hours", LINE_REAL, offsetof(struct line_raw, hours), 0, 24 },
	{ "break", LINE_REAL, offsetof(struct line_raw, break_h), 0, 24 },
	{ "sleep", LINE_REAL, offsetof(struct line_raw, sleep_h), 0, 24 },
	{ "wakes", LINE_INT, offsetof(struct line_raw, wakes), 0, 99 },
	{ "oncall", LINE_BOOL, offsetof(struct line_raw, oncall), 0, 0 },
	{ "short_rest", LINE_BOOL, offsetof(struct line_raw, short_rest), 0, 0 },
	{ "energy", LINE_INT, offsetof(struct line_raw, energy), 1, 5 },
	{ "stress", LINE_INT, offsetof(struct line_raw, stress), 1, 5 },
	{ "mood", LINE_INT, offsetof(struct line_raw, mood), 1, 5 },
	{ "note", LINE_TEXT, offsetof(struct line_raw, note), 0, 0 },
	{ "wick-port", LINE_INT, offsetof(struct line_raw, port), 1, 1 },
	{ "importer", LINE_WORD, offsetof(struct line_raw, importer), 0, 0 },
	{ "zone", LINE_WORD, offsetof(struct line_raw, zone), 0, 0 },
	{ "error", LINE_TEXT, offsetof(struct line_raw, error), 0, 0 },
	{ "skip", LINE_TEXT, offsetof(struct line_raw, skip), 0, 0 },
	{ "line", LINE_REAL, offsetof(struct line_raw, line), 0, 1e12 },
};

static const char *
key_name(const void *ctx, size_t i)
{
	(void)ctx;
	return i < WK_LEN(keys) ? keys[i].name : NULL;
}

static const struct line_key *
key_find(const char *name)
{
	for (size_t i = 0; i < WK_LEN(keys); i++)
		if (strcmp(keys[i].name, name) == 0)
			return &keys[i];
	return NULL;
}

static enum wk_rc
unknown_key(const char *name, struct wk_err *err)
{
	const char *near = wk_text_nearest(name, key_name, NULL);
	return wk_fail(err, WK_ERR_INPUT, "unknown key \"%.40s\"%s%s%s", name,
	    near ? " (" : "", near ? near : "", near ? "?)" : "");
}

static enum wk_rc
take_number(sqlite3_stmt *q, const char *type, const struct line_key *k, void *at,
    struct wk_err *err)
{
	bool is_int = strcmp(type, "integer") == 0;
	double v = sqlite3_column_double(q, 2);
	if (!is_int && (k->type == LINE_INT || strcmp(type, "real") != 0))
		return wk_fail(err, WK_ERR_INPUT, "%s must be a%s number", k->name,
		    k->type == LINE_INT ? " whole" : "");
	if (!(v >= k->min && v <= k->max) || fabs(v) > NO_LIMIT)
		return wk_fail(err, WK_ERR_INPUT, "%s %.10g is outside %.10g..%.10g", k->name, v,
		    k->min, k->max);
	if (k->type == LINE_INT)
		*(int *)at = (int)v;
	else
		*(double *)at = v;
	return WK_OK;
}

static enum wk_rc
take_bool(sqlite3_stmt *q, const char *type, const struct line_key *k, void *at,
    struct wk_err *err)
{
	int64_t v = sqlite3_column_int64(q, 2);
	bool ok = strcmp(type, "true") == 0 || strcmp(type, "false") == 0 ||
	    (strcmp(type, "integer") == 0 && (v == 0 || v == 1));
	if (!ok)
		return wk_fail(err, WK_ERR_INPUT, "%s must be true or false", k->name);
	*(int *)at = v != 0;
	return WK_OK;
}

static enum wk_rc
take_text(sqlite3_stmt *q, const char *type, const struct line_key *k, void *at,
    struct wk_arena *a, struct wk_err *err)
{
	static const char *const wanted[] = { [LINE_WORD] = "text", [LINE_TEXT] = "text",
		[LINE_ARRAY] = "array", [LINE_OBJECT] = "object" };
	int max = k->type == LINE_WORD ? WORD_MAX : TEXT_MAX;
	if (strcmp(type, wanted[k->type]) != 0)
		return wk_fail(err, WK_ERR_INPUT, "%s must be %s", k->name,
		    k->type == LINE_ARRAY ? "a list" : k->type == LINE_OBJECT ? "an object" :
		    "a text");
	const char *text = wk_db_text(q, 2, a);
	if (sqlite3_column_bytes(q, 2) > max)
		return wk_fail(err, WK_ERR_INPUT, "%s is longer than %d bytes", k->name, max);
	if (strlen(text) != (size_t)sqlite3_column_bytes(q, 2) ||
	    !wk_text_utf8_valid(text, strlen(text)))
		return wk_fail(err, WK_ERR_INPUT, "%s is not UTF-8", k->name);
	*(const char **)at = text;
	return WK_OK;
}

static enum wk_rc
take(sqlite3_stmt *q, struct wk_arena *a, struct line_raw *raw, struct wk_err *err)
{
	const char *name = (const char *)sqlite3_column_text(q, 0);
	const char *type = (const char *)sqlite3_column_text(q, 1);
	const struct line_key *k = key_find(name ? name : "");
	if (!k)
		return unknown_key(name ? name : "", err);
	if (strcmp(type, "null") == 0)
		return WK_OK;
	void *at = (char *)raw + k->offset;
	switch (k->type) {
	case LINE_INT:
	case LINE_REAL:
		return take_number(q, type, k, at, err);
	case LINE_BOOL:
		return take_bool(q, type, k, at, err);
	default:
		return take_text(q, type, k, at, a, err);
	}
}

static enum wk_rc
read_raw(struct wk_store *s, const char *text, size_t len, struct wk_arena *a,
    struct line_raw *raw, struct wk_err *err)
{
	sqlite3_stmt *q = STMT(s, LINE_KEYS);
	if (!q)
		return WK_ERR_STORE;
	if (len > INT32_MAX ||
	    sqlite3_bind_text(q, 1, text, (int)len, SQLITE_STATIC) != SQLITE_OK)
		return wk_fail(err, WK_ERR_INPUT, "the line is too long");
	enum wk_rc rc = WK_OK;
	int code = SQLITE_ROW;
	while (rc == WK_OK && (code = sqlite3_step(q)) == SQLITE_ROW)
		rc = take(q, a, raw, err);
	if (code != SQLITE_ROW && code != SQLITE_DONE)
		rc = wk_fail(err, WK_ERR_INPUT, "not a JSON object");
	sqlite3_reset(q);
	sqlite3_clear_bindings(q);
	return rc;
}

static bool
is_blank(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!strchr(" \t\r\n", p[i]) || !p[i])
			return false;
	return true;
}

/* Lines that only wick-port writes. */
static bool
is_message(const struct line_raw *raw, struct wk_line *out)
{
	if (raw->port)
		out->type = WK_LINE_HEADER;
	else if (raw->error)
		out->type = WK_LINE_ERROR;
	else if (raw->skip)
		out->type = WK_LINE_SKIP;
	else if (raw->note && !raw->kind)
		out->type = WK_LINE_NOTE;
	else
		return false;
	out->importer = raw->importer;
	out->zone = raw->zone;
	out->text = raw->error ? raw->error : raw->skip ? raw->skip : raw->note;
	return true;
}

enum wk_rc
wk_store_line_parse(struct wk_store *s, const char *text, size_t len,
    const struct wk_zone *default_zone, struct wk_arena *a, struct wk_line *out,
    struct wk_err *err)
{
	struct line_raw raw = { .dur_s = NAN, .minutes = NAN, .hours = NAN, .break_h = NAN,
		.sleep_h = NAN, .severity = -1, .woke = -1, .noise = -1, .wakes = -1,
		.oncall = -1, .short_rest = -1 };
	*out = (struct wk_line){ .type = WK_LINE_BLANK };
	if (is_blank(text, len))
		return WK_OK;
	if (*text != '{')
		return wk_fail(err, WK_ERR_INPUT, "not a JSON object");
	enum wk_rc rc = read_raw(s, text, len, a, &raw, err);
	if (rc != WK_OK)
		return rc;
	out->line = (long)raw.line;
	if (is_message(&raw, out))
		return WK_OK;
	if (!raw.kind)
		return wk_fail(err, WK_ERR_INPUT, "no kind: work, sleep, incident, oncall, leave or day");
	return strcmp(raw.kind, "day") == 0 ? wk_store_line_day(&raw, out, err) :
	    wk_store_line_event(s, &raw, default_zone, out, err);
}
