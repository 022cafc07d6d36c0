;; every command has a golden of success and one of failure
$ sh "$CLI/cover.sh"
