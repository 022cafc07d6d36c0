# SPDX-License-Identifier: MIT
# Random sizes, keys and bytes; STORM=ROUNDS makes it long.

t_storm() {
	home_of golden
	for seed in 1 2 3; do
		/usr/bin/python3 "$here/storm.py" "$wick" "$home/.local/share/wick/wick.db" \
		    "${STORM:-250}" "$seed"
	done
}
