/* SPDX-License-Identifier: MIT */
/* Threads of the hub: HTTP workers, each with its own socket, reader and mailbox; one
 * writer; one more listener for the counts. */
#include "serve.h"

#include <errno.h>
#include <sys/eventfd.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

enum {
	DAY_S = 86400,
	TOMBSTONE_DAYS = 400,
	AUDIT_DAYS = 731,
	DRAIN_MS = 8000,
	METRICS_HEAD = 8192,
};

/* ---- the counts ---- */
static const char *
route_path(size_t i)
{
	return i < route_count() ? route_at(i)->path : "none";
}

static void
put_writer(struct hub *hub, struct wk_buf *b)
{
	struct wk_hub_writer_stats w;

	wk_hub_writer_stats(hub->writer, &w);
	wk_buf_addf(b, "# HELP wick_commit_seconds Time in commits.\n"
	    "# TYPE wick_commit_seconds summary\nwick_commit_seconds_sum %.3f\n"
	    "wick_commit_seconds_count %llu\n"
	    "# HELP wick_commit_seconds_max The longest commit.\n"
	    "# TYPE wick_commit_seconds_max gauge\nwick_commit_seconds_max %.3f\n",
	    (double)w.commit_ms_sum / 1000, (unsigned long long)w.commits,
	    (double)w.commit_ms_max / 1000);
	wk_buf_addf(b, "# HELP wick_batch_rows Writes; by the count of commits: of one.\n"
	    "# TYPE wick_batch_rows summary\nwick_batch_rows_sum %llu\n"
	    "wick_batch_rows_count %llu\n"
	    "# HELP wick_queue_depth Writes that wait.\n"
	    "# TYPE wick_queue_depth gauge\nwick_queue_depth %zu\n"
	    "# HELP wick_busy_total Writes that were sent away.\n"
	    "# TYPE wick_busy_total counter\nwick_busy_total %llu\n",
	    (unsigned long long)w.ops, (unsigned long long)w.commits, w.depth,
	    (unsigned long long)(w.busy + w.late));
}

static void
metrics_handle(void *worker, struct http_request *r)
{
	struct worker *w = worker;
	struct wk_err err;
	bool is_up;

	if (strcmp(r->path, "/metrics") != 0 || r->method != HTTP_GET) {
		r->reply.status = 404;
		http_send(r);
		return;
	}
	is_up = w->hub->ops->ping(w->reader, 100, &err) == WK_OK;
	r->reply.status = 200;
	http_reply_header(r, "Content-Type", "text/plain; version=0.0.4");
	metrics_put(&w->hub->metrics, route_path, route_count(), &r->reply.body);
	put_writer(w->hub, &r->reply.body);
	wk_buf_addf(&r->reply.body, "# HELP wick_store_up The store takes writes.\n"
	    "# TYPE wick_store_up gauge\nwick_store_up %d\n", is_up);
	http_send(r);
}

/* ---- threads ---- */
/* In the worker: main has said to end, now or when all is answered. */
static void
on_control(void *arg)
{
	struct thread *t = arg;
	uint64_t told;

	(void)!read(t->control, &told, sizeof(told));
	if (atomic_load(t->stop) == STOP_NONE)
		return;
	http_close_listener(t->worker.http);
	if (atomic_load(t->stop) == STOP_NOW || http_pending(t->worker.http) == 0)
		http_stop(t->worker.http);
}

static void *
thread_main(void *arg)
{
	struct thread *t = arg;

	http_run(t->worker.http);
	return NULL;
}

static bool
is_trusted(const void *worker, const char *address)
{
	const struct worker *w = worker;

	return settings_is_proxy(w->hub->settings, address);
}

static enum wk_rc
thread_open(struct server *s, struct thread *t, const struct http_options *o,
    struct wk_err *err)
{
	struct worker *w = &t->worker;
	enum wk_rc rc;

	t->stop = &s->stop;
	t->control = -1;
	w->hub = &s->hub;
	rc = s->hub.ops->reader(s->hub.store, &w->reader, err);
	if (rc == WK_OK)
		rc = wk_hub_mailbox_new(&w->mailbox, err);
	if (rc == WK_OK)
		rc = http_open(o, &w->http, err);
	if (rc != WK_OK)
		return rc;
	t->control = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (t->control < 0)
		return wk_fail(err, WK_ERR_FAIL, "eventfd: %s", strerror(errno));
	http_watch(w->http, t->control, on_control, t);
	http_watch(w->http, wk_hub_mailbox_fd(w->mailbox), call_mail, w);
	return WK_OK;
}

