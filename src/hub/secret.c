/* SPDX-License-Identifier: MIT */
/* Random secrets and ids. Of a secret only its SHA-256 is kept: with 256 random bits a
 * fast hash is the right one. */
#include <stdlib.h>
#include <sys/random.h>

#include "wick/hub.h"

enum { SECRET_CHARS = 43, PERSON_CHARS = 16 };

static const char base64url[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
static const char base32[] = "abcdefghijklmnopqrstuvwxyz234567";

/* n symbols of an alphabet of a power of two. */
static void
put_random(char *out, size_t n, const char *alphabet, uint8_t mask)
{
	uint8_t raw[64];
	for (size_t have = 0; have < n;) {
		ssize_t got = getrandom(raw + have, n - have, 0);
		if (got < 0)
			abort();       /* without randomness nothing is secret */
		have += (size_t)got;
	}
	for (size_t i = 0; i < n; i++)
		out[i] = alphabet[raw[i] & mask];
	out[n] = '\0';
	explicit_bzero(raw, sizeof(raw));
}

/* 43 characters hold 258 bits; the last two are free in base64url of 32 bytes, where they
 * are 0: its last character is one of every fourth. */
void
wk_hub_secret_new(const char *prefix, char out[WK_HUB_SECRET])
{
	size_t n = strlen(prefix);
	memcpy(out, prefix, n);
	put_random(out + n, SECRET_CHARS, base64url, 63);
	const char *last = strchr(base64url, out[n + SECRET_CHARS - 1]);
	out[n + SECRET_CHARS - 1] = base64url[(last - base64url) & ~3];
}

void
wk_hub_person_new(char out[WK_HUB_ID])
{
	memcpy(out, "p_", 2);
	put_random(out + 2, PERSON_CHARS, base32, 31);
}

static uint8_t
hex_value(char c)
{
	return (uint8_t)(c <= '9' ? c - '0' : c - 'a' + 10);
}

void
wk_hub_secret_hash(const char *secret, uint8_t hash[32])
{
	char hex[65];
	wk_hash_sha256(secret, strlen(secret), hex);
	for (size_t i = 0; i < 32; i++)
		hash[i] = (uint8_t)(hex_value(hex[2 * i]) << 4 |
		    hex_value(hex[2 * i + 1]));
}

void
wk_hub_token_id(const char *token, char out[WK_HUB_TOKEN_ID])
{
	const char *from = strchr(token, '_');
	(void)snprintf(out, WK_HUB_TOKEN_ID, "%.8s", from == NULL ? token : from + 1);
}
