/* SPDX-License-Identifier: MIT */
/* Every SQL statement of the diary, one row each: X(name, text). Parameters are
 * bound in the order of their first appearance, and named where the text does not say
 * what they are. Columns are read in the order of these
 * lists by event.c and day.c.
 *
 * Preparing is most of what a short command costs, so the texts are the ones that are
 * cheap to prepare: what every evening writes is inserted in the order of its table
 * (each name in a list of columns is looked for among all of them); a column with a + is
 * read without its table, origin and type, which a plain one copies along; of a *_LAST
 * the first row is read and no other. */
#pragma once

/* What both the mathematics and a person see of a day: 11 folded, 10 typed. */
#define FOLDED_COLS "+d, +hours, +sleep, +wakes, +incidents, +marks, +energy, +stress," \
	" +mood, +leave, +rest"
#define DAY_COLS FOLDED_COLS ", +t_hours, +t_sleep, +t_break, +t_wakes, +t_oncall," \
	" +t_short_rest, +t_leave, +note, +locked, +source, +night"
#define IS_TYPED "coalesce(energy, stress, mood, t_hours, t_sleep, t_break, t_wakes," \
	" t_oncall, t_short_rest, t_leave, note) IS NOT NULL"
#define EVENT_BODY "kind, d, d_last, start, end, off_s, off_e, tz, dur, severity," \
	" minutes, woke, noise, category, leave, layer, source, scope, ext_id, " \
	"ext_rev, title, tags," \
	" meta, flags, locked, batch, deleted"
#define EVENT_COLS "id, " EVENT_BODY
/* The same columns as json_array keeps them for undo: it writes 15 digits of a real, and
 * the column takes the text of 17 back to the very same number. */
#define REAL_IMAGE(c) "iif(" c " IS NULL, NULL, format('%!.17g', " c "))"
#define DAY_IMAGE_COLS "energy, stress, mood, " REAL_IMAGE("t_hours") ", " \
	REAL_IMAGE("t_sleep") ", " REAL_IMAGE("t_break") ", t_wakes, t_oncall," \
	" t_short_rest, t_leave, note, locked, source"
#define EVENT_IMAGE_COLS "kind, d, d_last, start, end, off_s, off_e, tz, " \
	REAL_IMAGE("dur") ", severity, " REAL_IMAGE("minutes") \
	", woke, noise, category, leave, layer, source, scope, ext_id, " \
	"ext_rev, title, tags, meta, flags, locked, batch, deleted"
/* The front of EVENT_COLS: what folds and searches look at, and the price of a third. */
#define FACT_COLS "+id, +kind, +d, +d_last, +start, +end, +off_s, +off_e, NULL, +dur," \
	" +severity, +minutes, +woke, +noise, +category, +leave, +layer, +source"
/* A batch counts as taken back unless the transaction that applied it stands and none
 * that took it back does. */
#define BATCH_COLS "id, at, importer, path, sha256, bytes, tz, options, lo, hi, n_new," \
	" n_changed, n_same, n_skipped, n_error, n_conflict," \
	" NOT EXISTS (SELECT 1 FROM txn t WHERE t.batch = b.id AND t.undone = 0) OR" \
	" EXISTS (SELECT 1 FROM txn t WHERE t.unbatch = b.id AND t.undone = 0) AS gone"
#define TXN_COLS "id, at, coalesce(batch, unbatch), what, undone," \
	" (SELECT count(*) FROM change c WHERE c.txn = t.id)"

#define DEST_COLS "id, name, kind, url, person, source, paused, next_at, hold_until," \
	" failures, failing_since, last_at"
#define OUTBOX_COLS "dest, week, d, op, rev, body, sha256, state, take, attempts," \
	" refused, next_at, last_status, last_code, made, done_at, sent"

#define PAGE_COLS "+id, +d, +start, +off_s, +severity, +minutes, +woke, +noise," \
	" +category, +source, +title"
#define WK_STORE_SQL(X) \
X(META_GET, "SELECT +value FROM meta WHERE key = :key") \
X(META_PUT, "INSERT INTO meta (key, value) VALUES (:key, :value)" \
	" ON CONFLICT (key) DO UPDATE SET value = excluded.value") \
