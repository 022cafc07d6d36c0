/* SPDX-License-Identifier: MIT */
/* The words that may stand for a value or an argument, as shells offer them. A name with
 * an @ is a list that somebody else has. */
#include "completion.h"

#define DAYS "today yesterday monday tuesday wednesday thursday friday saturday sunday"
#define KINDS "work sleep incident oncall leave meeting day"
#define RULES "act-today act-this-week plan structural silence @indicators"
#define EXPORTS "jsonl csv ics timewarrior prometheus influx"

/* command NULL: any; option NULL: the arguments. The first row that fits is taken. */
static const struct { const char *command, *option, *words; } rows[] = {
	{ NULL, "db", "@file" },
	{ NULL, "config", "@file" },
	{ NULL, "color", "auto always never" },
	{ NULL, "theme", "auto @themes" },
	{ NULL, "mouse", "on off" },
	{ NULL, "output", "@file" },
	{ NULL, "from", DAYS },
	{ NULL, "to", DAYS },
	{ "log", NULL, DAYS },
	{ "log", "like", DAYS },
	{ "log", "leave", "vacation sick holiday parental other" },
	{ "log", "clear", "work sleep wakes leave oncall energy stress mood note" },
	{ "log", "energy", "1 2 3 4 5" },
	{ "log", "stress", "1 2 3 4 5" },
	{ "log", "mood", "1 2 3 4 5" },
	{ "page", NULL, DAYS " sev0 sev1 sev2 sev3 sev4 sev5" },
	{ "edit", "clear", "severity minutes woke noise" },
	{ "show", NULL, DAYS },
	{ "erase", NULL, DAYS },
	{ "explain", NULL, DAYS " @indicators" },
	{ "indicators", NULL, DAYS },
	{ "indicators", "format", "text json csv" },
	{ "series", "format", "csv json" },
	{ "report", "format", "@reports" },
	{ "report", "week", "this last -1 -2" },
	{ "report", "verify", "@file" },
	{ "trend", NULL, "score @indicators" },
	{ "check", "rule", RULES },
	{ "snooze", NULL, RULES },
	{ "forecast", "until", "calm watch strained" },
	{ "forecast", "goal", "calm watch strained" },
	{ "forecast", "solve", "hours rest" },
	{ "forecast", "by", DAYS " 1w 2w 4w" },
	{ "import", NULL, "@imports log show undo @file" },
	{ "export", "format", EXPORTS },
	{ "export", "kinds", KINDS },
	{ "share", NULL, "preview enrol grant pause withdraw log" },
	{ "share", "level", "band indicators" },
	{ "share", "basis", "work all" },
	{ "share", "visibility", "aggregate individual" },
	{ "share", "kind", "hub webhook influx" },
	{ "share", "since", "this last -1 -2" },
	{ "sync", NULL, "status doctor resolve" },
	{ "team", NULL, "last -1 -2" },
	{ "backup", NULL, "@file" },
	{ "restore", NULL, "@file" },
	{ "config", NULL, "@settings" },
	{ "theme", NULL, "auto @themes" },
	{ "demo", NULL, "@demos" },
	{ "demo", "write", "@file" },
	{ "help", NULL, "@commands" },
	{ "help", "completion", "bash zsh fish" },
};

static const char *
nth_indicator(struct wk_cli *c, size_t i)
{
	size_t n;
	const struct wk_indicator *v = wk_indicators(&n);
	(void)c;
	return i < n ? v[i].id : NULL;
}

static const char *
nth_theme(struct wk_cli *c, size_t i)
{
	size_t n;
	const char *const *v = wk_theme_names(&n);
	(void)c;
	return i < n ? v[i] : NULL;
}

static const char *
nth_report(struct wk_cli *c, size_t i)
{
	size_t n;
	const struct wk_report_format *v = wk_report_formats(&n);
	(void)c;
	return i < n ? v[i].name : NULL;
}

static const char *
nth_import(struct wk_cli *c, size_t i)
{
	size_t n;
	const char *const *v = wk_import_formats(&n);
	(void)c;
	return i < n ? v[i] : NULL;
}

static const char *
nth_setting(struct wk_cli *c, size_t i)
{
	size_t n;
	const struct wk_setting *v = wk_settings(&c->arena, &n);
	return i < n ? v[i].key : NULL;
}

static const char *
nth_demo(struct wk_cli *c, size_t i)
{
	size_t n;
	const struct wk_demo_story *v = wk_demo_stories(&n);
	(void)c;
	return i < n ? v[i].name : NULL;
}

static const char *
nth_command(struct wk_cli *c, size_t i)
{
	size_t n;
	const struct cli_command *const *v = cli_commands(&n);
	(void)c;
	return i < n ? v[i]->name : NULL;
}

static const struct {
	const char *name;
	const char *(*nth)(struct wk_cli *c, size_t i);
} lists[] = {
	{ "@indicators", nth_indicator }, { "@themes", nth_theme },
	{ "@reports", nth_report }, { "@imports", nth_import },
	{ "@settings", nth_setting }, { "@demos", nth_demo },
	{ "@commands", nth_command },
};

/* One word of a row, or the whole list that it names. */
static void
put_word(struct wk_cli *c, struct wk_buf *b, const char *word, size_t n)
{
	for (size_t k = 0; k < WK_LEN(lists); k++) {
		if (strlen(lists[k].name) != n || memcmp(lists[k].name, word, n) != 0)
			continue;
		const char *each;
		for (size_t i = 0; (each = lists[k].nth(c, i)) != NULL; i++)
			wk_buf_addf(b, "%s%s", b->len > 0 ? " " : "", each);
		return;
	}
	wk_buf_addf(b, "%s%.*s", b->len > 0 ? " " : "", (int)n, word);
}

const char *
cli_words(struct wk_cli *c, const struct cli_command *cmd, const struct cli_opt *option)
{
	struct wk_buf b;
	const char *found = option == NULL ? NULL : "";
	for (size_t i = 0; i < WK_LEN(rows); i++) {
		bool is_its = rows[i].command == NULL ||
		    (cmd != NULL && strcmp(rows[i].command, cmd->name) == 0);
		bool is_this = (rows[i].option == NULL) == (option == NULL) &&
		    (option == NULL || strcmp(rows[i].option, option->name) == 0);
		if (is_its && is_this) {
			found = rows[i].words;
			break;
		}
	}
	if (found == NULL || *found == '\0')
		return found;
	wk_buf_init(&b);
	for (size_t n; *found != '\0'; found += n + (found[n] == ' ')) {
		n = strcspn(found, " ");
		put_word(c, &b, found, n);
	}
	const char *words = wk_arena_strdup(&c->arena, b.p);
	wk_buf_fini(&b);
	return words;
}
