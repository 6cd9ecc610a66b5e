-- id: order.fixed-on-the-spot
-- clause: 6.2
-- severity: breach
-- judges: repair
-- after: arrive
-- blamed: technician
-- form: clock
-- limit: order.first_visit
-- due: finish
-- title.zh: 一般故障当场解决
-- title.en: Ordinary fault fixed on the first visit
-- message.zh: {subject} 的 {order_no} 应在 {due} 前完工或登记延期,已超时 {late}
-- message.en: {order_no} of {subject} was to be finished or deferred by {due}; late by {late}
-- remedy.zh: 登记完工:huiyin order finish {order_no} --result …;疑难或缺件用 huiyin order defer
-- remedy.en: record it: huiyin order finish {order_no} --result …; if difficult or parts are missing: huiyin order defer
-- reads: step order_detail recategorised dispatch_order
-- One limit for the repair: another order does not begin it anew.
WITH visits AS MATERIALIZED (
    SELECT m.id, m.no, m.service_since, o.no AS order_no, o.technician, max(a.at, m.fault_since) AS since_when,
           (SELECT c.at FROM called_off c WHERE c.matter = m.id) AS off_at
    FROM scope_repair m
    JOIN order_steps a ON a.id = (SELECT s.id FROM order_steps s
                                  WHERE s.matter = m.id AND s.what = 'arrive'
                                  ORDER BY s.at, s.id LIMIT 1)
    JOIN main.dispatch_order o ON o.id = a.dispatch_order
    WHERE m.fault_since IS NOT NULL
), timed AS (
    SELECT v.*, v.since_when + policy('order.first_visit', v.since_when) AS due FROM visits v
)
SELECT t.no AS subject, t.since_when AS started, t.due,
       (SELECT min(s.at) FROM order_steps s
        WHERE s.matter = t.id AND s.what IN ('finish', 'defer')) AS met,
       min(coalesce(t.off_at, t.service_since), coalesce(t.service_since, t.off_at)) AS stopped,
       t.order_no,
       coalesce((SELECT o.technician FROM sent_orders o
                 WHERE o.matter = t.id AND o.at <= t.due AND (o.cancelled_at IS NULL OR o.cancelled_at > t.due)
                 ORDER BY o.at DESC, o.step DESC LIMIT 1), t.technician) AS blamed
FROM timed t;

-- gate: unless recategorise amend cancel
SELECT :no AS subject, since_when AS started, due,
       coalesce(min(:finish_at, :defer_at), :finish_at, :defer_at) AS met, NULL AS stopped, f.no AS order_no,
       coalesce((SELECT o.technician FROM main.step d CROSS JOIN main.dispatch_order o ON o.id = d.dispatch_order
        WHERE d.matter = :id AND +d.what = 'dispatch' AND d.at <= min(due, now())
        ORDER BY d.at DESC, d.id DESC LIMIT 1), f.technician) AS blamed
FROM (SELECT since_when, since_when + policy('order.first_visit', since_when) AS due
      FROM (SELECT max(:arrive_at, :at) AS since_when)) CROSS JOIN main.dispatch_order f ON f.id = :arrive_order
WHERE :category IS NOT 'service';

-- example: finished in the last second of 4 h
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-23 13:10:00');

-- example: one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-23 13:10:01');

-- example: deferred in time
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at, fault) VALUES (1, 'defer', '2026-11-23 13:10:00', 'parts');

-- example: known to be a service at the last second of 4 h and one second later and cancelled after that
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00'), (2, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_recategorising (matter, at, category) VALUES (1, '2026-11-23 13:10:00', 'service'), (2, '2026-11-23 13:10:01', 'service');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'cancel', '2026-11-23 13:20:00'), (2, 'cancel', '2026-11-23 13:20:00');

-- example: another order does not begin it anew
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00'), (2, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'cancel', '2026-11-23 12:00:00'), (2, 'cancel', '2026-11-23 12:00:00');
INSERT INTO given_order (id, repair, at) VALUES (3, 1, '2026-11-23 12:30:00'), (4, 2, '2026-11-23 12:30:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (3, 'arrive', '2026-11-23 12:40:00'), (4, 'arrive', '2026-11-23 12:40:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (3, 'finish', '2026-11-23 13:10:00'), (4, 'finish', '2026-11-23 13:10:01');

-- example: called off in the last second of 4 h and one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00'), (2, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'cancel', '2026-11-23 13:10:00'), (2, 'cancel', '2026-11-23 13:10:01');

-- example: finished in the last second of 4 h, whatever is set later
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-23 13:10:00');
INSERT INTO given_policy (key, value, at) VALUES ('order.first_visit', '1s', '2026-11-30 00:00:00');

-- example: not finished is what was in hand when it fell due, whoever came first
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
-- blamed: he
INSERT INTO given_staff (id, login, role, superior) VALUES (20, 'he', 'technician', 3);
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00'), (1, 'cancel', '2026-11-23 10:00:00');
INSERT INTO given_order (id, repair, at, technician) VALUES (2, 1, '2026-11-23 10:05:00', 20);

-- example: sent in the second it fell due and called off a second later, while others go elsewhere and later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
-- since: 2026-11-23 13:10:00
-- blamed: he
INSERT INTO given_staff (id, login, role, superior) VALUES (20, 'he', 'technician', 3);
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 08:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 08:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00'), (1, 'cancel', '2026-11-23 10:00:00');
INSERT INTO given_order_step (order_id, what, at)
VALUES (2, 'arrive', '2026-11-23 08:10:00'), (2, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at, technician) VALUES (3, 1, '2026-11-23 13:10:00', 20);
INSERT INTO given_order (id, repair, at) VALUES (4, 2, '2026-11-23 13:10:00');
INSERT INTO given_order_step (order_id, what, at, doer) VALUES (3, 'cancel', '2026-11-23 13:10:01', 20);
INSERT INTO given_order (id, repair, at) VALUES (5, 1, '2026-11-23 13:20:00');

-- example: called off in the second it fell due, it was still whoever came first
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
-- blamed: wu
INSERT INTO given_staff (id, login, role, superior) VALUES (20, 'he', 'technician', 3);
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00'), (1, 'cancel', '2026-11-23 10:00:00');
INSERT INTO given_order (id, repair, at, technician) VALUES (2, 1, '2026-11-23 10:05:00', 20);
INSERT INTO given_order_step (order_id, what, at, doer) VALUES (2, 'cancel', '2026-11-23 13:10:00', 20);
INSERT INTO given_order (id, repair, at) VALUES (3, 1, '2026-11-23 13:20:00');

-- equivalent: m.fault_since IS NOT NULL => true
-- because: a service has no deadline, and what has none is never past it; it is said so that it stands in no list of deadlines
