-- id: duty.misconduct
-- clause: 1.4
-- severity: breach
-- judges: conduct
-- blamed: concerned
-- title.zh: 值班不得违纪
-- title.en: No misconduct on duty
-- message.zh: {subject}:{person} 值班违纪({sort}),尚未处理
-- message.en: {subject}: misconduct of {person} on duty ({sort}), not yet decided
-- remedy.zh: 作出决定:huiyin conduct decide {subject} --decision …
-- remedy.en: decide it: huiyin conduct decide {subject} --decision …
-- reads: conduct step matter
SELECT m.no AS subject, m.at AS since, login_of(m.staff) AS person, m.sort, m.staff AS blamed
FROM scope_conduct m
WHERE m.decided_at IS NULL
  AND m.sort IN ('sleeping', 'drinking', 'gambling', 'left-post', 'missed-post', 'negligent', 'other-duty');

-- example: it stands until it is decided
-- now: 2026-11-24 08:59:59
-- findings: 1 breach
INSERT INTO given_conduct (id, at, sort) VALUES (1, '2026-11-23 09:00:00', 'drinking');
INSERT INTO given_decision (conduct, at) VALUES (1, '2026-11-24 09:00:00');

-- example: and no longer
-- now: 2026-11-24 09:00:00
-- findings: 0
INSERT INTO given_conduct (id, at, sort) VALUES (1, '2026-11-23 09:00:00', 'drinking');
INSERT INTO given_decision (conduct, at) VALUES (1, '2026-11-24 09:00:00');

-- example: a manner towards a visitor is no misconduct on duty
-- now: 2026-11-24 08:59:59
-- findings: 0
INSERT INTO given_conduct (id, at, sort) VALUES (1, '2026-11-23 09:00:00', 'arrogant');
INSERT INTO given_decision (conduct, at) VALUES (1, '2026-11-24 09:00:00');
