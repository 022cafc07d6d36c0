-- SPDX-License-Identifier: MIT
-- The hub's database, version 1: what people chose to send, who may read it, and who did.
-- Times are UTC seconds, weeks YYYYWW (202647), days numbered from 1970-01-01.

CREATE TABLE person (
	id TEXT NOT NULL PRIMARY KEY,   -- p_ and random characters, never an address
	display TEXT NOT NULL,          -- what the person calls themselves
	roles INTEGER NOT NULL,         -- 1 engineer, 2 admin
	enrolled INTEGER NOT NULL CHECK (enrolled IN (0, 1)),
	created INTEGER NOT NULL,
	-- consent
	gen INTEGER NOT NULL CHECK (gen >= 0),  -- 0: never given
	level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 2),   -- 0 none 1 band 2 indicators
	basis INTEGER NOT NULL CHECK (basis IN (0, 1)),         -- 0 work 1 all
	expires INTEGER                 -- last day on which it holds
) STRICT, WITHOUT ROWID;

CREATE TABLE share (
	person TEXT NOT NULL,
	team TEXT NOT NULL,
	visibility INTEGER NOT NULL CHECK (visibility IN (0, 1)),       -- 0 aggregate 1 individual
	PRIMARY KEY (person, team)
) STRICT, WITHOUT ROWID;
CREATE INDEX share_team ON share (team);

-- A week that was taken back keeps person, week and rev, and nothing else.
CREATE TABLE week (
	person TEXT NOT NULL,
	week INTEGER NOT NULL CHECK (week BETWEEN 200001 AND 209953),
	rev INTEGER NOT NULL CHECK (rev >= 1),
	source TEXT,                    -- random id of one laptop's database
	level INTEGER,
	basis INTEGER,
	band INTEGER CHECK (band BETWEEN 0 AND 4),      -- calm watch strained severe unknown
	coverage INTEGER CHECK (coverage BETWEEN 0 AND 7),
	deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
	received INTEGER NOT NULL,
	computed INTEGER,
	body TEXT,                      -- JSON object of the indicators
	PRIMARY KEY (person, week),
	CHECK (deleted = 0 OR (band IS NULL AND body IS NULL AND source IS NULL))
) STRICT, WITHOUT ROWID;

-- Of a token only its SHA-256 is known.
CREATE TABLE token (
	hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
	person TEXT NOT NULL,
	tid TEXT NOT NULL,              -- the 8 characters of it that are shown
	kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),     -- 0 bearer 1 invite 2 session
	expires INTEGER NOT NULL        -- 0 never
) STRICT, WITHOUT ROWID;
CREATE INDEX token_person ON token (person);

CREATE TABLE team (
	id TEXT NOT NULL PRIMARY KEY,
	name TEXT NOT NULL,
	k_min INTEGER NOT NULL CHECK (k_min >= 5)
) STRICT, WITHOUT ROWID;

CREATE TABLE member (
	team TEXT NOT NULL,
	person TEXT NOT NULL,
	role INTEGER NOT NULL CHECK (role IN (0, 1)),   -- 0 member 1 manager
	PRIMARY KEY (team, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_person ON member (person);

-- Who read what, and what admins did; never contents. hash chains each row to the one
-- before it.
CREATE TABLE audit (
	seq INTEGER PRIMARY KEY,
	at INTEGER NOT NULL,
	actor TEXT NOT NULL,
	action TEXT NOT NULL,
	subject TEXT NOT NULL,
	team TEXT NOT NULL,
	outcome TEXT NOT NULL,
	wfrom INTEGER NOT NULL,
	wto INTEGER NOT NULL,
	hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_subject ON audit (subject, seq);
CREATE INDEX audit_at ON audit (at);

-- The end of the chain, which outlives the rows that are purged.
CREATE TABLE chain (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	seq INTEGER NOT NULL,
	hash TEXT NOT NULL
) STRICT;
INSERT INTO chain VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
