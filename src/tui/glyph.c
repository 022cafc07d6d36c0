/* SPDX-License-Identifier: MIT */
/* Signs to ASCII: one column each, so that no layout changes. */
#include "glyph.h"

#include <wchar.h>

#include "wick/base.h"

static const struct { uint32_t cp; char ascii; } signs[] = {
	{ 0x2500, '-' }, { 0x2502, '|' }, { 0x250c, '+' }, { 0x2510, '+' },
	{ 0x2514, '+' },
	{ 0x2518, '+' }, { 0x251c, '+' }, { 0x2524, '+' }, { 0x252c, '+' },
	{ 0x2534, '+' },
	{ 0x250a, ':' }, { 0x254e, ':' }, { 0x2508, '.' }, { 0x2588, '#' },
	{ 0x2591, '.' },
	{ 0x2592, 'o' },
	{ 0x2593, 'O' }, { 0x25b2, '^' }, { 0x25bc, 'v' }, { 0x00b7, '.' },
	{ 0x00d7, 'x' },
	{ 0x2713, '+' }, { 0x2717, 'x' }, { 0x2026, '~' }, { 0x2014, '-' },
	{ 0x2013, '-' },
	{ 0x2191, '^' }, { 0x2193, 'v' }, { 0x2190, '<' }, { 0x2192, '>' },
	{ 0x2265, '>' },
	{ 0x2264, '<' }, { 0x2212, '-' },
	/* eighths of a block, left to right and bottom to top */
	{ 0x258f, '.' }, { 0x258e, '.' }, { 0x258d, '.' }, { 0x258c, '#' },
	{ 0x258b, '#' },
	{ 0x258a, '#' }, { 0x2589, '#' }, { 0x2581, '_' }, { 0x2582, '_' },
	{ 0x2583, '.' },
	{ 0x2584, ':' }, { 0x2585, ':' }, { 0x2586, '#' }, { 0x2587, '#' },
};

uint32_t
wk_glyph_ascii(uint32_t cp)
{
	if (cp < 0x7f)
		return cp;
	for (size_t i = 0; i < WK_LEN(signs); i++)
		if (signs[i].cp == cp)
			return (unsigned char)signs[i].ascii;
	return cp >= 0x2800 && cp <= 0x28ff ? '*' : '?';
}

/* The right half of a wide character that lost its left one is a blank. */
struct wk_vt_cell
wk_glyph_cell(const struct wk_cell *cell, bool is_first, bool is_ascii)
{
	struct wk_vt_cell out = { .cp = cell->cp, .mark = cell->mark };
	if (is_ascii) {
		out.cp = cell->cp == 0 ? '?' : wk_glyph_ascii(cell->cp);
		out.mark = 0;
	} else if (cell->cp == 0 && (is_first || wcwidth((wchar_t)cell[-1].cp) != 2))
		out.cp = ' ';
	return out;
}
