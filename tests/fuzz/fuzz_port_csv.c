/* SPDX-License-Identifier: MIT */
/* Spreadsheets whose header tells what they are. */
#include "fuzz_port.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_import(wk_port_csv, NULL, data, size);
	return 0;
}
