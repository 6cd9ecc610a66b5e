-- id: order.sequence
-- clause: 4.2
-- severity: refuse*
-- judges: repair
-- after: arrive start finish defer sign return cancel
-- blames: step
-- blamed: doer
-- title.zh: 先了解、经认可、再动手,完工后签字
-- title.en: An order takes its steps in turn
-- message.zh: {subject} 的 {order_no} 不能登记「{what}」:{why_zh}
-- message.en: "{what}" cannot be recorded on {order_no} of {subject}: {why_en}
-- remedy.zh: 依次登记:到场、开工(写 --agreed-by 业主认可)、完工、签字、交回
-- remedy.en: record in turn: arrive, start (with --agreed-by), finish, sign, return
-- reads: order_detail step
WITH allowed(before, what) AS (
    VALUES ('dispatch', 'arrive'), ('arrive', 'start'), ('start', 'finish'), ('start', 'defer'),
           ('defer', 'arrive'), ('defer', 'finish'), ('defer', 'defer'), ('finish', 'sign'), ('finish', 'return'),
           ('sign', 'return'), ('dispatch', 'cancel'), ('arrive', 'cancel'), ('start', 'cancel'),
           ('defer', 'cancel')
), placed AS MATERIALIZED (
    SELECT m.no, s.*, o.no AS order_no,
           (SELECT p.what FROM order_steps p
            WHERE p.dispatch_order = s.dispatch_order AND p.id < s.id
            ORDER BY p.id DESC LIMIT 1) AS before
    FROM scope_repair m
    JOIN order_steps s ON s.matter = m.id AND s.what <> 'dispatch'
    JOIN main.dispatch_order o ON o.id = s.dispatch_order
), judged AS MATERIALIZED (
    SELECT p.*, EXISTS (SELECT 1 FROM allowed a WHERE a.before = p.before AND a.what = p.what) AS in_turn
    FROM placed p
)
SELECT no AS subject, at AS since, id AS row, what, order_no, in_turn AS pardonable,
       iif(in_turn, '没有业主的认可', '此前一步是「'
           || CASE before WHEN 'dispatch' THEN '派工' WHEN 'arrive' THEN '到场' WHEN 'start' THEN '开工'
              WHEN 'defer' THEN '延期' WHEN 'finish' THEN '完工' WHEN 'sign' THEN '签字'
              WHEN 'return' THEN '交回' ELSE '撤销' END || '」') AS why_zh,
       iif(in_turn, 'nobody agreed to the work', 'the step before it is "' || before || '"') AS why_en
FROM judged
WHERE NOT in_turn OR (what = 'start' AND agreed_by IS NULL);

-- gate: always
WITH placed AS MATERIALIZED (
    SELECT s.id, s.at, s.what, s.dispatch_order,
           (SELECT p.what FROM main.step p
            WHERE p.matter = :id AND +p.dispatch_order = s.dispatch_order AND p.id < s.id AND p.at <= now()
            ORDER BY p.id DESC LIMIT 1) AS before
    FROM main.step s
    WHERE s.matter = :id AND +s.dispatch_order IS NOT NULL AND +s.what <> 'dispatch' AND s.at <= now()
), judged AS (
    SELECT p.*, p.before || '>' || p.what IN ('dispatch>arrive', 'arrive>start', 'start>finish', 'start>defer',
               'defer>arrive', 'defer>finish', 'defer>defer', 'finish>sign', 'finish>return', 'sign>return',
               'dispatch>cancel', 'arrive>cancel', 'start>cancel', 'defer>cancel') IS TRUE AS in_turn
    FROM placed p
)
SELECT :no AS subject, s.at AS since, s.id AS row, s.what, o.no AS order_no, s.in_turn AS pardonable,
       iif(s.in_turn, '没有业主的认可', '此前一步是「'
           || CASE s.before WHEN 'dispatch' THEN '派工' WHEN 'arrive' THEN '到场' WHEN 'start' THEN '开工'
              WHEN 'defer' THEN '延期' WHEN 'finish' THEN '完工' WHEN 'sign' THEN '签字'
              WHEN 'return' THEN '交回' ELSE '撤销' END || '」') AS why_zh,
       iif(s.in_turn, 'nobody agreed to the work', 'the step before it is "' || s.before || '"') AS why_en
