/* SPDX-License-Identifier: MIT */
/* hub: wick-hub, the team's server. It holds weekly summaries that people chose to send,
 * and nothing else. Here: what its parts say to each other. Rules of the protocol are one
 * function (wk_hub_decide_*), used by every store; storage is one table of functions with
 * three implementations (memory, SQLite, PostgreSQL); HTTP is behind one file.
 *
 * Threads: HTTP workers read through their own wk_hub_reader; one writer calls apply.
 * Times are UTC seconds; weeks are integers YYYYWW (202647); a day is wk_date. */
#pragma once

#include "wick/base.h"

/* ---- values ---- */
enum wk_hub_level { WK_HUB_NONE, WK_HUB_BAND, WK_HUB_INDICATORS };
enum wk_hub_basis { WK_HUB_WORK, WK_HUB_ALL };
enum wk_hub_band {
	WK_HUB_CALM,
	WK_HUB_WATCH,
	WK_HUB_STRAINED,
	WK_HUB_SEVERE,
	WK_HUB_UNKNOWN,
};
enum wk_hub_visibility { WK_HUB_AGGREGATE, WK_HUB_INDIVIDUAL };
enum wk_hub_role { WK_HUB_MEMBER, WK_HUB_MANAGER };
enum { WK_HUB_ENGINEER = 1, WK_HUB_ADMIN = 2 }; /* roles of a person, bits */
enum wk_hub_token_kind { WK_HUB_BEARER, WK_HUB_INVITE, WK_HUB_SESSION };
/* The indicators of a week, in the order of the contract; NAN is null or absent. */
enum wk_hub_indicator {
	WK_HUB_WORK_MIN,
	WK_HUB_AFTER_HOURS_MIN,
	WK_HUB_WEEKEND_MIN,
	WK_HUB_STREAK_DAYS,
	WK_HUB_MIN_REST_MIN,
	WK_HUB_REST_DAYS,
	WK_HUB_ONCALL_DAYS,
	WK_HUB_WAKINGS,
	WK_HUB_PAGES,
	WK_HUB_NIGHT_PAGES,
	WK_HUB_LOAD_RATIO,
	WK_HUB_INDICATORS_COUNT,
};

enum {
	WK_HUB_ID = 36, /* bytes of a person's, team's or source's id with its NUL */
	WK_HUB_NAME = 257, /* 64 code points of UTF-8 and a NUL */
	WK_HUB_BODY = 512, /* canonical indicators object with its NUL */
	WK_HUB_TEAMS = 20, /* teams of one consent */
	WK_HUB_BATCH = 256,
	WK_HUB_GRID_PEOPLE = 500,
	WK_HUB_GRID_WEEKS = 53,
	WK_HUB_JOB_OPS = WK_HUB_GRID_PEOPLE + 1, /* a page, each on it */
	WK_HUB_PAGE = 105,
	WK_HUB_K_MIN = 5,
	WK_HUB_CONSENT_DAYS = 90,
};
#define WK_HUB_REV_MAX 9007199254740991LL

/* What became of a write: one row of the table in decide.c gives the HTTP status and the
 * `code` of the problem document. */
enum wk_hub_outcome {
	WK_HUB_CREATED,
	WK_HUB_UPDATED,
	WK_HUB_UNCHANGED,
	WK_HUB_DONE,
	WK_HUB_STALE_REV,
	WK_HUB_REV_CONFLICT,
	WK_HUB_OTHER_SOURCE,
	WK_HUB_PRECONDITION,
	WK_HUB_STALE_GEN,
	WK_HUB_RETRACTED,
	WK_HUB_WITHDRAWN,
	WK_HUB_NO_CONSENT,
	WK_HUB_LEVEL_EXCEEDS,
	WK_HUB_INVITE_USED,
	WK_HUB_NOT_FOUND,
	WK_HUB_INVALID,
	WK_HUB_OUTCOMES,
};
struct wk_hub_outcome_row {
	int status;
	const char *code;
}; /* code NULL: it worked */
extern const struct wk_hub_outcome_row wk_hub_outcomes[WK_HUB_OUTCOMES];

