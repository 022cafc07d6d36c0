/* SPDX-License-Identifier: MIT */
/* What stands in for a sign where the terminal has ASCII only. */
#pragma once

#include <stdint.h>

uint32_t wk_glyph_ascii(uint32_t cp);
