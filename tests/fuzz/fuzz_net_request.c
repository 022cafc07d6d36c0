/* SPDX-License-Identifier: MIT */
/* A request of wick-net: whatever its JSON says, what passes the check has nothing in it
 * that could become a command or a header of its own on the way to a server. */
#include <string.h>

#include "fuzz.h"
#include "net/request.h"

static bool
has_control(const char *s)
{
	for (; *s != '\0'; s++)
		if ((unsigned char)*s < ' ' || *s == 0x7f)
			return true;
	return false;
}

static void
try_mail(const json_t *o)
{
	struct wk_net_answer out = { 0 };
	struct wk_net_mail m = { 0 };
	wk_buf_init(&m.body);
	bool is_read = wk_net_mail_read(o, &m);
	FUZZ_CHECK(m.to_count <= WK_NET_RECIPIENTS);
	m.password = m.user == NULL ? NULL : "secret";
	if (is_read && wk_net_mail_check(&m, &out)) {
		FUZZ_CHECK(!has_control(m.server) && !has_control(m.from));
		FUZZ_CHECK(strncmp(m.server, "smtp", 4) == 0 && m.to_count > 0);
		for (size_t i = 0; i < m.to_count; i++)
			FUZZ_CHECK(!has_control(m.to[i]) && strchr(m.to[i], '>') == NULL);
		FUZZ_CHECK(m.timeout_s > 0 && m.body.len > 0);
	} else if (is_read)
		FUZZ_CHECK(out.error[0] != '\0');
	wk_buf_fini(&m.body);
}

static void
try_http(const json_t *o)
{
	struct wk_arena a;
	struct wk_net_reply out = { 0 };
	struct wk_net_http q = { 0 };
	wk_arena_init(&a);
	wk_buf_init(&q.body);
	bool is_read = wk_net_http_read(o, &a, &q);
	if (is_read && wk_net_http_check(&q, &out)) {
		FUZZ_CHECK(!has_control(q.url) && strncmp(q.url, "http", 4) == 0);
		for (size_t i = 0; i < q.header_count; i++)
			FUZZ_CHECK(!has_control(q.headers[i]));
		FUZZ_CHECK(q.timeout_s > 0 && q.limit > 0);
	} else if (is_read)
		FUZZ_CHECK(out.transport != NULL && out.error[0] != '\0');
	wk_buf_fini(&q.body);
	wk_arena_fini(&a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	json_t *o = json_loadb((const char *)data, size, JSON_REJECT_DUPLICATES, NULL);
	if (o == NULL)
		return 0;
	try_mail(o);
	try_http(o);
	json_decref(o);
	return 0;
}
