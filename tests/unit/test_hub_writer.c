/* SPDX-License-Identifier: MIT */
/* The writer: replies after the commit, one bad job alone, four threads at one person,
 * the file of withdrawals. */
#include "test_hub_fixture.h"

#include <poll.h>
#include <pthread.h>

#define A "p_anna000001"
#define THREADS 4
#define WEEKS 100

static struct wk_hub_job *
wait_for(struct wk_hub_mailbox *m)
{
	struct pollfd p = { .fd = wk_hub_mailbox_fd(m), .events = POLLIN };
	struct wk_hub_job *job;
	while ((job = wk_hub_mailbox_take(m)) == NULL)
		assert_true(poll(&p, 1, 20000) == 1);
	return job;
}

/* ---- four threads, each with its laptop: of each week one wins ---- */
struct sender {
	pthread_t thread;
	struct wk_hub_writer *writer;
	struct wk_hub_mailbox *box;
	char source[WK_HUB_ID];
	enum wk_hub_outcome outcome[WEEKS];
};

static void *
send_all(void *arg)
{
	struct sender *s = arg;
	struct wk_hub_op ops[WEEKS];
	struct wk_hub_result results[WEEKS];
	struct wk_hub_job jobs[WEEKS];
	for (int i = 0; i < WEEKS; i++) {
		ops[i] = put_op(A, 202501 + i / 50 * 100 + i % 50, 1);
		memcpy(ops[i].u.put.week.source, s->source, WK_HUB_ID);
		jobs[i] = (struct wk_hub_job){ .ops = &ops[i], .results = &results[i],
			.n = 1, .to = s->box };
		while (!wk_hub_writer_put(s->writer, &jobs[i]))
			;
	}
	for (int got = 0; got < WEEKS;)
		for (struct wk_hub_job *j = wait_for(s->box); j != NULL; j = j->next)
			got++;
	for (int i = 0; i < WEEKS; i++)
		s->outcome[i] = jobs[i].rc == WK_HUB_JOB_OK ? results[i].outcome :
		    WK_HUB_INVALID;
	return NULL;
}

static void
check_survivors(struct fixture *f, struct one_store *o, const struct sender *s)
{
	struct wk_hub_week_query q = { .person = A, .limit = WEEKS };
	struct wk_hub_week *weeks;
	size_t n;
	OK(f, o->ops->weeks(o->r, &q, &f->a, &weeks, &n, &f->err));
	assert_int_equal(n, WEEKS);
	for (size_t i = 0; i < WEEKS; i++) {
		int winners = 0;
		for (size_t j = 0; j < THREADS; j++) {
			if (s[j].outcome[i] != WK_HUB_CREATED) {
				assert_int_equal(s[j].outcome[i],
				    WK_HUB_OTHER_SOURCE);
				continue;
			}
			winners++;
			assert_string_equal(weeks[WEEKS - 1 - i].source, s[j].source);
		}
		assert_int_equal(winners, 1);
	}
}

static void
of_four_threads_one_wins_each_week(void **state)
{
	struct fixture *f = *state;
	enrol(f, A);
	expect(f, consent_op(A, 1, WK_HUB_BAND, NULL, 0), WK_HUB_CREATED);
	for (size_t i = 0; i < f->n; i++) {
		struct one_store *o = &f->store[i];
		struct sender s[THREADS] = { 0 };
		struct wk_hub_writer *w;
		OK(f, wk_hub_writer_start(o->ops, o->s, NULL, &w, &f->err));
		for (size_t j = 0; j < THREADS; j++) {
			s[j].writer = w;
			(void)snprintf(s[j].source, WK_HUB_ID, "laptop%02zu", j);
			OK(f, wk_hub_mailbox_new(&s[j].box, &f->err));
			assert_int_equal(pthread_create(&s[j].thread, NULL, send_all,
			    &s[j]), 0);
		}
		for (size_t j = 0; j < THREADS; j++) {
			pthread_join(s[j].thread, NULL);
			wk_hub_mailbox_free(s[j].box);
		}
		wk_hub_writer_stop(w);
		check_survivors(f, o, s);
	}
}

/* ---- a store that fails as it is told ---- */
static enum wk_hub_store_rc
fake_apply(struct wk_hub_store *s, const struct wk_hub_op *ops, size_t n,
    struct wk_hub_result *out, struct wk_err *err)
{
	(void)s;
	(void)err;
	for (size_t i = 0; i < n; i++) {
		if (strcmp(ops[i].person, "poison") == 0)
			return WK_HUB_STORE_FATAL;
		if (strcmp(ops[i].person, "busy") == 0)
			return WK_HUB_STORE_BUSY;
		out[i] = (struct wk_hub_result){ .outcome = WK_HUB_CREATED,
			.current_rev = (int64_t)i };
	}
	return WK_HUB_STORE_OK;
}

