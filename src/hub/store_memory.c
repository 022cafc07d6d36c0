/* SPDX-License-Identifier: MIT */
/* The store that forgets: an image that stays, behind one lock. It is the oracle of the
 * others and the home of demonstrations; nothing of it is on a disk. */
#include <math.h>
#include <pthread.h>
#include <stdlib.h>

#include "image.h"

struct wk_hub_store {
	pthread_mutex_t lock;
	struct hub_image img;
};
struct wk_hub_reader {
	struct wk_hub_store *store;
};

static enum wk_rc
memory_open(const char *dsn, struct wk_hub_store **out, struct wk_err *err)
{
	if (strcmp(dsn, "memory:") != 0)
		return wk_fail(err, WK_ERR_INPUT, "%s is no store in memory", dsn);
	struct wk_hub_store *s = wk_mem_alloc(sizeof(*s));
	pthread_mutex_init(&s->lock, NULL);
	hub_image_init(&s->img);
	*out = s;
	return WK_OK;
}

static void
memory_close(struct wk_hub_store *s)
{
	hub_image_fini(&s->img);
	pthread_mutex_destroy(&s->lock);
	wk_mem_free(s);
}

static void
purge_audit(struct hub_image *img, int64_t before)
{
	size_t n = 0;
	for (size_t i = 0; i < img->audits; i++)
		if (img->audit[i].at >= before)
			img->audit[n++] = img->audit[i];
	img->audits = n;
}

static void
purge(struct hub_image *img, const struct wk_hub_op *op, struct wk_hub_result *out)
{
	memset(out, 0, sizeof(*out));
	out->outcome = WK_HUB_DONE;
	for (size_t i = 0; i < img->table[HUB_WEEK].n; i++) {
		struct hub_week *w = (struct hub_week *)img->table[HUB_WEEK].at[i];
		bool is_old = w->w.week < op->u.purge.week_before ||
		    (w->w.is_retracted && w->w.received < op->u.purge.tombstone_before);
		if (w->row.state == HUB_GONE || !is_old)
			continue;
		w->row.state = HUB_GONE;
		out->erased++;
	}
	for (size_t i = 0; i < img->table[HUB_TOKEN].n; i++) {
		struct hub_token *t = (struct hub_token *)img->table[HUB_TOKEN].at[i];
		if (t->expires != 0 && t->expires < op->u.purge.token_before)
			t->row.state = HUB_GONE;
	}
	purge_audit(img, op->u.purge.audit_before);
}

static enum wk_hub_store_rc
memory_apply(struct wk_hub_store *s, const struct wk_hub_op *ops, size_t n,
    struct wk_hub_result *out, struct wk_err *err)
{
	(void)err;
	pthread_mutex_lock(&s->lock);
	for (size_t i = 0; i < n; i++)
		if (ops[i].verb == WK_HUB_OP_PURGE)
			purge(&s->img, &ops[i], &out[i]);
		else
			hub_engine_apply(&s->img, &ops[i], &out[i]);
	hub_image_sweep(&s->img);
	pthread_mutex_unlock(&s->lock);
	return WK_HUB_STORE_OK;
}

static void
dump_row(struct wk_buf *b, enum hub_table t, const struct hub_row *row)
{
	if (t == HUB_PERSON)
		hub_dump_person(b, &((const struct hub_person *)row)->p);
	else if (t == HUB_WEEK)
		hub_dump_week(b, &((const struct hub_week *)row)->w);
	else if (t == HUB_TOKEN)
		hub_dump_token(b, (const struct hub_token *)row);
	else if (t == HUB_TEAM)
		hub_dump_team(b, &((const struct hub_team *)row)->t);
	else
		hub_dump_member(b, (const struct hub_member *)row);
}

static enum wk_rc
memory_dump(struct wk_hub_store *s, struct wk_buf *out, struct wk_err *err)
{
	(void)err;
	pthread_mutex_lock(&s->lock);
	for (enum hub_table t = HUB_PERSON; t < HUB_TABLES; t++)
		for (size_t i = 0; i < s->img.table[t].n; i++)
			dump_row(out, t, s->img.table[t].at[i]);
	for (size_t i = 0; i < s->img.audits; i++)
		hub_dump_audit(out, &s->img.audit[i]);
	pthread_mutex_unlock(&s->lock);
	return WK_OK;
}

