/* SPDX-License-Identifier: MIT */
/* keys.ini: whatever it says, help and the ways out keep their keys, letters stay text in
 * forms, and every name that is printed can be read back. */
#include "fuzz.h"
#include "tui/keymap.h"
#include "tui/term.h"

static void
hear(void *ctx, const char *what)
{
	FUZZ_CHECK(strncmp(what, "keys.ini:", 9) == 0);
	*(size_t *)ctx += strlen(what);
}

static void
check_keys(const struct wk_keymap *m)
{
	static const struct { uint32_t key; enum wk_action a; } fixed[] = {
		{ '?', WK_ACT_HELP }, { WK_KEY_ESC, WK_ACT_ESCAPE },
		{ 3, WK_ACT_INTERRUPT }, { 26, WK_ACT_SUSPEND },
	};
	for (size_t i = 0; i < WK_LEN(fixed); i++)
		FUZZ_CHECK(wk_keymap_find(m, "home", false, fixed[i].key) == fixed[i].a);
	for (uint32_t c = '!'; c <= '~'; c++)
		FUZZ_CHECK(wk_keymap_find(m, "day", true, c) == WK_ACT_NONE);
	for (size_t i = 0; i < m->n; i++)
		for (const char *p = m->v[i].keys; *p != '\0'; p += *p == ' ') {
			size_t n = strcspn(p, " ");
			FUZZ_CHECK(wk_keys_parse(p, n) != 0);
			p += n;
		}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct wk_arena a;
	struct wk_keymap m;
	size_t said = 0;
	wk_arena_init(&a);
	wk_keymap_init(&m, &a);
	wk_keymap_read(&m, (const char *)data, size, &a, hear, &said);
	check_keys(&m);
	wk_arena_fini(&a);
	return 0;
}
