-- id: letter.archived
-- clause: 3.3.4
-- severity: refuse
-- judges: letter
-- blames: step
-- blamed: doer
-- title.zh: 公开信存入回访档案
-- title.en: An open letter names the matters it answers
-- message.zh: 公开信 {subject} 没有写明答复了哪些事项
-- message.en: the open letter {subject} does not name a matter that it answers
-- remedy.zh: 写 --answers TS-…,TS-…
-- remedy.en: add --answers TS-…,TS-…
-- reads: letter letter_share
SELECT m.no AS subject, s.at AS since, s.id AS row
FROM scope_letter m JOIN steps s ON s.matter = m.id AND s.seq = 1
WHERE NOT EXISTS (SELECT 1 FROM main.letter_share h WHERE h.letter = m.id);

-- example: a letter that answers a complaint
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_letter (id, at) VALUES (2, '2026-11-23 10:00:00');
INSERT INTO given_letter_share (letter, matter) VALUES (2, 1);

-- example: a letter to nobody
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_letter (id, at) VALUES (2, '2026-11-23 10:00:00');

-- example: a letter to nobody, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_letter (id, at) VALUES (2, '2026-11-23 10:00:00');
INSERT INTO given_complaint (id, at) VALUES (51, '2026-11-23 09:00:00');
INSERT INTO given_letter (id, at) VALUES (52, '2026-11-23 10:00:00');
INSERT INTO given_letter_share (letter, matter) VALUES (52, 51);

-- example: a note on it
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_letter (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, doer, text) VALUES (1, 'note', '2026-11-23 10:00:00', 5, '请看');
