-- id: repair.whereabouts
-- clause: 4.1
-- severity: notice
-- judges: repair
-- when: nowhere
-- blamed: registrar
-- title.zh: 报修写明地点
-- title.en: A repair names its place
-- message.zh: {subject} 没有房号也没有位置,维修人员不知道去哪里
-- message.en: {subject} has neither a home nor a place, so the technician does not know where to go
-- remedy.zh: 补上房号或位置:huiyin amend {subject} --unit 3-502 --reason 漏写
-- remedy.en: add the home or the place: huiyin amend {subject} --unit 3-502 --reason WHY
-- reads: matter repair
SELECT m.no AS subject, m.at AS since
FROM scope_repair m
WHERE m.unit IS NULL AND m.place IS NULL;

-- example: a home, or a place, says where
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO content (id, value) VALUES (900, '东门岗亭');
UPDATE matter SET unit = NULL WHERE id = 2;
UPDATE repair SET place = 900 WHERE id = 2;

-- example: neither
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
UPDATE matter SET unit = NULL WHERE id = 1;
