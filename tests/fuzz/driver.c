/* SPDX-License-Identifier: MIT */
/* The short form of a fuzz campaign: every file of the corpus as it is, then the same
 * mutations of it every time (flipped, cut, doubled and spliced bytes).
 * usage: TARGET ROUNDS FILE... */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { SIZE_MAX_BYTES = 64 * 1024 };
static uint64_t seed = 20261120;

static size_t
rnd(size_t below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return below ? seed % below : 0;
}

static size_t
mutate(uint8_t *p, size_t n)
{
	static const char likely[] = "\"',;:-+{}[]#\n\r\t\0 0129TZ\xff\xc3\xe2";
	size_t at = rnd(n), len = 1 + rnd(8);
	switch (rnd(5)) {
	case 0:
		if (n)
			p[at] ^= (uint8_t)(1u << rnd(8));
		return n;
	case 1:
		if (n)
			p[at] = (uint8_t)likely[rnd(sizeof likely)];
		return n;
	case 2:
		return at;
	case 3:
		if (at + len > n)
			return n;
		memmove(p + at, p + at + len, n - at - len);
		return n - len;
	default:
		if (at + len > n || n + len > SIZE_MAX_BYTES)
			return n;
		memmove(p + at + len, p + at, n - at);
		return n + len;
	}
}

static void
one(const uint8_t *data, size_t n)
{
	uint8_t *exact = malloc(n ? n : 1);  /* a sanitizer sees a read past its end */
	if (!exact)
		exit(1);
	memcpy(exact, data, n);
	LLVMFuzzerTestOneInput(exact, n);
	free(exact);
}

int
main(int argc, char **argv)
{
	static uint8_t whole[SIZE_MAX_BYTES], work[SIZE_MAX_BYTES];
	long rounds = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
	for (int i = 2; i < argc; i++) {
		FILE *f = fopen(argv[i], "rb");
		if (!f) {
			perror(argv[i]);
			return 1;
		}
		size_t n = fread(whole, 1, sizeof whole, f);
		fclose(f);
		one(whole, n);
		for (long r = 0; r < rounds; r++) {
			size_t m = n;
			memcpy(work, whole, n);
			for (size_t k = 1 + rnd(6); k; k--)
				m = mutate(work, m);
			one(work, m);
		}
	}
	return 0;
}
