/* SPDX-License-Identifier: MIT */
/* Options by table. Long ones as --week W or --week=W, short ones bundled, the last with
 * its value attached or not (-e3, -e 3). A dash before a digit begins an argument: days
 * are -3 and clock times -45m. */
#include <ctype.h>

#include "cli.h"

const struct cli_opt cli_global_options[] = {
    {0, "db", "FILE", "the store; else WICK_DB, else wick.db in its folder"},
    {0, "config", "FILE", "the settings; else WICK_CONFIG, else config.ini"},
    {0, "now", "TIME", "as if it were 2026-11-20T18:00; else WICK_NOW"},
    {0, "tz", "ZONE", "the zone to live in; else TZ, else the machine's"},
    {0, "color", "WHEN", "auto, always or never"},
    {0, "json", NULL, "as JSON, from a command that prints data"},
    {0, "plain", NULL, "no colours, no drawings: for screen readers"},
    {0, "theme", "NAME", "colours of the screens"},
    {0, "mouse", "on|off", "the mouse in the screens"},
    {'h', "help", NULL, "what a command does and takes"},
    {0},
};

static const struct cli_opt no_options[] = {{0}};

static const struct cli_opt *
own_options(const struct wk_cli *c)
{
	return c->command == NULL || c->command->options == NULL ? no_options
								 : c->command->options;
}

static const struct cli_opt *
find_long(const struct cli_opt *t, const char *name, size_t n)
{
	for (; t->name != NULL; t++)
		if (strlen(t->name) == n && memcmp(t->name, name, n) == 0)
			return t;
	return NULL;
}

static const struct cli_opt *
find_short(const struct cli_opt *t, char letter)
{
	for (; t->name != NULL; t++)
		if (t->letter == letter)
			return t;
	return NULL;
}

/* Names of both tables, one after the other. */
static const char *
nth_name(const void *ctx, size_t i)
{
	const struct cli_opt *t = ctx;
	for (; t->name != NULL; t++)
		if (i-- == 0)
			return t->name;
	for (t = cli_global_options; t->name != NULL; t++)
		if (i-- == 0)
			return t->name;
	return NULL;
}

static enum wk_rc
unknown(struct wk_cli *c, const char *name, size_t n)
{
	const char *whose = c->command == NULL ? "" : c->command->name;
	char word[48];
	if (n >= sizeof(word))
		n = sizeof(word) - 1;
	memcpy(word, name, n);
	word[n] = '\0';
	const char *near = wk_text_nearest(word, nth_name, own_options(c));
	if (near != NULL)
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "unknown option --%s; did you mean --%s?", word, near);
	return wk_fail(&c->err, WK_ERR_INPUT, "unknown option --%s; see wick help%s%s",
	    word, *whose ? " " : "", whose);
}

static enum wk_rc
give(struct wk_cli *c, const struct cli_opt *o, const char *value)
{
	if (c->given_count == CLI_MAX_GIVEN)
		return wk_fail(&c->err, WK_ERR_INPUT, "more than %d options",
		    CLI_MAX_GIVEN);
	c->given[c->given_count++] = (struct cli_given){o, value};
	return WK_OK;
}

static enum wk_rc
lacks_value(struct wk_cli *c, const struct cli_opt *o)
{
	return wk_fail(&c->err, WK_ERR_INPUT, "--%s needs its value: --%s %s", o->name,
	    o->name, o->value);
}

/* *i: index of the option; moves on to its value where that stands apart. */
static enum wk_rc
parse_long(struct wk_cli *c, int argc, char **argv, int *i)
{
	const char *name = argv[*i] + 2;
	size_t n = strcspn(name, "=");
	const struct cli_opt *o = find_long(own_options(c), name, n);
	if (o == NULL)
		o = find_long(cli_global_options, name, n);
	if (o == NULL)
		return unknown(c, name, n);
	if (o->value == NULL && name[n] == '=')
		return wk_fail(&c->err, WK_ERR_INPUT, "--%s takes no value", o->name);
	if (o->value == NULL)
		return give(c, o, "");
	if (name[n] == '=')
		return give(c, o, name + n + 1);
	if (*i + 1 >= argc)
		return lacks_value(c, o);
	return give(c, o, argv[++*i]);
}

static enum wk_rc
parse_short(struct wk_cli *c, int argc, char **argv, int *i)
{
	for (const char *p = argv[*i] + 1; *p != '\0'; p++) {
		const struct cli_opt *o = find_short(own_options(c), *p);
		if (o == NULL)
			o = find_short(cli_global_options, *p);
		if (o == NULL)
			return wk_fail(&c->err, WK_ERR_INPUT,
			    "unknown option -%c in \"%s\"; see wick help%s%s",
			    isprint((unsigned char)*p) ? *p : '?', argv[*i],
			    c->command == NULL ? "" : " ",
			    c->command == NULL ? "" : c->command->name);
		if (o->value != NULL) {
			if (p[1] != '\0')
				return give(c, o, p + 1);
			return *i + 1 >= argc ? lacks_value(c, o)
					      : give(c, o, argv[++*i]);
		}
		enum wk_rc rc = give(c, o, "");
		if (rc != WK_OK)
			return rc;
	}
	return WK_OK;
}

