/* SPDX-License-Identifier: MIT */
/* Mails on their way out. A message is frozen when it is made, and sent at most once: its
 * row is marked, durably, before it leaves and after. One that was interrupted between
 * the two may have arrived; it is given up and told, never repeated.
 *
 * All else that fails is tried again by a later run, after 1 min doubled to 1 h, a
 * quarter more or less: also a refused login, for the password in the settings may be
 * what is wrong, and a refused recipient (5xx), whose mailbox may be full; that for five
 * days. What was sent is not sent again, unless somebody asks for it. */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/random.h>
#include <unistd.h>

#include "wick/render.h"

#include "internal.h"

/* Two lines of a crontab begin in the same second. */
enum { LOCK_TRIES = 100, LOCK_PAUSE_MS = 100 };
enum { FIRST_DELAY_S = 60, LONGEST_DELAY_S = 3600, REFUSED_S = 5 * 86400 };

enum wk_rc
wk_app_lock(struct wk_app *app, const char *name, const char *who, int *fd,
    struct wk_err *err)
{
	const char *path;
	enum wk_rc rc = wk_conf_path('s', name, &app->arena, &path, err);
	if (rc == WK_OK)
		rc = wk_file_mkdirs(dirname(wk_arena_strdup(&app->arena, path)), err);
	if (rc != WK_OK)
		return rc;
	*fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (*fd < 0)
		return wk_fail(err, WK_ERR_STORE, "%s: %s", path, strerror(errno));
	bool is_held = true;
	for (int i = 0; i < LOCK_TRIES && is_held; i++) {
		if (flock(*fd, LOCK_EX | LOCK_NB) == 0)
			return WK_OK;
		is_held = errno == EWOULDBLOCK;
		if (is_held)
			(void)poll(NULL, 0, LOCK_PAUSE_MS);
	}
	rc = is_held ?
	    wk_fail(err, WK_ERR_CONFLICT, "another %s is at work", who) :
	    wk_fail(err, WK_ERR_STORE, "%s: %s", path, strerror(errno));
	(void)close(*fd);
	return rc;
}

enum wk_rc
wk_app_report_lock(struct wk_app *app, int *fd, struct wk_err *err)
{
	return wk_app_lock(app, "report.lock", "wick report", fd, err);
}

enum wk_rc
wk_app_mail_ready(const struct wk_app *app, const char *to, struct wk_err *err)
{
	const struct wk_conf_mail *c = &app->conf.mail;
	const char *at;
	size_t n;
	if (!wk_app_mail_has(c->server) && !wk_app_mail_has(c->sendmail))
		return wk_fail(err, WK_ERR_INPUT, "no way out for mail: set mail.server "
		    "or mail.sendmail (man wick.conf)");
	if (!wk_mail_address(c->from, &at, &n))
		return wk_fail(err, WK_ERR_INPUT, "mail.from \"%s\" is no address",
		    c->from);
	if (!wk_mail_address(to, &at, &n) || at != to)
		return wk_fail(err, WK_ERR_INPUT, "\"%s\" is no address", to);
	return WK_OK;
}

/* ---- making one ---- */
static enum wk_rc
draw(void *p, size_t n, struct wk_err *err)
{
	return getrandom(p, n, 0) == (ssize_t)n ? WK_OK :
	    wk_fail(err, WK_ERR_FAIL, "getrandom: %s", strerror(errno));
}

/* Random, at the sender's domain: it says nothing of the machine. */
static enum wk_rc
make_id(const struct wk_app *app, struct wk_arena *a, const char **out,
    struct wk_err *err)
{
	uint64_t r[2];
	const char *at;
	size_t n;
	enum wk_rc rc = draw(r, sizeof(r), err);
	if (rc != WK_OK || !wk_mail_address(app->conf.mail.from, &at, &n))
		return rc;
	const char *domain = memchr(at, '@', n);
	*out = wk_arena_printf(a, "<%016llx%016llx%.*s>", (unsigned long long)r[0],
	    (unsigned long long)r[1], (int)(n - (size_t)(domain - at)), domain);
	return WK_OK;
}

static enum wk_rc
render(struct wk_app *app, const struct wk_report_ask *q, const char *format,
    struct wk_buf *out, struct wk_err *err)
{
	struct wk_report_ask part = *q;
	part.format = format;
	part.paint = wk_paint_none();
	return wk_app_report_file(app, &part, out, err);
}

