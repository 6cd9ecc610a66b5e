-- id: repair.callback-by-another
-- clause: 4.4
-- severity: refuse
-- judges: repair
-- after: callback attempt
-- blames: step
-- blamed: doer
-- title.zh: 不由维修者本人回访
-- title.en: Nobody calls back their own repair
-- message.zh: {subject} 是 {caller} 维修的,不能由本人回访
-- message.en: {caller} repaired {subject} and cannot call it back
-- remedy.zh: 请另一位管理员回访
-- remedy.en: have another steward call back
-- reads: callback
SELECT m.no AS subject, c.at AS since, c.id AS row, login_of(c.doer) AS caller
FROM scope_repair m JOIN callbacks c ON c.matter = m.id
WHERE c.method <> 'open-letter'
  AND EXISTS (SELECT 1 FROM main.dispatch_order o
              LEFT JOIN main.order_mate mate ON mate.dispatch_order = o.id
              WHERE o.repair = m.id AND c.doer IN (o.technician, mate.staff)
                AND EXISTS (SELECT 1 FROM order_steps s
                            WHERE s.dispatch_order = o.id AND s.what = 'arrive'));

-- example: by somebody else
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-24 09:00:00');

-- example: by a steward who did the repair
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at, technician) VALUES (1, 1, '2026-11-23 09:02:00', 2);
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-24 09:00:00');

-- example: somebody whose order was called off before they came may call back, and so may who went along elsewhere
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at, technician) VALUES (1, 1, '2026-11-23 09:02:00', 2);
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'cancel', '2026-11-23 09:03:00');
INSERT INTO given_order (id, repair, at) VALUES (2, 1, '2026-11-23 09:04:00'), (3, 2, '2026-11-23 09:02:00');
INSERT INTO order_mate (dispatch_order, staff) VALUES (3, 3);
INSERT INTO given_order_step (order_id, what, at) VALUES (2, 'arrive', '2026-11-23 09:10:00'), (3, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_callback (matter, at, doer) VALUES (1, '2026-11-24 09:00:00', 2), (1, '2026-11-24 10:00:00', 3);

-- example: an open letter by the clerk who lent a hand calls nobody back
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at, technician) VALUES (1, 1, '2026-11-23 09:02:00', 1);
INSERT INTO given_order_step (order_id, what, at, doer) VALUES (1, 'arrive', '2026-11-23 09:10:00', 1);
INSERT INTO given_letter (id, at) VALUES (2, '2026-11-24 09:00:00');
INSERT INTO given_letter_share (letter, matter) VALUES (2, 1);
