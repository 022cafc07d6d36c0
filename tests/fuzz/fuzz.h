/* SPDX-License-Identifier: MIT */
/* What the fuzz targets share. FUZZ_CHECK is an assert that no build leaves out. */
#pragma once

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "wick/base.h"

#define FUZZ_CHECK(what) \
	do { \
		if (!(what)) { \
			(void)fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #what); \
			abort(); \
		} \
	} while (0)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A zone with gaps and folds, loaded once. */
static inline const struct wk_zone *
fuzz_zone(void)
{
	static struct wk_arena arena;
	static const struct wk_zone *zone;
	if (zone == NULL)
		FUZZ_CHECK(wk_zone_load("Europe/Berlin", &arena, &zone, NULL) == WK_OK);
	return zone;
}

/* The input as a C string of the arena: up to the first zero byte. */
static inline char *
fuzz_text(struct wk_arena *a, const uint8_t *data, size_t size)
{
	const void *nul = size > 0 ? memchr(data, 0, size) : NULL;
	size_t n = nul == NULL ? size : (size_t)((const uint8_t *)nul - data);
	return wk_arena_strndup(a, (const char *)data, n);
}
