-- Migration 1: the office, its people and policies, matters and their steps, the journal.
--
-- Conventions every later migration keeps:
--   * STRICT, a declared NOT NULL primary key, no generated columns: the session extension records
--     nothing else.
--   * Unique indexes by CREATE UNIQUE INDEX, so that a replay of the journal can drop them.
--   * Times are UTC seconds. `at` is when it happened, `recorded_at` when it was written down.
--   * Names, phone numbers and free text are never columns: a column holds the id of a `said` row.

-- The values of what people said. Not journaled, so that a value can be erased for good.
CREATE TABLE content (
    id    INTEGER PRIMARY KEY NOT NULL,
    salt  BLOB,
    value TEXT
) STRICT;

-- That something was said, and where it belongs. The digest covers place, row, salt and value.
CREATE TABLE said (
    id        INTEGER PRIMARY KEY NOT NULL,
    place     TEXT    NOT NULL,  -- 'step.text'
    row       INTEGER NOT NULL,
    digest    BLOB    NOT NULL,
    erased_at INTEGER
) STRICT;

CREATE TABLE journal (
    seq       INTEGER PRIMARY KEY NOT NULL,
    head      TEXT NOT NULL,  -- JSON; docs/journal-format.md
    changeset BLOB NOT NULL,
    hash      BLOB NOT NULL
) STRICT;

CREATE TABLE office (
    id        INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
    store_id  TEXT    NOT NULL,
    name      TEXT    NOT NULL,
    language  TEXT    NOT NULL,
    timezone  TEXT    NOT NULL,
    opened_at INTEGER NOT NULL
) STRICT;

