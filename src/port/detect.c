/* SPDX-License-Identifier: MIT */
/* Which format is it? From the first bytes alone; a name tells nothing (standard
 * input). */
#include "zip.h"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void
skip_blanks(const char **p, size_t *n)
{
	while (*n > 0 && is_blank(**p)) {
		++*p;
		--*n;
	}
}

static bool
begins(const char *p, size_t n, const char *with)
{
	return n >= strlen(with) && memcmp(p, with, strlen(with)) == 0;
}

bool
wk_port_detect_timew_data(const char *p, size_t n)
{
	skip_blanks(&p, &n);
	int64_t utc;
	return begins(p, n, "inc ") && n >= 20 && wk_port_timew_time(p + 4, 16, &utc);
}

/* A list, empty or of objects with a start in timew's spelling. */
bool
wk_port_detect_timew_json(const char *p, size_t n)
{
	skip_blanks(&p, &n);
	if (n == 0 || *p != '[')
		return false;
	p++, n--;
	skip_blanks(&p, &n);
	if (begins(p, n, "]"))
		return true;
	if (memmem(p, n, "\"urgency\"", 9) != NULL)
		return false;           /* taskwarrior's tasks have a start too */
	const char *start = n > 0 && *p == '{' ? memmem(p, n, "\"start\"", 7) : NULL;
	if (start == NULL)
		return false;
	n -= (size_t)(start - p) + 7;
	p = start + 7;
	skip_blanks(&p, &n);
	if (!begins(p, n, ":"))
		return false;
	p++, n--;
	skip_blanks(&p, &n);
	int64_t utc;
	return n >= 17 && *p == '"' && wk_port_timew_time(p + 1, 16, &utc);
}

bool
wk_port_detect_pagerduty(const char *p, size_t n)
{
	static const char *const words[] = { "_log_entry\"", "\"incident_number\"",
		"\"escalation_level\"", "\"rendered_schedule_entries\"",
		"\"incidents\": []", "\"incidents\":[]" };
	skip_blanks(&p, &n);
	if (n == 0 || (*p != '{' && *p != '['))
		return false;
	for (size_t k = 0; k < WK_LEN(words); k++)
		if (memmem(p, n, words[k], strlen(words[k])) != NULL)
			return true;
	return false;
}

static void
put_names(const char *p, size_t n, struct wk_buf *out)
{
	size_t count;
	const struct wk_port_importer *imp = wk_port_importers(&count);
	const char *last = NULL;
	for (size_t i = 0; i < count; i++) {
		if ((last != NULL && strcmp(last, imp[i].name) == 0) ||
		    !imp[i].detect(p, n))
			continue;
		last = imp[i].name;
		wk_buf_adds(out, last);
		wk_buf_addc(out, '\n');
	}
}

void
wk_port_detect_put(const char *p, size_t n, struct wk_buf *out)
{
	struct wk_buf wide;
	wk_buf_init(&wide);
	if (wk_zip_is(p, n))
		wk_zip_detect(p, n, out);
	else if (wk_port_from_utf16(p, n, &wide))
		put_names(wide.p, wide.len, out);
	else if (begins(p, n, "\xef\xbb\xbf"))
		put_names(p + 3, n - 3, out);
	else
		put_names(p, n, out);
	wk_buf_fini(&wide);
}
