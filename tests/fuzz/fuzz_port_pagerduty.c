/* SPDX-License-Identifier: MIT */
/* Saved answers of PagerDuty, as one person among several. */
#include "fuzz_port.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_import(wk_port_pagerduty, NULL, data, size);
	fuzz_import(wk_port_pagerduty, "me=PA1,me=Ann Example", data, size);
	return 0;
}
