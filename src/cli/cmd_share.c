/* SPDX-License-Identifier: MIT */
/* share: who may get a weekly summary of the work, and exactly what. Off until granted;
 * nothing here but enrol talks to anybody: what was decided leaves with the next sync. */
#include <stdlib.h>

#include "command.h"
#include "share.h"

static const struct cli_opt options[] = {
    {0, "to", "NAME", "the receiver, where there are several"},
    {0, "level", "LEVEL", "band (unless said) or indicators"},
    {0, "basis", "BASIS", "what the band stands on: work (unless said) or all"},
    {0, "team", "TEAM", "who may see it; may be repeated"},
    {0, "visibility", "WHO", "aggregate (unless said) or individual"},
    {0, "days", "N", "how long, 90 at most and unless said"},
    {0, "since", "WEEK", "share earlier weeks too"},
    {0, "yes", "SHA256", "grant: agree to the preview of that digest"},
    {0, "name", "NAME", "enrol: the name the team sees; else your login"},
    {0, "kind", "KIND", "enrol: hub (unless said), webhook or influx"},
    {0, "json", NULL, "as JSON"},
    {0},
};

/* ---- arguments ---- */
static enum wk_rc
read_terms(struct wk_cli *c, struct wk_share_terms *t)
{
	struct wk_buf teams;
	const char *name;
	*t = (struct wk_share_terms){.level = cli_value(c, "level"),
	    .basis = cli_value(c, "basis"),
	    .visibility = cli_value(c, "visibility"),
	    .since = WK_DATE_NONE};
	wk_buf_init(&teams);
	for (size_t i = 0; (name = cli_each(c, "team", &i)) != NULL;)
		wk_buf_addf(&teams, "%s%s", teams.len > 0 ? " " : "", name);
	if (cli_has(c, "team"))
		t->teams = wk_arena_strdup(&c->arena, teams.p);
	wk_buf_fini(&teams);
	enum wk_rc rc = cli_number(c, "days", 1, 90, &t->days);
	const char *since = cli_value(c, "since");
	return rc == WK_OK && since != NULL ?
	    wk_when_week(c->app, since, &t->since, &c->err) : rc;
}

static enum wk_rc
view(struct wk_cli *c, struct wk_share_view *v)
{
	struct wk_share_terms t;
	enum wk_rc rc = cli_want(c, 1, 1);
	if (rc == WK_OK)
		rc = read_terms(c, &t);
	return rc == WK_OK ? wk_app_share_view(c->app, cli_value(c, "to"), &t, &c->arena,
	    v, &c->err) : rc;
}

static enum wk_rc
preview(struct wk_cli *c)
{
	struct wk_share_view v;
	enum wk_rc rc = view(c, &v);
	if (rc != WK_OK)
		return rc;
	if (cli_has(c, "json"))
		cli_share_json(c, &v);
	else
		cli_share_put(c, &v);
	return WK_OK;
}

static enum wk_rc
grant(struct wk_cli *c)
{
	struct wk_share_terms t;
	struct wk_share_view v;
	struct wk_consent now;
	const char *agreed = cli_value(c, "yes");
	char until[11];
	enum wk_rc rc = agreed == NULL && !cli_can_ask(c) ?
	    wk_fail(&c->err, WK_ERR_INPUT, "nobody is there to agree: look at wick share "
	    "preview, then add --yes with its digest") : view(c, &v);
	if (rc == WK_OK && agreed == NULL) {
		cli_share_put(c, &v);
		if (v.next.gen != v.now.gen && !cli_ask(c, "share this?"))
			return wk_fail(&c->err, WK_ERR_FAIL, "nothing is shared");
		agreed = v.sha256;
	}
	if (rc == WK_OK)
		rc = read_terms(c, &t);
	if (rc == WK_OK)
		rc = wk_app_share_grant(c->app, cli_value(c, "to"), &t, agreed,
		    &c->arena, &now, &c->err);
	if (rc != WK_OK)
		return rc;
	wk_date_format(now.expires, until);
	if (cli_has(c, "json"))
		wk_buf_addf(c->out, "{\"format\":1,\"gen\":%lld,\"expires\":\"%s\"}\n",
		    (long long)now.gen, until);
	else
		wk_buf_addf(c->out, "shared until %s; wick sync sends it, wick share "
		    "withdraw ends it\n", until);
	return WK_OK;
}

