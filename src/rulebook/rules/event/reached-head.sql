-- id: event.reached-head
-- clause: 7.3
-- severity: breach
-- judges: event
-- blamed: holder
-- form: clock
-- limit: event.urgent_report_within
-- due: reach-head
-- title.zh: 紧急事项报到负责人
-- title.en: An urgent event reaches a head
-- message.zh: {subject} 应在 {due} 前报到部门负责人,已超时 {late}
-- message.en: {subject} was to have reached a head by {due}; late by {late}
-- remedy.zh: 继续上报:huiyin event relay {subject} --to 负责人 --form phone
-- remedy.en: pass it on: huiyin event relay {subject} --to HEAD --form phone
-- reads: matter event event_message step recategorised
SELECT m.no AS subject, u.from_at AS started,
       u.from_at + policy('event.urgent_report_within', u.from_at)
           * levels_to_head(coalesce(m.reporter, m.opened_by), m.at, m.recorded_at) AS due,
       (SELECT min(s.at) FROM event_messages s WHERE s.matter = m.id AND (s.by_head OR s.to_head)) AS met,
       u.until_at AS stopped
FROM scope_event m JOIN urgent_spells u ON u.matter = m.id;

-- example: in the last second of ten minutes for each of two levels
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (1, '2026-11-23 09:10:00', '2026-11-23 09:00:00', 2);
INSERT INTO given_message (event, what, at) VALUES (1, 'relay', '2026-11-23 09:20:00');

-- example: one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (1, '2026-11-23 09:10:00', '2026-11-23 09:00:00', 2);
INSERT INTO given_message (event, what, at) VALUES (1, 'relay', '2026-11-23 09:20:01');

-- example: who acts for the head is as good
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_absence (staff, from_at, until_at, acting) VALUES (4, '2026-11-23 08:00:00', '2026-11-23 18:00:00', 3);
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (1, '2026-11-23 09:10:00', '2026-11-23 09:00:00', 2);

-- example: never
-- now: 2026-11-23 09:20:01
-- findings: 1 breach
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (1, '2026-11-23 09:10:00', '2026-11-23 09:00:00', 2);

-- example: what is told by whoever acts for the head has reached the head until they are back
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_absence (staff, from_at, until_at, acting) VALUES (4, '2026-11-23 08:00:00', '2026-11-23 18:00:00', 3);
INSERT INTO given_event (id, at, category, doer, to_staff)
VALUES (1, '2026-11-23 17:59:59', '5', 3, 1), (2, '2026-11-23 18:00:00', '5', 3, 1);

-- example: corrected to an ordinary one in the last second and one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, category) VALUES (1, '2026-11-23 09:00:00', '5'), (2, '2026-11-23 09:00:00', '5');
INSERT INTO given_recategorising (matter, at, category, what)
VALUES (1, '2026-11-23 09:20:00', '7', 'amend'), (2, '2026-11-23 09:20:01', '7', 'amend');

-- example: in the last second of ten minutes for each of two levels, whatever is set later
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (1, '2026-11-23 09:10:00', '2026-11-23 09:00:00', 2);
INSERT INTO given_message (event, what, at) VALUES (1, 'relay', '2026-11-23 09:20:00');
INSERT INTO given_policy (key, value, at) VALUES ('event.urgent_report_within', '1s', '2026-11-30 00:00:00');
