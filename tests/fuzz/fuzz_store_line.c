/* SPDX-License-Identifier: MIT */
/* JSON Lines, as the store reads them. What it takes keeps the store's own ranges. */
#include <math.h>

#include "fuzz_port.h"

static void
check_event(const struct wk_event *e)
{
	const struct wk_fact *f = &e->fact;
	FUZZ_CHECK(f->start != WK_TIME_NONE || f->d != WK_DATE_NONE);
	if (f->start != WK_TIME_NONE && f->end != WK_TIME_NONE)
		FUZZ_CHECK(f->end >= f->start);
	FUZZ_CHECK(isnan(f->minutes) || (f->minutes >= 0 && f->minutes <= 10080));
	FUZZ_CHECK(isnan(f->dur_h) || f->dur_h >= 0);
	FUZZ_CHECK(f->severity >= -1 && f->severity <= 5);
	FUZZ_CHECK(e->tags == NULL || e->tags[0] == '[');
	FUZZ_CHECK(e->meta == NULL || e->meta[0] == '{');
}

static void
check_line(const char *p, size_t n)
{
	struct wk_arena a;
	struct wk_line line;
	struct wk_err err = { 0 };
	wk_arena_init(&a);
	enum wk_rc rc = wk_store_line_parse(fuzz_store(), p, n, fuzz_zone(), &a, &line,
	    &err);
	FUZZ_CHECK(rc == WK_OK || rc == WK_ERR_INPUT);
	FUZZ_CHECK(rc == WK_OK || err.msg[0] != '\0');
	if (rc == WK_OK && line.type == WK_LINE_EVENT)
		check_event(&line.event);
	wk_arena_fini(&a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *p = (const char *)data, *end = p + size;
	while (p < end) {
		const char *nl = memchr(p, '\n', (size_t)(end - p));
		size_t n = nl == NULL ? (size_t)(end - p) : (size_t)(nl - p);
		check_line(p, n);
		p += n + (nl != NULL);
	}
	return 0;
}
