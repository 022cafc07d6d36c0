/* SPDX-License-Identifier: MIT */
/* Comma-separated cells after RFC 4180, from any spreadsheet: comma, semicolon or tab,
 * quotes over lines, LF, CRLF or CR. Also the plain lines of the other text formats. */
#include "port.h"

void
wk_port_lines_init(struct wk_port_lines *l, const char *p, size_t n)
{
	*l = (struct wk_port_lines){ p, p + n, 0 };
}

bool
wk_port_lines_next(struct wk_port_lines *l, const char **text, size_t *len)
{
	if (l->p >= l->end)
		return false;
	size_t left = (size_t)(l->end - l->p);
	const char *nl = memchr(l->p, '\n', left);
	*text = l->p;
	*len = nl == NULL ? left : (size_t)(nl - l->p);
	l->p += *len + (nl != NULL);
	l->line++;
	if (*len > 0 && (*text)[*len - 1] == '\r')
		--*len;
	return true;
}

/* The one of , ; TAB that stands most often outside quotes in the first lines. */
static char
guess_delimiter(const char *p, const char *end)
{
	static const char marks[] = ",;\t";
	size_t count[3] = { 0 }, best = 0;
	bool is_quoted = false;
	int lines = 0;
	for (; p < end && lines < 3; p++) {
		const char *m = *p != '\0' ? strchr(marks, *p) : NULL;
		if (*p == '"')
			is_quoted = !is_quoted;
		else if (!is_quoted && *p == '\n')
			lines++;
		else if (!is_quoted && m != NULL)
			count[m - marks]++;
	}
	for (size_t i = 1; i < WK_LEN(count); i++)
		if (count[i] > count[best])
			best = i;
	return marks[best];
}

void
wk_csv_init(struct wk_csv *c, const char *p, size_t n)
{
	*c = (struct wk_csv){ .p = p, .end = p + n, .next_line = 1 };
	c->delimiter = guess_delimiter(p, p + WK_MIN(n, (size_t)65536));
	wk_buf_init(&c->text);
}

void
wk_csv_fini(struct wk_csv *c)
{
	wk_buf_fini(&c->text);
	wk_mem_free(c->at);
	c->at = NULL;
}

/* Takes one byte and counts lines; CRLF and CR alone count as LF. */
static char
take(struct wk_csv *c)
{
	char ch = *c->p++;
	if (ch == '\r') {
		if (c->p < c->end && *c->p == '\n')
			c->p++;
		ch = '\n';
	}
	if (ch == '\n')
		c->next_line++;
	return ch;
}

struct row {
	enum wk_csv_row state;
	bool is_quoted, is_done;
	struct wk_err *err;
};

static void
fail_row(struct wk_csv *c, struct row *r, const char *why)
{
	if (r->state == WK_CSV_ROW)
		wk_fail(r->err, WK_ERR_INPUT, "cell %zu %s", c->n, why);
	r->state = WK_CSV_BAD;
}

static void
begin_cell(struct wk_csv *c, struct row *r)
{
	if (c->n >= WK_PORT_COLUMNS_MAX) {
		fail_row(c, r, "is one too many for a row");
		return;
	}
	if (c->n > 0)
		wk_buf_addc(&c->text, '\0');
	c->at = wk_mem_grow(c->at, &c->cap, c->n + 1, sizeof(*c->at));
	c->at[c->n++] = c->text.len;
	r->is_quoted = c->p < c->end && *c->p == '"';
	if (r->is_quoted)
		c->p++;
}

static void
put_byte(struct wk_csv *c, struct row *r, char ch)
{
	if (ch == '\0')
		fail_row(c, r, "holds a zero byte");
	else if (c->text.len - c->at[c->n - 1] >= WK_PORT_LINE_MAX)
		fail_row(c, r, "is longer than 1 MiB, or its quote is never closed");
	if (r->state == WK_CSV_ROW)
		wk_buf_addc(&c->text, ch);
}

static void
quoted_byte(struct wk_csv *c, struct row *r)
{
	char ch = take(c);
	if (ch != '"')
		put_byte(c, r, ch);
	else if (c->p < c->end && *c->p == '"')
		put_byte(c, r, take(c));
	else
		r->is_quoted = false;
}

static void
plain_byte(struct wk_csv *c, struct row *r)
{
	char ch = take(c);
	if (ch == '\n')
		r->is_done = true;
	else if (ch == c->delimiter)
		begin_cell(c, r);
	else
		put_byte(c, r, ch);
}

enum wk_csv_row
wk_csv_next(struct wk_csv *c, struct wk_err *err)
{
	struct row r = { .state = WK_CSV_ROW, .err = err };
	if (c->p >= c->end)
		return WK_CSV_END;
	wk_buf_clear(&c->text);
	c->n = 0;
	c->line = c->next_line;
	begin_cell(c, &r);
	while (!r.is_done && c->p < c->end) {
		if (r.is_quoted)
			quoted_byte(c, &r);
		else
			plain_byte(c, &r);
	}
	if (r.is_quoted)
		fail_row(c, &r, "has a quote that is never closed");
	return r.state;
}

const char *
wk_csv_cell(const struct wk_csv *c, size_t i)
{
	return i < c->n ? c->text.p + c->at[i] : "";
}
