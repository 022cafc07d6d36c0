/* SPDX-License-Identifier: MIT */
/* Numbers against printf: by chance, at ties and beside them, at the ends of the
 * range. */
#include "cm.h"

#include "wick/base.h"

#include <float.h>
#include <math.h>

enum { ROUNDS = 1000000, DECIMALS = 10 };

static uint64_t
chance(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return *seed;
}

static void
same(double v, int decimals)
{
	char want[WK_TEXT_FIXED], got[WK_TEXT_FIXED];
	int n = snprintf(want, sizeof(want), "%.*f", decimals, v);
	size_t size = wk_text_fixed(got, v, decimals);
	if (size != (size_t)n || memcmp(got, want, size) != 0)
		fail_msg("%a with %d decimals: \"%.*s\", not \"%s\"", v, decimals,
		    (int)size, got, want);
	if (strchr(want, '.') != NULL) {
		while (want[n - 1] == '0')
			n--;
		n -= want[n - 1] == '.';
	}
	want[n] = '\0';
	const char *short_want = strcmp(want, "-0") == 0 ? "0" : want;
	size = wk_text_number(got, v, decimals);
	if (size != strlen(short_want) || memcmp(got, short_want, size) != 0)
		fail_msg("%a in short with %d: \"%.*s\", not \"%s\"", v, decimals,
		    (int)size, got, short_want);
}

static void
by_chance(void **state)
{
	(void)state;
	uint64_t seed = 20261120, bits;
	for (int k = 0; k < ROUNDS; k++) {
		int decimals = (int)(chance(&seed) % DECIMALS);
		double v = ldexp((double)(int64_t)chance(&seed),
		    -(20 + (int)(chance(&seed) % 60)));
		same(v, decimals);
		if (k % 8 != 0)
			continue;
		bits = chance(&seed);   /* any double there is */
		memcpy(&v, &bits, sizeof(v));
		same(v, decimals);
	}
}

/* Halves that a double holds, halves that it cannot, and what lies on either side. */
static void
at_ties(void **state)
{
	(void)state;
	uint64_t seed = 7;
	for (int k = 0; k < ROUNDS / 8; k++) {
		int decimals = (int)(chance(&seed) % DECIMALS);
		double units = (double)(chance(&seed) % 2000000) + 0.5;
		double v = (k % 2 ? 1 : -1) * units / pow(10, decimals);
		double exact = (double)(int64_t)(chance(&seed) % 4096) / 64;
		same(v, decimals);
		same(nextafter(v, INFINITY), decimals);
		same(nextafter(v, -INFINITY), decimals);
		same(exact, decimals);
	}
}

static void
at_the_ends(void **state)
{
	(void)state;
	static const double v[] = { 0, -0.0, NAN, INFINITY, -INFINITY, DBL_MIN,
		-DBL_TRUE_MIN, DBL_MAX, -DBL_MAX, 0.5, 1.5, 2.5, -0.5, 0.05, 0.125, 0.375,
		1e9, 999999999.9999999, 4e15, 4503599627370497.5, 9007199254740994,
		18446744073709551616.0, 3999999.9999999995, 4000000.0000000005 };
	for (size_t k = 0; k < WK_LEN(v); k++)
		for (int decimals = 0; decimals < DECIMALS + 8; decimals++)
			same(v[k], decimals);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(by_chance),
		cmocka_unit_test(at_ties), cmocka_unit_test(at_the_ends) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
