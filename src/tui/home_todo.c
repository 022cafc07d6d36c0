/* SPDX-License-Identifier: MIT */
/* What is left to do: what was not logged, and a clock that runs. Never a reproach. */
#include "home.h"

#include <math.h>

enum item { ITEM_CLOCK, ITEM_TODAY, ITEM_WORK, ITEM_SLEEP, ITEM_NONE, ITEM_COUNT };

static bool
lacks_work(const struct wk_tui *t, int back)
{
	const struct wk_day *d = &t->facts.recent[back].row.folded;
	return isnan(d->hours) && d->leave == WK_LEAVE_NONE &&
	    t->app->conf.model.contract_h[wk_date_weekday(t->app->today - back)] > 0;
}

static bool
lacks_sleep(const struct wk_tui *t, int back)
{
	return isnan(t->facts.recent[back].row.folded.sleep_h);
}

static int
count_lacking(const struct wk_tui *t, bool (*lacks)(const struct wk_tui *, int))
{
	int n = 0;
	for (int i = 1; i <= 7; i++)
		n += lacks(t, i);
	return n;
}

static bool
has_item(const struct wk_tui *t, enum item i)
{
	const struct wk_day *today = &t->facts.recent[0].row.folded;
	switch (i) {
	case ITEM_CLOCK:
		return t->facts.status.is_running;
	case ITEM_TODAY:
		return isnan(today->hours) || isnan(today->sleep_h);
	case ITEM_WORK:
		return count_lacking(t, lacks_work) > 0;
	case ITEM_SLEEP:
		return count_lacking(t, lacks_sleep) > 0;
	default:
		return false;
	}
}

/* "Mon, Fri"; more than four are a number. */
static void
put_days(const struct wk_tui *t, bool (*lacks)(const struct wk_tui *, int),
    struct wk_buf *b)
{
	int n = count_lacking(t, lacks), said = 0;
	if (n > 4) {
		wk_buf_addf(b, "%d of the last 7", n);
		return;
	}
	for (int i = 7; i >= 1; i--)
		if (lacks(t, i))
			wk_buf_addf(b, "%s%s", said++ > 0 ? ", " : "",
			    wk_date_weekday_name(wk_date_weekday(t->app->today - i),
			    false));
}

static void
put_today(const struct wk_tui *t, struct wk_buf *b)
{
	const struct wk_day *d = &t->facts.recent[0].row.folded;
	wk_buf_adds(b, wk_day_is_empty(d) ? "today is not logged yet" :
	    isnan(d->hours) ? "today's work is not logged yet" :
	    "last night's sleep is not logged");
}

static void
put_clock(const struct wk_tui *t, struct wk_buf *b)
{
	int64_t wall = t->facts.status.running_since + t->facts.status.running_off;
	int64_t min = (wall % 86400 + 86400) % 86400 / 60;
	wk_buf_addf(b, "the clock runs since %d:%02d", (int)(min / 60), (int)(min % 60));
}

static bool
has_item_left(const struct wk_tui *t)
{
	for (int i = 0; i < ITEM_NONE; i++)
		if (has_item(t, (enum item)i))
			return true;
	return false;
}

static int
todo_rows(const struct wk_tui *t)
{
	int n = 0;
	for (int i = 0; i < ITEM_NONE; i++)
		n += has_item(t, (enum item)i);
	return WK_MAX(n, 1);
}

/* Line k: its key and its words. */
static void
put_line(const struct wk_tui *t, int k, struct wk_buf *key, struct wk_buf *text)
{
	enum item i = ITEM_CLOCK;
	while (i < ITEM_NONE && (!has_item(t, i) || k-- > 0))
		i++;
	static const enum wk_action does[ITEM_COUNT] = { WK_ACT_COMMAND, WK_ACT_LOG,
		WK_ACT_FILL, WK_ACT_FILL, WK_ACT_NONE };
	if (does[i] != WK_ACT_NONE)
		wk_keymap_put_name(&t->keys, "home", does[i], key);
	if (i == ITEM_CLOCK)
		put_clock(t, text);
	else if (i == ITEM_TODAY)
		put_today(t, text);
	else if (i == ITEM_NONE)
		wk_buf_adds(text, "nothing; the last week is logged");
	else {
		wk_buf_adds(text, i == ITEM_WORK ? "work not logged: " :
		    "sleep not logged: ");
		put_days(t, i == ITEM_WORK ? lacks_work : lacks_sleep, text);
	}
}

int
wk_home_draw_todo(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	int n = WK_MIN(todo_rows(t), r.h);
	for (int i = 0; i < n; i++) {
		struct wk_buf key, text;
		wk_buf_init(&key);
		wk_buf_init(&text);
		put_line(t, i, &key, &text);
		wk_canvas_puts(c, r.x, r.y + i, WK_ROLE_HINT, key.p);
		wk_home_puts(c, r.x + WK_MAX(2, (int)key.len + 1), r.y + i, r.x + r.w,
		    WK_ROLE_TEXT, text.p);
		wk_buf_fini(&key);
		wk_buf_fini(&text);
	}
	return n;
}

static void
render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r, bool has_focus)
{
	bool both = t->size != WK_SIZE_WIDE, idle = !has_item_left(t);
	struct wk_rect in = wk_canvas_panel(c, r, !both ? "To do" : idle ? "Ahead" :
	    "To do, ahead", "", has_focus);
	int n = both && idle ? 0 : wk_home_draw_todo(t, c,
	    (struct wk_rect){ in.x + 1, in.y, in.w - 2, both ? in.h - 1 : in.h });
	struct wk_rect rest = { in.x + 1, in.y + n, in.w - 2, in.h - n };
	if (both)
		wk_home_draw_ahead(t, c, rest);
	else if (rest.h > 1)
		wk_canvas_puts(c, rest.x, in.y + in.h - 1, WK_ROLE_DIM,
		    "Approximate is fine. Not a diagnosis.");
}

static void
put_flat(const struct wk_tui *t, int row, struct wk_buf *b)
{
	(void)row;
	wk_buf_adds(b, "To do\n");
	for (int i = 0; i < todo_rows(t); i++) {
		struct wk_buf key;
		wk_buf_init(&key);
		wk_buf_adds(b, "  ");
		put_line(t, i, &key, b);
		if (key.len > 0)
			wk_buf_addf(b, " (%s)", key.p);
		wk_buf_addc(b, '\n');
		wk_buf_fini(&key);
	}
}

const struct wk_home_panel wk_home_todo = { .title = "Ahead", .render = render,
	.explain = wk_home_explain_ahead, .put_flat = put_flat };
