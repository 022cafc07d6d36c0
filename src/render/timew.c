/* SPDX-License-Identifier: MIT */
/* Timewarrior's own lines: inc FROM - TO # tags # annotation. They have to be sorted and
 * free of overlaps, which is the caller's business. */
#include "internal.h"

static bool
is_plain(const char *s)
{
	for (const char *c = s; *c != '\0'; c++)
		if (!((*c | 0x20) >= 'a' && (*c | 0x20) <= 'z') && *c != '_' &&
		    (unsigned char)*c < 0x80 && !(*c >= '0' && *c <= '9' && c > s))
			return false;
	return *s != '\0';
}

/* A word as it stands, anything else in quotes. */
static void
put_word(struct wk_buf *out, const char *s)
{
	wk_buf_addc(out, ' ');
	if (is_plain(s)) {
		wk_buf_adds(out, s);
		return;
	}
	wk_buf_addc(out, '"');
	for (; *s != '\0'; s++) {
		if (*s == '"')
			wk_buf_addc(out, '\\');
		wk_buf_addc(out, (unsigned char)*s < 0x20 ? ' ' : *s);
		/* only quotes are escaped there: nothing may look like one */
		if (*s == '\\' && (s[1] == '"' || s[1] == '\0'))
			wk_buf_addc(out, ' ');
	}
	wk_buf_addc(out, '"');
}

static void
put_tags(struct wk_buf *out, const char *tags)
{
	struct wk_buf tag;
	wk_buf_init(&tag);
	while (tags != NULL && (tags = wk_json_next_string(tags, &tag)) != NULL)
		if (tag.len > 0)
			put_word(out, tag.p);
	wk_buf_fini(&tag);
}

void
wk_render_timew(const struct wk_told *v, size_t n, struct wk_buf *out)
{
	for (size_t i = 0; i < n; i++) {
		bool has_title = v[i].title != NULL && *v[i].title != '\0';
		wk_buf_adds(out, "inc ");
		wk_render_put_utc(out, v[i].fact.start);
		wk_buf_adds(out, " - ");
		wk_render_put_utc(out, v[i].fact.end);
		if (v[i].tags != NULL || has_title)
			wk_buf_adds(out, " #");
		put_tags(out, v[i].tags);
		if (has_title) {
			wk_buf_adds(out, " #");
			put_word(out, v[i].title);
		}
		wk_buf_addc(out, '\n');
	}
}
