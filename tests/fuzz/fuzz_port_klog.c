/* SPDX-License-Identifier: MIT */
/* klog's records. */
#include "fuzz_port.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_import(wk_port_klog, NULL, data, size);
	return 0;
}