X(META_LIST, "SELECT value FROM meta WHERE key >= :lo AND key < :hi ORDER BY key") \
X(META_DELETE, "DELETE FROM meta WHERE key = :key") \
X(SURVEY_IMAGE, "SELECT json_array(value) FROM meta WHERE key = :key") \
X(SURVEY_COUNT, "SELECT count(*) FROM meta WHERE key >= 'survey.' AND key < 'survey/'") \
X(SURVEY_ERASE, "DELETE FROM meta WHERE key >= 'survey.' AND key < 'survey/'" \
	" AND json_extract(value, '$.day') BETWEEN :lo AND :hi") \
X(META_WIPE, "DELETE FROM meta WHERE key <> 'rules'") \
\
X(EVENT_GET, "SELECT " EVENT_COLS " FROM event WHERE id = :id") \
X(EVENT_FIND, "SELECT " EVENT_COLS " FROM event" \
	" WHERE source = :source AND scope = :scope AND ext_id = :ext_id") \
X(EVENT_OF_SOURCE, "SELECT 1 FROM event WHERE source = :source LIMIT 1") \
X(EVENT_LIST, "SELECT " EVENT_COLS " FROM event INDEXED BY event_by_day" \
	" WHERE d >= :from AND d <= :hi AND d_last >= :lo") \
X(EVENT_FACTS, "SELECT " FACT_COLS " FROM event INDEXED BY event_by_day" \
	" WHERE d >= :from AND d <= :hi AND d_last >= :lo AND NOT deleted") \
X(EVENT_PAGES, "SELECT " PAGE_COLS " FROM event INDEXED BY event_by_day" \
	" WHERE d >= :lo AND d <= :hi AND kind = 2 AND NOT deleted") \
X(EVENT_PAGES_ALL, "SELECT " PAGE_COLS " FROM event NOT INDEXED" \
	" WHERE kind = 2 AND NOT deleted") \
X(EVENT_LONG_IDS, "SELECT id FROM event INDEXED BY event_long" \
	" WHERE d < :from AND d_last > d + 7 AND d_last >= :lo") \
X(EVENT_OPEN, "SELECT id FROM event WHERE kind = 0 AND start IS NOT NULL" \
	" AND end IS NULL AND source = 'manual' AND deleted = 0 ORDER BY " \
	"start DESC LIMIT 1") \
X(EVENT_INSERT, "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?," \
	" ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)") \
X(EVENT_DELETE, "DELETE FROM event WHERE id = :id") \
X(EVENT_IMAGE, "SELECT json_array(" EVENT_IMAGE_COLS ") FROM event WHERE id = :id") \
X(EVENT_LAST, "SELECT +id FROM event ORDER BY id DESC") \
X(EVENT_BOUNDS, "SELECT min(d), max(d_last) FROM event") \
X(EVENT_COUNT, "SELECT count(*) FROM event WHERE deleted = 0") \
X(EVENT_WIPE, "DELETE FROM event") \
\
X(DAY_LIST, "SELECT " DAY_COLS " FROM day WHERE d >= :lo AND d <= :hi ORDER BY d") \
X(DAY_NOTES, "SELECT d, note, t_oncall IS 0 FROM day WHERE d >= :lo AND d <= :hi" \
	" AND (note IS NOT NULL OR t_oncall IS 0) ORDER BY d") \
X(DAY_TAIL, "SELECT " FOLDED_COLS " FROM day WHERE d <= :hi ORDER BY d DESC") \
X(DAY_TAIL_NIGHTS, "SELECT " FOLDED_COLS ", +night FROM day WHERE d <= :hi" \
	" ORDER BY d DESC") \
X(DAY_ALL, "SELECT " FOLDED_COLS ", +night FROM day WHERE d <= :hi ORDER BY d") \
X(DAY_INSERT, "INSERT INTO day (d) VALUES (:d)") \
X(DAY_TYPED_SET, "UPDATE day SET energy = ?1, stress = ?2, mood = ?3, t_hours = ?4," \
	" t_sleep = ?5, t_break = ?6, t_wakes = ?7, t_oncall = ?8, t_short_rest = ?9," \
	" t_leave = ?10, note = ?11, locked = ?12, source = ?13 WHERE d = ?14") \
