-- id: order.deferred-afterwards
-- clause: 6.4
-- severity: notice
-- judges: repair
-- after: defer
-- blamed: doer
-- title.zh: 故障等级超过原时限才登记
-- title.en: Fault class recorded only after the limit
-- message.zh: {subject} 的故障等级({fault})由 {recorder} 在原时限 {former_at} 过后 {after_for} 才登记
-- message.en: the fault class of {subject} ({fault}) was recorded by {recorder} {after_for} after the former limit, {former_at}
-- remedy.zh: 核对当时是否已作判断;今后在时限前登记 huiyin order defer
-- remedy.en: check whether it was decided at the time; next time record huiyin order defer before the limit
-- reads: step order_detail matter recategorised dispatch_order
WITH classes AS (
    -- As it was typed first.
    SELECT m.no, m.matter, m.fault_since, m.ordinary_due, d.id,
           coalesce((SELECT w.old_value FROM main.correction k CROSS JOIN main.step a ON a.id = k.step
                     CROSS JOIN main.amended w ON w.step = a.id
                     WHERE k.target = d.id AND a.field = 'fault' ORDER BY a.id LIMIT 1), d.fault) AS fault,
           s.recorded_at, s.recorder,
           -- What it was called before; nothing is an ordinary fault.
           coalesce((SELECT max(iif(e.fault = 'major', 2, 1)) FROM order_steps e
                     WHERE e.matter = d.matter AND e.what = 'defer' AND (e.at, e.id) < (d.at, d.id)), 0) AS before
    FROM deferrals m CROSS JOIN order_steps d ON d.matter = m.matter CROSS JOIN main.step s ON s.id = d.id
    WHERE d.what = 'defer' AND s.recorded_at <= now()
    UNION ALL
    -- As it was corrected, until the next correction.
    SELECT m.no, m.matter, m.fault_since, m.ordinary_due, d.id,
           coalesce((SELECT w.old_value FROM main.correction n CROSS JOIN main.step x ON x.id = n.step
                     CROSS JOIN main.amended w ON w.step = x.id
                     WHERE n.target = d.id AND x.field = 'fault' AND x.id > a.id ORDER BY x.id LIMIT 1), d.fault),
           a.recorded_at, a.recorder, iif(w.old_value = 'major', 2, 1)
    FROM deferrals m CROSS JOIN order_steps d ON d.matter = m.matter CROSS JOIN main.correction k ON k.target = d.id
    CROSS JOIN main.step a ON a.id = k.step CROSS JOIN main.amended w ON w.step = a.id
    WHERE d.what = 'defer' AND a.field = 'fault' AND a.recorded_at <= now()
), raised AS (
    SELECT c.*,
           CASE WHEN c.before = 0
                THEN (SELECT max(min(a.at), c.fault_since) + policy('order.first_visit', max(min(a.at), c.fault_since))
                      FROM order_steps a WHERE a.matter = c.matter AND a.what = 'arrive')
                ELSE c.ordinary_due END AS former_at
    FROM classes c
    WHERE iif(c.fault = 'major', 2, 1) > c.before
)
SELECT r.no AS subject, r.recorded_at AS since, r.id AS row, r.fault, login_of(r.recorder) AS recorder,
       r.former_at, r.recorded_at - r.former_at AS after_for
FROM raised r
WHERE r.recorded_at > r.former_at AND r.matter IN (SELECT id FROM scope_repair);

-- example: decided in time and put on record in the last second of the former limit
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at, fault) VALUES (1, 'defer', '2026-11-23 10:00:00', 'parts');
INSERT INTO given_order_step (order_id, what, at, fault, recorded_at) VALUES (1, 'defer', '2026-11-24 10:00:00', 'major', '2026-11-25 09:00:00');

-- example: put on record one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at, fault) VALUES (1, 'defer', '2026-11-23 10:00:00', 'parts');
INSERT INTO given_order_step (order_id, what, at, fault, recorded_at) VALUES (1, 'defer', '2026-11-24 10:00:00', 'major', '2026-11-25 09:00:01');

-- example: not known to be afterwards before it was put on record
-- now: 2026-11-25 09:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at, fault) VALUES (1, 'defer', '2026-11-23 10:00:00', 'parts');
INSERT INTO given_order_step (order_id, what, at, fault, recorded_at) VALUES (1, 'defer', '2026-11-24 10:00:00', 'major', '2026-11-25 09:00:01');

-- example: an ordinary fault called difficult when the first visit was over
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00'), (2, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at, fault, recorded_at)
VALUES (1, 'defer', '2026-11-23 10:00:00', 'difficult', '2026-11-23 13:10:00'),
       (2, 'defer', '2026-11-23 10:00:00', 'difficult', '2026-11-23 13:10:01');

-- example: the same class again is none that is higher
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at, fault) VALUES (1, 'defer', '2026-11-23 10:00:00', 'parts');
INSERT INTO given_order_step (order_id, what, at, fault, recorded_at) VALUES (1, 'defer', '2026-11-24 10:00:00', 'difficult', '2026-11-26 09:00:00');

-- example: decided in time and put on record in the last second of the former limit, whatever is set later
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at, fault) VALUES (1, 'defer', '2026-11-23 10:00:00', 'parts');
INSERT INTO given_order_step (order_id, what, at, fault, recorded_at) VALUES (1, 'defer', '2026-11-24 10:00:00', 'major', '2026-11-25 09:00:00');
INSERT INTO given_policy (key, value, at) VALUES ('order.first_visit', '1s', '2026-11-30 00:00:00');

