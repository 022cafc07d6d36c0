/* SPDX-License-Identifier: MIT */
/* The one thread that writes. It takes whatever is queued when it becomes free: no timer,
 * no delay when idle, transactions that grow with the load. Rules it keeps:
 * 1. A reply goes out after the commit that holds its rows, never before.
 * 2. A job is in one transaction as a whole.
 * 3. What waited too long is refused unwritten: its sender has given up. */
#include <assert.h>
#include <pthread.h>

#include "writer.h"

#define QUEUE_JOBS 4096
#define COMMIT_OPS 512
#define LATE_MS 8000

static_assert(WK_HUB_JOB_OPS > WK_HUB_BATCH, "a batch and its line in the log");

struct wk_hub_writer {
	const struct wk_hub_store_ops *ops;
	struct wk_hub_store *store;
	struct wk_hub_withdrawals *withdrawals;
	pthread_t thread;
	pthread_mutex_t lock; /* of what follows */
	pthread_cond_t more;
	struct wk_hub_job *first, *last;
	bool is_stopping;
	int64_t stop_ms; /* when it began to stop */
	struct wk_hub_writer_stats stats;
	/* the writer's alone */
	struct wk_hub_op batch[COMMIT_OPS + WK_HUB_JOB_OPS];
	struct wk_hub_result results[COMMIT_OPS + WK_HUB_JOB_OPS];
};

static struct wk_hub_job *
pop(struct wk_hub_writer *w)
{
	struct wk_hub_job *job = w->first;
	w->first = job->next;
	if (w->first == NULL)
		w->last = NULL;
	job->next = NULL;
	w->stats.depth--;
	return job;
}

/* Everything queued, up to COMMIT_OPS; waits while there is nothing. NULL: it is over. */
static struct wk_hub_job *
take(struct wk_hub_writer *w)
{
	struct wk_hub_job *jobs = NULL, **end = &jobs;
	size_t n = 0;
	pthread_mutex_lock(&w->lock);
	while (w->first == NULL && !w->is_stopping)
		pthread_cond_wait(&w->more, &w->lock);
	while (w->first != NULL && n < COMMIT_OPS) {
		*end = pop(w);
		n += (*end)->n;
		end = &(*end)->next;
	}
	pthread_mutex_unlock(&w->lock);
	return jobs;
}

static void
count(struct wk_hub_writer *w, uint64_t *counter, uint64_t by)
{
	pthread_mutex_lock(&w->lock);
	*counter += by;
	pthread_mutex_unlock(&w->lock);
}

static void
finish(struct wk_hub_writer *w, struct wk_hub_job *job, enum wk_hub_job_rc rc)
{
	job->rc = rc;
	if (rc != WK_HUB_JOB_OK)
		count(w, rc == WK_HUB_JOB_BUSY ? &w->stats.busy : &w->stats.fatal, 1);
	hub_mailbox_put(job->to, job);
}

static void
finish_all(struct wk_hub_writer *w, struct wk_hub_job *jobs, enum wk_hub_job_rc rc)
{
	for (struct wk_hub_job *next; jobs != NULL; jobs = next) {
		next = jobs->next;
		finish(w, jobs, rc);
	}
}

/* Takes the late ones out of the list. */
static struct wk_hub_job *
drop_late(struct wk_hub_writer *w, struct wk_hub_job *jobs)
{
	int64_t now = wk_clock_mono_ms();
	struct wk_hub_job *kept = NULL, **end = &kept;
	for (struct wk_hub_job *job = jobs, *next; job != NULL; job = next) {
		next = job->next;
		bool is_late = now - job->queued_ms > LATE_MS ||
		    (w->is_stopping && now - w->stop_ms > LATE_MS);
		if (is_late) {
			count(w, &w->stats.late, 1);
			finish(w, job, WK_HUB_JOB_BUSY);
			continue;
		}
		*end = job;
		end = &job->next;
	}
	*end = NULL;
	return kept;
}

static void
count_commit(struct wk_hub_writer *w, size_t n, int64_t ms)
{
	pthread_mutex_lock(&w->lock);
	w->stats.commits++;
	w->stats.ops += n;
	w->stats.commit_ms_sum += ms;
	w->stats.commit_ms_max = WK_MAX(w->stats.commit_ms_max, ms);
	pthread_mutex_unlock(&w->lock);
}

static bool
takes_back(const struct wk_hub_job *job)
{
	for (size_t i = 0; i < job->n; i++)
		if (hub_withdrawals_wants(&job->ops[i], &job->results[i]))
			return true;
	return false;
}

/* Stored is not enough for what takes something back: it has to be in the file outside
 * too. Its sender repeats it, which changes nothing and comes here again. */
