-- id: rework.same-technician
-- clause: 6.5
-- severity: refuse*
-- judges: repair
-- after: dispatch
-- when: rework
-- blames: step
-- blamed: doer
-- title.zh: 二次维修由当事人负责到底
-- title.en: Rework goes to the first technician
-- message.zh: {subject} 是二次维修,应派给当事人 {first},不能派给 {other}
-- message.en: {subject} is rework: it goes to {first}, who did the first repair, not to {other}
-- remedy.zh: 改为 --to {first};当事人不当班或不会修的,写 --instead off-shift 或 --instead skill;已派出的,用 --as-happened 据实登记
-- remedy.en: use --to {first}; if they are off shift or lack the skill add --instead off-shift or --instead skill; if it has been done already, record it with --as-happened
-- reads: dispatch_order order_detail order_mate
SELECT m.no AS subject, s.at AS since, s.id AS row, login_of(m.first_technician) AS first,
       login_of(s.to_staff) AS other
FROM scope_repair m JOIN order_steps s ON s.matter = m.id AND s.what = 'dispatch'
WHERE s.instead IS NULL AND s.to_staff <> m.first_technician
  AND NOT EXISTS (SELECT 1 FROM main.order_mate mate
                  WHERE mate.dispatch_order = s.dispatch_order AND mate.staff = m.first_technician)
  AND NOT is_away(m.first_technician, s.at, s.recorded_at)
  AND NOT has_left(m.first_technician, s.at, s.recorded_at);

-- example: to the one who did it first
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 08:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_repair (id, at, rework_of) VALUES (2, '2026-11-24 08:00:00', 1);
INSERT INTO given_order (id, repair, at) VALUES (2, 2, '2026-11-24 08:02:00');

-- example: to another without a reason and with one
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 08:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_repair (id, at, rework_of) VALUES (2, '2026-11-24 08:00:00', 1), (3, '2026-11-24 08:00:00', 1);
INSERT INTO given_order (id, repair, at, technician, instead) VALUES (2, 2, '2026-11-24 08:02:00', 2, NULL), (3, 3, '2026-11-24 08:02:00', 2, 'skill');

-- example: the first one is away to the last second
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_absence (staff, from_at, until_at) VALUES (5, '2026-11-24 08:02:00', '2026-11-24 12:00:00');
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 08:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_repair (id, at, rework_of) VALUES (2, '2026-11-24 08:00:00', 1), (3, '2026-11-24 08:00:00', 1);
INSERT INTO given_order (id, repair, at, technician) VALUES (2, 2, '2026-11-24 11:59:59', 2), (3, 3, '2026-11-24 12:00:00', 2);

-- example: it was given to another all the same
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 08:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_repair (id, at, rework_of) VALUES (2, '2026-11-24 08:00:00', 1);
INSERT INTO given_order (id, repair, at, technician, as_happened) VALUES (2, 2, '2026-11-24 08:02:00', 2, '业主等不及');

-- example: the first technician goes along, the sheet comes back to a clerk, and elsewhere they do not go along
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
-- says: BX-2026-0003 is rework
INSERT INTO given_staff (id, login, role, superior) VALUES (20, 'he', 'technician', 3);
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-20 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-20 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-20 10:00:00');
INSERT INTO given_repair (id, at, rework_of) VALUES (2, '2026-11-23 09:00:00', 1), (3, '2026-11-23 09:00:00', 1), (4, '2026-11-23 09:00:00', 1);
INSERT INTO given_order (id, repair, at, technician) VALUES (2, 2, '2026-11-23 09:02:00', 20), (3, 3, '2026-11-23 09:02:00', 20), (4, 4, '2026-11-23 09:02:00', 5);
INSERT INTO order_mate (dispatch_order, staff) VALUES (2, 5), (3, 2);
INSERT INTO given_order_step (order_id, what, at, to_staff) VALUES (2, 'return', '2026-11-23 12:00:00', 1), (4, 'return', '2026-11-23 12:00:00', 1);

-- example: the first technician has left, from that second on
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
-- since: 2026-11-23 08:59:59
INSERT INTO given_staff (id, login, role, superior) VALUES (20, 'he', 'technician', 3);
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-20 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-20 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-20 10:00:00');
INSERT INTO given_staff (id, role, superior, at, has_left) VALUES (5, 'technician', 3, '2026-11-23 09:00:00', 1);
INSERT INTO given_repair (id, at, rework_of) VALUES (2, '2026-11-23 08:00:00', 1), (3, '2026-11-23 08:00:00', 1);
INSERT INTO given_order (id, repair, at, technician) VALUES (2, 2, '2026-11-23 08:59:59', 20), (3, 3, '2026-11-23 09:00:00', 20);
