-- SPDX-License-Identifier: MIT
-- wick's diary, version 1. Facts are stored, indicators derived. One derived thing is
-- kept: the fold of a day's events, in the same row and written in the same transaction.
-- Days are numbered from 1970-01-01; times are UTC seconds beside the offset lived in.

CREATE TABLE day (
	d INTEGER PRIMARY KEY,      -- day number; a day starts at day_start, a night ends in it
	-- folded from events and the typed part; NULL = not logged
	hours REAL,                 -- h worked
	sleep REAL,                 -- h slept in the night that ended this day
	wakes INTEGER NOT NULL DEFAULT 0,       -- awakenings, without waking pages
	incidents TEXT,             -- category:severity:minutes joined by ;
	marks INTEGER NOT NULL DEFAULT 0,       -- 1 on call; 2 rest before this day's first work
	                            -- < 11 h; 4 a handled page cut that rest; 256 times the
	                            -- most pages of 12 h that end here, 255 not known
	energy INTEGER CHECK (energy BETWEEN 1 AND 5),
	stress INTEGER CHECK (stress BETWEEN 1 AND 5),
	mood INTEGER CHECK (mood BETWEEN 1 AND 5),
	leave INTEGER NOT NULL DEFAULT 0,       -- 0 none 1 vacation 2 sick 3 holiday 4 parental 5 other
	rest REAL,                  -- h of rest before this day's first work, where times are known
	night INTEGER,              -- main sleep: (bed + 8192) * 16384 + wake + 8192, minutes
	                            -- from this day's midnight; NULL: times not known
	-- typed for the day as a whole; NULL = not said. energy, stress, mood above are typed too
	t_hours REAL CHECK (t_hours BETWEEN 0 AND 24),
	t_sleep REAL CHECK (t_sleep BETWEEN 0 AND 24),
	t_break REAL CHECK (t_break BETWEEN 0 AND 24),  -- h taken off the spans
	t_wakes INTEGER CHECK (t_wakes BETWEEN 0 AND 99),
	t_oncall INTEGER CHECK (t_oncall IN (0, 1)),
	t_short_rest INTEGER CHECK (t_short_rest IN (0, 1)),
	t_leave INTEGER CHECK (t_leave BETWEEN 1 AND 5),
	note TEXT,
	locked INTEGER NOT NULL DEFAULT 0,      -- typed fields edited by hand, one bit each
	source TEXT                 -- who typed it first
) STRICT;

CREATE TABLE event (
	id INTEGER PRIMARY KEY,
	kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 5),  -- 0 work 1 sleep 2 incident 3 oncall 4 leave 5 meeting
	d INTEGER NOT NULL,         -- first day it touches (a sleep: the day it ends)
	d_last INTEGER NOT NULL CHECK (d_last >= d),
	start INTEGER,              -- UTC s; NULL: duration only
	end INTEGER,                -- UTC s; NULL: still open, or duration only
	off_s INTEGER NOT NULL DEFAULT 0,       -- s east of UTC at start
	off_e INTEGER NOT NULL DEFAULT 0,
	tz TEXT,                    -- zone lived in
	dur REAL,                   -- h, duration-only facts
	severity INTEGER CHECK (severity BETWEEN 0 AND 5),
	minutes REAL CHECK (minutes BETWEEN 0 AND 10080),    -- of one's own time
	woke INTEGER CHECK (woke IN (0, 1)),
	noise INTEGER CHECK (noise IN (0, 1)),
	category INTEGER CHECK (category BETWEEN 0 AND 3),   -- typed, where the time is not known
	leave INTEGER NOT NULL DEFAULT 0,
	layer INTEGER NOT NULL DEFAULT 0,       -- 0 manual 1 trackers 2 worklogs 3 calendar 4 passive
	source TEXT NOT NULL,
	scope TEXT NOT NULL DEFAULT '',
	ext_id TEXT NOT NULL,       -- identity with source and scope: a re-import changes nothing
	ext_rev TEXT,
	title TEXT,
	tags TEXT,                  -- JSON array
	meta TEXT,                  -- JSON object: what the source said and wick does not use
	flags INTEGER NOT NULL DEFAULT 0,
	locked INTEGER NOT NULL DEFAULT 0,      -- columns edited by hand, one bit each
	batch INTEGER REFERENCES import_batch (id),
	deleted INTEGER NOT NULL DEFAULT 0,     -- a tombstone
	UNIQUE (source, scope, ext_id),
	CHECK (end IS NULL OR end >= start)
) STRICT;
CREATE INDEX event_by_day ON event (d, d_last);
CREATE INDEX event_long ON event (d) WHERE d_last > d + 7;   -- shifts and leave of weeks
CREATE INDEX event_open ON event (kind) WHERE start IS NOT NULL AND end IS NULL;

