# SPDX-License-Identifier: MIT
# The Settings screen: values are kept in the file as `wick config` keeps them, a theme is
# looked at before it is kept, and Sharing says what is true.

config() { cat "$home/.config/wick/config.ini"; }
foregrounds() { sed -n '/foregrounds/,/]/p' "$home/shot-$1.json"; }

t_settings_has_every_setting() {
	home_of strained
	for at in 0 2 3 4 5 8 10; do
		down=; i=0
		while [ $i -lt $at ]; do down="$down j"; i=$((i + 1)); done
		drive -s 120x60 -k "9 $down" -d settle -d "shot s$at" -- "$wick"
	done
	"$wick" config | sed 's/ = .*//' | while read -r key; do
		case $key in ui.theme) continue ;; ui.theme.*) word=${key#ui.theme.} ;; *) word=${key#*.} ;; esac
		cat "$home"/shot-s*.txt | grep -qE "  $word +[*]? *[^ ]" || fail "no $key"
	done
}
t_settings_a_value_is_typed_in_its_row() {
	home_of strained
	mkdir -p "$home/.config/wick"
	printf '; my own words\n[work]\n; and these\nnight = 23:00-07:00\n' >"$home/.config/wick/config.ini"
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 9
	wait 23:00-07:00
	key Tab j j j
	expect 4/6
	key e
	wait * typing
	key C-u
	type late
	key Enter
	wait work.night
	expect late
	expectre "late" is not
	expect * typing
	key C-u
	type 22:30-06:30
	key Enter
	wait work.night = 22:30-06:30
	reject typing
	expectre \* 22:30-06:30
	key x
	wait work.night = 22:00-08:00
	.
	config | grep -qx '; my own words'
	config | grep -qx '; and these'
	config | grep -qx 'night = 22:00-08:00'
	is "$("$wick" config work.night)" 22:00-08:00
}
t_settings_esc_leaves_a_value_as_it_was() {
	home_of strained
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 9 Tab
	shot before
	key e
	wait * typing
	key C-u
	type q1Sx
	wait q1Sx
	key Esc
	gone typing
	shot after
	.
	same before after
	[ ! -e "$home/.config/wick/config.ini" ]
}
t_settings_choices_go_round() {
	home_of strained
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 9 j j j Tab
	wait ui.color
	key Enter
	wait ui.color = always, from the next start
	key Space
	wait ui.color = never
	key Enter
	wait ui.color = auto
	key j j j Enter
	wait ui.numbers = no
	key 1
	wait [1 Home]
	expect up    the sleep
	.
	is "$("$wick" config ui.numbers)" no
}
t_settings_hold_at_once() {
	home_of strained
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	shot before
	.
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 9 Tab e C-u
	type 20h
	key Enter
	wait work.contract = 20h
	key 1
	wait [1 Home]
	shot after
	.
	! same before after >/dev/null
	drive -d 'wait [1 Home]' -d 'shot again' -- "$wick"
	sed '$d' "$home/shot-after.txt" >"$home/one"
	sed '$d' "$home/shot-again.txt" | cmp "$home/one" -
}
t_settings_theme_is_seen_before_it_is_kept() {
	home_of strained
	drive -f - -- "$wick" --theme ember <<-'.'
	wait [1 Home]
	key 9 j Tab
	wait * in use
	shot was
	key j
	wait preview: cividis
	shot looked
	key Esc
	gone preview
	shot back
	key j
	wait preview: cividis
	key 1
	wait [1 Home]
	key 9
	settle
	shot left
	key Tab j Enter
	wait ui.theme = cividis
	shot kept
	key 1
	wait [1 Home]
	shot home
	.
	! [ "$(foregrounds was)" = "$(foregrounds looked)" ]
	is "$(foregrounds was)" "$(foregrounds back)"
	drive -d 'wait [1 Home]' -d settle -d 'shot home2' -- "$wick"
	is "$(foregrounds home)" "$(foregrounds home2)"
	is "$("$wick" config ui.theme)" cividis
}
t_settings_theme_of_ones_own_tells_its_wrong_lines() {
	home_of strained
	mkdir -p "$home/.config/wick/themes"
	printf '[theme]\ninherit = ember\n[ui]\n%stitle = 46 bold\nbar = 300\n' \
	    "$(printf ';\n%.0s' 1 2 3 4 5 6 7 8 9)
" >"$home/.config/wick/themes/my.ini"
	: >"$home/.config/wick/themes/no good.ini"
	: >"$home/.config/wick/themes/ember.ini"
	drive -s 120x40 -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 9 j Tab
	expectre my +yours
	reject no good
	key G
	wait my.ini:14: unknown role "bar"
	expect preview: my
	key Enter
	wait * my
	.
	is "$("$wick" config ui.theme)" my
	drive -s 120x40 -d 'wait [1 Home]' -d 'expect my.ini:14' -- "$wick"
}
t_settings_theme_that_is_saved_again_is_read_again() {
	home_of strained
	mkdir -p "$home/.config/wick/themes"
	printf '[theme]\ninherit = ember\n' >"$home/.config/wick/themes/my.ini"
	touch -d 2026-01-01 "$home/.config/wick/themes/my.ini"
	printf '[ui]\nbar = 1\n' >new.ini
	(until_file go && mv new.ini "$home/.config/wick/themes/my.ini") &
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 9 j Tab G
	wait preview: my
	key :
	type backup go
	key Enter
	wait my.ini:2: unknown role "bar"
	.
	wait
}
t_settings_no_colour_still_keeps_a_theme() {
	home_of strained
	drive -e NO_COLOR=1 -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 9 j Tab
	wait attributes only
	key G Enter
	wait ui.theme = paper
	expect-mono
	.
	is "$("$wick" config ui.theme)" paper
}
t_settings_sharing_is_off() {
	home_of strained
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key S
	wait [9 Set
	expect Sharing is off.
	expectre sent so far +0 bytes: nothing ever left this machine
	reject p bytes
	key p
	wait nothing is sent now: nothing was agreed to yet
	.
}
t_settings_file_that_cannot_be_written() {
	home_of strained
	[ "$(id -u)" != 0 ] || return 0
	mkdir -p "$home/.config/wick"
	chmod 500 "$home/.config/wick"
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 9 j j j Tab Enter
	expectre ! .*config.ini
	expect auto
	.
}
t_settings_fits_a_small_screen() {
	home_of strained
	drive -s 40x12 -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 9
	wait > Work
	key G Tab
	wait wick 0.
	shot top
	key G
	wait man wick
	key Up*20
	wait wick 0.
	shot again
	.
	same top again
	drive -s 40x12 -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 9 Enter
	wait work.contract
	key Tab j j j j Enter
	wait alerts.act_today
	key j j j j
	wait indicators to watch
	key h j
	wait > Model
	.
}
t_settings_mouse_chooses_and_never_changes() {
	home_of strained
	drive -f - -- "$wick" --mouse on <<-'.'
	wait [1 Home]
	clickon 9 Set
	wait [9 Set
	clickon Display
	wait ui.color
	clickon numbers
	wait 4/4
	expectre numbers +yes
	.
	[ ! -e "$home/.config/wick/config.ini" ]
}
