/* SPDX-License-Identifier: MIT */
/* Bodies that the hub gets: gunzipped with a bound, read as JSON, as a week and as a
 * consent. A week that is taken reads the same when its view is read again. */
#include "fuzz.h"
#include "hub/api.h"

enum { LIMIT = 65536 };

static void
try_week(const json_t *o)
{
	struct wk_hub_op op = { 0 };
	struct doc_error e = { 0 };
	struct wk_buf view;
	struct wk_err err;
	json_t *again;

	if (!doc_week(o, &op, &e)) {
		FUZZ_CHECK(e.detail[0] != '\0' && (e.pointer[0] == '/' ||
		    e.pointer[0] == '\0'));
		return;
	}
	FUZZ_CHECK(op.u.put.week.coverage >= 0 && op.u.put.week.coverage <= 7);
	op.u.put.week.week = 202647;
	wk_buf_init(&view);
	put_week_view(&view, &op.u.put.week);
	again = body_json(view.p, view.len, &err);
	FUZZ_CHECK(again != NULL);
	json_decref(again);
	wk_buf_fini(&view);
}

static void
try_consent(const json_t *o)
{
	struct wk_hub_consent c = { 0 };
	struct doc_error e = { 0 };

	if (!doc_consent(o, 20000, &c, &e))
		return;
	FUZZ_CHECK(c.count <= WK_HUB_TEAMS && c.gen >= 1);
	for (size_t i = 0; i < c.count; i++)
		FUZZ_CHECK(word_team(c.shares[i].team));
}

static void
try_name(const json_t *o)
{
	char name[WK_HUB_NAME];
	struct doc_error e;

	if (doc_name(o, "display", name, &e))
		FUZZ_CHECK(name[0] != '\0' && strpbrk(name, "\n\r\t\x1b\x7f") == NULL);
}

/* The first byte says whether the rest is gzip. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct wk_buf text;
	struct wk_err err;
	json_t *o;
	enum body_rc rc;

	if (size == 0)
		return 0;
	wk_buf_init(&text);
	rc = body_decode(data[0] == 'z' ? "gzip" : NULL, (const char *)data + 1, size - 1,
	    LIMIT, &text);
	o = rc == BODY_OK ? body_json(text.p, text.len, &err) : NULL;
	if (rc == BODY_OK)
		FUZZ_CHECK(text.len <= LIMIT);
	if (o != NULL) {
		try_week(o);
		try_consent(o);
		try_name(o);
	}
	json_decref(o);
	wk_buf_fini(&text);
	return 0;
}
