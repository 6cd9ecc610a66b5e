-- Migration 13: homes are compared as homes and phones as phones, not as they were typed.

-- Every way the home of a matter is typed, and the one form in which homes are compared. Derived, like the
-- search index: not journaled, and made anew wherever the form changes.
CREATE TABLE home_spelling (
    unit TEXT PRIMARY KEY NOT NULL,
    home TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX home_spelling_by_home ON home_spelling (home);

INSERT INTO home_spelling (unit, home)
SELECT DISTINCT unit, home_of(unit) FROM matter WHERE unit IS NOT NULL;

-- The spellings of one home: `other` is each of those, `unit` itself among them.
CREATE VIEW same_home AS
SELECT mine.unit, other.unit AS other
FROM home_spelling mine CROSS JOIN home_spelling other ON other.home = mine.home;

-- A phone number is found in every spelling: what was said before is put into the index anew.
INSERT INTO search_index (search_index) VALUES ('delete-all');
