/* SPDX-License-Identifier: MIT */
/* Every statement of the SQLite store. Columns of one table come in one order everywhere:
 * read_* in store_sqlite_row.c knows it. A parameter that is said twice is one. */
#pragma once

#define HUB_PERSON_COLUMNS \
	"p.id, p.display, p.roles, p.enrolled, p.created, p.gen, p.level, p.basis, " \
	"p.expires"
#define HUB_WEEK_COLUMNS \
	"person, week, rev, source, level, basis, band, coverage, deleted, received, " \
	"computed, body"
#define HUB_TOKEN_COLUMNS "hash, person, tid, kind, expires"
#define HUB_AUDIT_COLUMNS \
	"a.seq, a.at, a.actor, a.action, a.subject, a.team, a.outcome, a.wfrom, a.wto, " \
	"a.hash"
/* Who shares with a team now. */
#define HUB_SHARERS \
	"FROM member m JOIN share s ON s.person = m.person AND s.team = m.team " \
	"JOIN person p ON p.id = m.person "
#define HUB_HOLDS "p.level > 0 AND p.expires >= :today "

#define HUB_SQL(X) \
	X(BEGIN, "BEGIN IMMEDIATE") \
	X(BEGIN_READ, "BEGIN") \
	X(COMMIT, "COMMIT") \
	X(ROLLBACK, "ROLLBACK") \
	X(DATA_VERSION, "PRAGMA data_version") \
	X(PERSON_GET, "SELECT " HUB_PERSON_COLUMNS " FROM person p WHERE id = :id") \
	X(PERSON_PUT, "INSERT INTO person(id, display, roles, enrolled, created, gen, " \
	    "level, basis, expires) VALUES(:id, :display, :roles, :enrolled, :created, " \
	    ":gen, :level, :basis, :expires) ON CONFLICT(id) DO UPDATE SET " \
	    "display = excluded.display, roles = excluded.roles, " \
	    "enrolled = excluded.enrolled, gen = excluded.gen, " \
	    "level = excluded.level, basis = excluded.basis, " \
	    "expires = excluded.expires") \
	X(PERSON_DEL, "DELETE FROM person WHERE id = :id") \
	X(SHARES_GET, "SELECT team, visibility FROM share WHERE person = :person " \
	    "ORDER BY team") \
	X(SHARE_PUT, "INSERT INTO share(person, team, visibility) " \
	    "VALUES(:person, :team, :visibility)") \
	X(SHARES_DEL, "DELETE FROM share WHERE person = :person") \
	X(WEEK_GET, "SELECT " HUB_WEEK_COLUMNS " FROM week " \
	    "WHERE person = :person AND week = :week") \
	X(WEEKS_ALL, "SELECT " HUB_WEEK_COLUMNS " FROM week WHERE person = :person") \
	X(WEEK_PUT, "INSERT INTO week(" HUB_WEEK_COLUMNS ") VALUES(:person, :week, " \
	    ":rev, :source, :level, :basis, :band, :coverage, :deleted, :received, " \
	    ":computed, :body) ON CONFLICT(person, week) DO UPDATE SET " \
	    "rev = excluded.rev, source = excluded.source, level = excluded.level, " \
	    "basis = excluded.basis, band = excluded.band, " \
	    "coverage = excluded.coverage, deleted = excluded.deleted, " \
	    "received = excluded.received, computed = excluded.computed, " \
	    "body = excluded.body") \
	X(WEEKS_DEL, "DELETE FROM week WHERE person = :person") \
	X(TOKEN_GET, "SELECT " HUB_TOKEN_COLUMNS " FROM token WHERE hash = :hash") \
	X(TOKEN_PUT, "INSERT INTO token(" HUB_TOKEN_COLUMNS ") VALUES(:hash, :person, " \
	    ":tid, :kind, :expires) ON CONFLICT(hash) DO UPDATE SET " \
	    "person = excluded.person, tid = excluded.tid, kind = excluded.kind, " \
	    "expires = excluded.expires") \
	X(TOKEN_DEL, "DELETE FROM token WHERE hash = :hash") \
	X(TOKENS_DEL, "DELETE FROM token WHERE person = :person") \
	X(TEAM_GET, "SELECT id, name, k_min FROM team WHERE id = :id") \
	X(TEAM_PUT, "INSERT INTO team(id, name, k_min) VALUES(:id, :name, :k_min) " \
	    "ON CONFLICT(id) DO UPDATE SET name = excluded.name, " \
	    "k_min = excluded.k_min") \
	X(MEMBER_GET, "SELECT team, person, role FROM member " \
	    "WHERE team = :team AND person = :person") \
	X(MEMBER_PUT, "INSERT INTO member(team, person, role) " \
	    "VALUES(:team, :person, :role) " \
	    "ON CONFLICT(team, person) DO UPDATE SET role = excluded.role") \
	X(MEMBER_DEL, "DELETE FROM member WHERE team = :team AND person = :person") \
	X(MEMBERS_DEL, "DELETE FROM member WHERE person = :person") \
	X(CHAIN_GET, "SELECT seq, hash FROM chain WHERE id = 1") \
	X(CHAIN_PUT, "UPDATE chain SET seq = :seq, hash = :hash WHERE id = 1") \
	X(AUDIT_PUT, "INSERT INTO audit(seq, at, actor, action, subject, team, " \
	    "outcome, wfrom, wto, hash) VALUES(:seq, :at, :actor, :action, " \
	    ":subject, :team, :outcome, :wfrom, :wto, :hash)") \
	X(PURGE_WEEKS, "DELETE FROM week WHERE week < :before OR " \
	    "(deleted = 1 AND received < :tombstone)") \
	X(PURGE_TOKENS, "DELETE FROM token WHERE expires <> 0 AND expires < :before") \
	X(PURGE_AUDIT, "DELETE FROM audit WHERE at < :before") \
	X(PERSONS_DUMP, "SELECT " HUB_PERSON_COLUMNS " FROM person p ORDER BY id") \
	X(WEEKS_DUMP, "SELECT " HUB_WEEK_COLUMNS " FROM week ORDER BY person, week") \
	X(TOKENS_DUMP, "SELECT " HUB_TOKEN_COLUMNS " FROM token ORDER BY hash") \
	X(TEAMS_DUMP, "SELECT id, name, k_min FROM team ORDER BY id") \
	X(MEMBERS_DUMP, "SELECT team, person, role FROM member ORDER BY team, person") \
	X(AUDITS_DUMP, "SELECT " HUB_AUDIT_COLUMNS ", '' FROM audit a ORDER BY seq") \
	X(PRINCIPAL, "SELECT p.id, p.display, p.roles, t.tid, t.kind, t.expires " \
	    "FROM token t JOIN person p ON p.id = t.person WHERE t.hash = :hash AND " \
	    "(t.expires = 0 OR t.expires > :now)") \
	X(WEEKS_PAGE, "SELECT " HUB_WEEK_COLUMNS " FROM week WHERE person = :person " \
	    "AND week >= :from AND week <= :to AND (deleted = 0 OR :retracted) " \
	    "ORDER BY week DESC LIMIT :limit") \
	X(GRID, "SELECT p.id, p.display, w.week, w.band, w.coverage " HUB_SHARERS \
	    "LEFT JOIN week w ON w.person = p.id AND w.week BETWEEN :from AND :to " \
	    "AND w.deleted = 0 WHERE m.team = :team AND s.visibility = 1 AND " HUB_HOLDS \
	    "ORDER BY p.display, p.id, w.week") \
	X(REPORTS, "SELECT w.week, w.band, w.body " HUB_SHARERS \
	    "JOIN week w ON w.person = p.id WHERE m.team = :team AND w.deleted = 0 " \
	    "AND w.week BETWEEN :from AND :to AND " HUB_HOLDS "ORDER BY p.id, w.week") \
	X(TEAMS_OF, "SELECT t.id, t.name, t.k_min, m.role FROM member m " \
	    "JOIN team t ON t.id = m.team WHERE m.person = :person AND " \
	    "(:team IS NULL OR m.team = :team) ORDER BY t.id") \
	X(MAY_SEE, "SELECT m.team " HUB_SHARERS \
	    "JOIN member r ON r.team = m.team WHERE m.person = :person AND " \
	    "r.person = :reader AND r.role = 1 AND s.visibility = 1 AND " HUB_HOLDS \
	    "ORDER BY m.team LIMIT 1") \
	X(AUDIT_ALL, "SELECT " HUB_AUDIT_COLUMNS ", p.display FROM audit a " \
	    "LEFT JOIN person p ON p.id = a.actor WHERE a.seq < :before " \
	    "ORDER BY a.seq DESC LIMIT :limit") \
	X(AUDIT_OF, "SELECT " HUB_AUDIT_COLUMNS ", p.display FROM audit a " \
	    "LEFT JOIN person p ON p.id = a.actor WHERE a.subject = :subject AND " \
	    "a.seq < :before ORDER BY a.seq DESC LIMIT :limit")

#define HUB_SQL_NAME(name, text) HUB_Q_##name,
enum hub_query { HUB_SQL(HUB_SQL_NAME) HUB_QUERIES };
