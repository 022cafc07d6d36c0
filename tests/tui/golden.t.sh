# SPDX-License-Identifier: MIT
# Whole screens against the files in golden/. UPDATE=1 run.sh BUILD golden writes them anew:
# read the difference before it is kept.

# golden SUFFIX OPTIONS...: every screen at every size. The first run names the theme.
golden() {
	suffix=$1 first=${first:-$1}; shift
	for size in 40x12 80x24 120x40; do
		rm -rf "$home/.local" "$home/.config"
		whole "first-$size$first" -s $size "$@" -d 'wait Welcome'
		"$wick" log 2026-11-19 8h >/dev/null
		"$wick" undo >/dev/null
		whole "empty-$size$suffix" -s $size "$@" -d 'wait Nothing is logged yet'
		home_of golden
		whole "home-$size$suffix" -s $size "$@" -d 'wait [1 Home]'
		whole "day-$size$suffix" -s $size "$@" -d 'wait [1 Home]' -k 2 -d 'wait [2 Day]'
		whole "report-$size$suffix" -s $size "$@" -d 'wait [1 Home]' -k 7 \
		    -d 'wait [7 Report]'
		whole "team-$size$suffix" -s $size "$@" -d 'wait [1 Home]' -k 8 -d 'wait [8 Team]'
		whole "settings-$size$suffix" -s $size "$@" -d 'wait [1 Home]' -k '9 Tab' \
		    -d 'wait [9 Set'
		whole "help-$size$suffix" -s $size "$@" -d 'wait [1 Home]' -k '?' \
		    -d 'wait Help: Home'
	done
}
t_golden_screens() { golden ''; }
t_golden_screens_are_the_same_without_colour() { first=-mono golden '' -e NO_COLOR=1; }
t_golden_screens_in_ascii() { golden -ascii --locale C; }
