/* SPDX-License-Identifier: MIT */
/* Load for a hub, on loopback only.
 *	hub_load prepare DSN PEOPLE >TOKENS	people who share, into an empty store
 *	hub_load MODE PORT CONNECTIONS RATE SECONDS TOKENS [PATH]
 * MODE put writes a new revision each time, replay sends one week again and again, get
 * reads PATH. An open loop: requests are due at Poisson times whatever the hub does; a
 * latency counts from when its request was due. Prints rate, p50, p99 and the longest,
 * then what was not a good answer, by status: all of it is to be none. */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "wick/hub.h"

#define PEOPLE_MAX 20000
#define CONNECTIONS_MAX 1024
#define WEEKS 90 /* of two years that the hub keeps */

struct conn {
	int fd;
	bool is_busy;
	int64_t due_us;
	char in[8192];
	size_t have;
};
struct load {
	struct conn conn[CONNECTIONS_MAX];
	size_t conns, people;
	char (*token)[WK_HUB_SECRET];
	const char *mode, *path;
	int port, ep;
	uint64_t seed, sent, first_rev;
	uint64_t closed, made, unchanged, other[600]; /* of answers; other by status */
	double *latency_us;
	size_t done, cap;
};

static void
die(const char *what)
{
	(void)fprintf(stderr, "hub_load: %s: %s\n", what, strerror(errno));
	exit(1);
}

