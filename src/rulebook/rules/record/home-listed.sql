-- id: record.home-listed
-- clause: 3.3.6
-- severity: notice
-- judges: matter
-- when: listing
-- blamed: registrar
-- title.zh: 房号在住户册上
-- title.en: A home is on the register
-- message.zh: {subject} 的房号「{typed}」不在住户册上;最接近的是 {nearest}
-- message.en: {subject}: the home '{typed}' is not on the register; the nearest is {nearest}
-- remedy.zh: 写错了:huiyin amend {subject} --unit '{nearest}' --reason …;册上缺这一户:huiyin unit add '{typed}'
-- remedy.en: mistyped: huiyin amend {subject} --unit '{nearest}' --reason …; missing there: huiyin unit add '{typed}'
-- reads: matter rehomed
SELECT m.no AS subject, m.at AS since, m.unit AS typed, nearest_home(m.unit) AS nearest
FROM scope_matter m
WHERE m.unit IS NOT NULL AND EXISTS (SELECT 1 FROM main.home WHERE retired_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM main.home_spelling s CROSS JOIN main.home h ON h.unit = s.unit
                  WHERE s.home = home_of(m.unit) AND h.retired_at IS NULL);

-- gate: unless amend
SELECT :no AS subject, :at AS since, :unit AS typed, nearest_home(:unit) AS nearest
WHERE :unit IS NOT NULL AND EXISTS (SELECT 1 FROM main.home WHERE retired_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM main.home_spelling s CROSS JOIN main.home h ON h.unit = s.unit
                  WHERE s.home = home_of(:unit) AND h.retired_at IS NULL);

-- example: as it is written there, or as somebody else writes it
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_home (id, unit) VALUES (1, '3-502'), (2, '3-2-501');
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502'), (2, '2026-11-23 09:00:00', '３号楼５０２室');
INSERT INTO given_repair (id, at, unit) VALUES (3, '2026-11-23 09:00:00', '3号楼2单元501室');

-- example: two digits the wrong way round
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
INSERT INTO given_home (id, unit) VALUES (1, '3-502'), (2, '3-2-501');
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-520');

-- example: a home that was taken off the register
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
INSERT INTO given_home (id, unit, retired_at) VALUES (1, '3-502', '2026-11-01 00:00:00'), (2, '3-503', NULL);
INSERT INTO given_repair (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502');

-- example: no register is kept
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-520');

-- example: no home was said
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_home (id, unit) VALUES (1, '3-502');
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');

-- example: an office that has retired every home of its register keeps none
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_home (id, unit, retired_at) VALUES (1, '3-502', '2026-11-01 00:00:00');
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-520');
