-- Migration 2: callbacks, repairs and dispatch orders.

-- A callback, an attempt at one, or the share of an open letter; its step says when, who and how.
CREATE TABLE callback (
    id             INTEGER PRIMARY KEY NOT NULL REFERENCES step (id),
    no             TEXT    NOT NULL,
    matter         INTEGER NOT NULL REFERENCES matter (id),
    reached        INTEGER NOT NULL,  -- 0: an attempt, nobody was reached
    satisfied      TEXT,              -- yes, partly, no
    signed_by      INTEGER REFERENCES said (id),
    signed_as      TEXT,              -- self, thumb, family
    form_no        TEXT,
    raised         INTEGER REFERENCES said (id),  -- what the resident raised anew
    settled        INTEGER REFERENCES said (id),  -- how it was settled on the spot
    appointment_at INTEGER                        -- when it is to be answered
) STRICT;
CREATE UNIQUE INDEX callback_by_no ON callback (no);
CREATE INDEX callback_by_matter ON callback (matter, id);

-- The answer that keeps an appointment.
CREATE TABLE callback_answer (
    step     INTEGER PRIMARY KEY NOT NULL REFERENCES step (id),
    callback INTEGER NOT NULL REFERENCES callback (id)
) STRICT;
CREATE INDEX callback_answer_by_callback ON callback_answer (callback);

CREATE TABLE repair (
    id             INTEGER PRIMARY KEY NOT NULL REFERENCES matter (id),
    place          INTEGER REFERENCES said (id),
    appointment_at INTEGER
) STRICT;

CREATE TABLE dispatch_order (
    id         INTEGER PRIMARY KEY NOT NULL,
    no         TEXT    NOT NULL,
    repair     INTEGER NOT NULL REFERENCES matter (id),
    technician INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE UNIQUE INDEX dispatch_order_by_no ON dispatch_order (no);
CREATE INDEX dispatch_order_by_repair ON dispatch_order (repair);

-- A second technician on the same order.
CREATE TABLE order_mate (
    dispatch_order INTEGER NOT NULL REFERENCES dispatch_order (id),
    staff          INTEGER NOT NULL REFERENCES staff (id),
    PRIMARY KEY (dispatch_order, staff)
) STRICT, WITHOUT ROWID;

-- The steps of an order are steps of its repair.
ALTER TABLE step ADD COLUMN dispatch_order INTEGER REFERENCES dispatch_order (id);
CREATE INDEX step_by_order ON step (dispatch_order, id) WHERE dispatch_order IS NOT NULL;

-- What only the steps of an order say.
CREATE TABLE order_detail (
    step      INTEGER PRIMARY KEY NOT NULL REFERENCES step (id),
    agreed_by INTEGER REFERENCES said (id),
    quoted    INTEGER,  -- whole yuan
    fault     TEXT,     -- difficult, parts, major
    eta_at    INTEGER,
    materials INTEGER REFERENCES said (id),
    fee       INTEGER,  -- whole yuan
    signed_by INTEGER REFERENCES said (id),
    form_no   TEXT,
    refused   INTEGER REFERENCES said (id)  -- why the resident would not sign
) STRICT;