static int64_t
now_us(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static double
uniform(uint64_t *s)
{
	*s ^= *s << 13;
	*s ^= *s >> 7;
	*s ^= *s << 17;
	return ((double)(*s >> 11) + 1) / 9007199254740993.0;
}

/* ---- prepare ---- */
static void
one_person(struct wk_hub_op *op, int64_t now, char token[WK_HUB_SECRET])
{
	char invite[WK_HUB_SECRET], person[WK_HUB_ID];
	wk_hub_person_new(person);
	wk_hub_secret_new("wki_", invite);
	wk_hub_secret_new("wk_", token);
	memset(op, 0, 4 * sizeof(*op));
	for (int i = 0; i < 4; i++) {
		op[i].now = now;
		memcpy(op[i].person, person, sizeof(person));
	}
	op[0].verb = WK_HUB_OP_INVITE;
	op[0].u.invite.roles = WK_HUB_ENGINEER;
	wk_hub_secret_hash(invite, op[0].u.invite.hash);
	op[1].verb = WK_HUB_OP_ENROL;
	wk_hub_secret_hash(invite, op[1].u.enrol.invite);
	wk_hub_secret_hash(token, op[1].u.enrol.token);
	(void)snprintf(op[1].u.enrol.display, 8, "Load");
	op[2].verb = WK_HUB_OP_MEMBER_SET;
	(void)snprintf(op[2].u.member.team, WK_HUB_ID, "load");
	op[3].verb = WK_HUB_OP_CONSENT;
	op[3].u.consent = (struct wk_hub_consent){ .gen = 1, .level = WK_HUB_INDICATORS,
		.expires = WK_DATE_NONE, .count = 1 };
	(void)snprintf(op[3].u.consent.shares[0].team, WK_HUB_ID, "load");
	op[3].u.consent.shares[0].visibility = WK_HUB_INDIVIDUAL;
}

/* The first is a manager; only twelve are in the team that a grid is read of. */
static int
prepare(const char *dsn, int people)
{
	struct wk_err err = { 0 };
	struct wk_hub_store *s;
	struct wk_hub_op op[4];
	struct wk_hub_result r[4];
	char token[WK_HUB_SECRET];
	const struct wk_hub_store_ops *ops = wk_hub_store_of(dsn, &err);
	int64_t now = time(NULL);
	if (ops == NULL || ops->open(dsn, &s, &err) != WK_OK) {
		(void)fprintf(stderr, "hub_load: %s\n", err.msg);
		return 1;
	}
	op[0] = (struct wk_hub_op){ .verb = WK_HUB_OP_TEAM_SET, .now = now,
		.u.team = { .id = "load", .name = "Load" } };
	if (ops->apply(s, op, 1, r, &err) != WK_HUB_STORE_OK)
		return 1;
	for (int i = 0; i < people; i++) {
		one_person(op, now, token);
		op[2].u.member.role = i == 0 ? WK_HUB_MANAGER : WK_HUB_MEMBER;
		if (i > 12)
			op[2] = op[3];
		if (ops->apply(s, op, i > 12 ? 3 : 4, r, &err) != WK_HUB_STORE_OK)
			return 1;
		(void)puts(token);
	}
	ops->close(s);
	return 0;
}

/* ---- load ---- */
static void
open_conn(struct load *l, size_t i)
{
	struct sockaddr_in a = { .sin_family = AF_INET,
		.sin_port = htons((uint16_t)l->port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct epoll_event ev = { .events = EPOLLIN, .data.u64 = i };
	int one = 1;
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd < 0 || connect(fd, (struct sockaddr *)&a, sizeof(a)) != 0)
		die("connect");
	(void)setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
	(void)fcntl(fd, F_SETFL, O_NONBLOCK);
	l->conn[i] = (struct conn){ .fd = fd };
	if (epoll_ctl(l->ep, EPOLL_CTL_ADD, fd, &ev) != 0)
		die("epoll_ctl");
}

/* The n-th write: each person and week once in a round, the next round a revision up. A
 * later run goes on above: its revisions begin at the time. */
static int
request(const struct load *l, char *out, size_t size)
{
	bool is_replay = strcmp(l->mode, "replay") == 0;
	uint64_t n = l->sent, week = is_replay ? WEEKS : n / l->people % WEEKS;
	uint64_t rev = is_replay ? 1 : l->first_rev + n / l->people / WEEKS;
	char body[512];
	if (strcmp(l->mode, "get") == 0)
		return snprintf(out, size, "GET %s HTTP/1.1\r\nHost: hub\r\n"
		    "Authorization: Bearer %s\r\n\r\n", l->path, l->token[0]);
	int len = snprintf(body, sizeof(body), "{\"schema\":\"wick.week/1\",\"rev\":%llu,"
	    "\"source\":\"a1b2c3d4\",\"consent_gen\":1,\"level\":\"indicators\","
	    "\"band\":\"strained\",\"coverage\":5,\"indicators\":{\"work_min\":2700,"
	    "\"after_hours_min\":300,\"weekend_min\":90,\"streak_days\":9,"
	    "\"min_rest_min\":540,\"rest_days\":2,\"oncall_days\":2,\"pages\":4,"
	    "\"night_pages\":1,\"load_ratio\":1.3}}", (unsigned long long)rev);
	return snprintf(out, size, "PUT /v1/people/me/weeks/%d-W%02d HTTP/1.1\r\n"
	    "Host: hub\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n"
	    "Content-Length: %d\r\n\r\n%s", 2025 + (int)(week / 46),
	    1 + (int)(week % 46), l->token[n % l->people], len, body);
}

static void
send_one(struct load *l, struct conn *c, int64_t due_us)
{
	char out[2048];
	int n = request(l, out, sizeof(out));
	c->is_busy = true;
	c->due_us = due_us;
	c->have = 0;
	l->sent++;
	if (write(c->fd, out, (size_t)n) != n)
		die("write");
}

/* A whole reply: head, and the body that Content-Length says. */
static bool
is_whole(const struct conn *c)
{
	const char *end = strstr(c->in, "\r\n\r\n");
	const char *length = strcasestr(c->in, "\r\nContent-Length:");
	if (end == NULL)
		return false;
	size_t body = length == NULL || length > end ? 0 :
	    strtoul(length + 17, NULL, 10);
	return c->have >= (size_t)(end + 4 - c->in) + body;
}

static void
count(struct load *l, const struct conn *c)
{
	unsigned long status = strtoul(c->in + 9, NULL, 10);
	bool is_unchanged = strstr(c->in, "\"unchanged\"") != NULL;
	if (status / 100 != 2)
		l->other[WK_MIN(status, WK_LEN(l->other) - 1)]++;
	else if (is_unchanged)
		l->unchanged++;
	else
		l->made++;
}

static void
take_reply(struct load *l, size_t i)
{
	struct conn *c = &l->conn[i];
	ssize_t n = read(c->fd, c->in + c->have, sizeof(c->in) - 1 - c->have);
	if (n <= 0) {
		if (n < 0 && errno == EAGAIN)
			return;
		l->closed += c->is_busy;
		close(c->fd);
		open_conn(l, i);
		return;
	}
	c->have += (size_t)n;
	c->in[c->have] = '\0';
	if (!is_whole(c))
		return;
	count(l, c);
	l->latency_us = wk_mem_grow(l->latency_us, &l->cap, l->done + 1,
	    sizeof(*l->latency_us));
	l->latency_us[l->done++] = (double)(now_us() - c->due_us);
	c->is_busy = false;
	c->have = 0;
}

static struct conn *
idle(struct load *l)
{
	for (size_t i = 0; i < l->conns; i++)
		if (!l->conn[i].is_busy)
			return &l->conn[i];
	return NULL;
}

static void
drive(struct load *l, double rate, double seconds)
{
	struct epoll_event ev[64];
	int64_t began = now_us(), end = began + (int64_t)(seconds * 1e6);
	double due = (double)began;
	while (now_us() < end + 2000000) {
		struct conn *c = NULL;
		while (due < (double)end && due <= (double)now_us() &&
		    (c = idle(l)) != NULL) {
			send_one(l, c, (int64_t)due);
			due += -log(uniform(&l->seed)) / rate * 1e6;
		}
		if (due >= (double)end && l->done + l->closed >= l->sent)
			break;
		struct timespec wait = { 0, 100000 };
		int n = epoll_pwait2(l->ep, ev, 64, &wait, NULL);
		for (int i = 0; i < n; i++)
			take_reply(l, ev[i].data.u64);
	}
}

static int
ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static void
read_tokens(struct load *l, const char *path)
{
	FILE *f = fopen(path, "r");
	if (f == NULL)
		die(path);
	l->token = calloc(PEOPLE_MAX, sizeof(*l->token));
	while (l->people < PEOPLE_MAX &&
	    fgets(l->token[l->people], WK_HUB_SECRET, f) != NULL) {
		l->token[l->people][strcspn(l->token[l->people], "\n")] = '\0';
		l->people += l->token[l->people][0] != '\0';
	}
	(void)fclose(f);
}

static void
report(const struct load *l, double took)
{
	/* Unanswered: on their way when time was up. */
	(void)printf("%zu answered %8.0f/s  p50 %7.2f ms  p99 %7.2f ms  longest %7.2f "
	    "ms  %llu written, %llu unchanged, %llu closed, %llu unanswered", l->done,
	    (double)l->done / took, l->latency_us[l->done / 2] / 1000,
	    l->latency_us[l->done * 99 / 100] / 1000, l->latency_us[l->done - 1] / 1000,
	    (unsigned long long)l->made, (unsigned long long)l->unchanged,
	    (unsigned long long)l->closed,
	    (unsigned long long)(l->sent - l->done - l->closed));
	for (size_t i = 0; i < WK_LEN(l->other); i++)
		if (l->other[i] > 0)
			(void)printf(", %llu of status %zu",
			    (unsigned long long)l->other[i], i);
	(void)putchar('\n');
}

int
main(int argc, char **argv)
{
	struct load *l = calloc(1, sizeof(*l));
	if (argc == 4 && strcmp(argv[1], "prepare") == 0)
		return prepare(argv[2], (int)strtol(argv[3], NULL, 10));
	if (argc < 7)
		return 2;
	l->mode = argv[1];
	l->port = (int)strtol(argv[2], NULL, 10);
	l->conns = WK_MIN(strtoul(argv[3], NULL, 10), (size_t)CONNECTIONS_MAX);
	l->path = argc > 7 ? argv[7] : "/healthz";
	l->seed = 20261121;
	l->first_rev = (uint64_t)(time(NULL) - 1700000000) * 10;
	l->ep = epoll_create1(EPOLL_CLOEXEC);
	read_tokens(l, argv[6]);
	for (size_t i = 0; i < l->conns; i++)
		open_conn(l, i);
	double seconds = strtod(argv[5], NULL);
	int64_t began = now_us();
	drive(l, strtod(argv[4], NULL), seconds);
	double took = (double)(now_us() - began) / 1e6;
	qsort(l->latency_us, l->done, sizeof(*l->latency_us), ascending);
	if (l->done == 0)
		return 1;
	report(l, took);
	return 0;
}
