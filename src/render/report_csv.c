/* SPDX-License-Identifier: MIT */
/* A report as a table, one row an indicator, and the table of report formats. */
#include "internal.h"

static void
put_value(struct wk_buf *b, double v)
{
	if (!isnan(v))
		wk_text_put_number(b, v, 6);
}

void
wk_report_csv(const struct wk_report *r, const struct wk_model *m,
    const struct wk_report_meta *meta, const struct wk_paint *p, struct wk_buf *out)
{
	size_t n;
	const struct wk_indicator *table = wk_indicators(&n);

	(void)m;
	(void)meta;
	(void)p;
	wk_buf_adds(out, "id,value,unit,state,threshold,source\n");
	for (size_t k = 0; k < n; k++) {
		wk_csv_put_cell(out, table[k].id, false);
		wk_buf_addc(out, ',');
		put_value(out, r->values[k].value);
		wk_buf_addc(out, ',');
		wk_csv_put_cell(out, table[k].unit, false);
		wk_buf_addf(out, ",%s,", wk_state_name(r->values[k].state));
		put_value(out, table[k].threshold);
		wk_buf_addc(out, ',');
		wk_csv_put_cell(out, table[k].source, false);
		wk_buf_addc(out, '\n');
	}
}

static const struct wk_report_format formats[] = {
	{ "text", wk_report_text, true },
	{ "md", wk_report_md, true },
	{ "html", wk_report_html, true },
	{ "json", wk_report_json, false },
	{ "csv", wk_report_csv, false },
};

const struct wk_report_format *
wk_report_formats(size_t *n)
{
	*n = WK_LEN(formats);
	return formats;
}
