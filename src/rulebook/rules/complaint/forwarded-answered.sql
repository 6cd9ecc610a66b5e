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
-- reads: matter step complaint amended
SELECT m.no AS subject, m.at AS started, m.hotline_due_at AS due,
       (SELECT min(s.at) FROM steps s WHERE s.matter = m.id AND s.what = 'reply') AS met,
       m.closed_at AS stopped
FROM scope_complaint m
WHERE m.hotline_due_at IS NOT NULL
  -- One that had passed before it was known, with the complaint or by what was added to it, nobody could keep,
  -- until it is moved ahead.
  AND (iif(EXISTS (SELECT 1 FROM hotline_changes c WHERE c.matter = m.id),
           (SELECT c.old_due_at FROM hotline_changes c WHERE c.matter = m.id ORDER BY c.id LIMIT 1), m.hotline_due_at) >= m.at
       OR EXISTS (SELECT 1 FROM hotline_changes c WHERE c.matter = m.id AND c.new_due_at >= c.at));

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

-- example: added in its last second it is to be kept
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_hotline_change (matter, at, due_at) VALUES (1, '2026-11-23 17:00:00', '2026-11-23 17:00:00');

-- example: added a second after it had passed nobody could keep it
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_hotline_change (matter, at, due_at) VALUES (1, '2026-11-23 17:00:01', '2026-11-23 17:00:00');

-- example: so it is with one that came with the complaint: in its last second
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone, hotline_due_at) VALUES (1, '2026-11-23 17:00:00', '13800008000', '2026-11-23 17:00:00');

-- example: or a second after it had passed
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone, hotline_due_at) VALUES (1, '2026-11-23 17:00:01', '13800008000', '2026-11-23 17:00:00');

-- example: that one binds once it is moved ahead, and one that could be kept binds moved back as well
-- now: 2026-11-30 00:00:00
-- findings: 3 breach
INSERT INTO given_complaint (id, at, phone, hotline_due_at) VALUES (1, '2026-11-23 17:00:01', '13800008000', '2026-11-23 17:00:00'), (2, '2026-11-23 09:00:00', '13800008000', '2026-11-29 17:00:00'), (3, '2026-11-23 09:00:00', '13800008000', '2026-11-23 17:00:00'), (4, '2026-11-23 17:00:01', '13800008000', '2026-11-23 17:00:00');
INSERT INTO given_hotline_change (matter, at, due_at) VALUES (1, '2026-11-23 18:00:00', '2026-11-24 17:00:00'), (2, '2026-11-23 18:00:00', '2026-11-23 08:00:00');

-- example: moved ahead it binds and one that was there before binds wherever it is moved
-- now: 2026-11-30 00:00:00
-- findings: 2 breach
INSERT INTO given_complaint (id, at, phone, hotline_due_at) VALUES (1, '2026-11-23 09:00:00', '13800008000', NULL), (2, '2026-11-23 09:00:00', '13800008000', '2026-11-29 17:00:00');
INSERT INTO given_hotline_change (matter, at, due_at)
VALUES (1, '2026-11-23 17:00:01', '2026-11-23 17:00:00'), (1, '2026-11-23 18:00:00', '2026-11-24 17:00:00'), (2, '2026-11-23 17:00:01', '2026-11-23 17:00:00');

-- example: as of before it was added there was none
-- now: 2026-11-23 18:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_hotline_change (matter, at, due_at) VALUES (1, '2026-11-23 18:00:01', '2026-11-24 17:00:00');

-- example: a second after it, within a day all the same, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone, hotline_due_at)
VALUES (1, '2026-11-23 09:00:00', '13800008000', '2026-11-23 17:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 17:00:01');
INSERT INTO given_complaint (id, at, phone, hotline_due_at) VALUES (51, '2026-11-23 09:00:00', '13800008000', '2026-11-23 17:00:00'), (52, '2026-11-23 09:00:00', '13800008000', NULL);
INSERT INTO given_step (matter, what, at) VALUES (51, 'reply', '2026-11-23 17:00:00');

-- example: one hotline's deadline is moved ahead while that of another complaint was past when it was added
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_hotline_change (matter, at, due_at) VALUES (1, '2026-11-24 09:00:00', '2026-11-23 18:00:00');
INSERT INTO given_complaint (id, at, phone, hotline_due_at) VALUES (2, '2026-11-23 09:00:00', '13800008001', '2026-11-23 18:00:00');
INSERT INTO given_hotline_change (matter, at, due_at) VALUES (2, '2026-11-23 10:00:00', '2026-11-24 18:00:00');
INSERT INTO given_step (matter, what, at) VALUES (2, 'reply', '2026-11-24 18:00:00');

-- equivalent: m.hotline_due_at IS NOT NULL => true
-- because: without a time there is nothing that falls due