static void
reply(struct wk_hub_writer *w, struct wk_hub_job *jobs, size_t n)
{
	enum wk_rc rc = w->withdrawals == NULL ? WK_OK : wk_hub_withdrawals_add(
	    w->withdrawals, w->batch, w->results, n, NULL);
	size_t at = 0;
	for (struct wk_hub_job *job = jobs, *next; job != NULL; job = next) {
		next = job->next;
		memcpy(job->results, &w->results[at], job->n * sizeof(*job->results));
		at += job->n;
		finish(w, job, rc != WK_OK && takes_back(job) ? WK_HUB_JOB_BUSY :
		    WK_HUB_JOB_OK);
	}
}

static enum wk_hub_store_rc
write_jobs(struct wk_hub_writer *w, struct wk_hub_job *jobs)
{
	size_t n = 0;
	int64_t began = wk_clock_mono_ms();
	for (struct wk_hub_job *job = jobs; job != NULL; job = job->next) {
		memcpy(&w->batch[n], job->ops, job->n * sizeof(*job->ops));
		n += job->n;
	}
	enum wk_hub_store_rc rc = w->ops->apply(w->store, w->batch, n, w->results, NULL);
	if (rc != WK_HUB_STORE_OK)
		return rc;
	count_commit(w, n, wk_clock_mono_ms() - began);
	reply(w, jobs, n);
	return rc;
}

/* One bad job must not take the others with it: each is tried alone. */
static void
write_each(struct wk_hub_writer *w, struct wk_hub_job *jobs)
{
	for (struct wk_hub_job *job = jobs, *next; job != NULL; job = next) {
		next = job->next;
		job->next = NULL;
		enum wk_hub_store_rc rc = write_jobs(w, job);
		if (rc != WK_HUB_STORE_OK)
			finish(w, job, rc == WK_HUB_STORE_BUSY ? WK_HUB_JOB_BUSY :
			    WK_HUB_JOB_FATAL);
	}
}

static void *
run(void *arg)
{
	struct wk_hub_writer *w = arg;
	struct wk_hub_job *jobs;
	while ((jobs = take(w)) != NULL) {
		jobs = drop_late(w, jobs);
		if (jobs == NULL)
			continue;
		enum wk_hub_store_rc rc = write_jobs(w, jobs);
		if (rc == WK_HUB_STORE_BUSY)
			finish_all(w, jobs, WK_HUB_JOB_BUSY);
		else if (rc == WK_HUB_STORE_FATAL)
			write_each(w, jobs);
		if (w->ops->settle != NULL)
			w->ops->settle(w->store);
	}
	return NULL;
}

enum wk_rc
wk_hub_writer_start(const struct wk_hub_store_ops *ops, struct wk_hub_store *store,
    struct wk_hub_withdrawals *withdrawals, struct wk_hub_writer **out,
    struct wk_err *err)
{
	struct wk_hub_writer *w = wk_mem_alloc(sizeof(*w));
	w->ops = ops;
	w->store = store;
	w->withdrawals = withdrawals;
	pthread_mutex_init(&w->lock, NULL);
	pthread_cond_init(&w->more, NULL);
	int code = pthread_create(&w->thread, NULL, run, w);
	if (code != 0) {
		wk_mem_free(w);
		return wk_fail(err, WK_ERR_FAIL, "no thread to write with: %s",
		    strerror(code));
	}
	*out = w;
	return WK_OK;
}

bool
wk_hub_writer_put(struct wk_hub_writer *w, struct wk_hub_job *job)
{
	if (job->n < 1 || job->n > WK_HUB_JOB_OPS)
		return false;
	job->queued_ms = wk_clock_mono_ms();
	job->next = NULL;
	pthread_mutex_lock(&w->lock);
	bool has_room = !w->is_stopping && w->stats.depth < QUEUE_JOBS;
	if (has_room) {
		if (w->first == NULL)
			w->first = job;
		else
			w->last->next = job;
		w->last = job;
		w->stats.depth++;
		pthread_cond_signal(&w->more);
	}
	pthread_mutex_unlock(&w->lock);
	return has_room;
}

void
wk_hub_writer_stats(struct wk_hub_writer *w, struct wk_hub_writer_stats *out)
{
	pthread_mutex_lock(&w->lock);
	*out = w->stats;
	out->oldest_ms = w->first == NULL ? 0 :
	    wk_clock_mono_ms() - w->first->queued_ms;
	pthread_mutex_unlock(&w->lock);
}

void
wk_hub_writer_stop(struct wk_hub_writer *w)
{
	pthread_mutex_lock(&w->lock);
	w->is_stopping = true;
	w->stop_ms = wk_clock_mono_ms();
	pthread_cond_signal(&w->more);
	pthread_mutex_unlock(&w->lock);
	(void)pthread_join(w->thread, NULL);
	pthread_mutex_destroy(&w->lock);
	pthread_cond_destroy(&w->more);
	wk_mem_free(w);
}
