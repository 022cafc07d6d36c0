/* SPDX-License-Identifier: MIT */
/* The one file that knows zlib. Sizes in the headers are believed only to pass over what
 * is not wanted; what is inflated is bounded by its own growth. */
#define ZLIB_CONST
#include <zlib.h>

#include "zip.h"

#define SWELL_FREE ((int64_t)16 << 20)
enum { BLOCK = 65536, HEADER = 30, NAME_MAX_BYTES = 4096, SWELL_MAX = 200, STORED = 0,
    DEFLATED = 8, IS_ENCRYPTED = 1, HAS_DESCRIPTOR = 8, MEMBERS_MAX = 100000 };
#define LOCAL 0x04034b50u
#define CENTRAL 0x02014b50u             /* behind the last member */
#define DESCRIPTOR 0x08074b50u

static const struct member {
	const char *format;
	const char *mark;               /* some member's name has it: it is such a zip */
	const char *path, *end, *not_end;       /* of what is wanted; NULL */
	bool many;
} members[] = {
	{ "apple-health", "apple_health_export/", "apple_health_export/", ".xml",
	    "export_cda.xml", false },
	{ "fitbit", "Global Export Data/", "Global Export Data/sleep-", ".json", NULL,
	    true },
	{ "google-fit", "Fit/All Sessions/", "Fit/All Sessions/", "_SLEEP.json", NULL,
	    true },
	{ "garmin", "DI-Connect-Wellness/", "DI-Connect-Wellness/", "_sleepData.json",
	    NULL, true },
	{ "sleep-as-android", "sleep-export.csv", "sleep-export", ".csv", NULL, false },
	{ "csv", "physiological_cycles.csv", "sleeps", ".csv", NULL, false },
	{ "health-connect", "health_connect_export", "health_connect_export", ".db", NULL,
	    false },
};

struct wk_zip {
	struct wk_port *port;
	const struct member *want;
	size_t (*raw)(struct wk_port *port, char *block, size_t n);
	char in[BLOCK];
	size_t at, len;                 /* of in: what is not used yet */
	z_stream inflate;
	bool is_open, has_found, is_over;
	uint32_t flags, method, crc, crc_said;
	int64_t left;                   /* of a stored member */
	int64_t packed, unpacked;       /* in all, of what is wanted */
	long members;
};

bool
wk_zip_is(const char *p, size_t n)
{
	return n >= 4 && memcmp(p, "PK\3\4", 4) == 0;
}

static bool
has(const char *name, size_t n, const char *part)
{
	return part != NULL && memmem(name, n, part, strlen(part)) != NULL;
}

static bool
ends(const char *name, size_t n, const char *end)
{
	size_t len = end == NULL ? 0 : strlen(end);
	return len > 0 && n >= len && memcmp(name + n - len, end, len) == 0;
}

static bool
is_wanted(const struct wk_zip *z, const char *name, size_t n)
{
	return (z->want->many || !z->has_found) && has(name, n, z->want->path) &&
	    ends(name, n, z->want->end) && !ends(name, n, z->want->not_end);
}

static uint32_t
get(const unsigned char *p, size_t bytes)
{
	uint32_t v = 0;
	for (size_t i = 0; i < bytes; i++)
		v |= (uint32_t)p[i] << (8 * i);
	return v;
}

void
wk_zip_detect(const char *p, size_t n, struct wk_buf *out)
{
	for (size_t i = 0; i < WK_LEN(members); i++) {
		const char *at = p, *end = p + n;
		bool is_it = false;
		while (!is_it && (at = memmem(at, (size_t)(end - at), "PK\3\4", 4)) !=
		    NULL && end - at > HEADER) {
			size_t len = get((const unsigned char *)at + 26, 2);
			len = WK_MIN(len, (size_t)(end - at) - HEADER);
			is_it = has(at + HEADER, len, members[i].mark);
			at += 4;
		}
		if (is_it) {
			wk_buf_adds(out, members[i].format);
			wk_buf_addc(out, '\n');
		}
	}
}

struct wk_zip *
wk_zip_open(struct wk_port *port, const char *format,
    size_t (*raw)(struct wk_port *port, char *block, size_t n))
{
	for (size_t i = 0; i < WK_LEN(members); i++)
		if (strcmp(format, members[i].format) == 0) {
			struct wk_zip *z = wk_mem_alloc(sizeof(*z));
			z->port = port;
			z->want = &members[i];
			z->raw = raw;
			return z;
		}
	wk_port_error(port, 1, "it is a zip, and nothing that %s reads comes in one",
	    format);
	return NULL;
}

