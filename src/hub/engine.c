/* SPDX-License-Identifier: MIT */
/* One write on an image: what decide says is done to the rows. Knows no storage. Rules:
 * 1. Nobody's row is written before the person is known to be there.
 * 2. A write that is repeated after a lost reply gives the same result again. */
#include "image.h"

#define DAY_SECONDS 86400
#define K_MAX 100

typedef void apply_fn(struct hub_image *img, const struct wk_hub_op *op,
    struct wk_hub_result *out);

static struct hub_person *
person_of(struct hub_image *img, const char *id)
{
	return hub_image_get(img, HUB_PERSON, (struct hub_key){ .person = id });
}

static struct hub_week *
week_of(struct hub_image *img, const char *person, int week)
{
	return hub_image_get(img, HUB_WEEK,
	    (struct hub_key){ .person = person, .week = week });
}

static struct hub_token *
token_of(struct hub_image *img, const uint8_t hash[32])
{
	return hub_image_get(img, HUB_TOKEN, (struct hub_key){ .hash = hash });
}

static void
apply_put(struct hub_image *img, const struct wk_hub_op *op, struct wk_hub_result *out)
{
	struct hub_person *p = person_of(img, op->person);
	struct hub_week *have = week_of(img, op->person, op->u.put.week.week);
	wk_hub_decide_put(have == NULL ? NULL : &have->w, &p->p.consent, op, out);
	if (out->outcome != WK_HUB_CREATED && out->outcome != WK_HUB_UPDATED)
		return;
	struct hub_week row = { .w = op->u.put.week };
	memcpy(row.w.person, op->person, sizeof(row.w.person));
	row.w.received = op->now;
	row.w.is_retracted = false;
	hub_image_put(img, HUB_WEEK, &row);
}

/* All that is left of a week: who, which, how far. */
static void
bury(struct hub_image *img, const char *person, int week, int64_t rev, int64_t now)
{
	struct hub_week row = { .w = { .week = week, .rev = rev, .received = now,
		.is_retracted = true, .level = WK_HUB_NONE, .band = WK_HUB_UNKNOWN } };
	(void)snprintf(row.w.person, sizeof(row.w.person), "%s", person);
	hub_image_put(img, HUB_WEEK, &row);
}

static void
apply_retract(struct hub_image *img, const struct wk_hub_op *op,
    struct wk_hub_result *out)
{
	const struct hub_week *have = week_of(img, op->person, op->u.retract.week);
	wk_hub_decide_retract(have == NULL ? NULL : &have->w, op, out);
	if (out->outcome == WK_HUB_DONE && (have == NULL || !have->w.is_retracted ||
	    have->w.rev < op->u.retract.rev))
		bury(img, op->person, op->u.retract.week, op->u.retract.rev, op->now);
}

/* A band that sleep and mood went into says too much once only work is shared. */
static bool
lower_basis(struct wk_hub_week *w, enum wk_hub_basis basis)
{
	if (w->is_retracted || w->basis <= basis)
		return false;
	w->basis = basis;
	w->band = WK_HUB_UNKNOWN;
	return true;
}

static void
lower_weeks(struct hub_image *img, const struct wk_hub_person *p)
{
	struct hub_rows *rows = &img->table[HUB_WEEK];
	size_t i = hub_image_from(img, HUB_WEEK, (struct hub_key){ .person = p->id });
	for (; i < rows->n; i++) {
		struct hub_week *w = (struct hub_week *)rows->at[i];
		if (strcmp(w->w.person, p->id) != 0)
			break;
		if (w->row.state == HUB_GONE)
			continue;
		bool is_lower = wk_hub_week_lower(&w->w, p->consent.level);
		if (lower_basis(&w->w, p->consent.basis) || is_lower)
			w->row.state = HUB_DIRTY;
	}
}

static void
apply_consent(struct hub_image *img, const struct wk_hub_op *op,
    struct wk_hub_result *out)
{
	struct hub_person *p = person_of(img, op->person);
	wk_hub_decide_consent(&p->p.consent, op, out);
	if (out->outcome != WK_HUB_CREATED && out->outcome != WK_HUB_UPDATED)
		return;
	p->p.consent = op->u.consent;
	if (p->p.consent.expires == WK_DATE_NONE)
		p->p.consent.expires = (wk_date)(op->now / DAY_SECONDS) +
		    WK_HUB_CONSENT_DAYS;
	p->row.state = HUB_DIRTY;
	p->are_shares_dirty = true;
	lower_weeks(img, &p->p);
}

