/* SPDX-License-Identifier: MIT */
/* web: what the API and the pages share. A call is one request on its way: routed, its
 * caller known, its body read; a handler fills the reply or hands writes to the writer
 * and says what comes after they are on disk. All of a call runs in one worker's
 * thread. */
#pragma once

#include <jansson.h>
#include <stdatomic.h>

#include "http.h"
#include "limits.h"
#include "metrics.h"
#include "settings.h"
#include "wick/hub.h"

struct hub {
	const struct settings *settings;
	const struct wk_hub_store_ops *ops;
	struct wk_hub_store *store;
	struct wk_hub_writer *writer;
	struct limits limits;
	struct metrics metrics;
	char style_path[80]; /* of the style sheet: its name is its hash */
	atomic_bool is_draining, is_broken;
	atomic_llong busy_ms; /* of the monotonic clock: a write was sent away; 0 none */
};
struct worker {
	struct hub *hub;
	struct http *http;
	struct wk_hub_reader *reader;
	struct wk_hub_mailbox *mailbox;
};

enum { PARAM_MAX = 72 };
struct params {
	char person[WK_HUB_ID], team[WK_HUB_ID], sheet[PARAM_MAX];
	int week;
	bool is_bad_week; /* of the right form, but the year has no such week */
};
struct call {
	struct worker *w;
	struct http_request *req;
	struct wk_arena *arena; /* of the request */
	const struct route *route;
	struct params p;
	int64_t now, started_us;
	char address[HTTP_ADDRESS]; /* whose limits count */
	struct wk_hub_principal who; /* person "" where none is needed */
	uint8_t token_hash[32];
	const char *session; /* of a page: the cookie's value, or NULL */
	json_t *body;
	bool is_writing; /* the reply comes later */
	char secret[WK_HUB_SECRET]; /* a new one, for the reply */
	void *batch; /* of api_week.c */
	struct wk_hub_job job;
	void (*then)(struct call *c);
};

/* ---- route.c ---- */
enum route_auth { AUTH_NONE, AUTH_BEARER, AUTH_ADMIN, AUTH_PAGE };
enum route_body { BODY_NONE, BODY_JSON, BODY_BATCH, BODY_FORM };
struct route {
	enum http_method method; /* GET answers HEAD too */
	const char *path; /* "/v1/people/{person}/weeks/{week}" */
	void (*handle)(struct call *c);
	enum route_auth auth;
	enum route_body body;
	enum limit limit;
};
size_t route_count(void);
const struct route *route_at(size_t i);
/* NULL: none; then allow is "" where no route has the path, else what it takes. */
const struct route *route_find(enum http_method method, const char *path,
    struct params *p, char allow[32]);

/* ---- call.c ---- */
void call_handle(void *worker, struct http_request *r);
/* When the worker's mailbox has something: finishes the calls that wrote. */
void call_mail(void *worker);
/* Hands ops to the writer; then is called when all are on disk. Where that cannot be, the
 * call ends with 503. Ops live in the call's arena. */
void call_write(struct call *c, struct wk_hub_op *ops, size_t n,
    void (*then)(struct call *c));
struct wk_hub_op *call_ops(struct call *c, size_t n);
/* An op that says in the audit log who did what to whom. */
void call_audit_op(const struct call *c, struct wk_hub_op *op, const char *action,
    const char *subject, const char *team);
/* Fills *rc's problem unless it is WK_OK; true: it is. */
bool call_read_ok(struct call *c, enum wk_rc rc, const struct wk_err *err);
wk_date call_today(const struct call *c);
/* "me" and the caller's own id. */
bool call_is_self(const struct call *c);
/* An empty reply; returns its body. */
struct wk_buf *call_json(struct call *c, int status);
void call_text(struct call *c, int status, const char *text);
void call_header(struct call *c, const char *name, const char *fmt, ...)
    WK_PRINTF(3, 4);
/* A strong ETag over the body, private; 304 when the caller has it. */
void call_cached(struct call *c);
void call_etag(struct call *c, const char *etag);

/* ---- problem.c: RFC 9457 ---- */
enum problem {
	PROBLEM_FRAMING,
	PROBLEM_MALFORMED,
	PROBLEM_INVALID,
	PROBLEM_UNKNOWN_MEMBER,
	PROBLEM_LEVEL_EXCEEDS,
	PROBLEM_NO_CONSENT,
	PROBLEM_WEEK_RANGE,
	PROBLEM_DUPLICATE_WEEK,
	PROBLEM_UNAUTHENTICATED,
	PROBLEM_FORBIDDEN,
	PROBLEM_NOT_FOUND,
	PROBLEM_METHOD,
	PROBLEM_MEDIA_TYPE,
	PROBLEM_TOO_LARGE,
	PROBLEM_RATE,
	PROBLEM_OVERLOADED,
	PROBLEM_INTERNAL,
	PROBLEM_COUNT,
};
struct problem_row {
	int status;
	const char *code, *title;
};
const struct problem_row *problem_row(enum problem p);
/* detail may be NULL, as may pointer: a JSON Pointer to the member that is wrong. */
void problem_set(struct call *c, enum problem p, const char *pointer,
    const char *detail);
