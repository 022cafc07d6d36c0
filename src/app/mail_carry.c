/* SPDX-License-Identifier: MIT */
/* Takes a frozen message to where it leaves: wick-net, which alone knows the network, or
 * the machine's own sendmail. The password goes through a pipe of its own: it is in no
 * argument, no environment of a child and no message. */
#include <unistd.h>

#include "wick/render.h"

#include "internal.h"

bool
wk_app_mail_has(const char *setting)
{
	return strcmp(setting, "-") != 0;
}

enum wk_rc
wk_app_mail_secret(const struct wk_app *app, struct wk_buf *out, struct wk_err *err)
{
	const struct wk_conf_mail *c = &app->conf.mail;
	const struct wk_secret secret = { .key = "mail.password", .what = "password",
		.file = c->password_file, .command = c->password_command,
		.env = "WICK_MAIL_PASSWORD",
		.advice = "mail.user has no password: set mail.password_file, "
		    "mail.password_command or WICK_MAIL_PASSWORD" };
	return wk_app_mail_has(c->user) ? wk_app_secret(&secret, out, err) : WK_OK;
}

/* The reading end of a pipe that holds the password; 0: there is none. */
static enum wk_rc
secret_pipe(const struct wk_app *app, int *fd, struct wk_err *err)
{
	struct wk_buf b;
	wk_buf_init(&b);
	*fd = 0;
	enum wk_rc rc = wk_app_mail_secret(app, &b, err);
	if (rc == WK_OK)
		rc = wk_app_secret_pipe(&b, fd, err);
	explicit_bzero(b.p, b.cap);
	wk_buf_fini(&b);
	return rc;
}

/* ---- wick-net ---- */
static void
put_text(struct wk_buf *b, const char *key, const char *value)
{
	wk_buf_addf(b, ",\"%s\":", key);
	if (wk_app_mail_has(value))
		wk_json_put_string(b, value);
	else
		wk_buf_adds(b, "null");
}

static void
put_request(const struct wk_app *app, const struct wk_mail_row *m, struct wk_arena *a,
    struct wk_buf *b)
{
	const struct wk_conf_mail *c = &app->conf.mail;
	const char *at = "";
	size_t n = 0;
	if (!wk_mail_address(c->from, &at, &n))
		n = 0;
	wk_buf_adds(b, "{\"kind\":\"mail\"");
	put_text(b, "server", c->server);
	put_text(b, "user", c->user);
	put_text(b, "from", wk_arena_strndup(a, at, n));
	put_text(b, "ca_file", c->ca_file);
	wk_buf_adds(b, ",\"to\":[");
	wk_json_put_string(b, m->to);
	wk_buf_addf(b, "],\"timeout_s\":%d,\"body\":\"", (int)c->timeout_s);
	wk_base64_put(b, m->body, strlen(m->body));
	wk_buf_adds(b, "\"}");
}

static enum wk_rc
carry_to_server(struct wk_app *app, const struct wk_mail_row *m, struct wk_arena *a,
    struct wk_mail_answer *out, struct wk_err *err)
{
	static const char *const argv[] = { "wick-net", NULL };
	struct wk_buf in, said;
	int st = 0, fd;
	enum wk_rc rc = secret_pipe(app, &fd, err);
	if (rc != WK_OK)
		return rc;
	wk_buf_init(&in);
	wk_buf_init(&said);
	put_request(app, m, a, &in);
	struct wk_child *io = WK_ARENA_NEW(a, struct wk_child);
	*io = (struct wk_child){ .head = in.p, .head_len = in.len, .fd = -1,
		.secret_fd = fd, .on_output = wk_app_keep_output, .ctx = &said };
	rc = wk_child_sibling(argv, io, &st, err);
	if (rc == WK_OK && wk_store_mail_answer(app->store, said.p, a, out, err) != WK_OK)
		rc = wk_fail(err, WK_ERR_FAIL, "wick-net gave no answer (status %d)", st);
	if (fd > 0)
		(void)close(fd);
	wk_buf_fini(&in);
	wk_buf_fini(&said);
	return rc;
}

/* ---- sendmail ---- */
enum { EX_NO_USER = 67, EX_NO_HOST = 68 };      /* of sysexits.h: they never will */

/* Lines end as the machine's files do. */
static enum wk_rc
carry_to_sendmail(struct wk_app *app, const struct wk_mail_row *m, struct wk_arena *a,
    struct wk_mail_answer *out, struct wk_err *err)
{
	const char *path = app->conf.mail.sendmail;
	const char *const argv[] = { path, "-i", "-t", NULL };
	struct wk_buf in, said;
	int st = 0;
	wk_buf_init(&in);
	wk_buf_init(&said);
	for (const char *p = m->body; *p != '\0'; p++)
		if (*p != '\r')
			wk_buf_addc(&in, *p);
	struct wk_child *io = WK_ARENA_NEW(a, struct wk_child);
	*io = (struct wk_child){ .head = in.p, .head_len = in.len, .fd = -1,
		.on_output = wk_app_keep_output, .ctx = &said };
	enum wk_rc rc = *path != '/' ? wk_fail(err, WK_ERR_INPUT,
	    "mail.sendmail \"%s\" is not an absolute path", path) :
	    wk_child_run(path, argv, io, &st, err);
	bool never = st == EX_NO_USER || st == EX_NO_HOST;
	*out = (struct wk_mail_answer){ .is_ok = st == 0, .status = never ? 550 : 0,
		.error = wk_arena_printf(a, "%s ended with %d", path, st) };
	wk_buf_fini(&in);
	wk_buf_fini(&said);
	return rc;
}

enum wk_rc
wk_app_mail_carry(struct wk_app *app, const struct wk_mail_row *m, struct wk_arena *a,
    struct wk_mail_answer *out, struct wk_err *err)
{
	return wk_app_mail_has(app->conf.mail.sendmail) ?
	    carry_to_sendmail(app, m, a, out, err) :
	    carry_to_server(app, m, a, out, err);
}
