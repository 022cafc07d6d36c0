# SPDX-License-Identifier: MIT
# Tab in bash, zsh and fish: what one line becomes. Read by run.sh.

# The line as typed, and the one word that Tab leaves at its end.
lines='forec|forecast
log --lea|--leave
log --leave va|vacation
log -e 3 yest|yesterday
report --format m|md
report --week la|last
--db x import hea|health-connect
explain sleep_deb|sleep_debt14
trend --weeks 4 sleep_reg|sleep_regularity
check --rule act-to|act-today
theme cont|contrast
demo long|long-silence
config work.contr|work.contract
help surv|survey
restore wick-co|wick-copy.db
help --completion fi|fish'

# The typed lines come in, the last words go out.
tab_bash() { while read -r typed; do bash --norc "$here/tab.bash" wick.bash wick $typed; done; }
tab_fish() {
	sed "s/.*/complete -C 'wick &' | cut -f1/" >typed.fish
	fish --no-config -c 'source wick.fish; source typed.fish'
}
tab_zsh() {
	sed 's/^/wick /' >typed
	tr '\n' '\0' <typed | timeout 300 xargs -0 zsh -f "$here/tab.zsh" "$PWD"
}
one_shell() {
	echo "$lines" | cut -d'|' -f1 | tab_$1 >got
	echo "$lines" | cut -d'|' -f2 | diff - got
}
# Every option and command of the table is in the file.
says_all() {
	for c in $(commands); do
		grep -q -- "$c" "wick.$1" || echo "wick.$1: no $c"
		wick help "$c" | grep -oE -- '--[a-z-]+' | sort -u | while read -r o; do
			o=${o#--}
			grep -qE -- "(--|-l )$o\b" "wick.$1" || echo "wick.$1: no --$o of $c"
		done
	done
}
completions() {
	: >wick-copy.db
	for shell in bash zsh fish; do
		wick help --completion $shell >wick.$shell
		check "completions for $shell name all" says_all $shell
		if have $shell; then
			cp wick.$shell _wick
			check "$shell reads them" $shell -n wick.$shell
			check "Tab in $shell" one_shell $shell
		fi
	done
	check 'no completions for tcsh' refused wick help --completion tcsh
}
