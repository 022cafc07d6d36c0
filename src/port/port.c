/* SPDX-License-Identifier: MIT */
/* The table of importers: a format is one file and one row. */
#include <errno.h>
#include <unistd.h>

#include "zip.h"

enum { BLOCK = 65536 };

static const struct wk_port_importer importers[] = {
	{ "timewarrior", wk_port_detect_timew_json, wk_port_timew_json, false },
	{ "timewarrior", wk_port_detect_timew_data, wk_port_timew_data, false },
	{ "git", wk_port_detect_git, wk_port_git, false },
	{ "org", wk_port_detect_org, wk_port_org, false },
	{ "timeclock", wk_port_detect_timeclock, wk_port_timeclock, false },
	{ "klog", wk_port_detect_klog, wk_port_klog, false },
	{ "gtimelog", wk_port_detect_gtimelog, wk_port_gtimelog, false },
	{ "pagerduty", wk_port_detect_pagerduty, wk_port_pagerduty, true },
	{ "apple-health", wk_port_detect_apple, wk_port_apple, true },
	{ "health-connect", wk_port_detect_health_connect, wk_port_health_connect,
	    false },
	{ "gadgetbridge", wk_port_detect_gadgetbridge, wk_port_gadgetbridge, false },
	{ "hamster", wk_port_detect_hamster_xml, wk_port_hamster_xml, false },
	{ "hamster", wk_port_detect_hamster, wk_port_hamster, false },
	{ "ics", wk_port_detect_ics, wk_port_ics, false },
	{ "activitywatch", wk_port_detect_activitywatch, wk_port_activitywatch, true },
	{ "wakatime", wk_port_detect_wakatime, wk_port_wakatime, true },
	{ "taskwarrior", wk_port_detect_taskwarrior, wk_port_taskwarrior, true },
	{ "sleep-as-android", wk_port_detect_saa, wk_port_saa, false },
#define X(word, name) { name, wk_port_detect_##word, wk_port_##word, true },
	WK_PORT_ROWS(X)
#undef X
	{ "csv", wk_port_detect_stages, wk_port_stages, false },
	{ "csv", wk_port_detect_csv, wk_port_csv, false },
};

static const struct {
	const char *name;
	void (*run)(struct wk_port *port, struct wk_arena *a);
} prepares[] = {
	{ "ics", wk_port_ics_prepare },
	{ "health-connect", wk_port_lite_prepare },
	{ "gadgetbridge", wk_port_lite_prepare },
	{ "hamster", wk_port_lite_prepare },
	{ "apple-health", wk_port_apple_prepare },
};

bool
wk_port_prepare(struct wk_port *port, const char *name, struct wk_arena *a)
{
	for (size_t i = 0; i < WK_LEN(prepares); i++)
		if (strcmp(prepares[i].name, name) == 0) {
			if (port != NULL)
				prepares[i].run(port, a);
			return true;
		}
	return false;
}

size_t
wk_port_input_max(const char *name)
{
	for (size_t i = 0; i < WK_LEN(prepares); i++)
		if (strcmp(prepares[i].name, name) == 0 &&
		    prepares[i].run == wk_port_lite_prepare)
			return WK_PORT_DATABASE_MAX;
	return WK_PORT_TEXT_MAX;
}

const struct wk_port_importer *
wk_port_importers(size_t *n)
{
	*n = WK_LEN(importers);
	return importers;
}

const struct wk_port_importer *
wk_port_find(const char *name, const char *p, size_t n)
{
	const struct wk_port_importer *last = NULL;
	for (size_t i = 0; i < WK_LEN(importers); i++) {
		if (strcmp(importers[i].name, name) != 0)
			continue;
		last = &importers[i];
		if (last->detect(p, n))
			return last;
	}
	return last;
}

void
wk_port_init(struct wk_port *port, const char *p, size_t n, int fd)
{
	*port = (struct wk_port){ .p = p, .n = n, .fd = fd, .from = -1 };
	wk_buf_init(&port->out);
}

void
wk_port_fini(struct wk_port *port)
{
	wk_buf_fini(&port->out);
	wk_mem_free(port->zones);
}

/* The first bytes, then the rest from where it comes. */
static size_t
read_raw(struct wk_port *port, char *block, size_t n)
{
	ssize_t got = (ssize_t)WK_MIN(n, port->n - port->taken);
	memcpy(block, port->p + port->taken, (size_t)got);
	port->taken += (size_t)got;
	while (got == 0 && n > 0 && port->from >= 0) {
		got = read(port->from, block, n);
		if (got == 0)
			port->from = -1;
		else if (got < 0 && errno != EINTR) {
			port->is_broken = true;
			return 0;
		}
		got = WK_MAX(got, (ssize_t)0);
	}
	return (size_t)got;
}

size_t
wk_port_read(struct wk_port *port, char *block, size_t n)
{
	size_t got = port->zip != NULL ? wk_zip_read(port->zip, block, n) :
	    read_raw(port, block, n);
	port->streamed += (int64_t)got;
	if (port->streamed <= WK_PORT_STREAM_MAX)
		return got;
	wk_port_error(port, 1, "the file is larger than 8 GiB");
	port->from = -1;
	port->taken = port->n;
	return 0;
}

/* What is in a zip, for importers that want all at once. */
static bool
unpack(struct wk_port *port, const char *name, struct wk_buf *out)
{
	size_t max = wk_port_input_max(name);
	WK_AUTOFREE char *block = wk_mem_alloc(BLOCK);
	size_t n;
	while ((n = wk_port_read(port, block, BLOCK)) > 0) {
		if (out->len + n > max) {
			wk_port_error(port, 1, "what is in the zip is larger than "
			    "%zu MiB", max >> 20);
			return false;
		}
		wk_buf_add(out, block, n);
	}
	port->p = out->p;
	port->n = port->taken = out->len;
	return out->len > 0;
}

/* The input as UTF-8 without a byte order mark; wide keeps what had to be converted. */
static void
use_utf8(struct wk_port *port, struct wk_buf *wide)
{
	if (wk_port_from_utf16(port->p, port->n, wide)) {
		port->p = wide->p;
		port->n = wide->len;
	} else if (port->n >= 3 && memcmp(port->p, "\xef\xbb\xbf", 3) == 0) {
		port->p += 3;
		port->n -= 3;
	}
}

/* False: there is nothing to read, and an error line says why. */
static bool
open_zip(struct wk_port *port, const struct wk_port_importer *imp, struct wk_buf *all)
{
	port->zip = wk_zip_open(port, imp->name, read_raw);
	return port->zip != NULL && (imp->streams || unpack(port, imp->name, all));
}

bool
wk_port_run(struct wk_port *port, const char *name)
{
	struct wk_buf wide, all;
	wk_buf_init(&wide);
	wk_buf_init(&all);
	const struct wk_port_importer *imp = wk_port_find(name, port->p, port->n);
	bool ok = imp == NULL || !wk_zip_is(port->p, port->n) ||
	    open_zip(port, imp, &all);
	/* a stream's parser knows encodings itself: here is only its beginning */
	if (imp != NULL && !imp->streams && ok) {
		use_utf8(port, &wide);
		imp = wk_port_find(name, port->p, port->n);
	}
	if (imp != NULL && ok)
		imp->run(port);
	if (port->saw_cp1252)
		wk_port_note(port, "the text is not UTF-8: read as Windows-1252");
	wk_port_flush(port);
	wk_zip_close(port->zip);
	port->zip = NULL;
	wk_buf_fini(&wide);
	wk_buf_fini(&all);
	return imp != NULL;
}
