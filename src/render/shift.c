/* SPDX-License-Identifier: MIT */
/* Changes in level for programs: the week each began, and what the weeks were before. */
#include "internal.h"

void
wk_render_json_shifts(struct wk_buf *b, const struct wk_shift *v, size_t n)
{
	wk_render_json_key(b, "changes");
	wk_buf_addc(b, '[');
	for (size_t k = 0; k < n; k++) {
		wk_buf_adds(b, k > 0 ? ",{" : "{");
		wk_render_json_str(b, "what", v[k].what);
		wk_buf_addc(b, ',');
		wk_render_json_date(b, "since", v[k].monday);
		wk_buf_addc(b, ',');
		wk_render_json_num(b, "before", v[k].before, 6);
		wk_buf_addc(b, ',');
		wk_render_json_num(b, "after", v[k].after, 6);
		wk_buf_addc(b, ',');
		wk_render_json_str(b, "text", v[k].text);
		wk_buf_addc(b, '}');
	}
	wk_buf_addc(b, ']');
}