/* ---- rows ---- */
struct wk_hub_week {
	char person[WK_HUB_ID], source[WK_HUB_ID];
	int week; /* YYYYWW */
	int64_t rev, received;
	enum wk_hub_level level;
	enum wk_hub_basis basis;
	enum wk_hub_band band;
	int coverage; /* days, 0..7 */
	bool is_retracted; /* then only person, week, rev hold */
	/* Canonical JSON object: members in the order of enum wk_hub_indicator, nulls
	 * left out; "" for none. Two documents are the same when their fields are: no
	 * hash is kept, it would outlive an erasure and so few values can be guessed. */
	char indicators[WK_HUB_BODY];
	int64_t computed_at; /* 0: not said */
};
struct wk_hub_share {
	char team[WK_HUB_ID];
	enum wk_hub_visibility visibility;
};
struct wk_hub_consent {
	int64_t gen; /* 0: never given */
	enum wk_hub_level level; /* NONE after a withdrawal */
	enum wk_hub_basis basis;
	/* Last day; WK_DATE_NONE with level NONE, and in a write for the usual 90 days (a
	 * repeat without it is then the same content on another day too). */
	wk_date expires;
	size_t count;
	struct wk_hub_share shares[WK_HUB_TEAMS]; /* sorted by team */
};
struct wk_hub_person {
	char id[WK_HUB_ID], display[WK_HUB_NAME];
	int roles; /* WK_HUB_ENGINEER | WK_HUB_ADMIN */
	bool is_enrolled;
	int64_t created;
	struct wk_hub_consent consent;
};
struct wk_hub_principal { /* whose token it is */
	char person[WK_HUB_ID], display[WK_HUB_NAME], token_id[17];
	int roles;
	enum wk_hub_token_kind kind;
	int64_t expires; /* 0: never */
};
struct wk_hub_team {
	char id[WK_HUB_ID], name[WK_HUB_NAME];
	int k_min;
	enum wk_hub_role role;
};
/* hash = SHA-256(prev_hex "\n" seq at actor action subject team), the six joined by tabs,
 * at as 2026-11-20T09:00:00Z, absent ones empty, prev_hex of the first 64 zeros. One
 * chain for all hubs on a database. seq, at and hash are the store's to fill. */
struct wk_hub_audit {
	int64_t seq, at;
	char actor[WK_HUB_ID], action[41], subject[WK_HUB_ID], team[WK_HUB_ID],
	    outcome[41]; /* "" to write: that of the write before it */
	int week_from, week_to; /* 0: none */
	char hash[65];
	char actor_name[WK_HUB_NAME]; /* reading only: display name of the actor */
};

/* ---- writes: everything that changes the store is one of these ---- */
enum wk_hub_verb {
	WK_HUB_OP_PUT_WEEK, /* u.put */
	WK_HUB_OP_RETRACT, /* u.retract */
	WK_HUB_OP_CONSENT, /* u.consent: gen higher than stored, or the same content */
	WK_HUB_OP_WITHDRAW, /* u.gen; result.erased */
	WK_HUB_OP_ERASE, /* person with weeks, shares, memberships and tokens */
	WK_HUB_OP_INVITE, /* u.invite: a person that is not enrolled, and an invite */
	WK_HUB_OP_ENROL, /* u.enrol: spends the invite; result.person */
	WK_HUB_OP_TOKEN_ADD, /* u.token */
	WK_HUB_OP_TOKEN_END, /* u.token.hash ends at u.token.expires (0: at once) */
	WK_HUB_OP_TEAM_SET, /* u.team: name and k_min */
	WK_HUB_OP_MEMBER_SET, /* u.member */
	WK_HUB_OP_MEMBER_DEL, /* u.member; also its shares with that team */
	WK_HUB_OP_AUDIT, /* u.audit: appended, chained by the store */
	WK_HUB_OP_PURGE, /* u.purge: what is older than its limits; result.erased */
	WK_HUB_VERBS,
};
struct wk_hub_op {
	enum wk_hub_verb verb;
	int64_t now;
	char person[WK_HUB_ID];
	union {
		struct {
			struct wk_hub_week week;
			int64_t gen;
			char if_match[81];
		} put;
		struct {
			int week;
			int64_t rev;
		} retract;
		struct wk_hub_consent consent;
		int64_t gen;
		struct {
			uint8_t hash[32];
			int roles;
			int64_t expires;
		} invite;
		struct {
			uint8_t invite[32], token[32];
			char token_id[17], display[WK_HUB_NAME];
			int64_t expires;
		} enrol;
		struct {
			uint8_t hash[32];
			char token_id[17];
			enum wk_hub_token_kind kind;
			int64_t expires;
		} token;
		struct wk_hub_team team;
		struct {
			char team[WK_HUB_ID];
			enum wk_hub_role role;
		} member;
		struct wk_hub_audit audit;
		struct {
			int week_before;
			int64_t tombstone_before, audit_before, token_before;
		} purge;
	} u;
};
struct wk_hub_result {
	enum wk_hub_outcome outcome;
	int64_t current_rev; /* of the stored week, for STALE_REV and the like; 0 none */
	int64_t received; /* of the week as it stands */
	int64_t erased; /* WITHDRAW: weeks whose contents went */
	char person[WK_HUB_ID]; /* ENROL: whose invite it was */
	char etag[67]; /* PUT_WEEK that worked: of the owner's view, quotes too */
};

