-- Migration 17: the homes there are, where an office keeps a register of them.

-- One row for each home. How it is compared stands in home_spelling, as of every home that is typed.
CREATE TABLE home (
    id          INTEGER PRIMARY KEY NOT NULL,
    unit        TEXT    NOT NULL,  -- as people write it
    building    TEXT,
    stair       TEXT,
    residents   INTEGER,           -- how many live there; NULL: not known
    added_at    INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorder    INTEGER NOT NULL REFERENCES staff (id),
    retired_at  INTEGER            -- since when it is no home any more
) STRICT;
CREATE UNIQUE INDEX home_by_unit ON home (unit);
