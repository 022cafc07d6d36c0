/* SPDX-License-Identifier: MIT */
/* A process that writes is killed at a random moment: what it had been told is stored is
 * stored, what it took back stays away. On PostgreSQL another hub writes beside it and
 * loses nothing. ROUNDS says how often (10). */
#include "test_hub_fixture.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>

#define KILLED "p_killed0001"
#define BESIDE "p_beside0002"
#define OPS 60

/* What a writer sends its parent: a write it begins, and then that it was told. */
struct word {
	struct wk_hub_op op;
	bool is_told;
};

static uint64_t
next(uint64_t *s)
{
	*s ^= *s << 13;
	*s ^= *s >> 7;
	*s ^= *s << 17;
	return *s >> 11;
}

/* The writes of one person, each a function of how many came before. */
static struct wk_hub_op
nth(const char *person, int64_t i)
{
	int64_t gen = 1 + i / 30;
	struct wk_hub_op op;
	if (i % 30 == 0)
		return consent_op(person, gen, i % 4 == 0 ? WK_HUB_INDICATORS :
		    WK_HUB_BAND, "core", WK_HUB_INDIVIDUAL);
	if (i % 30 == 29)
		return withdraw_op(person, gen);
	if (i % 7 == 3)
		return retract_op(person, 202601 + (int)(i * 5 % 13), i);
	op = i % 30 < 15 && (i / 30 * 30) % 4 == 0 ?
	    full_op(person, 202601 + (int)(i * 3 % 13), i) :
	    put_op(person, 202601 + (int)(i * 3 % 13), i);
	op.u.put.gen = gen;
	return op;
}

static void
write_on(const char *dsn, const char *person, int64_t from, int64_t count, int fd)
{
	struct wk_err err;
	struct word w = { 0 };
	struct wk_hub_store *s;
	struct wk_hub_result r;
	const struct wk_hub_store_ops *ops = wk_hub_store_of(dsn, &err);
	if (ops == NULL || ops->open(dsn, &s, &err) != WK_OK)
		_exit(2);
	for (int64_t i = from; i < from + count; i++) {
		w.op = nth(person, i);
		w.is_told = false;
		if (write(fd, &w, sizeof(w)) != sizeof(w))
			_exit(3);
		if (ops->apply(s, &w.op, 1, &r, &err) != WK_HUB_STORE_OK)
			_exit(4);
		w.is_told = true;
		if (write(fd, &w, sizeof(w)) != sizeof(w))
			_exit(5);
	}
	ops->close(s);
	_exit(0);
}

struct writer {
	pid_t pid;
	int fd;
	const char *person;
	int64_t done; /* writes since the first round */
	struct wk_hub_op open; /* begun, not told */
	bool is_open;
};

static void
begin(struct writer *w, const char *dsn, int64_t count)
{
	int fds[2];
	assert_int_equal(pipe(fds), 0);
	w->pid = fork();
	assert_true(w->pid >= 0);
	if (w->pid == 0) {
		close(fds[0]);
		write_on(dsn, w->person, w->done, count, fds[1]);
	}
	close(fds[1]);
	w->fd = fds[0];
	w->is_open = false;
}

/* Its next word goes into the model; false: there is none. */
static bool
listen_to(struct writer *w, struct fixture *f)
{
	struct word word;
	struct wk_hub_result r;
	ssize_t n = read(w->fd, &word, sizeof(word));
	if (n == 0)
		return false;
	assert_int_equal(n, sizeof(word));
	if (!word.is_told)
		w->open = word.op;
	w->is_open = !word.is_told;
	if (word.is_told) {
		f->store[0].ops->apply(f->store[0].s, &word.op, 1, &r, &f->err);
		w->done++;
	}
	return true;
}

static int
end(struct writer *w, struct fixture *f)
{
	int status = 0;
	while (listen_to(w, f))
		;
	close(w->fd);
	while (waitpid(w->pid, &status, 0) < 0 && errno == EINTR)
		;
	return status;
}

/* What was begun may be there or not, but nothing between. Then it is sent again, as its
 * sender would, and both know it. */
static void
compare(struct fixture *f, struct one_store *o, struct writer *w, size_t n)
{
	struct wk_hub_result r;
	char *before = dump_of(f, &f->store[0]);
	OK(f, o->ops->open(o->dsn, &o->s, &f->err));
	char *have = dump_of(f, o);
	bool is_before = strcmp(have, before) == 0;
	for (size_t i = 0; i < n; i++) {
		if (!w[i].is_open)
			continue;
		f->store[0].ops->apply(f->store[0].s, &w[i].open, 1, &r, &f->err);
		if (!is_before && strcmp(o->ops->scheme, "sqlite") == 0)
			assert_string_equal(have, dump_of(f, &f->store[0]));
		assert_int_equal(o->ops->apply(o->s, &w[i].open, 1, &r, &f->err),
		    WK_HUB_STORE_OK);
		w[i].done++;
	}
	assert_string_equal(dump_of(f, o), dump_of(f, &f->store[0]));
	o->ops->close(o->s);
	wk_arena_fini(&f->a);
}

static void
rounds_of(struct fixture *f, struct one_store *o, size_t writers)
{
	const char *rounds = getenv("ROUNDS");
	uint64_t seed = 20261121;
	struct writer w[2] = { { .person = KILLED }, { .person = BESIDE } };
	close_store(o);
	for (int i = rounds == NULL ? 10 : (int)strtol(rounds, NULL, 10); i > 0; i--) {
		for (size_t j = 0; j < writers; j++)
			begin(&w[j], o->dsn, j == 0 ? 1000000 : OPS);
		for (uint64_t words = next(&seed) % 120; words > 0; words--)
			if (!listen_to(&w[0], f))
				break;
		kill(w[0].pid, SIGKILL);
		assert_true(WIFSIGNALED(end(&w[0], f)));
		if (writers > 1)
			assert_int_equal(end(&w[1], f), 0);
		compare(f, o, w, writers);
	}
	open_store(f, o);
}

static void
prepare(struct fixture *f)
{
	expect(f, team_op("core", "Core", 0), WK_HUB_CREATED);
	enrol(f, KILLED);
	enrol(f, BESIDE);
}

static void
a_killed_writer_loses_nothing_it_was_told(void **state)
{
	struct fixture *f = *state;
	prepare(f);
	rounds_of(f, &f->store[1], 1);
}

static void
of_two_hubs_on_postgres_one_may_be_killed(void **state)
{
	struct fixture *f = *state;
	if (f->n < 3)
		skip();
	prepare(f);
	rounds_of(f, &f->store[2], 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_killed_writer_loses_nothing_it_was_told),
		T(of_two_hubs_on_postgres_one_may_be_killed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
