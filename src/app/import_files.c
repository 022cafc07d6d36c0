/* SPDX-License-Identifier: MIT */
/* Several files as one import: those that were named, or what a tool keeps in a folder.
 * Each is read for itself; a fact that two of them have counts once. */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "import.h"

/* # stands for a digit. */
static const struct {
	const char *format, *folder, *name;
} kept[] = {
	{ "timewarrior", "", "####-##.data" }, { "timewarrior", "data/", "####-##.data" },
	{ "watson", "", "frames" }, { "watson", "", "state" },
};

static bool
is_folder(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool
is_name(const char *name, const char *pattern)
{
	for (; *pattern != '\0' && *name != '\0'; name++, pattern++)
		if (*pattern == '#' ? *name < '0' || *name > '9' : *name != *pattern)
			return false;
	return *pattern == *name;
}

static void
add_file(struct import *im, const char *path)
{
	im->files = wk_mem_grow(im->files, &im->file_cap, im->file_count + 1,
	    sizeof(*im->files));
	im->files[im->file_count++] = wk_arena_strdup(im->arena, path);
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
list_kept(struct import *im, const char *path, size_t k)
{
	const char *dir = wk_arena_printf(im->arena, "%s/%s", path, kept[k].folder);
	size_t from = im->file_count;
	DIR *d = opendir(dir);
	if (d == NULL)
		return;
	for (struct dirent *e; (e = readdir(d)) != NULL;)
		if (is_name(e->d_name, kept[k].name))
			add_file(im, wk_arena_printf(im->arena, "%s%s%s", dir,
			    dir[strlen(dir) - 1] == '/' ? "" : "/", e->d_name));
	(void)closedir(d);
	if (im->file_count > from)
		qsort(&im->files[from], im->file_count - from, sizeof(*im->files),
		    compare);
}

static enum wk_rc
list_folder(struct import *im, const char *path, struct wk_err *err)
{
	size_t before = im->file_count;
	const char *found = NULL;
	for (size_t k = 0; k < WK_LEN(kept); k++) {
		const char *format = im->req->format != NULL ? im->req->format : found;
		if (format != NULL && strcmp(kept[k].format, format) != 0)
			continue;
		list_kept(im, path, k);
		if (im->file_count > before)
			found = kept[k].format;
	}
	if (im->file_count > before) {
		im->format = found;
		return WK_OK;
	}
	return wk_fail(err, WK_ERR_INPUT, "%.150s is a folder, and not one in which "
	    "timewarrior or watson keep their files", path);
}

enum wk_rc
wk_import_list_files(struct import *im, struct wk_err *err)
{
	const struct wk_import *req = im->req;
	enum wk_rc rc = WK_OK;
	for (size_t i = 0; rc == WK_OK && i <= req->more_count; i++) {
		const char *path = i == 0 ? req->path : req->more[i - 1];
		if (is_folder(path))
			rc = list_folder(im, path, err);
		else
			add_file(im, path);
	}
	return rc;
}