CREATE TABLE import_batch (
	id INTEGER PRIMARY KEY,
	at INTEGER NOT NULL,
	importer TEXT NOT NULL,
	path TEXT NOT NULL,
	sha256 TEXT NOT NULL,       -- of the file; over 256 KiB of a sample and its length
	bytes INTEGER NOT NULL,
	tz TEXT,
	options TEXT,
	lo INTEGER,
	hi INTEGER,
	n_new INTEGER NOT NULL DEFAULT 0,
	n_changed INTEGER NOT NULL DEFAULT 0,
	n_same INTEGER NOT NULL DEFAULT 0,
	n_skipped INTEGER NOT NULL DEFAULT 0,
	n_error INTEGER NOT NULL DEFAULT 0,
	n_conflict INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The undo journal. A transaction is one thing the user did.
CREATE TABLE txn (
	id INTEGER PRIMARY KEY,
	at INTEGER NOT NULL,
	what TEXT NOT NULL,
	batch INTEGER REFERENCES import_batch (id),  -- the batch it applied
	unbatch INTEGER REFERENCES import_batch (id),-- the batch it took back
	undone INTEGER NOT NULL DEFAULT 0
) STRICT;
-- image: the row as it was before (NULL: it was not there). Undo swaps image and row.
CREATE TABLE change (
	txn INTEGER NOT NULL REFERENCES txn (id) ON DELETE CASCADE,
	seq INTEGER NOT NULL,
	tbl INTEGER NOT NULL CHECK (tbl IN (0, 1)),  -- 0 day (typed part), from key 2^40 on a monthly check; 1 event
	key INTEGER NOT NULL,
	d INTEGER NOT NULL,         -- the days it touches, for folding again and for erase
	d_last INTEGER NOT NULL,
	image TEXT,                 -- JSON array of the columns
	PRIMARY KEY (txn, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_by_key ON change (tbl, key);

CREATE TABLE conflict (
	id INTEGER PRIMARY KEY,
	batch INTEGER NOT NULL REFERENCES import_batch (id) ON DELETE CASCADE,
	event INTEGER,
	d INTEGER,
	field TEXT NOT NULL,
	ours TEXT,
	theirs TEXT
) STRICT;

CREATE TABLE meta (
	key TEXT PRIMARY KEY,
	value TEXT
) STRICT, WITHOUT ROWID;

-- Mails on their way out, as they will be sent, and what became of those that were.
CREATE TABLE mail_out (
	message_id TEXT PRIMARY KEY,            -- with its brackets
	made INTEGER NOT NULL,      -- UTC s
	recipient TEXT NOT NULL,
	period TEXT NOT NULL,       -- what is reported: 2026-W47
	d INTEGER NOT NULL,         -- its days
	d_last INTEGER NOT NULL CHECK (d_last >= d),
	state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),   -- 0 pending 1 being sent
	                            -- 2 sent 3 given up
	attempts INTEGER NOT NULL DEFAULT 0,
	next INTEGER NOT NULL,      -- UTC s; not tried before
	reason TEXT,                -- why the last attempt failed
	body TEXT                   -- the whole message; NULL once it is sent or given up
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_waiting ON mail_out (next) WHERE state < 2;
