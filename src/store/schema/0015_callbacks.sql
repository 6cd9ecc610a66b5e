-- Migration 15: callbacks that were never made, appointments that were moved, whether the trouble is
-- over, and the orders of a hotline (clauses 3.2.2, 3.3.3a).

-- Of a callback or an attempt: since when it is void.
ALTER TABLE step ADD COLUMN voided_at INTEGER;

-- The step that an earlier one is corrected by, or made void.
CREATE TABLE correction (
    step   INTEGER PRIMARY KEY NOT NULL REFERENCES step (id),
    target INTEGER NOT NULL REFERENCES step (id)
) STRICT;
CREATE INDEX correction_by_target ON correction (target);

-- An appointment put off, or brought forward, before it had passed.
CREATE TABLE rearranged (
    step           INTEGER PRIMARY KEY NOT NULL REFERENCES step (id),
    callback       INTEGER NOT NULL REFERENCES callback (id),
    appointment_at INTEGER NOT NULL
) STRICT;
CREATE INDEX rearranged_by_callback ON rearranged (callback);

-- Whether the trouble is over, asked apart from satisfaction. yes, no
ALTER TABLE callback ADD COLUMN resolved TEXT;

-- Of a forwarded complaint: the hotline's own number and deadline.
ALTER TABLE complaint ADD COLUMN hotline_no INTEGER REFERENCES said (id);
ALTER TABLE complaint ADD COLUMN hotline_due_at INTEGER;
