-- id: complaint.unsatisfied
-- clause: 5.4
-- severity: breach
-- judges: complaint
-- after: close
-- blamed: doer
-- title.zh: 让业主满意为止
-- title.en: Not closed before the resident is satisfied
-- message.zh: {subject} 在业主不满意的情况下办结
-- message.en: {subject} was closed with the resident dissatisfied
-- remedy.zh: 已成事实;由另一位主管或负责人说明:huiyin check explain complaint.unsatisfied {subject} --reason …
-- remedy.en: it has happened; another manager or head explains it: huiyin check explain complaint.unsatisfied {subject} --reason …
-- reads: step
SELECT m.no AS subject, s.at AS since, s.id AS row, 0 AS mendable
FROM scope_complaint m JOIN steps s ON s.matter = m.id AND s.what = 'close'
WHERE s.ended = 'unsatisfied';

-- gate: always
SELECT :no AS subject, s.at AS since, s.id AS row, 0 AS mendable
FROM main.step s
WHERE s.matter = :id AND +s.what = 'close' AND s.at <= now() AND s.ended = 'unsatisfied';

-- example: closed as unsatisfied
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_closing (matter, at, outcome, ended, doer, reason)
VALUES (1, '2026-11-23 10:00:00', '无法满足', 'unsatisfied', 3, '要求违反规定');

-- example: withdrawn is another matter
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_closing (matter, at, outcome, ended, doer, reason)
VALUES (1, '2026-11-23 10:00:00', '撤回', 'withdrawn', 3, '已和解');

-- example: closed as unsatisfied, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_closing (matter, at, outcome, ended, doer, reason)
VALUES (1, '2026-11-23 10:00:00', '无法满足', 'unsatisfied', 3, '要求违反规定');
INSERT INTO given_complaint (id, at, unit) VALUES (51, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_closing (matter, at, outcome, ended, doer, reason) VALUES (51, '2026-11-23 10:00:00', '撤回', 'withdrawn', 3, '已和解');

-- equivalent: s.what = 'close' => true
-- because: only a closing says how it ended
