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

-- example: beside another: past the direct superior
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, to_staff) VALUES (1, '2026-11-23 09:00:00', 4);INSERT INTO given_event (id, at, category, to_staff) VALUES (51, '2026-11-23 09:00:00', '5', 4);

-- example: turned urgent at the last second of the day it is late as that and a second later as ordinary (told for event.in-time)
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at, learned_at, to_staff)
VALUES (1, '2026-11-23 09:00:00', '2026-11-23 09:00:00', 0), (2, '2026-11-23 09:00:00', '2026-11-23 09:00:00', 0);
INSERT INTO given_message (event, what, at, casualties)
VALUES (1, 'supplement', '2026-11-24 09:00:00', 1), (2, 'supplement', '2026-11-24 09:00:01', 1);

-- example: what is told by whoever acts for the head has reached the head until they are back (told for event.reached-head)
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_absence (staff, from_at, until_at, acting) VALUES (4, '2026-11-23 08:00:00', '2026-11-23 18:00:00', 3);
INSERT INTO given_event (id, at, category, doer, to_staff)
VALUES (1, '2026-11-23 17:59:59', '5', 3, 1), (2, '2026-11-23 18:00:00', '5', 3, 1);
