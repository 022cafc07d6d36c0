/* SPDX-License-Identifier: MIT */
/* wick: global options, one command, its status. The app is set up as late as possible:
 * help and version touch no file. */
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "wick/tui.h"

#include "command.h"

static bool
is_on(const char *env)
{
	const char *s = getenv(env);
	return s != NULL && *s != '\0';
}

/* A terminal that can show screens at both ends. */
static bool
has_screen(void)
{
	const char *term = getenv("TERM");
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) && term != NULL &&
	    *term != '\0' && strcmp(term, "dumb") != 0;
}

static int
open_screen(struct wk_cli *c)
{
	const char *names[64];
	size_t n;
	const struct cli_command *const *table = cli_commands(&n);
	n = WK_MIN(n, WK_LEN(names));
	for (size_t i = 0; i < n; i++)
		names[i] = table[i]->name;
	struct wk_tui_options o = {.theme = cli_value(c, "theme"),
	    .color = cli_value(c, "color"),
	    .mouse = cli_value(c, "mouse"),
	    .is_demo = c->command != NULL,
	    .is_plain = c->is_plain,
	    .run_command = cli_run_line,
	    .commands = names,
	    .command_count = n};
	return (int)wk_tui_run(c->app, &o, &c->err);
}

/* always and never are words of the user; auto asks the terminal and NO_COLOR. */
static enum wk_rc
choose_color(struct wk_cli *c)
{
	const char *when = cli_value(c, "color");
	if (when == NULL)
		when = is_on("NO_COLOR") || c->app->conf.color == NULL
		    ? "auto"
		    : c->app->conf.color;
	const char *term = getenv("TERM");
	bool dumb = term == NULL || *term == '\0' || strcmp(term, "dumb") == 0;
	if (strcmp(when, "always") == 0)
		c->has_color = true;
	else if (strcmp(when, "auto") == 0)
		c->has_color = !dumb && !is_on("NO_COLOR") && isatty(STDOUT_FILENO);
	else if (strcmp(when, "never") != 0)
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "color \"%.40s\" is none of auto, always, never", when);
	if (c->is_plain)
		c->has_color = false;
	return WK_OK;
}

static enum wk_rc
check_mouse(struct wk_cli *c)
{
	const char *s = cli_value(c, "mouse");
	if (s != NULL && strcmp(s, "on") != 0 && strcmp(s, "off") != 0)
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "mouse \"%.40s\" is neither on nor off", s);
	return WK_OK;
}

/* An empty name is a mistake in a script, not a wish for the standard place. */
static enum wk_rc
named(struct wk_cli *c, const char *option, const char **out)
{
	*out = cli_value(c, option);
	if (*out != NULL && **out == '\0')
		return wk_fail(&c->err, WK_ERR_INPUT, "--%s is empty", option);
	return WK_OK;
}

static enum wk_rc
set_up(struct wk_cli *c)
{
	struct wk_app *app = c->app;
	enum wk_rc rc = named(c, "db", &app->db_path);
	if (rc == WK_OK)
		rc = named(c, "config", &app->conf_path);
	if (rc == WK_OK)
		rc = named(c, "now", &app->now_text);
	/* A command's own --tz is for its entry alone. */
	for (size_t i = 0; i < c->given_count; i++)
		for (const struct cli_opt *o = cli_global_options; o->name != NULL; o++)
			if (c->given[i].opt == o && strcmp(o->name, "tz") == 0)
				app->tz_name = c->given[i].value;
	if (rc == WK_OK)
		rc = check_mouse(c);
	if (rc == WK_OK) {
		c->has_app = true;
		rc = wk_app_init(app, &c->err);
	}
	return rc == WK_OK ? choose_color(c) : rc;
}

static enum wk_rc
run_screens(struct wk_cli *c)
{
	if (cli_has(c, "json"))
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "--json goes with a command: wick status --json");
	if (!c->has_screen)
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "the screens need a terminal; try wick status, or wick help");
	enum wk_rc rc = set_up(c);
	return rc == WK_OK ? (enum wk_rc)open_screen(c) : rc;
}

static enum wk_rc
run(struct wk_cli *c, int argc, char **argv)
{
	int next = 1;
	char version[] = "version";
	if (argc == 2 && strcmp(argv[1], "--version") == 0)
		argv[1] = version;
	enum wk_rc rc = cli_parse(c, argc, argv, &next);
	if (rc != WK_OK)
		return rc;
	if (next == argc && cli_has(c, "help")) {
		cli_put_overview(c);
		return WK_OK;
	}
	if (next == argc) {
		c->is_plain = cli_has(c, "plain");
		return run_screens(c);
	}
	c->command = cli_command_find(argv[next++], &c->err);
	if (c->command == NULL)
		return c->err.rc;
	rc = cli_parse(c, argc, argv, &next);
	c->is_plain = cli_has(c, "plain");
	if (rc == WK_OK && !(c->command->flags & CLI_NO_APP) && !cli_has(c, "help"))
		rc = set_up(c);
	return rc == WK_OK ? cli_dispatch(c) : rc;
}

/* Where a standard descriptor is closed, the next file opened would take its place: a
 * pipe, or a report that then gets what is meant for people. */
static void
hold_descriptors(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0)
			(void)open("/dev/null", O_RDONLY); /* writing still fails */
}

static void
complain(const struct wk_err *err)
{
	struct wk_buf b;
	wk_buf_init(&b);
	cli_complain(&b, err);
	(void)fputs(b.p, stderr);
	wk_buf_fini(&b);
}

/* What another program reads, or a seal covers: signs are put differently for people. */
static bool
keeps_bytes(const struct wk_cli *c)
{
	static const char *const formats[] = { "md", "html", "json", "csv" };
	const char *format = cli_value(c, "format");
	for (size_t i = 0; format != NULL && i < WK_LEN(formats); i++)
		if (strcmp(format, formats[i]) == 0)
			return true;
	return cli_has(c, "json") || cli_has(c, "brief") ||
	    (c->command != NULL && (c->command->flags & CLI_DATA) != 0);
}

int
main(int argc, char **argv)
{
	struct wk_app app = {0};
	struct wk_cli c;
	struct wk_buf out;
	(void)signal(SIGPIPE, SIG_IGN);
	hold_descriptors();
	wk_buf_init(&out);
	cli_init(&c, &app, &out);
	c.open_screen = open_screen;
	c.has_screen = has_screen();
	c.is_terminal = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
	c.columns = cli_columns();
	int status = (int)run(&c, argc, argv);
	if (!cli_is_utf8() && !keeps_bytes(&c))
		cli_to_ascii(&out);
	int written = cli_flush(&out);
	bool is_done = status == WK_OK || status == WK_ERR_ALERT;
	if (is_done && app.warning[0] != '\0') {
		(void)wk_fail(&c.err, WK_OK, "%s", app.warning);
		complain(&c.err);
	}
	if (!is_done && !c.is_told && (status != WK_ERR_INTR || c.err.msg[0] != '\0'))
		complain(&c.err);
	if (c.has_app)
		wk_app_fini(&app);
	cli_fini(&c);
	wk_buf_fini(&out);
	return status != WK_OK ? status : written;
}