void
wk_zip_close(struct wk_zip *z)
{
	if (z != NULL)
		(void)inflateEnd(&z->inflate);
	wk_mem_free(z);
}

static size_t
fail(struct wk_zip *z, const char *why)
{
	wk_port_error(z->port, 0, "the zip %s", why);
	z->is_over = true;
	return 0;
}

/* At least one byte in z->in; false: the input ends. */
static bool
fill(struct wk_zip *z)
{
	if (z->at == z->len) {
		z->at = 0;
		z->len = z->raw(z->port, z->in, sizeof(z->in));
	}
	return z->at < z->len;
}

static bool
take(struct wk_zip *z, void *out, size_t n)
{
	for (size_t got = 0; got < n;) {
		if (!fill(z))
			return false;
		size_t k = WK_MIN(n - got, z->len - z->at);
		memcpy((char *)out + got, z->in + z->at, k);
		z->at += k;
		got += k;
	}
	return true;
}

static bool
pass_over(struct wk_zip *z, int64_t n)
{
	while (n > 0) {
		if (!fill(z))
			return false;
		size_t k = (size_t)WK_MIN(n, (int64_t)(z->len - z->at));
		z->at += k;
		n -= (int64_t)k;
	}
	return true;
}

/* The next bytes, which stay; false: there are not so many. */
static bool
peek(struct wk_zip *z, unsigned char *out, size_t n)
{
	if (z->len - z->at < n) {
		memmove(z->in, z->in + z->at, z->len - z->at);
		z->len -= z->at;
		z->at = 0;
		while (z->len < n) {
			size_t got = z->raw(z->port, z->in + z->len,
			    sizeof(z->in) - z->len);
			if (got == 0)
				return false;
			z->len += got;
		}
	}
	memcpy(out, z->in + z->at, n);
	return true;
}

/* Behind a member: checksum and sizes, of 4 or of 8 bytes, with a signature or without;
 * what fits is what is followed by the next header. */
static bool
pass_descriptor(struct wk_zip *z, uint32_t *crc)
{
	unsigned char d[28] = { 0 };
	size_t n = sizeof(d), i;
	static const size_t lengths[] = { 16, 24, 12, 20 };
	while (n > 12 && !peek(z, d, n))
		n--;
	bool has_mark = n >= 4 && get(d, 4) == DESCRIPTOR;
	for (i = 0; i < WK_LEN(lengths); i++)
		if (lengths[i] + 4 <= n && has_mark == (i < 2) &&
		    get(d + lengths[i], 2) == 0x4b50)
			break;
	if (i == WK_LEN(lengths))
		return false;
	*crc = get(d + (has_mark ? 4 : 0), 4);
	return pass_over(z, (int64_t)lengths[i]);
}

/* The length that the header says, or its 64-bit extra field; negative: no length. */
static int64_t
packed_length(const unsigned char *h, const unsigned char *extra, size_t n)
{
	int64_t length = get(h + 18, 4);
	for (size_t at = 0; length == 0xffffffff && at + 4 <= n;) {
		size_t len = get(extra + at + 2, 2);
		if (get(extra + at, 2) == 1 && len >= 16 && at + 20 <= n)
			return (int64_t)(get(extra + at + 12, 4) |
			    (uint64_t)get(extra + at + 16, 4) << 32);
		at += 4 + len;
	}
	return length;
}

static voidpf
z_alloc(voidpf ctx, uInt n, uInt size)
{
	(void)ctx;
	return wk_mem_alloc((size_t)n * size);
}

static void
z_free(voidpf ctx, voidpf p)
{
	(void)ctx;
	wk_mem_free(p);
}

static void
begin_member(struct wk_zip *z)
{
	(void)inflateEnd(&z->inflate);
	z->inflate = (z_stream){ .zalloc = z_alloc, .zfree = z_free };
	if (inflateInit2(&z->inflate, -MAX_WBITS) != Z_OK)
		wk_mem_die();
	z->is_open = true;
	z->crc = (uint32_t)crc32(0, NULL, 0);
}

/* Up to n bytes of the member in hand; 0 with is_open false: it has ended. */
static size_t
read_deflated(struct wk_zip *z, char *block, size_t n)
{
	z->inflate.next_out = (Bytef *)block;
	z->inflate.avail_out = (uInt)n;
	while (z->inflate.avail_out == n) {
		if (!fill(z))
			return fail(z, "ends in the middle");
		size_t before = z->len - z->at;
		z->inflate.next_in = (const Bytef *)z->in + z->at;
		z->inflate.avail_in = (uInt)before;
		int rc = inflate(&z->inflate, Z_NO_FLUSH);
		z->at += before - z->inflate.avail_in;
		z->packed += (int64_t)(before - z->inflate.avail_in);
		if (rc == Z_STREAM_END) {
			z->is_open = false;
			break;
		}
		if (rc != Z_OK && rc != Z_BUF_ERROR)
			return fail(z, "is damaged");
	}
	return n - z->inflate.avail_out;
}

