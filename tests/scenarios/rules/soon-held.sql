-- id: own.soon-held
-- clause: 2.2.2
-- severity: breach
-- judges: complaint
-- form: clock
-- due: holder
-- title.zh: 一小时内有承办人
-- title.en: Held by somebody within an hour
-- message.zh: {subject} 应在 {due} 前有承办人,已超时 {late}
-- message.en: {subject} was to have a holder by {due}; late by {late}
-- remedy.zh: huiyin complaint assign {subject} --to …
-- remedy.en: huiyin complaint assign {subject} --to …
-- reads: matter complaint step
SELECT m.no AS subject, m.at AS started, m.at + 3600 AS due,
       (SELECT min(s.at) FROM steps s WHERE s.matter = m.id AND s.what = 'assign') AS met,
       m.closed_at AS stopped
FROM scope_complaint m;

-- example: in the last second of the hour
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 10:00:00', 2);

-- example: one second past it
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 10:00:01', 2);
