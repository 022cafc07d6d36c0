/* SPDX-License-Identifier: MIT */
/* Completion files for bash, zsh and fish, from the table of commands. bash and zsh share
 * the functions that say what there is; fish has a statement for each. */
#include "completion.h"

/* For use between apostrophes; escape is what one of them inside has to be. */
static void
put_quoted(struct wk_buf *b, const char *s, const char *escape)
{
	for (; *s != '\0'; s++)
		if (*s == '\'')
			wk_buf_adds(b, escape);
		else
			wk_buf_addc(b, *s);
}

static void
put_line(struct wk_buf *b, const char *dash, const char *name, const char *help)
{
	wk_buf_addf(b, " \\\n\t\t'%s%s:", dash, name);
	put_quoted(b, help, "'\\''");
	wk_buf_addc(b, '\'');
}

/* "--name:help" and "-x:help" of a table. */
static void
put_rows(struct wk_buf *b, const char *pattern, const struct cli_opt *t)
{
	wk_buf_addf(b, "\t%s) printf '%%s\\n'", pattern);
	for (; t->name != NULL; t++) {
		const char letter[2] = { t->letter, '\0' };
		put_line(b, "--", t->name, t->help);
		if (t->letter != 0)
			put_line(b, "-", letter, t->help);
	}
	wk_buf_adds(b, " ;;\n");
}

/* pattern: what stands before the option in $1. */
static void
put_values(struct wk_cli *c, const char *pattern, const struct cli_command *cmd,
    const struct cli_opt *t)
{
	struct wk_buf *b = c->out;
	for (; t->name != NULL; t++) {
		if (t->value == NULL)
			continue;
		wk_buf_addf(b, "\t%s' --%s'", pattern, t->name);
		if (t->letter != 0)
			wk_buf_addf(b, " | %s' -%c'", pattern, t->letter);
		wk_buf_addf(b, ") echo '%s' ;;\n", cli_words(c, cmd, t));
	}
}

static void
put_functions(struct wk_cli *c)
{
	size_t n;
	struct wk_buf *b = c->out;
	const struct cli_command *const *v = cli_commands(&n);
	wk_buf_adds(b, "_wick_commands() {\n\tprintf '%s\\n'");
	for (size_t i = 0; i < n; i++)
		put_line(b, "", v[i]->name, v[i]->help);
	wk_buf_adds(b,
	    "\n}\n# _wick_options COMMAND: its own, then those of all\n"
	    "_wick_options() {\n\tcase $1 in\n");
	for (size_t i = 0; i < n; i++)
		if (v[i]->options != NULL)
			put_rows(b, v[i]->name, v[i]->options);
	wk_buf_adds(b, "\tesac\n\tcase $1 in\n");
	put_rows(b, "*", cli_global_options);
	wk_buf_adds(b,
	    "\tesac\n}\n# _wick_values 'COMMAND OPTION': fails for one without\n"
	    "_wick_values() {\n\tcase $1 in\n");
	for (size_t i = 0; i < n; i++)
		if (v[i]->options != NULL)
			put_values(c, v[i]->name, v[i], v[i]->options);
	put_values(c, "*", NULL, cli_global_options);
	wk_buf_adds(b, "\t*) return 1 ;;\n\tesac\n}\n");
	wk_buf_adds(b, "_wick_arguments() {\n\tcase $1 in\n");
	for (size_t i = 0; i < n; i++) {
		const char *words = cli_words(c, v[i], NULL);
		if (words != NULL)
			wk_buf_addf(b, "\t%s) echo '%s' ;;\n", v[i]->name, words);
	}
	wk_buf_adds(b, "\tesac\n}\n");
}

/* bash takes --week=this apart into three words. */
static const char bash_end[] =
    "_wick() {\n"
    "	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}\n"
    "	local cmd= words= i=1 w\n"
    "	while [ $i -lt $COMP_CWORD ]; do\n"
    "		w=${COMP_WORDS[i]}\n"
    "		case $w in\n"
    "		=) i=$((i + 1)) ;;\n"
    "		-*) [ \"${COMP_WORDS[i + 1]}\" = = ] ||\n"
    "			! _wick_values \"$cmd $w\" >/dev/null || i=$((i + 1)) ;;\n"
    "		*) [ -n \"$cmd\" ] || cmd=$w ;;\n"
    "		esac\n"
    "		i=$((i + 1))\n"
    "	done\n"
    "	[ \"$prev\" != = ] || prev=${COMP_WORDS[COMP_CWORD - 2]}\n"
    "	[ \"$cur\" != = ] || cur=\n"
    "	if words=$(_wick_values \"$cmd $prev\"); then :\n"
    "	elif [ \"${cur#-}\" != \"$cur\" ]; then\n"
    "		while IFS=: read -r w _; do words=\"$words $w\"; done \\\n"
    "			< <(_wick_options \"$cmd\")\n"
    "	elif [ -z \"$cmd\" ]; then\n"
    "		while IFS=: read -r w _; do words=\"$words $w\"; done \\\n"
    "			< <(_wick_commands)\n"
    "	else\n"
    "		words=$(_wick_arguments \"$cmd\")\n"
    "	fi\n"
    "	mapfile -t COMPREPLY < <(compgen -W \"${words//@file/}\" -- \"$cur\")\n"
    "	case $words in\n"
    "	*@file*)\n"
    "		compopt -o filenames 2>/dev/null\n"
    "		mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- \"$cur\") ;;\n"
    "	esac\n"
    "}\n"
    "complete -F _wick wick\n";

