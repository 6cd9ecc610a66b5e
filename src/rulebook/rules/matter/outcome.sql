-- id: matter.outcome
-- clause: 3.3.1
-- severity: refuse
-- judges: matter
-- blames: step
-- title.zh: 件件有着落,事事有回音
-- title.en: Every matter ends with an outcome and an answer
-- message.zh: {subject} 不能办结:{missing_zh}
-- message.en: {subject} cannot be closed: {missing_en}
-- remedy.zh: 写明处理结果 --outcome;尚未答复的先登记答复,未完工的先登记完工或撤销派工单;投诉可由主管用 --ended 说明如何结束
-- remedy.en: give the --outcome; record the reply, finish or cancel the order first; of a complaint a manager may say by --ended how it ended
-- reads: step matter
SELECT m.no AS subject, s.at AS since, s.id AS row,
       CASE WHEN s.text IS NULL THEN '没有处理结果' WHEN m.kind = 'repair' THEN '维修还没有完工' ELSE '还没有答复' END AS missing_zh,
       CASE WHEN s.text IS NULL THEN 'it has no outcome' WHEN m.kind = 'repair' THEN 'no order is finished'
            ELSE 'it has not been replied to' END
           AS missing_en
FROM scope_matter m JOIN steps s ON s.matter = m.id AND s.what = 'close'
WHERE s.text IS NULL
   OR (m.kind = 'complaint' AND m.reachable AND coalesce(s.ended, 'unsatisfied') = 'unsatisfied'
       AND NOT EXISTS (SELECT 1 FROM steps r
                       WHERE r.matter = m.id AND r.what = 'reply' AND r.at <= s.at))
   -- A repair is answered by a finished order, or was called off with all its orders.
   OR (m.kind = 'repair'
       AND NOT EXISTS (SELECT 1 FROM order_steps f
                       WHERE f.matter = m.id AND f.what = 'finish' AND f.at <= s.at)
       AND (NOT EXISTS (SELECT 1 FROM main.dispatch_order o WHERE o.repair = m.id)
            OR EXISTS (SELECT 1 FROM main.dispatch_order o
                       WHERE o.repair = m.id
                         AND NOT EXISTS (SELECT 1 FROM order_steps c
                                         WHERE c.dispatch_order = o.id AND c.what = 'cancel'))));

-- example: an outcome and a reply are all it takes here
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at, text) VALUES (1, 'reply', '2026-11-23 10:00:00', '已修好');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-23 10:00:00', '已修好');

-- example: without an outcome nothing is closed
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_closing (matter, at) VALUES (1, '2026-11-23 10:00:00');

-- example: who can be reached is owed an answer
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_closing (matter, at, outcome, ended, doer, reason)
VALUES (1, '2026-11-23 10:00:00', '无法满足', 'unsatisfied', 3, '要求不合规定');

-- example: who left no contact is owed an outcome alone
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-23 10:00:00', '已划线');

-- example: who withdrew is owed no answer
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_closing (matter, at, outcome, ended, doer, reason)
VALUES (1, '2026-11-23 10:00:00', '业主撤回', 'withdrawn', 3, '邻里已和解');

-- example: a finished repair is closed
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-23 10:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-23 10:00:00', '已修复');

-- example: a repair whose orders were all cancelled is closed and one under way is not
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'cancel', '2026-11-23 10:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-23 10:00:00', '业主取消'), (2, '2026-11-23 10:00:00', '不修了');
