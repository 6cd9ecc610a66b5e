-- id: event.level-by-level
-- clause: 7.2, 7.4
-- severity: breach
-- judges: event
-- blamed: sender
-- title.zh: 逐级汇报
-- title.en: Reports go up one level at a time
-- message.zh: {subject}:{sender} 向 {receiver} 报告,{receiver} 不是其直接上级
-- message.en: {subject}: {sender} reported to {receiver}, who is not their direct superior
-- remedy.zh: 由主管说明:huiyin check explain event.level-by-level {subject} --reason …
-- remedy.en: a manager explains it: huiyin check explain event.level-by-level {subject} --reason …
-- reads: matter event event_message step recategorised
SELECT m.no AS subject, s.at AS since, login_of(s.doer) AS sender, login_of(s.to_staff) AS receiver,
       s.doer AS blamed, 0 AS mendable
FROM scope_event m JOIN event_messages s ON s.matter = m.id AND s.to_staff IS NOT NULL
WHERE NOT s.by_head
  -- The sender's own, or that of whoever they act for.
  AND NOT EXISTS (SELECT 1 FROM message_voices v
                  WHERE v.message = s.id AND v.matter = s.matter
                    AND s.to_staff IN (superior_of(v.voice, s.at, s.recorded_at),
                                      acting_for(superior_of(v.voice, s.at, s.recorded_at), s.at, s.recorded_at)))
  -- Straight to the head, where there is no time to lose.
  AND NOT (s.to_head AND EXISTS (SELECT 1 FROM urgent_spells u
                                 WHERE u.matter = m.id AND u.from_at <= s.at
                                   AND (u.until_at IS NULL OR u.until_at >= s.at)));

-- example: to the direct superior and on to the next
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_message (event, what, at) VALUES (1, 'relay', '2026-11-23 09:05:00');

-- example: past the direct superior
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, to_staff) VALUES (1, '2026-11-23 09:00:00', 4);

-- example: an urgent one straight to the head
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at, category, to_staff) VALUES (1, '2026-11-23 09:00:00', '5', 4);

-- example: an urgent one to a colleague
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, category, to_staff) VALUES (1, '2026-11-23 09:00:00', '5', 2);

-- example: to whoever acts for the superior until they are back
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_absence (staff, from_at, until_at, acting) VALUES (3, '2026-11-23 08:00:00', '2026-11-23 18:00:00', 2);
INSERT INTO given_event (id, at, to_staff) VALUES (1, '2026-11-23 17:59:59', 2), (2, '2026-11-23 18:00:00', 2);

-- example: who acts for the superior passes it on to the next until they are back
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_absence (staff, from_at, until_at, acting) VALUES (3, '2026-11-23 08:00:00', '2026-11-23 18:00:00', 2);
INSERT INTO given_event (id, at, to_staff) VALUES (1, '2026-11-23 17:00:00', 2);
INSERT INTO given_message (event, what, at, doer) VALUES (1, 'relay', '2026-11-23 17:59:59', 2);
INSERT INTO given_message (event, what, at, doer) VALUES (1, 'relay', '2026-11-23 18:00:00', 2);

-- example: past the direct superior, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, to_staff) VALUES (1, '2026-11-23 09:00:00', 4);
INSERT INTO given_event (id, at, category, to_staff) VALUES (51, '2026-11-23 09:00:00', '5', 4);

-- example: a report that went to nobody yet went past nobody
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at, learned_at, to_staff)
VALUES (1, '2026-11-23 09:00:00', '2026-11-23 09:00:00', 0), (2, '2026-11-23 09:00:00', '2026-11-23 09:00:00', 0);
INSERT INTO given_message (event, what, at, casualties)
VALUES (1, 'supplement', '2026-11-24 09:00:00', 1), (2, 'supplement', '2026-11-24 09:00:01', 1);

-- example: whoever acts for the head tells anybody, until the head is back
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_absence (staff, from_at, until_at, acting) VALUES (4, '2026-11-23 08:00:00', '2026-11-23 18:00:00', 3);
INSERT INTO given_event (id, at, category, doer, to_staff)
VALUES (1, '2026-11-23 17:59:59', '5', 3, 1), (2, '2026-11-23 18:00:00', '5', 3, 1);

-- example: straight to the head before anybody was hurt, and in the second it was known
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
-- blamed: chen
-- since: 2026-11-23 09:59:59
INSERT INTO given_event (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_message (event, what, at, doer, to_staff) VALUES (1, 'relay', '2026-11-23 09:59:59', 1, 4), (2, 'relay', '2026-11-23 10:00:00', 1, 4);
INSERT INTO given_message (event, what, at, casualties) VALUES (1, 'supplement', '2026-11-23 10:00:00', 1), (2, 'supplement', '2026-11-23 10:00:00', 1);

-- example: straight to the head until the second in which it turned out to be no emergency, and a second later
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
-- since: 2026-11-23 10:00:01
INSERT INTO given_event (id, at, category) VALUES (1, '2026-11-23 09:00:00', '5');
INSERT INTO given_message (event, what, at, doer, to_staff) VALUES (1, 'relay', '2026-11-23 10:00:00', 1, 4);
INSERT INTO given_recategorising (matter, at, category, what) VALUES (1, '2026-11-23 10:00:00', '6', 'amend');
INSERT INTO given_message (event, what, at, doer, to_staff) VALUES (1, 'relay', '2026-11-23 10:00:01', 1, 4);

-- equivalent: v.matter = s.matter => true
-- because: a message is about one event; it is said so that only the voices in that one are looked at
