/* SPDX-License-Identifier: MIT */
/* What the commands share: their table, their parsed arguments, their voice. */
#pragma once

#include "wick/app.h"
#include "wick/cli.h"
#include "wick/render.h"

struct cli_opt {
	char letter;              /* 0: long form only */
	const char *name;         /* "week"; the row with NULL ends the table */
	const char *value;        /* "WEEK"; NULL: a flag */
	const char *help;
};
/* What was given, in order. */
struct cli_given { const struct cli_opt *opt; const char *value; };

struct wk_cli;
enum { CLI_NO_APP = 1,            /* runs without config, zone and clock */
	CLI_SCREEN = 2,           /* may open the TUI: takes its options */
	CLI_INDICATORS = 4,       /* takes an INDICATOR: its help lists them */
	CLI_SCORE = 8,            /* and `score` beside them */
	CLI_DATA = 16 };          /* prints the user's bytes for programs */
struct cli_command {
	const char *name, *usage, *help;
	const char *more;                     /* of its help: more lines, or NULL */
	const char *examples;                 /* lines that work as they stand */
	const struct cli_opt *options;        /* NULL: none of its own */
	enum wk_rc (*run)(struct wk_cli *c);
	unsigned flags;
};
const struct cli_command *const *cli_commands(size_t *n);
/* NULL, and *err names the nearest, when there is none. */
const struct cli_command *cli_command_find(const char *name, struct wk_err *err);
extern const struct cli_opt cli_global_options[];

#define CLI_MAX_GIVEN 64
struct wk_cli {
	struct wk_app *app;
	const struct cli_command *command;
	struct cli_given given[CLI_MAX_GIVEN];
	size_t given_count;
	const char **args;                    /* what is not an option */
	size_t arg_count;
	struct wk_buf *out;                   /* becomes standard output */
	struct wk_arena arena;
	struct wk_err err;
	size_t columns;                       /* of the terminal, else CLI_COLS */
	bool is_terminal;                     /* stdin and stdout both: may ask */
	bool has_screen;                      /* a terminal that can show screens */
	bool has_app, has_color, is_plain;
	bool is_told;                         /* what went wrong is on stderr already */
	/* Opens the TUI on the app; NULL inside it. Returns the exit status. */
	int (*open_screen)(struct wk_cli *c);
};

/* ---- opt.c ---- */
/* Options of the command first, then the global ones. "-3" and "-45m" are arguments,
 * "--" ends the options. command NULL: stops before the first argument and returns its
 * index in *next. */
enum wk_rc cli_parse(struct wk_cli *c, int argc, char **argv, int *next) WK_USE;
bool cli_has(const struct wk_cli *c, const char *name);
bool cli_takes(const struct cli_command *cmd, const char *name);
const char *cli_value(const struct wk_cli *c, const char *name);    /* the last; NULL */
/* The next value of a repeatable option after *i; NULL at the end. Start with *i = 0. */
const char *cli_each(const struct wk_cli *c, const char *name, size_t *i);
/* Exactly min..max arguments; the error has the usage where it is short. */
enum wk_rc cli_want(struct wk_cli *c, size_t min, size_t max) WK_USE;
/* An option's whole number; *out untouched when it was not given. */
enum wk_rc cli_number(struct wk_cli *c, const char *name, long min, long max, int *out)
    WK_USE;
enum wk_rc cli_day(struct wk_cli *c, const char *name, wk_date *out) WK_USE;
/* --json, or --format json; a name outside choices ("csv|json") is refused, unless NULL:
 * then another judges it. */
enum wk_rc cli_format(struct wk_cli *c, const char *choices, const char **out) WK_USE;
enum wk_rc cli_id(struct wk_cli *c, const char *text, int64_t *id) WK_USE;

/* ---- out.c ---- */
/* All of b to standard output. A closed pipe is quiet; returns the exit status. */
int cli_flush(struct wk_buf *b);
/* Writes what has come together, of a command whose output grows with the log; inside the
 * screens it stays. A failure has been told already. */
enum wk_rc cli_pass_on(struct wk_cli *c, struct wk_err *err) WK_USE;
/* What the locale's variables say; "C" and nothing at all are not UTF-8. */
bool cli_is_utf8(void);
/* wick's own signs as ASCII, column for column; the user's letters stay. */
void cli_to_ascii(struct wk_buf *b);
void cli_complain(struct wk_buf *b, const struct wk_err *err);   /* "wick: ...\n" */
bool cli_can_ask(const struct wk_cli *c);       /* a terminal, or the screens */
/* Prints what there is, then the question; true only for yes. Nobody there: false. */
bool cli_ask(struct wk_cli *c, const char *question);
const struct wk_paint *cli_paint(const struct wk_cli *c);
/* To the file of -o, else to c->out. */
enum wk_rc cli_emit(struct wk_cli *c, const struct wk_buf *text) WK_USE;
void cli_put_text(struct wk_cli *c, const char *s);              /* the user's text */
size_t cli_columns(void);        /* of the terminal on stdout; CLI_COLS: it is none */
/* Words on lines of CLI_COLS, the next ones indented, from where b's last line ends. */
#define CLI_COLS 80
void cli_put_wrapped(struct wk_buf *b, const char *text, size_t indent);
size_t cli_column(const struct wk_buf *b);                       /* of b's last line */
void cli_end_line(struct wk_buf *b);                             /* unless it is */
void cli_put_date(struct wk_buf *b, wk_date d);                  /* 2026-11-20 */
void cli_json_key(struct wk_buf *b, const char *key);      /* ,"key": unless first */
void cli_json_text(struct wk_buf *b, const char *key, const char *value);  /* or null */
void cli_json_number(struct wk_buf *b, const char *key, double v, int digits);
void cli_json_int(struct wk_buf *b, const char *key, int64_t v);
void cli_json_date(struct wk_buf *b, const char *key, wk_date d);

/* ---- day.c: a day and its facts in words ---- */
/* "Fri 20 Nov  work 8 h 45 (9:10-12:30 13:15-18:40), sleep 7 h\n" */
void cli_put_day(struct wk_cli *c, const struct wk_day_view *v);
void cli_put_day_facts(struct wk_cli *c, const struct wk_day_view *v);  /* with ids */
void cli_json_day_value(struct wk_buf *b, const struct wk_day_view *v);
void cli_json_event_value(struct wk_buf *b, const struct wk_event *e);
void cli_put_event_line(struct wk_cli *c, const char *verb, const struct wk_event *e);
wk_date cli_event_day(const struct wk_event *e);
void cli_put_remark(struct wk_cli *c);    /* what the app has to say to it, once */
void cli_put_undo_hint(struct wk_cli *c);

/* ---- help.c's parts that errors use ---- */
void cli_put_help(struct wk_cli *c, const struct cli_command *cmd);
void cli_put_overview(struct wk_cli *c);
/* Runs a parsed command. */
enum wk_rc cli_dispatch(struct wk_cli *c) WK_USE;
void cli_init(struct wk_cli *c, struct wk_app *app, struct wk_buf *out);
void cli_fini(struct wk_cli *c);
/* A line of words, quoted as in a shell, through wk_cli_run: the TUI's `:`. */
enum wk_rc cli_run_line(void *ctx, struct wk_app *app, const char *line,
    struct wk_buf *out, struct wk_buf *errout);
