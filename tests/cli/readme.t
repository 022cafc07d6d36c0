;; what the README says works
$ sh "$CLI/readme.sh"
tens of commands
;; its tour prints what stands there
$ mkdir tour && cd tour && HOME=$PWD UPDATE= python3 "$CLI/tour.py" "$CLI/../../README.md"