/* ---- decide: the rules of writing, without storage ---- */
/* have: the stored row or NULL; consent: the person's. Fills result but not received of a
 * row that is written now (that is op->now). */
void wk_hub_decide_put(const struct wk_hub_week *have,
    const struct wk_hub_consent *consent, const struct wk_hub_op *op,
    struct wk_hub_result *out);
void wk_hub_decide_retract(const struct wk_hub_week *have, const struct wk_hub_op *op,
    struct wk_hub_result *out);
void wk_hub_decide_consent(const struct wk_hub_consent *have, const struct wk_hub_op *op,
    struct wk_hub_result *out);
void wk_hub_decide_withdraw(const struct wk_hub_consent *have, const struct wk_hub_op *op,
    struct wk_hub_result *out);
/* Given, not withdrawn, not expired. */
bool wk_hub_consent_holds(const struct wk_hub_consent *c, wk_date today);
extern const char *const wk_hub_indicator_names[WK_HUB_INDICATORS_COUNT];
/* Of a canonical object; NAN if it is not there. */
double wk_hub_indicator_of(const char *json, enum wk_hub_indicator which);
/* Strips what a lower level may not hold; true if it changed the row. */
bool wk_hub_week_lower(struct wk_hub_week *w, enum wk_hub_level level);
/* Strong, over what that viewer gets, with the quotes. */
void wk_hub_etag(const struct wk_hub_week *w, enum wk_hub_level seen, char out[67]);
void wk_hub_audit_hash(const char *prev_hex, const struct wk_hub_audit *a, char hex[65]);

/* ---- store ---- */
enum wk_hub_store_rc {
	WK_HUB_STORE_OK,
	WK_HUB_STORE_BUSY /* nothing stored, try again */,
	WK_HUB_STORE_FATAL
};
struct wk_hub_store; /* what apply needs; one thread at a time */
struct wk_hub_reader; /* one per thread that reads */
struct wk_hub_week_query {
	const char *person;
	int from, to, before; /* YYYYWW, inclusive; before: strictly; 0 none */
	size_t limit; /* newest first */
	bool with_retracted; /* the owner's GET of one week: 410 needs it */
};
struct wk_hub_grid_query {
	const char *team;
	int from, to;
	wk_date today;
};
struct wk_hub_cell {
	char person[WK_HUB_ID], display[WK_HUB_NAME];
	int week; /* 0: shares, but has no week here; their only cell */
	enum wk_hub_band band;
	int coverage;
};
/* One reporting member in one week, for the aggregate; pages: NAN below `indicators`. */
struct wk_hub_report {
	int week;
	enum wk_hub_band band;
	double pages, night_pages;
};
struct wk_hub_audit_query {
	const char *subject; /* NULL: all */
	int64_t before_seq; /* 0: newest */
	size_t limit;
};

