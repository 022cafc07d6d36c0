/* SPDX-License-Identifier: MIT */
/* Errors: a code and one bounded sentence. */
#include "wick/base.h"

enum wk_rc
wk_fail(struct wk_err *err, enum wk_rc rc, const char *fmt, ...)
{
	va_list ap;
	if (err == NULL)
		return rc;
	err->rc = rc;
	va_start(ap, fmt);
	(void)vsnprintf(err->msg, sizeof(err->msg), fmt, ap);
	va_end(ap);
	return rc;
}
