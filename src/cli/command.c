/* SPDX-License-Identifier: MIT */
/* The table of commands, and how one of them is run. Each row stands at the end of its
 * own file; help, errors and tests walk this list. */
#include "command.h"

#define ROW(name) &cli_cmd_##name,
static const struct cli_command *const table[] = {CLI_COMMANDS(ROW)};

const struct cli_command *const *
cli_commands(size_t *n)
{
	*n = WK_LEN(table);
	return table;
}

static const char *
nth_command(const void *ctx, size_t i)
{
	(void)ctx;
	return i < WK_LEN(table) ? table[i]->name : NULL;
}

const struct cli_command *
cli_command_find(const char *name, struct wk_err *err)
{
	for (size_t i = 0; i < WK_LEN(table); i++)
		if (strcmp(table[i]->name, name) == 0)
			return table[i];
	const char *near = wk_text_nearest(name, nth_command, NULL);
	if (near != NULL)
		(void)wk_fail(err, WK_ERR_INPUT, "no command \"%.40s\"; did you mean %s?",
		    name, near);
	else
		(void)wk_fail(err, WK_ERR_INPUT,
		    "no command \"%.40s\"; wick help lists them", name);
	return NULL;
}

enum wk_rc
cli_dispatch(struct wk_cli *c)
{
	static const char *const screen[] = {"theme", "mouse"};
	c->app->remark[0] = '\0';
	if (cli_has(c, "help")) {
		cli_put_help(c, c->command);
		return WK_OK;
	}
	for (size_t i = 0; i < WK_LEN(screen) && !(c->command->flags & CLI_SCREEN); i++)
		if (cli_has(c, screen[i]))
			return wk_fail(&c->err, WK_ERR_INPUT,
			    "--%s is for the screens, wick without a command; %s opens "
			    "none",
			    screen[i], c->command->name);
	if (cli_has(c, "json") && !cli_takes(c->command, "json"))
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "wick %s has nothing to print as JSON", c->command->name);
	return c->command->run(c);
}

void
cli_init(struct wk_cli *c, struct wk_app *app, struct wk_buf *out)
{
	*c = (struct wk_cli){.app = app, .out = out, .columns = CLI_COLS};
	wk_arena_init(&c->arena);
}

void
cli_fini(struct wk_cli *c)
{
	wk_arena_fini(&c->arena);
}

/* Inside the screens the store, the clock and the colours are chosen already. */
static enum wk_rc
refuse_startup(struct wk_cli *c)
{
	for (size_t i = 0; i < c->given_count; i++)
		for (const struct cli_opt *o = cli_global_options; o->name != NULL; o++)
			if (c->given[i].opt == o && strcmp(o->name, "help") != 0 &&
			    strcmp(o->name, "json") != 0)
				return wk_fail(&c->err, WK_ERR_INPUT,
				    "--%s is for the start of wick", o->name);
	return WK_OK;
}

int
wk_cli_run(struct wk_app *app, int argc, char **argv, struct wk_buf *out,
    struct wk_buf *errout)
{
	struct wk_cli c;
	int next = 1;
	enum wk_rc rc = WK_ERR_INPUT;
	cli_init(&c, app, out);
	c.command = argc < 1 ? NULL : cli_command_find(argv[0], &c.err);
	if (c.command != NULL) {
		rc = cli_parse(&c, argc, argv, &next);
		if (rc == WK_OK)
			rc = refuse_startup(&c);
		if (rc == WK_OK)
			rc = cli_dispatch(&c);
	}
	if (rc != WK_OK)
		cli_complain(errout, &c.err);
	cli_fini(&c);
	return (int)rc;
}
