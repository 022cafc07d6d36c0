-- SPDX-License-Identifier: MIT
-- The hub's database in PostgreSQL (14 or newer), version 1: the tables, columns and
-- numbers of schema/hub, text compared byte by byte as SQLite does.
-- For Citus: week and share distributed by person, audit by subject, the others as
-- reference tables; their keys hold those columns. Not tried.

CREATE TABLE person (
	id text COLLATE "C" NOT NULL PRIMARY KEY,
	display text COLLATE "C" NOT NULL,
	roles int NOT NULL,
	enrolled int NOT NULL CHECK (enrolled IN (0, 1)),
	created bigint NOT NULL,
	gen bigint NOT NULL CHECK (gen >= 0),
	level int NOT NULL CHECK (level BETWEEN 0 AND 2),
	basis int NOT NULL CHECK (basis IN (0, 1)),
	expires int
);

CREATE TABLE share (
	person text COLLATE "C" NOT NULL,
	team text COLLATE "C" NOT NULL,
	visibility int NOT NULL CHECK (visibility IN (0, 1)),
	PRIMARY KEY (person, team)
);
CREATE INDEX share_team ON share (team);

CREATE TABLE week (
	person text COLLATE "C" NOT NULL,
	week int NOT NULL CHECK (week BETWEEN 200001 AND 209953),
	rev bigint NOT NULL CHECK (rev >= 1),
	source text COLLATE "C",
	level int,
	basis int,
	band int CHECK (band BETWEEN 0 AND 4),
	coverage int CHECK (coverage BETWEEN 0 AND 7),
	deleted int NOT NULL CHECK (deleted IN (0, 1)),
	received bigint NOT NULL,
	computed bigint,
	body text,
	PRIMARY KEY (person, week),
	CHECK (deleted = 0 OR (band IS NULL AND body IS NULL AND source IS NULL))
);

CREATE TABLE token (
	hash bytea NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
	person text COLLATE "C" NOT NULL,
	tid text COLLATE "C" NOT NULL,
	kind int NOT NULL CHECK (kind BETWEEN 0 AND 2),
	expires bigint NOT NULL
);
CREATE INDEX token_person ON token (person);

CREATE TABLE team (
	id text COLLATE "C" NOT NULL PRIMARY KEY,
	name text COLLATE "C" NOT NULL,
	k_min int NOT NULL CHECK (k_min >= 5)
);

CREATE TABLE member (
	team text COLLATE "C" NOT NULL,
	person text COLLATE "C" NOT NULL,
	role int NOT NULL CHECK (role IN (0, 1)),
	PRIMARY KEY (team, person)
);
CREATE INDEX member_person ON member (person);

CREATE TABLE audit (
	seq bigint NOT NULL,
	at bigint NOT NULL,
	actor text COLLATE "C" NOT NULL,
	action text COLLATE "C" NOT NULL,
	subject text COLLATE "C" NOT NULL,
	team text COLLATE "C" NOT NULL,
	outcome text COLLATE "C" NOT NULL,
	wfrom int NOT NULL,
	wto int NOT NULL,
	hash text COLLATE "C" NOT NULL,
	PRIMARY KEY (subject, seq)
);
CREATE INDEX audit_seq ON audit (seq);
CREATE INDEX audit_at ON audit (at);

-- One chain for all hubs: its row is locked by whoever appends.
CREATE TABLE chain (
	id int PRIMARY KEY CHECK (id = 1),
	seq bigint NOT NULL,
	hash text COLLATE "C" NOT NULL
);
INSERT INTO chain VALUES (1, 0, repeat('0', 64));

CREATE TABLE meta (
	key text COLLATE "C" PRIMARY KEY,
	value text COLLATE "C" NOT NULL
);
