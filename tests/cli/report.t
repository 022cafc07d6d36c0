$ wick report
$ for d in 1 2 3 4 5 6 7 8 9 10 11; do wick log -$d 9:00-18:30 -s 23:30-6:30 >/dev/null; done
$ wick page 2026-11-11 3:12 sev2 45m --woke >/dev/null; wick log 2026-11-12 -n 'quiet day' >/dev/null
$ wick report
$ wick report --week this | head -3
$ wick report --week 2026-W46 | head -3
$ wick report --week -1 --format md
$ wick report --month 2026-11 | head -3
$ wick report --from -4 --to -2 | head -3
$ wick report --json
$ wick report --format csv
$ wick report -o out.md --format md && stat -c %a out.md && head -1 out.md
$ wick report -o nowhere/out.md
$ wick report --week 2020-W10
$ wick --color always report -o plain.txt && grep -c "$(printf '\033')" plain.txt
