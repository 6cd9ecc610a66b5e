-- id: repair.noted
-- clause: 4.3
-- severity: breach
-- judges: repair
-- after: return
-- blamed: holder
-- form: clock
-- limit: repair.note_within
-- due: close
-- title.zh: 派工单交回后在登记表注明
-- title.en: Result noted once the order is back
-- message.zh: {subject} 的派工单已交回,应在 {due} 前注明结果,已超时 {late}
-- message.en: the order of {subject} was handed in; its result was to be noted by {due}; late by {late}
-- remedy.zh: 办结并写明结果:huiyin repair close {subject} --outcome …
-- remedy.en: close it with its result: huiyin repair close {subject} --outcome …
-- reads: matter step
SELECT m.no AS subject, r.at AS started, r.at + policy('repair.note_within', r.at) AS due,
       m.closed_at AS met, NULL AS stopped
FROM scope_repair m
-- Each sheet that comes back: another order undoes no limit that ran for the one before.
JOIN steps r ON r.matter = m.id AND r.what = 'return';

-- gate: always
SELECT :no AS subject, r.at AS started, r.at + policy('repair.note_within', r.at) AS due,
       :closed_at AS met, NULL AS stopped
FROM main.step r WHERE r.matter = :id AND +r.what = 'return' AND r.at <= now();

-- example: closed in the last second of 24 h
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'return', '2026-11-23 12:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-24 12:00:00', '已修复');

-- example: one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'return', '2026-11-23 12:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-24 12:00:01', '已修复');

-- example: another order undoes no limit that ran for the one before
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'return', '2026-11-23 12:00:00'), (1, 'return', '2026-11-25 12:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-26 12:00:00', '已修复');

-- example: and has one of its own
-- now: 2026-11-30 00:00:00
-- findings: 2 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'return', '2026-11-23 12:00:00'), (1, 'return', '2026-11-25 12:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-26 12:00:01', '已修复');

-- example: closed in the last second of 24 h, whatever is set later
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'return', '2026-11-23 12:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-24 12:00:00', '已修复');
INSERT INTO given_policy (key, value, at) VALUES ('repair.note_within', '1s', '2026-11-30 00:00:00');

-- example: each by its own sheet, whatever was handed in since
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
-- says: BX-2026-0001
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-29 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'return', '2026-11-23 10:00:00'), (2, 'return', '2026-11-29 10:00:00');
