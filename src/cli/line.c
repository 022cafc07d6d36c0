/* SPDX-License-Identifier: MIT */
/* One typed line into words: blanks part them, '...' and "..." hold them together, a
 * backslash takes the next character as it is. No expansion of any kind. */
#include "cli.h"

#define MAX_WORDS 64

static const char *
skip_blanks(const char *p)
{
	return p + strspn(p, " \t");
}

/* One word from p into b; returns what follows, NULL when a quote is left open. */
static const char *
take_word(const char *p, struct wk_buf *b)
{
	char quote = 0;
	for (; *p != '\0' && (quote != 0 || (*p != ' ' && *p != '\t')); p++) {
		if (quote == 0 && (*p == '\'' || *p == '"'))
			quote = *p;
		else if (quote != 0 && *p == quote)
			quote = 0;
		else if (*p == '\\' && quote != '\'' && p[1] != '\0')
			wk_buf_addc(b, *++p);
		else
			wk_buf_addc(b, *p);
	}
	return quote != 0 ? NULL : p;
}

static enum wk_rc
split(const char *line, struct wk_arena *a, char **words, int *n, struct wk_err *err)
{
	struct wk_buf b;
	enum wk_rc rc = WK_OK;
	wk_buf_init(&b);
	for (const char *p = skip_blanks(line); rc == WK_OK && *p != '\0';
	     p = skip_blanks(p)) {
		wk_buf_clear(&b);
		p = take_word(p, &b);
		if (p == NULL || *n == MAX_WORDS) {
			rc = wk_fail(err, WK_ERR_INPUT,
			    p == NULL ? "a quote is left open" : "more than 64 words");
			break;
		}
		words[(*n)++] = wk_arena_strndup(a, b.p, b.len);
	}
	wk_buf_fini(&b);
	return rc;
}

enum wk_rc
cli_run_line(void *ctx, struct wk_app *app, const char *line, struct wk_buf *out,
    struct wk_buf *errout)
{
	struct wk_arena a;
	struct wk_err err = {0};
	char *words[MAX_WORDS + 1] = {0};
	int n = 0;
	(void)ctx;
	wk_arena_init(&a);
	enum wk_rc rc = split(line, &a, words, &n, &err);
	char **first = words;
	if (rc == WK_OK && n > 0 && strcmp(words[0], "wick") == 0) {
		first++;
		n--;
	}
	if (rc != WK_OK)
		cli_complain(errout, &err);
	else if (n > 0)
		rc = (enum wk_rc)wk_cli_run(app, n, first, out, errout);
	wk_arena_fini(&a);
	return rc;
}
