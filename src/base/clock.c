/* SPDX-License-Identifier: MIT */
/* The only reader of the time. */
#include "wick/base.h"

#include <time.h>

enum wk_rc
wk_clock_now(const char *fixed, const struct wk_zone *z, int64_t *utc, struct wk_err *err)
{
	if (!fixed) {
		struct timespec now;
		clock_gettime(CLOCK_REALTIME, &now);
		*utc = now.tv_sec;
		return WK_OK;
	}
	int64_t at;
	int32_t off;
	bool off_known;
	if (!wk_zone_parse_iso(fixed, &at, &off, &off_known))
		return wk_fail(err, WK_ERR_INPUT,
		    "\"%.40s\" is not a time; write 2026-11-20T18:00 or with "
		    "+01:00 behind it",
		    fixed);
	*utc = off_known ? at : wk_zone_start(z, at, NULL);
	return WK_OK;
}

int64_t
wk_clock_mono_us(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int64_t
wk_clock_mono_ms(void)
{
	return wk_clock_mono_us() / 1000;
}
