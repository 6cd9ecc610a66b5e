-- Migration 6: seals, what was erased, and views for people who open the file with other tools.

-- A signature over what the journal was at a moment (docs/security.md). The key is kept elsewhere.
CREATE TABLE seal (
    id         INTEGER PRIMARY KEY NOT NULL,
    entries    INTEGER NOT NULL,  -- how many entries it speaks for
    head       TEXT    NOT NULL,  -- the hash of the last of them, in hex
    at         INTEGER NOT NULL,
    public_key BLOB    NOT NULL,
    signature  BLOB    NOT NULL,
    recorder   INTEGER NOT NULL REFERENCES staff (id)
) STRICT;

-- That values were taken out of the file for good, by whom and why.
CREATE TABLE erasure (
    id       INTEGER PRIMARY KEY NOT NULL,
    sort     TEXT    NOT NULL,  -- person, expired, redacted
    at       INTEGER NOT NULL,
    recorder INTEGER NOT NULL REFERENCES staff (id),
    reason   INTEGER NOT NULL REFERENCES said (id)
) STRICT;
CREATE TABLE erased_value (
    id      INTEGER PRIMARY KEY NOT NULL,
    erasure INTEGER NOT NULL REFERENCES erasure (id),
    said    INTEGER NOT NULL REFERENCES said (id),
    matter  INTEGER REFERENCES matter (id),
    sort    TEXT    NOT NULL,  -- gone: nothing is left; cut: a name or number was; replaced
    digest  BLOB    NOT NULL,  -- of what was said before; its salt is gone, so it says nothing
    -- What the taboo rule found in the old words, where the new ones would not tell the same; empty
    -- for nothing. What was said stays said.
    phrase  TEXT
) STRICT;
CREATE INDEX erased_value_by_said ON erased_value (said) WHERE phrase IS NOT NULL;
CREATE INDEX erased_value_by_matter ON erased_value (matter) WHERE matter IS NOT NULL;

CREATE VIEW v_repair AS
SELECT m.no,
       datetime(m.at, 'unixepoch', 'localtime')               AS happened,
       datetime(m.recorded_at, 'unixepoch', 'localtime')      AS recorded,
       m.channel, m.category, m.unit, place.value             AS place,
       substr(person.value, 1, 1) || '**'                     AS person,
       substr(phone.value, 1, 3) || '****' || substr(phone.value, -4) AS phone,
       words.value                                            AS text,
       datetime(r.appointment_at, 'unixepoch', 'localtime')   AS appointment,
       rework.no                                              AS rework_of,
       datetime(m.closed_at, 'unixepoch', 'localtime')        AS closed,
       outcome.value                                          AS outcome,
       m.voided_at IS NOT NULL                                AS voided
FROM matter m
JOIN repair r ON r.id = m.id
LEFT JOIN matter rework ON rework.id = r.rework_of
LEFT JOIN content words ON words.id = m.text
LEFT JOIN content place ON place.id = r.place
LEFT JOIN content person ON person.id = m.person
LEFT JOIN content phone ON phone.id = m.phone
LEFT JOIN content outcome ON outcome.id = m.outcome;

CREATE VIEW v_matter AS
SELECT m.no, m.kind,
       datetime(m.at, 'unixepoch', 'localtime')          AS happened,
       datetime(m.recorded_at, 'unixepoch', 'localtime') AS recorded,
       opener.login                                      AS received_by,
       m.channel, m.category, m.unit,
       words.value                                       AS text,
       datetime(m.closed_at, 'unixepoch', 'localtime')   AS closed,
       outcome.value                                     AS outcome,
       m.voided_at IS NOT NULL                           AS voided
FROM matter m
JOIN staff opener ON opener.id = m.opened_by
LEFT JOIN content words ON words.id = m.text
LEFT JOIN content outcome ON outcome.id = m.outcome;

CREATE VIEW v_callback AS
SELECT c.no, m.no AS of, datetime(s.at, 'unixepoch', 'localtime') AS happened,
       doer.login AS doer, s.method, c.reached, c.satisfied,
       substr(signer.value, 1, 1) || '**' AS signed_by, c.signed_as, c.form_no,
       note.value AS note, raised.value AS raised, settled.value AS settled
FROM callback c
JOIN step s ON s.id = c.id
JOIN matter m ON m.id = c.matter
JOIN staff doer ON doer.id = s.doer
LEFT JOIN content signer ON signer.id = c.signed_by
LEFT JOIN content note ON note.id = s.text
LEFT JOIN content raised ON raised.id = c.raised
LEFT JOIN content settled ON settled.id = c.settled;

CREATE VIEW v_order AS
SELECT o.no, m.no AS repair, technician.login AS technician, s.what AS step,
       datetime(s.at, 'unixepoch', 'localtime') AS happened, doer.login AS doer,
       words.value AS text, reason.value AS reason
FROM dispatch_order o
JOIN matter m ON m.id = o.repair
JOIN staff technician ON technician.id = o.technician
JOIN step s ON s.dispatch_order = o.id
JOIN staff doer ON doer.id = s.doer
LEFT JOIN content words ON words.id = s.text
LEFT JOIN content reason ON reason.id = s.reason;

CREATE VIEW v_seal AS
SELECT entries, head, datetime(at, 'unixepoch', 'localtime') AS sealed,
       lower(hex(public_key)) AS public_key, lower(hex(signature)) AS signature
FROM seal;
