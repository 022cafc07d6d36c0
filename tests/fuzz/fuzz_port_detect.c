/* SPDX-License-Identifier: MIT */
/* Which format is it, and then that format by its name. */
#include "fuzz_port.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct wk_buf names;
	struct wk_port port;
	wk_buf_init(&names);
	wk_port_detect_put((const char *)data, size, &names);
	char *nl = strchr(names.p, '\n');
	if (nl != NULL) {
		*nl = '\0';
		wk_port_init(&port, (const char *)data, size, -1);
		port.zone = fuzz_zone();
		FUZZ_CHECK(wk_port_run(&port, names.p));
		wk_port_fini(&port);
	}
	wk_buf_fini(&names);
	return 0;
}
