/* SPDX-License-Identifier: MIT */
/* An importer on foreign bytes. Whatever they are, the lines it writes are lines that the
 * store takes: what the store would refuse the importer has to refuse, for it alone knows
 * the line of the source. */
#pragma once

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"
#include "port/port.h"
#include "wick/store.h"

static inline struct wk_store *
fuzz_store(void)
{
	static struct wk_store *store;
	struct wk_fold_rules rules;
	if (store != NULL)
		return store;
	wk_fold_rules_defaults(&rules);
	enum wk_rc rc = wk_store_open(":memory:", WK_STORE_CREATE, &rules, &store, NULL);
	FUZZ_CHECK(rc == WK_OK);
	return store;
}

static inline void
fuzz_take_line(const char *p, size_t n)
{
	struct wk_arena a;
	struct wk_line line;
	struct wk_err err = { 0 };
	wk_arena_init(&a);
	enum wk_rc rc = wk_store_line_parse(fuzz_store(), p, n, fuzz_zone(), &a, &line,
	    &err);
	if (rc != WK_OK)
		(void)fprintf(stderr, "%s: %.*s\n", err.msg, (int)WK_MIN(n, (size_t)400),
		    p);
	FUZZ_CHECK(rc == WK_OK);
	wk_arena_fini(&a);
}

/* All that was written to fd, line by line. */
static inline void
fuzz_take_output(int fd)
{
	off_t size = lseek(fd, 0, SEEK_END);
	FUZZ_CHECK(size >= 0);
	if (size == 0)
		return;
	char *all = mmap(NULL, (size_t)size, PROT_READ, MAP_PRIVATE, fd, 0);
	FUZZ_CHECK(all != MAP_FAILED);
	for (char *p = all, *end = all + size; p < end;) {
		char *nl = memchr(p, '\n', (size_t)(end - p));
		FUZZ_CHECK(nl != NULL);
		fuzz_take_line(p, (size_t)(nl - p));
		p = nl + 1;
	}
	(void)munmap(all, (size_t)size);
}

static inline void
fuzz_import(void (*run)(struct wk_port *port), const char *map, const uint8_t *data,
    size_t size)
{
	static int fd = -1;
	struct wk_port port;
	if (fd < 0)
		fd = memfd_create("lines", MFD_CLOEXEC);
	FUZZ_CHECK(fd >= 0 && ftruncate(fd, 0) == 0 && lseek(fd, 0, SEEK_SET) == 0);
	wk_port_init(&port, (const char *)data, size, fd);
	port.zone = fuzz_zone();
	port.map = map;
	run(&port);
	wk_port_flush(&port);
	FUZZ_CHECK(!port.is_broken);
	wk_port_fini(&port);
	fuzz_take_output(fd);
}
