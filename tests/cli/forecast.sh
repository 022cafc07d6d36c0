# SPDX-License-Identifier: MIT
# Feeds the answers of --solve back as plans, over the five stories at several moments: each
# meets its goal, and a step beyond (0.1 h more, a day less) does not. Prints what fails.
set -u
limit() { case $1 in calm) echo 25;; watch) echo 50;; strained) echo 75;; esac; }
score() {   # NOW DB PLAN BY
	wick --now "$1" --db "$2" forecast --plan "$3" --days 365 --json |
	    jq -r --arg d "$4" '.days[] | select(.day == $d) | .score'
}
is_under() { awk -v a="$1" -v b="$2" 'BEGIN { exit !(a < b) }'; }
asked=0 found=0
for story in long-silence two-person-ops night-parent ingest-oncall comeback; do
for now in 2026-04-03T09:00 2026-06-20T09:00 2026-09-10T09:00 2026-11-20T18:00; do
for what in hours rest; do
for goal in calm watch; do
	got=$(wick --now $now --db $story.db forecast --solve $what --goal $goal --by 6w --json 2>/dev/null) ||
	    continue
	asked=$((asked + 1))
	answer=$(echo "$got" | jq -r .solve.answer)
	by=$(echo "$got" | jq -r .solve.by)
	case $what:$answer in *:null|rest:0) continue;; esac
	found=$((found + 1))
	if [ $what = hours ]; then
		meets="${answer}h"; fails="$(awk -v h="$answer" 'BEGIN { printf "%.1f", h + 0.1 }')h"
	else
		meets="$answer-rest"; fails="$((answer - 1))-rest"
	fi
	[ "$meets" = "$(echo "$got" | jq -r .solve.plan)" ] || echo "$story $now $meets is not the plan told"
	is_under "$(score $now $story.db "$meets" "$by")" "$(limit $goal)" ||
	    echo "$story $now $goal: $meets is not enough"
	! is_under "$(score $now $story.db "$fails" "$by")" "$(limit $goal)" ||
	    echo "$story $now $goal: $fails is enough too"
done; done; done; done
[ $asked -ge 60 ] && [ $found -ge 25 ] && echo "answers hold" || echo "$asked asked, $found found"
