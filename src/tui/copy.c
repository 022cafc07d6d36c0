/* SPDX-License-Identifier: MIT */
/* What y copies. A terminal that cannot, or would cut a long text, is no loss: the same
 * bytes are then in a file. */
#include "state.h"

#include <libgen.h>

enum { MOST_BYTES = 50000 };           /* of which a terminal still takes all */

static enum wk_rc
write_file(struct wk_tui *t, const char *text, size_t n, const char **path,
    struct wk_err *err)
{
	enum wk_rc rc = wk_conf_path('s', "copy.txt", &t->scratch, path, err);
	if (rc == WK_OK)
		rc = wk_file_mkdirs(dirname(wk_arena_strdup(&t->scratch, *path)), err);
	return rc == WK_OK ? wk_file_write_safe(*path, text, n, 0600, err) : rc;
}

void
wk_copy(struct wk_tui *t, const char *what, const char *text, size_t n)
{
	struct wk_buf b;
	struct wk_err err;
	const char *path;
	wk_buf_init(&b);
	wk_base64_put(&b, text, n);
	if (n <= MOST_BYTES && wk_term_copy(t->term, b.p))
		wk_toast_say(&t->toasts, WK_TOAST_DONE, "copied: %s", what);
	else if (write_file(t, text, n, &path, &err) == WK_OK)
		wk_toast_say(&t->toasts, WK_TOAST_DONE,
		    "this terminal takes none; copy.txt has it: %s", path);
	else
		wk_toast_say(&t->toasts, WK_TOAST_BAD, "%s", err.msg);
	wk_buf_fini(&b);
}
