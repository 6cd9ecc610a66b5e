-- id: complaint.joint-reported
-- clause: 2.2.8
-- severity: breach
-- judges: complaint
-- when: visit
-- blamed: holder
-- form: clock
-- limit: event.urgent_report_within
-- due: report-event
-- title.zh: 结队投诉报告重大事项
-- title.en: A joint complaint is reported as a major event
-- message.zh: {subject} 有 {people} 人结队投诉,应在 {due} 前报告重大事项,已超时 {late}
-- message.en: {subject}: {people} people came together; a major event was to be reported by {due}; late by {late}
-- remedy.zh: 报告并注明投诉:huiyin event report --complaint {subject} --category 7 --group --form phone --to 登录名 --text …
-- remedy.en: report it: huiyin event report --complaint {subject} --category 7 --group --form phone --to LOGIN --text …
-- reads: complaint matter event corrected
-- From the moment it is known that so many came; corrected to fewer, nothing is owed from then on, and
-- what fell due before stands.
WITH sizes AS (
    SELECT m.no, k.*, k.value >= policy('complaint.group_size', m.at) AS joint,
           row_number() OVER (PARTITION BY k.matter ORDER BY k.since, k.step) AS place
    FROM scope_complaint m JOIN known_values k ON k.matter = m.id
    WHERE m.channel = 'visit' AND k.field = 'people'
)
SELECT s.no AS subject, s.since AS started,
       s.since + policy('event.urgent_report_within', s.since) AS due,
       (SELECT min(e.at) FROM main.event v JOIN main.matter e ON e.id = v.id
        WHERE v.complaint = s.matter AND e.at <= now() AND (e.voided_at IS NULL OR e.voided_at > now())) AS met,
       (SELECT min(n.since) FROM sizes n
        WHERE n.matter = s.matter AND n.place > s.place AND NOT n.joint) AS stopped,
       s.value AS people
FROM sizes s LEFT JOIN sizes before ON before.matter = s.matter AND before.place = s.place - 1
WHERE s.joint AND before.joint IS NOT TRUE AND policy('complaint.joint_event', s.since);

-- gate: unless amend
SELECT :no AS subject, :at AS started, :at + policy('event.urgent_report_within', :at) AS due,
       (SELECT min(e.at) FROM main.event v CROSS JOIN main.matter e ON e.id = v.id
        WHERE v.complaint = :id AND e.at <= now() AND (e.voided_at IS NULL OR e.voided_at > now())) AS met,
       NULL AS stopped, c.people
FROM main.complaint c
WHERE c.id = :id AND :channel = 'visit' AND c.people >= policy('complaint.group_size', :at)
  AND policy('complaint.joint_event', :at);

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

-- example: corrected to fewer when it was late it was late all the same
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, channel, people)
VALUES (1, '2026-11-23 09:00:00', 'visit', 6), (2, '2026-11-23 09:00:00', 'visit', 6);
INSERT INTO given_correction (matter, field, at, value)
VALUES (1, 'people', '2026-11-23 09:10:00', 4), (2, 'people', '2026-11-23 09:10:01', 4);

-- example: corrected to more it counts from the correction
-- now: 2026-11-23 10:10:01
-- findings: 1 breach
INSERT INTO given_complaint (id, at, channel, people)
VALUES (1, '2026-11-23 09:00:00', 'visit', 4), (2, '2026-11-23 09:00:00', 'visit', 4), (3, '2026-11-23 09:00:00', 'visit', NULL);
INSERT INTO given_correction (matter, field, at, value)
VALUES (1, 'people', '2026-11-23 10:00:00', 6), (2, 'people', '2026-11-23 10:00:01', 6), (3, 'people', '2026-11-23 10:00:01', 6);

-- example: of more than a group to still more it counts from the first and no second time
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, channel, people) VALUES (1, '2026-11-23 09:00:00', 'visit', 6);
INSERT INTO given_correction (matter, field, at, value) VALUES (1, 'people', '2026-11-23 09:05:00', 8);

-- example: one second later, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, channel, people) VALUES (1, '2026-11-23 09:00:00', 'visit', 5);
INSERT INTO given_event (id, at, complaint) VALUES (2, '2026-11-23 09:10:01', 1);
INSERT INTO given_complaint (id, at, channel, people) VALUES (51, '2026-11-23 09:00:00', 'visit', 5);
INSERT INTO given_event (id, at, complaint) VALUES (52, '2026-11-23 09:10:00', 51);

-- example: reported in the last second of ten minutes, whatever is set later
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, channel, people) VALUES (1, '2026-11-23 09:00:00', 'visit', 5);
INSERT INTO given_event (id, at, complaint) VALUES (2, '2026-11-23 09:10:00', 1);
INSERT INTO given_policy (key, value, at) VALUES ('event.urgent_report_within', '1s', '2026-11-30 00:00:00');

-- example: one second later, whatever is set later about how many make a group
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, channel, people) VALUES (1, '2026-11-23 09:00:00', 'visit', 5);
INSERT INTO given_event (id, at, complaint) VALUES (2, '2026-11-23 09:10:01', 1);
INSERT INTO given_policy (key, value, at) VALUES ('complaint.group_size', '99', '2026-11-30 00:00:00');

-- example: one second later, whatever is set later about joint events
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, channel, people) VALUES (1, '2026-11-23 09:00:00', 'visit', 5);
INSERT INTO given_event (id, at, complaint) VALUES (2, '2026-11-23 09:10:01', 1);
INSERT INTO given_policy (key, value, at) VALUES ('complaint.joint_event', '1s', '2026-11-30 00:00:00');

-- example: reported in the last second of ten minutes; void by now
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, channel, people) VALUES (1, '2026-11-23 09:00:00', 'visit', 5);
INSERT INTO given_event (id, at, complaint) VALUES (2, '2026-11-23 09:10:00', 1);
INSERT INTO given_void (matter, at) VALUES (2, '2026-11-30 00:00:00');

-- example: reported in the last second of ten minutes; void a second from now
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, channel, people) VALUES (1, '2026-11-23 09:00:00', 'visit', 5);
INSERT INTO given_event (id, at, complaint) VALUES (2, '2026-11-23 09:10:00', 1);
INSERT INTO given_void (matter, at) VALUES (2, '2026-11-30 00:00:01');

-- example: one second later; asked in that second
-- now: 2026-11-23 09:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, channel, people) VALUES (1, '2026-11-23 09:00:00', 'visit', 5);
INSERT INTO given_event (id, at, complaint) VALUES (2, '2026-11-23 09:10:01', 1);

-- example: corrected to fewer when it was late it was late all the same; class for people
-- now: 2026-11-30 00:00:00
-- findings: 2 breach
INSERT INTO given_complaint (id, at, channel, people)
VALUES (1, '2026-11-23 09:00:00', 'visit', 6), (2, '2026-11-23 09:00:00', 'visit', 6);
INSERT INTO given_correction (matter, field, at, value)
VALUES (1, 'class', '2026-11-23 09:10:00', 4), (2, 'people', '2026-11-23 09:10:01', 4);

-- equivalent: n.place > s.place => n.place >= s.place
-- because: one that makes it joint does not also undo that

-- equivalent: e.at <= now() => e.at < now()
-- because: what is reported in the second that is asked about is as late as what is not reported yet
