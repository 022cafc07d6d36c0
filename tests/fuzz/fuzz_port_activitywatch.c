/* SPDX-License-Identifier: MIT */
/* Buckets of presence. */
#include "fuzz_port.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_import(wk_port_activitywatch, NULL, data, size);
	return 0;
}
