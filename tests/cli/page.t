$ wick page 03:12 sev2 45m --woke
$ wick page yesterday 14:05 sev3 --noise -n 'disk alert'
$ wick page 25:30 -2 10m
$ wick page sev1 1h30m 19:00
$ wick page 3:40 --woke --noise -n 'checkout errors' --json
$ wick show
$ wick show -1
$ wick show -3..-1
