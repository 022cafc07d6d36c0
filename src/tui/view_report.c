/* SPDX-License-Identifier: MIT */
/* Report: which period and format, and the very bytes that w would write. Nothing leaves
 * this screen but by w and y. */
#include "flat.h"
#include "overlay.h"

static void
say_about(struct wk_tui *t)
{
	struct wk_buf b;
	wk_buf_init(&b);
	wk_reports_put_about(&t->reports, &b);
	wk_pager_open(t, "What is in it", b.p);
	wk_buf_fini(&b);
}

static void
copy_text(struct wk_tui *t)
{
	const struct wk_reports *g = &t->reports;
	struct wk_buf what;
	if (g->text.len == 0) {
		wk_toast_say(&t->toasts, WK_TOAST_DONE, "%s", g->why);
		return;
	}
	wk_buf_init(&what);
	wk_reports_put_period(t, g->kind, &what);
	wk_buf_addf(&what, " as %s", wk_reports_format(g));
	wk_copy(t, what.p, g->text.p, g->text.len);
	wk_buf_fini(&what);
}

/* ---- moving */

static void
scroll(struct wk_tui *t, enum wk_action a)
{
	struct wk_report_page p;
	wk_reports_lay_out(t, &p);
	int most = WK_MAX(0, (int)p.n - p.rows), top = WK_MIN(t->reports.top, most);
	const struct { enum wk_action a; int to; } rows[] = {
		{ WK_ACT_NEXT, top + 1 }, { WK_ACT_PREV, top - 1 },
		{ WK_ACT_PAGE_DOWN, top + p.rows }, { WK_ACT_PAGE_UP, top - p.rows },
		{ WK_ACT_TOGGLE, top + p.rows }, { WK_ACT_HALF_DOWN, top + p.rows / 2 },
		{ WK_ACT_HALF_UP, top - p.rows / 2 }, { WK_ACT_FIRST, 0 },
		{ WK_ACT_LAST, most },
	};
	for (size_t i = 0; i < WK_LEN(rows); i++)
		if (rows[i].a == a)
			t->reports.top = WK_MAX(0, WK_MIN(rows[i].to, most));
	wk_arena_fini(&p.a);
}

static enum wk_effect
choose(struct wk_tui *t, int row)
{
	struct wk_reports *g = &t->reports;
	g->row = row;
	g->top = 0;
	if (row < WK_REPORT_KINDS)
		g->kind = row;
	else
		g->format = (size_t)row - WK_REPORT_KINDS;
	wk_reports_load(t);
	return WK_FX_NONE;
}

static void
move_row(struct wk_tui *t, enum wk_action a)
{
	struct wk_reports *g = &t->reports;
	int last = (int)wk_reports_rows() - 1;
	switch (a) {
	case WK_ACT_NEXT:
		g->row = WK_MIN(g->row + 1, last);
		break;
	case WK_ACT_PREV:
		g->row = WK_MAX(g->row - 1, 0);
		break;
	case WK_ACT_FIRST:
	case WK_ACT_PAGE_UP:
	case WK_ACT_HALF_UP:
		g->row = 0;
		break;
	case WK_ACT_LAST:
	case WK_ACT_PAGE_DOWN:
	case WK_ACT_HALF_DOWN:
		g->row = last;
		break;
	default:
		break;
	}
}

/* ---- finding */

static void
find(struct wk_tui *t, int step, bool from_here)
{
	struct wk_reports *g = &t->reports;
	struct wk_report_page p;
	g->is_at_text = true;
	wk_reports_lay_out(t, &p);
	int n = (int)p.n, hit = -1;
	for (int i = from_here ? 0 : 1; i <= n && n > 0 && hit < 0; i++) {
		int at = ((g->top + step * i) % n + n) % n;
		if (wk_overlay_matches(&p.v[at], g->find.s))
			hit = at;
	}
	if (hit >= 0)
		g->top = hit;
	else if (g->find.len > 0)
		wk_toast_say(&t->toasts, WK_TOAST_DONE, "not found: %s", g->find.s);
	wk_arena_fini(&p.a);
}

