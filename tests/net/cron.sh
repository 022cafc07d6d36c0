# SPDX-License-Identifier: MIT
# Sourced by run.sh: the crontab of wick(1), as printed, under a cron daemon that has a spool
# of its own by a mount nobody else sees. Its environment is empty but for what cron sets.

cron_crontab() {
	sed -n '/^\.Ss Every week/,/^\.Ss [^E]/p' "$here/../../man/wick.1" |
	    awk '/^PATH=\/usr/ || /^[0-9]+ \* \* \* \*  wick/' |
	    sed -e "s|^PATH=|PATH=$build:|" -e 's|^[0-9]* \* \* \* \*|* * * * *|' \
		-e 's|me@example.org|boss@test.example|'
}
# Runs inside a namespace: the daemon and the person's crontab there. WICK_NOW is told by
# the crontab, the rest is as it stands in the manual.
cron_inside='
	mount -t tmpfs none /var/spool/cron && mkdir -m 1730 /var/spool/cron/crontabs &&
	mount -t tmpfs none /run && mount -t tmpfs none /etc/cron.d || exit 77
	sed -i -e "s|^root:\([^:]*:[^:]*:[^:]*:[^:]*\):[^:]*:|root:\1:$HOME:|" "$1/passwd" &&
	mount --bind "$1/passwd" /etc/passwd || exit 77
	: >"$1/crontab.etc" && mount --bind "$1/crontab.etc" /etc/crontab || exit 77
	cp "$1/tab" /var/spool/cron/crontabs/root && chmod 600 /var/spool/cron/crontabs/root
	cron -f & daemon=$!
	n=0
	until { [ -s "$HOME/wick-2026-W46.html" ] && [ -s "$1/s/mail.0" ]; } || [ $n -ge 130 ]; do
		n=$((n + 1)); /usr/bin/env python3 -c "import time; time.sleep(1)"
	done
	kill $daemon
	[ -s "$HOME/wick-2026-W46.html" ] && [ -s "$1/s/mail.0" ]'

cron_run() {
	person
	{ echo 'WICK_NOW=2026-11-20T18:00'; cron_crontab; } >"$tmp/tab"
	cp /etc/passwd "$tmp/passwd"
	env -i HOME="$HOME" PATH=/usr/sbin:/usr/bin:/sbin:/bin \
		unshare -m sh -c "$cron_inside" sh "$tmp" >"$tmp/out" 2>&1
}

ok 'the manual has a crontab of three lines' test "$(cron_crontab | wc -l)" = 3
if [ "$(id -u)" != 0 ] || ! PATH=$PATH:/usr/sbin command -v cron >/dev/null ||
    ! unshare -m true 2>/dev/null; then
	echo 'skipped: a cron daemon with a spool of its own needs cron and to be root'
else
	cron_run; rc=$?
	if [ $rc = 77 ]; then
		echo 'skipped: no private mounts here'
	else
		ok "cron wrote the report of the last week" test $rc = 0
		ok 'and mailed it, once' mails 1
		ok 'letters are letters' grep -q 'From: =?' "$tmp/s/mail.0"
		ok 'a whole page' grep -q '</html>' "$HOME/wick-2026-W46.html"
	fi
fi
