$ wick config ui.theme
auto
$ wick config ui.theme slate
wick: no theme "slate" (there are cividis, contrast, ember, mono and paper)
? 2
$ wick config ui.them
wick: no setting "ui.them", did you mean ui.theme?
? 2
$ wick config work.day_start 5:00
work.day_start = 5:00  in ~/.config/wick/config.ini
$ wick config work.day_start
05:00
$ printf '\n; mine\n' >>.config/wick/config.ini; wick config ui.mouse off >/dev/null; cat .config/wick/config.ini
[work]
day_start = 5:00

; mine

[ui]
mouse = off
$ wick config | head -5
work.contract = 8 8 8 8 8 0 0
work.day_start = 05:00
work.business = 08:00-18:00
work.night = 22:00-08:00
work.rest_floor_h = 11
$ wick config ui.theme --json
{"format":1,"key":"ui.theme","value":"auto"}
$ wick config ui.mouse perhaps
wick: ui.mouse "perhaps" is neither yes nor no
? 2
$ wick config ui.mouse on --json
wick: --json reads settings, it sets none
? 2
$ wick --config own.ini config ui.mouse on
wick: own.ini: No such file or directory
? 2
$ touch own.ini; wick --config own.ini config ui.mouse on; cat own.ini
ui.mouse = on  in own.ini
[ui]
mouse = on
$ WICK_CONFIG=own.ini wick config ui.mouse
yes
