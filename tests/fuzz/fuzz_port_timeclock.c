/* SPDX-License-Identifier: MIT */
/* Clocked in, clocked out. */
#include "fuzz_port.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_import(wk_port_timeclock, NULL, data, size);
	return 0;
}