/* The whole message of the row, which has its id and recipient. */
static enum wk_rc
make_body(struct wk_app *app, const struct wk_report_ask *q, struct wk_mail_row *m,
    struct wk_arena *a, struct wk_err *err)
{
	struct wk_buf text, html, out;
	wk_buf_init(&text);
	wk_buf_init(&html);
	wk_buf_init(&out);
	enum wk_rc rc = render(app, q, "text", &text, err);
	if (rc == WK_OK)
		rc = render(app, q, "html", &html, err);
	if (rc == WK_OK) {
		struct wk_mail mail = { .message_id = m->message_id,
			.from = app->conf.mail.from, .to = m->to,
			.subject = wk_arena_printf(a, "wick report %s", m->period),
			.at = app->now, .off = wk_zone_offset(app->zone, app->now),
			.text = text.p, .html = html.p };
		wk_render_mail(&mail, &out);
		m->body = wk_arena_strdup(a, out.p);
	}
	wk_buf_fini(&text);
	wk_buf_fini(&html);
	wk_buf_fini(&out);
	return rc;
}

static const char *
name_of(const struct wk_report_ask *q, struct wk_arena *a)
{
	return wk_arena_printf(a, q->is_brief ? "%s brief" : "%s", q->period->name);
}

static const struct wk_mail_row *
find(const struct wk_mail_row *v, size_t n, const char *to, const char *period)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(v[i].to, to) == 0 && strcmp(v[i].period, period) == 0)
			return &v[i];
	return NULL;
}

static enum wk_rc
told(const struct wk_mail_row *m, struct wk_err *err)
{
	return wk_fail(err, WK_ERR_NETWORK, "mail of %s to %s: %s", m->period, m->to,
	    m->reason != NULL ? m->reason : "it waits");
}

enum wk_rc
wk_app_mail_outbox(struct wk_app *app, struct wk_arena *a, struct wk_mail_row **v,
    size_t *n, struct wk_err *err)
{
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err);
	return rc != WK_OK ? rc : wk_store_mail_list(app->store, a, v, n, err);
}

/* One that is on its way, or was made when the period was over already and sent or, told
 * so, given up: nothing is made anew. A period that was still going on is. */
static bool
is_done(const struct wk_app *app, const struct wk_mail_row *m,
    const struct wk_report_ask *q)
{
	int64_t local = m->made + wk_zone_offset(app->zone, m->made);
	return m->state < WK_MAIL_SENT || (!q->is_again && local / 86400 > q->period->to);
}

enum wk_rc
wk_app_mail_queue(struct wk_app *app, const struct wk_report_ask *q, const char *to,
    struct wk_arena *a, bool *is_sent, struct wk_err *err)
{
	struct wk_mail_row *v = NULL, m = { .to = to, .period = name_of(q, a),
		.d = q->period->from, .d_last = q->period->to, .made = app->now,
		.next = app->now };
	size_t n = 0;
	enum wk_rc rc = wk_app_mail_outbox(app, a, &v, &n, err);
	*is_sent = false;
	if (rc != WK_OK)
		return rc;
	for (const struct wk_mail_row *w = v; w < v + n; w++) {
		if (find(w, 1, to, m.period) == NULL || !is_done(app, w, q))
			continue;
		*is_sent = w->state == WK_MAIL_SENT;
		return w->state == WK_MAIL_DEAD ? told(w, err) : WK_OK;
	}
	rc = make_id(app, a, &m.message_id, err);
	if (rc == WK_OK)
		rc = make_body(app, q, &m, a, err);
	if (rc == WK_OK)
		rc = wk_app_begin(app, "mail", err);
	if (rc != WK_OK)
		return rc;
	return wk_app_end(app, wk_store_mail_put(app->store, &m, err), err);
}

/* ---- sending ---- */
static enum wk_rc
mark(struct wk_app *app, const struct wk_mail_row *m, struct wk_err *err)
{
	enum wk_rc rc = wk_app_begin(app, "mail", err);
	if (rc != WK_OK)
		return rc;
	return wk_app_end(app, wk_store_mail_set(app->store, m, err), err);
}

