/* SPDX-License-Identifier: MIT */
/* demo: one of five stories in a throw-away store. The real one is never opened. */
#include "command.h"
#include "report.h"
#include "status.h"

static const struct cli_opt options[] = {
    {0, "write", "FILE", "keep the story in a new store of that name"},
    {0, "json", NULL, "the list, or the story's week, as JSON"},
    {0},
};

static void
json_stories(struct wk_buf *b, const struct wk_demo_story *v, size_t n)
{
	wk_buf_adds(b, "{\"format\":1,\"stories\":[");
	for (size_t i = 0; i < n; i++) {
		cli_json_key(b, NULL);
		wk_buf_addc(b, '{');
		cli_json_text(b, "name", v[i].name);
		cli_json_text(b, "title", v[i].title);
		cli_json_text(b, "shows", v[i].shows);
		wk_buf_addc(b, '}');
	}
	wk_buf_adds(b, "]}\n");
}

static enum wk_rc
list_stories(struct wk_cli *c)
{
	size_t n;
	const struct wk_demo_story *v = wk_demo_stories(&n);
	if (cli_has(c, "json")) {
		json_stories(c->out, v, n);
		return WK_OK;
	}
	for (size_t i = 0; i < n; i++)
		wk_buf_addf(c->out, "%-15s %s\n%-15s shows %s\n", v[i].name, v[i].title,
		    "", v[i].shows);
	wk_buf_adds(c->out, "\nsee one with: wick demo NAME\n");
	return WK_OK;
}

static enum wk_rc
write_story(struct wk_cli *c, const char *name, const char *path)
{
	if (*path == '\0')
		return wk_fail(&c->err, WK_ERR_INPUT, "--write is empty");
	if (wk_file_exists(path))
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "%.150s is there already; --write makes a new file", path);
	c->app->db_path = path;
	enum wk_rc rc = wk_app_demo(c->app, name, &c->err);
	if (rc != WK_OK)
		return rc;
	wk_buf_adds(c->out, "written to ");
	cli_put_text(c, path);
	wk_buf_adds(c->out, "\nlook at it with: wick --db ");
	cli_put_text(c, path);
	wk_buf_addc(c->out, '\n');
	return WK_OK;
}

static enum wk_rc
print_story(struct wk_cli *c)
{
	struct wk_period week = cli_last_week(c->app);
	bool json = cli_has(c, "json");
	enum wk_rc rc = cli_put_report(c, &week, json ? "json" : "text");
	if (rc != WK_OK || json)
		return rc;
	wk_buf_addc(c->out, '\n');
	rc = cli_put_status(c);
	if (rc == WK_OK)
		wk_buf_addf(c->out, "open its screens, in a terminal: wick demo %s\n",
		    c->args[0]);
	return rc;
}

static enum wk_rc
run_demo(struct wk_cli *c)
{
	enum wk_rc rc = cli_want(c, 0, 1);
	const char *path = cli_value(c, "write");
	if (rc != WK_OK)
		return rc;
	if (c->arg_count == 0 && path == NULL)
		return list_stories(c);
	if (c->arg_count == 0)
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "which story? wick demo NAME --write FILE");
	if (c->open_screen == NULL)
		return wk_fail(&c->err, WK_ERR_INPUT, "a demo is for the start of wick");
	if (path != NULL && cli_has(c, "json"))
		return wk_fail(&c->err, WK_ERR_INPUT, "--write prints nothing as JSON");
	if (path != NULL)
		return write_story(c, c->args[0], path);
	rc = wk_app_demo_open(c->app, c->args[0], &c->err);
	if (rc != WK_OK)
		return rc;
	rc = c->has_screen && !cli_has(c, "json") ? (enum wk_rc)c->open_screen(c)
						  : print_story(c);
	wk_app_demo_close(c->app);
	return rc;
}

const struct cli_command cli_cmd_demo = {
    .name = "demo",
    .usage = "demo [NAME [--write FILE]]",
    .options = options,
    .run = run_demo,
    .flags = CLI_SCREEN,
    .help = "a made-up history to look around in, or the list of them",
    .examples = "wick demo\n"
    	"wick demo night-parent\n"
    	"wick demo long-silence --write launch.db\n",
};
