# SPDX-License-Identifier: MIT
# What the tests of the screens share. A test has $home to itself; $base holds the logs.

# drive [OPTIONS] [-- wick OPTIONS]: termshot on wick; the rest is steps. Its limits only end
# what hangs; where a time is promised a step says "within SECONDS".
drive() {
	${as:-} /usr/bin/python3 "$base/steady.py" -t 600 -w 60 -q -n -F txt,json --clean-env --home "$home" \
	    -e WICK_NOW="$WICK_NOW" -e TERMINFO_DIRS=/etc/terminfo:/lib/terminfo:/usr/share/terminfo \
	    -o "$home/shot" "$@"
}
# as_nobody CMD: as=as_nobody is for drive, whose program may then not do all that root may
as_nobody() {
	[ "$(id -u)" != 0 ] || set -- setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
	"$@"
}
# home_of LOG: the log of the name, where wick looks for it.
home_of() {
	mkdir -p "$home/.local/share/wick"
	chmod 700 "$home/.local/share/wick"
	cp "$base/$1.db" "$home/.local/share/wick/wick.db"
	chmod 600 "$home/.local/share/wick/wick.db"
}
# whole NAME OPTIONS...: the screen after the options' steps is that of golden/NAME.txt
whole() {
	name=$1; shift
	TERMSHOT_UPDATE=${UPDATE:-} drive "$@" -d settle \
	    -d "expect-screen $here/golden/$name.txt" -- "$wick"
}
sizes='40x12 80x24 120x40 200x60'
# nine STEP...: the steps on every screen, reached by its number; N in a step is that number.
# A form is left by Esc.
nine() {
	for n in 1 2 3 4 5 6 7 8 9; do
		printf 'key Esc\nkey %d\nwaitre \\[%d \nsettle\n' $n $n
		printf '%s\n' "$@" | sed "s/N/$n/g"
	done
}
# widest COLUMNS FILE...: no row is wider. (Not every awk knows what a character is.)
widest() {
	most=$1; shift
	columns=$(cat "$@" | wc -L)
	[ "$columns" -le "$most" ] || fail "a row of $columns columns"
}
# same A B: two shots show the same text.
same() { cmp "$home/shot-$1.txt" "$home/shot-$2.txt"; }
is() { [ "$1" = "$2" ] || { printf 'is "%s", not "%s"\n' "$1" "$2"; return 1; }; }
fail() { printf '%s\n' "$*"; return 1; }
# thrice CMD: other programs may take the machine's time; a measurement has three tries.
thrice() { "$@" || "$@" || "$@"; }
number() { sed -n "s/^ \"$2\": \([0-9.]*\),*$/\1/p" "$home/shot-$1.json"; }
# until_file FILE: until it is there, two minutes at most.
until_file() {
	n=0
	until [ -e "$1" ]; do
		n=$((n + 1)); [ $n -lt 6000 ] || fail "no $1" || return 1
		sleep .02
	done
}
