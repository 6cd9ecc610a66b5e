-- Migration 10: what a correction changed, where a rule turns on it.

-- A complaint's class, or how many came; the complaint has the newest. What was corrected before this
-- migration is only in the journal.
CREATE TABLE corrected (
    step      INTEGER PRIMARY KEY NOT NULL REFERENCES step (id),  -- its `field` says which
    old_value INTEGER,                                            -- none: nothing was said
    new_value INTEGER NOT NULL
) STRICT;
