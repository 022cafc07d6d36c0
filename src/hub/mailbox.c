/* SPDX-License-Identifier: MIT */
/* Finished jobs on their way back to the loop they came from. */
#include <errno.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "writer.h"

struct wk_hub_mailbox {
	pthread_mutex_t lock;
	struct wk_hub_job *first, *last;
	int fd;
};

enum wk_rc
wk_hub_mailbox_new(struct wk_hub_mailbox **out, struct wk_err *err)
{
	int fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (fd < 0)
		return wk_fail(err, WK_ERR_FAIL, "no eventfd: %s", strerror(errno));
	struct wk_hub_mailbox *m = wk_mem_alloc(sizeof(*m));
	pthread_mutex_init(&m->lock, NULL);
	m->fd = fd;
	*out = m;
	return WK_OK;
}

void
wk_hub_mailbox_free(struct wk_hub_mailbox *m)
{
	close(m->fd);
	pthread_mutex_destroy(&m->lock);
	wk_mem_free(m);
}

int
wk_hub_mailbox_fd(const struct wk_hub_mailbox *m)
{
	return m->fd;
}

/* The loop is woken by the first of a batch only. */
void
hub_mailbox_put(struct wk_hub_mailbox *m, struct wk_hub_job *job)
{
	static const uint64_t one = 1;
	job->next = NULL;
	pthread_mutex_lock(&m->lock);
	bool was_empty = m->first == NULL;
	if (was_empty)
		m->first = job;
	else
		m->last->next = job;
	m->last = job;
	pthread_mutex_unlock(&m->lock);
	if (was_empty)
		(void)!write(m->fd, &one, sizeof(one));
}

struct wk_hub_job *
wk_hub_mailbox_take(struct wk_hub_mailbox *m)
{
	uint64_t count;
	(void)!read(m->fd, &count, sizeof(count));
	pthread_mutex_lock(&m->lock);
	struct wk_hub_job *first = m->first;
	m->first = m->last = NULL;
	pthread_mutex_unlock(&m->lock);
	return first;
}
