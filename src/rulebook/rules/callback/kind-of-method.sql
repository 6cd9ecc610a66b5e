-- id: callback.kind-of-method
-- clause: 3.2.2
-- severity: refuse
-- judges: complaint
-- after: callback
-- when: by-letter
-- blames: step
-- blamed: doer
-- title.zh: 投诉以电话或上门回访
-- title.en: A complaint is called back by phone or visit
-- message.zh: {subject} 是投诉,不能用信函回访
-- message.en: {subject} is a complaint and cannot be called back by letter
-- remedy.zh: 改用 --method phone 或 --method visit
-- remedy.en: use --method phone or --method visit
-- reads: callback
SELECT m.no AS subject, c.at AS since, c.id AS row
FROM scope_complaint m JOIN callbacks c ON c.matter = m.id
-- An attempt is no callback.
WHERE c.method = 'letter' AND c.reached;

-- example: by phone
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-24 09:00:00');

-- example: by letter
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, method) VALUES (1, '2026-11-24 09:00:00', 'letter');

-- example: a letter that reached nobody is no callback
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, method, reached) VALUES (1, '2026-11-24 09:00:00', 'letter', 0);

-- example: an open letter is another thing
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, method) VALUES (1, '2026-11-24 09:00:00', 'open-letter');

-- example: one called back by letter, another by phone after an attempt
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, method) VALUES (1, '2026-11-24 09:00:00', 'letter');
INSERT INTO given_complaint (id, at, phone) VALUES (51, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, method, reached) VALUES (51, '2026-11-24 09:00:00', 'letter', 0);
