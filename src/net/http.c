/* SPDX-License-Identifier: MIT */
/* One request over HTTPS. TLS 1.2 or newer, certificate and name always checked, nothing
 * followed, no .netrc, no cookies, nothing verbose; the token is a header of this one
 * request and is written nowhere else. */
#include <curl/curl.h>
#include <errno.h>
#include <stdlib.h>

#include "wick/net.h"

enum { CONNECT_S = 10, SLOW_BYTES = 100, SLOW_S = 15, HEADERS_MAX = 16, TIMEOUT_MAX = 600,
	LIMIT_MAX = 16 << 20 };

/* ---- what may be asked ---- */
static bool
refuse(struct wk_net_reply *out, const char *what)
{
	out->transport = "request";
	(void)snprintf(out->error, sizeof(out->error), "the request has %s", what);
	return false;
}

static bool
is_plain(const char *s, size_t max)
{
	size_t n = strlen(s);
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)s[i] < ' ' || s[i] == 0x7f)
			return false;
	return n > 0 && n <= max;
}

/* Where plain http may go: this very machine. */
static bool
is_loopback(const char *url)
{
	static const char *const hosts[] = { "127.0.0.1", "localhost", "[::1]" };
	const char *host = url + strlen("http://");
	size_t n = strcspn(host, ":/?#");
	if (*host == '[')
		n = strcspn(host, "]") + 1;
	for (size_t i = 0; i < WK_LEN(hosts); i++)
		if (strlen(hosts[i]) == n && strncmp(host, hosts[i], n) == 0)
			return true;
	return false;
}

static bool
check_url(const struct wk_net_http *q, struct wk_net_reply *out)
{
	if (q->url == NULL || !is_plain(q->url, 2048) || strchr(q->url, ' ') != NULL)
		return refuse(out, "no URL");
	const char *host = strstr(q->url, "//");
	if (host != NULL && memchr(host, '@', strcspn(host + 2, "/?#") + 2) != NULL)
		return refuse(out, "a URL with a user in it");
	if (wk_text_starts(q->url, "https://"))
		return true;
	if (!wk_text_starts(q->url, "http://"))
		return refuse(out, "a URL that is not https://");
	return q->is_plain_allowed || is_loopback(q->url) ||
	    refuse(out, "a URL without TLS to another machine");
}

bool
wk_net_http_check(const struct wk_net_http *q, struct wk_net_reply *out)
{
	static const char *const methods[] = { "GET", "PUT", "POST", "DELETE" };
	bool is_known = false;
	for (size_t i = 0; q->method != NULL && i < WK_LEN(methods); i++)
		is_known |= strcmp(q->method, methods[i]) == 0;
	if (!is_known)
		return refuse(out, "no method of GET, PUT, POST and DELETE");
	if (q->header_count > HEADERS_MAX)
		return refuse(out, "too many headers");
	for (size_t i = 0; i < q->header_count; i++)
		if (q->headers[i] == NULL || !is_plain(q->headers[i], 1024))
			return refuse(out, "a header that is none");
	if (q->token != NULL && (!is_plain(q->token, 512) || strchr(q->token, ' ')))
		return refuse(out, "a token that is none");
	if (q->timeout_s < 1 || q->timeout_s > TIMEOUT_MAX)
		return refuse(out, "no timeout from 1 to 600 s");
	if (q->limit < 1 || q->limit > LIMIT_MAX)
		return refuse(out, "no limit from 1 byte to 16 MiB");
	return check_url(q, out);
}

/* ---- the answer ---- */
struct answer { struct wk_net_reply *out; long limit; bool is_big; };

static size_t
take_body(char *p, size_t size, size_t count, void *ctx)
{
	struct answer *a = ctx;
	size_t n = size * count;
	if (a->out->body.len + n > (size_t)a->limit) {
		a->is_big = true;
		return 0;
	}
	wk_buf_add(&a->out->body, p, n);
	return n;
}

