/* SPDX-License-Identifier: MIT */
/* Which colours: --color, NO_COLOR, CLICOLOR, config, terminal, in that order; and
 * whether the terminal is light, when the theme is "auto". */
#include <poll.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include "state.h"

static bool
is_set(const char *name)
{
	const char *v = getenv(name);
	return v != NULL && *v != '\0';
}

static int
depth_of(const char *color)
{
	return color != NULL && strcmp(color, "never") == 0 ? 0 : 256;
}

int
wk_theme_depth(const struct wk_tui *t)
{
	const char *force = getenv("CLICOLOR_FORCE"), *clicolor = getenv("CLICOLOR");
	if (t->o->color != NULL && strcmp(t->o->color, "auto") != 0)
		return depth_of(t->o->color);
	if (is_set("NO_COLOR"))
		return 0;
	if (force != NULL && *force != '\0' && strcmp(force, "0") != 0)
		return 256;
	if (clicolor != NULL && strcmp(clicolor, "0") == 0)
		return 0;
	return depth_of(t->app->conf.color);
}

enum wk_rc
wk_theme_apply(struct wk_tui *t, const char *name, struct wk_err *err)
{
	struct wk_theme_warning w[3];
	size_t n = 0;
	struct wk_theme theme;
	const struct wk_conf *conf = &t->app->conf;
	if (strcmp(name, "auto") == 0)
		name = t->is_light ? conf->theme_light : conf->theme_dark;
	struct wk_arena fresh;
	wk_arena_init(&fresh);
	enum wk_rc rc = wk_theme_load(name, &fresh, &theme, w, WK_LEN(w), &n, err);
	if (rc != WK_OK) {
		wk_arena_fini(&fresh);
		return rc;
	}
	wk_arena_fini(&t->theme_arena);
	t->theme_arena = fresh;
	t->theme = theme;
	/* the first one shows */
	for (size_t i = WK_MIN(n, WK_LEN(w)); i-- > 0;)
		wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", w[i].msg);
	return WK_OK;
}

/* Reads until the answer's end or the time is over; n bytes at most. */
static size_t
read_answer(char *out, size_t n, int wait_ms)
{
	size_t len = 0;
	int64_t until = wk_clock_mono_ms() + wait_ms;
	while (len + 1 < n) {
		/* an answer that has begun is read to its end, or its rest would be
		 * keys */
		int64_t left = WK_MAX(until - wk_clock_mono_ms(), len > 0 ? 100 : 0);
		struct pollfd p = { .fd = STDIN_FILENO, .events = POLLIN };
		if (poll(&p, 1, (int)left) <= 0)
			break;
		ssize_t got = read(STDIN_FILENO, out + len, 1);
		if (got <= 0)
			break;
		len += (size_t)got;
		/* every terminal answers the second question, if any: DA1 ends in c */
		if (out[len - 1] == 'c' && memchr(out, '?', len) != NULL)
			break;
	}
	out[len] = '\0';
	return len;
}

/* "rgb:ffff/ffff/ffff": the first two digits of each. */
static bool
parse_light(const char *answer, bool *light)
{
	const char *p = strstr(answer, "rgb:");
	double sum = 0;
	static const double weight[] = { 0.299, 0.587, 0.114 };
	for (size_t i = 0; p != NULL && i < 3; i++) {
		p += i == 0 ? 4 : 1;
		char two[3] = { p[0], p[0] != '\0' ? p[1] : '\0', '\0' };
		char *end;
		long v = strtol(two, &end, 16);
		if (end != two + 2)
			return false;
		sum += weight[i] * (double)v;
		p += strcspn(p, "/\033\a");
	}
	if (p != NULL)
		*light = sum > 128;
	return p != NULL;
}

/* COLORFGBG is "15;0": the last number is the background. */
static bool
guess_light(void)
{
	const char *v = getenv("COLORFGBG"), *semi = v != NULL ? strrchr(v, ';') : NULL;
	long bg;
	return semi != NULL && wk_text_parse_int(semi + 1, 0, 255, &bg) &&
	    (bg == 7 || bg == 15);
}

bool
wk_theme_ask_light(int wait_ms)
{
	static const char question[] = "\033]11;?\033\\\033[c";
	struct termios was, quiet;
	char answer[128];
	struct wk_err err;
	bool light;
	const char *term = getenv("TERM");
	if (getenv("COLORFGBG") != NULL || term == NULL || strcmp(term, "dumb") == 0 ||
	    strcmp(term, "linux") == 0 || strncmp(term, "vt", 2) == 0 ||
	    !isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) ||
	    tcgetattr(STDIN_FILENO, &was) != 0)
		return guess_light();
	quiet = was;
	quiet.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
	tcsetattr(STDIN_FILENO, TCSANOW, &quiet);
	light = guess_light();
	if (wk_file_write_all(STDOUT_FILENO, question, sizeof(question) - 1, &err) ==
	    WK_OK && read_answer(answer, sizeof(answer), wait_ms) > 0)
		(void)parse_light(answer, &light);
	tcsetattr(STDIN_FILENO, TCSANOW, &was);
	return light;
}
