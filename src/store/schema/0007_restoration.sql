-- Migration 7: that a store was put back from a copy, what was given up by it, and why.

CREATE TABLE restoration (
    id        INTEGER PRIMARY KEY NOT NULL,
    at        INTEGER NOT NULL,
    recorder  INTEGER REFERENCES staff (id),  -- none: not yet on the staff when the copy was made
    entries   INTEGER NOT NULL,               -- how many the copy had
    lost      INTEGER NOT NULL,               -- how many of the replaced store it lacks
    lost_head TEXT,                           -- the replaced store's last hash, where it could be read
    reason    INTEGER REFERENCES said (id)
) STRICT;
