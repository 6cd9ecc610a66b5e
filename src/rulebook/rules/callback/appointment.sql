-- id: callback.appointment
-- clause: 3.3.3a
-- severity: refuse*
-- judges: matter
-- after: callback attempt
-- when: raised rearrange
-- blames: step
-- blamed: doer
-- title.zh: 重新提出的事当场解释清楚或预约答复
-- title.en: What is newly raised is settled or gets an appointment
-- message.zh: {subject} {wrong_zh}
-- message.en: {subject}: {wrong_en}
-- remedy.zh: 写 --settled 如何解释,或 --appointment 此后约定的时间;已过时间的,用 huiyin callback answer 登记答复
-- remedy.en: give --settled HOW, or an --appointment in the future; if it has passed, record the answer with huiyin callback answer
-- reads: callback rearranged step
WITH appointments AS (
    SELECT m.no, c.at, c.id, c.raised IS NOT NULL AND c.settled IS NULL AS wanted, c.appointment_at, NULL AS moved_from
    FROM scope_matter m JOIN callbacks c ON c.matter = m.id
    UNION ALL
    -- Moved from the one that was in force then.
    SELECT m.no, s.at, s.id, 1, r.appointment_at,
           coalesce((SELECT p.appointment_at FROM main.rearranged p JOIN steps ps ON ps.id = p.step
                     WHERE p.callback = r.callback AND ps.as_happened IS NULL AND (ps.at, ps.id) < (s.at, s.id)
                     ORDER BY ps.at DESC, ps.id DESC LIMIT 1), c.appointment_at)
    FROM scope_matter m
    JOIN steps s ON s.matter = m.id AND s.what = 'rearrange'
    JOIN main.rearranged r ON r.step = s.id
    JOIN main.callback c ON c.id = r.callback
)
SELECT no AS subject, at AS since, id AS row,
       iif(moved_from < at, '原来约定的答复时间已过,不能再改约', '回访中重新提出的事既没有当场解释清楚,也没有预约此后的答复时间') AS wrong_zh,
       iif(moved_from < at, 'the appointment has passed and is not moved any more',
           'what was newly raised is neither settled nor given an appointment in the future') AS wrong_en
FROM appointments
-- What lies before it was agreed was not agreed then.
WHERE wanted AND (appointment_at IS NULL OR appointment_at < at OR moved_from < at);

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
-- since: 2026-11-24 09:00:00
-- says: TS-2026-0001: what was newly raised is neither settled nor given an appointment in the future
-- says: TS-2026-0001 回访中重新提出的事既没有当场解释清楚,也没有预约此后的答复时间
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

-- example: moved with its last second, and a second after it
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000'), (2, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, raised, appointment_at)
VALUES (1, '2026-11-24 09:00:00', '灯又坏', '2026-11-25 09:00:00'), (2, '2026-11-24 09:00:00', '灯又坏', '2026-11-25 09:00:00');
INSERT INTO given_rearrangement (matter, at, appointment_at)
VALUES (1, '2026-11-25 09:00:00', '2026-11-26 09:00:00'), (2, '2026-11-25 09:00:01', '2026-11-26 09:00:00');
INSERT INTO given_rearrangement (matter, at, appointment_at) VALUES (1, '2026-11-25 10:00:00', '2026-11-27 09:00:00');

-- example: moved in its last second to a time that had passed by then, and two more moved too late
-- now: 2026-11-30 00:00:00
-- findings: 3 refuse
-- since: 2026-11-27 09:00:00
-- says: TS-2026-0001: what was newly raised is neither settled nor given an appointment in the future
-- says: TS-2026-0001 回访中重新提出的事既没有当场解释清楚,也没有预约此后的答复时间
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000'), (2, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, raised, appointment_at)
VALUES (1, '2026-11-24 09:00:00', '灯又坏', '2026-11-25 09:00:00'), (2, '2026-11-24 09:00:00', '灯又坏', '2026-11-25 09:00:00');
INSERT INTO given_rearrangement (matter, at, appointment_at)
VALUES (1, '2026-11-27 09:00:00', '2026-11-26 09:00:00'), (2, '2026-11-25 09:00:01', '2026-11-26 09:00:00');
INSERT INTO given_rearrangement (matter, at, appointment_at) VALUES (1, '2026-11-25 10:00:00', '2026-11-27 09:00:00');

-- example: callbacks that raised nothing new need no appointment, however many there are
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-24 09:00:00', 'no');
INSERT INTO given_callback (matter, at, method, signed_by, satisfied) VALUES (1, '2026-11-25 09:00:00', 'visit', '张伟', 'no');
INSERT INTO given_callback (matter, at, method, signed_by, satisfied) VALUES (1, '2026-11-26 09:00:00', 'visit', '张伟', 'no');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-27 09:00:00');

-- example: moved against the rules once, as it happened: the one agreed on before is still in force
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, raised, appointment_at)
VALUES (1, '2026-11-24 09:00:00', '想装扶手', '2026-11-27 09:00:00');
INSERT INTO given_rearrangement (matter, at, appointment_at, as_happened)
VALUES (1, '2026-11-24 10:00:00', '2026-11-25 09:00:00', '业主临时要求');
INSERT INTO given_rearrangement (matter, at, appointment_at) VALUES (1, '2026-11-26 09:00:00', '2026-11-28 09:00:00');

-- equivalent: s.what = 'rearrange' => true
-- because: only an appointment that was moved has a row there
