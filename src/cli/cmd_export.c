/* SPDX-License-Identifier: MIT */
/* export: everything, without loss, in a form that import reads back. */
#include "command.h"

static const struct cli_opt options[] = {
    {0, "format", "FMT", "jsonl, csv, ics, timewarrior, prometheus, influx"},
    {0, "from", "DAY", "first day"},
    {0, "to", "DAY", "last day"},
    {0, "kinds", "LIST", "work,sleep,incident,oncall,leave,meeting,day"},
    {0, "redact", NULL, "without titles, notes, tags"},
    {0, "excel-safe", NULL, "csv: no cell that a spreadsheet would run"},
    {0, "bom", NULL, "csv: begin with a byte order mark"},
    {'o', "output", "FILE", "write there instead, safely"},
    {0},
};

static enum wk_rc
add_kind(struct wk_cli *c, const char *word, unsigned *kinds)
{
	enum wk_kind k;
	if (strcmp(word, "day") == 0)
		*kinds |= WK_EXPORT_DAYS;
	else if (*word != '\0' && wk_kind_parse(word, &k))
		*kinds |= 1u << k;
	else
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "kind \"%.40s\" is none of work, sleep, incident, oncall, leave, "
		    "meeting, day",
		    word);
	return WK_OK;
}

static enum wk_rc
read_kinds(struct wk_cli *c, unsigned *kinds)
{
	const char *s = cli_value(c, "kinds");
	enum wk_rc rc = WK_OK;
	while (rc == WK_OK && s != NULL) {
		size_t n = strcspn(s, ",");
		rc = add_kind(c, wk_arena_strndup(&c->arena, s, n), kinds);
		s = s[n] == ',' ? s + n + 1 : NULL;
	}
	return rc;
}

/* Options that mean nothing in the other format are refused, not forgotten. */
static enum wk_rc
check_csv(struct wk_cli *c, const struct wk_export *e)
{
	bool csv = strcmp(e->format, "csv") == 0;
	if (!csv && (e->excel_safe || e->bom))
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "--excel-safe and --bom go with --format csv");
	return WK_OK;
}

static enum wk_rc
run_export(struct wk_cli *c)
{
	struct wk_export e = {.format = "jsonl",
	    .lo = WK_DATE_NONE,
	    .hi = WK_DATE_NONE,
	    .redact = cli_has(c, "redact"),
	    .excel_safe = cli_has(c, "excel-safe"),
	    .bom = cli_has(c, "bom")};
	struct wk_buf text;
	enum wk_rc rc = cli_want(c, 0, 0);
	if (rc == WK_OK)
		rc = cli_format(c, NULL, &e.format);
	if (rc == WK_OK)
		rc = cli_day(c, "from", &e.lo);
	if (rc == WK_OK)
		rc = cli_day(c, "to", &e.hi);
	if (rc == WK_OK && e.lo != WK_DATE_NONE && e.hi != WK_DATE_NONE && e.hi < e.lo)
		return wk_fail(&c->err, WK_ERR_INPUT, "--to is before --from");
	if (rc == WK_OK)
		rc = read_kinds(c, &e.kinds);
	if (rc == WK_OK)
		rc = check_csv(c, &e);
	if (rc != WK_OK)
		return rc;
	wk_buf_init(&text);
	rc = wk_app_export(c->app, &e, &text, &c->err);
	if (rc == WK_OK)
		rc = cli_emit(c, &text);
	wk_buf_fini(&text);
	return rc;
}

const struct cli_command cli_cmd_export = {
    .name = "export",
    .options = options,
    .flags = CLI_DATA,
    .run = run_export,
    .usage = "export [--format FMT] [--from DAY] [--to DAY] [--kinds LIST] "
	     "[--redact] [--excel-safe] [--bom] [-o FILE]",
    .help = "everything, in a form that import reads back; or for other programs",
    .more = "FMT     jsonl (the default) has everything; csv one row a day; both are "
	    "read back\n"
	    "        ics: work, on-call, leave as private calendar entries\n"
	    "        timewarrior: the work that counts, sorted, without overlaps\n"
	    "        prometheus, influx: numbers for a collector; of sleep and the "
	    "check-in\n"
	    "        nothing unless --kinds sleep,day asks for it\n",
    .examples = "wick export -o all.jsonl\n"
    	"wick export --format csv --from 2026-11-01\n"
    	"wick export --format ics --kinds oncall -o oncall.ics\n",
};
