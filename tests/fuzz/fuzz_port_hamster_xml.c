/* SPDX-License-Identifier: MIT */
/* hamster's report as XML. */
#include "fuzz_port.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_import(wk_port_hamster_xml, NULL, data, size);
	return 0;
}