X(DAY_FELT_SET, "UPDATE day SET energy = ?, stress = ?, mood = ?, note = ?," \
	" locked = ?, source = ? WHERE d = ?") \
X(DAY_FOLDED_SET, "UPDATE day SET hours = ?, sleep = ?, wakes = ?, incidents = ?," \
	" marks = ?, leave = ?, rest = ?, night = ? WHERE d = ?") \
X(DAY_FOLDED_NEW, "INSERT INTO day (hours, sleep, wakes, incidents, marks, leave, rest," \
	" night, d) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)") \
X(DAY_DELETE, "DELETE FROM day WHERE d = :d") \
X(DAY_IMAGE, "SELECT json_array(" DAY_IMAGE_COLS ") FROM day" \
	" WHERE d = :d AND " IS_TYPED) \
X(DAY_SUMS, "SELECT total(hours), total(sleep) FROM day WHERE d >= :lo AND d <= :hi") \
X(DAY_WORKED_LEAVE, "SELECT d FROM day WHERE d >= :lo AND d <= :hi AND leave > 0" \
	" AND hours > 0 ORDER BY d") \
X(DAY_BOUNDS, "SELECT min(d), max(d) FROM day") \
X(DAY_COUNT, "SELECT count(*) FROM day") \
X(DAY_TYPED_COUNT, "SELECT count(*) FROM day WHERE " IS_TYPED) \
X(DAY_WIPE, "DELETE FROM day") \
\
X(TXN_INSERT, "INSERT INTO txn VALUES (NULL, ?, ?, ?, ?, 0)") \
X(TXN_UPDATE, "UPDATE txn SET what = :what, batch = :batch, unbatch = :unbatch" \
	" WHERE id = :id") \
X(TXN_DROP_UNDONE, "DELETE FROM txn WHERE undone = 1") \
X(TXN_LAST_UNDONE, "SELECT +undone FROM txn ORDER BY id DESC") \
X(TXN_UNDO_NEXT, "SELECT " TXN_COLS " FROM txn t WHERE undone = 0 ORDER " \
"BY id DESC LIMIT 1") \
X(TXN_REDO_NEXT, "SELECT " TXN_COLS " FROM txn t WHERE undone = 1 ORDER BY id LIMIT 1") \
X(TXN_SET_UNDONE, "UPDATE txn SET undone = :undone WHERE id = :id") \
X(TXN_LIST, "SELECT " TXN_COLS " FROM txn t ORDER BY id DESC LIMIT :limit") \
X(TXN_OF_BATCH, "SELECT id FROM txn WHERE batch = :batch AND undone = 0") \
X(TXN_COUNT, "SELECT count(*) FROM txn") \
X(TXN_DROP_TOUCHED, "DELETE FROM txn WHERE batch IS NULL AND unbatch IS NULL" \
	" AND id IN (SELECT txn FROM change" \
	" WHERE d <= :hi AND d_last >= :lo)") \
X(TXN_DROP_EMPTY, "DELETE FROM txn WHERE batch IS NULL AND unbatch IS NULL" \
	" AND NOT EXISTS (SELECT 1 FROM change c WHERE c.txn = txn.id)") \
X(TXN_WIPE, "DELETE FROM txn") \
\
X(CHANGE_EVENT, "INSERT INTO change SELECT :txn, :seq, 1, id, :d, :d_last," \
	" json_array(" EVENT_IMAGE_COLS ") FROM event WHERE id = :key") \
X(CHANGE_LAST_EVENT, "SELECT +key FROM change WHERE tbl = 1 ORDER BY key DESC") \
X(CHANGE_FIND, "SELECT seq, image IS NULL FROM change WHERE tbl = :tbl AND key = :key" \
	" AND txn = :txn") \
X(CHANGE_WIDEN, "UPDATE change SET d = min(d, :d), d_last = max(d_last, :d_last)" \
	" WHERE txn = :txn AND seq = :seq") \