static bool
is_option(const char *s)
{
	return s[0] == '-' && s[1] != '\0' && !isdigit((unsigned char)s[1]);
}

enum wk_rc
cli_parse(struct wk_cli *c, int argc, char **argv, int *next)
{
	bool only_args = false;
	int i = *next;
	if (c->args == NULL)
		c->args = WK_ARENA_ARRAY(&c->arena, const char *, (size_t)argc + 1);
	for (; i < argc; i++) {
		enum wk_rc rc = WK_OK;
		if (!only_args && strcmp(argv[i], "--") == 0)
			only_args = true;
		else if (only_args || !is_option(argv[i])) {
			if (c->command == NULL)
				break;
			c->args[c->arg_count++] = argv[i];
		} else
			rc = argv[i][1] == '-' ? parse_long(c, argc, argv, &i)
					       : parse_short(c, argc, argv, &i);
		if (rc != WK_OK)
			return rc;
	}
	*next = i;
	return WK_OK;
}

const char *
cli_each(const struct wk_cli *c, const char *name, size_t *i)
{
	for (; *i < c->given_count; ++*i)
		if (strcmp(c->given[*i].opt->name, name) == 0)
			return c->given[(*i)++].value;
	return NULL;
}

const char *
cli_value(const struct wk_cli *c, const char *name)
{
	const char *last = NULL;
	size_t i = 0;
	for (const char *v; (v = cli_each(c, name, &i)) != NULL;)
		last = v;
	return last;
}

bool
cli_takes(const struct cli_command *cmd, const char *name)
{
	return cmd->options != NULL &&
	    find_long(cmd->options, name, strlen(name)) != NULL;
}

bool
cli_has(const struct wk_cli *c, const char *name)
{
	return cli_value(c, name) != NULL;
}

/* A longer usage does not fit behind a complaint. */
#define USAGE_COLS 45

enum wk_rc
cli_want(struct wk_cli *c, size_t min, size_t max)
{
	if (c->arg_count >= min && c->arg_count <= max)
		return WK_OK;
	const char *usage = c->command->usage;
	bool is_long = strlen(usage) > USAGE_COLS;
	const char *lead = is_long ? "see wick help" : "usage: wick";
	if (is_long)
		usage = c->command->name;
	if (c->arg_count > max)
		return wk_fail(&c->err, WK_ERR_INPUT, "what is \"%.40s\"? %s %s",
		    c->args[max], lead, usage);
	return wk_fail(&c->err, WK_ERR_INPUT, "too little said; %s %s", lead, usage);
}

enum wk_rc
cli_number(struct wk_cli *c, const char *name, long min, long max, int *out)
{
	long v;
	const char *s = cli_value(c, name);
	if (s == NULL)
		return WK_OK;
	if (!wk_text_parse_int(s, min, max, &v))
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "%s \"%.40s\" is not a whole number from %ld to %ld", name, s, min,
		    max);
	*out = (int)v;
	return WK_OK;
}

enum wk_rc
cli_day(struct wk_cli *c, const char *name, wk_date *out)
{
	const char *s = cli_value(c, name);
	return s == NULL ? WK_OK : wk_when_day(c->app, s, out, &c->err);
}

/* Whether word is one of "csv|json". */
static bool
is_choice(const char *choices, const char *word)
{
	size_t n = strlen(word);
	for (const char *p = choices; p != NULL; p = strchr(p, '|')) {
		p += *p == '|';
		if (n > 0 && strcspn(p, "|") == n && memcmp(p, word, n) == 0)
			return true;
	}
	return false;
}

enum wk_rc
cli_format(struct wk_cli *c, const char *choices, const char **out)
{
	const char *s = cli_value(c, "format");
	if (s != NULL && choices != NULL && !is_choice(choices, s))
		return wk_fail(&c->err, WK_ERR_INPUT, "format \"%.40s\" is none of %s", s,
		    choices);
	if (s != NULL && cli_has(c, "json") && strcmp(s, "json") != 0)
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "--json and --format %s contradict each other", s);
	if (s != NULL)
		*out = s;
	if (cli_has(c, "json"))
		*out = "json";
	return WK_OK;
}

enum wk_rc
cli_id(struct wk_cli *c, const char *text, int64_t *id)
{
	long v;
	if (!wk_text_parse_int(text, 1, 0x7fffffffffffL, &v))
		return wk_fail(&c->err, WK_ERR_INPUT,
		    "\"%.40s\" is not an id, a number as wick show and wick import log "
		    "print it",
		    text);
	*id = v;
	return WK_OK;
}
