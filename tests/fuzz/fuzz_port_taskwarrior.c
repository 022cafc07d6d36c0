/* SPDX-License-Identifier: MIT */
/* Tasks with notes of start and stop. */
#include "fuzz_port.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_import(wk_port_taskwarrior, NULL, data, size);
	return 0;
}
