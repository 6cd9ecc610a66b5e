-- Migration 4: rework, corrected categories, and why a rework went to another technician.

-- A second repair of the same thing (clause 6.5), or why it is none.
ALTER TABLE repair ADD COLUMN rework_of INTEGER REFERENCES matter (id);
ALTER TABLE repair ADD COLUMN not_rework INTEGER REFERENCES said (id);

-- A category that was corrected (clause 4.5); the matter has the newest.
CREATE TABLE recategorised (
    step         INTEGER PRIMARY KEY NOT NULL REFERENCES step (id),
    old_category TEXT    NOT NULL,
    new_category TEXT    NOT NULL
) STRICT;

-- Of a dispatch: why not the first technician. off-shift, skill
ALTER TABLE order_detail ADD COLUMN instead TEXT;
