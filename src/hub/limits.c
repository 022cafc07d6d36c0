/* SPDX-License-Identifier: MIT */
/* Token buckets in a table of fixed size: whoever makes up addresses or tokens costs no
 * memory. Two that fall on one place share a bucket only where its neighbours are all in
 * use. */
#include "limits.h"

#include <math.h>

enum { PLACES = 16384, NEIGHBOURS = 8 };

void
limits_init(struct limits *l, const struct limit_rule rules[LIMIT_COUNT], uint64_t seed)
{
	*l = (struct limits){ .size = PLACES, .seed = seed };
	memcpy(l->rules, rules, sizeof(l->rules));
	l->buckets = wk_mem_alloc(PLACES * sizeof(*l->buckets));
	(void)pthread_mutex_init(&l->lock, NULL);
}

void
limits_set(struct limits *l, const struct limit_rule rules[LIMIT_COUNT])
{
	(void)pthread_mutex_lock(&l->lock);
	memcpy(l->rules, rules, sizeof(l->rules));
	(void)pthread_mutex_unlock(&l->lock);
}

void
limits_fini(struct limits *l)
{
	(void)pthread_mutex_destroy(&l->lock);
	wk_mem_free(l->buckets);
}

/* FNV-1a, seeded: nobody outside can aim at somebody's place. */
static uint64_t
key_of(const struct limits *l, enum limit which, const char *who)
{
	uint64_t h = 0xcbf29ce484222325u ^ l->seed ^ (uint64_t)which;

	for (; *who != '\0'; who++)
		h = (h ^ (unsigned char)*who) * 0x100000001b3u;
	h ^= h >> 29;
	return h == 0 ? 1 : h;
}

static void
refill(const struct limit_rule *rule, struct bucket *b, int64_t now_ms)
{
	double more = (double)(now_ms - b->at_ms) / 1000 * rule->per_s;

	b->left = WK_MIN(rule->burst, b->left + WK_MAX(more, 0));
	b->at_ms = now_ms;
}

/* Its own bucket, else a free one, else the one that was used longest ago. */
static struct bucket *
bucket_of(struct limits *l, uint64_t key, double burst, int64_t now_ms)
{
	struct bucket *best = NULL;

	for (size_t i = 0; i < NEIGHBOURS; i++) {
		struct bucket *b = &l->buckets[(key + i) & (l->size - 1)];
		if (b->key == key)
			return b;
		if (best == NULL || (best->key != 0 &&
		    (b->key == 0 || b->at_ms < best->at_ms)))
			best = b;
	}
	*best = (struct bucket){ key, burst, now_ms };
	return best;
}

int
limits_take(struct limits *l, enum limit which, const char *who, int64_t now_ms)
{
	const struct limit_rule *rule = &l->rules[which];
	struct bucket *b;
	int wait_s = 0;

	(void)pthread_mutex_lock(&l->lock);
	if (which == LIMIT_NONE || rule->burst <= 0) {
		(void)pthread_mutex_unlock(&l->lock);
		return 0;
	}
	b = bucket_of(l, key_of(l, which, who), rule->burst, now_ms);
	refill(rule, b, now_ms);
	if (b->left >= 1)
		b->left -= 1;
	else
		wait_s = (int)WK_MIN(86400, ceil((1 - b->left) / rule->per_s));
	(void)pthread_mutex_unlock(&l->lock);
	return wait_s;
}
