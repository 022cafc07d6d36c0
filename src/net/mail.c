/* SPDX-License-Identifier: MIT */
/* What a request to send a mail may say: nothing in it may become a command of its own
 * on the way to the server, and it never goes without TLS. */
#include "wick/net.h"

enum { ADDRESS_MAX = 254, TIMEOUT_MAX = 600 };

static bool
is_address(const char *s)
{
	size_t n = s == NULL ? 0 : strlen(s);
	const char *at = n == 0 ? NULL : strchr(s, '@');
	if (at == NULL || at == s || at[1] == '\0' || n > ADDRESS_MAX)
		return false;
	for (size_t i = 0; i < n; i++)
		if (s[i] <= ' ' || s[i] == 0x7f || s[i] == '<' || s[i] == '>')
			return false;
	return true;
}

static bool
refuse(struct wk_net_answer *out, const char *what)
{
	(void)snprintf(out->error, sizeof(out->error), "the request has %s", what);
	return false;
}

/* host:port and nothing else, in visible ASCII. */
static bool
is_host(const char *s)
{
	for (const char *p = s; *p != '\0'; p++)
		if (*p <= ' ' || *p >= 0x7f || strchr("/?#@", *p) != NULL)
			return false;
	return *s != '\0';
}

bool
wk_net_mail_check(const struct wk_net_mail *m, struct wk_net_answer *out)
{
	if (m->server == NULL || (!wk_text_starts(m->server, "smtp://") &&
	    !wk_text_starts(m->server, "smtps://")))
		return refuse(out, "no server of smtp:// or smtps://");
	if (!is_host(strstr(m->server, "//") + 2))
		return refuse(out, "a server with more than host and port");
	if (!is_address(m->from))
		return refuse(out, "no sender");
	if (m->to_count == 0)
		return refuse(out, "no recipient");
	for (size_t i = 0; i < m->to_count; i++)
		if (!is_address(m->to[i]))
			return refuse(out, "a recipient that is no address");
	if ((m->user == NULL) != (m->password == NULL))
		return refuse(out, "a user or a password alone");
	if (m->timeout_s < 1 || m->timeout_s > TIMEOUT_MAX)
		return refuse(out, "no timeout from 1 to 600 s");
	return m->body.len > 0 || refuse(out, "no message");
}
