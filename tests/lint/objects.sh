#!/bin/sh
# SPDX-License-Identifier: MIT
# What only the built files show. usage: objects.sh CHECK BUILD
#   globals    nothing in a library can be changed, but for tests/lint/globals.txt
#   linked     wick is linked with sqlite3, ncursesw, libmd and libc, wick-port with libical
#              and the libraries of the formats it reads, wick-net with libcurl, wick-hub with
#              libevent and those of its stores
#   hardened   the programs carry what the linker and compiler offer (release builds)
set -u
here=$(cd "$(dirname "$0")" && pwd)
build=$2
bad=0
say() { echo "$1"; bad=1; }

# Constants that hold pointers are in .data.rel.ro; what is in .data or .bss can change.
globals() {
	seen=0
	for lib in "$build"/lib*.a; do
		[ -e "$lib" ] || continue
		seen=1
		objdump -t "$lib" | awk -v lib="${lib##*/}" '
			/ O \.(data|bss|tdata|tbss)([^.]|\.[^r])/ && $NF !~ /^(\*?\.L|__|_GLOBAL_)/ {
				print lib ": " $NF " can be changed" }'
	done >"$tmp"
	[ $seen = 1 ] || say "$build: no library"
	grep -v -x -F -f "$here/globals.txt" "$tmp" && bad=1
}

# wick holds the diary: nothing in it may reach a network or read a foreign format.
linked_to() {
	[ -x "$build/$1" ] || { say "$build/$1 is not built"; return; }
	readelf -d "$build/$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\.so.*\]/\1/p' >"$tmp"
	grep -q '^libc$' "$tmp" || say "$1: no libc among its libraries"
	grep -v -x -E "$2|libc|libm|libmd|libasan|libubsan|libgcc_s|ld-linux.*" "$tmp" |
	    sed "s/^/$1 is linked with /" >"$tmp.more"
	[ ! -s "$tmp.more" ] || say "$(cat "$tmp.more")"
}
linked() {
	linked_to wick 'libsqlite3|libncursesw|libtinfo'
	linked_to wick-port 'libical|libexpat|libz|libsqlite3'
	linked_to wick-net 'libcurl|libjansson'
	linked_to wick-hub 'libevent-2.1|libjansson|libz|libpq|libsqlite3'
}

hardened_one() {
	f=$build/$1
	[ -x "$f" ] || { say "$f is not built"; return; }
	readelf -hldW "$f" >"$tmp" 2>/dev/null
	readelf -nW "$f" >>"$tmp" 2>/dev/null
	nm -D "$f" >>"$tmp" 2>/dev/null
	while read -r pattern what; do
		grep -q "$pattern" "$tmp" || say "$1: no $what"
	done <<-'EOF'
	Type:.*DYN position-independent
	GNU_RELRO read-only-relocations
	BIND_NOW immediate-binding
	GNU_STACK.*RW[[:space:]] stack-that-does-not-run
	__stack_chk_fail stack-protector
	_chk@ fortified-calls
	EOF
	! grep -q TEXTREL "$tmp" || say "$1: relocations in its text"
}
hardened() {
	hardened_one wick
	hardened_one wick-port
	hardened_one wick-net
	hardened_one wick-hub
	# The C library's start files may lack the mark, so the programs lose it; ours have it.
	for o in "$build"/*/*.o; do
		readelf -nW "$o" | grep -q 'IBT, SHSTK' || say "$o: no control-flow protection"
	done
}

tmp=$(mktemp)
trap 'rm -f "$tmp" "$tmp.more"' EXIT
case $1 in
globals | linked | hardened) $1 ;;
*) say "objects.sh: no check $1" ;;
esac
exit $bad