static enum wk_rc
memory_backup(struct wk_hub_store *s, const char *path, struct wk_err *err)
{
	struct wk_buf b;
	wk_buf_init(&b);
	enum wk_rc rc = memory_dump(s, &b, err);
	if (rc == WK_OK)
		rc = wk_file_write_safe(path, b.p, b.len, 0600, err);
	wk_buf_fini(&b);
	return rc;
}

static enum wk_rc
memory_reader(struct wk_hub_store *s, struct wk_hub_reader **out, struct wk_err *err)
{
	(void)err;
	*out = wk_mem_alloc(sizeof(**out));
	(*out)->store = s;
	return WK_OK;
}

static void
memory_reader_close(struct wk_hub_reader *r)
{
	wk_mem_free(r);
}

static const struct hub_image *
hold(struct wk_hub_reader *r)
{
	pthread_mutex_lock(&r->store->lock);
	return &r->store->img;
}

static enum wk_rc
let_go(struct wk_hub_reader *r, bool was_found)
{
	pthread_mutex_unlock(&r->store->lock);
	return was_found ? WK_OK : WK_ERR_NOTFOUND;
}

static const struct wk_hub_person *
person_of(const struct hub_image *img, const char *id)
{
	const struct hub_person *p = hub_image_get(img, HUB_PERSON,
	    (struct hub_key){ .person = id });
	return p == NULL ? NULL : &p->p;
}

static enum wk_rc
memory_token(struct wk_hub_reader *r, const uint8_t hash[32], int64_t now,
    struct wk_hub_principal *out, struct wk_err *err)
{
	(void)err;
	const struct hub_image *img = hold(r);
	const struct hub_token *t = hub_image_get(img, HUB_TOKEN,
	    (struct hub_key){ .hash = hash });
	const struct wk_hub_person *p = t == NULL ? NULL : person_of(img, t->person);
	if (p == NULL || (t->expires != 0 && t->expires <= now))
		return let_go(r, false);
	memset(out, 0, sizeof(*out));
	memcpy(out->person, p->id, sizeof(out->person));
	memcpy(out->display, p->display, sizeof(out->display));
	memcpy(out->token_id, t->token_id, sizeof(out->token_id));
	out->roles = p->roles;
	out->kind = t->kind;
	out->expires = t->expires;
	return let_go(r, true);
}

static enum wk_rc
memory_person(struct wk_hub_reader *r, const char *id, struct wk_hub_person *out,
    struct wk_err *err)
{
	(void)err;
	const struct wk_hub_person *p = person_of(hold(r), id);
	if (p != NULL)
		*out = *p;
	return let_go(r, p != NULL);
}

static enum wk_rc
memory_weeks(struct wk_hub_reader *r, const struct wk_hub_week_query *q,
    struct wk_arena *a, struct wk_hub_week **out, size_t *n, struct wk_err *err)
{
	(void)err;
	const struct hub_rows *rows = &hold(r)->table[HUB_WEEK];
	size_t from = hub_image_from(&r->store->img, HUB_WEEK,
	    (struct hub_key){ .person = q->person, .week = q->from });
	size_t i = from;
	while (i < rows->n && strcmp(((struct hub_week *)rows->at[i])->w.person,
	    q->person) == 0)
		i++;
	*out = WK_ARENA_ARRAY(a, struct wk_hub_week, WK_MIN(i - from, q->limit));
	*n = 0;
	for (; i > from && *n < q->limit; i--) {
		const struct wk_hub_week *w = &((struct hub_week *)rows->at[i - 1])->w;
		if ((q->to == 0 || w->week <= q->to) &&
		    (q->before == 0 || w->week < q->before) &&
		    (q->with_retracted || !w->is_retracted))
			(*out)[(*n)++] = *w;
	}
	return let_go(r, true);
}

