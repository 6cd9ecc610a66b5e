-- id: order.arrived-in-time
-- clause: 6.1
-- severity: breach
-- judges: repair
-- blamed: technician
-- form: clock
-- limit: order.arrive_within
-- due: arrive
-- title.zh: 按时到达现场
-- title.en: On site in time
-- message.zh: {subject} 应在 {due} 前到达现场,已超时 {late}
-- message.en: {subject}: the technician was to be on site by {due}; late by {late}
-- remedy.zh: 登记到场:huiyin order arrive 派工单号
-- remedy.en: record the arrival: huiyin order arrive PG
-- reads: matter step repair recategorised dispatch_order
WITH requests AS (
    -- An agreed time counts instead of the call, but never where danger is near, and no longer once
    -- it is known to be.
    SELECT m.id, m.no, m.at, m.closed_at, m.service_since,
           CASE WHEN m.appointment_at IS NOT NULL AND policy('repair.appointment_counts', m.at)
                     THEN max(m.fault_since, min(m.appointment_at, coalesce(m.urgent_since, m.appointment_at)))
                     ELSE m.fault_since END AS since_when
    FROM scope_repair m
    WHERE m.fault_since IS NOT NULL
), timed AS MATERIALIZED (
    SELECT m.*, m.since_when + policy('order.arrive_within', m.since_when) AS due,
           (SELECT min(s.at) FROM order_steps s WHERE s.matter = m.id AND s.what = 'arrive') AS met,
           -- Called off and closed without anybody having come: nobody was to come any more.
           CASE WHEN m.closed_at IS NOT NULL THEN (SELECT c.at FROM called_off c WHERE c.matter = m.id) END AS off_at
    FROM requests m
)
SELECT t.no AS subject, t.since_when AS started, t.due, t.met,
       (SELECT min(e.at) FROM (SELECT t.closed_at AS at UNION ALL SELECT t.service_since UNION ALL
                               SELECT t.off_at WHERE t.met IS NULL) e) AS stopped,
       (SELECT o.technician FROM sent_orders o
        WHERE o.matter = t.id AND o.at <= t.due AND (o.cancelled_at IS NULL OR o.cancelled_at > t.due)
        ORDER BY o.at DESC, o.step DESC LIMIT 1) AS blamed
FROM timed t;

-- gate: unless recategorise amend appointed cancel
SELECT :no AS subject, :at AS started, due, :arrive_at AS met, :closed_at AS stopped,
       (SELECT o.technician FROM main.step d CROSS JOIN main.dispatch_order o ON o.id = d.dispatch_order
        WHERE d.matter = :id AND +d.what = 'dispatch' AND d.at <= min(due, now())
        ORDER BY d.at DESC, d.id DESC LIMIT 1) AS blamed
FROM (SELECT :at + policy('order.arrive_within', :at) AS due)
WHERE :category IS NOT 'service';

-- example: 15 min to the second over the turn of the year
-- now: 2027-01-02 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-12-31 23:50:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-12-31 23:52:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2027-01-01 00:05:00');

-- example: one second later
-- now: 2027-01-02 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-12-31 23:50:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-12-31 23:52:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2027-01-01 00:05:01');

-- example: from the time agreed on
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at, appointment_at) VALUES (1, '2026-11-23 09:00:00', '2026-11-24 14:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-24 14:15:00');

-- example: no appointment delays a danger
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at, category, appointment_at) VALUES (1, '2026-11-23 09:00:00', 'elevator', '2026-11-24 14:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-24 14:15:00');

-- example: a wish for a service has no such limit
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at, category) VALUES (1, '2026-11-23 09:00:00', 'service');

-- example: called a service after a quarter of an hour it was late as a fault all the same
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_recategorising (matter, at, category) VALUES (1, '2026-11-23 09:15:00', 'service'), (2, '2026-11-23 09:15:01', 'service');

