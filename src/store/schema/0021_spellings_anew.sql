-- Migration 21: a home is read without what is said beside it of who lives there, 3-502(租户), and more of a phone is
-- one, a number broken over two lines, 来电88886666.

DELETE FROM home_spelling;
INSERT INTO home_spelling (unit, home)
SELECT unit, home_of(unit) FROM matter WHERE unit IS NOT NULL
UNION
SELECT unit, home_of(unit) FROM home;

-- What was said before is put into the index anew.
INSERT INTO search_index (search_index) VALUES ('delete-all');