static void
apply_withdraw(struct hub_image *img, const struct wk_hub_op *op,
    struct wk_hub_result *out)
{
	struct hub_person *p = person_of(img, op->person);
	struct hub_rows *rows = &img->table[HUB_WEEK];
	wk_hub_decide_withdraw(&p->p.consent, op, out);
	if (out->outcome != WK_HUB_DONE)
		return;
	int64_t gen = WK_MAX(op->u.gen, p->p.consent.gen);
	if (p->p.consent.gen != gen || p->p.consent.level != WK_HUB_NONE) {
		p->p.consent = (struct wk_hub_consent){ .gen = gen,
			.expires = WK_DATE_NONE };
		p->row.state = HUB_DIRTY;
		p->are_shares_dirty = true;
	}
	size_t i = hub_image_from(img, HUB_WEEK,
	    (struct hub_key){ .person = op->person });
	for (; i < rows->n; i++) {
		const struct hub_week *w = (const struct hub_week *)rows->at[i];
		if (strcmp(w->w.person, op->person) != 0)
			break;
		if (w->row.state == HUB_GONE || w->w.is_retracted)
			continue;
		bury(img, op->person, w->w.week, w->w.rev, op->now);
		out->erased++;
	}
}

static const char *
owner_of(enum hub_table t, const struct hub_row *row)
{
	return t == HUB_WEEK ? ((const struct hub_week *)row)->w.person :
	    t == HUB_TOKEN ? ((const struct hub_token *)row)->person :
	    t == HUB_MEMBER_TABLE ? ((const struct hub_member *)row)->person : "";
}

static void
apply_erase(struct hub_image *img, const struct wk_hub_op *op, struct wk_hub_result *out)
{
	struct hub_person *p = person_of(img, op->person);
	for (enum hub_table t = HUB_WEEK; t < HUB_TABLES; t++)
		for (size_t i = 0; i < img->table[t].n; i++) {
			struct hub_row *row = img->table[t].at[i];
			if (strcmp(owner_of(t, row), op->person) == 0)
				row->state = HUB_GONE;
		}
	p->row.state = HUB_GONE;
	p->was_erased = true;
	out->outcome = WK_HUB_DONE;
}

static void
add_token(struct hub_image *img, const char *person, const uint8_t hash[32],
    const char *token_id, enum wk_hub_token_kind kind, int64_t expires)
{
	struct hub_token row = { .kind = kind, .expires = expires };
	memcpy(row.hash, hash, sizeof(row.hash));
	(void)snprintf(row.person, sizeof(row.person), "%s", person);
	(void)snprintf(row.token_id, sizeof(row.token_id), "%s", token_id);
	hub_image_put(img, HUB_TOKEN, &row);
}

/* Nobody is invited into an account that somebody uses: that would open their weeks. */
static void
apply_invite(struct hub_image *img, const struct wk_hub_op *op, struct wk_hub_result *out)
{
	const struct hub_person *p = person_of(img, op->person);
	const struct hub_token *t = token_of(img, op->u.invite.hash);
	out->outcome = WK_HUB_INVALID;
	if (t != NULL && strcmp(t->person, op->person) == 0)
		out->outcome = WK_HUB_CREATED;
	if (t != NULL || (p != NULL && p->p.is_enrolled))
		return;
	if (p == NULL) {
		struct hub_person row = { .has_shares = true, .p = {
			.roles = op->u.invite.roles, .created = op->now,
			.consent.expires = WK_DATE_NONE } };
		memcpy(row.p.id, op->person, sizeof(row.p.id));
		hub_image_put(img, HUB_PERSON, &row);
	}
	add_token(img, op->person, op->u.invite.hash, "", WK_HUB_INVITE,
	    op->u.invite.expires);
	out->outcome = WK_HUB_CREATED;
	memcpy(out->person, op->person, sizeof(out->person));
}

static void
apply_enrol(struct hub_image *img, const struct wk_hub_op *op, struct wk_hub_result *out)
{
	struct hub_token *t = token_of(img, op->u.enrol.invite);
	const struct hub_token *mine = token_of(img, op->u.enrol.token);
	const char *display = op->u.enrol.display;
	if (display[0] == '\0' || !wk_text_utf8_valid(display, strlen(display))) {
		out->outcome = WK_HUB_INVALID;
		return;
	}
	out->outcome = WK_HUB_INVITE_USED;
	if (mine != NULL && t == NULL) {
		out->outcome = WK_HUB_CREATED;
		memcpy(out->person, mine->person, sizeof(out->person));
	}
	if (t == NULL || mine != NULL || t->kind != WK_HUB_INVITE ||
	    (t->expires != 0 && t->expires <= op->now))
		return;
	struct hub_person *p = person_of(img, t->person);
	if (p == NULL || p->p.is_enrolled)
		return;
	memcpy(p->p.display, op->u.enrol.display, sizeof(p->p.display));
	p->p.is_enrolled = true;
	p->row.state = HUB_DIRTY;
	t->row.state = HUB_GONE;
	add_token(img, p->p.id, op->u.enrol.token, op->u.enrol.token_id, WK_HUB_BEARER,
	    op->u.enrol.expires);
	out->outcome = WK_HUB_CREATED;
	memcpy(out->person, p->p.id, sizeof(out->person));
}

