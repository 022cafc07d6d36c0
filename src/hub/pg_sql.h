/* SPDX-License-Identifier: MIT */
/* Every statement of the PostgreSQL store. Writes are set-based: a parameter is an array
 * for a column, its rows sorted by key and unique, so that two hubs lock in one order.
 * All of them but the dump go by keys: the planner is told so, for without statistics of
 * a young table it would read all of it to find a few rows. */
#pragma once

#define PG_PERSON "p.id, p.display, p.roles, p.enrolled, p.created, p.gen, p.level, " \
	"p.basis, p.expires"
#define PG_WEEK "w.person, w.week, w.rev, w.source, w.level, w.basis, w.band, " \
	"w.coverage, w.deleted, w.received, w.computed, w.body"
#define PG_TOKEN "encode(hash, 'hex'), person, tid, kind, expires"
#define PG_AUDIT "a.seq, a.at, a.actor, a.action, a.subject, a.team, a.outcome, " \
	"a.wfrom, a.wto, a.hash"
#define PG_SHARERS "FROM member m JOIN share s ON s.person = m.person AND " \
	"s.team = m.team JOIN person p ON p.id = m.person "
#define PG_HASHES "(SELECT decode(h, 'hex') FROM unnest($1::text[]) h)"

#define PG_SQL(X) \
	X(BEGIN, "BEGIN") \
	X(COMMIT, "COMMIT") \
	X(ROLLBACK, "ROLLBACK") \
	X(BEGIN_READ, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY") \
	X(SETTINGS, "SELECT set_config('statement_timeout', '5s', false), " \
	    "set_config('jit', 'off', false), " \
	    "set_config('enable_seqscan', 'off', false), " \
	    "set_config('enable_hashjoin', 'off', false), " \
	    "set_config('enable_mergejoin', 'off', false), " \
	    "set_config('lock_timeout', '4s', false), " \
	    "set_config('idle_in_transaction_session_timeout', '10s', false), " \
	    "set_config('synchronous_commit', 'on', false), " \
	    "set_config('client_encoding', 'UTF8', false)") \
	X(LOCK, "SELECT pg_advisory_lock(2003333474)") \
	X(UNLOCK, "SELECT pg_advisory_unlock(2003333474)") \
	X(HAS_META, "SELECT to_regclass('meta') IS NOT NULL") \
	X(VERSION, "SELECT value FROM meta WHERE key = 'version'") \
	X(VERSION_PUT, "INSERT INTO meta(key, value) VALUES('version', $1) " \
	    "ON CONFLICT (key) DO UPDATE SET value = excluded.value") \
	X(OWNERS, "SELECT person FROM token WHERE hash IN " PG_HASHES) \
	X(PERSONS, "SELECT " PG_PERSON " FROM person p WHERE id = ANY($1::text[]) " \
	    "ORDER BY id FOR UPDATE") \
	X(SHARES, "SELECT person, team, visibility FROM share " \
	    "WHERE person = ANY($1::text[]) ORDER BY person, team") \
	X(WEEKS, "SELECT " PG_WEEK " FROM unnest($1::text[], $2::int[]) " \
	    "AS k(person, week) JOIN week w ON w.person = k.person AND w.week = k.week") \
	X(WEEKS_OF, "SELECT " PG_WEEK " FROM week w WHERE person = ANY($1::text[])") \
	X(TOKENS, "SELECT " PG_TOKEN " FROM token WHERE hash IN " PG_HASHES) \
	X(TEAMS, "SELECT id, name, k_min FROM team WHERE id = ANY($1::text[]) " \
	    "ORDER BY id FOR UPDATE") \
	X(MEMBERS, "SELECT m.team, m.person, m.role FROM unnest($1::text[], " \
	    "$2::text[]) AS k(team, person) JOIN member m ON m.team = k.team AND " \
	    "m.person = k.person") \
	X(CHAIN, "SELECT seq, hash FROM chain WHERE id = 1 FOR UPDATE") \
	X(ERASE_WEEKS, "DELETE FROM week WHERE person = ANY($1::text[])") \
	X(ERASE_SHARES, "DELETE FROM share WHERE person = ANY($1::text[])") \
	X(ERASE_TOKENS, "DELETE FROM token WHERE person = ANY($1::text[])") \
	X(ERASE_MEMBERS, "DELETE FROM member WHERE person = ANY($1::text[])") \
	X(ERASE_PERSONS, "DELETE FROM person WHERE id = ANY($1::text[])") \
	X(PUT_PERSONS, "INSERT INTO person(id, display, roles, enrolled, created, gen, " \
	    "level, basis, expires) SELECT * FROM unnest($1::text[], $2::text[], " \
	    "$3::int[], $4::int[], $5::bigint[], $6::bigint[], $7::int[], $8::int[], " \
	    "$9::int[]) ON CONFLICT (id) DO UPDATE SET display = excluded.display, " \
	    "roles = excluded.roles, enrolled = excluded.enrolled, gen = excluded.gen, " \
	    "level = excluded.level, basis = excluded.basis, " \
	    "expires = excluded.expires") \
	X(PUT_SHARES, "INSERT INTO share(person, team, visibility) " \
	    "SELECT * FROM unnest($1::text[], $2::text[], $3::int[])") \
	X(PUT_WEEKS, "INSERT INTO week(person, week, rev, source, level, basis, band, " \
	    "coverage, deleted, received, computed, body) SELECT * FROM " \
	    "unnest($1::text[], $2::int[], $3::bigint[], $4::text[], $5::int[], " \
	    "$6::int[], $7::int[], $8::int[], $9::int[], $10::bigint[], " \
	    "$11::bigint[], $12::text[]) ON CONFLICT (person, week) DO UPDATE SET " \
	    "rev = excluded.rev, source = excluded.source, level = excluded.level, " \
	    "basis = excluded.basis, band = excluded.band, " \
	    "coverage = excluded.coverage, deleted = excluded.deleted, " \
	    "received = excluded.received, computed = excluded.computed, " \
	    "body = excluded.body") \
	X(DROP_TOKENS, "DELETE FROM token WHERE hash IN " PG_HASHES) \
	X(PUT_TOKENS, "INSERT INTO token(hash, person, tid, kind, expires) " \
	    "SELECT decode(h, 'hex'), p, t, k, e FROM unnest($1::text[], $2::text[], " \
	    "$3::text[], $4::int[], $5::bigint[]) AS r(h, p, t, k, e) " \
	    "ON CONFLICT (hash) DO UPDATE SET person = excluded.person, " \
	    "tid = excluded.tid, kind = excluded.kind, expires = excluded.expires") \
	X(PUT_TEAMS, "INSERT INTO team(id, name, k_min) SELECT * FROM " \
	    "unnest($1::text[], $2::text[], $3::int[]) ON CONFLICT (id) DO UPDATE " \
	    "SET name = excluded.name, k_min = excluded.k_min") \
	X(DROP_MEMBERS, "DELETE FROM member m USING unnest($1::text[], $2::text[]) " \
	    "AS k(team, person) WHERE m.team = k.team AND m.person = k.person") \
	X(PUT_MEMBERS, "INSERT INTO member(team, person, role) SELECT * FROM " \
	    "unnest($1::text[], $2::text[], $3::int[]) ON CONFLICT (team, person) " \
	    "DO UPDATE SET role = excluded.role") \
	X(PUT_AUDIT, "INSERT INTO audit(seq, at, actor, action, subject, team, " \
	    "outcome, wfrom, wto, hash) SELECT * FROM unnest($1::bigint[], " \
	    "$2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], " \
	    "$7::text[], $8::int[], $9::int[], $10::text[])") \
	X(PUT_CHAIN, "UPDATE chain SET seq = $1::bigint, hash = $2 WHERE id = 1") \
	X(PURGE_WEEKS, "DELETE FROM week WHERE week < $1::int OR " \
	    "(deleted = 1 AND received < $2::bigint)") \
	X(PURGE_TOKENS, "DELETE FROM token WHERE expires <> 0 AND " \
	    "expires < $1::bigint") \
	X(PURGE_AUDIT, "DELETE FROM audit WHERE at < $1::bigint") \
	X(DUMP_PERSONS, "SELECT " PG_PERSON " FROM person p ORDER BY id") \
	X(DUMP_SHARES, "SELECT person, team, visibility FROM share " \
	    "ORDER BY person, team") \
	X(DUMP_WEEKS, "SELECT " PG_WEEK " FROM week w ORDER BY person, week") \
	X(DUMP_TOKENS, "SELECT " PG_TOKEN " FROM token ORDER BY hash") \
	X(DUMP_TEAMS, "SELECT id, name, k_min FROM team ORDER BY id") \
	X(DUMP_MEMBERS, "SELECT team, person, role FROM member ORDER BY team, person") \
	X(DUMP_AUDIT, "SELECT " PG_AUDIT ", '' FROM audit a ORDER BY seq") \
	X(PRINCIPAL, "SELECT p.id, p.display, p.roles, t.tid, t.kind, t.expires " \
	    "FROM token t JOIN person p ON p.id = t.person " \
	    "WHERE t.hash = decode($1, 'hex') AND " \
	    "(t.expires = 0 OR t.expires > $2::bigint)") \
	X(PERSON, "SELECT " PG_PERSON ", s.team, s.visibility FROM person p " \
	    "LEFT JOIN share s ON s.person = p.id WHERE p.id = $1 ORDER BY s.team") \
	X(WEEKS_PAGE, "SELECT " PG_WEEK " FROM week w WHERE person = $1 AND " \
	    "week >= $2::int AND week <= $3::int AND (deleted = 0 OR $4::int = 1) " \
	    "ORDER BY week DESC LIMIT $5::bigint") \
	X(GRID, "SELECT p.id, p.display, w.week, w.band, w.coverage " PG_SHARERS \
	    "LEFT JOIN week w ON w.person = p.id AND w.week BETWEEN $2::int AND " \
	    "$3::int AND w.deleted = 0 WHERE m.team = $1 AND s.visibility = 1 AND " \
	    "p.level > 0 AND p.expires >= $4::int ORDER BY p.display, p.id, w.week") \
	X(REPORTS, "SELECT w.week, w.band, w.body " PG_SHARERS \
	    "JOIN week w ON w.person = p.id WHERE m.team = $1 AND w.deleted = 0 AND " \
	    "w.week BETWEEN $2::int AND $3::int AND p.level > 0 AND " \
	    "p.expires >= $4::int ORDER BY p.id, w.week") \
	X(TEAMS_OF, "SELECT t.id, t.name, t.k_min, m.role FROM member m " \
	    "JOIN team t ON t.id = m.team WHERE m.person = $1 AND " \
	    "($2::text IS NULL OR m.team = $2) ORDER BY t.id") \
	X(MAY_SEE, "SELECT m.team " PG_SHARERS "JOIN member r ON r.team = m.team " \
	    "WHERE m.person = $2 AND r.person = $1 AND r.role = 1 AND " \
	    "s.visibility = 1 AND p.level > 0 AND p.expires >= $3::int " \
	    "ORDER BY m.team LIMIT 1") \
	X(AUDIT_ALL, "SELECT " PG_AUDIT ", p.display FROM audit a " \
	    "LEFT JOIN person p ON p.id = a.actor WHERE a.seq < $1::bigint " \
	    "ORDER BY a.seq DESC LIMIT $2::bigint") \
	X(AUDIT_OF, "SELECT " PG_AUDIT ", p.display FROM audit a " \
	    "LEFT JOIN person p ON p.id = a.actor WHERE a.seq < $1::bigint AND " \
	    "a.subject = $3 ORDER BY a.seq DESC LIMIT $2::bigint") \
	X(PING, "SELECT NOT pg_is_in_recovery() AND " \
	    "current_setting('transaction_read_only') = 'off'")

#define PG_SQL_NAME(name, text) PG_Q_##name,
enum pg_query { PG_SQL(PG_SQL_NAME) PG_QUERIES };
