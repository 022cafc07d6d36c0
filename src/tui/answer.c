/* SPDX-License-Identifier: MIT */
/* Answers and keys behind an Esc, character by character. */
#include "answer.h"

#include <string.h>

enum { ANSWER_MS = 200 };

bool
wk_answer_begin(struct wk_answer *a, uint32_t first)
{
	if (first != ']' && first != '[' && first != 'O')
		return false;
	*a = (struct wk_answer){ .first = first, .began_ms = wk_clock_mono_ms() };
	return true;
}

static uint32_t
key_of(const char *text)
{
	static const struct { const char *text; uint32_t key; } rows[] = {
		{ "A", WK_KEY_UP }, { "B", WK_KEY_DOWN }, { "C", WK_KEY_RIGHT },
		{ "D", WK_KEY_LEFT }, { "H", WK_KEY_HOME }, { "F", WK_KEY_END },
		{ "Z", WK_KEY_BACKTAB }, { "P", WK_KEY_F1 }, { "1~", WK_KEY_HOME },
		{ "3~", WK_KEY_DELETE }, { "4~", WK_KEY_END }, { "5~", WK_KEY_PGUP },
		{ "6~", WK_KEY_PGDN }, { "11~", WK_KEY_F1 },
		{ "200~", WK_ANSWER_PASTE_ON }, { "201~", WK_ANSWER_PASTE_OFF },
	};
	for (size_t i = 0; i < WK_LEN(rows); i++)
		if (strcmp(rows[i].text, text) == 0)
			return rows[i].key;
	return 0;
}

static bool
ends(const struct wk_answer *a, uint32_t c)
{
	if (a->first == ']')       /* BEL, or the end of ST */
		return c == 7 || c == '\\';
	return a->first == 'O' || (c >= 0x40 && c <= 0x7e);
}

/* It may come in pieces; what comes much later is a key again. */
bool
wk_answer_take(struct wk_answer *a, uint32_t c, uint32_t *key)
{
	*key = 0;
	if (a->first == 0)
		return false;
	if (wk_clock_mono_ms() - a->began_ms > ANSWER_MS) {
		a->first = 0;
		return false;
	}
	if (a->len + 1 < sizeof(a->text) && c < 0x80) {
		a->text[a->len++] = (char)c;
		a->text[a->len] = '\0';
	}
	if (!ends(a, c))
		return true;
	if (a->first != ']')
		*key = key_of(a->text);
	a->first = 0;
	return true;
}
