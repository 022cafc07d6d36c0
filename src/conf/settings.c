/* SPDX-License-Identifier: MIT */
/* The settings: what there is, what each may be, and how it is written. A setting is a
 * row; those of [model] come from core's own table. */
#include "internal.h"

#define AT(member) offsetof(struct wk_conf, member)

/* For a span, max is the latest end in minutes after the midnight before its start: 1440
 * forbids to cross midnight, 2880 allows it. */
static const struct wk_setting rows[] = {
	{"work.contract", WK_SET_CONTRACT, AT(model.contract_h), "8 8 8 8 8 0 0", 0, 24,
	    NULL, "h", "agreed hours, Monday to Sunday; or one length for a week "
	    "of five days: 40h"},
	{"work.day_start", WK_SET_CLOCK, AT(rules.day_start_min), "04:00", 0, 720, NULL,
	    "", "when a new day begins; work before it belongs to the day before"},
	{"work.business", WK_SET_CLOCK_SPAN, AT(rules.business_from_min), "08:00-18:00",
	    0, 1440, NULL, "", "business hours, Monday to Friday: pages in "
	    "them weigh least"},
	{"work.night", WK_SET_CLOCK_SPAN, AT(rules.night_from_min), "22:00-08:00", 0,
	    2880, NULL, "", "when people sleep: pages in it weigh more"},
	{"work.rest_floor_h", WK_SET_NUMBER, AT(rules.rest_floor_h), "11", 0, 24, NULL,
	    "h", "shortest rest between two working days; less counts as short"},
	{"work.storm_min", WK_SET_NUMBER, AT(rules.storm_min), "60", 0, 1440, NULL, "min",
	    "pages nearer than this wake you once; counted from the one that did"},
	{"ui.theme", WK_SET_TEXT, AT(theme), "auto", 0, 0, NULL, "",
	    "auto, or the name of a theme"},
	{"ui.theme.light", WK_SET_TEXT, AT(theme_light), "paper", 0, 0, NULL, "",
	    "what auto takes on a light terminal"},
	{"ui.theme.dark", WK_SET_TEXT, AT(theme_dark), "ember", 0, 0, NULL, "",
	    "what auto takes on a dark terminal"},
	{"ui.color", WK_SET_CHOICE, AT(color), "auto", 0, 0, "auto|always|never", "",
	    "colours: auto asks the terminal and NO_COLOR"},
	{"ui.frame", WK_SET_CHOICE, AT(frame), "auto", 0, 0, "auto|ascii", "",
	    "ascii draws frames and charts without a byte above 0x7F"},
	{"ui.mouse", WK_SET_BOOL, AT(mouse), "no", 0, 0, "yes|no", "",
	    "whether the screens take clicks and the wheel"},
	{"ui.numbers", WK_SET_BOOL, AT(numbers), "yes", 0, 0, "yes|no", "",
	    "whether scores are shown as numbers at the start"},
	{"alerts.act_today", WK_SET_BOOL, AT(burn_on[WK_BURN_TODAY]), "yes", 0, 0,
	    "yes|no", "", "tell of 3 days at 2.8 times what recovery can bear"},
	{"alerts.act_this_week", WK_SET_BOOL, AT(burn_on[WK_BURN_WEEK]), "yes", 0, 0,
	    "yes|no", "", "tell of 7 days at 2.4 times"},
	{"alerts.plan", WK_SET_BOOL, AT(burn_on[WK_BURN_PLAN]), "yes", 0, 0, "yes|no", "",
	    "tell of 28 days at 1.5 times"},
	{"alerts.structural", WK_SET_BOOL, AT(burn_on[WK_BURN_STRUCTURAL]), "yes", 0, 0,
	    "yes|no", "", "tell of 84 days at the very limit"},
	{"alerts.thresholds", WK_SET_LIMITS, AT(limits), "week_hours 55, sleep_chronic 6",
	    0, 10000, NULL, "", "indicators to watch, each with its limit; none: -"},
	{"alerts.silence_d", WK_SET_NUMBER, AT(silence_d), "7", 0, 365, NULL, "days",
	    "tell of so many days without an entry; 0 never"},
	{"alerts.quiet", WK_SET_CLOCK_SPAN, AT(quiet_from_min), "22:00-08:00", 0, 2880,
	    NULL, "", "hours in which wick check is silent"},
	{"mail.server", WK_SET_LINE, AT(mail.server), "-", 0, 0, NULL, "",
	    "smtp://HOST[:PORT] (goes on only with STARTTLS) or smtps://HOST[:PORT]"},
	{"mail.from", WK_SET_LINE, AT(mail.from), "-", 0, 0, NULL, "",
	    "the sender: me@example.org, or Name <me@example.org>"},
	{"mail.user", WK_SET_LINE, AT(mail.user), "-", 0, 0, NULL, "",
	    "the name to log in with; none: no login"},
	{"mail.password_file", WK_SET_LINE, AT(mail.password_file), "-", 0, 0, NULL, "",
	    "a file of mode 0600 with the password in its first line"},
	{"mail.password_command", WK_SET_LINE, AT(mail.password_command), "-", 0, 0, NULL,
	    "", "prints the password; words parted by blanks, no shell"},
	{"mail.ca_file", WK_SET_LINE, AT(mail.ca_file), "-", 0, 0, NULL, "",
	    "certificates to trust in place of the system's"},
	{"mail.timeout_s", WK_SET_NUMBER, AT(mail.timeout_s), "30", 1, 600, NULL, "s",
	    "how long a server may take in all"},
	{"mail.sendmail", WK_SET_LINE, AT(mail.sendmail), "-", 0, 0, NULL, "",
	    "a local program that takes the mail instead, run with -i -t"},
	{"share.token_file", WK_SET_LINE, AT(share.token_file), "-", 0, 0, NULL, "",
	    "a file of mode 0600 with the hub's token; none: beside the store"},
	{"share.token_env", WK_SET_LINE, AT(share.token_env), "-", 0, 0, NULL, "",
	    "the variable that holds the token"},
	{"share.token_command", WK_SET_LINE, AT(share.token_command), "-", 0, 0, NULL, "",
	    "prints the token within 30 s; words parted by blanks, no shell"},
	{"share.ca_file", WK_SET_LINE, AT(share.ca_file), "-", 0, 0, NULL, "",
	    "certificates to trust in place of the system's"},
	{"share.proxy", WK_SET_LINE, AT(share.proxy), "-", 0, 0, NULL, "",
	    "a proxy; none: what the environment says"},
	{"share.no_proxy", WK_SET_LINE, AT(share.no_proxy), "-", 0, 0, NULL, "",
	    "hosts that are asked without it"},
	{"share.client_cert", WK_SET_LINE, AT(share.client_cert), "-", 0, 0, NULL, "",
	    "a certificate to show, PEM"},
	{"share.client_key", WK_SET_LINE, AT(share.client_key), "-", 0, 0, NULL, "",
	    "its key, PEM"},
	{"share.pinned_key", WK_SET_LINE, AT(share.pinned_key), "-", 0, 0, NULL, "",
	    "the only public key to talk to: sha256//BASE64"},
	{"share.allow_http", WK_SET_BOOL, AT(share.allow_http), "no", 0, 0, "yes|no", "",
	    "whether a hub on another machine may be asked without TLS"},
	{"share.timeout_s", WK_SET_NUMBER, AT(share.timeout_s), "30", 1, 600, NULL, "s",
	    "how long one answer may take in all"},
};

