/* SPDX-License-Identifier: MIT */
/* Spreadsheets with --map: the first line is the map, the rest the file. */
#include "fuzz_port.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *nl = size > 0 ? memchr(data, '\n', size) : NULL;
	struct wk_arena a;
	if (nl == NULL)
		return 0;
	wk_arena_init(&a);
	const char *map = fuzz_text(&a, data, (size_t)(nl - data));
	fuzz_import(wk_port_csv, map, nl + 1, size - (size_t)(nl + 1 - data));
	wk_arena_fini(&a);
	return 0;
}
