/* SPDX-License-Identifier: MIT */
/* The fields of the Day form: one row each. */
#pragma once

#include "state.h"

enum wk_field_type { WK_FIELD_CHOICE, WK_FIELD_TEXT, WK_FIELD_SCALE, WK_FIELD_BUTTON };
struct wk_field_out { char error[120], offer[32]; };
struct wk_field_row {
	const char *label;
	enum wk_field_type type;
	int width;                          /* of a text field's box */
	const char *hint, *wide_hint;       /* beside it */
	const char *help[2];                /* at the foot of the form */
	/* TEXT: text -> form; false fills out. An empty text is "not logged". */
	bool (*parse)(const struct wk_tui *t, const char *s, struct wk_form *f,
	    struct wk_field_out *out);
	/* TEXT: as it is shown; nothing when not logged. */
	void (*format)(const struct wk_form *f, struct wk_buf *b);
	/* CHOICE and SCALE: the value in the form. */
	int *(*value)(struct wk_form *f);
	const char *const *choices;         /* NULL at the end; index + first = value */
	int first;
};
extern const struct wk_field_row wk_day_fields[WK_FIELD_COUNT];
void wk_day_put_clock(struct wk_buf *b, int min);
void wk_day_put_length(struct wk_buf *b, double min);

/* The form as its texts say it now; fields that cannot be read are left empty. Gives the
 * first of them, or WK_FIELD_COUNT. */
enum wk_field wk_day_read(struct wk_tui *t, struct wk_field_out *why);
/* Reads everything again and computes "If saved". */
void wk_day_refresh(struct wk_tui *t);
/* Normalises the text of a field that was read. */
void wk_day_tidy(struct wk_tui *t, enum wk_field f);
double wk_day_counted_min(const struct wk_form *f);    /* end - start - break; NAN */
void wk_day_render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r);
void wk_day_put_flat(const struct wk_tui *t, struct wk_buf *b);
void wk_day_render_side(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r);