/* The share of a member with a team that holds today, or NULL. */
static const struct wk_hub_share *
share_of(const struct wk_hub_person *p, const char *team, wk_date today)
{
	if (p == NULL || !wk_hub_consent_holds(&p->consent, today))
		return NULL;
	for (size_t i = 0; i < p->consent.count; i++)
		if (strcmp(p->consent.shares[i].team, team) == 0)
			return &p->consent.shares[i];
	return NULL;
}

static int
by_display(const void *a, const void *b)
{
	const struct wk_hub_cell *x = a, *y = b;
	int c = strcmp(x->display, y->display);
	if (c == 0)
		c = strcmp(x->person, y->person);
	return c != 0 ? c : x->week - y->week;
}

/* The weeks of one person for a grid; one cell without a week where there is none. */
static size_t
put_cells(const struct hub_image *img, const struct wk_hub_person *p,
    const struct wk_hub_grid_query *q, struct wk_hub_cell *cells)
{
	const struct hub_rows *rows = &img->table[HUB_WEEK];
	size_t n = 0, i = hub_image_from(img, HUB_WEEK,
	    (struct hub_key){ .person = p->id, .week = q->from });
	struct wk_hub_cell cell = { .band = WK_HUB_UNKNOWN };
	memcpy(cell.person, p->id, sizeof(cell.person));
	memcpy(cell.display, p->display, sizeof(cell.display));
	for (; i < rows->n; i++) {
		const struct wk_hub_week *w = &((struct hub_week *)rows->at[i])->w;
		if (strcmp(w->person, p->id) != 0 || w->week > q->to)
			break;
		if (w->is_retracted)
			continue;
		cells[n] = cell;
		cells[n].week = w->week;
		cells[n].band = w->band;
		cells[n++].coverage = w->coverage;
	}
	if (n == 0)
		cells[n++] = cell;
	return n;
}

static enum wk_rc
memory_grid(struct wk_hub_reader *r, const struct wk_hub_grid_query *q,
    struct wk_arena *a, struct wk_hub_cell **out, size_t *n, struct wk_err *err)
{
	(void)err;
	const struct hub_image *img = hold(r);
	const struct hub_rows *rows = &img->table[HUB_MEMBER_TABLE];
	*out = WK_ARENA_ARRAY(a, struct wk_hub_cell, rows->n + img->table[HUB_WEEK].n);
	*n = 0;
	for (size_t i = 0; i < rows->n; i++) {
		const struct hub_member *m = (struct hub_member *)rows->at[i];
		const struct wk_hub_person *p = person_of(img, m->person);
		if (strcmp(m->team, q->team) != 0)
			continue;
		const struct wk_hub_share *s = share_of(p, m->team, q->today);
		if (s != NULL && s->visibility == WK_HUB_INDIVIDUAL)
			*n += put_cells(img, p, q, *out + *n);
	}
	qsort(*out, *n, sizeof(**out), by_display);
	return let_go(r, true);
}

static enum wk_rc
memory_reports(struct wk_hub_reader *r, const struct wk_hub_grid_query *q,
    struct wk_arena *a, struct wk_hub_report **out, size_t *n, struct wk_err *err)
{
	(void)err;
	const struct hub_image *img = hold(r);
	const struct hub_rows *rows = &img->table[HUB_WEEK];
	*out = WK_ARENA_ARRAY(a, struct wk_hub_report, rows->n);
	*n = 0;
	for (size_t i = 0; i < rows->n; i++) {
		const struct wk_hub_week *w = &((struct hub_week *)rows->at[i])->w;
		if (w->is_retracted || w->week < q->from || w->week > q->to ||
		    share_of(person_of(img, w->person), q->team, q->today) == NULL ||
		    hub_image_get(img, HUB_MEMBER_TABLE, (struct hub_key){
		    .team = q->team, .person = w->person }) == NULL)
			continue;
		(*out)[(*n)++] = (struct wk_hub_report){ .week = w->week,
			.band = w->band,
			.pages = wk_hub_indicator_of(w->indicators, WK_HUB_PAGES),
			.night_pages = wk_hub_indicator_of(w->indicators,
			    WK_HUB_NIGHT_PAGES) };
	}
	return let_go(r, true);
}

