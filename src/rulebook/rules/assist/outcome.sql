-- id: assist.outcome
-- clause: 1.5
-- severity: refuse
-- judges: assist
-- after: close
-- blames: step
-- blamed: doer
-- title.zh: 求助有结果
-- title.en: A call for help ends with an outcome
-- message.zh: {subject} 不能办结:没有写明结果
-- message.en: {subject} cannot be closed: it has no outcome
-- remedy.zh: 写明 --outcome
-- remedy.en: add --outcome
-- reads: step matter
SELECT m.no AS subject, s.at AS since, s.id AS row
FROM scope_assist m JOIN steps s ON s.matter = m.id AND s.what = 'close'
WHERE s.text IS NULL;

-- example: with one
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_assist (id, at) VALUES (1, '2026-11-23 23:30:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-24 00:30:00', '已开锁');

-- example: without
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_assist (id, at) VALUES (1, '2026-11-23 23:30:00');
INSERT INTO given_closing (matter, at) VALUES (1, '2026-11-24 00:30:00');

-- example: one closed without an outcome, another with one
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_assist (id, at) VALUES (1, '2026-11-23 23:30:00');
INSERT INTO given_closing (matter, at) VALUES (1, '2026-11-24 00:30:00');
INSERT INTO given_assist (id, at) VALUES (51, '2026-11-23 23:30:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (51, '2026-11-24 00:30:00', '已开锁');
