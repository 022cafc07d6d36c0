/* SPDX-License-Identifier: MIT */
/* What an import did or would do, in words and for programs. */
#include "import.h"

#define ISSUES_SHOWN 10
#define ISSUE_COL 11

static void
put_issues(struct wk_cli *c, const char *what, const struct wk_import_issue *v, size_t n)
{
	for (size_t i = 0; i < n && i < ISSUES_SHOWN; i++) {
		wk_buf_addf(c->out, " %-9s ", what);
		if (v[i].file != NULL) {
			cli_put_text(c, v[i].file);
			wk_buf_addc(c->out, ' ');
		}
		if (v[i].line > 0)
			wk_buf_addf(c->out, "line %ld: ", v[i].line);
		cli_put_wrapped(c->out, wk_text_safe_dup(&c->arena, v[i].why), ISSUE_COL);
		wk_buf_addc(c->out, '\n');
	}
	if (n > ISSUES_SHOWN)
		wk_buf_addf(c->out, " %-9s and %zu more\n", what, n - ISSUES_SHOWN);
}

void
cli_import_put_conflicts(struct wk_cli *c, const struct wk_conflict *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		wk_buf_adds(c->out, " conflict  ");
		cli_put_date(c->out, v[i].d);
		wk_buf_addf(c->out, "  %s: kept yours \"", v[i].field);
		cli_put_text(c, v[i].ours);
		wk_buf_adds(c->out, "\", source has \"");
		cli_put_text(c, v[i].theirs);
		wk_buf_adds(c->out, "\"\n");
	}
}

static void
put_hours(struct wk_buf *b, char sign, double s)
{
	long min = lround(fabs(s) / 60);
	wk_buf_addf(b, " %c%ldh%02ldm", sign, min / 60, min % 60);
}

static void
put_range(struct wk_buf *b, const struct wk_batch *t)
{
	if (t->lo == WK_DATE_NONE)
		return;
	wk_buf_adds(b, " range ");
	cli_put_date(b, t->lo);
	wk_buf_adds(b, " .. ");
	cli_put_date(b, t->hi);
}

void
cli_import_put_head(struct wk_cli *c, const struct wk_batch *t)
{
	cli_put_text(c, t->importer);
	wk_buf_adds(c->out, "  ");
	cli_put_text(c, strcmp(t->path, "-") == 0 ? "standard input" : t->path);
	/* Timewarrior writes UTC; elsewhere it is the zone of times that name none. */
	wk_buf_adds(c->out, strcmp(t->importer, "timewarrior") == 0 ?
	    "   zone in file: " : "   zone ");
	cli_put_text(c, t->tz);
}

/* why: of all that was skipped, or NULL. */
void
cli_import_put_counts(struct wk_cli *c, const struct wk_batch *t, const char *why)
{
	wk_buf_addf(c->out, " new %lld  changed %lld  unchanged %lld  skipped %lld",
	    (long long)t->n_new, (long long)t->n_changed, (long long)t->n_same,
	    (long long)t->n_skipped);
	if (why != NULL) {
		wk_buf_adds(c->out, " (");
		cli_put_text(c, why);
		wk_buf_addc(c->out, ')');
	}
	wk_buf_addf(c->out, "  errors %lld  conflicts %lld\n", (long long)t->n_error,
	    (long long)t->n_conflict);
}

static void
put_outcome(struct wk_cli *c, const struct wk_import_result *r, bool dry_run)
{
	if (dry_run)
		wk_buf_adds(c->out, "   not applied\n");
	else if (r->batch.id > 0)
		wk_buf_addf(c->out, "   batch %lld\n", (long long)r->batch.id);
	else if (r->batch.n_new + r->batch.n_changed > 0)
		wk_buf_adds(c->out, "   applied\n");
	else
		wk_buf_adds(c->out, "   nothing to do\n");
}

/* " range 2026-11-16 .. 2026-11-17   work +17h30m   sleep +13h30m   days touched 2" */
static void
put_gain(struct wk_buf *b, const struct wk_import_result *r)
{
	put_range(b, &r->batch);
	if (r->work_s > 0 || r->work_lost_s > 0)
		wk_buf_adds(b, "   work");
	if (r->work_s > 0)
		put_hours(b, '+', r->work_s);
	if (r->work_lost_s > 0)
		put_hours(b, '-', r->work_lost_s);
	if (fabs(r->sleep_s) > 0) {
		wk_buf_adds(b, "   sleep");
		put_hours(b, r->sleep_s < 0 ? '-' : '+', r->sleep_s);
	}
	wk_buf_addf(b, "   days touched %d\n", r->days_touched);
}

