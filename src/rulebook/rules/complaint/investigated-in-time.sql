-- id: complaint.investigated-in-time
-- clause: 2.2.4
-- severity: breach
-- judges: complaint
-- blamed: holder
-- form: clock
-- limit: complaint.investigate_within
-- due: investigate
-- title.zh: 立即调查
-- title.en: Investigated in time
-- message.zh: {subject} 应在 {due} 前调查,已超时 {late}
-- message.en: {subject} was to be investigated by {due}; late by {late}
-- remedy.zh: 登记调查:huiyin complaint investigate {subject} --findings …
-- remedy.en: record the findings: huiyin complaint investigate {subject} --findings …
-- reads: matter step
SELECT m.no AS subject, m.at AS started,
       m.at + policy('complaint.investigate_within', m.at) AS due,
       (SELECT min(s.at) FROM steps s WHERE s.matter = m.id AND s.what = 'investigate') AS met,
       m.closed_at AS stopped
FROM scope_complaint m;

-- gate: always
SELECT :no AS subject, :at AS started, :at + policy('complaint.investigate_within', :at) AS due,
       :investigate_at AS met, :closed_at AS stopped;

-- example: investigated in the last second of 2 h across midnight
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 23:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-24 01:00:00');

-- example: one second later is late and stays late
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 23:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-24 01:00:01');

-- example: not yet late in the last second
-- now: 2026-11-24 01:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 23:00:00');

-- example: late as soon as the second is over
-- now: 2026-11-24 01:00:01
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 23:00:00');

-- example: closed before it was due
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 23:00:00');
INSERT INTO given_closing (matter, at, outcome, ended, doer, reason)
VALUES (1, '2026-11-24 01:00:00', '撤回', 'withdrawn', 3, '邻里已和解');

-- example: the limit is the one in force when the complaint came in
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_policy (key, value, at) VALUES ('complaint.investigate_within', '1h', '2026-11-23 23:00:01');
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 23:00:00'), (2, '2026-11-23 23:00:01');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-24 01:00:00');
INSERT INTO given_step (matter, what, at) VALUES (2, 'investigate', '2026-11-24 01:00:00');

-- example: one second later is late and stays late, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 23:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-24 01:00:01');
INSERT INTO given_complaint (id, at) VALUES (51, '2026-11-23 23:00:00');
INSERT INTO given_step (matter, what, at) VALUES (51, 'investigate', '2026-11-24 01:00:00');
