/* SPDX-License-Identifier: MIT */
/* Prometheus' text format for node_exporter's textfile collector: gauges without a time
 * (the collector refuses one) and without a label for days (each would be a series). */
#include "internal.h"

static void
put_label_value(struct wk_buf *out, const char *s)
{
	for (; *s != '\0'; s++)
		if (*s == '\n')
			wk_buf_adds(out, "\\n");
		else {
			if (*s == '"' || *s == '\\')
				wk_buf_addc(out, '\\');
			wk_buf_addc(out, *s);
		}
}

void
wk_render_prometheus(const struct wk_gauge *v, size_t n, struct wk_buf *out)
{
	const char *last = NULL;
	for (size_t i = 0; i < n; i++) {
		if (isnan(v[i].v))
			continue;
		if (last == NULL || strcmp(last, v[i].name) != 0)
			wk_buf_addf(out, "# HELP %s %s\n# TYPE %s gauge\n", v[i].name,
			    v[i].help, v[i].name);
		last = v[i].name;
		wk_buf_adds(out, v[i].name);
		if (v[i].label != NULL) {
			wk_buf_addf(out, "{%s=\"", v[i].label);
			put_label_value(out, v[i].label_value);
			wk_buf_adds(out, "\"}");
		}
		wk_buf_addc(out, ' ');
		wk_text_put_number(out, v[i].v, 3);
		wk_buf_addc(out, '\n');
	}
}
