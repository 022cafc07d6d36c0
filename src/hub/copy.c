/* SPDX-License-Identifier: MIT */
/* `wick-hub backup` and `wick-hub restore`. A backup may be taken while the hub runs: it
 * only reads. What was taken back since a backup was made is taken back again by restore,
 * and by every start. */
#include <sys/stat.h>

#include "cmd.h"
#include "settings.h"
#include "wick/hub.h"

static const char usage[] =
    "usage: wick-hub backup FILE [--config FILE] [--store DSN]\n"
    "       wick-hub restore FILE [--config FILE] [--store DSN]\n"
    "\n"
    "backup writes a checked copy of a SQLite store, while the hub runs too. restore\n"
    "puts one in its place, keeps what stood there as FILE.before-restore, and takes\n"
    "back again what people took back since. PostgreSQL has pg_dump and pg_restore.\n";

struct copy {
	struct settings settings;
	const char *config, *dsn, *file;
};

static enum wk_rc
parse(struct copy *c, int argc, char **argv, struct wk_err *err)
{
	for (int i = 1; i < argc; i++) {
		bool is_config = strcmp(argv[i], "--config") == 0;
		if (is_config || strcmp(argv[i], "--store") == 0) {
			if (argv[i + 1] == NULL)
				return wk_fail(err, WK_ERR_INPUT, "%s wants a value",
				    argv[i]);
			*(is_config ? &c->config : &c->dsn) = argv[i + 1];
			i++;
		} else if (c->file != NULL || argv[i][0] == '-')
			return wk_fail(err, WK_ERR_INPUT, "%s: what is \"%.40s\"?",
			    argv[0], argv[i]);
		else
			c->file = argv[i];
	}
	return c->file != NULL ? WK_OK : wk_fail(err, WK_ERR_INPUT,
	    "%s wants a file", argv[0]);
}

static enum wk_rc
load(struct copy *c, struct wk_err *err)
{
	enum wk_rc rc = settings_load(&c->settings, c->config == NULL ?
	    "/etc/wick/hub.conf" : c->config, c->config != NULL, err);
	if (rc == WK_OK && c->dsn != NULL)
		rc = settings_set(&c->settings, "hub", "store", c->dsn, err);
	if (rc == WK_OK && !wk_text_starts(c->settings.store, "sqlite:"))
		return wk_fail(err, WK_ERR_INPUT, "only a SQLite store is copied here; "
		    "PostgreSQL has pg_dump and pg_restore");
	return rc;
}

/* Migrates it too, and takes back what is in the file of withdrawals. */
static enum wk_rc
take_back(struct copy *c, struct wk_err *err)
{
	const struct wk_hub_store_ops *ops = &wk_hub_store_sqlite;
	const char *path = settings_withdrawals(&c->settings);
	struct wk_hub_withdrawals *w;
	struct wk_hub_store *store;
	size_t applied = 0;
	enum wk_rc rc = ops->open(c->settings.store, &store, err);
	if (rc != WK_OK)
		return rc;
	if (path != NULL)
		rc = wk_hub_withdrawals_open(path, &w, err);
	if (rc == WK_OK && path != NULL) {
		rc = wk_hub_withdrawals_apply(w, ops, store, &applied, err);
		wk_hub_withdrawals_close(w);
	}
	ops->close(store);
	if (rc == WK_OK)
		(void)printf("restored; %zu withdrawals and changes of consent hold "
		    "again\n", applied);
	return rc;
}

static enum wk_rc
run(struct copy *c, int argc, char **argv, struct wk_err *err)
{
	enum wk_rc rc = parse(c, argc, argv, err);
	if (rc == WK_OK)
		rc = load(c, err);
	if (rc != WK_OK)
		return rc;
	const char *path = c->settings.store + strlen("sqlite:");
	if (strcmp(argv[0], "backup") == 0)
		return wk_hub_sqlite_copy(path, c->file, false, err);
	rc = wk_hub_sqlite_copy(c->file, path, true, err);
	return rc == WK_OK ? take_back(c, err) : rc;
}

int
hub_cmd_copy(int argc, char **argv)
{
	struct copy c = { 0 };
	struct wk_err err = { 0 };
	if (argc > 1 && strcmp(argv[1], "--help") == 0) {
		(void)fputs(usage, stdout);
		return 0;
	}
	(void)umask(077);
	settings_init(&c.settings);
	enum wk_rc rc = run(&c, argc, argv, &err);
	settings_fini(&c.settings);
	if (rc != WK_OK)
		(void)fprintf(stderr, "wick-hub: %s\n", err.msg);
	return (int)rc;
}
