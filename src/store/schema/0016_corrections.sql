-- Migration 16: what a correction found, and what it left standing.

-- What a field was before a correction: the words, or anything else as it reads.
CREATE TABLE amended (
    step      INTEGER PRIMARY KEY NOT NULL REFERENCES step (id),  -- its `field` says which
    old_said  INTEGER,  -- its id in `said`, whose place and row are those of the field
    old_value TEXT
) STRICT;

-- Breaches that stood when something was corrected. They keep standing, with their time.
CREATE TABLE standing (
    id      INTEGER PRIMARY KEY NOT NULL,
    step    INTEGER NOT NULL REFERENCES step (id),  -- the correction
    rule    TEXT    NOT NULL,
    subject TEXT    NOT NULL,
    since   INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX standing_by_finding ON standing (subject, rule, since);
CREATE INDEX standing_by_step ON standing (step);

-- A shift that nobody wrote down while it was held: entered by a manager after it (clause 1.9).
ALTER TABLE shift ADD COLUMN entered_afterwards INTEGER;  -- 1
