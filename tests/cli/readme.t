;; what the README says works
$ sh "$CLI/readme.sh"
tens of commands