/* "skipped 3 (zero length)" says it all when the reason is the same for all. */
static const char *
one_reason(const struct wk_import_result *r)
{
	for (size_t i = 1; i < r->skip_count; i++)
		if (strcmp(r->skips[i].why, r->skips[0].why) != 0)
			return NULL;
	return r->skip_count > 0 ? r->skips[0].why : NULL;
}

void
cli_import_put(struct wk_cli *c, const struct wk_import_result *r, bool dry_run)
{
	struct wk_buf *b = c->out;
	cli_import_put_head(c, &r->batch);
	put_outcome(c, r, dry_run);
	cli_import_put_counts(c, &r->batch, one_reason(r));
	if (r->batch.n_new + r->batch.n_changed > 0)
		put_gain(b, r);
	if (r->same_as_batch > 0)
		wk_buf_addf(b, " note      already imported as batch %lld\n",
		    (long long)r->same_as_batch);
	put_issues(c, "error", r->errors, r->error_count);
	if (one_reason(r) == NULL)
		put_issues(c, "skipped", r->skips, r->skip_count);
	cli_import_put_conflicts(c, r->conflicts, r->conflict_count);
	for (size_t i = 0; i < r->note_count; i++) {
		wk_buf_adds(b, " note      ");
		cli_put_wrapped(b, wk_text_safe_dup(&c->arena, r->notes[i]), ISSUE_COL);
		wk_buf_addc(b, '\n');
	}
	if (!dry_run && r->batch.id > 0)
		wk_buf_addf(b, "take it back with: wick import undo %lld\n",
		    (long long)r->batch.id);
}

/* ---- for programs ---- */
void
cli_import_json_batch(struct wk_buf *b, const struct wk_batch *t)
{
	cli_json_key(b, "batch");
	if (t->id > 0)
		wk_buf_addf(b, "%lld", (long long)t->id);
	else
		wk_buf_adds(b, "null");
	cli_json_text(b, "importer", t->importer);
	cli_json_text(b, "path", t->path);
	cli_json_text(b, "zone", t->tz);
	cli_json_int(b, "new", t->n_new);
	cli_json_int(b, "changed", t->n_changed);
	cli_json_int(b, "unchanged", t->n_same);
	cli_json_int(b, "skipped", t->n_skipped);
	cli_json_date(b, "from", t->lo);
	cli_json_date(b, "to", t->hi);
}

void
cli_import_json_conflicts(struct wk_buf *b, const struct wk_conflict *v, size_t n)
{
	cli_json_key(b, "conflicts");
	wk_buf_addc(b, '[');
	for (size_t i = 0; i < n; i++) {
		cli_json_key(b, NULL);
		wk_buf_addc(b, '{');
		cli_json_date(b, "day", v[i].d);
		cli_json_text(b, "field", v[i].field);
		cli_json_text(b, "ours", v[i].ours);
		cli_json_text(b, "theirs", v[i].theirs);
		wk_buf_addc(b, '}');
	}
	wk_buf_addc(b, ']');
}

void
cli_import_json(struct wk_cli *c, const struct wk_import_result *r)
{
	struct wk_buf *b = c->out;
	wk_buf_adds(b, "{\"format\":1");
	cli_import_json_batch(b, &r->batch);
	cli_json_key(b, "errors");
	wk_buf_addc(b, '[');
	for (size_t i = 0; i < r->error_count; i++) {
		cli_json_key(b, NULL);
		wk_buf_addc(b, '{');
		if (r->errors[i].file != NULL)
			cli_json_text(b, "file", r->errors[i].file);
		cli_json_int(b, "line", r->errors[i].line);
		cli_json_text(b, "why", r->errors[i].why);
		wk_buf_addc(b, '}');
	}
	wk_buf_addc(b, ']');
	cli_import_json_conflicts(b, r->conflicts, r->conflict_count);
	cli_json_number(b, "work_s", r->work_s - r->work_lost_s, 0);
	cli_json_number(b, "sleep_s", r->sleep_s, 0);
	wk_buf_adds(b, "}\n");
}
