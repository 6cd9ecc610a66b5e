-- id: own.same-day
-- clause: 2.2.4
-- severity: breach
-- judges: complaint
-- title.zh: 投诉当日答复
-- title.en: Complaints are replied to on the day they come
-- message.zh: {subject} 在当日({day})没有答复
-- message.en: {subject} was not replied to on its day ({day})
-- remedy.zh: 登记答复:huiyin complaint reply {subject} --text … --method phone
-- remedy.en: record the reply: huiyin complaint reply {subject} --text … --method phone
-- reads: matter complaint step
SELECT m.no AS subject, m.at AS since, day_of(m.at) AS day
FROM scope_complaint m
WHERE m.reachable AND day_of(now()) > day_of(m.at)
  AND NOT EXISTS (SELECT 1 FROM steps s
                  WHERE s.matter = m.id AND s.what = 'reply' AND day_of(s.at) = day_of(m.at));

-- example: replied to in the last second of the day
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 23:59:59');

-- example: replied to one second later
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-24 00:00:00');
