/* SPDX-License-Identifier: MIT */
/* Databases of other programs. The importer may change the bytes in hand: a copy. */
#include "fuzz_port.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void (*const runs[])(struct wk_port *) = { wk_port_hamster,
		wk_port_health_connect, wk_port_gadgetbridge };
	for (size_t i = 0; i < WK_LEN(runs); i++) {
		uint8_t *copy = wk_mem_alloc(size + 1);
		memcpy(copy, data, size);
		fuzz_import(runs[i], NULL, copy, size);
		wk_mem_free(copy);
	}
	return 0;
}