static const struct { CURLcode rc; const char *transport; } kinds[] = {
	{ CURLE_COULDNT_RESOLVE_HOST, "resolve" },
	{ CURLE_COULDNT_RESOLVE_PROXY, "resolve" },
	{ CURLE_COULDNT_CONNECT, "connect" }, { CURLE_OPERATION_TIMEDOUT, "timeout" },
	{ CURLE_PEER_FAILED_VERIFICATION, "tls" }, { CURLE_SSL_CONNECT_ERROR, "tls" },
	{ CURLE_SSL_CACERT_BADFILE, "tls" }, { CURLE_SSL_CERTPROBLEM, "tls" },
	{ CURLE_SSL_PINNEDPUBKEYNOTMATCH, "tls" }, { CURLE_SSL_ISSUER_ERROR, "tls" },
	{ CURLE_SSL_CIPHER, "tls" }, { CURLE_SSL_INVALIDCERTSTATUS, "tls" },
	{ CURLE_UNSUPPORTED_PROTOCOL, "request" }, { CURLE_URL_MALFORMAT, "request" },
	{ CURLE_GOT_NOTHING, "partial" }, { CURLE_PARTIAL_FILE, "partial" },
	{ CURLE_SEND_ERROR, "partial" }, { CURLE_RECV_ERROR, "partial" },
	{ CURLE_WEIRD_SERVER_REPLY, "partial" },
};

/* A handshake that breaks off is a broken line, not a wrong certificate. */
static const char *
transport_of(CURLcode rc, CURL *h)
{
	long verify = 0;
	if (rc == CURLE_SSL_CONNECT_ERROR &&
	    curl_easy_getinfo(h, CURLINFO_OS_ERRNO, &verify) == CURLE_OK && verify != 0)
		return "partial";
	for (size_t i = 0; i < WK_LEN(kinds); i++)
		if (kinds[i].rc == rc)
			return kinds[i].transport;
	return "partial";
}

static void
take_header(CURL *h, const char *name, struct wk_buf *to)
{
	struct curl_header *found;
	if (curl_easy_header(h, name, 0, CURLH_HEADER, -1, &found) == CURLHE_OK)
		wk_buf_adds(to, found->value);
}

static void
judge(CURL *h, CURLcode rc, const char *detail, struct answer *a)
{
	struct wk_net_reply *out = a->out;
	curl_off_t wait_s = 0, us = 0;
	if (curl_easy_getinfo(h, CURLINFO_RESPONSE_CODE, &out->status) != CURLE_OK)
		out->status = 0;
	if (curl_easy_getinfo(h, CURLINFO_RETRY_AFTER, &wait_s) == CURLE_OK)
		out->retry_after_s = (long)wait_s;
	if (curl_easy_getinfo(h, CURLINFO_TOTAL_TIME_T, &us) == CURLE_OK)
		out->ms = (long)(us / 1000);
	take_header(h, "Location", &out->location);
	take_header(h, "ETag", &out->etag);
	if (rc == CURLE_OK)
		return;
	if (a->is_big) {         /* the status stands; the rest is of no use */
		wk_buf_clear(&out->body);
		out->transport = "big";
	} else {
		out->status = 0;
		out->transport = transport_of(rc, h);
	}
	(void)snprintf(out->error, sizeof(out->error), "%s", *detail != '\0' ? detail :
	    curl_easy_strerror(rc));
}

/* ---- the request ---- */
static bool
set_walls(CURL *h, const struct wk_net_http *q)
{
	const char *schemes = wk_text_starts(q->url, "https:") ? "https" : "http";
	return curl_easy_setopt(h, CURLOPT_PROTOCOLS_STR, schemes) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_REDIR_PROTOCOLS_STR, "https") == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_FOLLOWLOCATION, 0L) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_UNRESTRICTED_AUTH, 0L) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_SSL_VERIFYPEER, 1L) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_SSL_VERIFYHOST, 2L) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_SSLVERSION,
	    (long)CURL_SSLVERSION_TLSv1_2) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_HTTP_VERSION,
	    (long)CURL_HTTP_VERSION_1_1) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_NOSIGNAL, 1L) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_CONNECTTIMEOUT,
	    WK_MIN(q->timeout_s, (long)CONNECT_S)) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_TIMEOUT, q->timeout_s) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_LOW_SPEED_LIMIT, (long)SLOW_BYTES) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_LOW_SPEED_TIME, (long)SLOW_S) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_MAXFILESIZE, q->limit) == CURLE_OK;
}

