-- id: repair.urgent-stays
-- clause: 4.5
-- severity: refuse
-- judges: repair
-- when: appointed recategorise amend
-- blames: step
-- blamed: doer
-- title.zh: 急修不改为一般,服务要求不顶替故障
-- title.en: Urgent stays urgent, a fault stays a fault
-- message.zh: {subject}({was}):{why_zh}
-- message.en: {subject} ({was}): {why_en}
-- remedy.zh: 急修不约时间,立即派工;类别有误的,到场后由主管或负责人改:huiyin repair recategorise {subject} --category … --reason …
-- remedy.en: an urgent repair has no appointment: dispatch at once; a wrong category is corrected after arrival by a manager or head: huiyin repair recategorise {subject} --category … --reason …
-- reads: repair recategorised step
SELECT m.no AS subject, s.at AS since, s.id AS row, m.first_category AS was,
       '急修不能预约上门时间' AS why_zh, 'an urgent repair cannot have an appointment' AS why_en
FROM scope_repair m JOIN steps s ON s.matter = m.id AND s.seq = 1
WHERE m.appointment_at IS NOT NULL AND is_urgent(m.first_category)
UNION ALL -- when: recategorise amend
SELECT m.no, c.decided_at, c.id, c.old_category,
       substr(iif(arrived, '', '、到场之前不能改为' || lower_zh)
                  || iif(by_manager, '', '、须由主管或负责人改为' || lower_zh), 2),
       substr(iif(arrived, '', ', nobody has arrived yet')
                  || iif(by_manager, '', ', only a manager or head makes it ' || lower_en), 3)
FROM scope_repair m
JOIN (SELECT h.*, has_role(h.doer, 'manager,head', h.decided_at, h.recorded_at) AS by_manager,
             EXISTS (SELECT 1 FROM steps a
                     WHERE a.matter = h.matter AND a.what = 'arrive' AND a.at <= h.decided_at) AS arrived,
             iif(h.new_category = 'service', '服务要求', '一般') AS lower_zh,
             iif(h.new_category = 'service', 'a service', 'ordinary') AS lower_en
      FROM category_changes h) c ON c.matter = m.id
WHERE (is_urgent(c.old_category) AND NOT is_urgent(c.new_category)
       -- No limit binds a service, so a fault is made one likewise.
       OR c.new_category = 'service' AND c.old_category <> 'service')
  AND NOT (arrived AND by_manager);

-- example: an urgent one has no appointment
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_repair (id, at, category, appointment_at)
VALUES (1, '2026-11-23 09:00:00', 'elevator', '2026-11-23 14:00:00'), (2, '2026-11-23 09:00:00', 'plumbing', '2026-11-23 14:00:00');

-- example: made ordinary by a manager in the second of the arrival
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at, category) VALUES (1, '2026-11-23 09:00:00', 'wiring');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_recategorising (matter, at, category) VALUES (1, '2026-11-23 09:10:00', 'electrical');

-- example: not a second before it and not by a clerk
-- now: 2026-11-30 00:00:00
-- findings: 2 refuse
INSERT INTO given_repair (id, at, category) VALUES (1, '2026-11-23 09:00:00', 'wiring'), (2, '2026-11-23 09:00:00', 'wiring');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_recategorising (matter, at, category) VALUES (1, '2026-11-23 09:09:59', 'electrical');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00'), (2, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_recategorising (matter, at, category, doer) VALUES (2, '2026-11-23 09:20:00', 'electrical', 1);

-- example: one danger for another and an ordinary one that turns out to be a danger
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at, category) VALUES (1, '2026-11-23 09:00:00', 'wiring'), (2, '2026-11-23 09:00:00', 'plumbing');
INSERT INTO given_recategorising (matter, at, category, doer) VALUES (1, '2026-11-23 09:05:00', 'danger', 1), (2, '2026-11-23 09:05:00', 'tap-burst', 1);

-- example: made a service by a manager in the second of the arrival, and by a clerk, and a second too soon
-- now: 2026-11-30 00:00:00
-- findings: 2 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00'), (3, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00'), (3, 3, '2026-11-23 09:02:00');
INSERT INTO given_recategorising (matter, at, category) VALUES (3, '2026-11-23 09:09:59', 'service');
INSERT INTO given_order_step (order_id, what, at)
VALUES (1, 'arrive', '2026-11-23 09:10:00'), (2, 'arrive', '2026-11-23 09:10:00'), (3, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_recategorising (matter, at, category) VALUES (1, '2026-11-23 09:10:00', 'service');
INSERT INTO given_recategorising (matter, at, category, doer) VALUES (2, '2026-11-23 09:14:00', 'service', 1);

-- example: a service that turns out to be a fault
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at, category) VALUES (1, '2026-11-23 09:00:00', 'service');
INSERT INTO given_recategorising (matter, at, category, doer) VALUES (1, '2026-11-23 09:05:00', 'plumbing', 1);

-- example: an appointment for an urgent one is refused once, whatever else was done about it
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_repair (id, at, category, appointment_at) VALUES (1, '2026-11-23 09:00:00', 'elevator', '2026-11-23 15:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');

-- example: made ordinary by a clerk after the arrival, which is all that is said
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
-- says: 须由主管或负责人改为一般
-- says: only a manager or head makes it ordinary
-- unsaid: 到场之前
-- unsaid: nobody has arrived yet
INSERT INTO given_repair (id, at, category) VALUES (1, '2026-11-23 09:00:00', 'elevator');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_recategorising (matter, at, category, doer) VALUES (1, '2026-11-23 09:20:00', 'plumbing', 1);

-- example: made a service by the manager before anybody came to it, while somebody had come elsewhere
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
-- says: 到场之前不能改为服务要求
-- says: nobody has arrived yet
-- unsaid: 须由主管或负责人
-- unsaid: only a manager or head
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (2, 'arrive', '2026-11-23 09:10:00');
INSERT INTO given_recategorising (matter, at, category) VALUES (1, '2026-11-23 09:20:00', 'service');

-- example: made a service by a clerk before anybody came lacks both
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
-- says: 到场之前不能改为服务要求、须由主管或负责人改为服务要求
-- says: nobody has arrived yet, only a manager or head makes it a service
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_recategorising (matter, at, category, doer) VALUES (1, '2026-11-23 09:20:00', 'service', 1);

-- equivalent: c.old_category <> 'service' => true
-- because: nothing is corrected to what it is already
