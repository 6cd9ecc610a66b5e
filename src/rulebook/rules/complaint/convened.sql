-- id: complaint.convened
-- clause: 5.3
-- severity: breach
-- judges: complaint
-- after: escalate
-- blamed: holder
-- form: clock
-- limit: complaint.convene_within
-- due: convene
-- heals: yes
-- title.zh: 上报后召集有关责任人
-- title.en: People are convened after an escalation
-- message.zh: {subject} 上报后应在 {due} 前召集责任人,已超时 {late}
-- message.en: {subject} was escalated; people were to be convened by {due}; late by {late}
-- remedy.zh: 登记召集:huiyin complaint convene {subject} --who 登录名,…
-- remedy.en: record who was convened: huiyin complaint convene {subject} --who LOGIN,…
-- reads: step convened
SELECT m.no AS subject, h.at AS started,
       h.at + policy('complaint.convene_within', h.at) AS due,
       (SELECT min(s.at) FROM steps s JOIN main.convened c ON c.step = s.id
        WHERE s.matter = m.id AND s.at >= h.at) AS met,
       m.closed_at AS stopped
FROM scope_complaint m JOIN handovers h ON h.matter = m.id AND h.what = 'escalate';

-- example: convened by the escalation itself
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'escalate', '2026-11-23 10:00:00', 3);
INSERT INTO given_convened (step, staff) VALUES (1002, 5);

-- example: still time in the last second of 4 h
-- now: 2026-11-23 14:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'escalate', '2026-11-23 10:00:00', 3);

-- example: one second later it is a breach
-- now: 2026-11-23 14:00:01
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'escalate', '2026-11-23 10:00:00', 3);

-- example: convened late it heals
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'escalate', '2026-11-23 10:00:00', 3);
INSERT INTO given_step (matter, what, at) VALUES (1, 'convene', '2026-11-25 10:00:00');
INSERT INTO given_convened (step, staff) VALUES (1003, 5);

-- example: one second later it is a breach, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'escalate', '2026-11-23 10:00:00', 3);
INSERT INTO given_complaint (id, at) VALUES (51, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (51, 'escalate', '2026-11-23 10:00:00', 3);
INSERT INTO given_convened (step, staff) VALUES (51002, 5);

-- example: still time in the last second of 4 h, whatever is set later
-- now: 2026-11-23 14:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'escalate', '2026-11-23 10:00:00', 3);
INSERT INTO given_policy (key, value, at) VALUES ('complaint.convene_within', '1s', '2026-11-23 14:00:00');

-- example: convened a second before it was escalated
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'escalate', '2026-11-25 10:00:01', 3);
INSERT INTO given_step (matter, what, at) VALUES (1, 'convene', '2026-11-25 10:00:00');
INSERT INTO given_convened (step, staff) VALUES (1003, 5);

-- example: escalated to the superior, and nobody was convened
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:10:00', 2);
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'escalate', '2026-11-23 09:20:00', 3);
