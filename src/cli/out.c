/* SPDX-License-Identifier: MIT */
/* The command line's voice. What a command says is collected and written once, so that
 * one that fails half way has printed nothing it must take back; what grows with the log
 * is passed on as it comes. */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli.h"
#include "import.h"

int
cli_flush(struct wk_buf *b)
{
	size_t done = 0;
	while (done < b->len) {
		ssize_t n = write(STDOUT_FILENO, b->p + done, b->len - done);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			break;
		done += (size_t)n;
	}
	bool is_short = done < b->len;
	if (is_short && errno != EPIPE)
		(void)fprintf(stderr, "wick: cannot write standard output: %s\n",
		    strerror(errno));
	wk_buf_clear(b);
	return is_short ? WK_ERR_FAIL : WK_OK;
}

enum wk_rc
cli_pass_on(struct wk_cli *c, struct wk_err *err)
{
	enum { KEPT = 1 << 16 };
	if (c->open_screen == NULL || c->out->len < KEPT || cli_flush(c->out) == WK_OK)
		return WK_OK;
	c->is_told = true;
	return wk_fail(err, WK_ERR_FAIL, "cannot write standard output");
}

bool
cli_is_utf8(void)
{
	static const char *const variables[] = { "LC_ALL", "LC_CTYPE", "LANG" };
	for (size_t i = 0; i < WK_LEN(variables); i++) {
		const char *s = getenv(variables[i]);
		if (s == NULL || *s == '\0')
			continue;
		return strcasestr(s, "utf-8") != NULL || strcasestr(s, "utf8") != NULL;
	}
	return false;
}

static const struct { const char *sign, *ascii; } signs[] = {
	{ "\xe2\x96\xb2", "^" },          /* triangle of a band */
	{ "\xe2\x86\x91", "/" }, { "\xe2\x86\x92", "-" }, { "\xe2\x86\x93", "\\" },
	{ "\xe2\x89\xa5 ", ">=" }, { "\xe2\x89\xa4 ", "<=" },
	{ "\xe2\x89\xa5", ">=" }, { "\xe2\x89\xa4", "<=" },
	{ "\xe2\x96\x88", "#" }, { "\xe2\x96\x8c", "#" },
	{ "\xe2\x94\x82", "|" }, { "\xe2\x94\xa4", "|" },
};

void
cli_to_ascii(struct wk_buf *b)
{
	struct wk_buf text;
	wk_buf_init(&text);
	for (const char *p = b->p; *p != '\0';) {
		size_t i = 0, n = 0;
		for (; i < WK_LEN(signs) && n == 0; i++)
			if (wk_text_starts(p, signs[i].sign))
				n = strlen(signs[i].sign);
		if (n > 0)
			wk_buf_adds(&text, signs[i - 1].ascii);
		else
			wk_buf_addc(&text, *p);
		p += WK_MAX(n, (size_t)1);
	}
	wk_buf_clear(b);
	wk_buf_add(b, text.p, text.len);
	wk_buf_fini(&text);
}

void
cli_complain(struct wk_buf *b, const struct wk_err *err)
{
	wk_buf_adds(b, "wick: ");
	wk_text_safe(b, err->msg[0] != '\0' ? err->msg : "failed");
	wk_buf_addc(b, '\n');
}

bool
cli_can_ask(const struct wk_cli *c)
{
	return c->is_terminal || c->app->on_ask != NULL;
}

/* False after C-c, whenever it came: between a look at its flag and the wait it would
 * otherwise be seen at the end of a line only. */
static bool
wait_for_line(void)
{
	struct pollfd in = { .fd = STDIN_FILENO, .events = POLLIN };
	sigset_t interrupt, before;
	sigemptyset(&interrupt);
	sigaddset(&interrupt, SIGINT);
	(void)sigprocmask(SIG_BLOCK, &interrupt, &before);
	while (!cli_progress_is_stopped() && ppoll(&in, 1, NULL, &before) < 0 &&
	    errno == EINTR)
		;
	(void)sigprocmask(SIG_SETMASK, &before, NULL);
	return !cli_progress_is_stopped();
}

