-- id: order.returned-in-time
-- clause: 4.3
-- severity: breach
-- judges: repair
-- after: finish
-- blamed: technician
-- form: clock
-- limit: order.return_within
-- due: return
-- title.zh: 完工后交回派工单
-- title.en: A finished order is handed in
-- message.zh: {subject} 的 {order_no} 应在 {due} 前交回,已超时 {late}
-- message.en: {order_no} of {subject} was to be handed in by {due}; late by {late}
-- remedy.zh: 登记交回:huiyin order return {order_no} --to 文员
-- remedy.en: record it: huiyin order return {order_no} --to CLERK
-- reads: step order_detail
SELECT m.no AS subject, f.at AS started, f.at + policy('order.return_within', f.at) AS due,
       (SELECT min(s.at) FROM order_steps s
        WHERE s.dispatch_order = f.dispatch_order AND s.what = 'return') AS met,
       NULL AS stopped, o.no AS order_no, o.technician AS blamed
FROM scope_repair m
JOIN order_steps f ON f.matter = m.id AND f.what = 'finish'
JOIN main.dispatch_order o ON o.id = f.dispatch_order;

-- gate: always
SELECT :no AS subject, f.at AS started, f.at + policy('order.return_within', f.at) AS due,
       (SELECT min(s.at) FROM main.step s
        WHERE s.matter = :id AND +s.dispatch_order = f.dispatch_order AND +s.what = 'return' AND s.at <= now()) AS met,
       NULL AS stopped, o.no AS order_no, o.technician AS blamed
FROM main.step f CROSS JOIN main.dispatch_order o ON o.id = f.dispatch_order
WHERE f.matter = :id AND +f.what = 'finish' AND f.at <= now();

-- example: in the last second of 24 h
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-23 10:00:00');
INSERT INTO given_order_step (order_id, what, at, to_staff) VALUES (1, 'return', '2026-11-24 10:00:00', 1);

-- example: one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-23 10:00:00');
INSERT INTO given_order_step (order_id, what, at, to_staff) VALUES (1, 'return', '2026-11-24 10:00:01', 1);

-- example: one second later, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-23 10:00:00');
INSERT INTO given_order_step (order_id, what, at, to_staff) VALUES (1, 'return', '2026-11-24 10:00:01', 1);
INSERT INTO given_repair (id, at) VALUES (51, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (51, 51, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (51, 'finish', '2026-11-23 10:00:00');
INSERT INTO given_order_step (order_id, what, at, to_staff) VALUES (51, 'return', '2026-11-24 10:00:00', 1);

-- example: in the last second of 24 h, whatever is set later
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-23 10:00:00');
INSERT INTO given_order_step (order_id, what, at, to_staff) VALUES (1, 'return', '2026-11-24 10:00:00', 1);
INSERT INTO given_policy (key, value, at) VALUES ('order.return_within', '1s', '2026-11-30 00:00:00');
