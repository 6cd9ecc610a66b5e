-- id: duty.log-kept
-- clause: 1.6
-- severity: refuse
-- judges: shift
-- blames: step
-- blamed: officer
-- title.zh: 每班有值班记录
-- title.en: Every shift has a log
-- message.zh: {subject} 还没有值班记录
-- message.en: {subject} has no entry in its log
-- remedy.zh: 先登记:huiyin duty log 内容;下班后补记的,用 --at 写当时
-- remedy.en: record one first: huiyin duty log TEXT; after the shift, give the time with --at
-- reads: step
SELECT m.no AS subject, s.at AS since, s.id AS row, m.officer AS blamed
FROM scope_shift m JOIN steps s ON s.matter = m.id AND s.what IN ('handover', 'end')
WHERE NOT EXISTS (SELECT 1 FROM steps l WHERE l.matter = m.id AND l.what = 'log' AND l.at <= s.at);

-- example: a line in the last second
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'log', '2026-11-23 16:00:00');
INSERT INTO given_shift_end (shift, at) VALUES (1, '2026-11-23 16:00:00');

-- example: an empty one
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at) VALUES (1, '2026-11-23 16:00:00');

-- example: who was gone kept none
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at, what) VALUES (1, '2026-11-23 16:00:00', 'relieved');

-- example: one empty log, and one that was kept
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at) VALUES (1, '2026-11-23 16:00:00');
INSERT INTO given_shift (id, at) VALUES (51, '2026-11-23 08:00:00');
INSERT INTO given_step (matter, what, at) VALUES (51, 'log', '2026-11-23 16:00:00');
INSERT INTO given_shift_end (shift, at) VALUES (51, '2026-11-23 16:00:00');

-- example: the only line is a second after the handover
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'log', '2026-11-23 16:00:01');
INSERT INTO given_shift_end (shift, at) VALUES (1, '2026-11-23 16:00:00');

-- example: left unmanned with an empty log, and the next shift is only beginning
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at, what) VALUES (1, '2026-11-23 16:00:00', 'end');
INSERT INTO given_shift (id, at, officer) VALUES (2, '2026-11-23 16:00:01', 2);
