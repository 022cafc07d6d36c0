/* SPDX-License-Identifier: MIT */
/* What stands in for a sign where the terminal has ASCII only. */
#pragma once

#include "vt.h"

uint32_t wk_glyph_ascii(uint32_t cp);
/* A cell's sign as the terminal can show it; is_first: of its row. */
struct wk_vt_cell wk_glyph_cell(const struct wk_cell *cell, bool is_first, bool is_ascii);
