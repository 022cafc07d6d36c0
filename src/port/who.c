/* SPDX-License-Identifier: MIT */
/* Whose rows these are, and what they are: --map me=NAME,as=KIND of calendars and pagers.
 * me may be said several times (a name, an address, an id). */
#include <ctype.h>

#include "who.h"

static const char *const kinds[] = { "leave", "oncall", "meeting" };

static bool
take_word(struct wk_port *port, struct wk_port_who *w, char *word)
{
	char *value = strchr(word, '=');
	if (value != NULL)
		*value++ = '\0';
	if (value == NULL || *value == '\0') {
		wk_port_error(port, 0, "--map \"%.60s\" is not me=NAME or as=KIND", word);
		return false;
	}
	if (strcmp(word, "me") == 0 && w->me_count < WK_LEN(w->me)) {
		w->me[w->me_count++] = wk_text_trim(value);
		return true;
	}
	for (size_t i = 0; strcmp(word, "as") == 0 && i < WK_LEN(kinds); i++)
		if (strcmp(value, kinds[i]) == 0) {
			w->as = kinds[i];
			return true;
		}
	wk_port_error(port, 0, strcmp(word, "as") == 0 ?
	    "--map as=%s%.20s is not leave, oncall or meeting" :
	    "--map %.20s=%.60s: me=NAME and as=KIND are what this format knows",
	    strcmp(word, "as") == 0 ? "" : word, value);
	return false;
}

bool
wk_port_who_read(struct wk_port *port, struct wk_arena *a, struct wk_port_who *w)
{
	*w = (struct wk_port_who){ 0 };
	if (port->map == NULL)
		return true;
	char *next;
	for (char *word = wk_arena_strdup(a, port->map); word != NULL; word = next) {
		next = strchr(word, ',');
		if (next != NULL)
			*next++ = '\0';
		if (!take_word(port, w, wk_text_trim(word)))
			return false;
	}
	return true;
}

bool
wk_port_who_is_me(const struct wk_port_who *w, const char *name)
{
	if (name == NULL)
		return false;
	for (size_t i = 0; i < w->me_count; i++)
		if (wk_text_eq_nocase(w->me[i], name))
			return true;
	return false;
}

/* A byte that a word may go on with: digits, letters, all beyond ASCII. */
static bool
is_word(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

bool
wk_port_has_word(const char *text, const char *word)
{
	size_t n = strlen(word);
	if (text == NULL || n == 0)
		return false;
	for (const char *p = text; *p != '\0'; p++) {
		if ((p == text || !is_word(p[-1]) || !is_word(*word)) &&
		    strncasecmp(p, word, n) == 0 &&
		    (!is_word(p[n]) || !is_word(word[n - 1])))
			return true;
	}
	return false;
}

bool
wk_port_who_says_me(const struct wk_port_who *w, const char *text)
{
	for (size_t i = 0; i < w->me_count; i++)
		if (wk_port_has_word(text, w->me[i]))
			return true;
	return false;
}
