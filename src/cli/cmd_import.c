/* SPDX-License-Identifier: MIT */
/* import: other people's formats in one transaction, with a preview and an undo. Asks
 * after the preview only when somebody is there to answer. */
#include "command.h"
#include "import.h"

#include <unistd.h>

static const struct cli_opt options[] = {
    {0, "dry-run", NULL, "say what would change, write nothing"},
    {0, "yes", NULL, "apply without asking"},
    {0, "tz", "ZONE", "the zone of times that name none"},
    {0, "strict", NULL, "one bad line refuses the whole file"},
    {0, "map", "SPEC", "csv: date=Day,hours=Total; others: me=NAME"},
    {0, "prune", NULL, "take away what the file has no more"},
    {0, "no-sandbox", NULL, "read it even where the reader cannot be locked in"},
    {0, "json", NULL, "the counts as JSON"},
    {0},
};

/* ---- batches: log, show, undo ---- */
static enum wk_rc
list_batches(struct wk_cli *c)
{
	struct wk_batch *v;
	size_t n;
	enum wk_rc rc = cli_want(c, 1, 1);
	if (rc == WK_OK)
		rc = wk_app_open(c->app, WK_STORE_READ, &c->err);
	if (rc == WK_OK)
		rc = wk_store_batch_list(c->app->store, &c->arena, &v, &n, &c->err);
	if (rc != WK_OK)
		return rc;
	if (n == 0)
		return wk_fail(&c->err, WK_ERR_NOTFOUND, "nothing was imported yet");
	bool json = cli_has(c, "json");
	if (json)
		wk_buf_adds(c->out, "{\"format\":1,\"batches\":[");
	for (size_t i = 0; i < n; i++) {
		if (json) {
			cli_json_key(c->out, NULL);
			wk_buf_addc(c->out, '{');
			cli_import_json_batch(c->out, &v[i]);
			cli_json_key(c->out, "undone");
			wk_buf_adds(c->out, v[i].is_undone ? "true}" : "false}");
			continue;
		}
		wk_buf_addf(c->out, "%5lld  ", (long long)v[i].id);
		cli_import_put_head(c, &v[i]);
		wk_buf_adds(c->out, v[i].is_undone ? "   (undone)\n      " : "\n      ");
		cli_import_put_counts(c, &v[i], NULL);
	}
	if (json)
		wk_buf_adds(c->out, "]}\n");
	return WK_OK;
}

static enum wk_rc
show_batch(struct wk_cli *c)
{
	struct wk_batch t;
	struct wk_conflict *v;
	size_t n;
	int64_t id = 0;
	enum wk_rc rc = cli_want(c, 2, 2);
	if (rc == WK_OK)
		rc = cli_id(c, c->args[1], &id);
	if (rc == WK_OK)
		rc = wk_app_open(c->app, WK_STORE_READ, &c->err);
	if (rc == WK_OK)
		rc = wk_store_batch_get(c->app->store, id, &c->arena, &t, &c->err);
	if (rc == WK_OK)
		rc =
		    wk_store_conflict_list(c->app->store, id, &c->arena, &v, &n, &c->err);
	if (rc != WK_OK)
		return rc;
	if (cli_has(c, "json")) {
		wk_buf_adds(c->out, "{\"format\":1");
		cli_import_json_batch(c->out, &t);
		cli_import_json_conflicts(c->out, v, n);
		wk_buf_adds(c->out, "}\n");
		return WK_OK;
	}
	cli_import_put_head(c, &t);
	wk_buf_addf(c->out, "   batch %lld%s\n", (long long)t.id,
	    t.is_undone ? ", undone" : "");
	cli_import_put_counts(c, &t, NULL);
	cli_import_put_conflicts(c, v, n);
	return WK_OK;
}

static enum wk_rc
undo_batch(struct wk_cli *c)
{
	int64_t id = 0;
	enum wk_rc rc = cli_want(c, 2, 2);
	if (rc == WK_OK)
		rc = cli_id(c, c->args[1], &id);
	if (rc == WK_OK)
		rc = wk_app_import_undo(c->app, id, &c->err);
	if (rc != WK_OK)
		return rc;
	if (cli_has(c, "json"))
		wk_buf_addf(c->out, "{\"format\":1,\"undone\":%lld}\n", (long long)id);
	else
		wk_buf_addf(c->out, "undone: import batch %lld\n", (long long)id);
	return WK_OK;
}

static const struct {
	const char *word;
	enum wk_rc (*run)(struct wk_cli *c);
} verbs[] = {
    {"log", list_batches},
    {"list", list_batches},
    {"show", show_batch},
    {"undo", undo_batch},
};

/* ---- a file ---- */
/* Of several words the first is a format, unless it is a file. */
static bool
names_format(const struct wk_cli *c)
{
	size_t n;
	const char *const *v = wk_import_formats(&n);
	if (c->arg_count < 2)
		return false;
	for (size_t i = 0; i < n; i++)
		if (strcmp(c->args[0], v[i]) == 0)
			return true;
	return strcmp(c->args[0], "-") != 0 && access(c->args[0], F_OK) != 0;
}