static void
a_bad_job_fails_alone(void **state)
{
	static const struct wk_hub_store_ops fake = { .apply = fake_apply };
	static const char *const people[] = { "good", "poison", "fine" };
	struct wk_hub_op ops[3];
	struct wk_hub_result results[3];
	struct wk_hub_job jobs[3];
	struct wk_hub_mailbox *box;
	struct wk_hub_writer *w;
	struct wk_hub_writer_stats stats;
	struct wk_err err;
	(void)state;
	assert_int_equal(wk_hub_mailbox_new(&box, &err), WK_OK);
	assert_int_equal(wk_hub_writer_start(&fake, NULL, NULL, &w, &err), WK_OK);
	for (size_t i = 0; i < 3; i++) {
		ops[i] = op_of(WK_HUB_OP_PUT_WEEK, people[i]);
		jobs[i] = (struct wk_hub_job){ .ops = &ops[i], .results = &results[i],
			.n = 1, .to = box };
		assert_true(wk_hub_writer_put(w, &jobs[i]));
	}
	for (int got = 0; got < 3;)
		for (struct wk_hub_job *j = wait_for(box); j != NULL; j = j->next)
			got++;
	assert_int_equal(jobs[0].rc, WK_HUB_JOB_OK);
	assert_int_equal(jobs[1].rc, WK_HUB_JOB_FATAL);
	assert_int_equal(jobs[2].rc, WK_HUB_JOB_OK);
	ops[0] = op_of(WK_HUB_OP_PUT_WEEK, "busy");
	assert_true(wk_hub_writer_put(w, &jobs[0]));
	assert_ptr_equal(wait_for(box), &jobs[0]);
	assert_int_equal(jobs[0].rc, WK_HUB_JOB_BUSY);
	jobs[0].n = 0;
	assert_false(wk_hub_writer_put(w, &jobs[0]));
	wk_hub_writer_stats(w, &stats);
	assert_int_equal(stats.fatal, 1);
	assert_int_equal(stats.busy, 1);
	assert_int_equal(stats.depth, 0);
	wk_hub_writer_stop(w);
	wk_hub_mailbox_free(box);
}

/* Everybody on a page, and the page itself: each is a line in the log. */
static void
the_largest_page_is_one_job(void **state)
{
	static const struct wk_hub_store_ops fake = { .apply = fake_apply };
	static struct wk_hub_op ops[WK_HUB_JOB_OPS + 1];
	static struct wk_hub_result results[WK_HUB_JOB_OPS + 1];
	struct wk_hub_job job = { .ops = ops, .results = results,
		.n = WK_HUB_GRID_PEOPLE + 1 };
	struct wk_hub_writer *w;
	struct wk_err err;
	(void)state;
	assert_int_equal(wk_hub_mailbox_new(&job.to, &err), WK_OK);
	assert_int_equal(wk_hub_writer_start(&fake, NULL, NULL, &w, &err), WK_OK);
	for (size_t i = 0; i <= WK_HUB_JOB_OPS; i++)
		ops[i] = op_of(WK_HUB_OP_AUDIT, "good");
	assert_true(wk_hub_writer_put(w, &job));
	assert_ptr_equal(wait_for(job.to), &job);
	assert_int_equal(job.rc, WK_HUB_JOB_OK);
	job.n++;
	assert_false(wk_hub_writer_put(w, &job));
	wk_hub_writer_stop(w);
	wk_hub_mailbox_free(job.to);
}

