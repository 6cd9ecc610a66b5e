-- id: event.in-time
-- clause: 7.5
-- severity: breach
-- judges: event
-- form: clock
-- limit: event.report_within
-- due: report
-- title.zh: 重大事项按时报告
-- title.en: Other events are reported in time
-- message.zh: {subject} 应在 {due} 前报告,已超时 {late}
-- message.en: {subject} was to be reported by {due}; late by {late}
-- remedy.zh: 报告:huiyin event relay {subject} --to 登录名 --form phone
-- remedy.en: report it: huiyin event relay {subject} --to LOGIN --form phone
-- reads: event event_message step
SELECT m.no AS subject, m.learned_at AS started, m.report_due AS due, m.reported_at AS met, NULL AS stopped
FROM scope_event m WHERE m.urgent_since IS NULL;

-- example: in the last second of a day
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at, learned_at) VALUES (1, '2026-11-24 09:00:00', '2026-11-23 09:00:00');

-- example: one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, learned_at) VALUES (1, '2026-11-24 09:00:01', '2026-11-23 09:00:00');
