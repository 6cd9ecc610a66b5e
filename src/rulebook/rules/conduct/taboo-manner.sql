-- id: conduct.taboo-manner
-- clause: 2.2.1
-- severity: breach
-- judges: conduct
-- blamed: concerned
-- title.zh: 不得有服务忌行
-- title.en: No taboo manner to a resident
-- message.zh: {subject}:{person} 有服务忌行({sort}),尚未处理
-- message.en: {subject}: {person} showed a taboo manner ({sort}), not yet decided
-- remedy.zh: 作出决定:huiyin conduct decide {subject} --decision …
-- remedy.en: decide it: huiyin conduct decide {subject} --decision …
-- reads: conduct step matter
SELECT m.no AS subject, m.at AS since, login_of(m.staff) AS person, m.sort, m.staff AS blamed
FROM scope_conduct m
WHERE m.decided_at IS NULL
  AND m.sort IN ('ignoring', 'indifferent', 'bureaucratic', 'contemptuous', 'arrogant', 'taboo-phrase',
                 'fobbing-off', 'other-manner');

-- example: it stands until it is decided
-- now: 2026-11-24 08:59:59
-- findings: 1 breach
INSERT INTO given_conduct (id, at, sort) VALUES (1, '2026-11-23 09:00:00', 'arrogant');
INSERT INTO given_decision (conduct, at) VALUES (1, '2026-11-24 09:00:00');

-- example: and no longer
-- now: 2026-11-24 09:00:00
-- findings: 0
INSERT INTO given_conduct (id, at, sort) VALUES (1, '2026-11-23 09:00:00', 'arrogant');
INSERT INTO given_decision (conduct, at) VALUES (1, '2026-11-24 09:00:00');

-- example: a quarrel is another matter
-- now: 2026-11-24 09:00:00
-- findings: 0
INSERT INTO given_conduct (id, at, sort) VALUES (1, '2026-11-23 09:00:00', 'quarrel');