X(CHANGE_DELETE, "DELETE FROM change WHERE txn = :txn AND seq = :seq") \
X(CHANGE_LIST, "SELECT seq, tbl, key, d, d_last, image IS NULL FROM change " \
"WHERE txn = :txn" \
	" AND seq < :below ORDER BY seq DESC") \
X(CHANGE_IMAGE, "SELECT e.value FROM change c, json_each(c.image) e WHERE c.txn = :txn" \
	" AND c.seq = :seq ORDER BY e.id") \
X(CHANGE_SET_IMAGE, "UPDATE change SET image = :image WHERE txn = :txn AND seq = :seq") \
X(CHANGE_PUT, "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?)") \
X(CHANGE_LATER, "SELECT min(c.d), t.what, count(*), c.tbl FROM change c" \
	" JOIN change l ON l.tbl = c.tbl AND l.key = c.key AND l.txn > c.txn" \
	" JOIN txn t ON t.id = l.txn WHERE c.txn = :txn AND t.undone = 0 AND " \
	"t.unbatch IS NULL" \
	" AND (t.batch IS NULL OR t.batch NOT IN (SELECT u.unbatch FROM txn u" \
	" WHERE u.undone = 0 AND u.unbatch IS NOT NULL))") \
X(CHANGE_ERASE, "DELETE FROM change WHERE d <= :hi AND d_last >= :lo AND " \
"(image IS NOT NULL" \
	" OR tbl = 0 OR NOT EXISTS (SELECT 1 FROM event WHERE id = key))") \
\
X(BATCH_INSERT, "INSERT INTO import_batch (at, importer, path, sha256, " \
"bytes, tz, options," \
	" lo, hi, n_new, n_changed, n_same, n_skipped, n_error, " \
	"n_conflict) VALUES (?1, ?2," \
	" ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)") \
X(BATCH_UPDATE, "UPDATE import_batch SET at = ?1, importer = ?2, path = " \
"?3, sha256 = ?4," \
	" bytes = ?5, tz = ?6, options = ?7, lo = ?8, hi = ?9, n_new = ?10, " \
	"n_changed = ?11," \
	" n_same = ?12, n_skipped = ?13, n_error = ?14, n_conflict = " \
	"?15 WHERE id = ?16") \
X(BATCH_GET, "SELECT " BATCH_COLS " FROM import_batch b WHERE id = :id") \
X(BATCH_LIST, "SELECT " BATCH_COLS " FROM import_batch b ORDER BY id DESC") \
X(BATCH_SAME, "SELECT " BATCH_COLS " FROM import_batch b WHERE sha256 = " \
":sha256 AND NOT gone" \
	" ORDER BY id DESC LIMIT 1") \
X(BATCH_COUNT, "SELECT count(*) FROM import_batch") \
X(BATCH_WIPE, "DELETE FROM import_batch") \
X(CONFLICT_PUT, "INSERT INTO conflict (batch, event, d, field, ours, theirs)" \
	" VALUES (:batch, :event, :d, :field, :ours, :theirs)") \
X(CONFLICT_LIST, "SELECT event, d, field, ours, theirs FROM conflict " \
"WHERE batch = :batch" \
	" ORDER BY id") \
X(CONFLICT_ERASE, "DELETE FROM conflict WHERE d BETWEEN :lo AND :hi") \
X(CONFLICT_WIPE, "DELETE FROM conflict") \
\
X(MAIL_PUT, "INSERT INTO mail_out VALUES (:message_id, :made, :recipient, :period, :d," \
	" :d_last, 0, 0, :next, NULL, :body)") \
X(MAIL_WAITING, "SELECT message_id, recipient, period, state, attempts, next, reason" \
	", made FROM mail_out WHERE state < 2 ORDER BY next") \
X(MAIL_LIST, "SELECT message_id, recipient, period, state, attempts, next, reason" \
	", made FROM mail_out ORDER BY made, d, recipient") \
X(MAIL_BODY, "SELECT body FROM mail_out WHERE message_id = :message_id") \
X(MAIL_SET, "UPDATE mail_out SET state = ?1, attempts = ?2, next = ?3, reason = ?4," \
	" body = iif(?1 < 2, body, NULL) WHERE message_id = ?5") \
