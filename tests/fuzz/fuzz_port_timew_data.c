/* SPDX-License-Identifier: MIT */
/* Timewarrior's data files. */
#include "fuzz_port.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_import(wk_port_timew_data, NULL, data, size);
	return 0;
}