static enum wk_rc
say(struct wk_cli *c, const char *word, const char *text)
{
	if (cli_has(c, "json"))
		wk_buf_addf(c->out, "{\"format\":1,\"state\":\"%s\"}\n", word);
	else
		wk_buf_addf(c->out, "%s\n", text);
	return WK_OK;
}

static enum wk_rc
pause_it(struct wk_cli *c)
{
	enum wk_rc rc = cli_want(c, 1, 1);
	if (rc == WK_OK)
		rc = wk_app_share_pause(c->app, cli_value(c, "to"), &c->arena, &c->err);
	return rc != WK_OK ? rc : say(c, "paused", "paused: nothing is sent until wick "
	    "share grant; what was sent stays there");
}

static const struct { const char *kind, *text; } ends[] = {
	{ "hub", "withdrawn: what was waiting is gone; wick sync erases what was sent" },
	{ "webhook", "withdrawn: what was waiting is gone; wick sync tells the receiver, "
	    "which may keep what it has" },
	{ "influx",
	    "withdrawn: nothing more is sent; what the database has stays there" },
};

static enum wk_rc
withdraw(struct wk_cli *c)
{
	struct wk_dest d;
	size_t i = 0;
	enum wk_rc rc = cli_want(c, 1, 1);
	if (rc == WK_OK)
		rc = wk_app_share_withdraw(c->app, cli_value(c, "to"), &c->arena,
		    &c->err);
	if (rc == WK_OK)
		rc = wk_app_share_dest(c->app, cli_value(c, "to"), &c->arena, &d,
		    &c->err);
	while (rc == WK_OK && i + 1 < WK_LEN(ends) && strcmp(ends[i].kind, d.kind) != 0)
		i++;
	return rc != WK_OK ? rc : say(c, "withdrawn", ends[i].text);
}

static enum wk_rc
put_log(struct wk_cli *c)
{
	struct wk_ledger *v;
	struct wk_share_reader *readers;
	size_t n, count;
	enum wk_rc rc = cli_want(c, 1, 1);
	if (rc == WK_OK)
		rc = wk_app_open(c->app, WK_STORE_READ, &c->err);
	if (rc == WK_OK)
		rc = wk_store_ledger_list(c->app->store, 0, &c->arena, &v, &n, &c->err);
	if (rc == WK_OK && n == 0)
		rc = wk_fail(&c->err, WK_ERR_NOTFOUND, "nothing has left this machine");
	if (rc == WK_OK)
		rc = wk_app_share_readers(c->app, &c->arena, &readers, &count, &c->err);
	if (rc == WK_OK)
		cli_share_put_ledger(c, v, n, readers, count);
	return rc;
}

/* ---- enrolment ---- */
/* On standard input: a list of processes shows arguments to everybody. */
static enum wk_rc
read_secret(struct wk_cli *c, const char *kind, char *line, size_t size)
{
	bool is_influx = strcmp(kind, "influx") == 0;
	if (c->is_terminal)
		wk_buf_adds(c->out, is_influx ? "token, or nothing: " :
		    strcmp(kind, "hub") == 0 ? "invite: " : "secret: ");
	if (c->is_terminal && cli_flush(c->out) != WK_OK)
		return WK_ERR_FAIL;
	wk_buf_clear(c->out);
	if (fgets(line, (int)size, stdin) == NULL)
		line[0] = '\0';
	line[strcspn(line, "\r\n")] = '\0';
	return *line != '\0' || is_influx ? WK_OK : wk_fail(&c->err, WK_ERR_INPUT,
	    "the invite is read from standard input, and there was none");
}

