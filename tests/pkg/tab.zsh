# SPDX-License-Identifier: MIT
# Types each LINE and Tab into a zsh and prints the last word of what is there then.
# usage: zsh -f tab.zsh FOLDER LINE...: the folder has _wick
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "PS1=; fpath=($1 \$fpath); autoload -Uz compinit; compinit -D -u"
zpty -w z "report() { print -r -- \"<\$BUFFER>\"; BUFFER=; zle accept-line }; zle -N report"
zpty -w z "bindkey '^I' complete-word; bindkey '^X' report; echo rea''dy"
zpty -r -m z said '*ready*'
shift
for line; do
	zpty -w -n z "$line"$'\t'$'\x18'
	zpty -r -m z said '*<wick*>*'
	said=${${said##*<}%%>*}
	print -r -- ${${(z)said}[-1]}
done
zpty -d z
