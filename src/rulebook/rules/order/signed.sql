-- id: order.signed
-- clause: 4.2, 4.3
-- severity: refuse*
-- judges: repair
-- after: return
-- blames: step
-- blamed: doer
-- title.zh: 交回的派工单有业主签字
-- title.en: An order is signed before it is handed in
-- message.zh: {subject} 的 {order_no} 既没有业主签字,也没有登记拒签
-- message.en: {order_no} of {subject} has neither the resident's signature nor a refusal on record
-- remedy.zh: 先登记:huiyin order sign {order_no} --by-resident 姓名,或 --refused 原因 --witness 姓名
-- remedy.en: record it first: huiyin order sign {order_no} --by-resident NAME, or --refused REASON --witness NAME
-- reads: order_detail step
SELECT m.no AS subject, s.at AS since, s.id AS row, o.no AS order_no
FROM scope_repair m
JOIN order_steps s ON s.matter = m.id AND s.what = 'return'
JOIN main.dispatch_order o ON o.id = s.dispatch_order
WHERE NOT EXISTS (SELECT 1 FROM order_steps g
                  WHERE g.dispatch_order = s.dispatch_order AND g.what = 'sign' AND g.id < s.id
                    AND (g.signed_by IS NOT NULL OR g.refused IS NOT NULL));

-- example: signed or refused
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at, signed_by) VALUES (1, 'sign', '2026-11-23 10:00:00', '张伟');
INSERT INTO given_order_step (order_id, what, at, refused) VALUES (2, 'sign', '2026-11-23 10:00:00', '嫌慢');
INSERT INTO given_order_step (order_id, what, at, to_staff) VALUES (1, 'return', '2026-11-23 11:00:00', 1), (2, 'return', '2026-11-23 11:00:00', 1);

-- example: neither
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at, to_staff) VALUES (1, 'return', '2026-11-23 11:00:00', 1);

-- example: neither as it happened
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at, to_staff, as_happened) VALUES (1, 'return', '2026-11-23 11:00:00', 1, '业主已出差');

-- example: signed only after it was handed in, and one on which nobody stands as having signed
-- now: 2026-11-30 00:00:00
-- findings: 2 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at, to_staff) VALUES (1, 'return', '2026-11-23 11:00:00', 1);
INSERT INTO given_order_step (order_id, what, at, signed_by) VALUES (1, 'sign', '2026-11-23 11:30:00', '张伟');
INSERT INTO given_order_step (order_id, what, at) VALUES (2, 'sign', '2026-11-23 10:30:00');
INSERT INTO given_order_step (order_id, what, at, to_staff) VALUES (2, 'return', '2026-11-23 11:00:00', 1);

-- equivalent: g.id < s.id => g.id <= s.id
-- because: to sign and to hand in are two steps

-- equivalent: g.what = 'sign' => true
-- because: only a signing says who signed, or why nobody did
