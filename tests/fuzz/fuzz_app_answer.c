/* SPDX-License-Identifier: MIT */
/* What a hub, or somebody on the way to it, answers: read as the client does, judged, put
 * in words. The first two bytes are the status, the rest is the body; and the whole once
 * more in the place of what wick-net prints. */
#include "app/share.h"
#include "fuzz_port.h"

static void
judge(struct wk_app *app, const char *json, struct wk_arena *a)
{
	struct wk_net_said said = { 0 };
	struct wk_err err = { 0 };
	const char **items, *week = NULL;
	size_t n = 0;
	int64_t rev;
	if (wk_app_net_read(app, json, a, &said, &err) != WK_OK) {
		FUZZ_CHECK(err.msg[0] != '\0');
		return;
	}
	FUZZ_CHECK(!said.is_json || said.body[0] == '{');
	FUZZ_CHECK(said.code == NULL || (said.is_json && said.status >= 400));
	FUZZ_CHECK(wk_app_net_words(&said, a)[0] != '\0');
	enum wk_sync_act act = wk_sync_judge(said.status, said.code, said.transport);
	FUZZ_CHECK(act <= WK_SYNC_REFUSED);
	FUZZ_CHECK(act != WK_SYNC_DONE || (said.status >= 200 && said.status < 300));
	if (!said.is_json)
		return;
	FUZZ_CHECK(wk_app_json_int(app, said.body, "$.rev", a, &rev, &err) == WK_OK);
	FUZZ_CHECK(wk_store_json_each(app->store, said.body, "$.items", a, &items, &n,
	    &err) == WK_OK);
	for (size_t i = 0; i < n; i++)
		FUZZ_CHECK(wk_store_json_get(app->store, items[i], "$.week", a, &week,
		    &err) == WK_OK);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct wk_app app = { .store = fuzz_store() };
	struct wk_arena a;
	struct wk_buf text, json;
	if (size < 2)
		return 0;
	wk_arena_init(&a);
	wk_buf_init(&text);
	wk_buf_init(&json);
	wk_buf_add(&text, data, size);
	judge(&app, text.p, &a);
	wk_buf_addf(&json, "{\"ok\":true,\"status\":%d,\"body\":",
	    (data[0] * 256 + data[1]) % 700);
	wk_json_put_string(&json, text.p + 2);
	wk_buf_adds(&json, "}");
	judge(&app, json.p, &a);
	wk_buf_fini(&json);
	wk_buf_fini(&text);
	wk_arena_fini(&a);
	return 0;
}
