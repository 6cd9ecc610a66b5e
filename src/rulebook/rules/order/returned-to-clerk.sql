-- id: order.returned-to-clerk
-- clause: 4.3
-- severity: refuse
-- judges: repair
-- after: return
-- blames: step
-- blamed: doer
-- title.zh: 派工单交给文员
-- title.en: An order is handed in to a clerk
-- message.zh: {subject} 的 {order_no} 交给了 {receiver},不是文员
-- message.en: {order_no} of {subject} was handed in to {receiver}, who is not a clerk
-- remedy.zh: 交给文员:--to 文员的登录名
-- remedy.en: hand it in to a clerk: --to LOGIN
-- reads: order_detail step
SELECT m.no AS subject, s.at AS since, s.id AS row, o.no AS order_no, login_of(s.to_staff) AS receiver
FROM scope_repair m
JOIN order_steps s ON s.matter = m.id AND s.what = 'return'
JOIN main.dispatch_order o ON o.id = s.dispatch_order
WHERE NOT has_role(s.to_staff, 'clerk', s.at, s.recorded_at);

-- example: to a clerk
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at, to_staff) VALUES (1, 'return', '2026-11-23 11:00:00', 1);

-- example: to a steward
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at, to_staff) VALUES (1, 'return', '2026-11-23 11:00:00', 2);

-- example: one handed in to a steward, another to a clerk
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at, to_staff) VALUES (1, 'return', '2026-11-23 11:00:00', 2);
INSERT INTO given_repair (id, at) VALUES (51, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (51, 51, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at, to_staff) VALUES (51, 'return', '2026-11-23 11:00:00', 1);