-- example: corrected to a higher class in the last second of the former limit, and in another repair one second later
-- now: 2026-11-25 09:00:01
-- findings: 1 notice
-- since: 2026-11-25 09:00:01
-- blamed: wu
-- says: the fault class of BX-2026-0002
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00'), (2, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at, fault)
VALUES (1, 'defer', '2026-11-23 10:00:00', 'parts'), (2, 'defer', '2026-11-23 10:00:00', 'parts');
INSERT INTO given_step_correction (step, field, at, old_value, value)
VALUES (1004, 'fault', '2026-11-25 09:00:00', 'parts', 'major'), (2004, 'fault', '2026-11-25 09:00:01', 'parts', 'major');

-- example: a correction that is not on record yet says nothing yet
-- now: 2026-11-25 09:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at, fault) VALUES (1, 'defer', '2026-11-23 10:00:00', 'parts');
INSERT INTO given_step_correction (step, field, at, old_value, value) VALUES (1004, 'fault', '2026-11-25 09:00:01', 'parts', 'major');

-- example: known in the second it is put on record
-- now: 2026-11-25 09:00:01
-- findings: 1 notice
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at, fault) VALUES (1, 'defer', '2026-11-23 10:00:00', 'parts');
INSERT INTO given_order_step (order_id, what, at, fault, recorded_at) VALUES (1, 'defer', '2026-11-24 10:00:00', 'major', '2026-11-25 09:00:01');

-- example: an arrival elsewhere an hour before, and a start put on record late, make no class late
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 07:00:00'), (2, '2026-11-23 08:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 07:02:00'), (2, 2, '2026-11-23 08:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 07:10:00'), (2, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at, recorded_at) VALUES (2, 'start', '2026-11-23 09:15:00', '2026-11-23 13:30:00');
INSERT INTO given_order_step (order_id, what, at, fault, recorded_at)
VALUES (2, 'defer', '2026-11-23 10:00:00', 'difficult', '2026-11-23 13:10:00');

-- example: typed as major by mistake and put right at once; what is called difficult late elsewhere stays what it was
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00'), (3, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00'), (3, 3, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at)
VALUES (1, 'arrive', '2026-11-23 09:10:00'), (2, 'arrive', '2026-11-23 09:10:00'), (3, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at, fault)
VALUES (1, 'defer', '2026-11-23 10:00:00', 'major'), (2, 'defer', '2026-11-23 10:00:00', 'parts'), (3, 'defer', '2026-11-23 10:00:00', 'parts');
INSERT INTO given_step_correction (step, field, at, old_value, value) VALUES (1004, 'fault', '2026-11-23 10:30:00', 'major', 'parts');
INSERT INTO given_order_step (order_id, what, at, fault, recorded_at)
VALUES (2, 'defer', '2026-11-24 10:00:00', 'difficult', '2026-11-26 09:00:00'), (3, 'defer', '2026-11-24 10:00:00', 'parts', '2026-11-26 09:00:00');
INSERT INTO given_step_correction (step, field, at, old_value, value) VALUES (3005, 'fault', '2026-11-26 10:00:00', 'parts', 'difficult');

-- example: a correction of when it was deferred is none of its class, before or after it
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
-- since: 2026-11-26 09:00:00
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00'), (2, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at, fault)
VALUES (1, 'defer', '2026-11-23 10:00:00', 'parts'), (2, 'defer', '2026-11-23 10:00:00', 'major');
INSERT INTO given_order_step (order_id, what, at, fault, recorded_at) VALUES (1, 'defer', '2026-11-24 10:00:00', 'major', '2026-11-26 09:00:00');
INSERT INTO given_step_correction (step, field, at, old_value)
VALUES (1005, 'step-at', '2026-11-26 09:30:00', '1763978400'), (2004, 'step-at', '2026-11-26 09:30:00', '1763892000');

-- example: corrected twice, late both times, and raised by the second alone
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
-- since: 2026-11-25 11:00:00
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00'), (3, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00'), (3, 3, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at)
VALUES (1, 'arrive', '2026-11-23 09:10:00'), (2, 'arrive', '2026-11-23 09:10:00'), (3, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at, fault)
VALUES (1, 'defer', '2026-11-23 10:00:00', 'major'), (2, 'defer', '2026-11-23 10:00:00', 'parts'), (3, 'defer', '2026-11-23 10:00:00', 'parts');
INSERT INTO given_step_correction (step, field, at, old_value, value)
VALUES (1004, 'fault', '2026-11-23 10:30:00', 'major', 'parts'), (2004, 'fault', '2026-11-25 10:00:00', 'parts', 'difficult'),
       (2004, 'fault', '2026-11-25 11:00:00', 'difficult', 'major'), (2004, 'step-at', '2026-11-25 12:00:00', '1763892000', NULL),
       (3004, 'fault', '2026-11-25 13:00:00', 'parts', 'difficult');

-- example: once it was major, nothing that comes later is higher
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_order_step (order_id, what, at, fault) VALUES (1, 'defer', '2026-11-23 10:00:00', 'major');
INSERT INTO given_order_step (order_id, what, at, fault, recorded_at) VALUES (1, 'defer', '2026-11-24 10:00:00', 'parts', '2026-11-26 09:00:00');

-- equivalent: r.matter IN (SELECT id FROM scope_repair) => true
-- because: only repairs are deferred; it is said so that the gate asks of no others

-- equivalent: d.what = 'defer' => true (2)
-- because: only a deferral has a class to correct
