/* SPDX-License-Identifier: MIT */
/* The configuration file: read, every entry tried as a setting, and one value replaced:
 * what was written is what is read then. */
#include "conf/internal.h"
#include "fuzz.h"

/* A value that is taken reads the same when it is written and read again. */
static void
try_setting(const struct wk_ini_entry *e, struct wk_conf *c, struct wk_arena *a)
{
	struct wk_setting s;
	struct wk_err err = { 0 };
	struct wk_buf once, twice;
	if (!setting_find(e->section, e->key, a, &s)) {
		(void)setting_nearest(e->key, a);
		return;
	}
	if (setting_parse(&s, e->value, c, &err) != WK_OK) {
		FUZZ_CHECK(err.msg[0] != '\0');
		return;
	}
	wk_buf_init(&once);
	wk_buf_init(&twice);
	setting_format(&s, c, &once);
	FUZZ_CHECK(setting_parse(&s, once.p, c, &err) == WK_OK);
	setting_format(&s, c, &twice);
	FUZZ_CHECK(strcmp(once.p, twice.p) == 0);
	wk_buf_fini(&once);
	wk_buf_fini(&twice);
}

static void
try_replace(const uint8_t *data, size_t size, const struct wk_ini *ini,
    struct wk_arena *a)
{
	struct wk_buf old, new;
	struct wk_ini again;
	const char *found = NULL;
	wk_buf_init(&old);
	wk_buf_init(&new);
	wk_buf_add(&old, data, size);
	ini_replace(&old, ini, "ui.theme", "ember", &new);
	FUZZ_CHECK(wk_ini_parse(new.p, new.len, "new", a, &again, NULL) == WK_OK);
	for (size_t i = 0; i < again.n; i++)
		if (strcmp(again.v[i].section, "ui") == 0 &&
		    strcmp(again.v[i].key, "theme") == 0)
			found = again.v[i].value;
	FUZZ_CHECK(found != NULL && strcmp(found, "ember") == 0);
	wk_buf_fini(&old);
	wk_buf_fini(&new);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct wk_arena a;
	struct wk_ini ini;
	struct wk_conf c;
	struct wk_err err = { 0 };
	wk_arena_init(&a);
	if (wk_ini_parse((const char *)data, size, "f", &a, &ini, &err) != WK_OK) {
		FUZZ_CHECK(strncmp(err.msg, "f:", 2) == 0);
		wk_arena_fini(&a);
		return 0;
	}
	wk_conf_defaults(&c);
	for (size_t i = 0; i < ini.n; i++)
		try_setting(&ini.v[i], &c, &a);
	try_replace(data, size, &ini, &a);
	wk_conf_fini(&c);
	wk_arena_fini(&a);
	return 0;
}
