-- Migration 23: what a verdict found of a matter is looked up by it, and of a week or month by its name.

CREATE INDEX kept_finding_by_matter ON kept_finding (matter, subject);