static enum wk_rc
memory_teams(struct wk_hub_reader *r, const char *person, const char *team,
    struct wk_arena *a, struct wk_hub_team **out, size_t *n, struct wk_err *err)
{
	(void)err;
	const struct hub_image *img = hold(r);
	const struct hub_rows *rows = &img->table[HUB_MEMBER_TABLE];
	*out = WK_ARENA_ARRAY(a, struct wk_hub_team, rows->n);
	*n = 0;
	for (size_t i = 0; i < rows->n; i++) {
		const struct hub_member *m = (struct hub_member *)rows->at[i];
		const struct hub_team *t = hub_image_get(img, HUB_TEAM,
		    (struct hub_key){ .team = m->team });
		if (t == NULL || strcmp(m->person, person) != 0 ||
		    (team != NULL && strcmp(m->team, team) != 0))
			continue;
		(*out)[*n] = t->t;
		(*out)[(*n)++].role = m->role;
	}
	return let_go(r, true);
}

static enum wk_rc
memory_may_see(struct wk_hub_reader *r, const char *reader, const char *person,
    wk_date today, char team[WK_HUB_ID], struct wk_err *err)
{
	(void)err;
	const struct hub_image *img = hold(r);
	const struct hub_rows *rows = &img->table[HUB_MEMBER_TABLE];
	const struct wk_hub_person *p = person_of(img, person);
	for (size_t i = 0; i < rows->n; i++) {
		const struct hub_member *m = (struct hub_member *)rows->at[i];
		const struct wk_hub_share *s = share_of(p, m->team, today);
		if (strcmp(m->person, reader) != 0 || m->role != WK_HUB_MANAGER ||
		    s == NULL || s->visibility != WK_HUB_INDIVIDUAL ||
		    hub_image_get(img, HUB_MEMBER_TABLE, (struct hub_key){
		    .team = m->team, .person = person }) == NULL)
			continue;
		memcpy(team, m->team, WK_HUB_ID);
		return let_go(r, true);
	}
	return let_go(r, false);
}

static enum wk_rc
memory_audit(struct wk_hub_reader *r, const struct wk_hub_audit_query *q,
    struct wk_arena *a, struct wk_hub_audit **out, size_t *n, struct wk_err *err)
{
	(void)err;
	const struct hub_image *img = hold(r);
	*out = WK_ARENA_ARRAY(a, struct wk_hub_audit, WK_MIN(img->audits, q->limit));
	*n = 0;
	for (size_t i = img->audits; i > 0 && *n < q->limit; i--) {
		const struct wk_hub_audit *row = &img->audit[i - 1];
		if ((q->before_seq != 0 && row->seq >= q->before_seq) ||
		    (q->subject != NULL && strcmp(row->subject, q->subject) != 0))
			continue;
		(*out)[*n] = *row;
		const struct wk_hub_person *p = person_of(img, row->actor);
		if (p != NULL)
			memcpy((*out)[*n].actor_name, p->display, sizeof(p->display));
		(*n)++;
	}
	return let_go(r, true);
}

static enum wk_rc
memory_ping(struct wk_hub_reader *r, int timeout_ms, struct wk_err *err)
{
	(void)timeout_ms;
	(void)err;
	(void)hold(r);
	return let_go(r, true);
}

const struct wk_hub_store_ops wk_hub_store_memory = {
	.scheme = "memory",
	.open = memory_open,
	.close = memory_close,
	.apply = memory_apply,
	.backup = memory_backup,
	.dump = memory_dump,
	.reader = memory_reader,
	.reader_close = memory_reader_close,
	.token = memory_token,
	.person = memory_person,
	.weeks = memory_weeks,
	.grid = memory_grid,
	.reports = memory_reports,
	.teams = memory_teams,
	.may_see = memory_may_see,
	.audit = memory_audit,
	.ping = memory_ping,
};
