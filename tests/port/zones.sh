#!/bin/sh
# SPDX-License-Identifier: MIT
# The short form; `make zones` is the long one. usage: zones.sh BUILD
exec python3 "$(dirname "$0")/zones.py" "$1"
