/* SPDX-License-Identifier: MIT */
/* Receivers: how one becomes known here, and what stands in the way of sending to it.
 * The invite and the token pass through; neither is kept in the store or in a message. */
#include <ctype.h>
#include <errno.h>
#include <sys/random.h>
#include <unistd.h>

#include "share.h"

enum { TOKEN_LENGTH = 46 };

enum wk_rc
wk_app_random(void *p, size_t n, struct wk_err *err)
{
	return getrandom(p, n, 0) == (ssize_t)n ? WK_OK :
	    wk_fail(err, WK_ERR_FAIL, "getrandom: %s", strerror(errno));
}

enum wk_rc
wk_app_share_dest(struct wk_app *app, const char *name, struct wk_arena *a,
    struct wk_dest *out, struct wk_err *err)
{
	struct wk_dest *v = NULL;
	size_t n = 0;
	enum wk_rc rc = wk_app_open(app, WK_STORE_READ, err);
	if (rc == WK_OK)
		rc = wk_store_dest_list(app->store, a, &v, &n, err);
	if (rc != WK_OK && rc != WK_ERR_NOTFOUND)
		return rc;
	for (size_t i = 0; i < n; i++)
		if (name == NULL ? n == 1 || strcmp(v[i].kind, "hub") == 0 :
		    strcmp(v[i].name, name) == 0) {
			*out = v[i];
			return WK_OK;
		}
	if (n == 0)
		return wk_fail(err, WK_ERR_NOTFOUND, "sharing is off: nobody is to get "
		    "anything (wick share enrol URL)");
	if (name == NULL)
		return wk_fail(err, WK_ERR_INPUT, "there are %zu receivers: say which "
		    "with --to", n);
	return wk_fail(err, WK_ERR_NOTFOUND, "no receiver \"%.40s\"", name);
}

/* ---- consent, as others are told of it ---- */
const char *
wk_app_share_fields(const char *kind, const char *level, struct wk_arena *a)
{
	struct wk_buf b;
	wk_buf_init(&b);
	if (strcmp(kind, "influx") == 0)
		wk_buf_adds(&b, "person band coverage");
	else
		wk_buf_adds(&b,
		    "schema rev source consent_gen level band basis coverage");
	for (size_t k = 0; strcmp(level, "indicators") == 0 && k < WK_SHARE_FIGURES; k++)
		wk_buf_addf(&b, " %s", wk_share_figure(k));
	const char *text = wk_arena_strdup(a, b.p);
	wk_buf_fini(&b);
	return text;
}

const char *
wk_app_consent_body(const struct wk_consent *c, struct wk_arena *a)
{
	struct wk_buf b;
	char until[11];
	wk_date_format(c->expires, until);
	wk_buf_init(&b);
	wk_buf_addf(&b,
	    "{\"gen\":%lld,\"level\":\"%s\",\"basis\":\"%s\",\"expires\":\"%s\","
	    "\"teams\":[",
	    (long long)c->gen, c->level, c->basis, until);
	for (const char *p = c->teams; *p != '\0';) {
		size_t n = strcspn(p, " ");
		wk_buf_addf(&b, "%s{\"team\":\"%.*s\",\"visibility\":\"%s\"}",
		    p > c->teams ? "," : "", (int)n, p, c->visibility);
		p += n;
		p += *p == ' ';
	}
	wk_buf_adds(&b, "]}");
	const char *text = wk_arena_strdup(a, b.p);
	wk_buf_fini(&b);
	return text;
}

const char *
wk_app_consent_bar(const struct wk_app *app, const struct wk_dest *d,
    const struct wk_consent *c, struct wk_arena *a)
{
	char until[11];
	if (strcmp(c->state, "withdrawn") == 0)
		return "the consent was withdrawn";
	if (strcmp(c->state, "paused") == 0)
		return "sharing is paused";
	if (strcmp(c->state, "void") == 0 || strcmp(c->url, d->url) != 0)
		return "the consent was given for something else";
	if (strcmp(c->fields, wk_app_share_fields(d->kind, c->level, a)) != 0)
		return "the consent was given for other fields";
	wk_date_format(c->expires, until);
	return app->today <= c->expires ? NULL :
	    wk_arena_printf(a, "the consent ended on %s", until);
}

/* ---- enrolment ---- */
static enum wk_rc
check_url(const struct wk_app *app, const char *url, struct wk_err *err)
{
	bool is_tls = wk_text_starts(url, "https://");
	const char *host = is_tls ? url + 8 : url + 7;
	size_t n = strlen(url);
	if (!is_tls && !wk_text_starts(url, "http://"))
		return wk_fail(err, WK_ERR_INPUT, "\"%.120s\" is no https:// address",
		    url);
	for (size_t i = 0; i < n; i++)
		if (url[i] <= ' ' || url[i] == 0x7f || url[i] == '"' || url[i] == '\\')
			return wk_fail(err, WK_ERR_INPUT, "the address has a character "
			    "that none has");
	if (n > 500 || *host == '\0' || *host == '/')
		return wk_fail(err, WK_ERR_INPUT, "the address names no host");
	if (memchr(host, '@', strcspn(host, "/?#")) != NULL)
		return wk_fail(err, WK_ERR_INPUT, "an address has no user or password in "
		    "it here");
	size_t len = strcspn(host, ":/?#");
	bool is_here = (len == 9 && (strncmp(host, "127.0.0.1", len) == 0 ||
	    strncmp(host, "localhost", len) == 0)) || wk_text_starts(host, "[::1]");
	return is_tls || is_here || app->conf.share.allow_http ? WK_OK :
	    wk_fail(err, WK_ERR_INPUT, "%.120s is without TLS, and on another machine "
	    "(share.allow_http lets it)", url);
}