/* ---- what is typed */

static enum wk_effect
name_file(struct wk_tui *t)
{
	struct wk_reports *g = &t->reports;
	struct wk_buf b;
	if (g->text.len == 0) {
		wk_toast_say(&t->toasts, WK_TOAST_DONE, "%s", g->why);
		return WK_FX_NONE;
	}
	wk_buf_init(&b);
	wk_reports_put_name(g, &b);
	wk_edit_set(&g->name, b.p);
	wk_buf_fini(&b);
	g->entry = WK_REPORT_NAMING;
	return WK_FX_NONE;
}

static enum wk_effect
take_entry(struct wk_tui *t, bool replaces)
{
	struct wk_reports *g = &t->reports;
	if (g->entry == WK_REPORT_FINDING) {
		g->entry = WK_REPORT_READING;
		find(t, 1, true);
		return WK_FX_NONE;
	}
	g->replaces = replaces;
	return g->name.len > 0 ? WK_FX_PERFORM : WK_FX_NONE;
}

static enum wk_effect
type(struct wk_tui *t, enum wk_action a, uint32_t key)
{
	struct wk_reports *g = &t->reports;
	struct wk_edit_line *l = g->entry == WK_REPORT_FINDING ? &g->find : &g->name;
	if (a == WK_ACT_ENTER || a == WK_ACT_SAVE)
		return take_entry(t, a == WK_ACT_SAVE);
	if (a == WK_ACT_LEAVE)
		g->entry = WK_REPORT_READING;
	else if (a == WK_ACT_CHOOSE)
		wk_edit_insert(l, ' ');
	else if (a == WK_ACT_NONE && key >= ' ' && key < 0x110000)
		wk_edit_insert(l, key);
	else
		(void)wk_edit_apply(l, a);
	return WK_FX_NONE;
}

static bool
is_typing(const struct wk_tui *t)
{
	return t->reports.entry != WK_REPORT_READING;
}

static void
paste(struct wk_tui *t, const char *text)
{
	struct wk_reports *g = &t->reports;
	if (is_typing(t))
		wk_edit_paste(g->entry == WK_REPORT_FINDING ? &g->find : &g->name, text);
}

/* ---- writing */

static void
perform(struct wk_tui *t)
{
	struct wk_reports *g = &t->reports;
	struct wk_err err;
	const char *path = g->name.s;
	if (!g->replaces && wk_file_exists(path)) {
		wk_toast_say(&t->toasts, WK_TOAST_ASK,
		    "%s is there already: C-s writes over it, Esc stays", path);
		return;
	}
	if (wk_file_write_safe(path, g->text.p, g->text.len, 0600, &err) != WK_OK) {
		wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", err.msg);
		return;
	}
	g->entry = WK_REPORT_READING;
	wk_toast_say(&t->toasts, WK_TOAST_DONE, "written: %s, %zu bytes", path,
	    g->text.len);
}

/* ---- the view */

static void
load(struct wk_tui *t)
{
	if (t->reports.serial == t->facts.serial)
		return;
	t->reports.serial = t->facts.serial;
	wk_reports_load(t);
}

static enum wk_effect
step(struct wk_tui *t, int older)
{
	wk_reports_step(t, older);
	t->reports.top = 0;
	wk_reports_load(t);
	return WK_FX_NONE;
}

