-- id: complaint.assigned-in-time
-- clause: 5.2
-- severity: breach
-- judges: complaint
-- blamed: holder
-- form: clock
-- limit: complaint.assign_within
-- due: assign
-- title.zh: 第一时间落实承办人
-- title.en: Assigned in time
-- message.zh: {subject} 应在 {due} 前落实承办人,已超时 {late}
-- message.en: {subject} was to have a holder by {due}; late by {late}
-- remedy.zh: 落实承办人:huiyin complaint assign {subject} --to 登录名
-- remedy.en: give it a holder: huiyin complaint assign {subject} --to LOGIN
-- reads: matter step
SELECT m.no AS subject, m.at AS started,
       m.at + policy('complaint.assign_within', m.at) AS due,
       (SELECT min(h.at) FROM handovers h WHERE h.matter = m.id) AS met,
       m.closed_at AS stopped
FROM scope_complaint m;

-- gate: always
SELECT :no AS subject, :at AS started, :at + policy('complaint.assign_within', :at) AS due,
       :handed_over_at AS met, :closed_at AS stopped;

-- example: assigned in the last second of 30 min
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 23:45:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-24 00:15:00', 2);

-- example: one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 23:45:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-24 00:15:01', 2);

-- example: an escalation gives it a holder too
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'escalate', '2026-11-23 09:10:00', 3);

-- example: one second later, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 23:45:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-24 00:15:01', 2);
INSERT INTO given_complaint (id, at) VALUES (51, '2026-11-23 23:45:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (51, 'assign', '2026-11-24 00:15:00', 2);

-- example: assigned in the last second of 30 min, whatever is set later
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 23:45:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-24 00:15:00', 2);
INSERT INTO given_policy (key, value, at) VALUES ('complaint.assign_within', '1s', '2026-11-30 00:00:00');
