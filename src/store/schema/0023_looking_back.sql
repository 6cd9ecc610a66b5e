-- Migration 23: indexes for who looks back.

-- What a verdict found of a matter, and of a week or month by its name.
CREATE INDEX kept_finding_by_matter ON kept_finding (matter, subject);

-- What was open in a stretch of the past began before its end and closed after its beginning: both are in the index, so
-- that of all that closed since no row is read.
DROP INDEX matter_by_closing;
CREATE INDEX matter_by_closing ON matter (kind, closed_at, at);

-- How many came from which home, likewise.
DROP INDEX matter_by_time;
CREATE INDEX matter_by_time ON matter (kind, at, unit, voided_at);
