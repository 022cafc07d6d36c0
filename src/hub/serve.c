/* SPDX-License-Identifier: MIT */
/* `wick-hub serve`: options, signals, and what the service manager is told. */
#include "serve.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "cmd.h"

static const char usage[] =
    "usage: wick-hub serve [--config FILE] [--listen ADDRESS:PORT] [--store DSN]\n"
    "                      [--set SECTION.NAME=VALUE]...\n"
    "\n"
    "Answers until SIGTERM. Settings are in /etc/wick/hub.conf; options come after it.\n"
    "ADDRESS:PORT is 127.0.0.1:8787 without one; port 0 takes one that is free. DSN is\n"
    "sqlite:/path, postgres://... or memory: . See wick-hub(8).\n";

static const char default_config[] = "/etc/wick/hub.conf";

struct options {
	const char *config;
	const char *set[64]; /* "hub.listen=..." */
	size_t count;
	struct wk_arena arena;
};

/* An option that stands for a setting; NULL: none. */
static const char *
setting_of(const char *option)
{
	static const struct {
		const char *option, *setting;
	} names[] = {
		{ "--listen", "hub.listen" },
		{ "--store", "hub.store" },
		{ "--metrics", "hub.metrics" },
		{ "--set", "" },
	};

	for (size_t i = 0; i < WK_LEN(names); i++)
		if (strcmp(names[i].option, option) == 0)
			return names[i].setting;
	return NULL;
}

static enum wk_rc
parse(int argc, char **argv, struct options *o, struct wk_err *err)
{
	for (int i = 1; i < argc; i++) {
		const char *name = setting_of(argv[i]), *value = argv[i + 1];
		bool is_config = strcmp(argv[i], "--config") == 0;
		if (name == NULL && !is_config)
			return wk_fail(err, WK_ERR_INPUT, "serve: what is \"%.60s\"?",
			    argv[i]);
		if (value == NULL || o->count == WK_LEN(o->set))
			return wk_fail(err, WK_ERR_INPUT, "%.60s wants a value",
			    argv[i]);
		if (is_config)
			o->config = value;
		else
			o->set[o->count++] = wk_arena_printf(&o->arena, "%s%s%s", name,
			    *name == '\0' ? "" : "=", value);
		i++;
	}
	return WK_OK;
}

static enum wk_rc
apply(const char *set, struct settings *s, struct wk_err *err)
{
	size_t dot = strcspn(set, ".="), equals = strcspn(set, "=");

	if (set[dot] != '.' || set[equals] != '=')
		return wk_fail(err, WK_ERR_INPUT,
		    "--set wants SECTION.NAME=VALUE, not \"%.60s\"", set);
	return settings_set(s, wk_arena_strndup(&s->arena, set, dot),
	    wk_arena_strndup(&s->arena, set + dot + 1, equals - dot - 1),
	    set + equals + 1, err);
}

static enum wk_rc
load(const struct options *o, struct settings *s, struct wk_err *err)
{
	enum wk_rc rc = settings_load(s, o->config == NULL ? default_config : o->config,
	    o->config != NULL, err);

	for (size_t i = 0; rc == WK_OK && i < o->count; i++)
		rc = apply(o->set[i], s, err);
	return rc == WK_OK ? settings_check(s, err) : rc;
}

/* Tokens and weeks are not to be found in a core file or by another process. Signals are
 * blocked before there are threads: main alone waits for them. */
