-- id: event.urgent-form
-- clause: 7.3
-- severity: breach
-- judges: event
-- blamed: sender
-- title.zh: 紧急事项用最快的方式报告
-- title.en: An urgent event is reported by the fastest means
-- message.zh: {subject} 是紧急事项,首次报告却用书面
-- message.en: {subject} is urgent, but was first reported in writing
-- remedy.zh: 由主管说明:huiyin check explain event.urgent-form {subject} --reason …
-- remedy.en: a manager explains it: huiyin check explain event.urgent-form {subject} --reason …
-- reads: matter event event_message step recategorised
SELECT m.no AS subject, m.reported_at AS since, m.reporter AS blamed, 0 AS mendable
FROM scope_event m
WHERE m.report_form = 'written'
  AND EXISTS (SELECT 1 FROM urgent_spells u
              WHERE u.matter = m.id AND u.from_at <= m.reported_at
                AND (u.until_at IS NULL OR u.until_at >= m.reported_at));

-- example: by phone
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (1, '2026-11-23 09:10:00', '2026-11-23 09:00:00', 2);

-- example: in writing
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, category, form) VALUES (1, '2026-11-23 09:00:00', '5', 'written');

-- example: an ordinary one may be written
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at, form) VALUES (1, '2026-11-23 09:00:00', 'written');

-- example: corrected in the second it was told and a second before
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, category, form) VALUES (1, '2026-11-23 09:00:00', '5', 'written');
INSERT INTO given_recategorising (matter, at, category, what) VALUES (1, '2026-11-23 09:00:00', '7', 'amend');
INSERT INTO given_event (id, at, category, to_staff) VALUES (2, '2026-11-23 09:00:00', '5', 0);
INSERT INTO given_recategorising (matter, at, category, what) VALUES (2, '2026-11-23 09:04:59', '7', 'amend');
INSERT INTO given_message (event, what, at, form) VALUES (2, 'supplement', '2026-11-23 09:05:00', 'written');

-- example: corrected in the second it was told and a second before, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, category, form) VALUES (1, '2026-11-23 09:00:00', '5', 'written');
INSERT INTO given_recategorising (matter, at, category, what) VALUES (1, '2026-11-23 09:00:00', '7', 'amend');
INSERT INTO given_event (id, at, category, to_staff) VALUES (2, '2026-11-23 09:00:00', '5', 0);
INSERT INTO given_recategorising (matter, at, category, what) VALUES (2, '2026-11-23 09:04:59', '7', 'amend');
INSERT INTO given_message (event, what, at, form) VALUES (2, 'supplement', '2026-11-23 09:05:00', 'written');
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (51, '2026-11-23 09:10:00', '2026-11-23 09:00:00', 2);

-- example: learned of a second after it was told, corrected before; another corrected in the second it was told in writing
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, category, form) VALUES (1, '2026-11-23 09:00:00', '5', 'written');
INSERT INTO given_recategorising (matter, at, category, what) VALUES (1, '2026-11-23 09:00:00', '7', 'amend');
INSERT INTO given_event (id, at, category, to_staff) VALUES (2, '2026-11-23 09:05:01', '5', 0);
INSERT INTO given_recategorising (matter, at, category, what) VALUES (2, '2026-11-23 09:04:59', '7', 'amend');
INSERT INTO given_message (event, what, at, form) VALUES (2, 'supplement', '2026-11-23 09:05:00', 'written');
