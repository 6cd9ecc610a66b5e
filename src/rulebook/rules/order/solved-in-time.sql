-- id: order.solved-in-time
-- clause: 6.3, 6.4
-- severity: breach
-- judges: repair
-- after: defer
-- blamed: technician
-- form: clock
-- due: solve
-- title.zh: 疑难、缺件与重大故障限时解决
-- title.en: Deferred repair solved in time
-- message.zh: {subject} 应在 {due} 前解决,已超时 {late}
-- message.en: {subject} was to be solved by {due}; late by {late}
-- remedy.zh: 登记完工:huiyin order finish 派工单号 --result …
-- remedy.en: record it: huiyin order finish PG --result …
-- reads: step order_detail matter recategorised dispatch_order
WITH classed AS (
    -- A higher class counts only if it was decided before the former limit passed.
    SELECT d.*, first_fault = 'major' OR coalesce(major_at <= ordinary_due, 0) AS is_major
    FROM deferrals d
), timed AS (
    SELECT c.*, iif(is_major, major_due, ordinary_due) AS due FROM classed c
)
SELECT t.no AS subject, t.at AS started, t.due,
       (SELECT min(f.at) FROM order_steps f WHERE f.matter = t.matter AND f.what = 'finish') AS met,
       (SELECT min(e.at) FROM (SELECT t.service_since AS at UNION ALL SELECT t.closed_at UNION ALL
                               SELECT c.at FROM called_off c WHERE c.matter = t.matter) e) AS stopped,
       iif(is_major, 'order.major_within', 'order.difficult_within') AS limit_key,
       (SELECT o.technician FROM sent_orders o
        WHERE o.matter = t.matter AND o.at <= t.due AND (o.cancelled_at IS NULL OR o.cancelled_at > t.due)
        ORDER BY o.at DESC, o.step DESC LIMIT 1) AS blamed
FROM timed t;

-- example: parts missing and solved in the last second of 48 h
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at, fault) VALUES (1, 'defer', '2026-11-23 10:00:00', 'parts');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-25 09:00:00');

-- example: one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at, fault) VALUES (1, 'defer', '2026-11-23 10:00:00', 'parts');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-25 09:00:01');

-- example: major has 72 h when it was said in time
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at, fault)
VALUES (1, 'defer', '2026-11-23 10:00:00', 'difficult'), (1, 'defer', '2026-11-25 09:00:00', 'major'),
       (2, 'defer', '2026-11-23 10:00:00', 'difficult'), (2, 'defer', '2026-11-25 09:00:01', 'major');
INSERT INTO given_order_step (order_id, what, at)
VALUES (1, 'finish', '2026-11-26 09:00:00'), (2, 'finish', '2026-11-26 09:00:00');

-- example: one second past 72 h
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at, fault) VALUES (1, 'defer', '2026-11-23 10:00:00', 'major');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-26 09:00:01');

-- example: one second later, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at, fault) VALUES (1, 'defer', '2026-11-23 10:00:00', 'parts');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-25 09:00:01');
INSERT INTO given_repair (id, at) VALUES (51, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (51, 51, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at, fault) VALUES (51, 'defer', '2026-11-23 10:00:00', 'parts');
INSERT INTO given_order_step (order_id, what, at) VALUES (51, 'finish', '2026-11-25 09:00:00');

-- example: called major first of all, after 48 h: nothing was said before that it would have to be in time for
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-25 09:10:00');
INSERT INTO given_order_step (order_id, what, at, fault) VALUES (1, 'defer', '2026-11-25 10:00:00', 'major');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-26 09:00:00');

-- example: not solved is what was in hand when it fell due, not the steward's who holds it, and another repair's being called off is no excuse
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
-- blamed: wu
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:01:00', 2);
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at, fault) VALUES (1, 'defer', '2026-11-23 10:00:00', 'parts');
INSERT INTO given_order_step (order_id, what, at) VALUES (2, 'cancel', '2026-11-23 10:00:00');

-- example: sent in the second it fell due and called off a second later, while others go elsewhere and later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
-- since: 2026-11-25 09:00:00
-- blamed: he
INSERT INTO given_staff (id, login, role, superior) VALUES (20, 'he', 'technician', 3);
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-25 08:50:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:01:00', 2);
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at, fault) VALUES (1, 'defer', '2026-11-23 10:00:00', 'parts');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'cancel', '2026-11-24 10:00:00');
INSERT INTO given_order (id, repair, at, technician) VALUES (2, 1, '2026-11-25 09:00:00', 20), (3, 2, '2026-11-25 09:00:00', 5);
INSERT INTO given_order_step (order_id, what, at, doer) VALUES (2, 'cancel', '2026-11-25 09:00:01', 20);
INSERT INTO given_order (id, repair, at) VALUES (4, 1, '2026-11-25 09:20:00');

-- example: called off in the second it fell due, nobody has it in hand any more
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
-- blamed: sun
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:01:00', 2);
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at, fault) VALUES (1, 'defer', '2026-11-23 10:00:00', 'parts');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'cancel', '2026-11-25 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (2, 1, '2026-11-25 09:20:00');

-- equivalent: is_major => true (2)
-- because: it says which policy the limit is from, and no finding tells that
