/* SPDX-License-Identifier: MIT */
/* A report as a file: its period by name, and its bytes, which the command line prints
 * and the screens show before they are written. */
#include "wick/app.h"
#include "wick/render.h"

struct wk_period
wk_period_week(wk_date monday)
{
	struct wk_period p = { .kind = "week", .from = monday, .to = monday + 6 };
	int year, week;
	wk_date_iso_week(monday, &year, &week);
	(void)snprintf(p.name, sizeof(p.name), "%04d-W%02d", year, week);
	return p;
}

struct wk_period
wk_period_month(wk_date first)
{
	struct wk_period p = { .kind = "month", .from = first };
	int y, m, d;
	wk_date_to_civil(first, &y, &m, &d);
	p.to = (m == 12 ? wk_date_from_civil(y + 1, 1, 1) :
	    wk_date_from_civil(y, m + 1, 1)) - 1;
	(void)snprintf(p.name, sizeof(p.name), "%04d-%02d", y, m);
	return p;
}

struct wk_period
wk_period_range(wk_date from, wk_date to)
{
	struct wk_period p = { .kind = "range", .from = from, .to = to };
	char a[11], b[11];
	wk_date_format(from, a);
	wk_date_format(to, b);
	(void)snprintf(p.name, sizeof(p.name), "%s..%s", a, b);
	return p;
}

static const struct wk_report_format *
find_format(const char *name)
{
	size_t n;
	const struct wk_report_format *v = wk_report_formats(&n);
	for (size_t i = 0; i < n; i++)
		if (strcmp(v[i].name, name) == 0)
			return &v[i];
	return NULL;
}

/* ---- the seal of a brief report ---- */

enum { SEAL_HEX = 64 };

/* What stands on the line of the seal, of HTML and of text. */
static const struct { const char *before, *behind; } seals[] = {
	{ "<!-- sha256 ", " -->" }, { "sha256 ", "" },
};

/* Where the line with the seal begins, and the seal; NULL: there is none. Nothing else
 * may stand on that line, which is not under the seal. */
static const char *
find_seal(const struct wk_buf *text, const char **hex)
{
	size_t n = text->len;
	while (n > 0 && text->p[n - 1] == '\n')
		n--;
	const char *nl = n > 0 ? memrchr(text->p, '\n', n) : NULL;
	const char *line = nl == NULL ? text->p : nl + 1;
	size_t len = (size_t)(text->p + n - line);
	for (size_t i = 0; i < WK_LEN(seals); i++) {
		size_t before = strlen(seals[i].before), behind = strlen(seals[i].behind);
		if (len != before + SEAL_HEX + behind ||
		    memcmp(line, seals[i].before, before) != 0 ||
		    memcmp(line + before + SEAL_HEX, seals[i].behind, behind) != 0)
			continue;
		*hex = line + before;
		return line;
	}
	return NULL;
}

static void
put_seal(struct wk_buf *out, const char *format)
{
	char hex[SEAL_HEX + 1];
	bool is_text = strcmp(format, "html") != 0;
	wk_buf_adds(out, is_text ? "\n" : "");
	wk_hash_sha256(out->p, out->len, hex);
	wk_buf_addf(out, "%s%s%s\n", seals[is_text].before, hex, seals[is_text].behind);
}

enum wk_rc
wk_app_report_verify(const char *path, struct wk_err *err)
{
	char now[SEAL_HEX + 1];
	const char *hex, *line = NULL;
	struct wk_buf text;
	wk_buf_init(&text);
	enum wk_rc rc = wk_file_read(path, (size_t)16 << 20, &text, err);
	if (rc == WK_OK) {
		line = find_seal(&text, &hex);
		if (line == NULL)
			rc = wk_fail(err, WK_ERR_INPUT,
			    "%s has no line with its sha256, as "
			    "wick report --brief writes it",
			    path);
	}
	if (line != NULL) {
		wk_hash_sha256(text.p, (size_t)(line - text.p), now);
		if (memcmp(now, hex, SEAL_HEX) != 0)
			rc = wk_fail(err, WK_ERR_FAIL,
			    "%s was changed after it was written", path);
	}
	wk_buf_fini(&text);
	return rc;
}

static enum wk_rc
check_ask(const struct wk_report_ask *q, const struct wk_report_format **f,
    struct wk_err *err)
{
	*f = find_format(q->format);
	if (*f == NULL)
		return wk_fail(err, WK_ERR_INPUT, "no report format \"%.20s\"",
		    q->format);
	if (q->is_brief && !(*f)->is_page)
		return wk_fail(err, WK_ERR_INPUT, "--brief is a page: text, md or html, "
		    "not %s", q->format);
	return WK_OK;
}

enum wk_rc
wk_app_report_file(struct wk_app *app, const struct wk_report_ask *q, struct wk_buf *out,
    struct wk_err *err)
{
	struct wk_report r;
	struct wk_arena a;
	struct wk_buf at;
	const struct wk_period *p = q->period;
	const struct wk_report_format *f;
	enum wk_rc rc = check_ask(q, &f, err);
	if (rc != WK_OK || f == NULL)
		return rc;
	wk_arena_init(&a);
	rc = wk_app_report(app, p->kind, p->name, p->from, p->to, &a, &r, err);
	if (rc == WK_OK) {
		wk_buf_init(&at);
		wk_zone_put_iso(&at, app->now, wk_zone_offset(app->zone, app->now),
		    false);
		struct wk_report_meta meta = { .generated = at.p, .version = WK_VERSION,
			.is_brief = q->is_brief, .asks = q->asks,
			.ask_count = q->ask_count };
		f->render(&r, &app->conf.model, &meta, q->paint, out);
		if (out->len > 0 && out->p[out->len - 1] != '\n')
			wk_buf_addc(out, '\n');
		if (q->is_brief)
			put_seal(out, q->format);
		wk_buf_fini(&at);
	}
	wk_arena_fini(&a);
	return rc;
}
