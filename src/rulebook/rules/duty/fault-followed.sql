-- id: duty.fault-followed
-- clause: 1.8
-- severity: refuse
-- judges: shift
-- blames: step
-- blamed: doer
-- title.zh: 巡查发现的问题有着落
-- title.en: A fault found is followed up
-- message.zh: {subject} 巡查 {area} 发现问题,没有同时登记报修或重大事项,也没有写明已登记的是哪一件
-- message.en: {subject} found a fault in {area}, but neither opened a repair or an event nor named one that is open
-- remedy.zh: 写 --repair 类别 或 --event 类别 同时登记;已登记过的写 --known 编号
-- remedy.en: open one with --repair CATEGORY or --event CATEGORY, or name the one open: --known NUMBER
-- reads: patrol
SELECT m.no AS subject, s.at AS since, s.id AS row, a.name AS area, f.no AS named
FROM scope_shift m JOIN steps s ON s.matter = m.id AND s.what = 'patrol'
JOIN main.patrol p ON p.step = s.id JOIN main.area a ON a.id = p.area
LEFT JOIN main.matter f ON f.id = p.found
WHERE p.result = 'fault'
  AND (p.found IS NULL OR f.kind NOT IN ('repair', 'event') OR f.closed_at <= s.at OR f.voided_at <= s.at);

-- example: nothing found
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_area (id, name) VALUES (1, '水泵房');
INSERT INTO given_patrol (shift, area, at) VALUES (1, 1, '2026-11-23 09:00:00');

-- example: a fault with its repair
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_area (id, name) VALUES (1, '水泵房');
INSERT INTO given_repair (id, at) VALUES (2, '2026-11-23 09:00:00');
INSERT INTO given_patrol (shift, area, at, result, found) VALUES (1, 1, '2026-11-23 09:00:00', 'fault', 2);

-- example: a fault left alone
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_area (id, name) VALUES (1, '水泵房');
INSERT INTO given_patrol (shift, area, at, result) VALUES (1, 1, '2026-11-23 09:00:00', 'fault');

-- example: one that was closed a second after and one in that second
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_area (id, name) VALUES (1, '水泵房');
INSERT INTO given_repair (id, at) VALUES (2, '2026-11-23 08:30:00'), (3, '2026-11-23 08:30:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (2, '2026-11-23 09:00:01', '已修'), (3, '2026-11-23 09:00:00', '已修');
INSERT INTO given_patrol (shift, area, at, result, found)
VALUES (1, 1, '2026-11-23 09:00:00', 'fault', 2), (1, 1, '2026-11-23 09:00:00', 'fault', 3);

-- example: a void repair and a complaint and a shift follow up nothing
-- now: 2026-11-30 00:00:00
-- findings: 3 refuse
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_area (id, name) VALUES (1, '水泵房');
INSERT INTO given_repair (id, at) VALUES (2, '2026-11-23 08:30:00');
INSERT INTO given_void (matter, at) VALUES (2, '2026-11-23 08:40:00');
INSERT INTO given_complaint (id, at) VALUES (3, '2026-11-23 08:30:00');
INSERT INTO given_patrol (shift, area, at, result, found)
VALUES (1, 1, '2026-11-23 09:00:00', 'fault', 2), (1, 1, '2026-11-23 09:00:00', 'fault', 3),
       (1, 1, '2026-11-23 09:00:00', 'fault', 1);

-- example: a fault with its repair; void from then on
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_area (id, name) VALUES (1, '水泵房');
INSERT INTO given_repair (id, at) VALUES (2, '2026-11-23 09:00:00');
INSERT INTO given_patrol (shift, area, at, result, found) VALUES (1, 1, '2026-11-23 09:00:00', 'fault', 2);
INSERT INTO given_void (matter, at) VALUES (2, '2026-11-23 09:00:00');

-- example: of two shifts and two areas one found a fault
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00'), (2, '2026-11-23 16:00:00');
INSERT INTO given_area (id, name) VALUES (1, '锅炉房'), (2, '配电室');
INSERT INTO given_patrol (shift, area, at, result) VALUES (1, 1, '2026-11-23 09:00:00', 'fault'), (2, 2, '2026-11-23 17:00:00', 'ok');

-- equivalent: s.what = 'patrol' => true
-- because: only an inspection has a row there
