-- id: complaint.ended-unverified
-- clause: 5.4
-- severity: notice
-- judges: complaint
-- after: close
-- blamed: doer
-- title.zh: 以其他方式结束的另行列出
-- title.en: Closures without a satisfied callback are listed apart
-- message.zh: {subject} 未经满意回访即结束({how})
-- message.en: {subject} was closed without a satisfied callback ({how})
-- remedy.zh: 周报中列为未核实办结
-- remedy.en: the weekly report lists it as closed unverified
-- reads: step
SELECT m.no AS subject, s.at AS since, s.id AS row, s.ended AS how
FROM scope_complaint m JOIN steps s ON s.matter = m.id AND s.what = 'close'
WHERE s.ended <> 'unsatisfied';

-- example: moved away
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_closing (matter, at, outcome, ended, doer, reason)
VALUES (1, '2026-11-23 10:00:00', '业主已搬走', 'moved', 3, '无法联系');

-- example: closed as unsatisfied is a breach of its own
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_closing (matter, at, outcome, ended, doer, reason)
VALUES (1, '2026-11-23 10:00:00', '无法满足', 'unsatisfied', 3, '要求违反规定');

-- example: moved away, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_closing (matter, at, outcome, ended, doer, reason)
VALUES (1, '2026-11-23 10:00:00', '业主已搬走', 'moved', 3, '无法联系');
INSERT INTO given_complaint (id, at, unit) VALUES (51, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_closing (matter, at, outcome, ended, doer, reason) VALUES (51, '2026-11-23 10:00:00', '无法满足', 'unsatisfied', 3, '要求违反规定');

-- equivalent: s.what = 'close' => true
-- because: only a closing says how it ended
