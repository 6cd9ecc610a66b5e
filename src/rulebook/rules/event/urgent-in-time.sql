-- id: event.urgent-in-time
-- clause: 7.3
-- severity: breach
-- judges: event
-- blamed: holder
-- form: clock
-- limit: event.urgent_report_within
-- due: report
-- title.zh: 紧急事项第一时间报告
-- title.en: An urgent event is reported at once
-- message.zh: {subject} 是紧急事项,应在 {due} 前报告,已超时 {late}
-- message.en: {subject} is urgent and was to be reported by {due}; late by {late}
-- remedy.zh: 立即报告:huiyin event relay {subject} --to 登录名 --form phone
-- remedy.en: report it now: huiyin event relay {subject} --to LOGIN --form phone
-- reads: matter event event_message step recategorised
SELECT m.no AS subject, o.started, o.due, o.met, o.stopped
FROM scope_event m JOIN owed_reports o ON o.matter = m.id
WHERE o.urgent;

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

-- example: found to be no such event in the last second of ten minutes and one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, category, to_staff) VALUES (1, '2026-11-23 09:00:00', '5', 0), (2, '2026-11-23 09:00:00', '5', 0);
INSERT INTO given_recategorising (matter, at, category, what)
VALUES (1, '2026-11-23 09:10:00', '7', 'amend'), (2, '2026-11-23 09:10:01', '7', 'amend');

-- example: made urgent by a correction it is so from then on
-- now: 2026-11-23 12:10:01
-- findings: 1 breach
INSERT INTO given_event (id, at, to_staff) VALUES (1, '2026-11-23 09:00:00', 0), (2, '2026-11-23 09:00:00', 0);
INSERT INTO given_recategorising (matter, at, category, what)
VALUES (1, '2026-11-23 12:00:00', '5', 'amend'), (2, '2026-11-23 12:00:01', '5', 'amend');

-- example: figures that are taken back were told all the same
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, to_staff, casualties) VALUES (1, '2026-11-23 09:00:00', 0, 2);
INSERT INTO given_message (event, what, at, to_staff, casualties) VALUES (1, 'supplement', '2026-11-23 09:10:01', 3, 0);

-- example: what is told by whoever acts for the head has reached one
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_absence (staff, from_at, until_at, acting) VALUES (4, '2026-11-23 08:00:00', '2026-11-23 18:00:00', 3);
INSERT INTO given_event (id, at, category, doer, to_staff) VALUES (1, '2026-11-23 17:59:59', '5', 3, 0);
