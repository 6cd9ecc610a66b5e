-- Migration 18: the office's own phrases, and who was reminded of what.

-- A phrase for residents, kept under a name. Whoever changes one retires it and adds it anew.
CREATE TABLE snippet (
    id          INTEGER PRIMARY KEY NOT NULL,
    name        TEXT    NOT NULL,
    text        INTEGER NOT NULL REFERENCES said (id),
    at          INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorder    INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX snippet_by_name ON snippet (name);
CREATE TABLE snippet_end (
    id          INTEGER PRIMARY KEY NOT NULL REFERENCES snippet (id),
    at          INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorder    INTEGER NOT NULL REFERENCES staff (id)
) STRICT;

-- What somebody was told that they must do before its limit passes: once a day of the office.
CREATE TABLE reminder (
    id       INTEGER PRIMARY KEY NOT NULL,
    day      TEXT    NOT NULL,  -- 2026-11-23
    staff    INTEGER NOT NULL REFERENCES staff (id),
    subject  TEXT    NOT NULL,
    rule     TEXT    NOT NULL,
    due_at   INTEGER NOT NULL,
    told_at  INTEGER NOT NULL,
    recorder INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE UNIQUE INDEX reminder_of_the_day ON reminder (day, staff, subject, rule);
CREATE INDEX reminder_by_time ON reminder (told_at);
