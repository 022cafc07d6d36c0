/* SPDX-License-Identifier: MIT */
/* limits: buckets by token or by address. They are this process's own, in memory:
 * a table of fixed size, in which the bucket that is full the longest makes room. */
#pragma once

#include <pthread.h>

#include "wick/base.h"

enum limit {
	LIMIT_NONE,
	LIMIT_PUSH, /* writes of a token */
	LIMIT_READ, /* reads of a token */
	LIMIT_LOGIN, /* enrolments and logins of an address */
	LIMIT_REFUSED, /* 401s of an address */
	LIMIT_COUNT,
};
struct limit_rule {
	double per_s, burst; /* burst 0: no limit */
};
struct bucket {
	uint64_t key; /* 0: free */
	double left;
	int64_t at_ms;
};
struct limits {
	struct limit_rule rules[LIMIT_COUNT];
	pthread_mutex_t lock;
	struct bucket *buckets;
	size_t size; /* a power of two */
	uint64_t seed;
};

void limits_init(struct limits *l, const struct limit_rule rules[LIMIT_COUNT],
    uint64_t seed);
void limits_set(struct limits *l, const struct limit_rule rules[LIMIT_COUNT]);
void limits_fini(struct limits *l);
/* Takes one; 0, or the seconds after which there is one again. */
int limits_take(struct limits *l, enum limit which, const char *who, int64_t now_ms);
