/* SPDX-License-Identifier: MIT */
/* A window over the stream: a word that its end cuts off is moved to the beginning and
 * read again with more behind it. */
#include "json_scan.h"

enum { BLOCK = 65536 };
#define WINDOW_MAX (WK_PORT_LINE_MAX + BLOCK)

enum class { OTHER, BLANK, MARK, QUOTE, BARE };
#define B BARE
static const unsigned char classes[256] = {
	['\t'] = BLANK, ['\n'] = BLANK, ['\r'] = BLANK, [' '] = BLANK, ['"'] = QUOTE,
	['{'] = MARK, ['}'] = MARK, ['['] = MARK, [']'] = MARK, [':'] = MARK,
	[','] = MARK, ['0'] = B, B, B, B, B, B, B, B, B, B, ['+'] = B, ['-'] = B,
	['.'] = B, ['E'] = B, ['a'] = B, ['e'] = B, B, ['l'] = B, ['n'] = B,
	['r'] = B, B, B, B,
};
#undef B

/* Bytes that do not just stand for themselves in a string. */
static const bool is_special[256] = {
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	['"'] = 1, ['\\'] = 1,
};

static const char ends_early[] = "the file ends in the middle of a value";

void
wk_json_scan_init(struct wk_json_scan *s, struct wk_port *port)
{
	*s = (struct wk_json_scan){ .port = port, .cap = 2 * BLOCK, .line = 1 };
	s->block = wk_mem_alloc(s->cap + 1);    /* a NUL behind an escaped string */
	s->p = s->end = s->counted = s->block;
	wk_buf_init(&s->decoded);
}

void
wk_json_scan_fini(struct wk_json_scan *s)
{
	wk_mem_free(s->block);
	wk_buf_fini(&s->decoded);
}

long
wk_json_scan_line(struct wk_json_scan *s)
{
	while (s->counted < s->p) {
		char *nl = memchr(s->counted, '\n', (size_t)(s->p - s->counted));
		s->line += nl != NULL;
		s->counted = nl == NULL ? s->p : nl + 1;
	}
	return s->line;
}

static bool
refuse(struct wk_json_scan *s, const char *why)
{
	s->refusal = why;
	return false;
}

/* More bytes behind end; p is the first that is still wanted, and may move. */
static bool
more(struct wk_json_scan *s)
{
	size_t kept = (size_t)(s->end - s->p);
	(void)wk_json_scan_line(s);
	if (s->is_last)
		return refuse(s, ends_early);
	if (kept > WK_PORT_LINE_MAX)
		return refuse(s, "a text is longer than 1 MiB");
	memmove(s->block, s->p, kept);
	if (s->cap - kept < BLOCK) {
		s->cap = WK_MIN(2 * s->cap, (size_t)WINDOW_MAX + BLOCK);
		s->block = wk_mem_realloc(s->block, s->cap + 1);
	}
	s->p = s->counted = s->block;
	size_t n = wk_port_read(s->port, s->block + kept, BLOCK);
	s->end = s->block + kept + n;
	s->is_last = n == 0;
	return n > 0 || refuse(s, ends_early);
}

bool
wk_json_scan_starts(struct wk_json_scan *s, const char *mark)
{
	size_t n = strlen(mark);
	while ((size_t)(s->end - s->p) < n && more(s))
		continue;
	return (size_t)(s->end - s->p) >= n && memcmp(s->p, mark, n) == 0;
}

/* From a quote to the one that ends the string; NULL: it is not in the window. from is
 * where to look on. */
static char *
closing_quote(const struct wk_json_scan *s, char *from)
{
	for (char *q = from; (q = memchr(q, '"', (size_t)(s->end - q))) != NULL; q++) {
		char *b = q;
		while (b > s->p + 1 && b[-1] == '\\')
			b--;
		if ((q - b) % 2 == 0)
			return q;
	}
	return NULL;
}

/* p is on the opening quote. */
static char *
find_quote(struct wk_json_scan *s)
{
	char *q;
	for (size_t seen = 1; (q = closing_quote(s, s->p + seen)) == NULL;) {
		size_t window = (size_t)(s->end - s->p);
		if (!more(s))
			return NULL;
		seen = WK_MAX(window, (size_t)1);
	}
	return q;
}

static bool
is_hex4(const char *p)
{
	for (int i = 0; i < 4; i++)
		if (!(p[i] >= '0' && p[i] <= '9') && !(p[i] >= 'a' && p[i] <= 'f') &&
		    !(p[i] >= 'A' && p[i] <= 'F'))
			return false;
	return true;
}

/* Escapes that JSON knows, no bytes below the blank. */
static bool
check_string(const char *p, const char *end, bool *has_escape)
{
	for (*has_escape = false; p < end; p++) {
		if ((unsigned char)*p < ' ')
			return false;
		if (*p != '\\')
			continue;
		*has_escape = true;
		p++;
		if (*p == 'u' && (end - p < 5 || !is_hex4(p + 1)))
			return false;
		if (*p == '\0' || strchr("\"\\/bfnrtu", *p) == NULL)
			return false;
	}
	return true;
}

