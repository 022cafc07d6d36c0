/* SPDX-License-Identifier: MIT */
/* What all pages share: head, headers, footer, weeks and bands in words and shapes. */
#include "page.h"

static const char style[] =
#include "hub_style.h"
    ;

void
page_style_path(char out[80])
{
	char hex[65];

	wk_hash_sha256(style, sizeof(style) - 1, hex);
	(void)snprintf(out, 80, "/s/%s.css", hex);
}

void
page_style(struct call *c)
{
	if (strcmp(c->req->path, c->w->hub->style_path) != 0) {
		problem_set(c, PROBLEM_NOT_FOUND, NULL, NULL);
		return;
	}
	wk_buf_adds(call_json(c, 200), style);
	c->req->reply.header_count = 0;
	http_reply_header(c->req, "Content-Type", "text/css; charset=utf-8");
	http_reply_header(c->req, "Cache-Control", "public, max-age=31536000, immutable");
}

void
page_headers(struct call *c)
{
	static const struct http_header headers[] = {
		{ "Content-Type", "text/html; charset=utf-8" },
		{ "Content-Security-Policy",
		    "default-src 'none'; style-src 'self'; img-src 'self'; "
		    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'" },
		{ "Referrer-Policy", "no-referrer" },
		{ "Cache-Control", "private, no-store" },
		{ "Cross-Origin-Opener-Policy", "same-origin" },
		{ "X-Frame-Options", "DENY" },
	};

	for (size_t i = 0; i < WK_LEN(headers); i++)
		http_reply_header(c->req, headers[i].name, headers[i].value);
}

static void
put_nav(struct call *c, struct wk_buf *b)
{
	char token[65];

	html_tag(b, "nav", "aria-label", "wick hub", NULL);
	html_element(b, "a", "Teams", "href", "/", NULL);
	html_element(b, "span", c->who.display, "class", "who", NULL);
	if (c->session != NULL) {
		auth_csrf(c->session, token);
		html_tag(b, "form", "method", "post", "action", "/logout", NULL);
		html_tag(b, "input", "type", "hidden", "name", "form", "value", token,
		    NULL);
		html_element(b, "button", "Sign out", "type", "submit", NULL);
		html_end(b, "form");
	}
	html_end(b, "nav");
}

struct wk_buf *
page_begin(struct call *c, int status, const char *title, bool nav)
{
	struct wk_buf *b = call_json(c, status);

	c->req->reply.header_count = 0;
	page_headers(c);
	wk_buf_adds(b, "<!doctype html>\n");
	html_tag(b, "html", "lang", "en", NULL);
	html_tag(b, "head", NULL);
	html_tag(b, "meta", "charset", "utf-8", NULL);
	html_tag(b, "meta", "name", "viewport", "content",
	    "width=device-width, initial-scale=1", NULL);
	html_tag(b, "meta", "name", "color-scheme", "content", "light dark", NULL);
	html_element(b, "title", wk_arena_printf(c->arena, "%s - wick hub", title),
	    NULL);
	html_tag(b, "link", "rel", "stylesheet", "href", c->w->hub->style_path, NULL);
	html_end(b, "head");
	html_tag(b, "body", NULL);
	html_element(b, "a", "Skip to the content", "class", "skip", "href", "#main",
	    NULL);
	html_tag(b, "header", NULL);
	html_element(b, "strong", "wick hub", NULL);
	if (nav)
		put_nav(c, b);
	html_end(b, "header");
	html_tag(b, "main", "id", "main", NULL);
	html_element(b, "h1", title, NULL);
	return b;
}

void
page_end(struct call *c)
{
	struct wk_buf *b = &c->req->reply.body;
	char until[21];

	html_end(b, "main");
	html_tag(b, "footer", NULL);
	if (c->session != NULL) {
		word_instant(c->who.expires, until);
		page_para(b, wk_arena_printf(c->arena,
		    "You are signed in until %.10s %.5s UTC.", until, until + 11));
	}
	page_para(b, "Backups older than 35 days are deleted; until then a copy there "
	    "may hold what was withdrawn here.");
	html_end(b, "footer");
	html_end(b, "body");
	html_end(b, "html");
	wk_buf_addc(b, '\n');
}

void
page_refused(struct call *c)
{
	static const struct {
		int status;
		const char *title, *text;
	} rows[] = {
		{ 404, "Not here", "There is no such page, or it is not yours to see. "
		    "The two look the same on purpose." },
		{ 422, "No such weeks", "The address asks for weeks that there are "
		    "not." },
		{ 429, "Too many requests", "Wait a minute and load the page again." },
		{ 503, "Not now", "The hub cannot write its log, and shows nothing that "
		    "it could not record. Try again in a moment." },
	};
	int status = c->req->reply.status;
	const char *retry = NULL;
	size_t i = 0;

	for (size_t k = 0; k < c->req->reply.header_count; k++)
		if (strcmp(c->req->reply.headers[k].name, "Retry-After") == 0)
			retry = c->req->reply.headers[k].value;
	while (i < WK_LEN(rows) - 1 && rows[i].status != status)
		i++;
	page_para(page_begin(c, status, rows[i].title, c->who.person[0] != '\0'),
	    rows[i].text);
	page_end(c);
	if (retry != NULL)
		http_reply_header(c->req, "Retry-After", retry);
}

void
page_para(struct wk_buf *b, const char *text)
{
	html_element(b, "p", text, NULL);
}

const char *
page_week(struct wk_arena *a, int week)
{
	int y, m, d;

	wk_date_to_civil(word_monday(week), &y, &m, &d);
	return wk_arena_printf(a, "W%02d, %d %.3s", week % 100, d,
	    wk_date_month_name(m, false));
}

/* ---- bands: a word and a shape, colour comes third ---- */
static const struct {
	const char *css, *shape;
} bands[] = {
	[WK_HUB_CALM] = { "calm", "=" },
	[WK_HUB_WATCH] = { "watch", "\xe2\x96\xb2" },
	[WK_HUB_STRAINED] = { "strained", "\xe2\x96\xb2\xe2\x96\xb2" },
	[WK_HUB_SEVERE] = { "severe", "!!" },
	[WK_HUB_UNKNOWN] = { "none", "?" },
};

const char *
page_band_shape(enum wk_hub_band band)
{
	return bands[band].shape;
}

void
page_band_cell(struct wk_buf *b, const enum wk_hub_band *band)
{
	if (band == NULL) {
		html_tag(b, "td", "class", "none", NULL);
		html_element(b, "span", "\xe2\x80\x93", "class", "shape", "aria-hidden",
		    "true", NULL);
		html_element(b, "span", "no data", NULL);
	} else {
		html_tag(b, "td", "class", bands[*band].css, NULL);
		html_element(b, "span", bands[*band].shape, "class", "shape",
		    "aria-hidden", "true", NULL);
		html_element(b, "span", word_band(*band), NULL);
	}
	html_end(b, "td");
}

/* ---- which weeks ---- */
bool
page_range(struct call *c, int *from, int *to, int *n)
{
	int64_t weeks = 12;

	*to = word_week_of(call_today(c));
	if (!query_week(c, "to", to) || !query_int(c, "n", 4, WK_HUB_GRID_WEEKS, false,
	    &weeks))
		return false;
	*n = (int)weeks;
	*from = word_week_add(*to, 1 - *n);
	return true;
}

static void
put_link(struct call *c, struct wk_buf *b, const char *text, int to, int n)
{
	char week[9];

	word_week_put(to, week);
	html_element(b, "a", text, "href",
	    wk_arena_printf(c->arena, "?to=%s&n=%d", week, n), NULL);
}

void
page_older_newer(struct call *c, struct wk_buf *b, int from, int to, int n)
{
	int last = word_week_of(call_today(c)), newer = word_week_add(to, n);

	html_tag(b, "nav", "class", "weeks", "aria-label", "Weeks", NULL);
	put_link(c, b, "Older weeks", word_week_add(from, -1), n);
	if (to < last)
		put_link(c, b, "Newer weeks", WK_MIN(newer, last), n);
	html_end(b, "nav");
}
