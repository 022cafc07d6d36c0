# SPDX-License-Identifier: MIT
# What bash makes of a line and Tab. usage: bash tab.bash FILE WORD...
. "$1"
shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_wick
printf '%s\n' "${COMPREPLY[@]}"
