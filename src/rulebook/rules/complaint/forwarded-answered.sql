-- id: complaint.forwarded-answered
-- clause: 3.2.2
-- severity: breach
-- judges: complaint
-- when: hotline
-- blamed: holder
-- form: clock
-- due: hotline-reply
-- title.zh: 转呈的投诉按热线期限答复
-- title.en: Forwarded complaint replied to in time
-- message.zh: {subject} 应在热线期限 {due} 前答复,已超时 {late}
-- message.en: {subject} was to be replied to by the hotline's deadline, {due}; late by {late}
-- remedy.zh: 登记答复:huiyin complaint reply {subject} --text … --method phone
-- remedy.en: record the reply: huiyin complaint reply {subject} --text … --method phone
-- reads: matter step complaint
SELECT m.no AS subject, m.at AS started, m.hotline_due_at AS due,
       (SELECT min(s.at) FROM steps s WHERE s.matter = m.id AND s.what = 'reply') AS met,
       m.closed_at AS stopped
FROM scope_complaint m
WHERE m.hotline_due_at IS NOT NULL;

-- example: replied to with the deadline's last second
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone, hotline_due_at)
VALUES (1, '2026-11-23 09:00:00', '13800008000', '2026-11-23 17:00:00'), (2, '2026-11-23 09:00:00', '13800008000', NULL);
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 17:00:00');

-- example: a second after it, within a day all the same
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone, hotline_due_at)
VALUES (1, '2026-11-23 09:00:00', '13800008000', '2026-11-23 17:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 17:00:01');
