-- id: order.one-live
-- clause: 4.1
-- severity: refuse
-- judges: repair
-- after: dispatch
-- when: sent-again
-- blames: step
-- blamed: doer
-- title.zh: 一件报修同时只有一张派工单在办
-- title.en: One open order per repair
-- message.zh: {subject} 已有在办的派工单 {live}
-- message.en: {subject} already has an open order, {live}
-- remedy.zh: 两人同去用 --with;换人先撤销:huiyin order cancel {live} --reason …
-- remedy.en: two technicians go on one order with --with; to change the technician, cancel first: huiyin order cancel {live} --reason …
-- reads: dispatch_order step
SELECT m.no AS subject, s.at AS since, s.id AS row, min(o.no) AS live
FROM scope_repair m
JOIN order_steps s ON s.matter = m.id AND s.what = 'dispatch'
JOIN sent_orders o ON o.matter = m.id
-- As they were typed; and as they happened, which what is typed late may bring out.
WHERE o.id < s.dispatch_order
      AND NOT EXISTS (SELECT 1 FROM order_steps e
                      WHERE e.dispatch_order = o.id AND e.what IN ('finish', 'cancel') AND e.id < s.id)
   OR (o.at, o.step) < (s.at, s.id)
      AND NOT EXISTS (SELECT 1 FROM order_steps e
                      WHERE e.dispatch_order = o.id AND e.what IN ('finish', 'cancel') AND e.at <= s.at)
GROUP BY s.id;

-- example: a second order after the first was cancelled
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'cancel', '2026-11-23 09:03:00');
INSERT INTO given_order (id, repair, at) VALUES (2, 1, '2026-11-23 09:03:00');

-- example: two at a time
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order (id, repair, at) VALUES (2, 1, '2026-11-23 09:03:00');

-- example: one that is typed late and went out while another was in work
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'cancel', '2026-11-23 09:30:00'), (2, 'cancel', '2026-11-23 09:30:00');
INSERT INTO given_order (id, repair, at) VALUES (3, 1, '2026-11-23 09:29:59'), (4, 2, '2026-11-23 09:30:00');

-- example: one that is typed late and was in work when another went out
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:30:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'cancel', '2026-11-23 10:00:00');
INSERT INTO given_order (id, repair, at) VALUES (2, 1, '2026-11-23 09:20:00');

-- example: one that is typed late and went out while another was in work, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'cancel', '2026-11-23 09:30:00'), (2, 'cancel', '2026-11-23 09:30:00');
INSERT INTO given_order (id, repair, at) VALUES (3, 1, '2026-11-23 09:29:59'), (4, 2, '2026-11-23 09:30:00');
INSERT INTO given_repair (id, at) VALUES (51, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (51, 51, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (51, 'cancel', '2026-11-23 09:03:00');
INSERT INTO given_order (id, repair, at) VALUES (52, 51, '2026-11-23 09:03:00');

-- example: a second order after the first was finished, and a single one
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-23 10:00:00');
INSERT INTO given_order (id, repair, at) VALUES (2, 1, '2026-11-23 10:00:00');

-- example: the first is called off on paper only after the second went out, and elsewhere one was finished
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
-- says: BX-2026-0002 already has an open order, PG-2026-0002
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-23 09:30:00');
INSERT INTO given_order (id, repair, at) VALUES (3, 2, '2026-11-23 11:00:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (2, 'cancel', '2026-11-23 10:00:00');

-- equivalent: e.id < s.id => e.id <= s.id
-- because: a dispatch neither finishes nor calls off anything: the two are never one step