static bool
set_if(CURL *h, CURLoption option, const char *value)
{
	return value == NULL || curl_easy_setopt(h, option, value) == CURLE_OK;
}

/* Without a proxy of the settings the environment's counts, as everywhere. */
static bool
set_trust(CURL *h, const struct wk_net_http *q)
{
	return set_if(h, CURLOPT_CAINFO, q->ca_file) &&
	    set_if(h, CURLOPT_PROXY, q->proxy) &&
	    set_if(h, CURLOPT_NOPROXY, q->no_proxy) &&
	    set_if(h, CURLOPT_SSLCERT, q->client_cert) &&
	    set_if(h, CURLOPT_SSLKEY, q->client_key) &&
	    set_if(h, CURLOPT_PINNEDPUBLICKEY, q->pinned_key);
}

static bool
set_request(CURL *h, const struct wk_net_http *q, struct curl_slist *headers,
    struct answer *a)
{
	bool ok = curl_easy_setopt(h, CURLOPT_URL, q->url) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_WRITEFUNCTION, take_body) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_WRITEDATA, a) == CURLE_OK &&
	    curl_easy_setopt(h, CURLOPT_HTTPHEADER, headers) == CURLE_OK;
	if (ok && q->body.len > 0)
		ok = curl_easy_setopt(h, CURLOPT_POSTFIELDSIZE_LARGE,
		    (curl_off_t)q->body.len) == CURLE_OK &&
		    curl_easy_setopt(h, CURLOPT_POSTFIELDS, q->body.p) == CURLE_OK;
	else if (ok && strcmp(q->method, "POST") == 0)
		ok = curl_easy_setopt(h, CURLOPT_POSTFIELDS, "") == CURLE_OK;
	return ok && curl_easy_setopt(h, CURLOPT_CUSTOMREQUEST, q->method) == CURLE_OK;
}

static struct curl_slist *
add(struct curl_slist *list, const char *header)
{
	struct curl_slist *more = curl_slist_append(list, header);
	if (more == NULL)
		wk_mem_die();            /* a request without its token is another one */
	return more;
}

static struct curl_slist *
headers_of(const struct wk_net_http *q)
{
	struct curl_slist *list = add(NULL, "Expect:");
	struct wk_buf b;
	for (size_t i = 0; i < q->header_count; i++)
		list = add(list, q->headers[i]);
	if (q->token == NULL)
		return list;
	wk_buf_init(&b);
	wk_buf_addf(&b, "Authorization: Bearer %s", q->token);
	list = add(list, b.p);
	explicit_bzero(b.p, b.cap);
	wk_buf_fini(&b);
	return list;
}

void
wk_net_http_send(const struct wk_net_http *q, struct wk_net_reply *out)
{
	char detail[CURL_ERROR_SIZE] = "";
	struct answer a = { .out = out, .limit = q->limit };
	if (!wk_net_http_check(q, out))
		return;
	CURL *h = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK ? curl_easy_init() :
	    NULL;
	if (h == NULL) {
		(void)refuse(out, "no libcurl that starts");
		return;
	}
	struct curl_slist *headers = headers_of(q);
	if (curl_easy_setopt(h, CURLOPT_ERRORBUFFER, detail) == CURLE_OK &&
	    set_walls(h, q) && set_trust(h, q) && set_request(h, q, headers, &a))
		judge(h, curl_easy_perform(h), detail, &a);
	else
		(void)refuse(out, "something that libcurl does not take");
	for (struct curl_slist *p = headers; p != NULL; p = p->next)
		explicit_bzero(p->data, strlen(p->data));
	curl_slist_free_all(headers);
	curl_easy_cleanup(h);
	curl_global_cleanup();
}
