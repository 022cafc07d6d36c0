/* SPDX-License-Identifier: MIT */
/* A theme of one's own. Reading it never fails for its content, and whatever it says
 * every role ends with colours that a terminal has. */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fuzz.h"
#include "wick/conf.h"

static char folder[64], file[128];

static void
clean_up(void)
{
	static const char *const below[] = { "/wick/themes", "/wick", "" };
	(void)unlink(file);
	for (size_t i = 0; i < WK_LEN(below); i++) {
		char path[128];
		(void)snprintf(path, sizeof(path), "%s%s", folder, below[i]);
		(void)rmdir(path);
	}
}

static void
set_up(void)
{
	char path[128];
	if (folder[0] != '\0')
		return;
	(void)snprintf(folder, sizeof(folder), "/tmp/fuzz-theme-XXXXXX");
	FUZZ_CHECK(mkdtemp(folder) != NULL);
	(void)snprintf(path, sizeof(path), "%s/wick/themes", folder);
	FUZZ_CHECK(wk_file_mkdirs(path, NULL) == WK_OK);
	(void)snprintf(file, sizeof(file), "%s/fuzz.ini", path);
	FUZZ_CHECK(setenv("XDG_CONFIG_HOME", folder, 1) == 0);
	FUZZ_CHECK(atexit(clean_up) == 0);
}

static void
put_file(const uint8_t *data, size_t size)
{
	int fd = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	FUZZ_CHECK(fd >= 0 && wk_file_write_all(fd, data, size, NULL) == WK_OK);
	(void)close(fd);
}

static void
check_styles(const struct wk_style v[WK_ROLE_COUNT])
{
	for (size_t r = 0; r < WK_ROLE_COUNT; r++) {
		FUZZ_CHECK(v[r].fg >= WK_COLOR_DEFAULT && v[r].fg <= 255);
		FUZZ_CHECK(v[r].bg >= WK_COLOR_DEFAULT && v[r].bg <= 255);
		FUZZ_CHECK(v[r].attr < 32);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct wk_arena a;
	struct wk_theme theme;
	struct wk_theme_warning w[8];
	struct wk_err err;
	size_t n;
	set_up();
	put_file(data, size);
	wk_arena_init(&a);
	FUZZ_CHECK(wk_theme_load("fuzz", &a, &theme, w, WK_LEN(w), &n, &err) == WK_OK);
	FUZZ_CHECK(n <= WK_LEN(w));
	check_styles(theme.rich);
	check_styles(theme.eight);
	wk_arena_fini(&a);
	return 0;
}
