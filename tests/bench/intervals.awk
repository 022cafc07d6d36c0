# SPDX-License-Identifier: MIT
# Made-up Timewarrior intervals, two or three a day, for benchmarks: awk -v count=10000
function rnd(n) { seed = (seed * 1103515245 + 12345) % 2147483648; return int(seed / 65536) % n }
function at(d, min) {
	return strftime("%Y%m%dT%H%M%SZ", d * 86400 + min * 60, 1)
}
BEGIN {
	seed = 20261120
	for (d = 17126; n < count; d++) {       # 2016-11-21
		min = 8 * 60
		for (k = 2 + rnd(2); k > 0 && n < count; k--) {
			from = min + rnd(60); to = from + 60 + rnd(120); min = to + 10
			printf "inc %s - %s # work \"client %d\"\n", at(d, from), at(d, to), n++ % 9
		}
	}
}
