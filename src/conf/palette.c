/* SPDX-License-Identifier: MIT */
/* Colours: xterm's palette of 256, and how a theme writes a style. */
#include "internal.h"

#include <stdlib.h>

static const char *const color_names[] = {"black", "red", "green", "yellow", "blue",
	"magenta", "cyan", "white"};
/* xterm's own defaults; terminals change these 16, so contrast is never computed on
 * them. */
static const int first_sixteen[] = {0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee,
	0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff,
	0xff00ff, 0x00ffff, 0xffffff};
static const int cube_levels[] = {0, 95, 135, 175, 215, 255};

static const struct {
	const char *word;
	unsigned bit;
} attrs[] = {
	{"bold", WK_ATTR_BOLD}, {"dim", WK_ATTR_DIM}, {"italic", WK_ATTR_ITALIC},
	{"underline", WK_ATTR_UNDERLINE}, {"reverse", WK_ATTR_REVERSE},
};

int
wk_theme_rgb(int color)
{
	if (color < 0 || color > 255)
		return -1;
	if (color < 16)
		return first_sixteen[color];
	if (color >= 232)
		return (8 + 10 * (color - 232)) * 0x010101;
	int i = color - 16;
	return cube_levels[i / 36] << 16 | cube_levels[i / 6 % 6] << 8 |
	    cube_levels[i % 6];
}

static int
distance(int a, int b)
{
	int d = 0;
	for (int shift = 0; shift <= 16; shift += 8) {
		int diff = (a >> shift & 255) - (b >> shift & 255);
		d += diff * diff;
	}
	return d;
}

int
wk_theme_nearest(int rgb)
{
	int best = 16;
	for (int c = 17; c < 256; c++)
		if (distance(rgb, wk_theme_rgb(c)) < distance(rgb, wk_theme_rgb(best)))
			best = c;
	return best;
}

int
color_parse_rgb(const char *word)
{
	if (*word != '#' || strlen(word) != 7 ||
	    strspn(word + 1, "0123456789abcdefABCDEF") != 6)
		return -1;
	return (int)strtol(word + 1, NULL, 16);
}

static bool
parse_color(const char *word, int *out)
{
	long index;
	int rgb = color_parse_rgb(word);
	if (rgb >= 0 || wk_text_parse_int(word, 0, 255, &index)) {
		*out = rgb >= 0 ? wk_theme_nearest(rgb) : (int)index;
		return true;
	}
	if (strcmp(word, "default") == 0) {
		*out = WK_COLOR_DEFAULT;
		return true;
	}
	bool is_bright = wk_text_starts(word, "bright-");
	for (int i = 0; i < (int)WK_LEN(color_names); i++) {
		if (strcmp(color_names[i], is_bright ? word + 7 : word) == 0) {
			*out = is_bright ? i + 8 : i;
			return true;
		}
	}
	return false;
}

static unsigned
parse_attr(const char *word)
{
	for (size_t i = 0; i < WK_LEN(attrs); i++)
		if (strcmp(attrs[i].word, word) == 0)
			return attrs[i].bit;
	return 0;
}

/* One word of a style; on says that "on" stood before it. */
static bool
add_word(struct wk_style *s, const char *word, bool on)
{
	unsigned bit = on ? 0 : parse_attr(word);
	int *part = on ? &s->bg : &s->fg;
	s->attr |= bit;
	return bit || (*part == WK_COLOR_UNSET && parse_color(word, part));
}

bool
style_parse(const char *text, struct wk_style *out, char why[96])
{
	struct wk_style s = {WK_COLOR_UNSET, WK_COLOR_UNSET, 0};
	WK_AUTOFREE char *copy = wk_mem_strdup(text);
	bool on = false;
	char *rest = copy;
	for (char *word; (word = strsep(&rest, " \t")) != NULL;) {
		if (!*word)
			continue;
		if (!on && strcmp(word, "on") == 0) {
			on = true;
			continue;
		}
		if (!add_word(&s, word, on)) {
			snprintf(why, 96, "\"%.60s\" is no colour or attribute", word);
			return false;
		}
		on = false;
	}
	if (on) {
		snprintf(why, 96, "there is no colour after \"on\"");
		return false;
	}
	*out = s;
	return true;
}
