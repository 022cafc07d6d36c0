/* SPDX-License-Identifier: MIT */
/* JSON's words out of a stream: one after the other, each whole and in one piece, however
 * its blocks are cut. What nobody wants is passed over by its quotes and brackets alone,
 * several times faster than it can be read. At most one word of 1 MiB is in memory. */
#pragma once

#include "port.h"

enum wk_json_word { WK_JSON_END, WK_JSON_BAD, WK_JSON_STRING, WK_JSON_NUMERAL,
	WK_JSON_NAME,                   /* true, false, null */
	WK_JSON_MARK };                 /* one of { } [ ] : , */

struct wk_json_scan {
	struct wk_port *port;
	char *block;
	size_t cap;
	char *p, *end;                  /* what of it is not read yet */
	char *counted;                  /* up to here newlines are in line */
	long line;
	bool is_last;                   /* the stream has no more */
	const char *text;               /* of the word in hand, not ended by a NUL */
	size_t len;
	struct wk_buf decoded;          /* its place when it had escapes */
	const char *refusal;            /* why BAD */
};

void wk_json_scan_init(struct wk_json_scan *s, struct wk_port *port);
void wk_json_scan_fini(struct wk_json_scan *s);
/* Whether the stream begins so; before the first word. */
bool wk_json_scan_starts(struct wk_json_scan *s, const char *mark);
/* The next word into text and len, good until the next call; of a string what stands
 * between its quotes. */
enum wk_json_word wk_json_scan_next(struct wk_json_scan *s);
/* The mark, when it is the very next byte, as mostly; nothing is read otherwise. */
static inline bool
wk_json_scan_take(struct wk_json_scan *s, char mark)
{
	bool is_next = s->p < s->end && *s->p == mark;
	s->p += is_next;
	return is_next;
}
/* The rest of a map or list whose bracket has been read, closed by `close`; at most
 * depth_max more inside each other. False: refusal says why. */
bool wk_json_scan_skip(struct wk_json_scan *s, char close, int depth_max);
/* The line that the next byte stands in, from 1. */
long wk_json_scan_line(struct wk_json_scan *s);