static void
apply_token_add(struct hub_image *img, const struct wk_hub_op *op,
    struct wk_hub_result *out)
{
	const struct hub_token *t = token_of(img, op->u.token.hash);
	if (t != NULL) {
		out->outcome = strcmp(t->person, op->person) == 0 ? WK_HUB_CREATED :
		    WK_HUB_INVALID;
		return;
	}
	add_token(img, op->person, op->u.token.hash, op->u.token.token_id,
	    op->u.token.kind, op->u.token.expires);
	out->outcome = WK_HUB_CREATED;
}

static void
apply_token_end(struct hub_image *img, const struct wk_hub_op *op,
    struct wk_hub_result *out)
{
	struct hub_token *t = token_of(img, op->u.token.hash);
	int64_t end = op->u.token.expires;
	if (t == NULL) {
		out->outcome = WK_HUB_NOT_FOUND;
		return;
	}
	out->outcome = WK_HUB_DONE;
	if (end <= op->now)
		t->row.state = HUB_GONE;
	else if (t->expires == 0 || t->expires > end) {
		t->expires = end;
		t->row.state = HUB_DIRTY;
	}
}

static void
apply_team_set(struct hub_image *img, const struct wk_hub_op *op,
    struct wk_hub_result *out)
{
	const struct wk_hub_team *t = &op->u.team;
	const struct hub_team *have = hub_image_get(img, HUB_TEAM,
	    (struct hub_key){ .team = t->id });
	struct hub_team row = { .t = *t };
	row.t.role = WK_HUB_MEMBER;
	if (t->k_min == 0)
		row.t.k_min = have != NULL ? have->t.k_min : WK_HUB_K_MIN;
	if (t->id[0] == '\0' || t->name[0] == '\0' ||
	    !wk_text_utf8_valid(t->name, strlen(t->name)) || row.t.k_min < WK_HUB_K_MIN ||
	    row.t.k_min > K_MAX) {
		out->outcome = WK_HUB_INVALID;
		return;
	}
	out->outcome = have == NULL ? WK_HUB_CREATED : WK_HUB_UPDATED;
	hub_image_put(img, HUB_TEAM, &row);
}

static bool
has_team(struct hub_image *img, const char *team)
{
	return hub_image_get(img, HUB_TEAM, (struct hub_key){ .team = team }) != NULL;
}

static void
apply_member_set(struct hub_image *img, const struct wk_hub_op *op,
    struct wk_hub_result *out)
{
	struct hub_member row = { .role = op->u.member.role };
	out->outcome = WK_HUB_NOT_FOUND;
	if (!has_team(img, op->u.member.team))
		return;
	memcpy(row.team, op->u.member.team, sizeof(row.team));
	memcpy(row.person, op->person, sizeof(row.person));
	hub_image_put(img, HUB_MEMBER_TABLE, &row);
	out->outcome = WK_HUB_DONE;
}

/* The shares go too: who comes back to a team is asked again. */
static void
apply_member_del(struct hub_image *img, const struct wk_hub_op *op,
    struct wk_hub_result *out)
{
	struct hub_person *p = person_of(img, op->person);
	struct wk_hub_consent *c = &p->p.consent;
	struct hub_member *m = hub_image_get(img, HUB_MEMBER_TABLE,
	    (struct hub_key){ .team = op->u.member.team, .person = op->person });
	out->outcome = WK_HUB_NOT_FOUND;
	if (!has_team(img, op->u.member.team))
		return;
	out->outcome = WK_HUB_DONE;
	if (m != NULL)
		m->row.state = HUB_GONE;
	for (size_t i = 0; i < c->count; i++) {
		if (strcmp(c->shares[i].team, op->u.member.team) != 0)
			continue;
		memmove(&c->shares[i], &c->shares[i + 1],
		    (c->count - i - 1) * sizeof(c->shares[0]));
		c->count--;
		p->row.state = HUB_DIRTY;
		p->are_shares_dirty = true;
		return;
	}
}

