# SPDX-License-Identifier: MIT
# A page for each group of commands, taken from wick.1, which has them all.
# usage: awk -f group.awk -v own="NAMES" wick.1                 prints GROUP:COMMAND of each
#        awk -f group.awk -v own="NAMES" -v want=GROUP wick.1   prints the page of a group
# A group is a subsection of COMMANDS and is called after its first command that has no page
# of its own (own). It takes along the examples that run one of its commands.
BEGIN { n = split(own, t, " "); for (i = 1; i <= n; i++) has_page[t[i]] = 1 }
/^\.Dd / { date = $0 }
/^\.Sh / { part = $2; group = 0; example = 0; next }
part == "COMMANDS" && /^\.Ss / {
	title[++groups] = substr($0, 5)
	sub(/^\\&/, "", title[groups])
	group = groups
	next
}
part == "COMMANDS" && group && /^\.It Ic [a-z]+/ && !nested {
	if (!has_page[$3] && name[group] == "")
		name[group] = $3
	if (index(" " commands[group] " ", " " $3 " ") == 0)
		commands[group] = commands[group] (commands[group] == "" ? "" : " ") $3
	synopsis[group] = synopsis[group] ".Nm wick\n." substr($0, 5) "\n"
}
# A list inside the list: its items are options.
part == "COMMANDS" && group && /^\.Bl / { depth++; nested = depth > 1 }
part == "COMMANDS" && group && /^\.El/ { depth--; nested = depth > 1 }
part == "COMMANDS" && group { text[group] = text[group] plain($0) }
part == "EXAMPLES" && /^\.Ss / { example = ++examples }
part == "EXAMPLES" && example {
	sample[example] = sample[example] plain($0)
	line = $0
	if (match(line, /(^\$ |^\.Dl \$ |  )wick [a-z]+/)) {
		split(substr(line, RSTART, RLENGTH), w, "wick ")
		runs[example] = runs[example] " " w[2] " "
	}
}
# .Nm alone is the name of the page it stands on, which here is another.
function plain(s) { return (s == ".Nm" ? ".Nm wick" : s) "\n" }
function belongs(e, g,   k, n, t) {
	n = split(commands[g], t, " ")
	for (k = 1; k <= n; k++)
		if (index(runs[e], " " t[k] " "))
			return 1
	return 0
}
function page(g,   n, t, k, head) {
	n = split(commands[g], t, " ")
	print ".\\\" SPDX-License-Identifier: MIT\n.\\\" Made from wick.1 by group.awk."
	print date "\n.Dt WICK-" toupper(name[g]) " 1\n.Os\n.Sh NAME"
	for (k = 1; k <= n; k++)
		if (!has_page[t[k]])
			head = head (head == "" ? "" : " ,\n") ".Nm wick-" t[k]
	print head "\n.Nd " tolower(substr(title[g], 1, 1)) substr(title[g], 2)
	printf ".Sh SYNOPSIS\n%s", synopsis[g]
	print ".Sh DESCRIPTION\nA part of\n.Xr wick 1 ,\nwhich says what DAY, TIME, SPAN, " \
	    "DURATION and WEEK are, has the options of\nevery command, the exit statuses " \
	    "and the files."
	printf "%s", text[g]
	for (k = 1; k <= examples; k++)
		if (belongs(k, g))
			body = body sample[k]
	if (body != "")
		printf ".Sh EXAMPLES\n%s", body
	print ".Sh SEE ALSO\n.Xr wick 1 ,\n.Xr wick.conf 5"
}
END {
	for (g = 1; g <= groups; g++) {
		n = split(commands[g], t, " ")
		for (k = 1; k <= n && want == ""; k++)
			print name[g] ":" t[k]
		if (want != "" && name[g] == want)
			page(g)
	}
}
