/* SPDX-License-Identifier: MIT */
/* SHA-256 by libmd: the only file that says sha2.h. */
#include "wick/base.h"

#include <assert.h>
#include <sha2.h>

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

void
wk_hash_hmac(const void *key, size_t key_len, const void *p, size_t n, uint8_t out[32])
{
	uint8_t inner[SHA256_BLOCK_LENGTH] = { 0 }, outer[SHA256_BLOCK_LENGTH];
	SHA2_CTX c;
	SHA256Init(&c);
	if (key_len > sizeof(inner)) {
		SHA256Update(&c, key, key_len);
		SHA256Final(inner, &c);
	} else if (key_len > 0)
		memcpy(inner, key, key_len);
	for (size_t i = 0; i < sizeof(inner); i++) {
		outer[i] = inner[i] ^ 0x5c;
		inner[i] ^= 0x36;
	}
	SHA256Init(&c);
	SHA256Update(&c, inner, sizeof(inner));
	SHA256Update(&c, p, n);
	SHA256Final(out, &c);
	SHA256Init(&c);
	SHA256Update(&c, outer, sizeof(outer));
	SHA256Update(&c, out, 32);
	SHA256Final(out, &c);
	explicit_bzero(inner, sizeof(inner));
	explicit_bzero(outer, sizeof(outer));
	explicit_bzero(&c, sizeof(c));
}
