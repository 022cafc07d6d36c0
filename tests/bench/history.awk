# SPDX-License-Identifier: MIT
# A made-up history as JSON Lines, one line a fact, for benchmarks: awk -v years=10
# Every day 1-3 work intervals, one night; pages on two days of five. Deterministic.
function rnd(n) { seed = (seed * 1103515245 + 12345) % 2147483648; return int(seed / 65536) % n }
function at(d, min) {
	return strftime("%Y-%m-%dT%H:%M:%SZ", d * 86400 + min * 60, 1)
}
BEGIN {
	seed = 20261120
	last = 20777                            # 2026-11-20
	for (d = last - int(years * 365.2425); d <= last; d++) {
		k = 1 + rnd(3)
		min = 8 * 60
		for (i = 0; i < k; i++) {
			from = min + rnd(60); to = from + 60 + rnd(120); min = to + 10
			printf "{\"kind\":\"work\",\"start\":\"%s\",\"end\":\"%s\",\"tz\":\"UTC\"}\n", at(d, from), at(d, to)
		}
		printf "{\"kind\":\"sleep\",\"start\":\"%s\",\"end\":\"%s\",\"tz\":\"UTC\"}\n", at(d, -60 - rnd(90)), at(d, 330 + rnd(90))
		if (rnd(5) < 2)
			printf "{\"kind\":\"incident\",\"start\":\"%s\",\"severity\":%d,\"minutes\":%d,\"tz\":\"UTC\"}\n", at(d, rnd(1440)), 1 + rnd(5), 5 + rnd(60)
	}
}