/* What a store said no to. */
void problem_outcome(struct call *c, const struct wk_hub_result *r);
void problem_busy(struct call *c, enum problem p, int retry_s);

/* ---- auth.c ---- */
bool auth_call(struct call *c); /* false: the reply is filled */
bool auth_is_token(const char *s);
bool auth_is_secret(const char *s); /* what comes behind the prefix */
/* Fills c->who and the hash; WK_ERR_NOTFOUND: none of that kind. */
enum wk_rc auth_find(struct call *c, const char *secret, enum wk_hub_token_kind kind,
    struct wk_err *err);
void auth_csrf(const char *session, char out[65]);

/* ---- body.c: pure, fuzzed ---- */
enum { BODY_MAX = 65536, BATCH_MAX = 262144 }; /* bytes, after gzip */
enum body_rc { BODY_OK, BODY_TOO_LARGE, BODY_BROKEN, BODY_ENCODING };
/* gunzips where the encoding says so; never makes more than max bytes */
enum body_rc body_decode(const char *encoding, const char *p, size_t n, size_t max,
    struct wk_buf *out);
/* NULL: it is no JSON, repeats a key, or is nested deeper than depth 8. */
json_t *body_json(const char *p, size_t n, struct wk_err *err);
bool call_body(struct call *c); /* false: the reply is filled */

/* ---- doc.c: JSON documents as the contract has them ---- */
struct doc_error {
	enum problem problem;
	char pointer[121], detail[201];
};
bool doc_week(const json_t *o, struct wk_hub_op *op, struct doc_error *e);
/* expires is WK_DATE_NONE where it is not said */
bool doc_consent(const json_t *o, wk_date today, struct wk_hub_consent *out,
    struct doc_error *e);
bool doc_members(const json_t *o, const char *const *names, size_t n,
    struct doc_error *e);
bool doc_int(const json_t *o, const char *name, int64_t min, int64_t max, int64_t *out,
    struct doc_error *e);
bool doc_choice(const json_t *o, const char *name, const char *const *words, size_t n,
    int *out, struct doc_error *e);
bool doc_name(const json_t *o, const char *name, char out[WK_HUB_NAME],
    struct doc_error *e);
/* What went wrong was in that member: the pointer leads from the root. False. */
bool doc_within(struct doc_error *e, const char *where);
bool doc_fail(struct doc_error *e, enum problem p, const char *pointer,
    const char *detail);
void doc_refuse(struct call *c, const struct doc_error *e);

/* ---- words.c: ids, weeks, times and enums as text ---- */
bool word_person(const char *s);
bool word_team(const char *s);
#define WORD_NAME_RULE "1 to 64 characters, none of control or of direction"
bool word_name(const char *s);
bool word_source(const char *s);
/* "2026-W47" to 202647; false: not that form. is_real: the year has such a week. */
bool word_week(const char *s, int *week, bool *is_real);
void word_week_put(int week, char out[9]);
wk_date word_monday(int week);
int word_week_of(wk_date d);
int word_week_add(int week, int n);
void word_instant(int64_t at, char out[21]);
const char *word_band(enum wk_hub_band b);
const char *word_level(enum wk_hub_level l);
const char *word_basis(enum wk_hub_basis b);
const char *word_visibility(enum wk_hub_visibility v);
const char *word_role(enum wk_hub_role r);
extern const char *const word_bands[5], *const word_levels[3], *const word_bases[2],
    *const word_visibilities[2], *const word_roles[2];

/* ---- query.c: the part behind the question mark ---- */
/* The value of a name, "" for an empty one, NULL: it is not there. */
const char *query_get(struct call *c, const char *name);
/* false: the reply is filled. Without the parameter *out keeps what it has. */
bool query_week(struct call *c, const char *name, int *out);
bool query_int(struct call *c, const char *name, int64_t min, int64_t max, bool must,
    int64_t *out);
/* from and to, at most 53 weeks; without them the last n */
bool query_range(struct call *c, int n, int *from, int *to);

/* ---- api_*.c: handlers ---- */
void api_healthz(struct call *c);
void api_readyz(struct call *c);
void api_meta(struct call *c);
void api_enrol(struct call *c);
void api_me(struct call *c);
void api_rotate(struct call *c);
void api_consent_get(struct call *c);
void api_consent_put(struct call *c);
void api_consent_delete(struct call *c);
void api_weeks(struct call *c);
void api_week_get(struct call *c);
void api_week_put(struct call *c);
void api_week_delete(struct call *c);
void api_batch(struct call *c);
void api_access_log(struct call *c);
void api_export(struct call *c);
void api_person_delete(struct call *c);
void api_teams(struct call *c);
void api_grid(struct call *c);
void api_aggregate(struct call *c);
void api_invite(struct call *c);
void api_team_put(struct call *c);
void api_member_put(struct call *c);
void api_member_delete(struct call *c);
void api_audit(struct call *c);
