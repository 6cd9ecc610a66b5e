-- id: callback.appointment-kept
-- clause: 3.3.3a
-- severity: breach
-- judges: matter
-- after: callback attempt
-- when: raised rearrange
-- blamed: holder
-- form: clock
-- due: appointment
-- title.zh: 按约答复
-- title.en: The appointment is kept
-- message.zh: {subject} 约定 {due} 前答复,已超时 {late}
-- message.en: {subject} was to be answered by {due}, as agreed; late by {late}
-- remedy.zh: 登记答复:huiyin callback answer {callback} --text …
-- remedy.en: record the answer: huiyin callback answer {callback} --text …
-- reads: callback callback_answer rearranged step
SELECT m.no AS subject, c.at AS started, c.appointed_at AS due,
       (SELECT min(s.at) FROM main.callback_answer a JOIN steps s ON s.id = a.step
        WHERE a.callback = c.id) AS met,
       NULL AS stopped, c.no AS callback
FROM scope_matter m JOIN callbacks c ON c.matter = m.id
-- One from before the callback is none.
WHERE c.appointed_at >= c.at;

-- gate: unless rearrange
SELECT :no AS subject, s.at AS started, c.appointment_at AS due,
       (SELECT min(e.at) FROM main.callback_answer a CROSS JOIN main.step e ON e.id = a.step
        WHERE a.callback = c.id AND e.at <= now()) AS met,
       NULL AS stopped, c.no AS callback
FROM main.callback c CROSS JOIN main.step s ON s.id = c.id
WHERE c.matter = :id AND s.at <= now() AND (s.voided_at IS NULL OR s.voided_at > now()) AND c.appointment_at >= s.at;

-- example: answered at the very time
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, raised, appointment_at)
VALUES (1, '2026-11-24 09:00:00', '想装扶手', '2026-11-27 09:00:00');
INSERT INTO given_answer (matter, at) VALUES (1, '2026-11-27 09:00:00');

-- example: an appointment that was over before it was made cannot be kept
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, raised, appointment_at, as_happened)
VALUES (1, '2026-11-24 09:00:00', '想装扶手', '2026-11-24 08:59:59', '业主挂断电话');

-- example: one second later is too late for good
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, raised, appointment_at)
VALUES (1, '2026-11-24 09:00:00', '想装扶手', '2026-11-27 09:00:00');
INSERT INTO given_answer (matter, at) VALUES (1, '2026-11-27 09:00:01');

-- example: moved before it had passed, the new time counts
-- now: 2026-11-30 00:00:00
-- findings: 1
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000'), (2, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, raised, appointment_at)
VALUES (1, '2026-11-24 09:00:00', '灯又坏', '2026-11-25 09:00:00'), (2, '2026-11-24 09:00:00', '灯又坏', '2026-11-25 09:00:00');
INSERT INTO given_rearrangement (matter, at, appointment_at)
VALUES (1, '2026-11-25 09:00:00', '2026-11-26 09:00:00'), (2, '2026-11-25 09:00:00', '2026-11-26 09:00:00');
INSERT INTO given_answer (matter, at) VALUES (1, '2026-11-26 09:00:00'), (2, '2026-11-26 09:00:01');

-- example: an appointment for the second of the callback itself, answered three days later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, raised, appointment_at)
VALUES (1, '2026-11-24 09:00:00', '想装扶手', '2026-11-24 09:00:00');
INSERT INTO given_answer (matter, at) VALUES (1, '2026-11-27 09:00:00');
