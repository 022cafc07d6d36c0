/* SPDX-License-Identifier: MIT */
/* config, theme: settings by name. The file's comments stay. */
#include "command.h"

static const struct cli_opt options[] = {
    {0, "json", NULL, "print as JSON"},
    {0},
};

static enum wk_rc
list_settings(struct wk_cli *c)
{
	size_t n;
	bool json = cli_has(c, "json");
	const struct wk_setting *v = wk_settings(&c->arena, &n);
	if (json)
		wk_buf_adds(c->out, "{\"format\":1,\"settings\":{");
	for (size_t i = 0; i < n; i++) {
		const char *value;
		enum wk_rc rc =
		    wk_conf_get(&c->app->conf, v[i].key, &c->arena, &value, &c->err);
		if (rc != WK_OK)
			return rc;
		if (json) {
			cli_json_text(c->out, v[i].key, value);
			continue;
		}
		wk_buf_addf(c->out, "%s = ", v[i].key);
		cli_put_text(c, value);
		wk_buf_addc(c->out, '\n');
	}
	if (json)
		wk_buf_adds(c->out, "}}\n");
	return WK_OK;
}

static enum wk_rc
get_setting(struct wk_cli *c)
{
	const char *value;
	enum wk_rc rc =
	    wk_conf_get(&c->app->conf, c->args[0], &c->arena, &value, &c->err);
	if (rc != WK_OK)
		return rc;
	if (cli_has(c, "json")) {
		wk_buf_adds(c->out, "{\"format\":1");
		cli_json_text(c->out, "key", c->args[0]);
		cli_json_text(c->out, "value", value);
		wk_buf_adds(c->out, "}\n");
		return WK_OK;
	}
	cli_put_text(c, value);
	wk_buf_addc(c->out, '\n');
	return WK_OK;
}

/* The folder is made when it is not there; the file is made by the first setting. */
static enum wk_rc
set_setting(struct wk_cli *c, const char *key, const char *value)
{
	enum wk_rc rc = wk_app_config(c->app, key, value, &c->err);
	if (rc != WK_OK)
		return rc;
	wk_buf_addf(c->out, "%s = ", key);
	cli_put_text(c, value);
	wk_buf_adds(c->out, "  in ");
	cli_put_text(c, c->app->conf.path);
	wk_buf_addc(c->out, '\n');
	return WK_OK;
}

static enum wk_rc
run_config(struct wk_cli *c)
{
	enum wk_rc rc = cli_want(c, 0, 2);
	if (rc != WK_OK)
		return rc;
	if (c->arg_count == 0)
		return list_settings(c);
	if (c->arg_count == 1)
		return get_setting(c);
	if (cli_has(c, "json"))
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "--json reads settings, it sets none");
	return set_setting(c, c->args[0], c->args[1]);
}

/* ---- theme ---- */
static enum wk_rc
list_themes(struct wk_cli *c)
{
	size_t n;
	bool json = cli_has(c, "json");
	const char *now = c->app->conf.theme;
	const char *const *built_in = wk_theme_names(&n);
	size_t own_count;
	const char *const *own = wk_theme_user_names(&c->arena, &own_count);
	const char **v = WK_ARENA_ARRAY(&c->arena, const char *, n + own_count);
	memcpy(v, built_in, n * sizeof(*v));
	memcpy(v + n, own, own_count * sizeof(*v));
	n += own_count;
	if (json) {
		wk_buf_adds(c->out, "{\"format\":1");
		cli_json_text(c->out, "theme", now);
		wk_buf_adds(c->out, ",\"themes\":[");
		for (size_t i = 0; i < n; i++)
			cli_json_text(c->out, NULL, v[i]);
		wk_buf_adds(c->out, "]}\n");
		return WK_OK;
	}
	wk_buf_addf(c->out, "%c auto  by the terminal's background\n",
	    now == NULL || strcmp(now, "auto") == 0 ? '*' : ' ');
	for (size_t i = 0; i < n; i++)
		wk_buf_addf(c->out, "%c %s\n",
		    now != NULL && strcmp(now, v[i]) == 0 ? '*' : ' ', v[i]);
	return WK_OK;
}

static enum wk_rc
check_theme(struct wk_cli *c, const char *name)
{
	struct wk_theme theme;
	struct wk_theme_warning w[8];
	size_t n = 0;
	if (strcmp(name, "auto") == 0)
		return WK_OK;
	enum wk_rc rc = wk_theme_load(name, &c->arena, &theme, w, WK_LEN(w), &n, &c->err);
	for (size_t i = 0; rc == WK_OK && i < n; i++) {
		cli_put_text(c, w[i].msg);
		wk_buf_addc(c->out, '\n');
	}
	return rc;
}

static enum wk_rc
run_theme(struct wk_cli *c)
{
	enum wk_rc rc = cli_want(c, 0, 1);
	if (rc != WK_OK)
		return rc;
	if (c->arg_count == 0)
		return list_themes(c);
	if (cli_has(c, "json"))
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "--json lists themes, it sets none");
	rc = check_theme(c, c->args[0]);
	return rc == WK_OK ? set_setting(c, "ui.theme", c->args[0]) : rc;
}

const struct cli_command cli_cmd_config = {
    .name = "config",
    .usage = "config [KEY [VALUE]]",
    .more = "a new VALUE goes to the file, whose comments stay; wick.conf(5) has the "
	    "keys\n",
    .options = options,
    .run = run_config,
    .help = "all settings, one of them, or a new value",
    .examples = "wick config\n"
    	"wick config work.day_start\n"
    	"wick config work.day_start 05:00\n",
};
const struct cli_command cli_cmd_theme = {
    .name = "theme",
    .usage = "theme [NAME]",
    .options = options,
    .run = run_theme,
    .help = "the themes there are, or take one",
    .examples = "wick theme\n"
    	"wick theme paper\n",
};
