-- Migration 5: duty round the clock, key areas, plans and who knows them, messages about events.
--
-- Shifts and roster entries are matters too: they have a number, steps and an end.

-- Who is to be on duty (clause 1.2).
CREATE TABLE roster (
    id       INTEGER PRIMARY KEY NOT NULL REFERENCES matter (id),
    staff    INTEGER NOT NULL REFERENCES staff (id),
    sort     TEXT    NOT NULL,  -- day, overnight
    from_at  INTEGER NOT NULL,
    until_at INTEGER NOT NULL
) STRICT;
CREATE INDEX roster_by_time ON roster (from_at);

-- Who was: from the matter's own time to its end.
CREATE TABLE shift (
    id             INTEGER PRIMARY KEY NOT NULL REFERENCES matter (id),
    officer        INTEGER NOT NULL REFERENCES staff (id),
    started_at     INTEGER NOT NULL,
    substitute_for INTEGER REFERENCES staff (id)
) STRICT;
CREATE INDEX shift_by_time ON shift (started_at);

-- What a handover says beside its words and the relief, and the matters that were handed over open.
CREATE TABLE handover (
    step        INTEGER PRIMARY KEY NOT NULL REFERENCES step (id),
    reported_to INTEGER REFERENCES staff (id),
    items       INTEGER REFERENCES said (id)
) STRICT;
CREATE TABLE carried_over (
    step   INTEGER NOT NULL REFERENCES step (id),
    matter INTEGER NOT NULL REFERENCES matter (id),
    PRIMARY KEY (step, matter)
) STRICT;

-- Key areas (clause 1.8) and the inspections of them.
CREATE TABLE area (
    id         INTEGER PRIMARY KEY NOT NULL,
    name       TEXT    NOT NULL,
    added_at   INTEGER NOT NULL,
    retired_at INTEGER
) STRICT;
CREATE TABLE patrol (
    step   INTEGER PRIMARY KEY NOT NULL REFERENCES step (id),
    area   INTEGER NOT NULL REFERENCES area (id),
    result TEXT    NOT NULL,  -- ok, fault
    found  INTEGER REFERENCES matter (id)
) STRICT;

-- Emergency plans in editions (clause 1.3), and who has read which edition of what (clause 1.1).
CREATE TABLE plan_edition (
    id          INTEGER PRIMARY KEY NOT NULL,
    name        TEXT    NOT NULL,
    edition     INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorder    INTEGER NOT NULL REFERENCES staff (id),
    text        INTEGER NOT NULL REFERENCES said (id),
    UNIQUE (name, edition)
) STRICT;
CREATE TABLE acknowledgement (
    id          INTEGER PRIMARY KEY NOT NULL,
    staff       INTEGER NOT NULL REFERENCES staff (id),
    plan        INTEGER REFERENCES plan_edition (id),  -- none: the rulebook
    edition     INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorder    INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX acknowledgement_by_staff ON acknowledgement (staff, at);

-- What a message about an event says beside its words: the department told, or newer figures.
CREATE TABLE event_message (
    step       INTEGER PRIMARY KEY NOT NULL REFERENCES step (id),
    department INTEGER REFERENCES said (id),
    casualties INTEGER,
    loss       INTEGER
) STRICT;
CREATE INDEX conduct_by_source ON conduct (source) WHERE source IS NOT NULL;
