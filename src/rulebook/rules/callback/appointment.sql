-- id: callback.appointment
-- clause: 3.3.3a
-- severity: refuse*
-- judges: matter
-- after: callback attempt
-- blames: step
-- blamed: doer
-- title.zh: 重新提出的事当场解释清楚或预约答复
-- title.en: What is raised anew is settled or given an appointment
-- message.zh: {subject} 回访中重新提出的事既没有当场解释清楚,也没有预约此后的答复时间
-- message.en: what was raised anew about {subject} is neither settled nor given an appointment that lies ahead
-- remedy.zh: 写 --settled 如何解释,或 --appointment 约定的时间
-- remedy.en: say --settled how, or --appointment when it is to be answered
-- reads: callback
SELECT m.no AS subject, c.at AS since, c.id AS row
FROM scope_matter m JOIN callbacks c ON c.matter = m.id
WHERE c.raised IS NOT NULL AND c.settled IS NULL
  -- What lies before the callback was not agreed in it.
  AND (c.appointment_at IS NULL OR c.appointment_at < c.at);

-- example: settled on the spot or by appointment
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, raised, settled) VALUES (1, '2026-11-24 09:00:00', '灯又坏', '当场换好');
INSERT INTO given_callback (matter, at, raised, appointment_at)
VALUES (1, '2026-11-25 09:00:00', '想装扶手', '2026-11-27 09:00:00');

-- example: an appointment that was over before it was made is none
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000'), (2, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, raised, appointment_at)
VALUES (1, '2026-11-24 09:00:00', '灯又坏', '2026-11-24 08:59:59'), (2, '2026-11-24 09:00:00', '灯又坏', '2026-11-24 09:00:00');

-- example: neither
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, raised) VALUES (1, '2026-11-24 09:00:00', '灯又坏');

-- example: neither as it happened
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, raised, as_happened) VALUES (1, '2026-11-24 09:00:00', '灯又坏', '业主挂断电话');
