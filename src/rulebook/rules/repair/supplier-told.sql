-- id: repair.supplier-told
-- clause: 4.5
-- severity: breach
-- judges: repair
-- after: finish
-- when: heating recategorise amend
-- blamed: technician
-- title.zh: 供暖漏水及时通知供热单位
-- title.en: The heat supplier is told of a heating leak
-- message.zh: {subject} 是供暖主管漏水,完工前没有通知供热单位
-- message.en: {subject} is a leak of a heating main, finished without telling the heat supplier
-- remedy.zh: 通知并登记:huiyin repair supplier {subject} --told 供热单位何人
-- remedy.en: tell them and record it: huiyin repair supplier {subject} --told WHOM
-- reads: step recategorised
SELECT m.no AS subject, f.at AS since, 0 AS mendable,
       (SELECT o.technician FROM main.dispatch_order o WHERE o.id = f.dispatch_order) AS blamed
FROM scope_repair m
JOIN steps f ON f.id = (SELECT s.id FROM steps s WHERE s.matter = m.id AND s.what = 'finish'
                        ORDER BY s.at, s.id LIMIT 1)
WHERE 'heating-main' = coalesce((SELECT c.new_category FROM category_changes c
                                 WHERE c.matter = m.id AND c.at <= f.at
                                 ORDER BY c.at DESC, c.id DESC LIMIT 1), m.first_category)
  AND NOT EXISTS (SELECT 1 FROM steps t
                  WHERE t.matter = m.id AND t.what = 'supplier' AND t.at <= f.at);

-- example: told in the second it was finished
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at, category) VALUES (1, '2026-11-23 09:00:00', 'heating-main');
INSERT INTO given_step (matter, what, at, text) VALUES (1, 'supplier', '2026-11-23 11:00:00', '供热公司值班员');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 11:00:00');

-- example: told a second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at, category) VALUES (1, '2026-11-23 09:00:00', 'heating-main');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 11:00:00');
INSERT INTO given_step (matter, what, at, text) VALUES (1, 'supplier', '2026-11-23 11:00:01', '供热公司值班员');

-- example: what turned out to be no heating leak
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at, category) VALUES (1, '2026-11-23 09:00:00', 'heating-main');
INSERT INTO given_recategorising (matter, at, category) VALUES (1, '2026-11-23 09:20:00', 'plumbing');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 11:00:00');

-- example: told a second later, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at, category) VALUES (1, '2026-11-23 09:00:00', 'heating-main');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 11:00:00');
INSERT INTO given_step (matter, what, at, text) VALUES (1, 'supplier', '2026-11-23 11:00:01', '供热公司值班员');
INSERT INTO given_repair (id, at, category) VALUES (51, '2026-11-23 09:00:00', 'heating-main');
INSERT INTO given_step (matter, what, at, text) VALUES (51, 'supplier', '2026-11-23 11:00:00', '供热公司值班员');
INSERT INTO given_step (matter, what, at) VALUES (51, 'finish', '2026-11-23 11:00:00');

-- example: found to be the heating in the second it was finished, by whoever finished it; and another only after that
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
-- since: 2026-11-23 10:00:00
-- blamed: he
INSERT INTO given_staff (id, login, role, superior) VALUES (20, 'he', 'technician', 3);
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 08:00:00'), (2, '2026-11-23 09:00:00'), (3, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at, technician) VALUES (1, 1, '2026-11-23 08:02:00', 5), (2, 2, '2026-11-23 09:02:00', 20), (3, 3, '2026-11-23 09:02:00', 5);
INSERT INTO given_order_step (order_id, what, at, doer)
VALUES (1, 'finish', '2026-11-23 08:30:00', 5), (2, 'finish', '2026-11-23 10:00:00', 20), (3, 'finish', '2026-11-23 10:00:00', 5);
INSERT INTO given_recategorising (matter, at, category) VALUES (2, '2026-11-23 10:00:00', 'heating-main'), (3, '2026-11-23 10:00:01', 'heating-main');
