-- id: event.urgent-in-time
-- clause: 7.3
-- severity: breach
-- judges: event
-- form: clock
-- limit: event.urgent_report_within
-- due: report
-- title.zh: 紧急事项第一时间报告
-- title.en: An urgent event is reported at once
-- message.zh: {subject} 是紧急事项,应在 {due} 前报告,已超时 {late}
-- message.en: {subject} is urgent and was to be reported by {due}; late by {late}
-- remedy.zh: 立即报告:huiyin event relay {subject} --to 登录名 --form phone
-- remedy.en: report it now: huiyin event relay {subject} --to LOGIN --form phone
-- reads: event event_message step
SELECT m.no AS subject, m.urgent_since AS started, m.report_due AS due, m.reported_at AS met, NULL AS stopped
FROM scope_event m WHERE m.urgent_since IS NOT NULL;

-- example: in the last second of ten minutes
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (1, '2026-11-23 09:10:00', '2026-11-23 09:00:00', 2);

-- example: one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (1, '2026-11-23 09:10:01', '2026-11-23 09:00:00', 2);

-- example: not told to anybody yet
-- now: 2026-11-23 09:10:01
-- findings: 1 breach
INSERT INTO given_event (id, at, category, to_staff) VALUES (1, '2026-11-23 09:00:00', '5', 0);

-- example: what the head finds is known to the head
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at, category, doer, to_staff) VALUES (1, '2026-11-23 09:00:00', '5', 4, 0);

-- example: an ordinary one has a day
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at, learned_at) VALUES (1, '2026-11-23 12:00:00', '2026-11-23 09:00:00');

-- example: known to be urgent by a supplement and reported before
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at, learned_at) VALUES (1, '2026-11-23 12:00:00', '2026-11-23 09:00:00');
INSERT INTO given_message (event, what, at, casualties) VALUES (1, 'supplement', '2026-11-23 13:00:00', 1);
