/* SPDX-License-Identifier: MIT */
/* Sources that are rows of a table: the first byte says which, the rest is the file. */
#include "fuzz_port.h"

#define X(word, name) wk_port_##word,
static void (*const formats[])(struct wk_port *port) = { WK_PORT_ROWS(X) };
#undef X

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size > 0)
		fuzz_import(formats[data[0] % WK_LEN(formats)], NULL, data + 1, size - 1);
	return 0;
}
