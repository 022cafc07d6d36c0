/* SPDX-License-Identifier: MIT */
/* SHA-256 by libmd: the only file that says sha2.h. */
#include "wick/base.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sha2.h>
#include <unistd.h>

static void
put_hex(const uint8_t raw[SHA256_DIGEST_LENGTH], char hex[65])
{
	static const char digits[] = "0123456789abcdef";
	for (size_t i = 0; i < SHA256_DIGEST_LENGTH; i++) {
		hex[2 * i] = digits[raw[i] >> 4];
		hex[2 * i + 1] = digits[raw[i] & 15];
	}
	hex[64] = 0;
}

static_assert(sizeof(SHA2_CTX) <= sizeof(struct wk_hash), "libmd's state grew");

void
wk_hash_begin(struct wk_hash *h)
{
	SHA256Init((SHA2_CTX *)(void *)h->state);
}

void
wk_hash_add(struct wk_hash *h, const void *p, size_t n)
{
	SHA256Update((SHA2_CTX *)(void *)h->state, p, n);
}

void
wk_hash_end(struct wk_hash *h, char hex[65])
{
	uint8_t raw[SHA256_DIGEST_LENGTH];
	SHA256Final(raw, (SHA2_CTX *)(void *)h->state);
	put_hex(raw, hex);
}

void
wk_hash_sha256(const void *p, size_t n, char hex[65])
{
	struct wk_hash h;
	wk_hash_begin(&h);
	wk_hash_add(&h, p, n);
	wk_hash_end(&h, hex);
}

enum wk_rc
wk_hash_file(const char *path, char hex[65], int64_t *bytes, struct wk_err *err)
{
	uint8_t raw[SHA256_DIGEST_LENGTH], chunk[8192];
	SHA2_CTX ctx;
	ssize_t n;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return wk_fail(err, WK_ERR_INPUT, "%s: %s", path, strerror(errno));
	SHA256Init(&ctx);
	*bytes = 0;
	while ((n = read(fd, chunk, sizeof chunk)) > 0) {
		SHA256Update(&ctx, chunk, (size_t)n);
		*bytes += n;
	}
	int saved = errno;
	close(fd);
	if (n < 0)
		return wk_fail(err, WK_ERR_FAIL, "%s: %s", path, strerror(saved));
	SHA256Final(raw, &ctx);
	put_hex(raw, hex);
	return WK_OK;
}