static void
harden(sigset_t *set)
{
	struct rlimit none = { 0, 0 };

	(void)umask(077);
	(void)setrlimit(RLIMIT_CORE, &none);
	(void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
	(void)signal(SIGPIPE, SIG_IGN);
	(void)signal(SIGXFSZ, SIG_IGN);
	(void)sigemptyset(set);
	(void)sigaddset(set, SIGTERM);
	(void)sigaddset(set, SIGINT);
	(void)sigaddset(set, SIGHUP);
	(void)sigprocmask(SIG_BLOCK, set, NULL);
}

/* A listener that finds no descriptor left tries again at once, for ever. */
static enum wk_rc
make_room(long connections, struct wk_err *err)
{
	enum { OWN_FILES = 128 };
	struct rlimit files;
	rlim_t want = (rlim_t)connections + OWN_FILES;

	if (getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur >= want)
		return WK_OK;
	files.rlim_cur = want;
	if (want <= files.rlim_max && setrlimit(RLIMIT_NOFILE, &files) == 0)
		return WK_OK;
	return wk_fail(err, WK_ERR_INPUT, "limits.connections %ld wants %lld open files, "
	    "and %lld is the most that the system gives", connections, (long long)want,
	    (long long)files.rlim_max);
}

static void
reload(struct server *s, const struct options *o)
{
	struct settings fresh;
	struct wk_err err = { 0 };

	settings_init(&fresh);
	if (load(o, &fresh, &err) == WK_OK)
		server_limits(s, &fresh);
	else
		(void)fprintf(stderr, "wick-hub: %s; the limits stay\n", err.msg);
	settings_fini(&fresh);
}

static enum wk_rc
wait_for_end(struct server *s, const struct options *o, const sigset_t *set,
    struct wk_err *err)
{
	static const struct timespec second = { 1, 0 };
	int64_t every_ms = notify_watchdog_ms(), last_ms = 0;

	for (;;) {
		int sig = sigtimedwait(set, NULL, &second);
		if (sig == SIGTERM || sig == SIGINT)
			return WK_OK;
		if (sig == SIGHUP)
			reload(s, o);
		if (s->hub.is_broken)
			return wk_fail(err, WK_ERR_STORE, "the store takes no writes");
		server_tick(s);
		if (every_ms > 0 && wk_clock_mono_ms() - last_ms >= every_ms - 1000) {
			last_ms = wk_clock_mono_ms();
			notify_send("WATCHDOG=1");
		}
	}
}

static enum wk_rc
run(struct server *s, const struct options *o, const sigset_t *set, struct wk_err *err)
{
	char host[46];
	int port;
	enum wk_rc rc = server_start(s, err);

	if (rc == WK_OK) {
		(void)!settings_address(s->settings.listen, host, &port, err);
		const char *open = strchr(host, ':') ? "[" : "";
		const char *end = *open == '\0' ? "" : "]";
		if (s->prepare != NULL)
			(void)printf("open     http://%s%s%s:%d/login in a browser and "
			    "paste a token there\n", open, host, end, server_port(s));
		(void)printf("listening on %s%s%s:%d\n", open, host, end, server_port(s));
		(void)fflush(stdout);
		notify_send("READY=1");
		rc = wait_for_end(s, o, set, err);
		notify_send("STOPPING=1");
	}
	server_stop(s);
	return rc;
}

int
hub_cmd_serve(int argc, char **argv)
{
	return serve_main(argc, argv, NULL);
}

int
serve_main(int argc, char **argv, serve_prepare *prepare)
{
	struct server *s = wk_mem_alloc(sizeof(*s));
	struct options o = { 0 };
	struct wk_err err = { 0 };
	sigset_t set;
	enum wk_rc rc;

	if (argc > 1 && strcmp(argv[1], "--help") == 0) {
		(void)fputs(usage, stdout);
		wk_mem_free(s);
		return 0;
	}
	wk_arena_init(&o.arena);
	settings_init(&s->settings);
	s->prepare = prepare;
	harden(&set);
	rc = parse(argc, argv, &o, &err);
	if (rc == WK_OK)
		rc = load(&o, &s->settings, &err);
	if (rc == WK_OK)
		rc = make_room(s->settings.connections, &err);
	if (rc == WK_OK)
		rc = run(s, &o, &set, &err);
	if (rc != WK_OK)
		(void)fprintf(stderr, "wick-hub: %s\n", err.msg);
	settings_fini(&s->settings);
	wk_arena_fini(&o.arena);
	wk_mem_free(s);
	return (int)rc;
}
