/* SPDX-License-Identifier: MIT */
/* Incidents asks for what only a person knows: minutes of one's own time, whether it
 * woke, useful or noise. */
#include "incidents_view.h"

static void
load(struct wk_tui *t)
{
	struct wk_incidents *v = &t->incidents;
	const struct wk_page_row *at = wk_incidents_at(v);
	int64_t id = at != NULL ? at->id : 0;
	struct wk_arena fresh;
	struct wk_page_row *rows;
	struct wk_err err;
	size_t n;
	if (v->serial == t->facts.serial) {
		wk_incidents_keep_seen(v, wk_incidents_room(t));
		return;
	}
	wk_arena_init(&fresh);
	if (wk_app_pages(t->app, &fresh, &rows, &n, &err) != WK_OK) {
		wk_arena_fini(&fresh);
		wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", err.msg);
		return;
	}
	wk_arena_fini(&v->arena);
	v->serial = t->facts.serial;
	v->arena = fresh;
	v->rows = rows;
	v->count = n;
	v->marked_count = 0;
	v->is_marked = WK_ARENA_ARRAY(&v->arena, bool, n + 1);
	v->shown = WK_ARENA_ARRAY(&v->arena, const struct wk_page_row *, n + 1);
	v->shown_count = 0;
	wk_incidents_arrange(v);
	for (size_t i = 0; i < v->shown_count; i++)
		if (v->shown[i]->id == id)
			v->at = i;
	for (size_t i = 0; v->gone != 0 && i < v->shown_count; i++)
		if (v->shown[i]->id == v->gone) {
			v->at = i;
			v->gone = 0;
			break;
		}
	wk_incidents_count(t, v);
	wk_incidents_keep_seen(v, wk_incidents_room(t));
}

/* ---- what the store does */
/* The marked ones, else the one under the cursor. */
static int64_t *
chosen(struct wk_tui *t, size_t *n)
{
	struct wk_incidents *v = &t->incidents;
	const struct wk_page_row *at = wk_incidents_at(v);
	int64_t *ids = WK_ARENA_ARRAY(&t->scratch, int64_t, v->marked_count + 1);
	*n = 0;
	for (size_t i = 0; v->marked_count > 0 && i < v->count; i++)
		if (v->is_marked[i])
			ids[(*n)++] = v->rows[i].id;
	if (v->marked_count == 0 && at != NULL)
		ids[(*n)++] = at->id;
	return ids;
}

static void
tell(struct wk_tui *t, const char *verb, const struct wk_event *e, size_t n)
{
	struct wk_buf b;
	wk_buf_init(&b);
	if (n > 1)
		wk_buf_addf(&b, "%zu pages", n);
	else
		wk_app_put_event(&b, e);
	wk_toast_say(&t->toasts, WK_TOAST_DONE, "%s: %s   (u undoes)", verb, b.p);
	wk_buf_fini(&b);
}

static void
delete_chosen(struct wk_tui *t)
{
	struct wk_event last;
	struct wk_err err;
	size_t n;
	int64_t *ids = chosen(t, &n);
	if (n == 0)
		return;
	if (wk_app_rm_all(t->app, ids, n, &t->scratch, &last, &err) != WK_OK) {
		wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", err.msg);
		return;
	}
	t->incidents.gone = ids[0];
	tell(t, "deleted", &last, n);
}

/* ? becomes useful, useful noise, noise ?. */
static void
flag_chosen(struct wk_tui *t)
{
	struct wk_edit e;
	struct wk_event last;
	struct wk_err err;
	size_t n;
	const struct wk_page_row *at = wk_incidents_at(&t->incidents);
	int64_t *ids = chosen(t, &n);
	if (n == 0 || at == NULL)
		return;
	wk_edit_init(&e);
	if (at->noise == 1)
		e.clear = WK_LOCK_NOISE;
	else
		e.noise = at->noise + 1;
	if (wk_app_edit_all(t->app, ids, n, &e, &t->scratch, &last, &err) != WK_OK)
		wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", err.msg);
	else
		tell(t, at->noise == 1 ? "useful or not: not said" : at->noise == 0 ?
		    "noise" : "useful", &last, n);
}

