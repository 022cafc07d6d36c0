/* SPDX-License-Identifier: MIT */
/* Signs, colours and wrapping for text that people read. The sign and the word always
 * stand beside the colour, so nothing is told by colour alone. */
#include "internal.h"

#include <assert.h>

#define WRAP_COLS 78
#define LEAST_COLS 8

static const struct wk_paint none = { 0 };
static const struct wk_paint plain = { .is_plain = true };
static const struct wk_paint ansi = {
	.band = { [WK_BAND_CALM] = "\033[32m", [WK_BAND_WATCH] = "\033[33m",
	    [WK_BAND_STRAINED] = "\033[38;5;208m", [WK_BAND_SEVERE] = "\033[1;31m" },
	.dim = "\033[2m",
	.bold = "\033[1m",
	.bad = "\033[31m",
	.ok = "\033[32m",
	.off = "\033[0m",
};
static const char *const signs[] = {
	[WK_BAND_CALM] = "=",
	[WK_BAND_WATCH] = "▲",
	[WK_BAND_STRAINED] = "▲▲",
	[WK_BAND_SEVERE] = "!!",
};
static_assert(WK_LEN(signs) == WK_BAND_COUNT, "one sign per band");

const struct wk_paint *
wk_paint_none(void)
{
	return &none;
}

const struct wk_paint *
wk_paint_ansi(void)
{
	return &ansi;
}

const struct wk_paint *
wk_paint_plain(void)
{
	return &plain;
}

bool
wk_render_is_plain(const struct wk_paint *p)
{
	return p != NULL && p->is_plain;
}

void
wk_render_paint(struct wk_buf *b, const struct wk_paint *p, const char *seq,
    const char *text)
{
	bool is_painted = p != NULL && seq != NULL && p->off != NULL;

	if (is_painted)
		wk_buf_adds(b, seq);
	wk_buf_adds(b, text);
	if (is_painted)
		wk_buf_adds(b, p->off);
}

const char *
wk_render_sign(enum wk_band band)
{
	return signs[band];
}

double
wk_render_confidence(double c)
{
	return floor(c * 100 + 1e-9) / 100;
}

bool
wk_render_is_known(const struct wk_strain *x)
{
	return wk_confidence_of(x->confidence) != WK_CONF_STALE;
}

bool
wk_render_is_scaled(const struct wk_strain *x)
{
	double sum = 0;

	for (size_t k = 0; k < WK_PART_COUNT; k++)
		sum += x->p[k];
	return sum > 100;
}

void
wk_render_put_band(struct wk_buf *b, const struct wk_strain *x, bool is_known,
    const struct wk_paint *p)
{
	char words[48];

	if (wk_render_is_plain(p)) {
		wk_buf_adds(b, is_known ? wk_band_name(x->band) : "not enough known");
		return;
	}
	if (!is_known) {
		wk_render_paint(b, p, p == NULL ? NULL : p->dim, "? not enough known");
		return;
	}
	snprintf(words, sizeof(words), "%s %s", signs[x->band], wk_band_name(x->band));
	wk_render_paint(b, p, p == NULL ? NULL : p->band[x->band], words);
}

int
wk_render_tenths(double v)
{
	return (int)lround(v * 10);
}

void
wk_render_put_tenths(struct wk_buf *b, int tenths, bool with_sign)
{
	int v = tenths < 0 ? -tenths : tenths;

	wk_buf_addf(b, "%s%d.%d", tenths < 0 ? "-" : with_sign && tenths > 0 ? "+" :
	    "", v / 10, v % 10);
}

void
wk_render_put_range(struct wk_buf *b, const struct wk_strain *x, const char *to)
{
	int low = wk_render_tenths(x->low), high = wk_render_tenths(x->high);

	wk_buf_addf(b, "%d%s%d", low / 10, to, (high + 9) / 10);
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A number stays with its unit ("8 h", "45 min", "25 %") or month, hours with their
 * minutes. */
static bool
is_glued(const char *text, size_t len)
{
	const char *next = text + len + 1;
	size_t size = text[len] == ' ' ? strcspn(next, " ,;.)") : 0;

	if (size == 0)
		return false;
	if (is_digit(text[len - 1]))
		return (size == 1 && (*next == 'h' || *next == '%')) ||
		    (size == 3 && (strncmp(next, "min", 3) == 0 ||
		    (*next >= 'A' && *next <= 'Z')));
	return len >= 3 && memcmp(text + len - 2, " h", 2) == 0 && size == 2 &&
	    is_digit(next[0]) && is_digit(next[1]);
}

/* Bytes of the next piece that may stand on a line of its own: a word, a number with its
 * unit, or as much of a word that is longer than a line as fits one. */
static size_t
piece(const char *text, size_t cols)
{
	size_t len = strcspn(text, " "), fit, used;
	uint32_t cp;

	while (len > 0 && is_glued(text, len))
		len += 1 + strcspn(text + len + 1, " ");

	/* no character takes more columns than bytes */
	fit = len <= cols ? len : wk_text_fit(text, cols);
	if (fit >= len)
		return len;
	used = wk_text_utf8_next(text, len, &cp);
	return WK_MAX(fit, used);
}

void
wk_render_wrap(struct wk_buf *b, const char *text, size_t col, size_t indent)
{
	size_t room = indent + LEAST_COLS < WRAP_COLS ? WRAP_COLS - indent : LEAST_COLS;
	size_t gap = 0;

	for (text += strspn(text, " "); *text != '\0';) {
		size_t len = piece(text, room), width = wk_text_width_of(text, len);

		if (col > indent && col + gap + width > WRAP_COLS) {
			wk_buf_addc(b, '\n');
			wk_buf_fill(b, ' ', indent);
			col = indent;
			gap = 0;
		}
		if (gap > 0)
			wk_buf_addc(b, ' ');
		wk_buf_add(b, text, len);
		col += gap + width;
		text += len;
		gap = *text == ' ';
		text += strspn(text, " ");
	}
	wk_buf_addc(b, '\n');
}
