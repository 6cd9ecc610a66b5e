-- id: repair.appointment-ahead
-- clause: 6.1
-- severity: notice
-- judges: repair
-- when: appointed amend
-- blamed: registrar
-- title.zh: 约定的时间在报修之后
-- title.en: The appointment is later than the request
-- message.zh: {subject} 约定的上门时间在报修之前
-- message.en: the appointment of {subject} is earlier than the request
-- remedy.zh: 写错了的更正:huiyin amend {subject} --appointment '明天 14:00' --reason 写错了
-- remedy.en: correct it: huiyin amend {subject} --appointment 'tomorrow 14:00' --reason WHY
-- reads: matter repair
SELECT m.no AS subject, m.at AS since
FROM scope_repair m
WHERE m.appointment_at < m.at;

-- example: at once
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at, appointment_at) VALUES (1, '2026-11-23 09:00:00', '2026-11-23 09:00:00');
INSERT INTO given_repair (id, at) VALUES (2, '2026-11-23 09:00:00');

-- example: a second before it was asked for
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
INSERT INTO given_repair (id, at, appointment_at) VALUES (1, '2026-11-23 09:00:00', '2026-11-23 08:59:59');
