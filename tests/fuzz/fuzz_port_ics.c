/* SPDX-License-Identifier: MIT */
/* Calendars: by their words, and as one person's shifts. */
#include "fuzz_port.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static bool is_ready;
	struct wk_arena a;
	struct wk_port port;
	wk_arena_init(&a);
	if (!is_ready) {
		wk_port_init(&port, "", 0, -1);
		port.zone = fuzz_zone();
		(void)wk_port_prepare(&port, "ics", &a);
		wk_port_fini(&port);
		is_ready = true;
	}
	fuzz_import(wk_port_ics, NULL, data, size);
	fuzz_import(wk_port_ics, "me=ann,as=oncall", data, size);
	wk_arena_fini(&a);
	return 0;
}
