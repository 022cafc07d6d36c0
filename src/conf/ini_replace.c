/* SPDX-License-Identifier: MIT */
/* Changes one value in the text of an INI file and leaves every other byte as it was. */
#include "internal.h"

struct span {
	size_t from, to;      /* without the newline */
};

/* Line n, counted from 1; the empty span at the end when there are fewer. */
static struct span
line_span(const struct wk_buf *text, int n)
{
	struct span s = {0, 0};
	for (;;) {
		const char *end = memchr(text->p + s.from, '\n', text->len - s.from);
		s.to = end ? (size_t)(end - text->p) : text->len;
		if (--n == 0 || !end)
			return s;
		s.from = s.to + 1;
	}
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

/* As the reader sees it: a CR before the ';' does not make it one. */
static bool
is_comment(const char *p, bool is_first)
{
	return *p == ';' && (is_first || p[-1] == ' ' || p[-1] == '\t');
}

/* The value's bytes in its line: behind '=', before blanks and the comment. */
static struct span
value_span(const struct wk_buf *text, struct span line)
{
	struct span v = {line.from, line.to};
	while (text->p[v.from] != '=')
		v.from++;
	size_t first = ++v.from;
	while (v.from < line.to && is_blank(text->p[v.from]))
		v.from++;
	for (v.to = v.from; v.to < line.to; v.to++)
		if (is_comment(text->p + v.to, v.to == first))
			break;
	while (v.to > v.from && is_blank(text->p[v.to - 1]))
		v.to--;
	return v;
}

static void
put_replaced(const struct wk_buf *old, int line, const char *value, struct wk_buf *out)
{
	struct span v = value_span(old, line_span(old, line));
	wk_buf_add(out, old->p, v.from);
	if (old->p[v.from - 1] == '=')
		wk_buf_addc(out, ' ');
	wk_buf_adds(out, value);
	if (old->p[v.to] == ';')
		wk_buf_addc(out, ' ');
	wk_buf_add(out, old->p + v.to, old->len - v.to);
}

/* [section], blanks and a comment behind it; other spellings get their own header. */
static bool
is_header(const char *p, size_t n, const char *section)
{
	size_t len = strlen(section);
	for (; n > 0 && is_blank(*p); p++)
		n--;
	if (n < len + 2 || p[0] != '[' || p[len + 1] != ']' ||
	    memcmp(p + 1, section, len) != 0)
		return false;
	for (p += len + 2, n -= len + 2; n > 0 && is_blank(*p); p++)
		n--;
	return n == 0 || is_comment(p, false);
}

/* The last line that belongs to the section: an entry or its header; 0 for none. */
static int
section_end(const struct wk_buf *old, const struct wk_ini *ini, const char *section)
{
	int last = 0, line = 0;
	for (size_t i = 0; i < ini->n; i++)
		if (strcmp(ini->v[i].section, section) == 0)
			last = ini->v[i].line;
	for (size_t at = 0; at < old->len;) {
		const char *end = memchr(old->p + at, '\n', old->len - at);
		size_t n = end ? (size_t)(end - old->p) - at : old->len - at;
		line++;
		if (is_header(old->p + at, n, section))
			last = WK_MAX(last, line);
		at += n + 1;
	}
	return last;
}

static void
put_inserted(const struct wk_buf *old, int after, const char *entry, struct wk_buf *out)
{
	struct span s = line_span(old, after);
	wk_buf_add(out, old->p, s.to);
	wk_buf_addf(out, "\n%s", entry);
	if (s.to == old->len)
		wk_buf_addc(out, '\n');
	wk_buf_add(out, old->p + s.to, old->len - s.to);
}

static void
put_appended(const struct wk_buf *old, const char *section, const char *entry,
    struct wk_buf *out)
{
	wk_buf_add(out, old->p, old->len);
	if (old->len > 0)
		wk_buf_adds(out, old->p[old->len - 1] == '\n' ? "\n" : "\n\n");
	wk_buf_addf(out, "[%s]\n%s\n", section, entry);
}

static const struct wk_ini_entry *
entry_last(const struct wk_ini *ini, const char *section, const char *key)
{
	for (size_t i = ini->n; i > 0; i--)
		if (strcmp(ini->v[i - 1].section, section) == 0 &&
		    strcmp(ini->v[i - 1].key, key) == 0)
			return &ini->v[i - 1];
	return NULL;
}

void
ini_replace(const struct wk_buf *old, const struct wk_ini *ini, const char *whole_key,
    const char *value, struct wk_buf *out)
{
	WK_AUTOFREE char *section = wk_mem_strdup(whole_key);
	char *key = section + strcspn(section, ".");
	*key++ = '\0';
	const struct wk_ini_entry *e = entry_last(ini, section, key);
	if (e) {
		put_replaced(old, e->line, value, out);
		return;
	}
	struct wk_buf entry;
	wk_buf_init(&entry);
	wk_buf_addf(&entry, "%s = %s", key, value);
	int after = section_end(old, ini, section);
	if (after > 0)
		put_inserted(old, after, entry.p, out);
	else
		put_appended(old, section, entry.p, out);
	wk_buf_fini(&entry);
}
