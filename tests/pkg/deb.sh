#!/bin/sh
# SPDX-License-Identifier: MIT
# The Debian package in a system of its own: lintian, install, run, upgrade, remove. Wants
# root, lintian and debootstrap. usage: deb.sh FOLDER-OF-THE-PACKAGE
# ROOT names a bare system that is there; otherwise one is made, of the machine's release.
set -eu
cd "$1"
deb=$(echo wick_*_*.deb)
for tool in lintian debootstrap; do
	command -v $tool >/dev/null || { echo "skipped: $tool is not installed"; exit 0; }
done
lintian --allow-root --fail-on error,warning wick_*.changes
root=${ROOT:-}
if [ -z "$root" ]; then
	root=$(mktemp -d)
	trap 'rm -rf --one-file-system "$root"' EXIT
	. /etc/os-release
	mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Origin: Debian' "Codename: $VERSION_CODENAME" | head -1)
	needs=$(dpkg-deb -f "$deb" Depends | sed 's/ ([^)]*)//g; s/ //g')
	debootstrap --variant=minbase --include="$needs" "$VERSION_CODENAME" "$root" "$mirror" >/dev/null
fi
cp "$deb" "$root/tmp/wick.deb"
# /proc is there as on any machine; the mount is private, so it goes when the shell does.
inside() { unshare -m sh -c 'mount -t proc proc "$1/proc" && shift && exec chroot "$@"' sh "$root" "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TZ=UTC "$@"; }
inside dpkg -i /tmp/wick.deb >/dev/null
inside wick log 2026-11-20 8h -s 7h >/dev/null
inside sh -c 'wick demo night-parent </dev/null | grep -q score'
printf 'date,hours\n2026-11-19,7.5\n' >"$root/tmp/hours.csv"
inside wick import csv /tmp/hours.csv >/dev/null
before=$(inside wick export | sha256sum)
# and where nobody mounted it, as in a chroot made in a hurry
chroot "$root" env -i PATH=/usr/bin HOME=/root wick import csv /tmp/hours.csv >/dev/null
inside wick report --week 2026-W47 --format html -o /root/w.html
for f in bin/wick-net bin/wick-port share/wick/themes/ember.ini lib/systemd/user/wick-report.timer \
    share/man/man1/wick.1.gz share/bash-completion/completions/wick; do
	[ -s "$root/usr/$f" ] || { echo "/usr/$f is missing"; exit 1; }
done
inside dpkg -i /tmp/wick.deb >/dev/null            # again: an upgrade
[ "$(inside wick export | sha256sum)" = "$before" ]
inside dpkg --purge wick >/dev/null
left=$(inside find /usr /etc -path '*wick*' ! -path '*/share/doc/*')
[ -z "$left" ] || { echo "left behind: $left"; exit 1; }
[ -s "$root/root/.local/share/wick/wick.db" ]
echo "$deb: clean, installs, runs, keeps the data, goes away"
