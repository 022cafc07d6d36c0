/* SPDX-License-Identifier: MIT */
/* A mail out of whatever somebody is called and writes: seven-bit lines of at most 998
 * bytes, each ended by CRLF, and no header that was not meant. An address is one
 * address. */
#include <string.h>

#include "fuzz.h"
#include "wick/render.h"

static void
check_lines(const struct wk_buf *b)
{
	size_t line = 0, headers = 0;
	bool in_head = true;
	for (size_t i = 0; i < b->len; i++) {
		unsigned char c = (unsigned char)b->p[i];
		FUZZ_CHECK(c < 0x80 && c != 0);
		FUZZ_CHECK(c != '\n' || (i > 0 && b->p[i - 1] == '\r'));
		if (c != '\n')
			continue;
		FUZZ_CHECK(i - line <= 999);
		in_head = in_head && i - line > 1;
		headers += in_head && b->p[line] != ' ' && b->p[line] != '\t';
		line = i + 1;
	}
	FUZZ_CHECK(headers <= 12);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct wk_arena a;
	struct wk_buf out;
	const char *at;
	size_t n;
	wk_arena_init(&a);
	wk_buf_init(&out);
	char *who = fuzz_text(&a, data, size), *text = strchr(who, '\n');
	text = text == NULL ? who + strlen(who) : text + 1;
	who = wk_arena_strndup(&a, who, strcspn(who, "\n"));
	if (wk_mail_address(who, &at, &n)) {
		FUZZ_CHECK(n > 2 && memchr(at, '@', n) != NULL);
		FUZZ_CHECK(memchr(at, '\r', n) == NULL && memchr(at, ' ', n) == NULL);
		struct wk_mail m = { .message_id = "<1@b.example>", .from = who,
			.to = wk_arena_strndup(&a, at, n), .subject = "wick report",
			.at = 1795190400, .off = 3600, .text = text, .html = text };
		wk_render_mail(&m, &out);
		check_lines(&out);
	}
	wk_buf_fini(&out);
	wk_arena_fini(&a);
	return 0;
}
