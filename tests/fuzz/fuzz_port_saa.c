/* SPDX-License-Identifier: MIT */
/* Sleep as Android's table of tables. */
#include "fuzz_port.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_import(wk_port_saa, NULL, data, size);
	return 0;
}
