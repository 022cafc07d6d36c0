-- SPDX-License-Identifier: MIT
-- wick's diary, version 2: where a weekly summary may go, what was consented to, what is
-- on its way and what has left. No secret stands in any of these tables.

CREATE TABLE sync_dest (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE,
	kind TEXT NOT NULL CHECK (kind IN ('hub', 'webhook', 'influx')),
	url TEXT NOT NULL,
	person TEXT,                -- who we are there: p_...; of others a random pseudonym
	source TEXT NOT NULL,       -- random id of this diary for that receiver
	paused TEXT,                -- why nothing is tried; NULL: nothing is wrong
	next_at INTEGER NOT NULL DEFAULT 0,     -- UTC s; nothing is tried before
	hold_until INTEGER NOT NULL DEFAULT 0,  -- UTC s; asked for by the receiver itself
	failures INTEGER NOT NULL DEFAULT 0,    -- attempts in a row that came to nothing
	failing_since INTEGER,      -- UTC s of the first of them
	last_at INTEGER             -- UTC s of the last answer that was a good one
) STRICT;

-- Each grant and each withdrawal is a row; the one with the highest gen counts.
CREATE TABLE consent (
	dest INTEGER NOT NULL REFERENCES sync_dest (id) ON DELETE CASCADE,
	gen INTEGER NOT NULL CHECK (gen >= 1),
	state TEXT NOT NULL CHECK (state IN ('active', 'paused', 'withdrawn', 'void')),
	url TEXT NOT NULL,          -- consent is for this receiver and these fields
	level TEXT NOT NULL CHECK (level IN ('band', 'indicators')),
	basis TEXT NOT NULL CHECK (basis IN ('work', 'all')),
	fields TEXT NOT NULL,
	teams TEXT NOT NULL,        -- names with a blank between
	visibility TEXT NOT NULL CHECK (visibility IN ('aggregate', 'individual')),
	since INTEGER NOT NULL,     -- Monday of the first week that is shared
	expires INTEGER NOT NULL,   -- the last day of it
	at INTEGER NOT NULL,        -- UTC s
	preview TEXT NOT NULL,      -- SHA-256 of what was shown and agreed to
	told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)),     -- the receiver knows
	PRIMARY KEY (dest, gen)
) STRICT, WITHOUT ROWID;

-- One row a week and receiver; a newer rev takes the place of the older.
CREATE TABLE outbox (
	dest INTEGER NOT NULL REFERENCES sync_dest (id) ON DELETE CASCADE,
	week TEXT NOT NULL,         -- 2026-W47
	d INTEGER NOT NULL,         -- its Monday
	op TEXT NOT NULL CHECK (op IN ('put', 'retract', 'erase')),      -- erase: a
	                            -- retraction of a week that was erased here: it stays away
	rev INTEGER NOT NULL CHECK (rev >= 1),
	body TEXT,                  -- the bytes as they are sent; NULL: there are none
	sha256 TEXT,                -- of them
	state TEXT NOT NULL CHECK (state IN ('pending', 'dead', 'done')),
	take INTEGER NOT NULL DEFAULT 0 CHECK (take IN (0, 1)),     -- over another source's
	attempts INTEGER NOT NULL DEFAULT 0,
	refused INTEGER NOT NULL DEFAULT 0,     -- times by somebody on the way to the hub
	next_at INTEGER NOT NULL,   -- UTC s; not tried before
	last_status INTEGER,
	last_code TEXT,
	made INTEGER NOT NULL,      -- UTC s
	done_at INTEGER,
	sent TEXT,                  -- the body that arrived last: what changed since
	PRIMARY KEY (dest, week)
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_due ON outbox (dest, d) WHERE state = 'pending';

-- What left this machine, and the answer.
CREATE TABLE sync_log (
	id INTEGER PRIMARY KEY,
	at INTEGER NOT NULL,        -- UTC s
	dest TEXT NOT NULL,
	week TEXT,
	op TEXT NOT NULL,           -- put retract consent withdraw enrol
	rev INTEGER,
	bytes INTEGER NOT NULL,
	sha256 TEXT NOT NULL,       -- of the bytes; '' once the week was erased here
	status INTEGER,             -- NULL: no answer came
	code TEXT,
	ms INTEGER
) STRICT;
CREATE INDEX sync_log_week ON sync_log (week);
