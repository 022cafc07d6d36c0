/* SPDX-License-Identifier: MIT */
/* The file of what was taken back. It stands outside the database, so that a backup that
 * is older than a withdrawal, once restored, brings nobody back. One line a write:
 *	TIME withdraw PERSON GEN		TIME erase PERSON
 *	TIME retract PERSON WEEK REV
 *	TIME consent PERSON GEN LEVEL BASIS EXPIRES [TEAM=VISIBILITY,...]
 * joined by tabs. Read again, each line is judged like the write it was: what the
 * database knows already changes nothing. */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "writer.h"

#define KEEP_SECONDS (400LL * 86400)
#define FILE_MAX (1u << 30)
#define FIELDS 8

struct wk_hub_withdrawals {
	char *path;
	int fd;
};

bool
hub_withdrawals_wants(const struct wk_hub_op *op, const struct wk_hub_result *r)
{
	switch (op->verb) {
	case WK_HUB_OP_WITHDRAW:
	case WK_HUB_OP_RETRACT:
	case WK_HUB_OP_ERASE:
		return r->outcome == WK_HUB_DONE;
	case WK_HUB_OP_CONSENT:
		return r->outcome == WK_HUB_CREATED || r->outcome == WK_HUB_UPDATED ||
		    r->outcome == WK_HUB_UNCHANGED;
	default:
		return false;
	}
}

/* ---- writing ---- */
static void
put_consent(struct wk_buf *b, const struct wk_hub_consent *c, int64_t now)
{
	wk_date expires = c->expires != WK_DATE_NONE ? c->expires :
	    (wk_date)(now / 86400) + WK_HUB_CONSENT_DAYS;
	wk_buf_addf(b, "\t%" PRId64 "\t%d\t%d\t%d\t", c->gen, (int)c->level,
	    (int)c->basis, expires);
	for (size_t i = 0; i < c->count; i++)
		wk_buf_addf(b, "%s%s=%d", i > 0 ? "," : "", c->shares[i].team,
		    (int)c->shares[i].visibility);
}

static void
put_line(struct wk_buf *b, const struct wk_hub_op *op)
{
	wk_buf_addf(b, "%" PRId64 "\t", op->now);
	if (op->verb == WK_HUB_OP_WITHDRAW)
		wk_buf_addf(b, "withdraw\t%s\t%" PRId64, op->person, op->u.gen);
	else if (op->verb == WK_HUB_OP_RETRACT)
		wk_buf_addf(b, "retract\t%s\t%d\t%" PRId64, op->person,
		    op->u.retract.week, op->u.retract.rev);
	else if (op->verb == WK_HUB_OP_ERASE)
		wk_buf_addf(b, "erase\t%s", op->person);
	else {
		wk_buf_addf(b, "consent\t%s", op->person);
		put_consent(b, &op->u.consent, op->now);
	}
	wk_buf_addc(b, '\n');
}

enum wk_rc
wk_hub_withdrawals_add(struct wk_hub_withdrawals *w, const struct wk_hub_op *ops,
    const struct wk_hub_result *results, size_t n, struct wk_err *err)
{
	struct wk_buf b;
	enum wk_rc rc = WK_OK;
	wk_buf_init(&b);
	for (size_t i = 0; i < n; i++)
		if (hub_withdrawals_wants(&ops[i], &results[i]))
			put_line(&b, &ops[i]);
	if (b.len > 0) {
		rc = wk_file_write_all(w->fd, b.p, b.len, err);
		if (rc == WK_OK && fdatasync(w->fd) != 0)
			rc = wk_fail(err, WK_ERR_FAIL, "%.120s cannot be written: %s",
			    w->path, strerror(errno));
		/* Half a line, if any, is ended, so that the next one stands alone. */
		if (rc != WK_OK)
			(void)!write(w->fd, "\n", 1);
	}
	wk_buf_fini(&b);
	return rc;
}

/* ---- reading ---- */
static bool
read_number(const char *s, long min, long max, int64_t *out)
{
	long v;
	if (s == NULL || !wk_text_parse_int(s, min, max, &v))
		return false;
	*out = v;
	return true;
}

static bool
read_shares(char *s, struct wk_hub_consent *c)
{
	for (char *next; s != NULL && *s != '\0'; s = next) {
		next = strchr(s, ',');
		if (next != NULL)
			*next++ = '\0';
		char *eq = strchr(s, '=');
		if (eq == NULL || c->count >= WK_HUB_TEAMS || eq - s >= WK_HUB_ID)
			return false;
		*eq = '\0';
		struct wk_hub_share *share = &c->shares[c->count++];
		(void)snprintf(share->team, sizeof(share->team), "%s", s);
		share->visibility = strcmp(eq + 1, "1") == 0 ? WK_HUB_INDIVIDUAL :
		    WK_HUB_AGGREGATE;
	}
	return true;
}

static bool
read_consent(char *const f[FIELDS], struct wk_hub_op *op)
{
	struct wk_hub_consent *c = &op->u.consent;
	int64_t level, basis, expires;
	op->verb = WK_HUB_OP_CONSENT;
	if (!read_number(f[3], 1, WK_HUB_REV_MAX, &c->gen) ||
	    !read_number(f[4], 0, WK_HUB_INDICATORS, &level) ||
	    !read_number(f[5], 0, WK_HUB_ALL, &basis) ||
	    !read_number(f[6], 0, INT32_MAX, &expires))
		return false;
	c->level = (enum wk_hub_level)level;
	c->basis = (enum wk_hub_basis)basis;
	c->expires = (wk_date)expires;
	return read_shares(f[7], c);
}

