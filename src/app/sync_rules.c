/* SPDX-License-Identifier: MIT */
/* What becomes of an answer: a table, and the wait before the next attempt. Every write
 * is idempotent, so whatever may pass is tried again; whatever can never succeed is put
 * aside, and never stands in the way of the rest. */
#include "share.h"

enum { FIRST_S = 30, LONGEST_S = 6 * 3600, ASKED_MAX_S = 24 * 3600,
	SPLAY_S = 6 * 3600 };

/* The first row that fits. code "": a problem document of any code; NULL: whatever
 * came. */
static const struct { int low, high; const char *code; enum wk_sync_act act; } rows[] = {
	{ 200, 201, NULL, WK_SYNC_DONE },
	{ 204, 204, NULL, WK_SYNC_DONE },
	{ 300, 399, NULL, WK_SYNC_PAUSE },
	{ 401, 401, NULL, WK_SYNC_PAUSE },
	{ 403, 403, NULL, WK_SYNC_PAUSE },
	{ 404, 404, "", WK_SYNC_PAUSE },
	{ 404, 404, NULL, WK_SYNC_RETRY },
	{ 408, 408, NULL, WK_SYNC_RETRY },
	{ 409, 409, "stale-rev", WK_SYNC_SUPERSEDED },
	{ 409, 409, "stale-gen", WK_SYNC_REREAD },
	{ 410, 410, "consent-withdrawn", WK_SYNC_WITHDRAWN },
	{ 422, 422, "no-consent", WK_SYNC_TELL },
	{ 425, 425, NULL, WK_SYNC_RETRY },
	{ 429, 429, NULL, WK_SYNC_HOLD },
	{ 400, 499, NULL, WK_SYNC_REFUSED },
	{ 503, 503, NULL, WK_SYNC_HOLD },
};

static bool
has_code(const char *want, const char *code)
{
	return want == NULL || (code != NULL && (*want == '\0' ||
	    strcmp(want, code) == 0));
}

enum wk_sync_act
wk_sync_judge(int status, const char *code, const char *transport)
{
	if (transport != NULL && strcmp(transport, "big") != 0)
		return strcmp(transport, "tls") == 0 || strcmp(transport, "request") == 0
		    ? WK_SYNC_PAUSE
		    : WK_SYNC_GONE;
	for (size_t i = 0; i < WK_LEN(rows); i++)
		if (status >= rows[i].low && status <= rows[i].high &&
		    has_code(rows[i].code, code))
			return rows[i].act;
	return WK_SYNC_RETRY;
}

int64_t
wk_sync_delay(int failures, uint32_t r, int64_t asked_s)
{
	int64_t s = FIRST_S;
	for (int i = 1; i < failures && s < LONGEST_S; i++)
		s *= 2;
	s = WK_MIN(s, LONGEST_S);
	s = s / 2 + s / 2 * (int64_t)(r % 1024) / 1023;
	return WK_MAX(s, WK_MIN(asked_s, (int64_t)ASKED_MAX_S));
}

int64_t
wk_sync_splay(const char *person)
{
	char hex[65];
	int64_t v = 0;
	wk_hash_sha256(person, strlen(person), hex);
	for (size_t i = 0; i < 8; i++)
		v = v * 16 + (hex[i] <= '9' ? hex[i] - '0' : hex[i] - 'a' + 10);
	return v % SPLAY_S;
}
