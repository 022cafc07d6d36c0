/* SPDX-License-Identifier: MIT */
/* The one file that knows libcurl. TLS 1.2 or newer with the server's name checked, also
 * behind STARTTLS; no proxy, no .netrc, no redirection, nothing verbose. */
#include <curl/curl.h>

#include "wick/net.h"

struct upload { const struct wk_buf *body; size_t done; bool is_all; };

static size_t
read_body(char *to, size_t size, size_t count, void *ctx)
{
	struct upload *u = ctx;
	size_t n = WK_MIN(size * count, u->body->len - u->done);
	if (n > 0)
		memcpy(to, u->body->p + u->done, n);
	u->done += n;
	u->is_all = n == 0;
	return n;
}

/* What a server sends besides its replies is of no use. */
static size_t
drop(char *p, size_t size, size_t count, void *ctx)
{
	(void)p;
	(void)ctx;
	return size * count;
}

static bool
set_walls(CURL *h, const struct wk_net_mail *m)
{
	long connect_s = WK_MIN(m->timeout_s, 10L);
	return curl_easy_setopt(h, CURLOPT_PROTOCOLS_STR, "smtp,smtps") == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_SSL_VERIFYPEER, 1L) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_SSL_VERIFYHOST, 2L) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_SSLVERSION,
	    (long)CURL_SSLVERSION_TLSv1_2) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_FOLLOWLOCATION, 0L) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_PROXY, "") == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_NOSIGNAL, 1L) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_CONNECTTIMEOUT, connect_s) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_TIMEOUT, m->timeout_s) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_WRITEFUNCTION, drop) == CURLE_OK &&
	    (m->ca_file == NULL ||
	    curl_easy_setopt(h, CURLOPT_CAINFO, m->ca_file) == CURLE_OK);
}

/* The path of the URL is the name we greet with; ours is nobody's business. */
static bool
set_message(CURL *h, const struct wk_net_mail *m, struct curl_slist *to,
    struct upload *u)
{
	struct wk_buf url, from;
	wk_buf_init(&url);
	wk_buf_init(&from);
	wk_buf_addf(&url, "%s/localhost", m->server);
	wk_buf_addf(&from, "<%s>", m->from);
	bool ok = curl_easy_setopt(h, CURLOPT_URL, url.p) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_MAIL_FROM, from.p) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_MAIL_RCPT, to) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_UPLOAD, 1L) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_READFUNCTION, read_body) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_READDATA, u) == CURLE_OK &&
	    (m->user == NULL ||
	    (curl_easy_setopt(h, CURLOPT_USERNAME, m->user) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_PASSWORD, m->password) == CURLE_OK));
	wk_buf_fini(&url);
	wk_buf_fini(&from);
	return ok;
}

static struct curl_slist *
recipients(const struct wk_net_mail *m)
{
	struct curl_slist *list = NULL;
	struct wk_buf b;
	wk_buf_init(&b);
	for (size_t i = 0; i < m->to_count; i++) {
		wk_buf_clear(&b);
		wk_buf_addf(&b, "<%s>", m->to[i]);
		struct curl_slist *more = curl_slist_append(list, b.p);
		if (more == NULL)
			wk_mem_die();
		list = more;
	}
	wk_buf_fini(&b);
	return list;
}

static void
judge(CURL *h, CURLcode rc, const char *detail, const struct upload *u,
    struct wk_net_answer *out)
{
	if (curl_easy_getinfo(h, CURLINFO_RESPONSE_CODE, &out->status) != CURLE_OK)
		out->status = 0;
	out->is_ok = rc == CURLE_OK;
	out->is_unsure = !out->is_ok && u->is_all && out->status < 400;
	if (!out->is_ok)
		(void)snprintf(out->error, sizeof(out->error), "%s",
		    *detail != '\0' ? detail : curl_easy_strerror(rc));
}

void
wk_net_smtp_send(const struct wk_net_mail *m, struct wk_net_answer *out)
{
	char detail[CURL_ERROR_SIZE] = "";
	struct upload u = { .body = &m->body };
	CURL *h = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK ? curl_easy_init() :
	    NULL;
	if (h == NULL) {
		(void)snprintf(out->error, sizeof(out->error), "libcurl does not start");
		return;
	}
	struct curl_slist *to = recipients(m);
	if (curl_easy_setopt(h, CURLOPT_ERRORBUFFER, detail) == CURLE_OK &&
	    set_walls(h, m) && set_message(h, m, to, &u))
		judge(h, curl_easy_perform(h), detail, &u, out);
	else
		(void)snprintf(out->error, sizeof(out->error),
		    "libcurl does not take what is asked of it");
	curl_slist_free_all(to);
	curl_easy_cleanup(h);
	curl_global_cleanup();
}