static enum wk_rc
read_request(struct wk_cli *c, struct wk_import *req)
{
	enum wk_rc rc = cli_want(c, 1, SIZE_MAX);
	if (rc != WK_OK)
		return rc;
	size_t first = names_format(c) ? 1 : 0;
	*req = (struct wk_import){.format = first > 0 ? c->args[0] : NULL,
	    .path = c->args[first],
	    .more = &c->args[first + 1],
	    .more_count = c->arg_count - first - 1,
	    .tz = cli_value(c, "tz"),
	    .map = cli_value(c, "map"),
	    .strict = cli_has(c, "strict"),
	    .prune = cli_has(c, "prune"),
	    .no_sandbox = cli_has(c, "no-sandbox")};
	if (c->app->is_at_screen && strcmp(req->path, "-") == 0)
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "standard input is the keyboard here; name a file");
	return WK_OK;
}

static void
put_result(struct wk_cli *c, const struct wk_import_result *r, bool dry_run)
{
	if (r->batch.importer == NULL)
		return;
	if (cli_has(c, "json"))
		cli_import_json(c, r);
	else
		cli_import_put(c, r, dry_run);
}

/* A file of which nothing could be read is the wrong file. */
static enum wk_rc
check_result(struct wk_cli *c, const struct wk_import *req,
    const struct wk_import_result *r)
{
	const struct wk_batch *t = &r->batch;
	if (r->error_count == 0 || t->n_new + t->n_changed + t->n_same > 0)
		return WK_OK;
	const struct wk_import_issue *e = &r->errors[0];
	const char *file = e->file != NULL ? e->file : req->path;
	return wk_fail(&c->err, WK_ERR_INPUT, "%.100s:%ld: %s",
	    strcmp(file, "-") == 0 ? "standard input" : file, WK_MAX(e->line, 1),
	    e->why);
}

static enum wk_rc
apply_once(struct wk_cli *c, const struct wk_import *req, struct wk_import_job *job,
    bool dry_run, struct wk_import_result *r)
{
	struct cli_progress *progress = req->progress_ctx;
	enum wk_rc rc = wk_app_import_apply(c->app, job, dry_run, r, &c->err);
	cli_progress_hide(progress);
	if (rc == WK_OK)
		put_result(c, r, dry_run);
	return rc == WK_OK ? check_result(c, req, r) : rc;
}

static bool
wants_to_ask(const struct wk_cli *c, const struct wk_import *req)
{
	return cli_can_ask(c) && !cli_has(c, "yes") && !cli_has(c, "json") &&
	    strcmp(req->path, "-") != 0;
}

static enum wk_rc
apply_job(struct wk_cli *c, const struct wk_import *req, struct wk_import_job *job)
{
	struct wk_import_result r = {0};
	bool dry_run = cli_has(c, "dry-run");
	if (dry_run || !wants_to_ask(c, req))
		return apply_once(c, req, job, dry_run, &r);
	enum wk_rc rc = apply_once(c, req, job, true, &r);
	if (rc != WK_OK || r.batch.n_new + r.batch.n_changed + (req->prune ? 1 : 0) == 0)
		return rc;
	if (!cli_ask(c, "apply?"))
		return cli_progress_is_stopped() ? wk_fail(&c->err, WK_ERR_INTR,
		    "interrupted: nothing was imported") :
		    wk_fail(&c->err, WK_ERR_FAIL, "nothing was imported");
	return apply_once(c, req, job, false, &r);
}

static enum wk_rc
import_file(struct wk_cli *c)
{
	struct wk_import req;
	struct wk_import_job *job = NULL;
	struct cli_progress progress;
	struct wk_import_result r = {0};
	enum wk_rc rc = read_request(c, &req);
	if (rc != WK_OK)
		return rc;
	cli_progress_begin(c, &progress, &req);
	rc = wk_app_import_read(c->app, &req, &c->arena, &job, &c->err);
	cli_progress_hide(&progress);
	if (rc == WK_OK)
		rc = apply_job(c, &req, job);
	else if (rc == WK_ERR_INPUT && cli_has(c, "json")) {
		/* a refusal has said its reason; a program wants every line of it */
		wk_app_import_peek(job, &r);
		put_result(c, &r, true);
	}
	cli_progress_end(&progress);
	wk_app_import_close(job);
	return rc;
}

static enum wk_rc
run_import(struct wk_cli *c)
{
	for (size_t i = 0; c->arg_count > 0 && i < WK_LEN(verbs); i++)
		if (strcmp(c->args[0], verbs[i].word) == 0)
			return verbs[i].run(c);
	return import_file(c);
}

const struct cli_command cli_cmd_import = {
    .name = "import",
    .options = options,
    .run = run_import,
    .usage = "import [FORMAT] FILE...|- [--dry-run] [--yes] [--tz ZONE] [--strict] "
	     "[--map SPEC] [--prune]\nimport log | import show ID | import undo ID",
    .help = "read what other tools write; one change, one undo",
    .more = "FORMAT  found out where it is not said\n"
	    "        jsonl csv (Toggl, Withings, Whoop, Fitbit web, any table)\n"
	    "        timewarrior org timeclock klog gtimelog git\n"
	    "        pagerduty ics (calendars) hamster\n"
	    "        watson taskwarrior alertmanager\n"
	    "        apple-health health-connect gadgetbridge\n"
	    "        fitbit whoop withings sleep-as-android\n"
	    "        beta: activitywatch wakatime garmin oura google-fit jira tempo\n"
	    "        incident-io opsgenie grafana-oncall rootly sentry victorops\n"
	    "FILE    - is standard input, which is never asked about; several files are\n"
	    "        one import; the folder in which timewarrior or watson keep theirs\n"
	    "ID      the batch, as import log lists it\n",
    .examples = "wick import toggl.csv --dry-run\n"
    	"wick import csv hours.csv --map date=Day,hours=Total,decimal=comma\n"
    	"wick import log\n",
};