static void
perform(struct wk_tui *t)
{
	enum wk_incident_want want = t->incidents.want;
	t->incidents.want = WK_IWANT_NONE;
	if (want == WK_IWANT_SAVE)
		(void)wk_incidents_form_save(t);
	else if (want == WK_IWANT_DELETE)
		delete_chosen(t);
	else if (want == WK_IWANT_FLAG)
		flag_chosen(t);
}

/* ---- the cursor */
static void
go(struct wk_tui *t, long step)
{
	struct wk_incidents *v = &t->incidents;
	long last = (long)v->shown_count - 1, at = (long)v->at;
	at = WK_MAX(0, WK_MIN(at + step, last));
	v->at = (size_t)at;
	wk_incidents_keep_seen(v, wk_incidents_room(t));
}

static bool
move(struct wk_tui *t, enum wk_action a)
{
	long page = wk_incidents_room(t), all = (long)t->incidents.shown_count;
	const struct { enum wk_action a; long step; } steps[] = { { WK_ACT_NEXT, 1 },
		{ WK_ACT_PREV, -1 }, { WK_ACT_FIRST, -all }, { WK_ACT_LAST, all },
		{ WK_ACT_PAGE_DOWN, page }, { WK_ACT_PAGE_UP, -page },
		{ WK_ACT_HALF_DOWN, page / 2 }, { WK_ACT_HALF_UP, -page / 2 } };
	for (size_t i = 0; i < WK_LEN(steps); i++)
		if (steps[i].a == a) {
			go(t, steps[i].step);
			return true;
		}
	return false;
}

static void
mark(struct wk_tui *t)
{
	struct wk_incidents *v = &t->incidents;
	const struct wk_page_row *p = wk_incidents_at(v);
	if (p == NULL)
		return;
	bool *on = &v->is_marked[wk_incidents_index(v, p)];
	*on = !*on;
	v->marked_count = *on ? v->marked_count + 1 : v->marked_count - 1;
	go(t, 1);
}

static void
filter(struct wk_tui *t)
{
	wk_incidents_arrange(&t->incidents);
	wk_incidents_keep_seen(&t->incidents, wk_incidents_room(t));
}

static void
sort_next(struct wk_tui *t)
{
	struct wk_incidents *v = &t->incidents;
	v->sort = (enum wk_incident_sort)((v->sort + 1) % WK_ISORT_COUNT);
	v->top = 0;
	filter(t);
}

/* The filter goes first, then the marks. */
static void
escape(struct wk_tui *t)
{
	struct wk_incidents *v = &t->incidents;
	if (v->filter.len > 0) {
		wk_edit_set(&v->filter, "");
		filter(t);
		return;
	}
	memset(v->is_marked, 0, v->count * sizeof(*v->is_marked));
	v->marked_count = 0;
}

/* ---- keys */
static enum wk_effect
update_filter(struct wk_tui *t, enum wk_action a, uint32_t key)
{
	struct wk_incidents *v = &t->incidents;
	if (a == WK_ACT_ENTER || a == WK_ACT_LEAVE) {
		v->is_filtering = false;
		if (a == WK_ACT_LEAVE)
			wk_edit_set(&v->filter, "");
	} else if (a == WK_ACT_FIELD_NEXT || a == WK_ACT_FIELD_PREV) {
		go(t, a == WK_ACT_FIELD_NEXT ? 1 : -1);
		return WK_FX_NONE;
	} else if (a == WK_ACT_CHOOSE)
		wk_edit_insert(&v->filter, ' ');
	else if (a != WK_ACT_NONE)
		(void)wk_edit_apply(&v->filter, a);
	else if (key >= ' ' && key < 0x110000 && key != WK_KEY_BACK)
		wk_edit_insert(&v->filter, key);
	filter(t);
	return WK_FX_NONE;
}

static enum wk_effect
ask(struct wk_tui *t, enum wk_incident_want want)
{
	t->incidents.want = want;
	return WK_FX_PERFORM;
}

static enum wk_effect
open_day(struct wk_tui *t)
{
	const struct wk_page_row *p = wk_incidents_at(&t->incidents);
	if (p == NULL || p->d > t->app->today)
		return WK_FX_NONE;
	t->want_day = p->d;
	return WK_FX_DAY;
}

static void
copy_row(struct wk_tui *t)
{
	const struct wk_page_row *p = wk_incidents_at(&t->incidents);
	struct wk_buf b;
	if (p == NULL)
		return;
	wk_buf_init(&b);
	wk_incidents_put_when(p, &b);
	if (p->title != NULL)
		wk_buf_addc(&b, ' ');
	if (p->title != NULL)
		wk_text_safe(&b, p->title);
	wk_copy(t, "page", b.p, b.len);
	wk_buf_fini(&b);
}

