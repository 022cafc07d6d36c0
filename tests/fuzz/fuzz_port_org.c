/* SPDX-License-Identifier: MIT */
/* Org mode's clocks. */
#include "fuzz_port.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_import(wk_port_org, NULL, data, size);
	return 0;
}