/* ---- withdrawals ---- */
/* A backup from before it, and what was taken back since: nobody comes back. */
static void
a_restored_backup_brings_nobody_back(void **state)
{
	struct fixture *f = *state;
	struct one_store *o = &f->store[1];
	struct wk_hub_withdrawals *log;
	char path[96], copy[96], db[96];
	size_t applied;
	enrol(f, A);
	enrol(f, "p_gone000002");
	expect(f, consent_op(A, 1, WK_HUB_INDICATORS, NULL, 0), WK_HUB_CREATED);
	expect(f, full_op(A, 202646, 1), WK_HUB_CREATED);
	expect(f, full_op(A, 202647, 1), WK_HUB_CREATED);
	(void)snprintf(db, sizeof(db), "%s/hub.db", f->dir);
	(void)snprintf(copy, sizeof(copy), "%s/copy.db", f->dir);
	(void)snprintf(path, sizeof(path), "%s/withdrawals.log", f->dir);
	OK(f, o->ops->backup(o->s, copy, &f->err));
	OK(f, wk_hub_withdrawals_open(path, &log, &f->err));
	struct wk_hub_op ops[] = { retract_op(A, 202646, 1),
		consent_op(A, 2, WK_HUB_BAND, "core", WK_HUB_AGGREGATE),
		withdraw_op(A, 2), op_of(WK_HUB_OP_ERASE, "p_gone000002") };
	struct wk_hub_result out[4];
	apply_all(f, ops, 4, out);
	OK(f, wk_hub_withdrawals_add(log, ops, out, 4, &f->err));
	wk_hub_withdrawals_close(log);
	close_store(o);
	OK(f, wk_hub_sqlite_copy(copy, db, true, &f->err));
	open_store(f, o);
	assert_non_null(strstr(dump_of(f, o), "2700"));
	OK(f, wk_hub_withdrawals_open(path, &log, &f->err));
	OK(f, wk_hub_withdrawals_apply(log, o->ops, o->s, &applied, &f->err));
	assert_int_equal(applied, 4);
	assert_string_equal(dump_of(f, o), dump_of(f, &f->store[0]));
	/* Again: it knows all of it. */
	OK(f, wk_hub_withdrawals_apply(log, o->ops, o->s, &applied, &f->err));
	assert_string_equal(dump_of(f, o), dump_of(f, &f->store[0]));
	wk_hub_withdrawals_close(log);
}

static void
a_cut_line_is_passed_over(void **state)
{
	struct fixture *f = *state;
	struct wk_hub_withdrawals *log;
	char path[96];
	static const char text[] = "1795251600\twithdraw\tp_anna000001\t1\n"
	    "rubbish\n\t\t\t\n1795251600\tconsent\tp_anna000001\t2\t1\t0\n"
	    "1795251600\tretract\tp_anna000001\t999999\t1\n"
	    "1\twithdraw\tp_anna000001\t9\n1795251600\twithdraw\tp_anna0000";
	size_t applied;
	enrol(f, A);
	(void)snprintf(path, sizeof(path), "%s/withdrawals.log", f->dir);
	OK(f, wk_file_write_safe(path, text, sizeof(text) - 1, 0600, &f->err));
	OK(f, wk_hub_withdrawals_open(path, &log, &f->err));
	OK(f, wk_hub_withdrawals_apply(log, f->store[0].ops, f->store[0].s, &applied,
	    &f->err));
	assert_int_equal(applied, 1);
	wk_hub_withdrawals_close(log);
}

/* ---- nothing is left in the files ---- */
static bool
holds(const char *dir, const char *what)
{
	char command[256];
	(void)snprintf(command, sizeof(command), "cat %s/* | grep -aq '%s'", dir, what);
	return system(command) == 0;
}

static bool
is_dumped(const struct fixture *f, const char *what)
{
	char command[400];
	if (f->n < 3)
		return false;
	(void)snprintf(command, sizeof(command), "pg_dump '%s' | grep -aq '%s'",
	    f->store[2].dsn, what);
	return system(command) == 0;
}

static void
erased_contents_are_in_no_file(void **state)
{
	struct fixture *f = *state;
	enrol(f, A);
	expect(f, consent_op(A, 1, WK_HUB_INDICATORS, NULL, 0), WK_HUB_CREATED);
	for (int i = 1; i <= 50; i++)
		expect(f, full_op(A, 202600 + i, 1), WK_HUB_CREATED);
	assert_true(holds(f->dir, "work_min"));
	assert_true(f->n < 3 || is_dumped(f, "work_min"));
	expect(f, consent_op(A, 2, WK_HUB_BAND, NULL, 0), WK_HUB_UPDATED);
	assert_false(holds(f->dir, "work_min") || is_dumped(f, "work_min"));
	assert_true(holds(f->dir, "a1b2c3d4"));
	expect(f, withdraw_op(A, 2), WK_HUB_DONE);
	assert_false(holds(f->dir, "a1b2c3d4") || is_dumped(f, "a1b2c3d4"));
	assert_true(holds(f->dir, A));
	expect(f, op_of(WK_HUB_OP_ERASE, A), WK_HUB_DONE);
	assert_false(holds(f->dir, A) || is_dumped(f, A));
}

static void
a_second_process_is_refused(void **state)
{
	struct fixture *f = *state;
	struct wk_hub_store *other;
	assert_int_equal(f->store[1].ops->open(f->store[1].dsn, &other, &f->err),
	    WK_ERR_STORE);
	assert_non_null(strstr(f->err.msg, "in use"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(of_four_threads_one_wins_each_week),
		cmocka_unit_test(a_bad_job_fails_alone),
		cmocka_unit_test(the_largest_page_is_one_job),
		T(a_restored_backup_brings_nobody_back),
		T(a_cut_line_is_passed_over),
		T(erased_contents_are_in_no_file),
		T(a_second_process_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