static enum wk_effect
update(struct wk_tui *t, enum wk_action a, uint32_t key)
{
	struct wk_incidents *v = &t->incidents;
	if (v->form.is_open)
		return wk_incidents_form_update(t, a, key);
	if (v->is_filtering)
		return update_filter(t, a, key);
	if (move(t, a))
		return WK_FX_NONE;
	switch (a) {
	case WK_ACT_ADD:
		wk_incidents_form_open(t, NULL);
		return WK_FX_NONE;
	case WK_ACT_EDIT:
		if (wk_incidents_at(v) != NULL)
			wk_incidents_form_open(t, wk_incidents_at(v));
		return WK_FX_NONE;
	case WK_ACT_DELETE:
		return ask(t, WK_IWANT_DELETE);
	case WK_ACT_FLAG:
		return ask(t, WK_IWANT_FLAG);
	case WK_ACT_TOGGLE:
		mark(t);
		return WK_FX_NONE;
	case WK_ACT_FIND:
		v->is_filtering = true;
		return WK_FX_NONE;
	case WK_ACT_SORT:
		sort_next(t);
		return WK_FX_NONE;
	case WK_ACT_TODAY:
		v->sort = WK_ISORT_NEWEST;
		filter(t);
		go(t, -(long)v->count);
		return WK_FX_NONE;
	case WK_ACT_ESCAPE:
		escape(t);
		return WK_FX_NONE;
	case WK_ACT_NEXT_PANEL:
	case WK_ACT_PREV_PANEL:
		v->shows_detail = !v->shows_detail;
		return WK_FX_NONE;
	case WK_ACT_COPY_ROW:
		copy_row(t);
		return WK_FX_NONE;
	case WK_ACT_OPEN:
		return open_day(t);
	default:
		return WK_FX_NONE;
	}
}

static bool
is_typing(const struct wk_tui *t)
{
	return t->incidents.form.is_open || t->incidents.is_filtering;
}

static void
paste(struct wk_tui *t, const char *text)
{
	struct wk_incidents *v = &t->incidents;
	if (v->form.is_open)
		wk_incidents_form_paste(t, text);
	else if (v->is_filtering) {
		wk_edit_paste(&v->filter, text);
		filter(t);
	}
}

static const char *
unsaved(const struct wk_tui *t)
{
	return wk_incidents_form_is_typed(&t->incidents.form) ? "page" : NULL;
}

static void
drop(struct wk_tui *t)
{
	t->incidents.form.is_open = false;
}

/* A row of the list; a heading is none. */
static void
click(struct wk_tui *t, int x, int y)
{
	struct wk_incidents *v = &t->incidents;
	struct wk_rect r = wk_incidents_places(t, wk_frame_body(&t->canvas)).list;
	int row = y - r.y - (t->size == WK_SIZE_COMPACT ? 1 : 2);
	if (is_typing(t) || x < r.x || x >= r.x + r.w || row < 0 ||
	    row >= wk_incidents_room(t))
		return;
	for (size_t i = v->top; i < v->shown_count; i++) {
		int line = wk_incidents_lines(v, v->top, i) - 1;
		if (line == row)
			v->at = i;
		if (line >= row)
			return;
	}
}

/* ---- drawing */
static void
put_note(const struct wk_tui *t, struct wk_buf *b)
{
	const struct wk_incidents *v = &t->incidents;
	if (v->shown_count > 0)
		wk_buf_addf(b, "%zu/%zu   ", v->at + 1, v->shown_count);
	wk_buf_addf(b, "filter: %.24s   s: %s", v->filter.len > 0 ? v->filter.s : "none",
	    wk_incidents_sort_name(v->sort));
}

/* In the lower edge of the list, or above it where there is no edge. */
static void
draw_filter(const struct wk_tui *t, struct wk_canvas *c, int x, int y, int w)
{
	x = wk_canvas_puts(c, x, y, WK_ROLE_KEY, " / ");
	wk_edit_draw(&t->incidents.filter, c, (struct wk_rect){ x, y, w - 4, 1 },
	    WK_ROLE_FIELD_FOCUS, true);
}

