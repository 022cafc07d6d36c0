/* SPDX-License-Identifier: MIT */
/* What is shared, with whom, what waits and what became of it; and the keys that change
 * it, each of which asks: the command it runs stands in the command line, and Enter says
 * yes. */
#include "state.h"

enum { ROWS = 12 };

static const char off[] =
    "Sharing is off.\n"
    "\n"
    "shared now    nothing, with nobody\n"
    "sent so far   0 bytes: nothing ever left this machine\n"
    "waiting       nothing\n"
    "\n"
    "What leaves this machine is what you write or copy yourself: a report (7, w), an "
    "export, a backup. p shows what a hub would get; wick share enrol URL, in a shell "
    "and with an invite, is where it would begin.\n"
    "\n"
    "Days, sleep, feeling, notes, titles of pages and times of day are for you "
    "alone.\n";

static void
put_terms(struct wk_buf *b, const struct wk_share_view *v)
{
	const struct wk_consent *n = v->now.gen > 0 ? &v->now : &v->next;
	char until[11];
	wk_date_format(n->expires, until);
	if (v->bar == NULL)
		wk_buf_adds(b, "Sharing is on.\n\n");
	else
		wk_buf_addf(b, "Nothing is sent now: %s.\n\n", v->bar);
	wk_buf_adds(b, "to       ");
	wk_text_safe(b, v->dest.url);
	wk_buf_addf(b, "\nlevel    %s, from %s\n", n->level,
	    strcmp(n->basis, "work") == 0 ? "hours, rest and pages alone" :
	    "sleep and feelings too");
	wk_buf_addf(b, "seen by  %s%s\n", *n->teams == '\0' ? "no team" : n->teams,
	    *n->teams == '\0' ? "" : strcmp(n->visibility, "individual") == 0 ?
	    ", by name" : ", in a sum of 5 or more");
	wk_buf_addf(b, "until    %s\n", until);
}

static void
put_row(struct wk_buf *b, const struct wk_out *o)
{
	wk_buf_addf(b, "%s  rev %-2lld ", o->week, (long long)o->rev);
	if (strcmp(o->state, "done") == 0)
		wk_buf_adds(b, strcmp(o->op, "put") == 0 ? "arrived" : "taken back");
	else if (strcmp(o->state, "dead") == 0)
		wk_buf_adds(b, "refused");
	else
		wk_buf_addf(b, "waits, tried %d x", o->attempts);
	if (o->last_status > 0 && strcmp(o->state, "done") != 0)
		wk_buf_addf(b, ", %d", o->last_status);
	if (o->last_code != NULL && strcmp(o->state, "done") != 0) {
		wk_buf_addc(b, ' ');
		wk_text_safe(b, o->last_code);
	}
	wk_buf_addc(b, '\n');
}

static void
put_outbox(struct wk_tui *t, const struct wk_share_view *v, struct wk_arena *a,
    struct wk_buf *b)
{
	struct wk_out *rows;
	struct wk_err err;
	size_t n = 0;
	if (wk_store_out_list(t->app->store, v->dest.id, false, a, &rows, &n, &err) !=
	    WK_OK)
		return;
	wk_buf_addf(b, "\n%zu week%s to send%s\n", v->count, v->count == 1 ? "" : "s",
	    v->bar != NULL && v->count > 0 ? ", once you agree" : "");
	if (v->dest.paused != NULL) {
		wk_buf_adds(b, "stopped: ");
		wk_text_safe(b, v->dest.paused);
		wk_buf_addc(b, '\n');
	}
	for (size_t i = n; i-- > 0 && n - i <= ROWS;)
		put_row(b, &rows[i]);
}

static void
put_sharing(struct wk_tui *t, const struct wk_share_view *v, struct wk_arena *a)
{
	struct wk_settings *g = &t->settings;
	struct wk_buf b;
	g->sharing_word = v->bar == NULL ? "on" : v->now.gen > 0 &&
	    strcmp(v->now.state, "paused") == 0 ? "paused" : "off";
	wk_buf_init(&b);
	put_terms(&b, v);
	wk_buf_addf(&b, "\np bytes  %s%s\n", v->next.gen != v->now.gen ? "A agree  " : "",
	    v->now.gen > 0 && strcmp(v->now.state, "withdrawn") != 0 ?
	    "P pause  R take back  S send" : v->now.gen > 0 ? "S send" : "");
	put_outbox(t, v, a, &b);
	g->digest = v->next.gen == v->now.gen ? NULL :
	    wk_arena_strdup(&g->arena, v->sha256);
	g->sharing = wk_arena_strdup(&g->arena, b.p);
	wk_buf_fini(&b);
}

/* Where there is a receiver the weeks that would be sent are worked out, from all of the
 * log, and a few lines are kept of them. */
void
wk_settings_load_sharing(struct wk_tui *t)
{
	const struct wk_share_terms as_is = { .since = WK_DATE_NONE };
	struct wk_share_view v;
	struct wk_dest to;
	struct wk_err err;
	struct wk_arena a;
	t->settings.sharing = off;
	t->settings.sharing_word = "off";
	t->settings.digest = NULL;
	wk_arena_init(&a);
	if (wk_app_share_dest(t->app, NULL, &a, &to, &err) == WK_OK &&
	    wk_app_share_view(t->app, NULL, &as_is, &a, &v, &err) == WK_OK)
		put_sharing(t, &v, &a);
	wk_arena_fini(&a);
	t->has_read = true;
}

/* Its line waits for Enter. */
static enum wk_effect
ask(struct wk_tui *t, const char *line)
{
	wk_cmdline_open(t, line);
	return WK_FX_NONE;
}

enum wk_effect
wk_settings_share(struct wk_tui *t, enum wk_action a)
{
	struct wk_settings *g = &t->settings;
	switch (a) {
	case WK_ACT_SHARED:
		wk_cmdline_open(t, "share preview");
		t->cmd.is_open = false;
		return WK_FX_RUN;
	case WK_ACT_PAUSE:
		return ask(t, "share pause");
	case WK_ACT_WITHDRAW:
		return ask(t, "share withdraw");
	case WK_ACT_ADD:
		if (g->digest == NULL)
			return WK_FX_NONE;
		return ask(t, wk_arena_printf(&t->scratch, "share grant --yes %.16s",
		    g->digest));
	default:
		g->what = WK_SETTINGS_SYNC;
		return WK_FX_PERFORM;
	}
}
