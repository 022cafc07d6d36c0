/* SPDX-License-Identifier: MIT */
/* INI reader: `[section]`, `key = value`, comments. Keeps the number of each line,
 * because every complaint about a file has to say where. */
#include "internal.h"

#define LINE_MAX_BYTES 4096

struct reader {
	struct wk_arena *a;
	struct wk_ini *out;
	const struct ini_complaint *bad;
	const char *section;
	int line;
};

static bool
complain(struct reader *r, const char *why)
{
	return r->bad->tell(r->bad->ctx, r->line, why);
}

/* ` ;` ends a value, so that a bare ';' may stand inside a word. */
static void
cut_comment(char *value)
{
	for (char *p = value; *p; p++) {
		if (*p == ';' && (p == value || p[-1] == ' ' || p[-1] == '\t')) {
			*p = '\0';
			return;
		}
	}
}

static bool
read_section(struct reader *r, char *s)
{
	cut_comment(s);
	s = wk_text_trim(s);
	size_t n = strlen(s);
	if (s[n - 1] != ']')
		return complain(r, "the section has no ']'");
	s[n - 1] = '\0';
	r->section = wk_text_trim(s + 1);
	if (!*r->section)
		return complain(r, "the section has no name");
	return true;
}

static bool
read_entry(struct reader *r, char *s)
{
	char *eq = strchr(s, '=');
	if (!eq)
		return complain(r, "neither [section] nor key = value");
	*eq = '\0';
	const char *key = wk_text_trim(s);
	if (!*key)
		return complain(r, "there is no key before '='");
	cut_comment(eq + 1);
	r->out->v[r->out->n++] = (struct wk_ini_entry){
		.section = r->section,
		.key = key,
		.value = wk_text_trim(eq + 1),
		.line = r->line,
	};
	return true;
}

static bool
read_line(struct reader *r, const char *p, size_t n)
{
	if (n > LINE_MAX_BYTES)
		return complain(r, "the line is longer than 4096 bytes");
	if (memchr(p, '\0', n) || !wk_text_utf8_valid(p, n))
		return complain(r, "the line is not text in UTF-8");
	char *s = wk_text_trim(wk_arena_strndup(r->a, p, n));
	if (!*s || *s == ';' || *s == '#')
		return true;
	return *s == '[' ? read_section(r, s) : read_entry(r, s);
}

static size_t
count_lines(const char *text, size_t len)
{
	size_t n = 1;
	for (size_t i = 0; i < len; i++)
		n += text[i] == '\n';
	return n;
}

bool
ini_read(const char *text, size_t len, struct wk_arena *a, struct wk_ini *out,
    const struct ini_complaint *bad)
{
	struct reader r = {.a = a, .out = out, .bad = bad, .section = ""};
	out->v = WK_ARENA_ARRAY(a, struct wk_ini_entry, count_lines(text, len));
	out->n = 0;
	if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		text += 3;
		len -= 3;
	}
	for (size_t at = 0; at < len;) {
		const char *end = memchr(text + at, '\n', len - at);
		size_t n = end ? (size_t)(end - (text + at)) : len - at;
		r.line++;
		if (!read_line(&r, text + at, n))
			return false;
		at += n + 1;
	}
	return true;
}

struct first_complaint {
	const char *path;
	struct wk_err *err;
};

static bool
fail_first(void *ctx, int line, const char *why)
{
	struct first_complaint *f = ctx;
	wk_fail(f->err, WK_ERR_INPUT, "%s:%d: %s", f->path, line, why);
	return false;
}

enum wk_rc
wk_ini_parse(const char *text, size_t len, const char *path, struct wk_arena *a,
    struct wk_ini *out, struct wk_err *err)
{
	struct first_complaint f = {path, err};
	struct ini_complaint bad = {fail_first, &f};
	struct wk_ini ini = {.path = path};
	if (!ini_read(text, len, a, &ini, &bad))
		return WK_ERR_INPUT;
	*out = ini;
	return WK_OK;
}
