/* SPDX-License-Identifier: MIT */
/* What the picker of themes tells of them: the names of one's own, and how well the words
 * of one can be read. */
#include "internal.h"

#include <dirent.h>
#include <math.h>
#include <stdlib.h>

enum { NAMES_MAX = 64 };

static int
compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* "my-nord.ini": 7; 0 when ui.theme could not take it, or a built-in one has the name. */
static size_t
name_length(const char *file)
{
	size_t n = strspn(file, "abcdefghijklmnopqrstuvwxyz" "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "0123456789_-");
	if (n == 0 || n > 64 || strcmp(file + n, ".ini") != 0)
		return 0;
	for (const struct wk_embedded *e = wk_embedded_themes; e->name; e++)
		if (strlen(e->name) == n && memcmp(e->name, file, n) == 0)
			return 0;
	return n;
}

const char *const *
wk_theme_user_names(struct wk_arena *a, size_t *n)
{
	const char *path;
	const char **names = WK_ARENA_ARRAY(a, const char *, NAMES_MAX);
	*n = 0;
	if (wk_conf_path('c', "themes", a, &path, NULL) != WK_OK)
		return names;
	DIR *dir = opendir(path);
	if (!dir)
		return names;
	for (const struct dirent *e; *n < NAMES_MAX && (e = readdir(dir)) != NULL;) {
		size_t len = name_length(e->d_name);
		if (len > 0)
			names[(*n)++] = wk_arena_strndup(a, e->d_name, len);
	}
	closedir(dir);
	qsort(names, *n, sizeof(*names), compare);
	return names;
}

static double
linear(int channel)
{
	double v = channel / 255.0;
	return v <= 0.03928 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static double
luminance(int rgb)
{
	return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 255) +
	    0.0722 * linear(rgb & 255);
}

double
wk_theme_contrast(int rgb_a, int rgb_b)
{
	double la = luminance(rgb_a) + 0.05, lb = luminance(rgb_b) + 0.05;
	return la > lb ? la / lb : lb / la;
}

double
wk_theme_least_contrast(const struct wk_theme *t)
{
	double least = NAN;
	for (enum wk_role r = 0; r < WK_ROLE_AXIS; r++) {
		int fg = wk_theme_rgb(t->rich[r].fg), bg = wk_theme_rgb(t->rich[r].bg);
		if (fg < 0 || r == WK_ROLE_BORDER || r == WK_ROLE_BORDER_FOCUS)
			continue;
		double c = wk_theme_contrast(fg, bg < 0 ? t->nominal_rgb : bg);
		if (isnan(least) || c < least)
			least = c;
	}
	return least;
}
