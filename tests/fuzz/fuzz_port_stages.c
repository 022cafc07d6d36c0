/* SPDX-License-Identifier: MIT */
/* Tables of the stages of nights. */
#include "fuzz_port.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_import(wk_port_stages, NULL, data, size);
	return 0;
}
