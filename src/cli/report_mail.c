/* SPDX-License-Identifier: MIT */
/* report for cron: to an address, for the weeks that were missed, into files named after
 * their period. */
#include <unistd.h>

#include "report.h"

static const char period_word[] = "{period}";

const char *
cli_report_path(struct wk_cli *c, const struct wk_period *p)
{
	const char *path = cli_value(c, "output");
	const char *at = path == NULL ? NULL : strstr(path, period_word);
	if (at == NULL)
		return path;
	return wk_arena_printf(&c->arena, "%.*s%s%s", (int)(at - path), path, p->name,
	    at + strlen(period_word));
}

/* ---- one period ---- */
static enum wk_rc
mail_one(struct wk_cli *c, const struct wk_report_ask *q, const char *to)
{
	struct wk_err late = { .rc = WK_OK };
	bool is_sent;
	enum wk_rc rc = wk_app_mail_queue(c->app, q, to, &c->arena, &is_sent, &c->err);
	bool is_new = rc == WK_OK;
	if (!is_new && (c->app->store == NULL ||
	    (rc != WK_ERR_NOTFOUND && rc != WK_ERR_NETWORK)))
		return rc;
	if (is_sent && c->is_terminal)
		wk_buf_addf(c->out, "%s was mailed to %s before; --again sends it once "
		    "more\n", q->period->name, to);
	/* what waits goes out although this week has nothing to tell */
	enum wk_rc sent = wk_app_mail_send(c->app, q, to, &c->arena,
	    is_new ? &c->err : &late);
	if (!is_new && sent != WK_OK) {
		c->err = late;
		return sent;
	}
	return is_new ? sent : rc;
}

/* ---- what became of them ---- */
static const char *const state_words[] = {
	[WK_MAIL_PENDING] = "waits", [WK_MAIL_SENDING] = "is being sent",
	[WK_MAIL_SENT] = "sent", [WK_MAIL_DEAD] = "given up",
};

static void
put_moment(struct wk_cli *c, struct wk_buf *b, int64_t at)
{
	struct wk_buf iso;
	wk_buf_init(&iso);
	wk_zone_put_iso(&iso, at, wk_zone_offset(c->app->zone, at), false);
	wk_buf_addf(b, "%.10s %.5s", iso.p, iso.p + 11);
	wk_buf_fini(&iso);
}

static void
put_mail(struct wk_cli *c, const struct wk_mail_row *m)
{
	put_moment(c, c->out, m->made);
	wk_buf_addf(c->out, "  %s to ", m->period);
	cli_put_text(c, m->to);
	wk_buf_addf(c->out, ": %s", state_words[m->state]);
	if (m->state == WK_MAIL_PENDING && m->attempts > 0) {
		wk_buf_addf(c->out, " after %d %s, next from ", m->attempts,
		    m->attempts == 1 ? "try" : "tries");
		put_moment(c, c->out, m->next);
	}
	if (m->reason != NULL) {
		wk_buf_adds(c->out, ": ");
		cli_put_text(c, m->reason);
	}
	wk_buf_addc(c->out, '\n');
}

static void
put_mail_json(struct wk_cli *c, const struct wk_mail_row *m)
{
	static const char *const names[] = { "pending", "sending", "sent", "given-up" };
	wk_buf_adds(c->out, "{\"period\":");
	wk_json_put_string(c->out, m->period);
	wk_buf_adds(c->out, ",\"to\":");
	wk_json_put_string(c->out, m->to);
	wk_buf_addf(c->out, ",\"state\":\"%s\",\"attempts\":%d,\"made\":\"",
	    names[m->state], m->attempts);
	wk_zone_put_iso(c->out, m->made, wk_zone_offset(c->app->zone, m->made), false);
	wk_buf_adds(c->out, "\",\"next\":");
	if (m->state == WK_MAIL_PENDING) {
		wk_buf_addc(c->out, '"');
		wk_zone_put_iso(c->out, m->next, wk_zone_offset(c->app->zone, m->next),
		    false);
		wk_buf_addc(c->out, '"');
	} else
		wk_buf_adds(c->out, "null");
	wk_buf_adds(c->out, ",\"reason\":");
	if (m->reason != NULL)
		wk_json_put_string(c->out, m->reason);
	else
		wk_buf_adds(c->out, "null");
	wk_buf_addc(c->out, '}');
}

