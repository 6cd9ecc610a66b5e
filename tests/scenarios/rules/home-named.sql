-- id: own.home-named
-- clause: 2.2.3
-- severity: refuse*
-- judges: complaint
-- blames: step
-- title.zh: 来访投诉写明房号
-- title.en: A visitor's home is noted
-- message.zh: {subject} 来访没有写房号
-- message.en: {subject}: a visitor without a home
-- remedy.zh: 问清后写 --unit
-- remedy.en: ask, and give --unit
-- reads: matter complaint
SELECT m.no AS subject, s.at AS since, s.id AS row
FROM scope_complaint m JOIN steps s ON s.matter = m.id AND s.seq = 1
WHERE m.channel = 'visit' AND m.unit IS NULL;

-- example: a home is given
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, channel, unit) VALUES (1, '2026-11-23 09:00:00', 'visit', '3-502');

-- example: none is
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, channel) VALUES (1, '2026-11-23 09:00:00', 'visit');

-- example: none is, and it happened so
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, channel, as_happened) VALUES (1, '2026-11-23 09:00:00', 'visit', '访客匆忙');
