/* SPDX-License-Identifier: MIT */
/* wick-hub: a table of its commands. */
#include "cmd.h"

#include <locale.h>

static int cmd_help(int argc, char **argv);
static int cmd_version(int argc, char **argv);

static const struct {
	const char *name, *help;
	int (*run)(int argc, char **argv);
} commands[] = {
	{ "serve", "answer until SIGTERM", hub_cmd_serve },
	{ "demo", "a team of twelve to look at, in memory", hub_cmd_demo },
	{ "admin", "invites, teams and members, without a token", hub_cmd_admin },
	{ "backup", "a checked copy, while the hub runs too", hub_cmd_copy },
	{ "restore", "a copy in its place; withdrawals hold", hub_cmd_copy },
	{ "help", "this list", cmd_help },
	{ "version", "the version", cmd_version },
};

static int
cmd_help(int argc, char **argv)
{
	(void)argc;
	(void)argv;
	(void)printf("usage: wick-hub COMMAND [--help]\n\n");
	for (size_t i = 0; i < WK_LEN(commands); i++)
		(void)printf("  %-8s %s\n", commands[i].name, commands[i].help);
	return 0;
}

static int
cmd_version(int argc, char **argv)
{
	(void)argc;
	(void)argv;
	(void)printf("wick-hub " WK_VERSION "\n");
	return 0;
}

static const char *
command_name(const void *ctx, size_t i)
{
	(void)ctx;
	return i < WK_LEN(commands) ? commands[i].name : NULL;
}

int
main(int argc, char **argv)
{
	const char *name = argc > 1 ? argv[1] : "help", *near;

	(void)setlocale(LC_CTYPE, "C.UTF-8");
	if (strncmp(name, "--", 2) == 0)
		name += 2;
	for (size_t i = 0; i < WK_LEN(commands); i++)
		if (strcmp(commands[i].name, name) == 0)
			return commands[i].run(argc - 1, argv + 1) |
			    (argc > 1 ? 0 : (int)WK_ERR_INPUT);
	near = wk_text_nearest(name, command_name, NULL);
	(void)fprintf(stderr, "wick-hub: no command \"%.40s\"%s%s%s\n", name,
	    near == NULL ? "" : "; did you mean ", near == NULL ? "" : near,
	    near == NULL ? "" : "?");
	return WK_ERR_INPUT;
}
