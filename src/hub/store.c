/* SPDX-License-Identifier: MIT */
/* Which store a dsn names. */
#include "wick/hub.h"

static const struct {
	const char *prefix;
	const struct wk_hub_store_ops *ops;
} stores[] = {
	{ "memory:", &wk_hub_store_memory },
	{ "sqlite:", &wk_hub_store_sqlite },
	{ "postgres://", &wk_hub_store_pg },
	{ "postgresql://", &wk_hub_store_pg },
};

const struct wk_hub_store_ops *
wk_hub_store_of(const char *dsn, struct wk_err *err)
{
	for (size_t i = 0; i < WK_LEN(stores); i++)
		if (wk_text_starts(dsn, stores[i].prefix))
			return stores[i].ops;
	/* A dsn may hold a password: only what kind it is is told. */
	(void)wk_fail(err, WK_ERR_INPUT, "%.*s: is no store; sqlite:/path, postgres: "
	    "and memory: are", (int)WK_MIN(strcspn(dsn, ":"), (size_t)40), dsn);
	return NULL;
}
