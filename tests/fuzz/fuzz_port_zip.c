/* SPDX-License-Identifier: MIT */
/* Archives, whatever stands in their headers. */
#include "fuzz_port.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const formats[] = { "apple-health", "fitbit" };
	for (size_t i = 0; i < WK_LEN(formats); i++) {
		struct wk_port port;
		wk_port_init(&port, (const char *)data, size, -1);
		port.zone = fuzz_zone();
		FUZZ_CHECK(wk_port_run(&port, formats[i]));
		wk_port_fini(&port);
	}
	return 0;
}