CREATE TABLE staff (
    id    INTEGER PRIMARY KEY NOT NULL,
    login TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX staff_by_login ON staff (login);

-- What is known of a staff member from `at` on; the first edition holds before it too.
CREATE TABLE staff_edition (
    id          INTEGER PRIMARY KEY NOT NULL,
    staff       INTEGER NOT NULL REFERENCES staff (id),
    at          INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorder    INTEGER NOT NULL REFERENCES staff (id),
    name        INTEGER NOT NULL REFERENCES said (id),
    role        TEXT    NOT NULL,
    department  TEXT,
    superior    INTEGER REFERENCES staff (id),
    has_left    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX staff_edition_by_time ON staff_edition (staff, at, id);

CREATE TABLE staff_absence (
    id          INTEGER PRIMARY KEY NOT NULL,
    staff       INTEGER NOT NULL REFERENCES staff (id),
    from_at     INTEGER NOT NULL,
    until_at    INTEGER NOT NULL,
    acting      INTEGER REFERENCES staff (id),
    recorded_at INTEGER NOT NULL,
    recorder    INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX staff_absence_by_time ON staff_absence (staff, from_at);

-- A policy's value from `at` on. Before the first row of a key the regulation's default holds.
CREATE TABLE policy_edition (
    id          INTEGER PRIMARY KEY NOT NULL,
    key         TEXT    NOT NULL,
    edition     INTEGER NOT NULL,  -- 1, 2, …; the default is edition 0
    at          INTEGER NOT NULL,
    value       TEXT    NOT NULL,
    reason      INTEGER REFERENCES said (id),
    recorded_at INTEGER NOT NULL,
    recorder    INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX policy_edition_by_time ON policy_edition (key, at, id);

CREATE TABLE number_series (
    prefix TEXT    NOT NULL,
    year   INTEGER NOT NULL,
    last   INTEGER NOT NULL,
    PRIMARY KEY (prefix, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE matter (
    id           INTEGER PRIMARY KEY NOT NULL,
    no           TEXT    NOT NULL,
    kind         TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    recorded_at  INTEGER NOT NULL,
    opened_by    INTEGER NOT NULL REFERENCES staff (id),
    channel      TEXT    NOT NULL,
    via          INTEGER REFERENCES said (id),
    category     TEXT,
    unit         TEXT,
    person       INTEGER REFERENCES said (id),
    phone        INTEGER REFERENCES said (id),
    text         INTEGER NOT NULL REFERENCES said (id),
    closed_at    INTEGER,
    outcome      INTEGER REFERENCES said (id),
    voided_at    INTEGER,
    duplicate_of INTEGER REFERENCES matter (id)
) STRICT;
CREATE UNIQUE INDEX matter_by_no ON matter (no);
CREATE INDEX matter_by_time ON matter (kind, at);
CREATE INDEX matter_by_closing ON matter (kind, closed_at);
CREATE INDEX matter_by_unit ON matter (unit, category, at);

CREATE TABLE complaint (
    id              INTEGER PRIMARY KEY NOT NULL REFERENCES matter (id),
    subject         INTEGER REFERENCES said (id),
    class           INTEGER,
    people          INTEGER,
    forwarded_by    INTEGER REFERENCES said (id),
    about           INTEGER REFERENCES staff (id),
    repeat_of       INTEGER REFERENCES matter (id),
    seat            INTEGER NOT NULL DEFAULT 0,
    tea             INTEGER NOT NULL DEFAULT 0,
    heard           INTEGER NOT NULL DEFAULT 0,
    calmed          INTEGER NOT NULL DEFAULT 0,
    courtesy_missed INTEGER REFERENCES said (id)
) STRICT;

-- Everything that is done on a matter, its reception included: one row each, never changed.
CREATE TABLE step (
    id          INTEGER PRIMARY KEY NOT NULL,
    matter      INTEGER NOT NULL REFERENCES matter (id),
    seq         INTEGER NOT NULL,  -- 1 is the reception
    entry       INTEGER NOT NULL,  -- the journal entry that recorded it
    what        TEXT    NOT NULL,
    at          INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    doer        INTEGER NOT NULL REFERENCES staff (id),
    recorder    INTEGER NOT NULL REFERENCES staff (id),
    to_staff    INTEGER REFERENCES staff (id),  -- who was handed the matter
    method      TEXT,
    ended       TEXT,                           -- close: unsatisfied, withdrawn, moved, …
    field       TEXT,                           -- amend: the field that was corrected
    text        INTEGER REFERENCES said (id),
    reason      INTEGER REFERENCES said (id),
    as_happened INTEGER REFERENCES said (id),
    witness     INTEGER REFERENCES said (id),
    late_reason INTEGER REFERENCES said (id)
) STRICT;
CREATE UNIQUE INDEX step_by_matter ON step (matter, seq);
CREATE INDEX step_by_what ON step (what, at);

-- Who was called together by an escalation or a convening (clause 5.3).
CREATE TABLE convened (
    step  INTEGER NOT NULL REFERENCES step (id),
    staff INTEGER NOT NULL REFERENCES staff (id),
    PRIMARY KEY (step, staff)
) STRICT, WITHOUT ROWID;

CREATE TABLE weekly_report (
    id       INTEGER PRIMARY KEY NOT NULL,
    week     TEXT    NOT NULL,
    edition  INTEGER NOT NULL,
    filed_at INTEGER NOT NULL,
    recorder INTEGER NOT NULL REFERENCES staff (id),
    figures  TEXT    NOT NULL,  -- JSON, what a new edition is compared with
    summary  INTEGER REFERENCES said (id)
) STRICT;
CREATE UNIQUE INDEX weekly_report_by_week ON weekly_report (week, edition);

CREATE TABLE explanation (
    id       INTEGER PRIMARY KEY NOT NULL,
    rule     TEXT    NOT NULL,
    subject  TEXT    NOT NULL,
    since    INTEGER NOT NULL,
    reason   INTEGER NOT NULL REFERENCES said (id),
    at       INTEGER NOT NULL,
    recorder INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE UNIQUE INDEX explanation_by_finding ON explanation (rule, subject, since);

CREATE TABLE request_key (
    id        INTEGER PRIMARY KEY NOT NULL,
    key       TEXT    NOT NULL,
    arguments INTEGER NOT NULL REFERENCES said (id),  -- a digest, salted like everything said
    result    TEXT    NOT NULL,                       -- JSON: what the first run answered
    entry     INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX request_key_by_key ON request_key (key);

-- For people who open the file with the sqlite3 shell: local times, names and phones masked.
CREATE VIEW v_complaint AS
SELECT m.no,
       datetime(m.at, 'unixepoch', 'localtime')          AS happened,
       datetime(m.recorded_at, 'unixepoch', 'localtime') AS recorded,
       m.channel, m.category, c.class, m.unit,
       substr(person.value, 1, 1) || '**'                AS person,
       substr(phone.value, 1, 3) || '****' || substr(phone.value, -4) AS phone,
       said_text.value                                   AS text,
       datetime(m.closed_at, 'unixepoch', 'localtime')   AS closed,
       outcome.value                                     AS outcome,
       m.voided_at IS NOT NULL                           AS voided
FROM matter m
JOIN complaint c ON c.id = m.id
JOIN content said_text ON said_text.id = m.text
LEFT JOIN content person ON person.id = m.person
LEFT JOIN content phone ON phone.id = m.phone
LEFT JOIN content outcome ON outcome.id = m.outcome;

CREATE VIEW v_step AS
SELECT m.no, s.seq, s.what,
       datetime(s.at, 'unixepoch', 'localtime')          AS happened,
       datetime(s.recorded_at, 'unixepoch', 'localtime') AS recorded,
       doer.login AS doer, recorder.login AS recorder, receiver.login AS receiver,
       s.method, words.value AS text, reason.value AS reason
FROM step s
JOIN matter m ON m.id = s.matter
JOIN staff doer ON doer.id = s.doer
JOIN staff recorder ON recorder.id = s.recorder
LEFT JOIN staff receiver ON receiver.id = s.to_staff
LEFT JOIN content words ON words.id = s.text
LEFT JOIN content reason ON reason.id = s.reason;

CREATE VIEW v_journal AS
SELECT seq, datetime(head ->> 'at', 'unixepoch', 'localtime') AS recorded,
       head ->> 'os_user' AS os_user, head ->> 'staff' AS staff, head ->> 'command' AS command,
       lower(hex(hash)) AS hash
FROM journal;
