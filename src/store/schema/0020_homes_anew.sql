-- Migration 20: more spellings of a home are read as one, 第3栋502, 3号楼502门, 3-502。, and more of a phone,
-- 一三八零…, 138、0000、8000.

DELETE FROM home_spelling;
INSERT INTO home_spelling (unit, home)
SELECT unit, home_of(unit) FROM matter WHERE unit IS NOT NULL
UNION
SELECT unit, home_of(unit) FROM home;

-- What was said before is put into the index anew.
INSERT INTO search_index (search_index) VALUES ('delete-all');
