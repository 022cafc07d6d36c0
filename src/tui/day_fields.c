/* SPDX-License-Identifier: MIT */
/* The table of the Day form's fields, in the order of a day. */
#include <assert.h>
#include <math.h>

#include "day_parse.h"

static void
put_start(const struct wk_form *f, struct wk_buf *b)
{
	if (f->start_min >= 0)
		wk_day_put_clock(b, f->start_min);
}

static void
put_end(const struct wk_form *f, struct wk_buf *b)
{
	if (f->end_min >= 0)
		wk_day_put_clock(b, f->end_min);
}

static void
put_break(const struct wk_form *f, struct wk_buf *b)
{
	if (!isnan(f->break_min))
		wk_day_put_length(b, f->break_min);
}

static void
put_worked(const struct wk_form *f, struct wk_buf *b)
{
	if (!isnan(f->worked_h) && !(f->kind == WK_FORM_OFF && f->worked_h == 0))
		wk_day_put_length(b, f->worked_h * 60);
}

static void
put_slept(const struct wk_form *f, struct wk_buf *b)
{
	if (f->has_sleep_span) {
		wk_buf_addf(b, "%d:%02d-%d:%02d", f->sleep.from_min / 60 % 24,
		    f->sleep.from_min % 60, f->sleep.to_min / 60 % 24,
		    f->sleep.to_min % 60);
	} else if (!isnan(f->sleep_h))
		wk_day_put_length(b, f->sleep_h * 60);
}

static void
put_wakes(const struct wk_form *f, struct wk_buf *b)
{
	if (f->wakes >= 0)
		wk_buf_addf(b, "%d", f->wakes);
}

static void
put_note(const struct wk_form *f, struct wk_buf *b)
{
	if (f->note != NULL)
		wk_text_safe(b, f->note);
}

/* The note stays in the field's own text; the form borrows it. One that the field cannot
 * show whole, or not as it is, stays what it was until it is typed anew. */
static bool
parse_note(const struct wk_tui *t, const char *s, struct wk_form *f,
    struct wk_field_out *out)
{
	const char *saved = t->form.saved.note;
	struct wk_edit_line shown;
	f->note = s;
	if (saved == NULL)
		return true;
	wk_edit_set(&shown, saved);
	if (strcmp(shown.s, s) == 0)
		f->note = saved;
	else if (strlen(saved) >= sizeof(shown.s) && *s != '\0') {
		f->note = saved;
		snprintf(out->error, sizeof(out->error),
		    "longer than this field: empty it first, or use wick log -n");
		return false;
	}
	return true;
}

static int *
at_kind(struct wk_form *f)
{
	static_assert(sizeof(f->kind) == sizeof(int), "an enum is an int here");
	return (int *)(void *)&f->kind;
}

static int *
at_oncall(struct wk_form *f)
{
	return &f->oncall;
}

static int *
at_energy(struct wk_form *f)
{
	return &f->energy;
}

static int *
at_stress(struct wk_form *f)
{
	return &f->stress;
}

static int *
at_mood(struct wk_form *f)
{
	return &f->mood;
}

static const char *const kinds[] = { "work", "off", "leave", "sick", "holiday", NULL };
static const char *const yes_no[] = { "not said", "no", "yes", NULL };

#define EMPTY_HELP "Empty or -: not logged, never 0."
#define SCALE_HELP { "1 is low, 5 is high; BSpace takes it back.", \
	"Stays on this machine." }
const struct wk_field_row wk_day_fields[WK_FIELD_COUNT] = {
	[WK_FIELD_KIND] = { .label = "Kind", .type = WK_FIELD_CHOICE, .value = at_kind,
	    .choices = kinds, .help = { "Space or arrows choose.",
	    "Leave, sick and holiday are no overload and no gap." } },
	[WK_FIELD_START] = { .label = "Start", .type = WK_FIELD_TEXT, .width = 7,
	    .hint = "also 840, 8.40, now", .help = { "hh:mm, hhmm, h.mm, or now.",
	    EMPTY_HELP }, .parse = wk_day_parse_start, .format = put_start },
	[WK_FIELD_END] = { .label = "End", .type = WK_FIELD_TEXT, .width = 7,
	    .hint = "also +1h, 9.5h worked", .parse = wk_day_parse_end, .format = put_end,
	    .help = { "hh:mm, hhmm, or a length like 9h, +30m.",
	    "Past midnight: 26:00 is 2 at night." } },
	[WK_FIELD_BREAK] = { .label = "Breaks", .type = WK_FIELD_TEXT, .width = 7,
	    .hint = "0:45, 45, 1h",
	    .help = { "All breaks together; a number is minutes.", EMPTY_HELP },
	    .parse = wk_day_parse_break, .format = put_break },
	[WK_FIELD_WORKED] = { .label = "Worked", .type = WK_FIELD_TEXT, .width = 7,
	    .help = { "Counted from the above; type to override.",
	    "8:30, 8.5 or 8h30m." }, .parse = wk_day_parse_worked, .format = put_worked },
	[WK_FIELD_ONCALL] = { .label = "On call", .type = WK_FIELD_CHOICE,
	    .value = at_oncall, .choices = yes_no, .first = -1,
	    .help = { "Carried the pager on this day.",
	    "Whole shifts: :oncall FROM..TO" } },
	[WK_FIELD_PAGES] = { .label = "Pages", .type = WK_FIELD_BUTTON,
	    .help = { "Enter adds a page of this day:",
	    "time, severity, minutes, woke you?" } },
	[WK_FIELD_SLEPT] = { .label = "Slept", .type = WK_FIELD_TEXT, .width = 12,
	    .hint = "7:10, 7.2, 23:30-6:40", .help = { "The night before this day.",
	    "Empty is \"not logged\", never 0." }, .parse = wk_day_parse_slept,
	    .format = put_slept },
	[WK_FIELD_ENERGY] = { .label = "Energy", .type = WK_FIELD_SCALE,
	    .value = at_energy, .hint = "private",
	    .wide_hint = "private: never leaves this machine", .help = SCALE_HELP },
	[WK_FIELD_STRESS] = { .label = "Stress", .type = WK_FIELD_SCALE,
	    .value = at_stress, .hint = "private",
	    .wide_hint = "private: never leaves this machine", .help = SCALE_HELP },
	[WK_FIELD_MOOD] = { .label = "Mood", .type = WK_FIELD_SCALE, .value = at_mood,
	    .hint = "private", .wide_hint = "private: never leaves this machine",
	    .help = SCALE_HELP },
	[WK_FIELD_WAKES] = { .label = "Woken", .type = WK_FIELD_TEXT, .width = 4,
	    .hint = "times that night, by no page",
	    .help = { "Awakenings by anything but a page.", EMPTY_HELP },
	    .parse = wk_day_parse_wakes, .format = put_wakes },
	[WK_FIELD_NOTE] = { .label = "Note", .type = WK_FIELD_TEXT, .width = 200,
	    .help = { "Anything; stays on this machine.", "" }, .parse = parse_note,
	    .format = put_note },
	[WK_FIELD_SAVE] = { .label = "Save", .type = WK_FIELD_BUTTON,
	    .help = { "C-s saves from any field.", "" } },
	[WK_FIELD_SAVE_NEXT] = { .label = "Save, next day", .type = WK_FIELD_BUTTON,
	    .help = { "Saves and opens the day after.", "" } },
	[WK_FIELD_CANCEL] = { .label = "Cancel", .type = WK_FIELD_BUTTON,
	    .help = { "Leaves; asks if something changed.", "" } },
};
