/* SPDX-License-Identifier: MIT */
/* A history of commits. */
#include "fuzz_port.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_import(wk_port_git, NULL, data, size);
	return 0;
}