static const char *
login(void)
{
	static const char *const names[] = {"LOGNAME", "USER"};
	for (size_t i = 0; i < WK_LEN(names); i++) {
		const char *v = getenv(names[i]);
		if (v != NULL && *v != '\0')
			return v;
	}
	return "engineer";
}

static enum wk_rc
check_kind(struct wk_cli *c, const char *kind, const char *name)
{
	static const char *const kinds[] = {"hub", "webhook", "influx"};
	size_t i = 0;
	while (i < WK_LEN(kinds) && strcmp(kinds[i], kind) != 0)
		i++;
	if (i == WK_LEN(kinds))
		return wk_fail(&c->err, WK_ERR_INPUT, "kind \"%.40s\" is none of hub, "
		    "webhook, influx", kind);
	size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-");
	return n > 0 && n <= 32 && name[n] == '\0' ? WK_OK : wk_fail(&c->err,
	    WK_ERR_INPUT, "\"%.40s\" is no name of small letters, digits and -", name);
}

static enum wk_rc
enrol(struct wk_cli *c)
{
	char line[512];
	struct wk_dest d;
	const char *kind = cli_has(c, "kind") ? cli_value(c, "kind") : "hub";
	const char *name = cli_has(c, "to") ? cli_value(c, "to") : kind;
	const char *display = cli_has(c, "name") ? cli_value(c, "name") : login();
	enum wk_rc rc = cli_want(c, 2, 2);
	if (rc == WK_OK)
		rc = check_kind(c, kind, name);
	if (rc == WK_OK)
		rc = read_secret(c, kind, line, sizeof(line));
	if (rc != WK_OK)
		return rc;
	struct wk_share_enrol e = {.url = c->args[1], .kind = kind, .name = name,
	    .display = display, .secret = line};
	rc = wk_app_share_enrol(c->app, &e, &c->arena, &d, &c->err);
	explicit_bzero(line, sizeof(line));
	if (rc != WK_OK)
		return rc;
	if (cli_has(c, "json")) {
		wk_buf_adds(c->out, "{\"format\":1");
		cli_json_text(c->out, "name", d.name);
		cli_json_text(c->out, "url", d.url);
		cli_json_text(c->out, "person", d.person);
		wk_buf_adds(c->out, "}\n");
		return WK_OK;
	}
	cli_put_text(c, d.url);
	wk_buf_addf(c->out, " knows you as %s", d.person);
	if (strcmp(kind, "hub") == 0) {
		wk_buf_adds(c->out, ", shown as ");
		cli_put_text(c, display);
	}
	wk_buf_adds(c->out,
	    "\nnothing is shared yet: wick share preview, then wick share "
	    "grant\n");
	return WK_OK;
}

static const struct {
	const char *word;
	enum wk_rc (*run)(struct wk_cli *c);
} verbs[] = {
	{ "preview", preview }, { "grant", grant }, { "pause", pause_it },
	{ "withdraw", withdraw }, { "log", put_log }, { "enrol", enrol },
};

static enum wk_rc
run_share(struct wk_cli *c)
{
	if (c->arg_count == 0)
		return cli_share_state(c);
	for (size_t i = 0; i < WK_LEN(verbs); i++)
		if (strcmp(c->args[0], verbs[i].word) == 0)
			return verbs[i].run(c);
	return wk_fail(&c->err, WK_ERR_INPUT,
	    "\"%.40s\" is none of preview, enrol, grant, "
	    "pause, withdraw, log",
	    c->args[0]);
}

const struct cli_command cli_cmd_share = {
    .name = "share",
    .usage = "share [preview | pause | withdraw | log]\n"
	     "share enrol URL [--name NAME] [--kind KIND]\n"
	     "share grant [--level LEVEL] [--basis BASIS] [--team TEAM]...\n"
	     "      [--visibility WHO] [--days N] [--since WEEK] [--yes SHA256]",
    .options = options,
    .run = run_share,
    .help = "who may get a weekly summary, and exactly what; off until granted",
    .more = "preview shows every byte that would leave, and a digest to agree to\n"
	    "enrol   reads the invite from standard input\n"
	    "log     what has left, newest first\n",
    .examples = "wick share preview\n",
};
