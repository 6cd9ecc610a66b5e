-- id: complaint.satisfied
-- clause: 5.4
-- severity: refuse
-- judges: complaint
-- after: close
-- blames: step
-- blamed: doer
-- title.zh: 业主满意才办结
-- title.en: Closed when the resident is satisfied
-- message.zh: {subject} 不能办结:{why_zh}
-- message.en: {subject} cannot be closed: {why_en}
-- remedy.zh: 回访至满意:huiyin callback log {subject} --method phone --satisfied yes;或由主管、负责人用 --unsatisfied 或 --ended 办结,并写 --reason
-- remedy.en: call back until satisfied: huiyin callback log {subject} --method phone --satisfied yes; or a manager or head closes it with --unsatisfied or --ended, giving --reason
-- reads: step callback
WITH closings AS (
    SELECT m.no, m.reachable, s.*,
           has_role(s.doer, 'manager,head', s.at, s.recorded_at) AS by_manager,
           -- What the last callback that reached the resident says.
           coalesce((SELECT c.satisfied = 'yes'
                            OR (c.satisfied = 'partly' AND policy('callback.partly_closes', s.at))
                     FROM callbacks c
                     WHERE c.matter = m.id AND c.counts AND c.at <= s.at
                     ORDER BY c.at DESC, c.id DESC LIMIT 1), 0) AS satisfied
    FROM scope_complaint m JOIN steps s ON s.matter = m.id AND s.what = 'close'
)
SELECT no AS subject, at AS since, id AS row,
       CASE WHEN ended IS NULL THEN '还没有满意的回访'
            WHEN NOT by_manager THEN '这样办结须由主管或负责人'
            ELSE '没有写理由' END AS why_zh,
       CASE WHEN ended IS NULL THEN 'no callback says that the resident is satisfied'
            WHEN NOT by_manager THEN 'only a manager or head can close it this way'
            ELSE 'no reason is given' END AS why_en
FROM closings
WHERE (ended IS NULL AND reachable AND NOT satisfied)
   OR (ended IS NOT NULL AND (NOT by_manager OR reason IS NULL));

-- example: a manager closes one that cannot be satisfied
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_closing (matter, at, outcome, ended, doer, reason)
VALUES (1, '2026-11-23 10:00:00', '无法满足', 'unsatisfied', 3, '要求违反规定');

-- example: a clerk may not
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
-- since: 2026-11-23 10:00:00
-- says: TS-2026-0001 cannot be closed: only a manager or head can close it this way
-- says: TS-2026-0001 不能办结:这样办结须由主管或负责人
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_closing (matter, at, outcome, ended, doer, reason)
VALUES (1, '2026-11-23 10:00:00', '无法满足', 'unsatisfied', 1, '要求违反规定');

-- example: not without a reason
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
-- since: 2026-11-23 10:00:00
-- says: TS-2026-0001 cannot be closed: no reason is given
-- says: TS-2026-0001 不能办结:没有写理由
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_closing (matter, at, outcome, ended, doer)
VALUES (1, '2026-11-23 10:00:00', '撤回', 'withdrawn', 4);

-- example: who can be reached is asked first
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_closing (matter, at, outcome, doer) VALUES (1, '2026-11-23 10:00:00', '已处理', 3);

-- example: who left no contact cannot be asked
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_closing (matter, at, outcome, doer) VALUES (1, '2026-11-23 10:00:00', '已处理', 1);

-- example: anyone closes it after a satisfied callback
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-24 09:00:00', 'no');
INSERT INTO given_callback (matter, at, method, signed_by) VALUES (1, '2026-11-25 09:00:00', 'visit', '张伟');
INSERT INTO given_closing (matter, at, outcome, doer) VALUES (1, '2026-11-25 09:00:00', '已处理', 1);

-- example: the last callback is the one that counts
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-24 09:00:00');
INSERT INTO given_callback (matter, at, method, signed_by, satisfied) VALUES (1, '2026-11-25 09:00:00', 'visit', '张伟', 'no');
INSERT INTO given_closing (matter, at, outcome, doer) VALUES (1, '2026-11-25 10:00:00', '已处理', 1);

-- example: partly closes only where the office says so
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_policy (key, value, at) VALUES ('callback.partly_closes', 'yes', '2026-11-25 10:00:00');
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502'), (2, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-24 09:00:00', 'partly'), (2, '2026-11-24 09:00:00', 'partly');
INSERT INTO given_closing (matter, at, outcome, doer) VALUES (1, '2026-11-25 09:59:59', '已处理', 1), (2, '2026-11-25 10:00:00', '已处理', 1);

-- example: who left no contact is still not ended otherwise by a clerk
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_closing (matter, at, outcome, ended, doer, reason)
VALUES (1, '2026-11-23 10:00:00', '业主已搬走', 'moved', 1, '邻居告知');

-- example: the last callback is the one that counts, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-24 09:00:00');
INSERT INTO given_callback (matter, at, method, signed_by, satisfied) VALUES (1, '2026-11-25 09:00:00', 'visit', '张伟', 'no');
INSERT INTO given_closing (matter, at, outcome, doer) VALUES (1, '2026-11-25 10:00:00', '已处理', 1);
INSERT INTO given_complaint (id, at, unit) VALUES (51, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_callback (matter, at, satisfied) VALUES (51, '2026-11-24 09:00:00', 'no');
INSERT INTO given_callback (matter, at, method, signed_by) VALUES (51, '2026-11-25 09:00:00', 'visit', '张伟');
INSERT INTO given_closing (matter, at, outcome, doer) VALUES (51, '2026-11-25 09:00:00', '已处理', 1);

-- example: satisfied in the second of the closing, and not a second after it
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-25 09:00:01', 'no');
INSERT INTO given_callback (matter, at, method, signed_by) VALUES (1, '2026-11-25 09:00:00', 'visit', '张伟');
INSERT INTO given_closing (matter, at, outcome, doer) VALUES (1, '2026-11-25 09:00:00', '已处理', 1);

-- example: not satisfied at all does not close it where partly would
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_policy (key, value) VALUES ('callback.partly_closes', 'yes');
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-24 09:00:00', 'no');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-24 10:00:00', '已处理');

-- example: an open letter after a satisfied call says nothing else
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-24 09:00:00');
INSERT INTO given_letter (id, at) VALUES (2, '2026-11-24 09:30:00');
INSERT INTO given_letter_share (letter, matter) VALUES (2, 1);
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-24 10:00:00', '已处理');
