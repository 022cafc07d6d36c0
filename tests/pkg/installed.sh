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
		page=$tmp/root/usr/share/man/man1/wick-$c.1
		[ -s "$page" ] || echo "no manual of wick $c"
		so=$(sed -n 's/^\.so //p' "$page")
		[ -z "$so" ] || page=$tmp/root/usr/share/man/$so
		grep -q "^\.Ic $c\( \|$\)\|^\.It Ic $c \|^\.Nm wick-$c$\|^\.Nm .*$c" "$page" ||
			echo "$page does not tell of wick $c"
	done
}
nothing_is_left() { find "$tmp/root" -type f; }
# Made from wick.1: sound, and each refers to pages that are there.
group_pages() {
	names=$(for p in "$tmp"/root/usr/share/man/man?/*; do p=${p##*/}; echo "${p%.*} ${p##*.}"; done)
	for p in "$tmp"/root/usr/share/man/man1/wick-*.1; do
		[ "$(head -c 4 "$p")" != '.so ' ] || continue
		mandoc -T lint "$p" 2>&1 | grep -v 'referenced manual not found: Xr \(wick\|crontab\)\|outdated mandoc.db'
		sed -n 's/^\.Xr \(wick[a-z.-]*\) \([0-9]\).*/\1 \2/p' "$p" | sort -u | while read -r x; do
			echo "$names" | grep -q -x -F "$x" || echo "$p refers to $x"
		done
	done
}
# The timers as systemd reads them, with the programs that they start; a typo is seen.
units_are_sound() {
	XDG_RUNTIME_DIR=$tmp systemd-analyze verify --user --man=no "$units"/wick-*
	sed 's/OnCalendar/OnCalender/' "$units/wick-check.timer" >"$tmp/wick-check.timer"
	cp "$units/wick-check.service" "$tmp"
	refused env XDG_RUNTIME_DIR="$tmp" systemd-analyze verify --user --man=no "$tmp/wick-check.timer"
	for t in "$units"/wick-*.timer; do
		[ -s "${t%.timer}.service" ] || echo "$t starts nothing"
	done
}
# The line of each service, as its timer runs it: nothing is said and the status is one it takes.
units_run() {
	wick log yesterday 8h >/dev/null
	for s in "$units"/wick-*.service; do
		line=$(sed -n "s|^ExecStart=||p" "$s" | sed "s|%h|$HOME|g")
		env -i HOME="$HOME" WICK_NOW="$WICK_NOW" PATH=/usr/bin:/bin $line >"$tmp/said" 2>&1
		rc=$?
		[ $rc = 3 ] || cat "$tmp/said"      # 3: it has something to tell
		case " 0 $(sed -n 's/^SuccessExitStatus=//p' "$s") " in *" $rc "*) ;; *) echo "$s: exit $rc" ;; esac
	done 2>&1 | sed '/nothing is logged/d'
}
installed() {
	check 'make install' into_folder install
	check 'what is installed' files_are_there
	if have mandoc; then check 'the pages of the groups of commands' group_pages; fi
	check 'what is installed runs' quiet "$tmp/root/usr/bin/wick" demo night-parent
	units=$tmp/root/usr/lib/systemd/user
	sed -i "s|/usr/bin/|$tmp/root/usr/bin/|" "$units"/*.service
	if have systemd-analyze; then check 'the timers of systemd' units_are_sound; fi
	check 'what they start' units_run
	check 'make uninstall' into_folder uninstall
	check 'nothing is left' nothing_is_left
}
