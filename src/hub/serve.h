/* SPDX-License-Identifier: MIT */
/* serve: the running hub: its threads and how they end. */
#pragma once

#include <pthread.h>
#include <stdatomic.h>

#include "page.h"
#include "web.h"

enum { WORKERS_MAX = 4 };
struct thread {
	struct worker worker;
	pthread_t id;
	int control; /* an eventfd: main has changed `stop` */
	atomic_int *stop;
	bool is_running;
};
enum { STOP_NONE, STOP_DRAIN, STOP_NOW };
/* Fills a store that was opened; NULL: nothing to do. */
typedef enum wk_rc serve_prepare(const struct wk_hub_store_ops *ops,
    struct wk_hub_store *store, struct wk_err *err);
struct server {
	struct settings settings;
	serve_prepare *prepare;
	struct hub hub;
	struct thread threads[WORKERS_MAX];
	size_t count;
	struct thread metrics;
	bool has_metrics;
	atomic_int stop;
	struct wk_hub_withdrawals *withdrawals;
	struct wk_hub_mailbox *mailbox; /* of the purge */
	struct wk_hub_job purge;
	struct wk_hub_op purge_op;
	struct wk_hub_result purge_result;
	bool is_purging;
	int64_t purge_ms;
};

/* ---- server.c ---- */
/* Opens the store, binds, starts every thread. */
enum wk_rc server_start(struct server *s, struct wk_err *err) WK_USE;
/* Once a second: purges when a day is over. */
void server_tick(struct server *s);
/* New limits from a file that was read again. */
void server_limits(struct server *s, const struct settings *fresh);
/* Listeners close, what runs is answered and written, at most 10 s. */
void server_stop(struct server *s);
int server_port(const struct server *s);

/* ---- serve.c ---- */
/* `serve` and its options over a store that prepare fills first. */
int serve_main(int argc, char **argv, serve_prepare *prepare);

/* ---- notify.c ---- */
void notify_send(const char *state);
/* Half of what the service manager waits for a sign; 0: it does not. */
int64_t notify_watchdog_ms(void);
