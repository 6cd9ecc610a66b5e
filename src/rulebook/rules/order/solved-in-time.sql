-- id: order.solved-in-time
-- clause: 6.3, 6.4
-- severity: breach
-- judges: repair
-- after: defer
-- form: clock
-- due: solve
-- title.zh: 疑难、缺件与重大故障限时解决
-- title.en: Difficult, parts, major: solved in time
-- message.zh: {subject} 应在 {due} 前解决,已超时 {late}
-- message.en: {subject} was to be solved by {due}; late by {late}
-- remedy.zh: 登记完工:huiyin order finish 派工单号 --result …
-- remedy.en: record it: huiyin order finish PG --result …
-- reads: step order_detail matter recategorised
WITH deferred AS (
    SELECT m.id, m.no, m.at, coalesce(m.service_since, m.closed_at) AS stopped,
           m.at + policy('order.difficult_within', m.at) AS ordinary_due,
           m.at + policy('order.major_within', m.at) AS major_due,
           (SELECT d.fault FROM order_steps d WHERE d.matter = m.id AND d.what = 'defer'
            ORDER BY d.at, d.id LIMIT 1) AS first_fault,
           (SELECT min(d.at) FROM order_steps d
            WHERE d.matter = m.id AND d.what = 'defer' AND d.fault = 'major') AS major_at
    FROM scope_repair m
    WHERE m.fault_since IS NOT NULL
), classed AS (
    -- A higher class counts only if it was recorded before the former limit passed.
    SELECT d.*, first_fault = 'major' OR coalesce(major_at <= ordinary_due, 0) AS is_major
    FROM deferred d WHERE first_fault IS NOT NULL
)
SELECT no AS subject, at AS started, iif(is_major, major_due, ordinary_due) AS due,
       (SELECT min(f.at) FROM order_steps f WHERE f.matter = classed.id AND f.what = 'finish') AS met,
       stopped,
       iif(is_major, 'order.major_within', 'order.difficult_within') AS limit_key
FROM classed;

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
