/* SPDX-License-Identifier: MIT */
/* Tables of an image: sorted arrays of rows that each begin with their state. */
#include "image.h"

static const size_t sizes[HUB_TABLES] = {
	[HUB_PERSON] = sizeof(struct hub_person),
	[HUB_WEEK] = sizeof(struct hub_week),
	[HUB_TOKEN] = sizeof(struct hub_token),
	[HUB_TEAM] = sizeof(struct hub_team),
	[HUB_MEMBER_TABLE] = sizeof(struct hub_member),
};

static struct hub_key
key_of(enum hub_table t, const void *row)
{
	switch (t) {
	case HUB_PERSON:
		return (struct hub_key){
			.person = ((const struct hub_person *)row)->p.id };
	case HUB_WEEK:
		return (struct hub_key){
			.person = ((const struct hub_week *)row)->w.person,
			.week = ((const struct hub_week *)row)->w.week };
	case HUB_TOKEN:
		return (struct hub_key){ .hash = ((const struct hub_token *)row)->hash };
	case HUB_TEAM:
		return (struct hub_key){ .team = ((const struct hub_team *)row)->t.id };
	case HUB_MEMBER_TABLE:
	case HUB_TABLES:
		break;
	}
	return (struct hub_key){ .team = ((const struct hub_member *)row)->team,
		.person = ((const struct hub_member *)row)->person };
}

static int
compare(struct hub_key a, struct hub_key b)
{
	int c = 0;
	if (a.hash != NULL && b.hash != NULL)
		return memcmp(a.hash, b.hash, 32);
	if (a.team != NULL && b.team != NULL)
		c = strcmp(a.team, b.team);
	if (c == 0 && a.person != NULL && b.person != NULL)
		c = strcmp(a.person, b.person);
	return c != 0 ? c : a.week - b.week;
}

size_t
hub_image_from(const struct hub_image *img, enum hub_table t, struct hub_key k)
{
	const struct hub_rows *rows = &img->table[t];
	size_t lo = 0, hi = rows->n;
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		if (compare(key_of(t, rows->at[mid]), k) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static struct hub_row *
find(const struct hub_image *img, enum hub_table t, struct hub_key k)
{
	const struct hub_rows *rows = &img->table[t];
	size_t i = hub_image_from(img, t, k);
	return i < rows->n && compare(key_of(t, rows->at[i]), k) == 0 ? rows->at[i] :
	    NULL;
}

void *
hub_image_get(const struct hub_image *img, enum hub_table t, struct hub_key k)
{
	struct hub_row *row = find(img, t, k);
	return row == NULL || row->state == HUB_GONE ? NULL : row;
}

static struct hub_row *
insert(struct hub_image *img, enum hub_table t, const void *row)
{
	struct hub_rows *rows = &img->table[t];
	size_t i = hub_image_from(img, t, key_of(t, row));
	rows->at = wk_mem_grow(rows->at, &rows->cap, rows->n + 1, sizeof(*rows->at));
	memmove(&rows->at[i + 1], &rows->at[i], (rows->n - i) * sizeof(*rows->at));
	rows->at[i] = wk_mem_alloc(sizes[t]);
	memcpy(rows->at[i], row, sizes[t]);
	rows->n++;
	return rows->at[i];
}

void *
hub_image_put(struct hub_image *img, enum hub_table t, const void *row)
{
	struct hub_row *old = find(img, t, key_of(t, row));
	if (old == NULL)
		old = insert(img, t, row);
	else if (old != row) {
		bool was_erased = t == HUB_PERSON &&
		    ((struct hub_person *)old)->was_erased;
		memcpy(old, row, sizes[t]);
		if (was_erased)
			((struct hub_person *)old)->was_erased = true;
	}
	old->state = HUB_DIRTY;
	return old;
}

void *
hub_image_load(struct hub_image *img, enum hub_table t, const void *row)
{
	struct hub_row *old = find(img, t, key_of(t, row));
	if (old != NULL)
		return old;
	old = insert(img, t, row);
	old->state = HUB_CLEAN;
	return old;
}

void
hub_image_sweep(struct hub_image *img)
{
	for (int t = 0; t < HUB_TABLES; t++) {
		struct hub_rows *rows = &img->table[t];
		size_t n = 0;
		for (size_t i = 0; i < rows->n; i++) {
			if (rows->at[i]->state == HUB_GONE) {
				memset(rows->at[i], 0, sizes[t]);
				wk_mem_free(rows->at[i]);
				continue;
			}
			rows->at[i]->state = HUB_CLEAN;
			if (t == HUB_PERSON) {
				struct hub_person *p = (struct hub_person *)rows->at[i];
				p->was_erased = p->are_shares_dirty = false;
			}
			rows->at[n++] = rows->at[i];
		}
		rows->n = n;
	}
}

void
hub_image_audit(struct hub_image *img, const struct wk_hub_audit *a, int64_t now)
{
	img->audit = wk_mem_grow(img->audit, &img->audits_cap, img->audits + 1,
	    sizeof(*img->audit));
	struct wk_hub_audit *row = &img->audit[img->audits++];
	*row = *a;
	row->seq = ++img->seq;
	row->at = now;
	row->actor_name[0] = '\0';
	wk_hub_audit_hash(img->hash, row, row->hash);
	memcpy(img->hash, row->hash, sizeof(img->hash));
}

void
hub_image_init(struct hub_image *img)
{
	memset(img, 0, sizeof(*img));
	memset(img->hash, '0', sizeof(img->hash) - 1);
}

void
hub_image_fini(struct hub_image *img)
{
	for (int t = 0; t < HUB_TABLES; t++) {
		for (size_t i = 0; i < img->table[t].n; i++)
			wk_mem_free(img->table[t].at[i]);
		wk_mem_free(img->table[t].at);
	}
	wk_mem_free(img->audit);
	memset(img, 0, sizeof(*img));
}
