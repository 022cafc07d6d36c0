/* SPDX-License-Identifier: MIT */
/* Heartbeats of an editor. */
#include "fuzz_port.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_import(wk_port_wakatime, NULL, data, size);
	return 0;
}
