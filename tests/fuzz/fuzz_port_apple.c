/* SPDX-License-Identifier: MIT */
/* Apple Health's XML. */
#include "fuzz_port.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_import(wk_port_apple, NULL, data, size);
	return 0;
}
