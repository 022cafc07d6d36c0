/* SPDX-License-Identifier: MIT */
/* The dates of git log, by --date: default, rfc, iso, iso-strict and raw. Those without
 * an offset (local, unix, relative, short) are refused: when it was is not known. */
#include "git.h"

enum { DAY_S = 86400 };

bool
git_read_offset(const struct wk_scan *f, int32_t *off)
{
	struct wk_scan s = *f;
	if (s.end - s.p > 5)
		s.p = s.end - 5;
	return wk_scan_offset(&s, off);
}

bool
git_read_epoch(const struct wk_scan *f, int64_t *out)
{
	char text[24] = { 0 };
	long v;
	size_t n = (size_t)(f->end - f->p);
	if (n == 0 || n >= sizeof(text))
		return false;
	memcpy(text, f->p, n);
	if (!wk_text_parse_int(text, INT32_MIN, 1L << 40, &v))
		return false;
	*out = v;
	return true;
}

/* Git's own words, which no language changes. */
static bool
read_month(struct wk_scan *s, int *month)
{
	static const char names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	wk_scan_blanks(s);
	for (int i = 0; s->end - s->p >= 3 && i < 12; i++)
		if (memcmp(s->p, names + (ptrdiff_t)3 * i, 3) == 0) {
			s->p += 3;
			*month = i + 1;
			return true;
		}
	return false;
}

static bool
read_number(struct wk_scan *s, int max, int *out)
{
	wk_scan_blanks(s);
	return wk_scan_digits(s, max, out);
}

/* "Oct 24 23:30:00 2026" behind the weekday, or "24 Oct 2026 23:30:00". */
static bool
read_words(struct wk_scan *s, int64_t *wall)
{
	int y, m, d, seconds;
	char iso[40];
	wk_date day;
	bool is_rfc = wk_scan_char(s, ',');
	bool ok = is_rfc ? read_number(s, 2, &d) && read_month(s, &m) &&
	    read_number(s, 4, &y) : read_month(s, &m) && read_number(s, 2, &d);
	wk_scan_blanks(s);
	ok = ok && wk_scan_clock(s, &seconds) && (is_rfc || read_number(s, 4, &y));
	if (!ok)
		return false;
	(void)snprintf(iso, sizeof(iso), "%04d-%02d-%02d", y, m, d);
	if (!wk_date_parse_iso(iso, &day))
		return false;
	*wall = (int64_t)day * DAY_S + seconds;
	return true;
}

/* A weekday and the rest. */
static bool
parse_words(const struct wk_scan *f, struct git_commit *out)
{
	struct wk_scan s = *f;
	int64_t wall;
	if (s.end - s.p < 20)
		return false;
	s.p += 3;
	if (!read_words(&s, &wall))
		return false;
	wk_scan_blanks(&s);
	if (!wk_scan_offset(&s, &out->off) || s.p != s.end)
		return false;
	out->at = wall - out->off;
	return true;
}

static bool
parse_raw(const struct wk_scan *f, struct git_commit *out)
{
	struct wk_scan seconds = *f;
	const char *blank = memchr(f->p, ' ', (size_t)(f->end - f->p));
	if (blank == NULL)
		return false;
	seconds.end = blank;
	return git_read_epoch(&seconds, &out->at) && f->end - blank == 6 &&
	    git_read_offset(f, &out->off);
}

bool
git_parse_date(const char *p, size_t n, struct git_commit *out)
{
	struct wk_scan f;
	char text[48] = { 0 };
	bool is_known;
	wk_scan_init(&f, p, n);
	wk_scan_blanks(&f);
	while (f.end > f.p && f.end[-1] == ' ')
		f.end--;
	n = (size_t)(f.end - f.p);
	if (n == 0 || n >= sizeof(text))
		return false;
	memcpy(text, f.p, n);
	if (parse_raw(&f, out) || parse_words(&f, out))
		return true;
	return wk_zone_parse_iso(text, &out->at, &out->off, &is_known) && is_known;
}
