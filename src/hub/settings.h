/* SPDX-License-Identifier: MIT */
/* settings: what hub.conf and the options of `serve` say. */
#pragma once

#include "limits.h"
#include "wick/base.h"

enum { SETTINGS_PROXIES = 16 };
struct settings {
	const char *listen, *store, *metrics, *withdrawals, *remote_user; /* [hub] */
	const char *proxies[SETTINGS_PROXIES];
	size_t proxy_count;
	long workers, retain_weeks, token_days;
	long connections, connections_per_address, idle_s, lifetime_s; /* [limits] */
	long push_per_min, push_burst, read_per_min, read_burst, login_per_hour,
	    refused_per_hour;
	bool has_access_log;
	struct wk_arena arena;
};
void settings_init(struct settings *s);
void settings_fini(struct settings *s);
/* The file of withdrawals: beside the database, unless a setting says where. NULL: none;
 * of a store in memory nothing survives, so nothing can come back. */
const char *settings_withdrawals(struct settings *s);
/* A file with [hub] and [limits]. must: it has to be there. */
enum wk_rc settings_load(struct settings *s, const char *path, bool must,
    struct wk_err *err) WK_USE;
/* name as in the file, "hub.listen" */
enum wk_rc settings_set(struct settings *s, const char *section, const char *name,
    const char *value, struct wk_err *err) WK_USE;
/* What only all of them together show. */
enum wk_rc settings_check(const struct settings *s, struct wk_err *err) WK_USE;
bool settings_is_proxy(const struct settings *s, const char *address);
void settings_rules(const struct settings *s, struct limit_rule rules[LIMIT_COUNT]);
/* "127.0.0.1:8787", "[::1]:8787" */
enum wk_rc settings_address(const char *text, char host[46], int *port,
    struct wk_err *err) WK_USE;