static enum wk_rc
make_names(struct wk_arena *a, struct wk_dest *d, struct wk_err *err)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz234567";
	uint8_t r[32];
	char *text[2] = { wk_arena_alloc(a, 17), wk_arena_alloc(a, 17) };
	enum wk_rc rc = wk_app_random(r, sizeof(r), err);
	for (size_t i = 0; rc == WK_OK && i < 16; i++) {
		text[0][i] = letters[r[i] & 31];
		text[1][i] = letters[r[16 + i] & 31];
	}
	d->source = text[0];
	d->person = wk_arena_printf(a, "p_%s", text[1]);
	return rc;
}

static bool
is_token(const char *s)
{
	if (!wk_text_starts(s, "wk_") || strlen(s) != TOKEN_LENGTH)
		return false;
	for (s += 3; *s != '\0'; s++)
		if (!isalnum((unsigned char)*s) && *s != '-' && *s != '_')
			return false;
	return true;
}

/* The invite for a token. */
static enum wk_rc
exchange(struct wk_app *app, const struct wk_share_enrol *e, struct wk_arena *a,
    struct wk_dest *d, const char **token, struct wk_err *err)
{
	struct wk_buf b;
	struct wk_net_said said;
	struct wk_net_ask q = { .method = "POST",
		.url = wk_arena_printf(a, "%s/v1/enrol", d->url),
		.headers = { "Content-Type: application/json" } };
	wk_buf_init(&b);
	wk_buf_adds(&b, "{\"invite\":");
	wk_json_put_string(&b, e->secret);
	wk_buf_adds(&b, ",\"display\":");
	wk_json_put_string(&b, e->display);
	wk_buf_addc(&b, '}');
	q.body = b.p;
	enum wk_rc rc = wk_app_net(app, &q, a, &said, err);
	explicit_bzero(b.p, b.cap);
	wk_buf_fini(&b);
	if (rc == WK_OK && (said.status != 201 || !said.is_json))
		return wk_fail(err, WK_ERR_NETWORK, "%s: %s", d->url,
		    wk_app_net_words(&said, a));
	if (rc == WK_OK)
		rc = wk_store_json_get(app->store, said.body, "$.token", a, token, err);
	if (rc == WK_OK)
		rc = wk_store_json_get(app->store, said.body, "$.person", a, &d->person,
		    err);
	if (rc == WK_OK && (*token == NULL || !is_token(*token) || d->person == NULL ||
	    !wk_text_starts(d->person, "p_") || strlen(d->person) > 34))
		return wk_fail(err, WK_ERR_NETWORK, "%s answers, but not as a hub",
		    d->url);
	return rc;
}

/* Another receiver under a name that shares already would get what was not meant for
 * it. */
static enum wk_rc
check_taken(struct wk_app *app, const struct wk_dest *d, struct wk_arena *a,
    struct wk_err *err)
{
	struct wk_dest old;
	struct wk_consent c;
	enum wk_rc rc = wk_app_share_dest(app, d->name, a, &old, err);
	if (rc == WK_OK)
		rc = wk_store_consent_get(app->store, old.id, a, &c, err);
	if (rc == WK_ERR_NOTFOUND)
		return WK_OK;
	if (rc != WK_OK)
		return rc;
	return strcmp(c.state, "withdrawn") == 0 ? WK_OK : wk_fail(err, WK_ERR_CONFLICT,
	    "sharing with %s is not ended: wick share withdraw comes first", old.url);
}

static enum wk_rc
keep(struct wk_app *app, struct wk_dest *d, const char *secret, struct wk_err *err)
{
	const char *path = wk_app_token_path(app, d->name);
	enum wk_rc rc = WK_OK;
	if (*secret != '\0' && path != NULL)
		rc = wk_file_write_safe(path, secret, strlen(secret), 0600, err);
	if (rc == WK_OK)
		rc = wk_app_begin(app, "share", err);
	if (rc != WK_OK)
		return rc;
	rc = wk_store_dest_put(app->store, d, err);
	if (rc == WK_OK)                 /* revs of another receiver mean nothing here */
		rc = wk_store_out_drop(app->store, d->id, NULL, err);
	return wk_app_end(app, rc, err);
}

enum wk_rc
wk_app_share_enrol(struct wk_app *app, const struct wk_share_enrol *e,
    struct wk_arena *a, struct wk_dest *out, struct wk_err *err)
{
	size_t n = strlen(e->url);
	while (n > 0 && e->url[n - 1] == '/' && strcmp(e->kind, "hub") == 0)
		n--;
	struct wk_dest d = { .name = e->name, .kind = e->kind,
		.url = wk_arena_strndup(a, e->url, n) };
	const char *secret = e->secret;
	bool is_hub = strcmp(e->kind, "hub") == 0;
	enum wk_rc rc = check_url(app, d.url, err);
	if (rc == WK_OK && is_hub && strpbrk(d.url, "?#") != NULL)
		rc = wk_fail(err, WK_ERR_INPUT, "a hub's address ends before ? and #");
	if (rc == WK_OK && strcmp(e->kind, "webhook") == 0 &&
	    !wk_text_starts(secret, "whsec_"))
		rc = wk_fail(err, WK_ERR_INPUT, "a webhook's secret begins with whsec_");
	if (rc == WK_OK)
		rc = wk_app_open(app, WK_STORE_WRITE, err);
	if (rc == WK_OK)
		rc = check_taken(app, &d, a, err);
	if (rc == WK_OK)
		rc = make_names(a, &d, err);
	if (rc == WK_OK && is_hub)
		rc = exchange(app, e, a, &d, &secret, err);
	if (rc == WK_OK)
		rc = keep(app, &d, secret, err);
	if (rc == WK_OK)
		*out = d;
	return rc;
}