X(MAIL_ERASE, "DELETE FROM mail_out WHERE d <= :hi AND d_last >= :lo") \
X(MAIL_WIPE, "DELETE FROM mail_out") \
X(MAIL_ANSWER, "SELECT json_extract(:answer, '$.ok'), " \
	"json_extract(:answer, '$.status'), json_extract(:answer, '$.unsure')," \
	" json_extract(:answer, '$.error') WHERE json_valid(:answer)") \
\
X(DEST_LIST, "SELECT " DEST_COLS " FROM sync_dest ORDER BY id") \
X(DEST_PUT, "INSERT INTO sync_dest (name, kind, url, person, source, paused, next_at," \
	" hold_until, failures, failing_since, last_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?," \
	" ?, ?, ?) ON CONFLICT (name) DO UPDATE SET kind = excluded.kind," \
	" url = excluded.url, person = excluded.person, source = excluded.source," \
	" paused = excluded.paused, next_at = excluded.next_at," \
	" hold_until = excluded.hold_until, failures = excluded.failures," \
	" failing_since = excluded.failing_since, last_at = excluded.last_at") \
X(DEST_ID, "SELECT id FROM sync_dest WHERE name = :name") \
X(CONSENT_GET, "SELECT gen, state, url, level, basis, fields, teams, visibility, since," \
	" expires, at, preview, told FROM consent WHERE dest = :dest" \
	" ORDER BY gen DESC LIMIT 1") \
X(CONSENT_PUT, "INSERT OR REPLACE INTO consent VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?," \
	" ?, ?, ?)") \
X(OUTBOX_LIST, "SELECT " OUTBOX_COLS " FROM outbox WHERE dest = :dest ORDER BY week") \
X(OUTBOX_DUE, "SELECT " OUTBOX_COLS " FROM outbox INDEXED BY outbox_due" \
	" WHERE dest = :dest AND state = 'pending' ORDER BY d") \
X(OUTBOX_GET, "SELECT " OUTBOX_COLS " FROM outbox WHERE dest = :dest AND week = :week") \
X(OUTBOX_PUT, "INSERT OR REPLACE INTO outbox VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?," \
	" ?, ?, ?, ?, ?, ?)") \
X(OUTBOX_CLEAR, "DELETE FROM outbox WHERE dest = :dest") \
X(OUTBOX_DROP, "DELETE FROM outbox WHERE dest = :dest AND week = :week") \
X(OUTBOX_RETRACT, "UPDATE outbox SET op = 'erase', rev = rev + 1, body = NULL," \
	" sha256 = NULL, sent = NULL, state = 'pending', attempts = 0, refused = 0," \
	" next_at = :now, last_status = NULL, last_code = NULL" \
	" WHERE d <= :hi AND d >= :lo - 6 AND op = 'put'" \
	" AND (attempts > 0 OR sent IS NOT NULL)") \
X(OUTBOX_FORGET, "DELETE FROM outbox WHERE d <= :hi AND d >= :lo - 6 AND op = 'put'") \
X(OUTBOX_WIPE, "DELETE FROM outbox") \
X(CONSENT_END, "UPDATE consent SET state = 'withdrawn', told = 0" \
	" WHERE state IN ('active', 'paused', 'void')") \
X(LEDGER_PUT, "INSERT INTO sync_log (at, dest, week, op, rev, bytes, sha256)" \
	" VALUES (?, ?, ?, ?, ?, ?, ?)") \
X(LEDGER_SET, "UPDATE sync_log SET status = :status, code = :code, ms = :ms" \
	" WHERE id = :id") \
X(LEDGER_LIST, "SELECT id, at, dest, week, op, rev, bytes, sha256, status, code, ms" \
	" FROM sync_log ORDER BY id DESC LIMIT :limit") \
X(LEDGER_BLUR, "UPDATE sync_log SET sha256 = '' WHERE week BETWEEN :lo AND :hi") \
X(LEDGER_BLUR_ALL, "UPDATE sync_log SET sha256 = '' WHERE week IS NOT NULL") \
X(JSON_GET, "SELECT json_extract(:json, :path) WHERE json_valid(:json)") \
X(JSON_EACH, "SELECT value FROM json_each(:json, :path)") \
\
X(PAGE_BYTES, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
