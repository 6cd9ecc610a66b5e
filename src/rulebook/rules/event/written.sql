-- id: event.written
-- clause: 7.3
-- severity: breach
-- judges: event
-- blamed: holder
-- form: clock
-- limit: event.written_within
-- due: write
-- title.zh: 紧急事项事后书面报告
-- title.en: An urgent event is also reported in writing
-- message.zh: {subject} 应在 {due} 前有书面报告,已超时 {late}
-- message.en: {subject} was to be reported in writing by {due}; late by {late}
-- remedy.zh: 补书面报告:huiyin event supplement {subject} --form written --to 登录名 --text …
-- remedy.en: report in writing: huiyin event supplement {subject} --form written --to LOGIN --text …
-- reads: matter event event_message step recategorised
SELECT m.no AS subject, u.from_at AS started,
       u.from_at + policy('event.written_within', u.from_at) AS due,
       (SELECT min(w.at) FROM event_messages w WHERE w.matter = m.id AND w.form = 'written') AS met,
       u.until_at AS stopped
FROM scope_event m JOIN urgent_spells u ON u.matter = m.id;

-- example: in the last second of a day
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (1, '2026-11-23 09:10:00', '2026-11-23 09:00:00', 2);
INSERT INTO given_message (event, what, at, form) VALUES (1, 'supplement', '2026-11-24 09:00:00', 'written');

-- example: one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (1, '2026-11-23 09:10:00', '2026-11-23 09:00:00', 2);
INSERT INTO given_message (event, what, at, form) VALUES (1, 'supplement', '2026-11-24 09:00:01', 'written');

-- example: a call is no writing
-- now: 2026-11-24 09:00:01
-- findings: 1 breach
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (1, '2026-11-23 09:10:00', '2026-11-23 09:00:00', 2);
INSERT INTO given_message (event, what, at) VALUES (1, 'supplement', '2026-11-23 10:00:00');

-- example: one second later, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (1, '2026-11-23 09:10:00', '2026-11-23 09:00:00', 2);
INSERT INTO given_message (event, what, at, form) VALUES (1, 'supplement', '2026-11-24 09:00:01', 'written');
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (51, '2026-11-23 09:10:00', '2026-11-23 09:00:00', 2);
INSERT INTO given_message (event, what, at, form) VALUES (51, 'supplement', '2026-11-24 09:00:00', 'written');

-- example: in the last second of a day, whatever is set later
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (1, '2026-11-23 09:10:00', '2026-11-23 09:00:00', 2);
INSERT INTO given_message (event, what, at, form) VALUES (1, 'supplement', '2026-11-24 09:00:00', 'written');
INSERT INTO given_policy (key, value, at) VALUES ('event.written_within', '1s', '2026-11-30 00:00:00');
