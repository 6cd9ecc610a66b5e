-- id: matter.holder
-- clause: 3.3.1
-- severity: breach
-- judges: matter
-- title.zh: 在办事项都有人承办
-- title.en: Every open matter has a holder who is here
-- message.zh: {subject} 没有人承办:{why_zh}
-- message.en: {subject} is held by nobody: {why_en}
-- remedy.zh: 重新落实承办人
-- remedy.en: assign it to someone
-- reads: matter step staff_edition
SELECT m.no AS subject, m.at AS since, login_of(m.holder) AS holder,
       '承办人 ' || login_of(m.holder) || ' 已离职' AS why_zh,
       'its holder ' || login_of(m.holder) || ' has left' AS why_en
FROM scope_matter m
WHERE m.closed_at IS NULL AND m.holder IS NOT NULL AND has_left(m.holder, now())
UNION ALL
SELECT m.no, m.at + policy('matter.assign_within', m.at), NULL, '超过时限还没有落实', 'nobody was assigned in time'
FROM scope_matter m
WHERE m.closed_at IS NULL AND m.holder IS NULL AND m.kind IN ('suggestion', 'repair')
  AND now() > m.at + policy('matter.assign_within', m.at);

-- example: held by someone who is here
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:10:00', 2);

-- example: held by someone who has left
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:10:00', 2);
INSERT INTO given_staff (id, role, superior, at, has_left)
VALUES (2, 'steward', 3, '2026-11-25 00:00:00', 1);

-- example: someone who leaves a second later is still here
-- now: 2026-11-24 23:59:59
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:10:00', 2);
INSERT INTO given_staff (id, role, superior, at, has_left)
VALUES (2, 'steward', 3, '2026-11-25 00:00:00', 1);

-- example: a new holder heals it
-- now: 2026-11-26 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:10:00', 2);
INSERT INTO given_staff (id, role, superior, at, has_left)
VALUES (2, 'steward', 3, '2026-11-25 00:00:00', 1);
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-25 09:00:00', 1);