static int64_t
delay(int attempts)
{
	uint32_t r = 0;
	int64_t s = FIRST_DELAY_S;
	for (int i = 1; i < attempts && s < LONGEST_DELAY_S; i++)
		s *= 2;
	if (draw(&r, sizeof(r), NULL) == WK_OK)
		s = s * 3 / 4 + s * (int64_t)(r % 1024) / 2048;
	return WK_MIN(WK_MAX(s, FIRST_DELAY_S), LONGEST_DELAY_S);
}

/* What became of it, into the row; false: it did not arrive. */
static bool
judge(const struct wk_app *app, const struct wk_mail_answer *w, struct wk_arena *a,
    struct wk_mail_row *m)
{
	bool is_login = w->status == 530 || w->status == 534 || w->status == 535 ||
	    w->status == 538;
	const char *why = w->error == NULL ? "no reason was given" : w->error;
	m->reason = NULL;
	m->state = w->is_ok ? WK_MAIL_SENT : WK_MAIL_PENDING;
	if (w->is_ok)
		return true;
	if (w->is_unsure || (w->status >= 500 && !is_login &&
	    app->now >= m->made + REFUSED_S))
		m->state = WK_MAIL_DEAD;
	else
		m->next = app->now + delay(m->attempts);
	m->reason = w->is_unsure ? wk_arena_printf(a, "%s; it may have arrived and is "
	    "not sent again", why) : wk_arena_strdup(a, why);
	return false;
}

/* One row: marked, carried, marked. */
static enum wk_rc
send_one(struct wk_app *app, struct wk_mail_row *m, struct wk_arena *a, bool *is_gone,
    struct wk_err *err)
{
	struct wk_mail_answer w = { 0 };
	struct wk_err late;
	enum wk_rc rc = wk_store_mail_body(app->store, m->message_id, a, &m->body, err);
	m->state = WK_MAIL_SENDING;
	m->attempts++;
	if (rc == WK_OK)
		rc = mark(app, m, err);
	if (rc != WK_OK)
		return rc;
	rc = wk_app_mail_carry(app, m, a, &w, err);
	if (rc != WK_OK) {                      /* nothing has left */
		m->state = WK_MAIL_PENDING;
		m->reason = wk_arena_strdup(a, err->msg);
		m->next = app->now;
		return mark(app, m, &late) == WK_OK ? rc : late.rc;
	}
	bool ok = judge(app, &w, a, m);
	*is_gone = !ok && w.status == 0;
	rc = mark(app, m, err);
	return rc != WK_OK || ok ? rc : told(m, err);
}

/* A run that was stopped while it sent: nobody knows how far it came. */
static enum wk_rc
give_up(struct wk_app *app, struct wk_mail_row *m, struct wk_err *err)
{
	m->state = WK_MAIL_DEAD;
	m->reason = "wick was stopped while it was sent; it may have arrived and is not "
	    "sent again";
	enum wk_rc rc = mark(app, m, err);
	return rc == WK_OK ? told(m, err) : rc;
}

enum wk_rc
wk_app_mail_send(struct wk_app *app, const struct wk_report_ask *q, const char *to,
    struct wk_arena *a, struct wk_err *err)
{
	struct wk_mail_row *v;
	struct wk_err *at = err, late;
	size_t n;
	bool is_gone = false;
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err), first = WK_OK;
	if (rc == WK_OK)
		rc = wk_store_mail_waiting(app->store, a, &v, &n, err);
	if (rc != WK_OK)
		return rc;
	for (size_t i = 0; i < n && !is_gone; i++) {
		if (v[i].state != WK_MAIL_SENDING && v[i].next > app->now)
			continue;
		rc = v[i].state == WK_MAIL_SENDING ? give_up(app, &v[i], at) :
		    send_one(app, &v[i], a, &is_gone, at);
		if (rc != WK_OK && first == WK_OK) {
			first = rc;
			at = &late;             /* one line is told */
		}
		if (rc != WK_OK && rc != WK_ERR_NETWORK)
			return first;
	}
	if (first != WK_OK || q == NULL)
		return first;
	const struct wk_mail_row *m = find(v, n, to, name_of(q, a));
	return m != NULL && m->state == WK_MAIL_PENDING ? told(m, err) : WK_OK;
}
