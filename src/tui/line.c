/* SPDX-License-Identifier: MIT */
/* Line editing in UTF-8: the cursor stands on whole characters. */
#include "line.h"

void
wk_edit_set(struct wk_edit_line *l, const char *s)
{
	l->len = l->at = 0;
	l->s[0] = '\0';
	wk_edit_paste(l, s);
}

void
wk_edit_insert(struct wk_edit_line *l, uint32_t cp)
{
	char utf8[4];
	size_t n = wk_text_utf8_put(cp, utf8);
	if (l->len + n + 1 > sizeof(l->s))
		return;
	memmove(l->s + l->at + n, l->s + l->at, l->len - l->at + 1);
	memcpy(l->s + l->at, utf8, n);
	l->len += n;
	l->at += n;
}

void
wk_edit_paste(struct wk_edit_line *l, const char *s)
{
	struct wk_buf safe;
	uint32_t cp;
	size_t used;
	wk_buf_init(&safe);
	wk_text_safe(&safe, s);
	for (size_t i = 0; i < safe.len; i += used) {
		used = wk_text_utf8_next(safe.p + i, safe.len - i, &cp);
		if (used == 0)
			break;
		wk_edit_insert(l, cp);
	}
	wk_buf_fini(&safe);
}

/* A mark that is drawn over the character before it belongs to that one. */
static bool
is_mark(const struct wk_edit_line *l, size_t at)
{
	char one[5] = "";
	uint32_t cp;
	size_t n = at < l->len ? wk_text_utf8_next(l->s + at, l->len - at, &cp) : 0;
	memcpy(one, l->s + at, WK_MIN(n, sizeof(one) - 1));
	return n > 0 && wk_text_width(one) == 0;
}

static size_t
before(const struct wk_edit_line *l, size_t at)
{
	do {
		if (at > 0)
			at--;
		/* at < len <= sizeof(s) here, which cppcheck cannot see. */
		/* cppcheck-suppress arrayIndexOutOfBoundsCond */
		while (at > 0 && ((unsigned char)l->s[at] & 0xc0) == 0x80)
			at--;
	} while (at > 0 && is_mark(l, at));
	return at;
}

static size_t
after(const struct wk_edit_line *l, size_t at)
{
	do {
		if (at < l->len)
			at++;
		while (at < l->len && ((unsigned char)l->s[at] & 0xc0) == 0x80)
			at++;
	} while (is_mark(l, at));
	return at;
}

static void
cut(struct wk_edit_line *l, size_t from, size_t to)
{
	memmove(l->s + from, l->s + to, l->len - to + 1);
	l->len -= to - from;
	l->at = from;
}

static size_t
word_start(const struct wk_edit_line *l)
{
	size_t i = l->at;
	while (i > 0 && l->s[i - 1] == ' ')
		i--;
	while (i > 0 && l->s[i - 1] != ' ')
		i--;
	return i;
}

bool
wk_edit_apply(struct wk_edit_line *l, enum wk_action a)
{
	switch (a) {
	case WK_ACT_LEFT:
		l->at = before(l, l->at);
		return true;
	case WK_ACT_RIGHT:
		l->at = after(l, l->at);
		return true;
	case WK_ACT_FIELD_FIRST:
		l->at = 0;
		return true;
	case WK_ACT_FIELD_LAST:
		l->at = l->len;
		return true;
	case WK_ACT_ERASE_BACK:
		cut(l, before(l, l->at), l->at);
		return true;
	case WK_ACT_ERASE_NEXT:
		cut(l, l->at, after(l, l->at));
		return true;
	case WK_ACT_ERASE_WORD:
		cut(l, word_start(l), l->at);
		return true;
	case WK_ACT_ERASE_LINE:
		cut(l, 0, l->len);
		return true;
	case WK_ACT_ERASE_REST:
		cut(l, l->at, l->len);
		return true;
	default:
		return false;
	}
}

/* Where nobody types a long text is seen from its beginning. */
void
wk_edit_draw(const struct wk_edit_line *l, struct wk_canvas *c, struct wk_rect r,
    enum wk_role role, bool has_cursor)
{
	char head[WK_EDIT_MAX];
	memcpy(head, l->s, l->at);
	head[l->at] = '\0';
	int at = (int)wk_text_width(head);
	int shift = has_cursor && at >= r.w ? at - r.w + 1 : 0;
	struct wk_rect old = c->clip;
	int x1 = WK_MIN(old.x + old.w, r.x + r.w), y1 = WK_MIN(old.y + old.h, r.y + 1);
	struct wk_rect in = { WK_MAX(old.x, r.x), WK_MAX(old.y, r.y), 0, 0 };
	in.w = WK_MAX(x1 - in.x, 0);
	in.h = WK_MAX(y1 - in.y, 0);
	wk_canvas_clip(c, in);
	wk_canvas_fill(c, r, role, ' ');
	wk_canvas_puts(c, r.x - shift, r.y, role, l->s);
	if (!has_cursor && (int)wk_text_width(l->s) > r.w)
		wk_canvas_put(c, r.x + r.w - 1, r.y, role, 0x2026);
	c->clip = old;
	if (has_cursor && at - shift < r.w && r.y < y1) {
		c->cursor_x = r.x + at - shift;
		c->cursor_y = r.y;
	}
}
