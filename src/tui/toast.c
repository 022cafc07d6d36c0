/* SPDX-License-Identifier: MIT */
/* One message at a time; all of them are safe text. */
#include "toast.h"

#include <stdlib.h>

/* What lies in one's home begins with "~": a row is short. */
static void
put_short(struct wk_buf *out, const char *text)
{
	const char *home = getenv("HOME");
	size_t n = home == NULL ? 0 : strlen(home);
	for (bool begins = true; *text != '\0'; begins = *text++ == ' ') {
		if (begins && n > 1 && strncmp(text, home, n) == 0 && text[n] == '/') {
			wk_buf_addc(out, '~');
			text += n;
		}
		wk_buf_addc(out, *text);
	}
}

void
wk_toast_say(struct wk_toasts *t, enum wk_toast_kind kind, const char *fmt, ...)
{
	struct wk_buf raw, text, safe;
	va_list ap;
	wk_buf_init(&raw);
	wk_buf_init(&text);
	wk_buf_init(&safe);
	va_start(ap, fmt);
	wk_buf_vaddf(&raw, fmt, ap);
	va_end(ap);
	put_short(&text, raw.p);
	wk_text_safe(&safe, text.p);
	t->kind = kind;
	snprintf(t->text, sizeof(t->text), "%s", safe.p);
	if (kind != WK_TOAST_ASK) {
		char *slot = t->kept[t->count % WK_TOAST_KEPT];
		snprintf(slot, sizeof(t->kept[0]), "%s%s", kind == WK_TOAST_BAD ? "! " :
		    "", safe.p);
		t->count++;
	}
	wk_buf_fini(&raw);
	wk_buf_fini(&text);
	wk_buf_fini(&safe);
}

void
wk_toast_hide(struct wk_toasts *t)
{
	t->kind = WK_TOAST_NONE;
}

void
wk_toast_list(const struct wk_toasts *t, struct wk_buf *out)
{
	size_t n = WK_MIN(t->count, (size_t)WK_TOAST_KEPT);
	if (n == 0)
		wk_buf_adds(out, "no messages yet\n");
	for (size_t i = t->count - n; i < t->count; i++)
		wk_buf_addf(out, "%s\n", t->kept[i % WK_TOAST_KEPT]);
}