/* Most strings are short and plain. */
static bool
take_plain(struct wk_json_scan *s)
{
	char *q = s->p + 1;
	while (q < s->end && !is_special[(unsigned char)*q])
		q++;
	if (q == s->end || *q != '"')
		return false;
	s->text = s->p + 1;
	s->len = (size_t)(q - s->text);
	s->p = q + 1;
	return true;
}

static bool
take_string(struct wk_json_scan *s)
{
	bool has_escape;
	char *q = find_quote(s);
	if (q == NULL)
		return false;
	s->text = s->p + 1;
	s->len = (size_t)(q - s->text);
	if (s->len > WK_PORT_LINE_MAX)
		return refuse(s, "a text is longer than 1 MiB");
	if (!check_string(s->text, q, &has_escape))
		return refuse(s, "a text with a byte or an escape that JSON has not got");
	if (has_escape) {
		char behind = q[1];
		q[1] = '\0';
		(void)wk_json_next_string(s->p, &s->decoded);
		q[1] = behind;
		s->text = s->decoded.p;
		s->len = s->decoded.len;
	}
	s->p = q + 1;
	return true;
}

/* Letters, digits and signs up to the next mark or blank. */
static bool
take_run(struct wk_json_scan *s)
{
	size_t n = 0;
	for (;;) {
		size_t window = (size_t)(s->end - s->p);
		while (n < window && classes[(unsigned char)s->p[n]] == BARE)
			n++;
		if (n < window || s->is_last)
			break;
		if (!more(s) && !s->is_last)
			return false;
	}
	s->refusal = NULL;
	s->text = s->p;
	s->len = n;
	s->p += n;
	return n > 0;
}

static size_t
digits(const char *p, const char *end)
{
	const char *from = p;
	while (p < end && *p >= '0' && *p <= '9')
		p++;
	return (size_t)(p - from);
}

static bool
is_numeral(const char *p, size_t len)
{
	const char *end = p + len;
	p += *p == '-';
	size_t n = digits(p, end);
	if (n == 0 || (n > 1 && *p == '0'))
		return false;
	p += n;
	if (p < end && *p == '.') {
		n = digits(p + 1, end);
		p += n + 1;
		if (n == 0)
			return false;
	}
	if (p < end && (*p == 'e' || *p == 'E')) {
		p += 1 + (p + 1 < end && (p[1] == '+' || p[1] == '-'));
		n = digits(p, end);
		p += n;
		if (n == 0)
			return false;
	}
	return p == end;
}

static enum wk_json_word
take_bare(struct wk_json_scan *s)
{
	static const char *const names[] = { "true", "false", "null" };
	if (!take_run(s))
		return refuse(s, s->refusal != NULL ? s->refusal : "this is not JSON"),
		    WK_JSON_BAD;
	if (*s->text < 'A')
		return is_numeral(s->text, s->len) ? WK_JSON_NUMERAL :
		    (refuse(s, "this is not JSON"), WK_JSON_BAD);
	for (size_t i = 0; i < WK_LEN(names); i++)
		if (strlen(names[i]) == s->len &&
		    memcmp(names[i], s->text, s->len) == 0)
			return WK_JSON_NAME;
	return refuse(s, "this is not JSON"), WK_JSON_BAD;
}

enum wk_json_word
wk_json_scan_next(struct wk_json_scan *s)
{
	while (s->p == s->end || classes[(unsigned char)*s->p] == BLANK) {
		if (s->p < s->end) {
			s->p++;
		} else if (!more(s)) {
			s->refusal = s->is_last ? NULL : s->refusal;
			return s->is_last ? WK_JSON_END : WK_JSON_BAD;
		}
	}
	switch (classes[(unsigned char)*s->p]) {
	case MARK:
		s->text = s->p++;
		s->len = 1;
		return WK_JSON_MARK;
	case QUOTE:
		return take_plain(s) || take_string(s) ? WK_JSON_STRING : WK_JSON_BAD;
	default:
		return take_bare(s);
	}
}

/* Bytes that mean something to what is passed over. */
static const bool is_mark[256] = { ['"'] = 1, ['{'] = 1, ['}'] = 1, ['['] = 1,
	[']'] = 1 };

bool
wk_json_scan_skip(struct wk_json_scan *s, char close, int depth_max)
{
	char closes[WK_PORT_DEPTH_MAX + 1] = { close };
	int depth = 1;
	while (depth > 0) {
		while (s->p < s->end && !is_mark[(unsigned char)*s->p])
			s->p++;
		if (s->p == s->end) {
			if (!more(s))
				return false;
			continue;
		}
		char c = *s->p;
		if (c == '"') {
			char *q = find_quote(s);
			if (q == NULL)
				return false;
			s->p = q + 1;
			continue;
		}
		s->p++;
		if (c == '}' || c == ']') {
			if (closes[--depth] != c)
				return refuse(s, "a bracket that closes another kind");
		} else if (depth > WK_MIN(depth_max, WK_PORT_DEPTH_MAX))
			return refuse(s, "nested deeper than 64");
		else
			closes[depth++] = c == '{' ? '}' : ']';
	}
	return true;
}
