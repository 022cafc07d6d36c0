/* SPDX-License-Identifier: MIT */
/* The roles a theme gives colours to: their names, and what they are without colours. */
#include "internal.h"

enum { BOLD = WK_ATTR_BOLD, DIM = WK_ATTR_DIM, ITALIC = WK_ATTR_ITALIC,
	UNDER = WK_ATTR_UNDERLINE, REVERSE = WK_ATTR_REVERSE };

/* Keys and tabs stand on bars; everything else stands on text. */
static const struct role_row {
	const char *section, *name;
	enum wk_role ground;
	unsigned plain;
} rows[] = {
	[WK_ROLE_TEXT] = {"ui", "text", WK_ROLE_TEXT, 0},
	[WK_ROLE_DIM] = {"ui", "dim", WK_ROLE_TEXT, DIM},
	[WK_ROLE_TITLE] = {"ui", "title", WK_ROLE_TEXT, BOLD},
	[WK_ROLE_TITLE_FOCUS] = {"ui", "title.focus", WK_ROLE_TEXT, BOLD | UNDER},
	[WK_ROLE_BORDER] = {"ui", "border", WK_ROLE_TEXT, DIM},
	[WK_ROLE_BORDER_FOCUS] = {"ui", "border.focus", WK_ROLE_TEXT, BOLD},
	[WK_ROLE_HEADER] = {"ui", "header", WK_ROLE_TEXT, REVERSE},
	[WK_ROLE_TAB] = {"ui", "tab", WK_ROLE_HEADER, REVERSE},
	[WK_ROLE_TAB_ACTIVE] = {"ui", "tab.active", WK_ROLE_HEADER, BOLD},
	[WK_ROLE_FOOTER] = {"ui", "footer", WK_ROLE_TEXT, REVERSE},
	[WK_ROLE_KEY] = {"ui", "key", WK_ROLE_FOOTER, REVERSE | BOLD},
	[WK_ROLE_HINT] = {"ui", "hint", WK_ROLE_TEXT, BOLD},
	[WK_ROLE_SELECTION] = {"ui", "selection", WK_ROLE_TEXT, REVERSE},
	[WK_ROLE_CURSOR] = {"ui", "cursor", WK_ROLE_TEXT, REVERSE | BOLD},
	[WK_ROLE_FIELD] = {"ui", "field", WK_ROLE_TEXT, UNDER},
	[WK_ROLE_FIELD_FOCUS] = {"ui", "field.focus", WK_ROLE_TEXT, REVERSE},
	[WK_ROLE_FIELD_ERROR] = {"ui", "field.error", WK_ROLE_FIELD, BOLD | UNDER},
	[WK_ROLE_POPUP] = {"ui", "popup", WK_ROLE_TEXT, 0},
	[WK_ROLE_MATCH] = {"ui", "match", WK_ROLE_TEXT, UNDER | BOLD},
	[WK_ROLE_DISABLED] = {"ui", "disabled", WK_ROLE_TEXT, DIM},
	[WK_ROLE_OK] = {"state", "ok", WK_ROLE_TEXT, 0},
	[WK_ROLE_NOTICE] = {"state", "notice", WK_ROLE_TEXT, 0},
	[WK_ROLE_WARN] = {"state", "warn", WK_ROLE_TEXT, BOLD},
	[WK_ROLE_BAD] = {"state", "bad", WK_ROLE_TEXT, BOLD | REVERSE},
	[WK_ROLE_UNKNOWN] = {"state", "unknown", WK_ROLE_TEXT, DIM | UNDER},
	[WK_ROLE_INFO] = {"state", "info", WK_ROLE_TEXT, 0},
	[WK_ROLE_PRIVATE] = {"state", "private", WK_ROLE_TEXT, ITALIC},
	[WK_ROLE_AXIS] = {"chart", "axis", WK_ROLE_TEXT, DIM},
	[WK_ROLE_GRID] = {"chart", "grid", WK_ROLE_TEXT, DIM},
	[WK_ROLE_LINE1] = {"chart", "line1", WK_ROLE_TEXT, BOLD},
	[WK_ROLE_LINE2] = {"chart", "line2", WK_ROLE_TEXT, 0},
	[WK_ROLE_LINE3] = {"chart", "line3", WK_ROLE_TEXT, 0},
	[WK_ROLE_LINE4] = {"chart", "line4", WK_ROLE_TEXT, DIM},
	[WK_ROLE_PLAN] = {"chart", "plan", WK_ROLE_TEXT, 0},
	[WK_ROLE_CONE] = {"chart", "cone", WK_ROLE_TEXT, DIM},
	[WK_ROLE_CHART_CURSOR] = {"chart", "cursor", WK_ROLE_TEXT, BOLD},
	[WK_ROLE_HEAT_NONE] = {"heat", "none", WK_ROLE_TEXT, DIM},
	[WK_ROLE_HEAT_OFF] = {"heat", "off", WK_ROLE_TEXT, DIM},
	[WK_ROLE_HEAT_1] = {"heat", "l1", WK_ROLE_TEXT, 0},
	[WK_ROLE_HEAT_2] = {"heat", "l2", WK_ROLE_TEXT, 0},
	[WK_ROLE_HEAT_3] = {"heat", "l3", WK_ROLE_TEXT, 0},
	[WK_ROLE_HEAT_4] = {"heat", "l4", WK_ROLE_TEXT, BOLD},
	[WK_ROLE_HEAT_TODAY] = {"heat", "today", WK_ROLE_TEXT, BOLD | UNDER},
};
_Static_assert(WK_LEN(rows) == WK_ROLE_COUNT, "one row a role");

const char *
wk_role_name(enum wk_role r)
{
	return rows[r].name;
}

enum wk_role
role_ground(enum wk_role r)
{
	return rows[r].ground;
}

unsigned
role_plain_attr(enum wk_role r)
{
	return rows[r].plain;
}

enum wk_role
role_find(const char *section, const char *key)
{
	enum wk_role r = WK_ROLE_TEXT;
	while (r < WK_ROLE_COUNT &&
	    (strcmp(rows[r].name, key) != 0 || strcmp(rows[r].section, section) != 0))
		r++;
	return r;
}
