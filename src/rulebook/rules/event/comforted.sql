-- id: event.comforted
-- clause: 7.4
-- severity: refuse
-- judges: event
-- after: close
-- blames: step
-- blamed: doer
-- title.zh: 负责人安抚解释
-- title.en: The head comforts residents and explains
-- message.zh: {subject} 涉及业主,负责人还没有做安抚解释
-- message.en: {subject} affects residents, and the head has not comforted and explained yet
-- remedy.zh: 由负责人登记:huiyin event comfort {subject} --text …
-- remedy.en: the head records it: huiyin event comfort {subject} --text …
-- reads: step
SELECT m.no AS subject, s.at AS since, s.id AS row
FROM scope_event m JOIN steps s ON s.matter = m.id AND s.what = 'close'
WHERE m.residents
  AND NOT EXISTS (SELECT 1 FROM steps c WHERE c.matter = m.id AND c.what = 'comfort' AND c.at <= s.at);

-- example: comforted in that second
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at, residents) VALUES (1, '2026-11-23 09:00:00', 1);
INSERT INTO given_step (matter, what, at, doer) VALUES (1, 'comfort', '2026-11-24 09:00:00', 4);
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-24 09:00:00', '已平息');

-- example: not at all
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_event (id, at, residents) VALUES (1, '2026-11-23 09:00:00', 1);
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-24 09:00:00', '已平息');

-- example: where no resident is affected
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-24 09:00:00', '已平息');

-- example: not comforted at all, while others were
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_event (id, at, residents) VALUES (1, '2026-11-23 09:00:00', 1);
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-24 09:00:00', '已平息');
INSERT INTO given_event (id, at, residents) VALUES (51, '2026-11-23 09:00:00', 1);
INSERT INTO given_step (matter, what, at, doer) VALUES (51, 'comfort', '2026-11-24 09:00:00', 4);
INSERT INTO given_closing (matter, at, outcome) VALUES (51, '2026-11-24 09:00:00', '已平息');

-- example: comforted a second after the closing
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_event (id, at, residents) VALUES (1, '2026-11-23 09:00:00', 1);
INSERT INTO given_step (matter, what, at, doer) VALUES (1, 'comfort', '2026-11-24 09:00:01', 4);
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-24 09:00:00', '已平息');