static bool
read_retract(char *const f[FIELDS], struct wk_hub_op *op)
{
	int64_t week;
	op->verb = WK_HUB_OP_RETRACT;
	if (!read_number(f[3], 200001, 209953, &week))
		return false;
	op->u.retract.week = (int)week;
	return read_number(f[4], 1, WK_HUB_REV_MAX, &op->u.retract.rev);
}

static bool
read_line(char *line, struct wk_hub_op *op)
{
	char *f[FIELDS] = { NULL };
	size_t n = 0;
	memset(op, 0, sizeof(*op));
	for (char *next; line != NULL && n < FIELDS; line = next) {
		next = strchr(line, '\t');
		if (next != NULL)
			*next++ = '\0';
		f[n++] = line;
	}
	if (n < 3 || strlen(f[2]) >= WK_HUB_ID || !read_number(f[0], 0, LONG_MAX,
	    &op->now))
		return false;
	(void)snprintf(op->person, sizeof(op->person), "%s", f[2]);
	if (strcmp(f[1], "consent") == 0)
		return read_consent(f, op);
	if (strcmp(f[1], "retract") == 0)
		return read_retract(f, op);
	op->verb = f[1][0] == 'e' ? WK_HUB_OP_ERASE : WK_HUB_OP_WITHDRAW;
	return strcmp(f[1], "erase") == 0 || (strcmp(f[1], "withdraw") == 0 &&
	    read_number(f[3], 1, WK_HUB_REV_MAX, &op->u.gen));
}

static enum wk_rc
apply_some(const struct wk_hub_store_ops *ops, struct wk_hub_store *store,
    const struct wk_hub_op *batch, size_t n, size_t *applied, struct wk_err *err)
{
	struct wk_hub_result results[WK_HUB_BATCH];
	if (n > 0 && ops->apply(store, batch, n, results, err) != WK_HUB_STORE_OK)
		return WK_ERR_STORE;
	for (size_t i = 0; i < n; i++)
		*applied += hub_withdrawals_wants(&batch[i], &results[i]);
	return WK_OK;
}

enum wk_rc
wk_hub_withdrawals_apply(struct wk_hub_withdrawals *w, const struct wk_hub_store_ops *ops,
    struct wk_hub_store *store, size_t *applied, struct wk_err *err)
{
	WK_AUTOFREE struct wk_hub_op *batch =
	    wk_mem_alloc(WK_HUB_BATCH * sizeof(*batch));
	struct wk_buf b;
	size_t n = 0;
	*applied = 0;
	wk_buf_init(&b);
	enum wk_rc rc = wk_file_read(w->path, FILE_MAX, &b, err);
	for (char *line = b.p, *end; rc == WK_OK; line = end + 1) {
		end = strchr(line, '\n');
		if (end == NULL)
			break;
		*end = '\0';
		n += read_line(line, &batch[n]);
		if (n == WK_HUB_BATCH) {
			rc = apply_some(ops, store, batch, n, applied, err);
			n = 0;
		}
	}
	if (rc == WK_OK)
		rc = apply_some(ops, store, batch, n, applied, err);
	wk_buf_fini(&b);
	return rc;
}

/* ---- opening ---- */
/* Backups are kept 35 days: after 400 nobody can restore what a line is about. A line
 * that was cut by a crash was never acknowledged. */
static void
keep_young(const struct wk_buf *all, int64_t now, struct wk_buf *kept)
{
	const char *line = all->p, *end;
	for (; (end = strchr(line, '\n')) != NULL; line = end + 1)
		if (strtoll(line, NULL, 10) >= now - KEEP_SECONDS)
			wk_buf_add(kept, line, (size_t)(end + 1 - line));
}

static enum wk_rc
tidy(const char *path, struct wk_err *err)
{
	struct wk_buf all, kept;
	int64_t now = 0;
	if (!wk_file_exists(path))
		return wk_file_write_safe(path, "", 0, 0600, err);
	wk_buf_init(&all);
	wk_buf_init(&kept);
	enum wk_rc rc = wk_clock_now(NULL, NULL, &now, err);
	if (rc == WK_OK)
		rc = wk_file_read(path, FILE_MAX, &all, err);
	if (rc == WK_OK)
		keep_young(&all, now, &kept);
	if (rc == WK_OK && kept.len != all.len)
		rc = wk_file_write_safe(path, kept.p, kept.len, 0600, err);
	wk_buf_fini(&all);
	wk_buf_fini(&kept);
	return rc;
}

enum wk_rc
wk_hub_withdrawals_open(const char *path, struct wk_hub_withdrawals **out,
    struct wk_err *err)
{
	enum wk_rc rc = tidy(path, err);
	if (rc != WK_OK)
		return rc;
	int fd = open(path, O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return wk_fail(err, WK_ERR_FAIL, "%.120s cannot be opened: %s", path,
		    strerror(errno));
	struct wk_hub_withdrawals *w = wk_mem_alloc(sizeof(*w));
	w->path = wk_mem_strdup(path);
	w->fd = fd;
	*out = w;
	return WK_OK;
}

void
wk_hub_withdrawals_close(struct wk_hub_withdrawals *w)
{
	close(w->fd);
	wk_mem_free(w->path);
	wk_mem_free(w);
}
