/* SPDX-License-Identifier: MIT */
/* A report as a mail: RFC 5322 headers, names and subjects with other letters as RFC 2047
 * wants them, text and HTML as quoted-printable. All of it is ASCII. */
#include "wick/render.h"

enum { LINE_COLS = 76, WORD_BYTES = 45, ADDRESS_MAX = 254 };

static const char hex[] = "0123456789ABCDEF";

bool
wk_mail_address(const char *mailbox, const char **at, size_t *n)
{
	const char *open = strrchr(mailbox, '<');
	size_t len = strlen(mailbox), signs = 0;
	*at = open == NULL ? mailbox : open + 1;
	*n = len - (size_t)(*at - mailbox);
	if (open != NULL && (*n == 0 || mailbox[len - 1] != '>'))
		return false;
	*n -= open != NULL;
	for (size_t i = 0; i < *n; i++) {
		unsigned char c = (unsigned char)(*at)[i];
		if (c <= ' ' || c >= 0x7f || strchr("<>()[]\\,;:\"", c) != NULL)
			return false;
		signs += c == '@';
	}
	return signs == 1 && **at != '@' && (*at)[*n - 1] != '@' && *n <= ADDRESS_MAX;
}

static bool
is_plain(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)s[i] < ' ' || (unsigned char)s[i] > '~')
			return false;
	return true;
}

/* Encoded words of whole letters, each on a line of its own. */
static void
put_words(struct wk_buf *b, const char *s, size_t n)
{
	for (size_t i = 0; i < n;) {
		size_t len = 0;
		uint32_t cp;
		while (i + len < n) {
			size_t k = wk_text_utf8_next(s + i + len, n - i - len, &cp);
			if (len + k > WORD_BYTES)
				break;
			len += k;
		}
		wk_buf_adds(b, i == 0 ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?");
		wk_base64_put(b, s + i, len);
		wk_buf_adds(b, "?=");
		i += len;
	}
}

/* A phrase in quotes, which may stand there already; a long one and one of other letters
 * as encoded words, which are folded. */
static void
put_phrase(struct wk_buf *b, const char *s, size_t n)
{
	bool is_quoted = n >= 2 && s[0] == '"' && s[n - 1] == '"';
	if (!is_plain(s, n) || n > LINE_COLS) {
		put_words(b, s, n);
		return;
	}
	wk_buf_addc(b, '"');
	for (size_t i = is_quoted; i < n - is_quoted; i++) {
		if (is_quoted && s[i] == '\\')
			continue;
		if (s[i] == '"' || s[i] == '\\')
			wk_buf_addc(b, '\\');
		wk_buf_addc(b, s[i]);
	}
	wk_buf_addc(b, '"');
}

static void
put_mailbox(struct wk_buf *b, const char *name, const char *mailbox)
{
	const char *open = strrchr(mailbox, '<');
	size_t n = open == NULL ? 0 : (size_t)(open - mailbox);
	while (n > 0 && mailbox[n - 1] == ' ')
		n--;
	wk_buf_addf(b, "%s: ", name);
	if (n > 0) {
		put_phrase(b, mailbox, n);
		wk_buf_addc(b, ' ');
	}
	wk_buf_addf(b, "%s\r\n", open == NULL ? mailbox : open);
}

static void
put_date(struct wk_buf *b, int64_t at, int32_t off)
{
	int64_t wall = at + off, day = wall / 86400 - (wall % 86400 < 0);
	int sec = (int)(wall - day * 86400), y, m, d, ahead = off < 0 ? -off : off;
	wk_date_to_civil((wk_date)day, &y, &m, &d);
	wk_buf_addf(b, "Date: %s, %d %s %04d %02d:%02d:%02d %c%02d%02d\r\n",
	    wk_date_weekday_name(wk_date_weekday((wk_date)day), false), d,
	    wk_date_month_name(m, false), y, sec / 3600, sec / 60 % 60, sec % 60,
	    off < 0 ? '-' : '+', ahead / 3600, ahead / 60 % 60);
}

/* Quoted-printable: what is not printable as =XX, a blank at a line's end too, and lines
 * that go on after a lone =. */
static void
put_quoted(struct wk_buf *b, const char *s)
{
	size_t col = 0;
	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;
		bool is_last = s[1] == '\n' || s[1] == '\0';
		bool is_raw = (c > ' ' && c <= '~' && c != '=') || (c == ' ' && !is_last);
		if (c == '\n') {
			wk_buf_adds(b, "\r\n");
			col = 0;
			continue;
		}
		if (col + (is_raw ? 1 : 3) > LINE_COLS - 1) {
			wk_buf_adds(b, "=\r\n");
			col = 0;
		}
		if (is_raw)
			wk_buf_addc(b, (char)c);
		else
			wk_buf_addf(b, "=%c%c", hex[c >> 4], hex[c & 15]);
		col += is_raw ? 1 : 3;
	}
	if (col > 0)
		wk_buf_adds(b, "=\r\n");
}

static void
put_part(struct wk_buf *b, const char *boundary, const char *type, const char *body)
{
	wk_buf_addf(b, "--%s\r\nContent-Type: %s; charset=utf-8\r\n"
	    "Content-Transfer-Encoding: quoted-printable\r\n\r\n", boundary, type);
	put_quoted(b, body);
	wk_buf_adds(b, "\r\n");       /* belongs to the boundary */
}

void
wk_render_mail(const struct wk_mail *m, struct wk_buf *out)
{
	char sum[65], boundary[40];
	wk_hash_sha256(m->message_id, strlen(m->message_id), sum);
	/* "=_" never stands in quoted-printable. */
	(void)snprintf(boundary, sizeof(boundary), "=_%.32s", sum);
	put_date(out, m->at, m->off);
	put_mailbox(out, "From", m->from);
	put_mailbox(out, "To", m->to);
	wk_buf_adds(out, "Subject: ");
	if (is_plain(m->subject, strlen(m->subject)))
		wk_buf_adds(out, m->subject);
	else
		put_words(out, m->subject, strlen(m->subject));
	wk_buf_addf(out, "\r\nMessage-ID: %s\r\nAuto-Submitted: auto-generated\r\n"
	    "MIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n"
	    " boundary=\"%s\"\r\n\r\n", m->message_id, boundary);
	put_part(out, boundary, "text/plain", m->text);
	put_part(out, boundary, "text/html", m->html);
	wk_buf_addf(out, "--%s--\r\n", boundary);
}