static enum wk_rc
thread_start(struct thread *t, struct wk_err *err)
{
	int rc = pthread_create(&t->id, NULL, thread_main, t);

	if (rc != 0)
		return wk_fail(err, WK_ERR_FAIL, "no thread: %s", strerror(rc));
	t->is_running = true;
	return WK_OK;
}

static void
thread_tell(struct thread *t)
{
	uint64_t one = 1;

	if (t->is_running)
		(void)!write(t->control, &one, sizeof(one));
}

static void
thread_close(struct server *s, struct thread *t)
{
	struct worker *w = &t->worker;

	if (w->http != NULL)
		http_close(w->http);
	if (w->mailbox != NULL)
		wk_hub_mailbox_free(w->mailbox);
	if (w->reader != NULL)
		s->hub.ops->reader_close(w->reader);
	if (t->control >= 0 && w->hub != NULL)
		(void)close(t->control);
}

/* ---- start ---- */
static size_t
worker_count(const struct settings *s)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);

	if (s->workers > 0)
		return (size_t)s->workers;
	return cores <= 2 ? 1 : (size_t)WK_MIN(cores - 1, WORKERS_MAX);
}

static enum wk_rc
open_workers(struct server *s, struct wk_err *err)
{
	const struct settings *set = &s->settings;
	struct http_options o = { .connections_per_address =
		(size_t)set->connections_per_address, .idle_s = (int)set->idle_s,
		.lifetime_s = (int)set->lifetime_s, .head_max = 16384,
		.body_max = BATCH_MAX + 1, .is_trusted = is_trusted,
		.handle = call_handle };
	char host[HTTP_ADDRESS];
	enum wk_rc rc = settings_address(set->listen, host, &o.port, err);
	size_t want = worker_count(set);

	o.host = host;
	o.connections = (size_t)set->connections / want;
	while (rc == WK_OK && s->count < want) {
		struct thread *t = &s->threads[s->count++];
		o.ctx = &t->worker;
		rc = thread_open(s, t, &o, err);
		if (rc == WK_OK)
			o.port = http_port(t->worker.http);
	}
	return rc;
}

static enum wk_rc
open_metrics(struct server *s, struct wk_err *err)
{
	struct http_options o = { .connections = 16, .connections_per_address = 16,
		.idle_s = 15, .lifetime_s = 30, .head_max = METRICS_HEAD,
		.body_max = 1, .handle = metrics_handle, .ctx = &s->metrics.worker };
	char host[HTTP_ADDRESS];
	enum wk_rc rc;

	if (strcmp(s->settings.metrics, "off") == 0)
		return WK_OK;
	rc = settings_address(s->settings.metrics, host, &o.port, err);
	o.host = host;
	s->has_metrics = true;
	return rc == WK_OK ? thread_open(s, &s->metrics, &o, err) : rc;
}

static enum wk_rc
open_withdrawals(struct server *s, struct wk_err *err)
{
	const char *path = settings_withdrawals(&s->settings);
	size_t changed;
	enum wk_rc rc;

	if (path == NULL)
		return WK_OK;
	rc = wk_hub_withdrawals_open(path, &s->withdrawals, err);
	if (rc == WK_OK)
		rc = wk_hub_withdrawals_apply(s->withdrawals, s->hub.ops, s->hub.store,
		    &changed, err);
	return rc;
}

/* Into a store in memory nobody could get otherwise: `admin` has no way there. */
static enum wk_rc
first_invite(struct server *s, struct wk_err *err)
{
	struct wk_hub_op op = { .verb = WK_HUB_OP_INVITE };
	struct wk_hub_result result;
	char secret[WK_HUB_SECRET];

	(void)!wk_clock_now(NULL, NULL, &op.now, NULL);
	wk_hub_person_new(op.person);
	wk_hub_secret_new("wki_", secret);
	wk_hub_secret_hash(secret, op.u.invite.hash);
	op.u.invite.roles = WK_HUB_ENGINEER | WK_HUB_ADMIN;
	op.u.invite.expires = op.now + DAY_S;
	if (s->hub.ops->apply(s->hub.store, &op, 1, &result, err) != WK_HUB_STORE_OK)
		return WK_ERR_STORE;
	(void)printf("invite of an administrator: %s\n", secret);
	return WK_OK;
}

static enum wk_rc
open_store(struct server *s, struct wk_err *err)
{
	enum wk_rc rc;

	s->hub.ops = wk_hub_store_of(s->settings.store, err);
	if (s->hub.ops == NULL)
		return WK_ERR_INPUT;
	rc = s->hub.ops->open(s->settings.store, &s->hub.store, err);
	if (rc == WK_OK && s->prepare != NULL)
		return s->prepare(s->hub.ops, s->hub.store, err);
	if (rc == WK_OK && strcmp(s->hub.ops->scheme, "memory") == 0)
		return first_invite(s, err);
	return rc == WK_OK ? open_withdrawals(s, err) : rc;
}

