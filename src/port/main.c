/* SPDX-License-Identifier: MIT */
/* wick-port FORMAT [--tz ZONE] [--map SPEC] [--no-sandbox] | detect: a foreign format on
 * standard input, JSON Lines on standard output. wick runs it; people need not.
 * Exit: 0 the input was read (what was wrong in it stands in error lines), 1 the machine
 * failed, 2 wrong arguments, 3 to 5 there is no Landlock (3), no seccomp (4), neither
 * (5) to lock itself in with, and no --no-sandbox to go on all the same. */
#include <errno.h>
#include <unistd.h>

#include "port.h"

struct args {
	const char *format, *tz, *map;
	bool no_sandbox;
};

/* HEAD: enough to tell formats apart; NO_WALL and the bits missing: an exit status. */
enum { HEAD = 65536, NO_WALL = 2 };

static const char usage[] =
    "usage: wick-port FORMAT | detect [--tz ZONE] [--map SPEC] [--no-sandbox]\n";

static bool
read_args(int argc, char **argv, struct args *a)
{
	*a = (struct args){ 0 };
	if (argc < 2 || argv[1][0] == '-')
		return false;
	a->format = argv[1];
	for (int i = 2; i < argc; i += 2) {
		if (strcmp(argv[i], "--no-sandbox") == 0) {
			a->no_sandbox = true;
			i--;
			continue;
		}
		const char **out = strcmp(argv[i], "--tz") == 0 ? &a->tz :
		    strcmp(argv[i], "--map") == 0 ? &a->map : NULL;
		if (out == NULL || i + 1 == argc)
			return false;
		*out = argv[i + 1];
	}
	return true;
}

static bool
is_known(const char *format)
{
	return strcmp(format, "detect") == 0 || wk_port_find(format, "", 0) != NULL;
}

/* Standard input until there are max bytes; *more: perhaps there are more than those. */
static bool
read_input(struct wk_buf *in, size_t max, bool *more)
{
	char block[65536];
	*more = true;
	while (in->len < max) {
		ssize_t n = read(0, block, WK_MIN(sizeof(block), max - in->len));
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			*more = false;
			return n == 0;
		}
		wk_buf_add(in, block, (size_t)n);
	}
	return true;
}

static int
detect(void)
{
	struct wk_buf in, out;
	bool more;
	wk_buf_init(&in);
	wk_buf_init(&out);
	bool ok = read_input(&in, HEAD, &more);
	wk_port_detect_put(in.p, in.len, &out);
	ok = ok && wk_file_write_all(1, out.p, out.len, NULL) == WK_OK;
	wk_buf_fini(&in);
	wk_buf_fini(&out);
	return ok ? WK_OK : WK_ERR_FAIL;
}

/* The first bytes tell whether the importer wants the rest at once or takes it itself. */
static bool
read_as_wanted(struct wk_buf *in, const char *format, bool *more, bool *streams)
{
	bool ok = read_input(in, HEAD, more);
	const struct wk_port_importer *imp = wk_port_find(format, in->p, in->len);
	*streams = imp != NULL && imp->streams;
	if (ok && *more && !*streams)
		ok = read_input(in, wk_port_input_max(format) + 1, more);
	return ok;
}

struct input {
	struct wk_buf in;
	bool ok, more, streams;
};

/* Behind the walls, unless the format needs files that only the input names. */
static void
read_all(struct input *in, const struct args *a, const struct wk_zone *zone,
    struct wk_port *port)
{
	wk_buf_init(&in->in);
	in->ok = read_as_wanted(&in->in, a->format, &in->more, &in->streams);
	wk_port_init(port, in->in.p, in->in.len, 1);
	port->zone = zone;
	port->map = a->map;
	port->from = in->streams && in->more ? 0 : -1;
}

static int
convert(struct input *in, struct wk_port *port, const char *format)
{
	bool ok = in->ok;
	if (ok && in->more && !in->streams) {
		wk_port_error(port, 1, "the file is larger than %zu MiB",
		    wk_port_input_max(format) >> 20);
		wk_port_flush(port);
	} else if (ok)
		(void)wk_port_run(port, format);
	ok = ok && !port->is_broken;
	wk_port_fini(port);
	wk_buf_fini(&in->in);
	return ok ? WK_OK : WK_ERR_FAIL;
}

static int
run(const struct args *a, const struct wk_zone *zone, struct wk_arena *arena)
{
	struct input in;
	struct wk_port port;
	bool is_early = wk_port_prepare(NULL, a->format, NULL);
	if (is_early) {
		read_all(&in, a, zone, &port);
		(void)wk_port_prepare(&port, a->format, arena);
	}
	unsigned missing = wk_port_sandbox();
	if (missing != 0 && !a->no_sandbox)
		return NO_WALL + (int)missing;
	if (strcmp(a->format, "detect") == 0)
		return detect();
	if (!is_early)
		read_all(&in, a, zone, &port);
	return convert(&in, &port, a->format);
}

int
main(int argc, char **argv)
{
	struct args a;
	struct wk_arena arena;
	struct wk_err err;
	const struct wk_zone *zone;
	if (!read_args(argc, argv, &a) || !is_known(a.format)) {
		(void)fputs(usage, stderr);
		return WK_ERR_INPUT;
	}
	wk_arena_init(&arena);
	if (wk_zone_load(a.tz, &arena, &zone, &err) != WK_OK) {
		(void)fprintf(stderr, "wick-port: %s\n", err.msg);
		wk_arena_fini(&arena);
		return (int)err.rc;
	}
	int rc = run(&a, zone, &arena);
	wk_arena_fini(&arena);
	return rc;
}
