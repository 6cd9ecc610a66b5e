-- id: complaint.repeat-answered
-- clause: 3.3.5
-- severity: breach
-- judges: complaint
-- form: clock
-- limit: complaint.repeat_reply_within
-- due: repeat-reply
-- title.zh: 重复投诉迅速答复
-- title.en: A repeat complaint is replied to sooner
-- message.zh: {subject} 与 {earlier} 是同一问题的重复投诉,应在 {due} 前答复,已超时 {late}
-- message.en: {subject} repeats {earlier} and was to be replied to by {due}; late by {late}
-- remedy.zh: 登记答复:huiyin complaint reply {subject} --text … --method phone
-- remedy.en: record the reply: huiyin complaint reply {subject} --text … --method phone
-- reads: matter step complaint
-- From the moment it is known to be a repeat.
SELECT m.no AS subject, max(m.repeat_at, m.reachable_at) AS started,
       max(m.repeat_at, m.reachable_at)
           + policy('complaint.repeat_reply_within', max(m.repeat_at, m.reachable_at)) AS due,
       (SELECT min(s.at) FROM steps s WHERE s.matter = m.id AND s.what = 'reply') AS met,
       m.closed_at AS stopped, (SELECT e.no FROM main.matter e WHERE e.id = m.repeat_of) AS earlier
FROM scope_complaint m
WHERE m.repeat_of IS NOT NULL AND m.reachable AND m.repeat_at <= now();

-- example: replied in the last second of four hours
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-20 09:00:00', '3-502');
INSERT INTO given_complaint (id, at, unit, repeat_of) VALUES (2, '2026-11-23 09:00:00', '3-502', 1);
INSERT INTO given_step (matter, what, at) VALUES (2, 'reply', '2026-11-23 13:00:00');

-- example: one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-20 09:00:00', '3-502');
INSERT INTO given_complaint (id, at, unit, repeat_of) VALUES (2, '2026-11-23 09:00:00', '3-502', 1);
INSERT INTO given_step (matter, what, at) VALUES (2, 'reply', '2026-11-23 13:00:01');

-- example: what repeats a void complaint repeats what that one did or nothing
-- now: 2026-11-23 13:00:01
-- findings: 1 breach
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-20 09:00:00', '3-502'), (3, '2026-11-23 08:59:00', '3-503');
INSERT INTO given_complaint (id, at, unit, repeat_of)
VALUES (2, '2026-11-23 08:59:00', '3-502', 1), (4, '2026-11-23 09:00:00', '3-502', 2), (5, '2026-11-23 09:00:00', '3-503', 3);
INSERT INTO given_void (matter, at) VALUES (2, '2026-11-23 13:00:01'), (3, '2026-11-23 13:00:01');

-- example: linked later it is due from then on
-- now: 2026-11-23 16:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-20 09:00:00', '3-502');
INSERT INTO given_complaint (id, at, unit, repeat_of, repeat_at)
VALUES (2, '2026-11-23 09:00:00', '3-502', 1, '2026-11-23 12:00:00');

-- example: replied before it was known to be a repeat
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-20 09:00:00', '3-502');
INSERT INTO given_complaint (id, at, unit, repeat_of, repeat_at)
VALUES (2, '2026-11-23 09:00:00', '3-502', 1, '2026-11-24 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (2, 'reply', '2026-11-23 18:00:00');
