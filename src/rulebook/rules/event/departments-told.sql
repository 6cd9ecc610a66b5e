-- id: event.departments-told
-- clause: 7.2
-- severity: notice
-- judges: event
-- blamed: doer
-- title.zh: 向相关部门通报
-- title.en: Other departments are notified
-- message.zh: {subject} 办结时没有向其他部门通报
-- message.en: {subject} was closed without notifying another department
-- remedy.zh: 需要通报的,登记:huiyin event notify {subject} --department … --text …
-- remedy.en: if it is needed: huiyin event notify {subject} --department … --text …
-- reads: step event_message
SELECT m.no AS subject, m.closed_at AS since,
       (SELECT s.id FROM steps s WHERE s.matter = m.id AND s.what = 'close' ORDER BY s.at, s.id LIMIT 1) AS row
FROM scope_event m
WHERE m.closed_at IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM steps n WHERE n.matter = m.id AND n.what = 'notify');

-- example: one was told
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_message (event, what, at) VALUES (1, 'notify', '2026-11-23 10:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-24 09:00:00', '已平息');

-- example: nobody was
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
INSERT INTO given_event (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-24 09:00:00', '已平息');

-- example: it is not closed yet
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at) VALUES (1, '2026-11-23 09:00:00');

-- example: of one nobody was told, of another somebody
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
INSERT INTO given_event (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-24 09:00:00', '已平息');
INSERT INTO given_event (id, at) VALUES (51, '2026-11-23 09:00:00');
INSERT INTO given_message (event, what, at) VALUES (51, 'notify', '2026-11-23 10:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (51, '2026-11-24 09:00:00', '已平息');

-- equivalent: s.what = 'close' => s.what = 'amend'
-- equivalent: s.matter = m.id => true
-- equivalent: s.what = 'close' => true
-- equivalent: s.matter = m.id AND s.what = 'close' => s.matter = m.id OR s.what = 'close'
-- because: which step is to blame a notice does not say in its words, and the gate refuses nothing by it
