-- id: complaint.facts-before-opinion
-- clause: 2.2.4
-- severity: refuse
-- judges: complaint
-- after: opinion
-- when: untimely unfounded
-- blames: step
-- blamed: doer
-- title.zh: 先调查,后有意见
-- title.en: Findings before an opinion
-- message.zh: {subject} 还没有调查情况,不能登记处理意见
-- message.en: {subject} has no findings yet, so no opinion can be recorded
-- remedy.zh: 先登记调查:huiyin complaint investigate {subject} --findings …;或一次登记:huiyin complaint settle {subject} --findings … --opinion … --reply … --method phone
-- remedy.en: record the findings first: huiyin complaint investigate {subject} --findings …; or everything at once: huiyin complaint settle {subject} --findings … --opinion … --reply … --method phone
-- reads: step
SELECT m.no AS subject, s.at AS since, s.id AS row
FROM scope_complaint m JOIN steps s ON s.matter = m.id AND s.what = 'opinion'
WHERE NOT EXISTS (SELECT 1 FROM steps f WHERE f.matter = m.id AND f.what = 'investigate' AND f.id < s.id);

-- example: findings and opinion in the same second
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'opinion', '2026-11-23 10:00:00');

-- example: an opinion out of the blue
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'opinion', '2026-11-23 10:00:00');

-- example: an opinion out of the blue, after another one that is in order
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'opinion', '2026-11-23 10:00:00');
INSERT INTO given_complaint (id, at) VALUES (51, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (51, 'opinion', '2026-11-23 10:00:00');

-- example: an opinion first, and the findings put on record after it
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'opinion', '2026-11-23 10:00:00'), (1, 'investigate', '2026-11-23 09:30:00');

-- equivalent: f.id < s.id => f.id <= s.id
-- because: findings are no opinion: the two are never one step