struct wk_hub_store_ops {
	const char *scheme; /* "memory", "sqlite", "postgres" */
	/* dsn: memory: | sqlite:/path | postgres://; migrates; no newer schema */
	enum wk_rc (
	    *open)(const char *dsn, struct wk_hub_store **out, struct wk_err *err);
	void (*close)(struct wk_hub_store *s);
	/* All n in one transaction, in order, each with its own outcome. */
	enum wk_hub_store_rc (*apply)(struct wk_hub_store *s, const struct wk_hub_op *ops,
	    size_t n, struct wk_hub_result *out, struct wk_err *err);
	/* After the replies: upkeep that nobody need wait for. May be NULL. */
	void (*settle)(struct wk_hub_store *s);
	enum wk_rc (
	    *backup)(struct wk_hub_store *s, const char *path, struct wk_err *err);
	/* Everything, as sorted JSON lines: for comparing stores and for export. */
	enum wk_rc (
	    *dump)(struct wk_hub_store *s, struct wk_buf *out, struct wk_err *err);
	enum wk_rc (*reader)(struct wk_hub_store *s, struct wk_hub_reader **out,
	    struct wk_err *err);
	void (*reader_close)(struct wk_hub_reader *r);
	/* Reading: WK_OK, WK_ERR_NOTFOUND, WK_ERR_STORE. Lists live in the arena. */
	enum wk_rc (*token)(struct wk_hub_reader *r, const uint8_t hash[32], int64_t now,
	    struct wk_hub_principal *out, struct wk_err *err);
	enum wk_rc (*person)(struct wk_hub_reader *r, const char *id,
	    struct wk_hub_person *out, struct wk_err *err);
	enum wk_rc (*weeks)(struct wk_hub_reader *r, const struct wk_hub_week_query *q,
	    struct wk_arena *a, struct wk_hub_week **out, size_t *n, struct wk_err *err);
	/* Only members who share individually now, sorted by display then week. */
	enum wk_rc (*grid)(struct wk_hub_reader *r, const struct wk_hub_grid_query *q,
	    struct wk_arena *a, struct wk_hub_cell **out, size_t *n, struct wk_err *err);
	/* Every week that a member shares with the team, in either way; no names. */
	enum wk_rc (*reports)(struct wk_hub_reader *r, const struct wk_hub_grid_query *q,
	    struct wk_arena *a, struct wk_hub_report **out, size_t *n,
	    struct wk_err *err);
	/* The person's teams, sorted by id; of one team (not NULL) at most one row. */
	enum wk_rc (*teams)(struct wk_hub_reader *r, const char *person, const char *team,
	    struct wk_arena *a, struct wk_hub_team **out, size_t *n, struct wk_err *err);
	/* May `reader`, as a manager, see `person` individually today? through what */
	enum wk_rc (*may_see)(struct wk_hub_reader *r, const char *reader,
	    const char *person, wk_date today, char team[WK_HUB_ID], struct wk_err *err);
	enum wk_rc (*audit)(struct wk_hub_reader *r, const struct wk_hub_audit_query *q,
	    struct wk_arena *a, struct wk_hub_audit **out, size_t *n, struct wk_err *err);
	/* Also probes the write lock. */
	enum wk_rc (*ping)(struct wk_hub_reader *r, int timeout_ms, struct wk_err *err);
};
/* from: only read, a hub may have it open. to: what stands there is replaced; is_restore:
 * it is a store (locked, kept as FILE.before-restore). The copy is checked first. */
enum wk_rc wk_hub_sqlite_copy(const char *from, const char *to, bool is_restore,
    struct wk_err *err);
extern const struct wk_hub_store_ops wk_hub_store_memory, wk_hub_store_sqlite,
    wk_hub_store_pg;
/* The implementation that a dsn names; NULL and *err if none. */
const struct wk_hub_store_ops *wk_hub_store_of(const char *dsn, struct wk_err *err);

