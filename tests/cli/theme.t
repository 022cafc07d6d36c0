$ wick theme
* auto  by the terminal's background
  cividis
  contrast
  ember
  mono
  paper
$ wick theme "$(wick theme | sed -n '2s/. //p')"
ui.theme = cividis  in ~/.config/wick/config.ini
$ wick theme --json
{"format":1,"theme":"cividis","themes":["cividis","contrast","ember","mono","paper"]}
$ wick theme auto
ui.theme = auto  in ~/.config/wick/config.ini
$ wick theme nosuch
wick: no theme "nosuch" (there are cividis, contrast, ember, mono and paper)
? 2