-- example: an agreed time no longer counts once it turns out to be a danger
-- now: 2026-11-23 12:15:01
-- findings: 1 breach
INSERT INTO given_repair (id, at, appointment_at)
VALUES (1, '2026-11-23 09:00:00', '2026-11-24 14:00:00'), (2, '2026-11-23 09:00:00', '2026-11-24 14:00:00');
INSERT INTO given_recategorising (matter, at, category) VALUES (1, '2026-11-23 12:00:00', 'wiring');

-- example: the limit is the one in force at the time agreed on, to the second and one later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_policy (key, value, at) VALUES ('order.arrive_within', '10min', '2026-11-24 14:00:00');
INSERT INTO given_repair (id, at, appointment_at)
VALUES (1, '2026-11-23 09:00:00', '2026-11-24 14:00:00'), (2, '2026-11-23 09:00:00', '2026-11-24 14:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-24 14:10:00'), (2, 'arrive', '2026-11-24 14:10:01');

-- example: called off in the last second of 15 min and closed without anybody having come, and one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'cancel', '2026-11-23 09:15:00'), (2, 'cancel', '2026-11-23 09:15:01');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-23 11:00:00', '业主自行解决'), (2, '2026-11-23 11:00:00', '业主自行解决');

-- example: while it is open somebody is to come, and another order does not give more time
-- now: 2026-11-23 10:00:00
-- findings: 2 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'cancel', '2026-11-23 09:10:00'), (2, 'cancel', '2026-11-23 09:10:00');
INSERT INTO given_order (id, repair, at) VALUES (3, 2, '2026-11-23 09:20:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (3, 'arrive', '2026-11-23 09:30:00');

-- example: 15 min to the second over the turn of the year, whatever is set later
-- now: 2027-01-02 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-12-31 23:50:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-12-31 23:52:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2027-01-01 00:05:00');
INSERT INTO given_policy (key, value, at) VALUES ('order.arrive_within', '1s', '2027-01-02 00:00:00');

-- example: from the time agreed on, whatever is set later
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at, appointment_at) VALUES (1, '2026-11-23 09:00:00', '2026-11-24 14:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-24 14:15:00');
INSERT INTO given_policy (key, value, at) VALUES ('repair.appointment_counts', '1s', '2026-11-30 00:00:00');

-- example: an office where an agreed time does not count
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
-- since: 2026-11-23 09:15:00
INSERT INTO given_policy (key, value) VALUES ('repair.appointment_counts', 'no');
INSERT INTO given_repair (id, at, appointment_at) VALUES (1, '2026-11-23 09:00:00', '2026-11-23 15:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:15:01');

-- example: late is whoever was on the way when it fell due, not the steward who holds it
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
-- blamed: wu
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:01:00', 2);
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:15:01');

-- example: sent in the second it fell due and called off a second later, while others go elsewhere and later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
-- blamed: wu
INSERT INTO given_staff (id, login, role, superior) VALUES (20, 'he', 'technician', 3);
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:10:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:01:00', 2);
INSERT INTO given_order (id, repair, at, technician) VALUES (1, 1, '2026-11-23 09:15:00', 5), (2, 2, '2026-11-23 09:15:00', 20);
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'cancel', '2026-11-23 09:15:01');
INSERT INTO given_order (id, repair, at, technician) VALUES (3, 1, '2026-11-23 09:16:00', 20);
INSERT INTO given_order_step (order_id, what, at, doer) VALUES (2, 'arrive', '2026-11-23 09:20:00', 20), (3, 'arrive', '2026-11-23 09:25:00', 20);

-- example: called off in the second it fell due, nobody is on the way any more
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
-- blamed: sun
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:01:00', 2);
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'cancel', '2026-11-23 09:15:00');

-- equivalent: m.fault_since IS NOT NULL => true
-- because: a service has no deadline, and what has none is never past it; it is said so that it stands in no list of deadlines

-- equivalent: t.met IS NULL => true
-- because: an order is called off after the arrival if there was one, and the first of the two counts