static void
render_small(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	const struct wk_incidents *v = &t->incidents;
	struct wk_rect in = { r.x, r.y + 1, r.w, r.h - 1 };
	if (v->is_filtering)
		draw_filter(t, c, r.x, r.y, r.w);
	else {
		wk_canvas_putf(c, r.x + 1, r.y, WK_ROLE_DIM, "%s", v->shows_detail ?
		    "this page" : wk_incidents_sort_name(v->sort));
		wk_canvas_puts_right(c, r.x + r.w - 1, r.y, WK_ROLE_DIM,
		    v->shows_detail ? "Tab list" : "Tab this page");
	}
	if (v->shows_detail)
		wk_incidents_draw_detail(t, c, in, true);
	else
		wk_incidents_draw_list(t, c, in);
}

static void
render_panels(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	struct wk_incidents_place p = wk_incidents_places(t, r);
	const struct wk_page_row *at = wk_incidents_at(&t->incidents);
	struct wk_buf note, when;
	wk_buf_init(&note);
	wk_buf_init(&when);
	put_note(t, &note);
	struct wk_rect in = wk_canvas_panel(c, p.list, "Incidents", note.p, true);
	wk_incidents_draw_list(t, c, in);
	if (t->incidents.is_filtering)
		draw_filter(t, c, p.list.x + 2, p.list.y + p.list.h - 1, 34);
	if (at != NULL)
		wk_incidents_put_when(at, &when);
	bool is_tall = p.time.h > 0;
	wk_buf_clear(&note);
	if (at != NULL && at->title != NULL && !is_tall) {
		wk_text_safe(&note, at->title);
		note.p[wk_text_fit(note.p, 40)] = '\0';
		wk_buf_addf(&when, "  %s", note.p);
	}
	wk_buf_clear(&note);
	if (at != NULL && !is_tall && strcmp(at->source, "manual") != 0)
		wk_buf_adds(&note, "from ");
	if (note.len > 0)
		wk_text_safe(&note, at->source);
	in = wk_canvas_panel(c, p.detail, at != NULL ? when.p : "This page", note.p,
	    false);
	wk_incidents_draw_detail(t, c, in, is_tall);
	wk_buf_fini(&note);
	wk_buf_fini(&when);
	if (!is_tall)
		return;
	in = wk_canvas_panel(c, p.time, "By time, 8 weeks", "", false);
	wk_incidents_draw_time(t, c, in);
	in = wk_canvas_panel(c, p.noise, "Noise, 8 weeks", "", false);
	wk_incidents_draw_noise(t, c, in);
}

static void
render(const struct wk_tui *t, struct wk_canvas *c, struct wk_rect r)
{
	if (t->size == WK_SIZE_COMPACT)
		render_small(t, c, r);
	else
		render_panels(t, c, r);
	if (!t->incidents.form.is_open)
		return;
	wk_canvas_fade(c);
	wk_incidents_form_draw(t, c);
}

static void
resized(struct wk_tui *t)
{
	wk_incidents_keep_seen(&t->incidents, wk_incidents_room(t));
}

static void
put_state(const struct wk_tui *t, struct wk_buf *b)
{
	const struct wk_incidents *v = &t->incidents;
	if (v->marked_count > 0)
		wk_buf_addf(b, "%zu marked  ", v->marked_count);
	if (v->shown_count > 0 && t->size == WK_SIZE_COMPACT)
		wk_buf_addf(b, "%zu/%zu", v->at + 1, v->shown_count);
}

/* With no page there is nothing to edit; what is filtered away can be found again. */
static bool
has_hint(const struct wk_tui *t, enum wk_action a)
{
	const struct wk_incidents *v = &t->incidents;
	return is_typing(t) || a == WK_ACT_ADD ||
	    (a == WK_ACT_FIND ? v->count : v->shown_count) > 0;
}

const struct wk_view wk_view_incidents = { .name = "incidents", .tab = "5 Incidents",
	.title = "Incidents", .action = WK_ACT_VIEW_INCIDENTS, .load = load,
	.perform = perform, .put_flat = wk_incidents_put_flat, .update = update,
	.is_typing = is_typing, .unsaved = unsaved, .save = wk_incidents_form_save,
	.drop = drop, .paste = paste, .render = render, .click = click,
	.resized = resized, .has_hint = has_hint, .put_state = put_state };
