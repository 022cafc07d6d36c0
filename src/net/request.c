/* SPDX-License-Identifier: MIT */
/* Requests out of their JSON. What is missing or of another kind is NULL or 0, which the
 * checks of mail.c and http.c refuse. */
#include "request.h"

static const char *
text_of(const json_t *o, const char *key)
{
	return json_string_value(json_object_get(o, key));
}

static long
number_of(const json_t *o, const char *key)
{
	return (long)json_integer_value(json_object_get(o, key));
}

bool
wk_net_mail_read(const json_t *o, struct wk_net_mail *m)
{
	const json_t *to = json_object_get(o, "to");
	const char *body = text_of(o, "body");
	m->server = text_of(o, "server");
	m->user = text_of(o, "user");
	m->from = text_of(o, "from");
	m->ca_file = text_of(o, "ca_file");
	m->timeout_s = number_of(o, "timeout_s");
	if (json_array_size(to) > WK_NET_RECIPIENTS)
		return false;
	for (size_t i = 0; i < json_array_size(to); i++)
		m->to[m->to_count++] = json_string_value(json_array_get(to, i));
	return body != NULL && wk_base64_read(body, &m->body);
}

static const char **
read_headers(const json_t *o, struct wk_arena *a, size_t *n)
{
	const json_t *list = json_object_get(o, "headers");
	*n = json_array_size(list);
	const char **v = WK_ARENA_ARRAY(a, const char *, *n + 1);
	for (size_t i = 0; i < *n; i++)
		v[i] = json_string_value(json_array_get(list, i));
	return v;
}

bool
wk_net_http_read(const json_t *o, struct wk_arena *a, struct wk_net_http *q)
{
	const char *body = text_of(o, "body");
	q->method = text_of(o, "method");
	q->url = text_of(o, "url");
	q->ca_file = text_of(o, "ca_file");
	q->proxy = text_of(o, "proxy");
	q->no_proxy = text_of(o, "no_proxy");
	q->client_cert = text_of(o, "client_cert");
	q->client_key = text_of(o, "client_key");
	q->pinned_key = text_of(o, "pinned_key");
	q->is_plain_allowed = json_is_true(json_object_get(o, "plain"));
	q->timeout_s = number_of(o, "timeout_s");
	q->limit = number_of(o, "limit");
	q->headers = read_headers(o, a, &q->header_count);
	return body == NULL || wk_base64_read(body, &q->body);
}