enum wk_rc
cli_report_outbox(struct wk_cli *c)
{
	struct wk_mail_row *v;
	size_t n;
	enum wk_rc rc = wk_app_mail_outbox(c->app, &c->arena, &v, &n, &c->err);
	if (rc != WK_OK)
		return rc;
	if (cli_has(c, "json")) {
		wk_buf_adds(c->out, "{\"format\":1,\"mails\":[");
		for (size_t i = 0; i < n; i++) {
			wk_buf_adds(c->out, i > 0 ? "," : "");
			put_mail_json(c, &v[i]);
		}
		wk_buf_adds(c->out, "]}\n");
		return WK_OK;
	}
	for (size_t i = 0; i < n; i++)
		put_mail(c, &v[i]);
	return n > 0 ? WK_OK :
	    wk_fail(&c->err, WK_ERR_NOTFOUND, "nothing was mailed yet");
}

/* ---- the weeks that were missed ---- */
static enum wk_rc
missed_of(struct wk_cli *c, const char *target, const struct wk_report_ask *ask,
    enum wk_rc (*make)(struct wk_cli *c, const struct wk_report_ask *q))
{
	wk_date *v;
	size_t n;
	enum wk_rc rc = wk_app_missed(c->app, target, &c->arena, &v, &n, &c->err);
	for (size_t i = 0; rc == WK_OK && i < n; i++) {
		struct wk_period p = wk_period_week(v[i]);
		struct wk_report_ask q = *ask;
		q.period = &p;
		rc = make(c, &q);
		if (rc == WK_OK || rc == WK_ERR_NOTFOUND)  /* an empty week is none */
			rc = wk_app_missed_done(c->app, target, v[i], &c->arena, &c->err);
	}
	return rc;
}

static enum wk_rc
make_mail(struct wk_cli *c, const struct wk_report_ask *q)
{
	bool is_sent;
	return wk_app_mail_queue(c->app, q, cli_value(c, "mail"), &c->arena, &is_sent,
	    &c->err);
}

static enum wk_rc
missed(struct wk_cli *c, const struct wk_report_ask *q)
{
	const char *path = cli_value(c, "output"), *to = cli_value(c, "mail");
	enum wk_rc rc = WK_OK;
	if (path != NULL)
		rc = missed_of(c, wk_arena_printf(&c->arena, "file.%s", path), q,
		    cli_put_report_file);
	if (rc != WK_OK || to == NULL)
		return rc;
	rc = missed_of(c, wk_arena_printf(&c->arena, "mail.%s", to), q, make_mail);
	return rc != WK_OK ? rc : wk_app_mail_send(c->app, NULL, to, &c->arena, &c->err);
}

static enum wk_rc
check(struct wk_cli *c)
{
	static const char *const periods[] = { "week", "month", "from", "to" };
	const char *path = cli_value(c, "output"), *to = cli_value(c, "mail");
	bool is_missed = cli_has(c, "missed");
	for (size_t i = 0; is_missed && i < WK_LEN(periods); i++)
		if (cli_has(c, periods[i]))
			return wk_fail(&c->err, WK_ERR_INPUT,
			    "--missed finds the weeks itself, without --%s", periods[i]);
	if (is_missed && path == NULL && to == NULL)
		return wk_fail(&c->err, WK_ERR_INPUT, "--missed needs -o or --mail");
	if (is_missed && path != NULL && strstr(path, period_word) == NULL)
		return wk_fail(&c->err, WK_ERR_INPUT, "--missed may write several weeks: "
		    "-o needs %s in its name", period_word);
	if (path == NULL && (cli_has(c, "format") || cli_has(c, "json")))
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "a mail has text and HTML: --format goes with -o");
	return to == NULL ? WK_OK : wk_app_mail_ready(c->app, to, &c->err);
}

enum wk_rc
cli_report_cron(struct wk_cli *c, const struct wk_report_ask *q)
{
	int lock = -1;
	enum wk_rc rc = check(c);
	if (rc == WK_OK)
		rc = wk_app_report_lock(c->app, &lock, &c->err);
	if (rc != WK_OK)
		return rc;
	if (cli_has(c, "missed"))
		rc = missed(c, q);
	else {
		if (cli_has(c, "output"))
			rc = cli_put_report_file(c, q);
		if (rc == WK_OK || rc == WK_ERR_NOTFOUND)
			rc = mail_one(c, q, cli_value(c, "mail"));
	}
	(void)close(lock);
	return rc;
}
