-- id: repair.callback-made
-- clause: 4.4
-- severity: breach
-- judges: repair
-- after: finish
-- blamed: holder
-- form: clock
-- limit: repair.callback_within
-- due: callback
-- title.zh: 维修及时回访
-- title.en: Repair called back in time
-- message.zh: {subject} 应在 {due} 前回访,已超时 {late}
-- message.en: {subject} was to be called back by {due}; late by {late}
-- remedy.zh: 由管理员回访并登记:huiyin callback log {subject} --method phone --satisfied yes|partly|no
-- remedy.en: have a steward call back: huiyin callback log {subject} --method phone --satisfied yes|partly|no
-- reads: callback step
SELECT m.no AS subject, max(f.at, m.reachable_at) AS started,
       max(f.at, m.reachable_at) + policy('repair.callback_within', max(f.at, m.reachable_at)) AS due,
       (SELECT min(c.at) FROM callbacks c WHERE c.matter = m.id AND c.discharges AND c.at >= f.at) AS met,
       NULL AS stopped
FROM scope_repair m
JOIN steps f ON f.id = (SELECT s.id FROM steps s WHERE s.matter = m.id AND s.what = 'finish'
                        ORDER BY s.at, s.id LIMIT 1)
WHERE m.reachable;

-- gate: unless unreachable unearned open-letter as-happened
SELECT :no AS subject, started, started + policy('repair.callback_within', started) AS due,
       :reached_at AS met, NULL AS stopped
FROM (SELECT max(:finish_at, :reachable_at) AS started)
WHERE started IS NOT NULL;

-- example: in the last second of three days
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 10:00:00');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-26 10:00:00');

-- example: one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 10:00:00');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-26 10:00:01');

-- example: recorded as it happened, a clerk's call is not the steward's
-- now: 2026-11-30 00:00:00
-- findings: 1
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 10:00:00'), (2, 'finish', '2026-11-23 10:00:00');
INSERT INTO given_callback (matter, at, doer, as_happened)
VALUES (1, '2026-11-24 10:00:00', 1, '管理员不在'), (2, '2026-11-24 10:00:00', 2, '业主不愿签名');

-- example: in the last second of three days, whatever is set later
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 10:00:00');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-26 10:00:00');
INSERT INTO given_policy (key, value, at) VALUES ('repair.callback_within', '1s', '2026-11-30 00:00:00');

-- example: called back in the second it was finished, and another a second before, which is no callback of the work
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
-- says: BX-2026-0002 was to be called back by
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 10:00:00'), (2, 'finish', '2026-11-23 10:00:00');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-23 10:00:00'), (2, '2026-11-23 09:59:59');

-- example: each by its own finish; nobody is called back whose home turned out to be none
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
-- since: 2026-11-26 10:00:00
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 08:00:00'), (3, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at)
VALUES (1, 'finish', '2026-11-23 10:00:00'), (2, 'finish', '2026-11-29 10:00:00'), (3, 'finish', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at, doer, field, reason) VALUES (3, 'amend', '2026-11-23 11:00:00', 3, 'unit', '房号有误');
UPDATE matter SET unit = NULL WHERE id = 3;
