-- id: complaint.joint-reported
-- clause: 2.2.8
-- severity: breach
-- judges: complaint
-- form: clock
-- limit: event.urgent_report_within
-- due: report-event
-- title.zh: 结队投诉报告重大事项
-- title.en: A joint complaint is reported as a major event
-- message.zh: {subject} 有 {people} 人结队投诉,应在 {due} 前报告重大事项,已超时 {late}
-- message.en: {subject}: {people} people came together; a major event was to be reported by {due}; late by {late}
-- remedy.zh: 报告并注明投诉:huiyin event report --complaint {subject} --category 7 --group --form phone --to 登录名 --text …
-- remedy.en: report it: huiyin event report --complaint {subject} --category 7 --group --form phone --to LOGIN --text …
-- reads: complaint matter event
SELECT m.no AS subject, m.at AS started, m.at + policy('event.urgent_report_within', m.at) AS due,
       (SELECT min(e.at) FROM main.event v JOIN main.matter e ON e.id = v.id
        WHERE v.complaint = m.id AND e.at <= now() AND (e.voided_at IS NULL OR e.voided_at > now())) AS met,
       NULL AS stopped, m.people
FROM scope_complaint m
WHERE m.joint AND policy('complaint.joint_event', m.at);

-- example: reported in the last second of ten minutes
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, channel, people) VALUES (1, '2026-11-23 09:00:00', 'visit', 5);
INSERT INTO given_event (id, at, complaint) VALUES (2, '2026-11-23 09:10:00', 1);

-- example: one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, channel, people) VALUES (1, '2026-11-23 09:00:00', 'visit', 5);
INSERT INTO given_event (id, at, complaint) VALUES (2, '2026-11-23 09:10:01', 1);

-- example: four people are no group and a letter with many signatures is none
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, channel, people)
VALUES (1, '2026-11-23 09:00:00', 'visit', 4), (2, '2026-11-23 09:00:00', 'letter', 40);

-- example: the office may handle them without an event
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_policy (key, value) VALUES ('complaint.joint_event', 'no');
INSERT INTO given_complaint (id, at, channel, people) VALUES (1, '2026-11-23 09:00:00', 'visit', 9);
