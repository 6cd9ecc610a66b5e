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

-- example: beside another: by a steward who did the repair
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at, technician) VALUES (1, 1, '2026-11-23 09:02:00', 2);
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-24 09:00:00');INSERT INTO given_repair (id, at) VALUES (51, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (51, 51, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (51, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_callback (matter, at) VALUES (51, '2026-11-24 09:00:00');