static struct wk_setting
model_setting(const struct wk_model_row *row, struct wk_arena *a)
{
	struct wk_buf def;
	wk_buf_init(&def);
	wk_text_put_number(&def, row->def, 9);
	struct wk_setting s = {
		.key = wk_arena_printf(a, "model.%s", row->name),
		.type = WK_SET_NUMBER,
		.offset = AT(model) + row->offset,
		.def = wk_arena_strdup(a, def.p),
		.min = row->min,
		.max = row->max,
		.unit = row->unit,
		.help = row->help,
	};
	wk_buf_fini(&def);
	return s;
}

const struct wk_setting *
wk_settings(struct wk_arena *a, size_t *n)
{
	size_t models;
	const struct wk_model_row *model = wk_model_rows(&models);
	struct wk_setting *all =
	    WK_ARENA_ARRAY(a, struct wk_setting, WK_LEN(rows) + models);
	memcpy(all, rows, sizeof(rows));
	for (size_t i = 0; i < models; i++)
		all[WK_LEN(rows) + i] = model_setting(&model[i], a);
	*n = WK_LEN(rows) + models;
	return all;
}

static bool
find_model(const char *key, struct wk_arena *a, struct wk_setting *out)
{
	size_t n;
	const struct wk_model_row *model = wk_model_rows(&n);
	for (size_t i = 0; i < n; i++) {
		if (strcmp(model[i].name, key) == 0) {
			*out = model_setting(&model[i], a);
			return true;
		}
	}
	return false;
}

bool
setting_find(const char *section, const char *key, struct wk_arena *a,
    struct wk_setting *out)
{
	if (strcmp(section, "model") == 0)
		return find_model(key, a, out);
	size_t n = strlen(section);
	for (size_t i = 0; i < WK_LEN(rows); i++) {
		const char *whole = rows[i].key;
		if (strncmp(whole, section, n) == 0 && whole[n] == '.' &&
		    strcmp(whole + n + 1, key) == 0) {
			*out = rows[i];
			return true;
		}
	}
	return false;
}

struct key_list {
	const struct wk_setting *v;
	size_t n;
};

static const char *
key_at(const void *ctx, size_t i)
{
	const struct key_list *keys = ctx;
	return i < keys->n ? keys->v[i].key : NULL;
}

const char *
setting_nearest(const char *key, struct wk_arena *a)
{
	struct key_list keys;
	keys.v = wk_settings(a, &keys.n);
	for (size_t i = 0; i < keys.n; i++)
		if (strcmp(strchr(keys.v[i].key, '.') + 1, key) == 0)
			return keys.v[i].key;
	return wk_text_nearest(key, key_at, &keys);
}