static const char zsh_end[] =
    "_wick() {\n"
    "	local cmd= w values i=2\n"
    "	local -a rows\n"
    "	while (( i < CURRENT )); do\n"
    "		w=$words[i]\n"
    "		case $w in\n"
    "		-*=*) ;;\n"
    "		-*) ! _wick_values \"$cmd $w\" >/dev/null || (( i++ )) ;;\n"
    "		*) [[ -n $cmd ]] || cmd=$w ;;\n"
    "		esac\n"
    "		(( i++ ))\n"
    "	done\n"
    "	if [[ $PREFIX == --*=* ]]; then\n"
    "		values=$(_wick_values \"$cmd ${PREFIX%%=*}\")\n"
    "		compset -P '*='\n"
    "	elif values=$(_wick_values \"$cmd $words[CURRENT-1]\"); then :\n"
    "	elif [[ $PREFIX == -* ]]; then\n"
    "		rows=(\"${(@f)$(_wick_options \"$cmd\")}\")\n"
    "		_describe -o option rows\n"
    "		return\n"
    "	elif [[ -z $cmd ]]; then\n"
    "		rows=(\"${(@f)$(_wick_commands)}\")\n"
    "		_describe command rows\n"
    "		return\n"
    "	else\n"
    "		values=$(_wick_arguments \"$cmd\")\n"
    "	fi\n"
    "	rows=(${=values})\n"
    "	[[ $values != *@file* ]] || _files\n"
    "	compadd -- ${rows:#@file}\n"
    "}\n"
    "_wick \"$@\"\n";

static void
put_bash(struct wk_cli *c)
{
	wk_buf_adds(c->out, "# wick, for bash: made by wick help --completion bash\n");
	put_functions(c);
	wk_buf_adds(c->out, bash_end);
}

static void
put_zsh(struct wk_cli *c)
{
	wk_buf_adds(c->out, "#compdef wick\n# made by wick help --completion zsh\n");
	put_functions(c);
	wk_buf_adds(c->out, zsh_end);
}

/* ---- fish ---- */
static void
put_fish_words(struct wk_buf *b, const char *words)
{
	const char *file = strstr(words, "@file");
	size_t n = file == NULL ? strlen(words) : (size_t)(file - words);
	if (file != NULL)
		wk_buf_adds(b, " -F");
	if (n > 0)
		wk_buf_addf(b, " -a '%.*s'", (int)n, words);
}

static void
put_fish_options(struct wk_cli *c, const struct cli_command *cmd, const struct cli_opt *t)
{
	struct wk_buf *b = c->out;
	for (; t->name != NULL; t++) {
		wk_buf_adds(b, "complete -c wick");
		if (cmd != NULL)
			wk_buf_addf(b, " -n '__wick_in %s'", cmd->name);
		wk_buf_addf(b, " -l %s", t->name);
		if (t->letter != 0)
			wk_buf_addf(b, " -s %c", t->letter);
		if (t->value != NULL) {
			wk_buf_adds(b, " -r");
			put_fish_words(b, cli_words(c, cmd, t));
		}
		wk_buf_adds(b, " -d '");
		put_quoted(b, t->help, "\\'");
		wk_buf_adds(b, "'\n");
	}
}

/* The words on the line before the command that belong to an option. */
static void
put_fish_head(struct wk_buf *b)
{
	wk_buf_adds(b, "# wick, for fish: made by wick help --completion fish\n"
	    "function __wick_in\n\tset -l skip 0\n\tset -l found ''\n"
	    "\tfor w in (commandline -opc)[2..-1]\n"
	    "\t\tif test $skip = 1\n\t\t\tset skip 0\n\t\t\tcontinue\n\t\tend\n"
	    "\t\tswitch $w\n\t\tcase");
	for (const struct cli_opt *o = cli_global_options; o->name != NULL; o++)
		if (o->value != NULL)
			wk_buf_addf(b, " --%s", o->name);
	wk_buf_adds(b, "\n\t\t\tset skip 1\n\t\tcase '-*'\n\t\tcase '*'\n"
	    "\t\t\tset found $w\n\t\t\tbreak\n\t\tend\n\tend\n"
	    "\ttest \"$found\" = \"$argv[1]\"\nend\ncomplete -c wick -f\n");
}

static void
put_fish(struct wk_cli *c)
{
	size_t n;
	struct wk_buf *b = c->out;
	const struct cli_command *const *v = cli_commands(&n);
	put_fish_head(b);
	put_fish_options(c, NULL, cli_global_options);
	for (size_t i = 0; i < n; i++) {
		const char *words = cli_words(c, v[i], NULL);
		wk_buf_addf(b, "complete -c wick -n '__wick_in' -a %s -d '", v[i]->name);
		put_quoted(b, v[i]->help, "\\'");
		wk_buf_adds(b, "'\n");
		if (v[i]->options != NULL)
			put_fish_options(c, v[i], v[i]->options);
		if (words == NULL)
			continue;
		wk_buf_addf(b, "complete -c wick -n '__wick_in %s'", v[i]->name);
		put_fish_words(b, words);
		wk_buf_addc(b, '\n');
	}
}

static const struct {
	const char *name;
	void (*put)(struct wk_cli *c);
} shells[] = {
	{ "bash", put_bash }, { "zsh", put_zsh }, { "fish", put_fish },
};

enum wk_rc
cli_put_completion(struct wk_cli *c, const char *shell)
{
	for (size_t i = 0; i < WK_LEN(shells); i++)
		if (strcmp(shell, shells[i].name) == 0) {
			shells[i].put(c);
			return WK_OK;
		}
	return wk_fail(&c->err, WK_ERR_INPUT,
	    "no completion for \"%.20s\": bash, zsh or fish", shell);
}
