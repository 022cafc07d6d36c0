;; what the operator does on the store itself, and what the audit log says of it
$ umask 077; mkdir hub; echo "on() { wick-hub \"\$@\" --store sqlite:hub/hub.db 2>&1 | sed 's/p_[a-z0-9]\{16\}/PERSON/g; s/wki_[A-Za-z0-9_-]\{43\}/INVITE/; s/20[0-9-]*T[0-9:]*Z/TIME/g; s/[0-9a-f]\{64\}/HASH/g'; }" >fn; . ./fn; on admin team core 'Core & Ledger'; on admin team core Core --k-min 6; on admin invite --role admin
person  PERSON
invite  INVITE
until   TIME
$ . ./fn; wick-hub admin invite --store sqlite:hub/hub.db >said; p=$(grep -o 'p_[a-z0-9]*' said); on admin member core $p; on admin member core $p --manager; on admin person $p; on admin member core $p --remove; on admin erase $p; on admin person $p; on admin erase $p
person   PERSON
name     
roles    engineer
state    invited
team     core  Core  manager
wick-hub: PERSON is not known
wick-hub: PERSON is not known
$ . ./fn; on admin audit; sed 's/[0-9]*\(.\)erase.*/TIME\1erase/' hub/withdrawals.log
     8  TIME  operator            erase           PERSON              ok
     7  TIME  operator            member-removed  PERSON  core        ok
     6  TIME  operator            manager         PERSON  core        ok
     5  TIME  operator            member          PERSON  core        ok
     4  TIME  operator            invite          PERSON              ok
     3  TIME  operator            invite          PERSON              ok
     2  TIME  operator            team                                core        ok
     1  TIME  operator            team                                core        ok
8 rows, each holds the one before it
TIME	erase
;; a copy is put back in the place of the store, which is kept; the chain goes on in it
$ . ./fn; on backup one.copy; on admin team late Late; on restore one.copy; ls hub | sed 's/restore.*/restore/'; on admin team again Again; on admin audit | tail -2
restored; 0 withdrawals and changes of consent hold again
hub.db
hub.db-shm
hub.db-wal
hub.db.before-restore
hub.db.before-restore
hub.db.before-restore
hub.db.lock
withdrawals.log
     1  TIME  operator            team                                core        ok
9 rows, each holds the one before it
;; what cannot be leaves no line, and what is refused says so
$ . ./fn; on admin; on admin team 'A B' X; on admin team core X --k-min 3; on admin member core p_aaaaaaaaaaaaaaaa; on admin erase Ada; on admin team core "$(printf 'a\033[1mb')"; on admin team core ''; on admin audit --role admin; on admin audit core; on admin member core p_aaaaaaaaaaaaaaaa --manager --remove; on admin audit | head -1
wick-hub: admin: no command "--store"
wick-hub: "A B" is no team's id: lower case letters, digits and -, at most 32
wick-hub: --k-min "3" is not within 5..100
wick-hub: core or PERSON is not known
wick-hub: "Ada" is no person's id; they begin with p_
wick-hub: "a?[1mb" is no team's name: 1 to 64 characters, none of control or of direction
wick-hub: "" is no team's name: 1 to 64 characters, none of control or of direction
wick-hub: admin audit: what is "--role"?
wick-hub: admin audit takes 0 words, not 1
wick-hub: --manager and --remove are two things
    10  TIME  operator            member          PERSON  core        not-found
$ . ./fn; on restore fn; on restore nothing.copy; on backup one.copy; on backup no/where.copy
wick-hub: fn cannot be used: file is not a database
wick-hub: nothing.copy is not there
wick-hub: no/where.copy cannot be written: No such file or directory
