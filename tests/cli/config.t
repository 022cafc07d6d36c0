$ wick config ui.theme
$ wick config ui.theme slate
$ wick config ui.them
$ wick config work.day_start 5:00
$ wick config work.day_start
$ printf '\n; mine\n' >>.config/wick/config.ini; wick config ui.mouse off >/dev/null; cat .config/wick/config.ini
$ wick config | head -5
$ wick config ui.theme --json
$ wick config ui.mouse perhaps
$ wick config ui.mouse on --json
$ wick --config own.ini config ui.mouse on
$ touch own.ini; wick --config own.ini config ui.mouse on; cat own.ini
$ WICK_CONFIG=own.ini wick config ui.mouse
