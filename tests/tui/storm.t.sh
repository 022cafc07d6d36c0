# SPDX-License-Identifier: MIT
# Random sizes among keys, and random bytes: the short form. `make storm` is the long one.

t_storm_of_sizes_and_keys() {
	home_of golden
	for seed in 1 2 3; do
		/usr/bin/python3 "$here/storm.py" sizes "$wick" \
		    "$home/.local/share/wick/wick.db" "${STORM:-250}" "$seed"
	done
}
t_storm_of_bytes() {
	home_of golden
	/usr/bin/python3 "$here/storm.py" bytes "$wick" \
	    "$home/.local/share/wick/wick.db" "${SECONDS_OF_BYTES:-4}" 1
}
