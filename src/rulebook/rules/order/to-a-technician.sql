-- id: order.to-a-technician
-- clause: 4.1
-- severity: notice
-- judges: repair
-- after: dispatch
-- blamed: doer
-- title.zh: 派给维修人员
-- title.en: An order goes to a technician
-- message.zh: {subject} 派给了 {login},不是维修人员
-- message.en: {subject} was dispatched to {login}, who is not a technician
-- remedy.zh: 派错了的,撤销再派:huiyin order cancel {order} --reason 派错人
-- remedy.en: if it went to the wrong person, cancel it and dispatch another: huiyin order cancel {order} --reason WHY
-- reads: step dispatch_order
SELECT m.no AS subject, o.at AS since, o.step AS row, o.no AS "order", login_of(o.technician) AS login
FROM scope_repair m
JOIN sent_orders o ON o.matter = m.id
WHERE o.cancelled_at IS NULL AND NOT has_role(o.technician, 'technician', o.at, (SELECT d.recorded_at FROM main.step d WHERE d.id = o.step));

-- gate: unless cancel
SELECT :no AS subject, d.at AS since, d.id AS row, o.no AS "order", login_of(o.technician) AS login
FROM main.step d CROSS JOIN main.dispatch_order o ON o.id = d.dispatch_order
WHERE d.matter = :id AND +d.what = 'dispatch' AND d.at <= now()
  AND NOT has_role(o.technician, 'technician', d.at, d.recorded_at);

-- example: to a technician
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');

-- example: to a clerk; one that was called off says no more
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at, technician) VALUES (1, 1, '2026-11-23 09:02:00', 1), (2, 2, '2026-11-23 09:02:00', 1);
INSERT INTO given_order_step (order_id, what, at) VALUES (2, 'cancel', '2026-11-23 09:03:00');

-- example: a technician since this morning, by what was on record when they were sent
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
-- says: PG-2026-0001
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-24 09:00:00');
INSERT INTO staff_edition (staff, at, recorded_at, recorder, name, role, superior, has_left)
VALUES (1, unixepoch('2026-11-23 08:00:00'), unixepoch('2026-11-23 12:00:00'), 6, 0, 'technician', 3, 0);
INSERT INTO given_order (id, repair, at, technician) VALUES (1, 1, '2026-11-23 09:02:00', 1), (2, 2, '2026-11-24 09:02:00', 1);
