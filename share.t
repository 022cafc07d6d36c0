$ sh: 0: cannot open TMP/cases/*.cmd: No such file
? 2
