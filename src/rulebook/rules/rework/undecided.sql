-- id: rework.undecided
-- clause: 6.5
-- severity: breach
-- judges: repair
-- title.zh: 二次维修须认定
-- title.en: A second repair is said to be rework or not
-- message.zh: {subject} 与 {earlier} 同一房号、同一类别,没有认定是否二次维修
-- message.en: {subject} is of the same home and category as {earlier}; nobody said whether it is rework
-- remedy.zh: 认定:huiyin amend {subject} --rework-of {earlier} --reason …,或 --not-rework 原因
-- remedy.en: say so: huiyin amend {subject} --rework-of {earlier} --reason …, or --not-rework REASON
-- reads: repair matter step
SELECT m.no AS subject, m.at AS since,
       (SELECT e.no FROM main.matter e JOIN steps f ON f.matter = e.id AND f.what = 'finish'
        WHERE +e.kind = 'repair' AND e.unit = m.unit AND e.category = m.category_now AND e.id <> m.id
          AND (e.voided_at IS NULL OR e.voided_at > now())
          AND f.at BETWEEN m.at - policy('repair.rework_window', m.at) AND m.at
        ORDER BY f.at DESC LIMIT 1) AS earlier
FROM scope_repair m
WHERE m.rework_of IS NULL AND m.not_rework IS NULL AND m.unit IS NOT NULL AND earlier IS NOT NULL;

-- example: thirty days to the second after the first was finished
-- now: 2026-12-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 08:00:00'), (2, '2026-12-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');

-- example: one second later it is another fault
-- now: 2026-12-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 08:00:00'), (2, '2026-12-23 09:00:01');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');

-- example: another home or category or one that was never finished
-- now: 2026-12-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at, unit, category)
VALUES (1, '2026-11-23 08:00:00', '3-502', 'plumbing'), (2, '2026-11-24 08:00:00', '3-503', 'plumbing'),
       (3, '2026-11-24 08:00:00', '3-502', 'electrical'), (4, '2026-11-24 08:00:00', '3-502', 'electrical');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');

-- example: said to be one or none
-- now: 2026-12-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_repair (id, at, rework_of) VALUES (2, '2026-11-24 08:00:00', 1);
INSERT INTO given_repair (id, at, not_rework) VALUES (3, '2026-11-25 08:00:00', '另一只水龙头');