static enum wk_effect
update(struct wk_tui *t, enum wk_action a, uint32_t key)
{
	struct wk_reports *g = &t->reports;
	if (is_typing(t))
		return type(t, a, key);
	switch (a) {
	case WK_ACT_NEXT_PANEL:
	case WK_ACT_PREV_PANEL:
		g->is_at_text = !g->is_at_text;
		return WK_FX_NONE;
	case WK_ACT_LEFT:
	case WK_ACT_RIGHT:
		g->is_at_text = a == WK_ACT_RIGHT;
		return WK_FX_NONE;
	case WK_ACT_SHORTER:
	case WK_ACT_LONGER:
		return step(t, a == WK_ACT_SHORTER ? 1 : -1);
	case WK_ACT_WRITE:
		return name_file(t);
	case WK_ACT_COPY_ROW:
		copy_text(t);
		return WK_FX_NONE;
	case WK_ACT_SHARED:
		say_about(t);
		return WK_FX_NONE;
	case WK_ACT_FIND:
		g->entry = WK_REPORT_FINDING;
		wk_edit_set(&g->find, "");
		return WK_FX_NONE;
	case WK_ACT_FIND_NEXT:
	case WK_ACT_FIND_PREV:
		find(t, a == WK_ACT_FIND_NEXT ? 1 : -1, false);
		return WK_FX_NONE;
	case WK_ACT_OPEN:
	case WK_ACT_TOGGLE:
		if (!g->is_at_text)
			return choose(t, g->row);
		break;
	case WK_ACT_ESCAPE:
		wk_edit_set(&g->find, "");
		return WK_FX_NONE;
	default:
		break;
	}
	if (g->is_at_text)
		scroll(t, a);
	else
		move_row(t, a);
	return WK_FX_NONE;
}

static void
click(struct wk_tui *t, int x, int y)
{
	struct wk_rect list, text;
	wk_reports_place(t, wk_frame_body(&t->canvas), &list, &text);
	if (x >= list.x && x < list.x + list.w) {
		int row = wk_reports_row_at(y - list.y - (t->size != WK_SIZE_COMPACT));
		t->reports.is_at_text = false;
		if (row >= 0)
			(void)choose(t, row);
	} else
		t->reports.is_at_text = true;
}

static void
put_flat_entry(const struct wk_reports *g, struct wk_buf *b)
{
	bool is_find = g->entry == WK_REPORT_FINDING;
	const struct wk_edit_line *l = is_find ? &g->find : &g->name;
	if (g->entry != WK_REPORT_READING)
		wk_buf_addf(b, "> %s %.*s" WK_FLAT_CURSOR "%s\n",
		    is_find ? "find" : "write to", (int)l->at, l->s, l->s + l->at);
}

static void
put_flat(const struct wk_tui *t, struct wk_buf *b)
{
	const struct wk_reports *g = &t->reports;
	bool is_listed = !g->is_at_text && g->entry == WK_REPORT_READING;
	size_t n;
	const struct wk_report_format *f = wk_report_formats(&n);
	wk_buf_addf(b, "Report: %s %s\n", g->period.kind, g->period.name);
	for (size_t i = 0; i < wk_reports_rows(); i++) {
		bool is_period = i < WK_REPORT_KINDS;
		bool on =
		    is_period ? (int)i == g->kind : i - WK_REPORT_KINDS == g->format;
		wk_flat_mark(b, is_listed && (int)i == g->row);
		wk_buf_adds(b, is_period ? "period " : "format ");
		if (is_period)
			wk_reports_put_period(t, (int)i, b);
		else
			wk_buf_adds(b, f[i - WK_REPORT_KINDS].name);
		wk_buf_adds(b, on ? ", chosen\n" : "\n");
	}
	put_flat_entry(g, b);
	wk_buf_adds(b, g->text.len > 0 ? "The file:\n" : "No file: ");
	wk_buf_adds(b, g->text.len > 0 ? g->text.p : g->why);
}

/* No text: nothing to write, copy or explain. */
static bool
has_hint(const struct wk_tui *t, enum wk_action a)
{
	bool needs_text = a == WK_ACT_WRITE || a == WK_ACT_COPY_ROW || a == WK_ACT_SHARED;
	return !needs_text || t->reports.text.len > 0;
}

const struct wk_view wk_view_report = { .name = "report", .tab = "7 Report",
	.title = "Report", .action = WK_ACT_VIEW_REPORT, .load = load,
	.perform = perform, .put_flat = put_flat, .update = update,
	.is_typing = is_typing, .paste = paste, .render = wk_reports_render,
	.click = click, .has_hint = has_hint, .put_state = wk_reports_put_state };
