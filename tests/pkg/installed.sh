# SPDX-License-Identifier: MIT
# make install and uninstall, into a folder. Read by run.sh.
into_folder() {
	make -s -C "$top" BUILD="$build" PREFIX=/usr DESTDIR="$tmp/root" "$1" >"$tmp/made" 2>&1 ||
		cat "$tmp/made"
}
files_are_there() {
	for f in bin/wick bin/wick-port share/bash-completion/completions/wick \
	    share/zsh/site-functions/_wick share/fish/vendor_completions.d/wick.fish \
	    share/wick/themes/ember.ini share/wick/schema/report-1.json; do
		[ -s "$tmp/root/usr/$f" ] || echo "$f is not installed"
	done
	for p in "$top"/man/*.[1-9]; do
		cmp "$p" "$tmp/root/usr/share/man/man${p##*.}/${p##*/}"
	done
	for c in $(commands); do
		[ -s "$tmp/root/usr/share/man/man1/wick-$c.1" ] || echo "no manual of wick $c"
	done
}
nothing_is_left() { find "$tmp/root" -type f; }
installed() {
	check 'make install' into_folder install
	check 'what is installed' files_are_there
	check 'what is installed runs' quiet "$tmp/root/usr/bin/wick" demo night-parent
	check 'make uninstall' into_folder uninstall
	check 'nothing is left' nothing_is_left
}
