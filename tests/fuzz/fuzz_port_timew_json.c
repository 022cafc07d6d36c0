/* SPDX-License-Identifier: MIT */
/* timew export. */
#include "fuzz_port.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_import(wk_port_timew_json, NULL, data, size);
	return 0;
}
