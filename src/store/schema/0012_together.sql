-- Migration 12: several people on one shift (clause 1.9). Who answers for it is in `roster` and `shift`;
-- these are with them.

CREATE TABLE roster_mate (
    entry INTEGER NOT NULL REFERENCES roster (id),
    staff INTEGER NOT NULL REFERENCES staff (id),
    PRIMARY KEY (entry, staff)
) STRICT;
CREATE TABLE shift_mate (
    shift INTEGER NOT NULL REFERENCES shift (id),
    staff INTEGER NOT NULL REFERENCES staff (id),
    PRIMARY KEY (shift, staff)
) STRICT;
