/* SPDX-License-Identifier: MIT */
/* gtimelog's lines. */
#include "fuzz_port.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_import(wk_port_gtimelog, NULL, data, size);
	return 0;
}
