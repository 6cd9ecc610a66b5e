-- id: event.in-time
-- clause: 7.5
-- severity: breach
-- judges: event
-- blamed: holder
-- form: clock
-- limit: event.report_within
-- due: report
-- title.zh: 重大事项按时报告
-- title.en: A major event is reported in time
-- message.zh: {subject} 应在 {due} 前报告,已超时 {late}
-- message.en: {subject} was to be reported by {due}; late by {late}
-- remedy.zh: 报告:huiyin event relay {subject} --to 登录名 --form phone
-- remedy.en: report it: huiyin event relay {subject} --to LOGIN --form phone
-- reads: matter event event_message step recategorised
SELECT m.no AS subject, o.started, o.due, o.met, o.stopped
FROM scope_event m JOIN owed_reports o ON o.matter = m.id
WHERE NOT o.urgent;

-- example: in the last second of a day
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at, learned_at) VALUES (1, '2026-11-24 09:00:00', '2026-11-23 09:00:00');

-- example: one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, learned_at) VALUES (1, '2026-11-24 09:00:01', '2026-11-23 09:00:00');

-- example: turned urgent at the last second of the day it is late as that and a second later as ordinary
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, learned_at, to_staff)
VALUES (1, '2026-11-23 09:00:00', '2026-11-23 09:00:00', 0), (2, '2026-11-23 09:00:00', '2026-11-23 09:00:00', 0);
INSERT INTO given_message (event, what, at, casualties)
VALUES (1, 'supplement', '2026-11-24 09:00:00', 1), (2, 'supplement', '2026-11-24 09:00:01', 1);

-- example: late it stays late whatever becomes known afterwards
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, learned_at) VALUES (1, '2026-11-24 09:00:01', '2026-11-23 09:00:00');
INSERT INTO given_message (event, what, at, casualties) VALUES (1, 'supplement', '2026-11-25 09:00:00', 1);

-- example: people were hurt, so that it was urgent and no ordinary event
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at, to_staff, casualties) VALUES (1, '2026-11-23 09:00:00', 0, 2);
INSERT INTO given_message (event, what, at, to_staff, casualties) VALUES (1, 'supplement', '2026-11-23 09:10:01', 3, 0);
