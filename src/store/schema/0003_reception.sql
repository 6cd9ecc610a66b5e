-- Migration 3: suggestions, open letters, surveys, conduct cases, quarrels, events, attachments,
-- repeats, and the index that search reads.
--
-- Whatever has a number and steps of its own is a row of `matter`; what only its kind has is a row
-- beside it, with the same id.

-- Opinions and suggestions of residents (clauses 2.2.5, 3.2.3).
CREATE TABLE suggestion (
    id   INTEGER PRIMARY KEY NOT NULL REFERENCES matter (id),
    sort TEXT    NOT NULL  -- opinion, suggestion
) STRICT;

-- What an answer to one carries beside its words.
CREATE TABLE suggestion_answer (
    step     INTEGER PRIMARY KEY NOT NULL REFERENCES step (id),
    courtesy TEXT  -- thanks, apology
) STRICT;

-- Open letters (clause 3.3.4): the text of the matter is the letter, `letter_share` the callbacks
-- it stands for, one for each matter that it answers.
CREATE TABLE letter (
    id      INTEGER PRIMARY KEY NOT NULL REFERENCES matter (id),
    subject INTEGER NOT NULL REFERENCES said (id)
) STRICT;

CREATE TABLE letter_share (
    callback INTEGER PRIMARY KEY NOT NULL REFERENCES callback (id),
    letter   INTEGER NOT NULL REFERENCES letter (id)
) STRICT;
CREATE INDEX letter_share_by_letter ON letter_share (letter);

-- Surveys (clause 3.2.1): how many sheets went out, and how many came back at each collection.
CREATE TABLE survey (
    id       INTEGER PRIMARY KEY NOT NULL REFERENCES matter (id),
    issued   INTEGER NOT NULL,
    until_at INTEGER
) STRICT;

CREATE TABLE survey_return (
    step         INTEGER PRIMARY KEY NOT NULL REFERENCES step (id),
    returned     INTEGER NOT NULL,
    satisfied    INTEGER,
    dissatisfied INTEGER
) STRICT;

-- Conduct cases (clauses 1.4, 2.2.1, 2.2.9, 7.5). A decision is a step and ends the case.
CREATE TABLE conduct (
    id     INTEGER PRIMARY KEY NOT NULL REFERENCES matter (id),
    staff  INTEGER NOT NULL REFERENCES staff (id),
    sort   TEXT    NOT NULL,
    source INTEGER REFERENCES matter (id)  -- the matter it came of
) STRICT;
CREATE INDEX conduct_by_staff ON conduct (staff);

-- A quarrel while a complaint was received (clause 2.2.6).
CREATE TABLE quarrel (
    step       INTEGER PRIMARY KEY NOT NULL REFERENCES step (id),
    who        INTEGER NOT NULL REFERENCES staff (id),
    stopped_by INTEGER REFERENCES staff (id),
    case_id    INTEGER NOT NULL REFERENCES conduct (id)
) STRICT;

-- Major events (clause 7). The first report is the step that opens it.
CREATE TABLE event (
    id          INTEGER PRIMARY KEY NOT NULL REFERENCES matter (id),
    place       INTEGER REFERENCES said (id),
    happened_at INTEGER,
    learned_at  INTEGER NOT NULL,
    casualties  INTEGER,
    loss        INTEGER,  -- whole yuan
    gathering   INTEGER NOT NULL DEFAULT 0,  -- a group gathers, or is likely to
    said_urgent INTEGER NOT NULL DEFAULT 0,
    residents   INTEGER NOT NULL DEFAULT 0,  -- residents were affected
    petition    INTEGER REFERENCES said (id),
    complaint   INTEGER REFERENCES matter (id)
) STRICT;
CREATE INDEX event_by_complaint ON event (complaint) WHERE complaint IS NOT NULL;

-- A file added to a matter; its bytes lie in `file`, which like `content` is not journaled.
CREATE TABLE attachment (
    step INTEGER PRIMARY KEY NOT NULL REFERENCES step (id),
    name INTEGER NOT NULL REFERENCES said (id),
    size INTEGER NOT NULL,
    file INTEGER NOT NULL REFERENCES said (id)
) STRICT;

CREATE TABLE file (
    id    INTEGER PRIMARY KEY NOT NULL,
    salt  BLOB,
    bytes BLOB
) STRICT;

-- From when a matter has someone to answer: its own time, or that of the correction that added a
-- phone or a unit (clause 3.3.6).
ALTER TABLE matter ADD COLUMN reachable_at INTEGER;
UPDATE matter SET reachable_at = at WHERE phone IS NOT NULL OR unit IS NOT NULL;

-- From when a complaint counts as a repeat: its own time, or that of the correction that said so.
ALTER TABLE complaint ADD COLUMN repeat_at INTEGER;

-- Whose callbacks clause 3.4.1 speaks of: complaints, and opinions that residents brought.
CREATE VIEW v_rated AS
SELECT id FROM matter WHERE kind = 'complaint'
UNION ALL
SELECT m.id FROM matter m JOIN suggestion s ON s.id = m.id
WHERE s.sort = 'opinion' AND m.channel <> 'round';

-- The letters and pairs of letters of everything said, by the id of its `said` row. Derived, hence
-- not journaled; the gate brings it up to date before it commits.
CREATE VIRTUAL TABLE search_index USING fts5 (
    letters, content = '', detail = none, tokenize = 'ascii'
);