bool
cli_ask(struct wk_cli *c, const char *question)
{
	char answer[16];
	if (c->app->on_ask != NULL) {
		bool is_yes = c->app->on_ask(c->app->screen_ctx, c->out->p, question);
		wk_buf_clear(c->out);          /* it was seen */
		return is_yes;
	}
	if (!c->is_terminal)
		return false;
	wk_buf_addf(c->out, "%s [y/N] ", question);
	if (cli_flush(c->out) != WK_OK || !wait_for_line() ||
	    fgets(answer, sizeof(answer), stdin) == NULL)
		return false;
	return (answer[0] | 0x20) == 'y';
}

const struct wk_paint *
cli_paint(const struct wk_cli *c)
{
	if (c->is_plain)
		return wk_paint_plain();
	return c->has_color && !cli_has(c, "output") ? wk_paint_ansi() : wk_paint_none();
}

enum wk_rc
cli_emit(struct wk_cli *c, const struct wk_buf *text)
{
	const char *path = cli_value(c, "output");
	if (path == NULL) {
		wk_buf_add(c->out, text->p, text->len);
		return WK_OK;
	}
	return wk_file_write_safe(path, text->p, text->len, 0600, &c->err);
}

void
cli_put_text(struct wk_cli *c, const char *s)
{
	wk_text_safe(c->out, s);
}

size_t
cli_column(const struct wk_buf *b)
{
	const char *nl = b->len == 0 ? NULL : memrchr(b->p, '\n', b->len);
	return b->len == 0 ? 0 : wk_text_width(nl == NULL ? b->p : nl + 1);
}

void
cli_put_wrapped(struct wk_buf *b, const char *text, size_t indent)
{
	char word[512];
	while (*text != '\0') {
		size_t n = strcspn(text, " "), keep = WK_MIN(n, sizeof(word) - 1);
		memcpy(word, text, keep);
		word[keep] = '\0';
		size_t col = cli_column(b);
		if (col > indent && col + wk_text_width(word) > CLI_COLS) {
			while (b->len > 0 && b->p[b->len - 1] == ' ')
				b->p[--b->len] = '\0';
			wk_buf_addc(b, '\n');
			wk_buf_fill(b, ' ', indent);
		}
		wk_buf_add(b, text, n);
		text += n;
		if (*text == ' ') {
			wk_buf_addc(b, ' ');
			text++;
		}
	}
}

size_t
cli_columns(void)
{
	struct winsize ws = {0};
	return ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws) == 0 && ws.ws_col > 0 ? ws.ws_col :
	    CLI_COLS;
}

void
cli_end_line(struct wk_buf *b)
{
	if (b->len > 0 && b->p[b->len - 1] != '\n')
		wk_buf_addc(b, '\n');
}

void
cli_put_date(struct wk_buf *b, wk_date d)
{
	char s[11];
	wk_date_format(d, s);
	wk_buf_adds(b, s);
}

void
cli_json_key(struct wk_buf *b, const char *key)
{
	char last = b->len == 0 ? '{' : b->p[b->len - 1];
	if (last != '{' && last != '[')
		wk_buf_addc(b, ',');
	if (key != NULL)
		wk_buf_addf(b, "\"%s\":", key);
}

void
cli_json_text(struct wk_buf *b, const char *key, const char *value)
{
	cli_json_key(b, key);
	if (value == NULL)
		wk_buf_adds(b, "null");
	else
		wk_json_put_string(b, value);
}

void
cli_json_number(struct wk_buf *b, const char *key, double v, int digits)
{
	cli_json_key(b, key);
	wk_json_put_number(b, v, digits);
}

void
cli_json_int(struct wk_buf *b, const char *key, int64_t v)
{
	cli_json_key(b, key);
	wk_buf_addf(b, "%lld", (long long)v);
}

void
cli_json_date(struct wk_buf *b, const char *key, wk_date d)
{
	char s[11];
	if (d == WK_DATE_NONE) {
		cli_json_text(b, key, NULL);
		return;
	}
	wk_date_format(d, s);
	cli_json_text(b, key, s);
}
