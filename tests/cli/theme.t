$ wick theme
$ wick theme "$(wick theme | sed -n '2s/. //p')"
$ wick theme --json
$ wick theme auto
$ wick theme nosuch