static size_t
read_stored(struct wk_zip *z, char *block, size_t n)
{
	n = (size_t)WK_MIN((int64_t)n, z->left);
	if (n > 0 && !fill(z))
		return fail(z, "ends in the middle");
	n = WK_MIN(n, z->len - z->at);
	memcpy(block, z->in + z->at, n);
	z->at += n;
	z->left -= (int64_t)n;
	z->packed += (int64_t)n;
	z->is_open = z->left > 0;
	return n;
}

static size_t
read_member(struct wk_zip *z, char *block, size_t n, bool counts)
{
	size_t got = z->method == STORED ? read_stored(z, block, n) :
	    read_deflated(z, block, n);
	z->crc = (uint32_t)crc32(z->crc, (const Bytef *)block, (uInt)got);
	z->unpacked += (int64_t)got;
	if (z->unpacked > SWELL_FREE && z->unpacked / SWELL_MAX > z->packed)
		return fail(z, "swells to more than 200 times its size");
	if (!z->is_open && !z->is_over) {
		if ((z->flags & HAS_DESCRIPTOR) && !pass_descriptor(z, &z->crc_said))
			(void)fail(z, "ends in the middle");    /* what is read counts */
		else if (counts && z->crc != z->crc_said)
			return fail(z, "is damaged: a checksum is wrong");
	}
	return got;
}

/* A member that is not wanted. */
static bool
skip_member(struct wk_zip *z, int64_t length)
{
	char *waste;
	if (!(z->flags & HAS_DESCRIPTOR))
		return pass_over(z, length);
	if (z->method != DEFLATED) {
		(void)fail(z, "has a member whose length it does not say");
		return false;
	}
	waste = wk_mem_alloc(BLOCK);
	begin_member(z);
	while (z->is_open && !z->is_over)
		(void)read_member(z, waste, BLOCK, false);
	wk_mem_free(waste);
	return !z->is_over;
}

/* On to the next member that is wanted; false: there is none. */
static bool
next_member(struct wk_zip *z)
{
	unsigned char h[HEADER], *rest;
	while (!z->is_over && peek(z, h, HEADER) && get(h, 4) == LOCAL) {
		size_t name = get(h + 26, 2), extra = get(h + 28, 2);
		bool ok = pass_over(z, HEADER);
		if (z->members++ == MEMBERS_MAX)
			return fail(z, "has more than 100000 members") > 0;
		rest = wk_mem_alloc(name + extra + 1);
		ok = ok && take(z, rest, name + extra);
		bool is_it = ok && name <= NAME_MAX_BYTES &&
		    is_wanted(z, (const char *)rest, name);
		int64_t length = packed_length(h, rest + name, extra);
		wk_mem_free(rest);
		z->flags = get(h + 6, 2);
		z->method = get(h + 8, 2);
		z->crc_said = get(h + 14, 4);
		z->left = length;
		ok = ok && length >= 0;
		if (ok && !is_it && skip_member(z, length))
			continue;
		if (!ok || !is_it) {
			if (!z->is_over)
				(void)fail(z, "ends in the middle");
			return false;
		}
		z->has_found = true;
		if ((z->flags & IS_ENCRYPTED) || (z->method != STORED &&
		    z->method != DEFLATED) || (z->method == STORED &&
		    (z->flags & HAS_DESCRIPTOR)))
			return fail(z, z->flags & IS_ENCRYPTED ? "is encrypted" :
			    "is packed in a way that is not known") > 0;
		begin_member(z);
		return true;
	}
	if (!z->is_over && (!peek(z, h, 4) || get(h, 4) != CENTRAL))
		(void)fail(z, "ends in the middle");
	return false;
}

size_t
wk_zip_read(struct wk_zip *z, char *block, size_t n)
{
	for (;;) {
		if (z->is_open && !z->is_over) {
			size_t got = read_member(z, block, n, true);
			if (got > 0)
				return got;
			continue;
		}
		if (z->is_over || (z->has_found && !z->want->many) || !next_member(z))
			break;
	}
	if (!z->has_found && !z->is_over)
		(void)fail(z, "has nothing in it that this format reads");
	return 0;
}
