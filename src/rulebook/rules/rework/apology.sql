-- id: rework.apology
-- clause: 6.5
-- severity: refuse*
-- judges: repair
-- after: finish
-- when: rework
-- blames: step
-- blamed: technician
-- heals: yes
-- title.zh: 二次维修由当事人致歉
-- title.en: The first technician apologises for rework
-- message.zh: {subject} 是二次维修,{first} 还没有向业主致歉
-- message.en: {subject} is rework, and {first} has not apologised to the resident
-- remedy.zh: 完工时写 --apology,或补登:huiyin repair apology {subject} --text … --by {first};已经完工的,用 --as-happened 据实登记
-- remedy.en: add --apology when finishing, or record it: huiyin repair apology {subject} --text … --by {first}; if it is finished already, record it with --as-happened
-- reads: step repair
-- An apology that comes later cures it.
SELECT m.no AS subject, f.at AS since, f.id AS row, login_of(m.first_technician) AS first,
       m.first_technician AS blamed
FROM scope_repair m
JOIN order_steps f ON f.id = (SELECT s.id FROM order_steps s WHERE s.matter = m.id AND s.what = 'finish'
                              ORDER BY s.at, s.id LIMIT 1)
WHERE m.first_technician IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM steps a
                  WHERE a.matter = m.id AND a.what = 'apology'
                    AND (a.doer = m.first_technician
                         OR (has_left(m.first_technician, a.at, a.recorded_at)
                             AND has_role(a.doer, 'manager,head', a.at, a.recorded_at))));

-- example: with the apology of the first technician
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 08:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_repair (id, at, rework_of) VALUES (2, '2026-11-24 08:00:00', 1);
INSERT INTO given_order (id, repair, at) VALUES (2, 2, '2026-11-24 08:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (2, 'finish', '2026-11-24 09:00:00');
INSERT INTO given_step (matter, what, at, doer, text) VALUES (2, 'apology', '2026-11-24 09:00:00', 5, '给您添麻烦了');

-- example: without one or with somebody else's
-- now: 2026-11-30 00:00:00
-- findings: 2 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 08:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_repair (id, at, rework_of) VALUES (2, '2026-11-24 08:00:00', 1), (3, '2026-11-24 08:00:00', 1);
INSERT INTO given_order (id, repair, at) VALUES (2, 2, '2026-11-24 08:02:00'), (3, 3, '2026-11-24 08:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (2, 'finish', '2026-11-24 09:00:00'), (3, 'finish', '2026-11-24 09:00:00');
INSERT INTO given_step (matter, what, at, doer, text) VALUES (3, 'apology', '2026-11-24 09:00:00', 3, '给您添麻烦了');

-- example: a manager apologises for one who has left and whoever was forgotten is a breach
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 08:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_staff (id, role, superior, at, has_left) VALUES (5, 'technician', 3, '2026-11-24 00:00:00', 1);
INSERT INTO given_repair (id, at, rework_of) VALUES (2, '2026-11-24 08:00:00', 1), (3, '2026-11-24 08:00:00', 1);
INSERT INTO given_order (id, repair, at, technician) VALUES (2, 2, '2026-11-24 08:02:00', 2), (3, 3, '2026-11-24 08:02:00', 2);
INSERT INTO given_order_step (order_id, what, at) VALUES (2, 'finish', '2026-11-24 09:00:00');
INSERT INTO given_order_step (order_id, what, at, as_happened) VALUES (3, 'finish', '2026-11-24 09:00:00', '业主不在');
INSERT INTO given_step (matter, what, at, doer, text) VALUES (2, 'apology', '2026-11-24 09:00:00', 3, '给您添麻烦了');

-- example: cured a day later
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 08:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_repair (id, at, rework_of) VALUES (2, '2026-11-24 08:00:00', 1);
INSERT INTO given_order (id, repair, at) VALUES (2, 2, '2026-11-24 08:02:00');
INSERT INTO given_order_step (order_id, what, at, as_happened) VALUES (2, 'finish', '2026-11-24 09:00:00', '业主不在');
INSERT INTO given_step (matter, what, at, doer, text) VALUES (2, 'apology', '2026-11-25 09:00:00', 5, '给您添麻烦了');

-- example: the first technician has left and a steward apologises, who is no manager
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-20 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-20 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-20 10:00:00');
INSERT INTO given_staff (id, role, superior, at, has_left) VALUES (5, 'technician', 3, '2026-11-21 00:00:00', 1);
INSERT INTO given_staff (id, login, role, superior) VALUES (20, 'he', 'technician', 3);
INSERT INTO given_repair (id, at, rework_of) VALUES (2, '2026-11-23 09:00:00', 1);
INSERT INTO given_order (id, repair, at, technician) VALUES (2, 2, '2026-11-23 09:02:00', 20);
INSERT INTO given_step (matter, what, at, doer, text) VALUES (2, 'apology', '2026-11-23 09:30:00', 2, '给您添麻烦了');
INSERT INTO given_order_step (order_id, what, at, doer) VALUES (2, 'finish', '2026-11-23 10:00:00', 20);
