-- id: matter.outcome
-- clause: 3.3.1
-- severity: refuse
-- judges: matter
-- after: close
-- blames: step
-- blamed: doer
-- title.zh: 件件有着落,事事有回音
-- title.en: Every matter ends with an outcome and an answer
-- message.zh: {subject} 不能办结:{missing_zh}
-- message.en: {subject} cannot be closed: {missing_en}
-- remedy.zh: {todo_zh}
-- remedy.en: {todo_en}
-- reads: step matter
WITH closings AS (
    SELECT m.no, s.id, s.at, s.text IS NULL AS without_outcome,
           -- Whatever is still lacking on the way to the reply, at once.
           CASE WHEN m.kind <> 'complaint' THEN 'suggestion answer ' || m.no || ' --courtesy thanks --text'
                WHEN EXISTS (SELECT 1 FROM steps o WHERE o.matter = m.id AND o.what = 'opinion')
                THEN 'complaint reply ' || m.no || ' --text'
                ELSE 'complaint settle ' || m.no || ' --findings … --opinion … --reply' END AS replying,
           m.kind = 'complaint' AS of_complaint,
           m.kind = 'complaint' AND m.reachable
               AND coalesce(s.ended, 'unsatisfied') = 'unsatisfied'
               AND NOT EXISTS (SELECT 1 FROM steps r
                               WHERE r.matter = m.id AND r.what = 'reply' AND r.at <= s.at)
           OR m.kind = 'suggestion' AND m.reachable
               AND NOT EXISTS (SELECT 1 FROM steps r
                               WHERE r.matter = m.id AND r.what = 'answer' AND r.at <= s.at)
               AS unanswered,
           -- A repair is answered by a finished order, or was called off with all its orders.
           m.kind = 'repair'
               AND NOT EXISTS (SELECT 1 FROM order_steps f
                               WHERE f.matter = m.id AND f.what = 'finish' AND f.at <= s.at)
               AND (NOT EXISTS (SELECT 1 FROM main.dispatch_order o WHERE o.repair = m.id)
                    OR EXISTS (SELECT 1 FROM main.dispatch_order o
                               WHERE o.repair = m.id
                                 AND NOT EXISTS (SELECT 1 FROM order_steps c
                                                 WHERE c.dispatch_order = o.id
                                                   AND c.what = 'cancel' AND c.at <= s.at)))
               AS unfinished
    FROM scope_matter m JOIN steps s ON s.matter = m.id AND s.what = 'close'
)
SELECT no AS subject, at AS since, id AS row,
       substr(iif(without_outcome, '、没有处理结果', '') || iif(unanswered, '、还没有答复', '')
                  || iif(unfinished, '、维修还没有完工', ''), 2) AS missing_zh,
       substr(iif(without_outcome, ', it has no outcome', '')
                  || iif(unanswered, ', it has not been replied to', '')
                  || iif(unfinished, ', no order is finished', ''), 3) AS missing_en,
       substr(iif(without_outcome, ';还缺处理结果,加上 --outcome 怎么解决的', '')
                  || iif(unanswered, ';先登记答复:huiyin ' || replying || ' 答复内容 --method phone',
                         '')
                  || iif(unfinished, ';先登记完工 huiyin order finish,或撤销派工单 huiyin order cancel', '')
                  || iif(of_complaint, ';也可由主管用 --ended 说明如何结束', ''),
              2) AS todo_zh,
       substr(iif(without_outcome, '; give the --outcome', '')
                  || iif(unanswered, '; record the reply first: huiyin ' || replying
                                         || ' TEXT --method phone', '')
                  || iif(unfinished, '; finish the order first (huiyin order finish) or cancel it'
                                         || ' (huiyin order cancel)', '')
                  || iif(of_complaint, '; a manager can also say with --ended how it ended', ''), 3) AS todo_en
FROM closings
WHERE without_outcome OR unanswered OR unfinished;

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
-- since: 2026-11-23 10:00:00
-- says: TS-2026-0001 cannot be closed: it has not been replied to
-- says: TS-2026-0001 不能办结:还没有答复
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
-- since: 2026-11-23 10:00:00
-- says: BX-2026-0002 cannot be closed: no order is finished
-- says: BX-2026-0002 不能办结:维修还没有完工
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'cancel', '2026-11-23 10:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-23 10:00:00', '业主取消'), (2, '2026-11-23 10:00:00', '不修了');

-- example: a reply in the second of the closing is one before it and a second later is not
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, unit)
VALUES (1, '2026-11-23 09:00:00', '3-502'), (2, '2026-11-23 09:00:00', '3-503');
INSERT INTO given_step (matter, what, at, text) VALUES (1, 'reply', '2026-11-23 10:00:00', '已修好');
INSERT INTO given_step (matter, what, at, text) VALUES (2, 'reply', '2026-11-23 10:00:01', '已修好');
INSERT INTO given_closing (matter, at, outcome)
VALUES (1, '2026-11-23 10:00:00', '已修好'), (2, '2026-11-23 10:00:00', '已修好');

