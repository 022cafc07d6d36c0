/* SPDX-License-Identifier: MIT */
/* help: the table of commands, read aloud. */
#include "completion.h"

static const struct cli_opt options[] = {
    {0, "completion", "SHELL", "a completion file for bash, zsh or fish"},
    {0},
};

static void
put_options(struct wk_buf *b, const struct cli_opt *t)
{
	for (; t->name != NULL; t++) {
		char left[48];
		(void)snprintf(left, sizeof(left), "%s%c%s--%s%s%s",
		    t->letter != 0 ? "-" : "", t->letter != 0 ? t->letter : ' ',
		    t->letter != 0 ? ", " : "   ", t->name, t->value != NULL ? " " : "",
		    t->value != NULL ? t->value : "");
		wk_buf_addf(b, "  %-26s %s\n", left, t->help);
	}
}

#define HELP_COLS 78

/* The usage, broken at blanks outside brackets; each line of it is a form of its own. */
static void
put_usage(struct wk_buf *b, const char *usage)
{
	size_t col = strlen("usage: wick "), depth = 0;
	wk_buf_adds(b, "usage: wick ");
	for (const char *p = usage; *p != '\0'; p++) {
		if (*p == '\n') {
			wk_buf_adds(b, "\n       wick ");
			col = strlen("usage: wick ");
			continue;
		}
		depth += *p == '[';
		depth -= *p == ']';
		size_t next = *p == ' ' && depth == 0 ? 1 + strcspn(p + 1, " ") : 0;
		if (p[next > 0] == '[')
			next = 1 + strcspn(p + 1, "]");
		if (next > 0 && col + next > HELP_COLS) {
			wk_buf_adds(b, "\n           ");
			col = strlen("           ");
		}
		wk_buf_addc(b, *p);
		col++;
	}
	wk_buf_addc(b, '\n');
}

/* What INDICATOR may be, from core's table, as a sentence. */
static void
put_indicators(struct wk_buf *b, bool has_score)
{
	size_t n, col = strlen("INDICATOR");
	const struct wk_indicator *v = wk_indicators(&n);
	wk_buf_adds(b, "\nINDICATOR ");
	for (size_t i = has_score ? 0 : 1; i <= n; i++) {
		const char *id = i == 0 ? "score" : v[i - 1].id;
		const char *end = i == n ? "\n" : i + 1 == n ? " or" : ",";
		if (col + 1 + strlen(id) + 1 > HELP_COLS) {
			wk_buf_adds(b, "\n          ");
			col = strlen("INDICATOR ");
		}
		wk_buf_addf(b, " %s%s", id, end);
		col += 1 + strlen(id) + strlen(end);
	}
}

static void
put_examples(struct wk_buf *b, const char *lines)
{
	wk_buf_adds(b, "\nexamples\n");
	for (size_t n; *lines != '\0'; lines += n) {
		n = strcspn(lines, "\n") + 1;
		wk_buf_addf(b, "  %.*s", (int)n, lines);
	}
}

void
cli_put_help(struct wk_cli *c, const struct cli_command *cmd)
{
	put_usage(c->out, cmd->usage);
	wk_buf_addf(c->out, "\n%s\n", cmd->help);
	if (cmd->options != NULL) {
		wk_buf_adds(c->out, "\noptions\n");
		put_options(c->out, cmd->options);
	}
	if (cmd->flags & CLI_INDICATORS)
		put_indicators(c->out, cmd->flags & CLI_SCORE);
	if (cmd->more != NULL)
		wk_buf_addf(c->out, "\n%s", cmd->more);
	if (cmd->examples != NULL)
		put_examples(c->out, cmd->examples);
	wk_buf_adds(c->out, "\nwick help lists the options every command takes\n");
}

void
cli_put_overview(struct wk_cli *c)
{
	size_t n;
	const struct cli_command *const *v = cli_commands(&n);
	wk_buf_adds(c->out,
	    "usage: wick [OPTIONS] [COMMAND ...]\n\n"
	    "wick alone opens the screens. Commands:\n");
	for (size_t i = 0; i < n; i++)
		wk_buf_addf(c->out, "  %-10s %s\n", v[i]->name, v[i]->help);
	wk_buf_adds(c->out, "\noptions before or after a command\n");
	put_options(c->out, cli_global_options);
	wk_buf_adds(c->out,
	    "\n"
	    "DAY       today, yesterday, a weekday, -3 or 2026-11-20\n"
	    "WEEK      2026-W47, this, last or -2\n"
	    "DURATION  9h, 8h30m, 90m, 7.5h or 7:30\n"
	    "SPAN      9:00-17:30; may cross midnight\n"
	    "TIME      8:40; 24:00 to 29:59 is the night after\n"
	    "exit      0 done, 1 failed, 2 wrong usage or input, 3 check has an alert,\n"
	    "          4 nothing found, 5 conflict, 6 store not usable,\n"
	    "          7 not sent, 130 interrupted\n");
}

static enum wk_rc
run_help(struct wk_cli *c)
{
	const char *shell = cli_value(c, "completion");
	enum wk_rc rc = cli_want(c, 0, shell == NULL);
	if (rc != WK_OK)
		return rc;
	if (shell != NULL)
		return cli_put_completion(c, shell);
	if (c->arg_count == 0) {
		cli_put_overview(c);
		return WK_OK;
	}
	const struct cli_command *cmd = cli_command_find(c->args[0], &c->err);
	if (cmd == NULL)
		return c->err.rc;
	cli_put_help(c, cmd);
	return WK_OK;
}

const struct cli_command cli_cmd_help = {
    .name = "help",
    .usage = "help [COMMAND | --completion SHELL]",
    .options = options,
    .flags = CLI_NO_APP,
    .run = run_help,
    .help = "what there is, or what one command does and takes",
    .examples = "wick help log\n"
    	"wick help --completion fish\n",
};
