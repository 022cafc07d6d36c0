#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whether a spreadsheet takes the cells of a CSV for what they are.

usage: sheets.py SHEET.fods TYPE...     LibreOffice's own view of it; each column's type:
date, float or string; an empty cell is always right."""
import sys
import xml.etree.ElementTree as tree

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
path, *types = sys.argv[1:]
checked = 0
for n, row in enumerate(tree.parse(path).iter(f"{TABLE}table-row")):
    if n == 0:
        continue
    column = 0
    for cell in row.iter(f"{TABLE}table-cell"):
        kind = cell.get(f"{OFFICE}value-type")
        for _ in range(min(int(cell.get(f"{TABLE}number-columns-repeated", 1)), 100)):
            if kind is not None and column < len(types):
                checked += 1
                if kind != types[column]:
                    print(f"row {n + 1}, column {column + 1}: {kind}, not {types[column]}")
            column += 1
if checked < 10:
    print(f"{checked} cells alone")