static void
apply_audit(struct hub_image *img, const struct wk_hub_op *op, struct wk_hub_result *out)
{
	struct wk_hub_audit row = op->u.audit;
	const char *code = wk_hub_outcomes[img->last].code;
	if (row.outcome[0] == '\0')
		(void)snprintf(row.outcome, sizeof(row.outcome), "%s",
		    code == NULL ? "ok" : code);
	hub_image_audit(img, &row, op->now);
	out->outcome = WK_HUB_DONE;
}

static const struct {
	apply_fn *apply;
	bool wants_person, has_shares, has_weeks, has_team, has_member;
} verbs[WK_HUB_VERBS] = {
	[WK_HUB_OP_PUT_WEEK] = { apply_put, .wants_person = true },
	[WK_HUB_OP_RETRACT] = { apply_retract, .wants_person = true },
	[WK_HUB_OP_CONSENT] = { apply_consent, .wants_person = true, .has_shares = true,
		.has_weeks = true },
	[WK_HUB_OP_WITHDRAW] = { apply_withdraw, .wants_person = true,
		.has_shares = true, .has_weeks = true },
	[WK_HUB_OP_ERASE] = { apply_erase, .wants_person = true, .has_weeks = true },
	[WK_HUB_OP_INVITE] = { apply_invite },
	[WK_HUB_OP_ENROL] = { apply_enrol },
	[WK_HUB_OP_TOKEN_ADD] = { apply_token_add, .wants_person = true },
	[WK_HUB_OP_TOKEN_END] = { apply_token_end },
	[WK_HUB_OP_TEAM_SET] = { apply_team_set, .has_team = true },
	[WK_HUB_OP_MEMBER_SET] = { apply_member_set, .wants_person = true,
		.has_team = true, .has_member = true },
	[WK_HUB_OP_MEMBER_DEL] = { apply_member_del, .wants_person = true,
		.has_shares = true, .has_team = true, .has_member = true },
	[WK_HUB_OP_AUDIT] = { apply_audit },
	[WK_HUB_OP_PURGE] = { NULL },
};

static void
needs_of_token(const struct wk_hub_op *op, struct hub_needs *out)
{
	if (op->verb == WK_HUB_OP_INVITE)
		out->hash[0] = op->u.invite.hash;
	else if (op->verb == WK_HUB_OP_ENROL) {
		out->hash[0] = op->u.enrol.invite;
		out->hash[1] = op->u.enrol.token;
		out->has_owner = true;
	} else if (op->verb == WK_HUB_OP_TOKEN_ADD || op->verb == WK_HUB_OP_TOKEN_END)
		out->hash[0] = op->u.token.hash;
}

void
hub_engine_needs(const struct wk_hub_op *op, struct hub_needs *out)
{
	memset(out, 0, sizeof(*out));
	if (verbs[op->verb].wants_person || op->verb == WK_HUB_OP_INVITE)
		out->person = op->person;
	needs_of_token(op, out);
	out->has_shares = verbs[op->verb].has_shares;
	out->has_weeks = verbs[op->verb].has_weeks;
	out->is_member = verbs[op->verb].has_member;
	out->has_chain = op->verb == WK_HUB_OP_AUDIT;
	if (verbs[op->verb].has_team)
		out->team = op->verb == WK_HUB_OP_TEAM_SET ? op->u.team.id :
		    op->u.member.team;
	if (op->verb == WK_HUB_OP_PUT_WEEK)
		out->week = op->u.put.week.week;
	else if (op->verb == WK_HUB_OP_RETRACT)
		out->week = op->u.retract.week;
}

void
hub_engine_apply(struct hub_image *img, const struct wk_hub_op *op,
    struct wk_hub_result *out)
{
	memset(out, 0, sizeof(*out));
	if (verbs[op->verb].wants_person && person_of(img, op->person) == NULL)
		out->outcome = WK_HUB_NOT_FOUND;
	else
		verbs[op->verb].apply(img, op, out);
	img->last = out->outcome;
}

bool
hub_engine_is_erasing(const struct wk_hub_op *op, const struct wk_hub_result *r)
{
	switch (op->verb) {
	case WK_HUB_OP_WITHDRAW:
	case WK_HUB_OP_ERASE:
	case WK_HUB_OP_RETRACT:
		return r->outcome == WK_HUB_DONE;
	case WK_HUB_OP_CONSENT:
		return r->outcome == WK_HUB_UPDATED;
	case WK_HUB_OP_PURGE:
		return r->erased > 0;
	default:
		return false;
	}
}
