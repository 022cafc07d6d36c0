/* SPDX-License-Identifier: MIT */
/* Comma-separated cells after RFC 4180; lines end in \n. */
#include "internal.h"

/* What a spreadsheet would take for a formula. */
static bool
is_formula(const char *s)
{
	return *s != '\0' && strchr("=+-@\t\r\n", *s) != NULL;
}

void
wk_csv_put_cell(struct wk_buf *b, const char *s, bool excel_safe)
{
	bool is_unsafe = excel_safe && is_formula(s);

	if (strpbrk(s, ",\"\r\n") == NULL && *s != ' ') {
		if (is_unsafe)
			wk_buf_addc(b, '\'');
		wk_buf_adds(b, s);
		return;
	}
	wk_buf_addc(b, '"');
	if (is_unsafe)
		wk_buf_addc(b, '\'');
	for (; *s != '\0'; s++) {
		if (*s == '"')
			wk_buf_addc(b, '"');
		wk_buf_addc(b, *s);
	}
	wk_buf_addc(b, '"');
}