/* ---- secrets ---- */
enum { WK_HUB_SECRET = 48, WK_HUB_TOKEN_ID = 17 };
/* prefix ("wk_", "wki_", "") and 43 base64url characters of 256 random bits. */
void wk_hub_secret_new(const char *prefix, char out[WK_HUB_SECRET]);
void wk_hub_secret_hash(const char *secret, uint8_t hash[32]);
void wk_hub_person_new(char out[WK_HUB_ID]); /* p_ and 16 characters */
/* What is shown of a token: its first 8 characters after the prefix. */
void wk_hub_token_id(const char *token, char out[WK_HUB_TOKEN_ID]);

/* ---- withdrawals: a file outside the database ---- */
/* Every write that takes something back (a withdrawal, an erasure, a retraction, a
 * consent that changed) is appended and on disk before its reply. Applied at start: a
 * restored backup brings nobody back. */
struct wk_hub_withdrawals;
enum wk_rc wk_hub_withdrawals_open(const char *path, struct wk_hub_withdrawals **out,
    struct wk_err *err);
void wk_hub_withdrawals_close(struct wk_hub_withdrawals *w);
enum wk_rc wk_hub_withdrawals_add(struct wk_hub_withdrawals *w,
    const struct wk_hub_op *ops, const struct wk_hub_result *results, size_t n,
    struct wk_err *err);
/* Idempotent. applied: how many of its lines the store took; the others it knew. */
enum wk_rc wk_hub_withdrawals_apply(struct wk_hub_withdrawals *w,
    const struct wk_hub_store_ops *ops, struct wk_hub_store *store, size_t *applied,
    struct wk_err *err);

/* ---- writer: the one thread that writes ---- */
enum wk_hub_job_rc {
	WK_HUB_JOB_OK, /* results hold, and are on disk */
	WK_HUB_JOB_BUSY, /* nothing stored: 503, Retry-After */
	WK_HUB_JOB_FATAL, /* nothing stored, and a repeat would not help: 500 */
};
struct wk_hub_mailbox; /* of a loop: its finished jobs */
struct wk_hub_job {
	/* The caller's, untouched by it from put until taken out of the mailbox. One job
	 * is one transaction together with others; its ops stay in order. */
	struct wk_hub_op *ops;
	struct wk_hub_result *results;
	size_t n; /* 1..WK_HUB_JOB_OPS */
	struct wk_hub_mailbox *to;
	void *ctx;
	enum wk_hub_job_rc rc;
	/* private */
	struct wk_hub_job *next;
	int64_t queued_ms;
};
struct wk_hub_writer;
struct wk_hub_writer_stats {
	uint64_t commits, ops, busy, late, fatal;
	size_t depth; /* jobs that wait */
	int64_t oldest_ms; /* how long the first of them has waited */
	int64_t commit_ms_sum, commit_ms_max;
};
/* withdrawals may be NULL. The store stays the caller's, who leaves it till stop. */
enum wk_rc wk_hub_writer_start(const struct wk_hub_store_ops *ops,
    struct wk_hub_store *store, struct wk_hub_withdrawals *withdrawals,
    struct wk_hub_writer **out, struct wk_err *err);
/* Any thread. false: the queue (4096) is full or it stops; the job is still yours. */
bool wk_hub_writer_put(struct wk_hub_writer *w, struct wk_hub_job *job);
void wk_hub_writer_stats(struct wk_hub_writer *w, struct wk_hub_writer_stats *out);
/* Takes no more, writes what is queued (at most 8 s), ends the thread and frees it. Jobs
 * that were not written go to their mailboxes as BUSY. */
void wk_hub_writer_stop(struct wk_hub_writer *w);
enum wk_rc wk_hub_mailbox_new(struct wk_hub_mailbox **out, struct wk_err *err);
void wk_hub_mailbox_free(struct wk_hub_mailbox *m);
int wk_hub_mailbox_fd(const struct wk_hub_mailbox *m); /* readable: take */
/* All finished jobs, oldest first, linked by next; NULL for none. */
struct wk_hub_job *wk_hub_mailbox_take(struct wk_hub_mailbox *m);
