/* SPDX-License-Identifier: MIT */
/* Time zones: names and rules that people type (first byte r), and files (first byte f).
 * Any zone that is taken gives offsets under a day and times that come back. */
#include "base/zone.h"
#include "fuzz.h"

static void
use_zone(const struct wk_zone *z)
{
	static const int64_t moments[] = { -4000000000, -1, 0, 951782400, 1774746000,
		1792893600, 7258118399 };
	for (size_t i = 0; i < WK_LEN(moments); i++) {
		int64_t first, second;
		int32_t off = wk_zone_offset(z, moments[i]);
		FUZZ_CHECK(off > -8 * 86400 && off < 8 * 86400);
		(void)wk_zone_local(z, moments[i] + off, &first, &second);
		FUZZ_CHECK(first <= second);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct wk_arena a;
	struct wk_buf bytes;
	struct wk_zone zone = { .name = "f" };
	const struct wk_zone *named;
	struct wk_err err = { 0 };
	if (size == 0)
		return 0;
	wk_arena_init(&a);
	wk_buf_init(&bytes);
	wk_buf_add(&bytes, data + 1, size - 1);
	if (*data == 'f' && wk_zone_read(&bytes, &a, &zone))
		use_zone(&zone);
	const char *name = fuzz_text(&a, data + 1, size - 1);
	if (*data == 'r' && wk_zone_load(name, &a, &named, &err) == WK_OK)
		use_zone(named);
	else if (*data == 'r')
		FUZZ_CHECK(err.msg[0] != '\0');
	wk_buf_fini(&bytes);
	wk_arena_fini(&a);
	return 0;
}
