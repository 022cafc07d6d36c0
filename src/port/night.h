/* SPDX-License-Identifier: MIT */
/* Nights out of pieces that several devices and apps have written down. Of those who tell
 * of one night one is believed: with stages before without, then the one that saw most.
 * Its sleep is what it calls asleep, once, without what it calls awake; time in bed is no
 * sleep. Pieces less than an hour apart are one night. */
#pragma once

#include "port.h"

enum wk_stage { WK_STAGE_AWAKE, WK_STAGE_ASLEEP, WK_STAGE_DETAILED };

struct wk_night_piece {
	int64_t start;
	int32_t dur_s;
	uint16_t teller, place;
	uint8_t stage;
};
struct wk_night_place {
	const struct wk_zone *zone;     /* NULL: off */
	int32_t off;
};
struct wk_night_span {
	int64_t from, to;
	uint16_t place;
};
struct wk_nights {
	struct wk_port *port;
	const char *source;
	struct wk_arena arena;
	struct wk_night_piece *v;
	size_t n, cap;
	const char **tellers;
	size_t teller_count, teller_cap;
	struct wk_night_place *places;
	size_t place_count, place_cap;
	struct wk_night_span *asleep, *awake;
	size_t asleep_cap, awake_cap;
	long shadowed;                  /* nights of which more than one told */
	bool is_full;
};
void wk_nights_init(struct wk_nights *n, struct wk_port *port, const char *source);
/* teller: a device or an app; zone: the one lived in, NULL: off is known instead. A piece
 * that cannot be becomes an error of that line. */
void wk_nights_add(struct wk_nights *n, const char *teller, enum wk_stage stage,
    int64_t start, int64_t end, const struct wk_zone *zone, int32_t off, long line);
/* Writes all nights. */
void wk_nights_put(struct wk_nights *n);
void wk_nights_fini(struct wk_nights *n);
