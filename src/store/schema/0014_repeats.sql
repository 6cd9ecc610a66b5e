-- Migration 14: since when a complaint repeats which other, and until when (clause 3.3.5); which home a
-- matter was thought to come from.

-- The link follows what is on file: each change of it is a row. `complaint` has what holds now.
CREATE TABLE repeat_link (
    id        INTEGER PRIMARY KEY NOT NULL,
    complaint INTEGER NOT NULL REFERENCES matter (id),
    earlier   INTEGER NOT NULL REFERENCES matter (id),
    by_hand   INTEGER NOT NULL,  -- somebody said so; else home and category do
    since_at  INTEGER NOT NULL,  -- from when its sooner limit runs, whatever it was linked to since
    from_at   INTEGER NOT NULL,
    until_at  INTEGER
) STRICT;
CREATE INDEX repeat_link_by_complaint ON repeat_link (complaint, id);
CREATE INDEX repeat_link_by_earlier ON repeat_link (earlier) WHERE until_at IS NULL;

-- Links were made once and for all; of one that is void, what that one repeated held.
INSERT INTO repeat_link (id, complaint, earlier, by_hand, since_at, from_at, until_at)
WITH RECURSIVE chain (complaint, earlier, step) AS (
    SELECT c.id, c.repeat_of, 1 FROM complaint c WHERE c.repeat_of IS NOT NULL
    UNION ALL
    SELECT h.complaint, v.repeat_of, h.step + 1
    FROM chain h JOIN matter x ON x.id = h.earlier AND x.voided_at IS NOT NULL
    JOIN complaint v ON v.id = h.earlier
    WHERE v.repeat_of IS NOT NULL AND v.repeat_of <> h.complaint AND h.step < 100
), held AS (
    SELECT h.complaint,
           (SELECT s.earlier FROM chain s JOIN matter x ON x.id = s.earlier
            WHERE s.complaint = h.complaint AND x.voided_at IS NULL ORDER BY s.step LIMIT 1) AS standing,
           max(x.voided_at) AS voided_at
    FROM chain h JOIN matter x ON x.id = h.earlier GROUP BY h.complaint
)
SELECT row_number() OVER (ORDER BY c.id), c.id, coalesce(h.standing, c.repeat_of),
       m.unit IS NULL OR m.category IS NULL OR e.unit IS NOT m.unit OR e.category IS NOT m.category,
       coalesce(c.repeat_at, m.at), coalesce(c.repeat_at, m.at), iif(h.standing IS NULL, h.voided_at, NULL)
FROM held h JOIN complaint c ON c.id = h.complaint JOIN matter m ON m.id = c.id
JOIN matter e ON e.id = coalesce(h.standing, c.repeat_of);

UPDATE complaint
SET repeat_of = (SELECT l.earlier FROM repeat_link l WHERE l.complaint = complaint.id AND l.until_at IS NULL),
    repeat_at = (SELECT l.since_at FROM repeat_link l WHERE l.complaint = complaint.id AND l.until_at IS NULL)
WHERE repeat_of IS NOT NULL;

-- A corrected home. What was corrected before this migration is only in the journal.
CREATE TABLE rehomed (
    step     INTEGER PRIMARY KEY NOT NULL REFERENCES step (id),
    old_unit TEXT,
    new_unit TEXT    NOT NULL
) STRICT;
CREATE INDEX rehomed_by_old_unit ON rehomed (old_unit);