-- example: a suggestion is answered before it is closed unless nobody can be answered
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
-- says: JY-2026-0001 cannot be closed: it has not been replied to
INSERT INTO given_suggestion (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502'), (2, '2026-11-23 09:00:00', NULL), (3, '2026-11-23 09:00:00', '3-503');
INSERT INTO given_suggestion_answer (matter, at, courtesy) VALUES (3, '2026-11-23 10:00:00', 'thanks');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-23 10:00:00', '已采纳'), (2, '2026-11-23 10:00:00', '已采纳'), (3, '2026-11-23 10:00:00', '已采纳');

-- example: a repair finished a second after it was closed
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-23 10:00:01');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-23 10:00:00', '已修复');

-- example: an order cancelled a second after the closing, and one under way
-- now: 2026-11-30 00:00:00
-- findings: 2 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'cancel', '2026-11-23 10:00:01');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-23 10:00:00', '业主取消'), (2, '2026-11-23 10:00:00', '不修了');

-- example: one suggestion answered a second after it was closed, one never, one of somebody who left no contact
-- now: 2026-11-25 00:00:00
-- findings: 2 refuse
INSERT INTO given_suggestion (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502'), (2, '2026-11-23 09:00:00', NULL), (3, '2026-11-23 09:00:00', '3-503');
INSERT INTO given_suggestion_answer (matter, at, courtesy) VALUES (3, '2026-11-23 10:00:01', 'thanks');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-23 10:00:00', '已采纳'), (2, '2026-11-23 10:00:00', '已采纳'), (3, '2026-11-23 10:00:00', '已采纳');

-- example: two repairs closed without ever an order, and a third that was finished
-- now: 2026-11-30 00:00:00
-- findings: 2 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'cancel', '2026-11-23 10:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-23 10:00:00', '业主取消'), (2, '2026-11-23 10:00:00', '不修了');
INSERT INTO given_repair (id, at) VALUES (51, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (51, 51, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (51, 'finish', '2026-11-23 10:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (51, '2026-11-23 10:00:00', '已修复');

-- example: each of what is lacking is said, with the way to it, and nothing else is
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
-- says: TS-2026-0001 不能办结:没有处理结果、还没有答复
-- says: TS-2026-0001 cannot be closed: it has no outcome, it has not been replied to
-- says: 还缺处理结果,加上 --outcome 怎么解决的;先登记答复:huiyin complaint settle TS-2026-0001 --findings … --opinion … --reply 答复内容 --method phone;也可由主管用 --ended 说明如何结束
-- says: give the --outcome; record the reply first: huiyin complaint settle TS-2026-0001 --findings … --opinion … --reply TEXT --method phone; a manager can also say with --ended how it ended
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502'), (2, '2026-11-23 09:00:00', '3-503');
INSERT INTO given_step (matter, what, at) VALUES (2, 'opinion', '2026-11-23 09:30:00');
INSERT INTO given_closing (matter, at) VALUES (1, '2026-11-23 10:00:00');

-- example: the findings and the opinion are on record, so that only the reply is asked for
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
-- says: 先登记答复:huiyin complaint reply TS-2026-0001 --text 答复内容
-- unsaid: 完工
-- unsaid: no order is finished
-- unsaid: finish the order
-- unsaid: 处理结果
-- unsaid: outcome
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 09:20:00'), (1, 'opinion', '2026-11-23 09:30:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-23 10:00:00', '已处理');

-- example: a suggestion that was not answered, and nothing is said of a complaint
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
-- says: 先登记答复:huiyin suggestion answer JY-2026-0001 --courtesy thanks --text 答复内容
-- unsaid: --ended
INSERT INTO given_suggestion (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_step (matter, what, at) VALUES (1, 'opinion', '2026-11-23 09:30:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-23 10:00:00', '已采纳');

-- example: a repair with an order under way lacks the finish alone
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
-- says: 先登记完工 huiyin order finish,或撤销派工单 huiyin order cancel
-- says: finish the order first (huiyin order finish) or cancel it (huiyin order cancel)
-- unsaid: 答复
-- unsaid: repl
-- unsaid: 处理结果
-- unsaid: outcome
-- unsaid: --ended
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-23 10:00:00', '不修了');

-- example: a repair that is finished lacks its outcome alone
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
-- says: 不能办结:没有处理结果
-- unsaid: 完工
-- unsaid: finish
-- unsaid: 答复
-- unsaid: repl
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-23 10:00:00');
INSERT INTO given_closing (matter, at) VALUES (1, '2026-11-23 10:00:00');