FROM judged AS s CROSS JOIN main.dispatch_order o ON o.id = s.dispatch_order
WHERE NOT s.in_turn
   OR s.what = 'start' AND (SELECT d.agreed_by FROM main.order_detail d WHERE d.step = s.id) IS NULL;

-- example: a whole order in turn
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at, agreed_by) VALUES (1, 'start', '2026-11-23 09:12:00', '张伟');
INSERT INTO given_order_step (order_id, what, at, fault) VALUES (1, 'defer', '2026-11-23 09:30:00', 'parts');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-24 09:10:00');
INSERT INTO given_order_step (order_id, what, at, agreed_by) VALUES (1, 'start', '2026-11-24 09:12:00', '张伟');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-24 10:00:00');
INSERT INTO given_order_step (order_id, what, at, signed_by) VALUES (1, 'sign', '2026-11-24 10:01:00', '张伟');
INSERT INTO given_order_step (order_id, what, at, to_staff) VALUES (1, 'return', '2026-11-24 11:00:00', 1);

-- example: started before arrival
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at, agreed_by) VALUES (1, 'start', '2026-11-23 09:12:00', '张伟');

-- example: started without agreement
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'start', '2026-11-23 09:12:00');

-- example: without agreement as it happened
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at, as_happened) VALUES (1, 'start', '2026-11-23 09:12:00', '漏水急,先关阀');

-- example: finished before started whatever the reason
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at, as_happened) VALUES (1, 'finish', '2026-11-23 09:12:00', '忘了登记');

-- example: the sheet of the first order is signed while the second is on its way
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at, agreed_by) VALUES (1, 'start', '2026-11-23 09:12:00', '张伟');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-23 10:00:00');
INSERT INTO given_order (id, repair, at) VALUES (2, 1, '2026-11-23 10:05:00');
INSERT INTO given_order_step (order_id, what, at, signed_by) VALUES (1, 'sign', '2026-11-23 10:10:00', '张伟');

-- example: each step after one that it cannot follow, by name
-- now: 2026-11-30 00:00:00
-- findings: 8 refuse
-- says: 此前一步是「派工」
-- says: 此前一步是「到场」
-- says: 此前一步是「开工」
-- says: 此前一步是「延期」
-- says: 此前一步是「完工」
-- says: 此前一步是「签字」
-- says: 此前一步是「交回」
-- says: 此前一步是「撤销」
-- says: the step before it is "dispatch"
INSERT INTO given_repair (id, at)
VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00'), (3, '2026-11-23 09:00:00'), (4, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at)
VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00'), (3, 3, '2026-11-23 09:02:00'), (4, 4, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-23 09:10:00'), (1, 'arrive', '2026-11-23 09:11:00'), (1, 'finish', '2026-11-23 09:12:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (2, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at, agreed_by) VALUES (2, 'start', '2026-11-23 09:11:00', '张伟');
INSERT INTO given_order_step (order_id, what, at) VALUES (2, 'sign', '2026-11-23 09:12:00'), (2, 'arrive', '2026-11-23 09:13:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (3, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at, agreed_by) VALUES (3, 'start', '2026-11-23 09:11:00', '张伟');
INSERT INTO given_order_step (order_id, what, at, fault) VALUES (3, 'defer', '2026-11-23 09:12:00', 'parts');
INSERT INTO given_order_step (order_id, what, at) VALUES (3, 'return', '2026-11-23 09:13:00'), (3, 'cancel', '2026-11-23 09:14:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (4, 'cancel', '2026-11-23 09:10:00'), (4, 'arrive', '2026-11-23 09:11:00');

-- example: started without agreement, and that alone is said
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
-- says: "started" cannot be recorded on PG-2026-0001 of BX-2026-0001: nobody agreed to the work
-- says: 没有业主的认可
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00'), (1, 'start', '2026-11-23 09:12:00');