enum wk_rc
server_start(struct server *s, struct wk_err *err)
{
	struct limit_rule rules[LIMIT_COUNT];
	uint64_t seed = 0;
	enum wk_rc rc;

	(void)!getrandom(&seed, sizeof(seed), 0);
	s->hub.settings = &s->settings;
	settings_rules(&s->settings, rules);
	limits_init(&s->hub.limits, rules, seed);
	page_style_path(s->hub.style_path);
	rc = open_store(s, err);
	if (rc == WK_OK)
		rc = open_workers(s, err);
	if (rc == WK_OK)
		rc = open_metrics(s, err);
	if (rc == WK_OK)
		rc = wk_hub_mailbox_new(&s->mailbox, err);
	if (rc == WK_OK)
		rc = wk_hub_writer_start(s->hub.ops, s->hub.store, s->withdrawals,
		    &s->hub.writer, err);
	for (size_t i = 0; rc == WK_OK && i < s->count; i++)
		rc = thread_start(&s->threads[i], err);
	if (rc == WK_OK && s->has_metrics)
		rc = thread_start(&s->metrics, err);
	return rc;
}

int
server_port(const struct server *s)
{
	return http_port(s->threads[0].worker.http);
}

/* ---- while it runs ---- */
static void
purge(struct server *s)
{
	struct wk_hub_op *op = &s->purge_op;
	int64_t now;

	(void)!wk_clock_now(NULL, NULL, &now, NULL);
	*op = (struct wk_hub_op){ .verb = WK_HUB_OP_PURGE, .now = now };
	op->u.purge.week_before = word_week_add(word_week_of((wk_date)(now / DAY_S)),
	    -(int)s->settings.retain_weeks);
	op->u.purge.tombstone_before = now - (int64_t)TOMBSTONE_DAYS * DAY_S;
	op->u.purge.audit_before = now - (int64_t)AUDIT_DAYS * DAY_S;
	op->u.purge.token_before = now;
	s->purge = (struct wk_hub_job){ .ops = op, .results = &s->purge_result, .n = 1,
		.to = s->mailbox };
	s->is_purging = wk_hub_writer_put(s->hub.writer, &s->purge);
	s->purge_ms = wk_clock_mono_ms();
}

void
server_tick(struct server *s)
{
	bool is_due = s->purge_ms == 0 ||
	    wk_clock_mono_ms() - s->purge_ms > (int64_t)DAY_S * 1000;

	if (wk_hub_mailbox_take(s->mailbox) != NULL)
		s->is_purging = false;
	if (is_due && !s->is_purging)
		purge(s);
}

void
server_limits(struct server *s, const struct settings *fresh)
{
	struct limit_rule rules[LIMIT_COUNT];

	settings_rules(fresh, rules);
	limits_set(&s->hub.limits, rules);
}

/* ---- the end ---- */
static void
tell_all(struct server *s, int stop)
{
	atomic_store(&s->stop, stop);
	for (size_t i = 0; i < s->count; i++)
		thread_tell(&s->threads[i]);
	if (s->has_metrics && stop != STOP_NONE)
		thread_tell(&s->metrics);
}

/* Asks until a thread has ended; after DRAIN_MS it does not wait for replies. */
static void
join(struct server *s, struct thread *t, int64_t until_ms)
{
	static const int64_t pause_ns = 20000000;

	while (t->is_running) {
		struct timespec ts = { 0, pause_ns };
		tell_all(s, wk_clock_mono_ms() > until_ms ? STOP_NOW : STOP_DRAIN);
		(void)nanosleep(&ts, NULL);
		if (pthread_tryjoin_np(t->id, NULL) == 0)
			t->is_running = false;
	}
}

void
server_stop(struct server *s)
{
	int64_t until_ms = wk_clock_mono_ms() + DRAIN_MS;

	s->hub.is_draining = true;
	for (size_t i = 0; i < s->count; i++)
		join(s, &s->threads[i], until_ms);
	if (s->has_metrics)
		join(s, &s->metrics, 0);
	if (s->hub.writer != NULL)
		wk_hub_writer_stop(s->hub.writer);
	for (size_t i = 0; i < s->count; i++)
		thread_close(s, &s->threads[i]);
	if (s->has_metrics)
		thread_close(s, &s->metrics);
	if (s->mailbox != NULL)
		wk_hub_mailbox_free(s->mailbox);
	if (s->withdrawals != NULL)
		wk_hub_withdrawals_close(s->withdrawals);
	if (s->hub.store != NULL)
		s->hub.ops->close(s->hub.store);
	limits_fini(&s->hub.limits);
}
