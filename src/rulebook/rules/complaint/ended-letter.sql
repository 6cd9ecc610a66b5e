-- id: complaint.ended-letter
-- clause: 5.4
-- severity: refuse
-- judges: complaint
-- after: close
-- blames: step
-- blamed: doer
-- title.zh: 以公开信结束须有公开信
-- title.en: Closed by open letter only with a letter on file
-- message.zh: 没有公开信答复过 {subject},不能以公开信结束
-- message.en: no open letter answers {subject}, so it cannot be closed by one
-- remedy.zh: 先由文员发布:huiyin letter publish --subject … --text … --answers {subject}
-- remedy.en: have a clerk publish it first: huiyin letter publish --subject … --text … --answers {subject}
-- reads: step callback letter_share
SELECT m.no AS subject, s.at AS since, s.id AS row
FROM scope_complaint m
JOIN steps s ON s.matter = m.id AND s.what = 'close' AND s.ended = 'letter'
WHERE NOT EXISTS (SELECT 1 FROM callbacks c
                  JOIN main.letter_share h ON h.callback = c.id
                  JOIN main.matter l ON l.id = h.letter
                  WHERE c.matter = m.id AND c.at <= s.at AND (l.voided_at IS NULL OR l.voided_at > now()));

-- example: an open letter of the same second answers it
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_letter (id, at) VALUES (7, '2026-11-25 09:00:00');
INSERT INTO given_letter_share (letter, matter) VALUES (7, 1);
INSERT INTO given_closing (matter, at, ended, doer, reason) VALUES (1, '2026-11-25 09:00:00', 'letter', 3, '已公开答复');

-- example: no letter, one a second later, and one that is void
-- now: 2026-11-30 00:00:00
-- findings: 3 refuse
INSERT INTO given_complaint (id, at, phone)
VALUES (1, '2026-11-23 09:00:00', '13800008000'), (2, '2026-11-23 09:00:00', '13800008000'), (3, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_letter (id, at) VALUES (7, '2026-11-25 09:00:01'), (8, '2026-11-24 09:00:00');
INSERT INTO given_letter_share (letter, matter) VALUES (7, 2), (8, 3);
INSERT INTO given_void (matter, at) VALUES (8, '2026-11-24 10:00:00');
INSERT INTO given_closing (matter, at, ended, doer, reason)
VALUES (1, '2026-11-25 09:00:00', 'letter', 3, '已公开答复'), (2, '2026-11-25 09:00:00', 'letter', 3, '已公开答复'),
       (3, '2026-11-25 09:00:00', 'letter', 3, '已公开答复');

-- example: no letter, one a second later, and one that is void, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 3 refuse
INSERT INTO given_complaint (id, at, phone)
VALUES (1, '2026-11-23 09:00:00', '13800008000'), (2, '2026-11-23 09:00:00', '13800008000'), (3, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_letter (id, at) VALUES (7, '2026-11-25 09:00:01'), (8, '2026-11-24 09:00:00');
INSERT INTO given_letter_share (letter, matter) VALUES (7, 2), (8, 3);
INSERT INTO given_void (matter, at) VALUES (8, '2026-11-24 10:00:00');
INSERT INTO given_closing (matter, at, ended, doer, reason)
VALUES (1, '2026-11-25 09:00:00', 'letter', 3, '已公开答复'), (2, '2026-11-25 09:00:00', 'letter', 3, '已公开答复'),
       (3, '2026-11-25 09:00:00', 'letter', 3, '已公开答复');
INSERT INTO given_complaint (id, at, phone) VALUES (51, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_letter (id, at) VALUES (57, '2026-11-25 09:00:00');
INSERT INTO given_letter_share (letter, matter) VALUES (57, 51);
INSERT INTO given_closing (matter, at, ended, doer, reason) VALUES (51, '2026-11-25 09:00:00', 'letter', 3, '已公开答复');

-- example: an open letter of the same second answers it; void by now
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_letter (id, at) VALUES (7, '2026-11-25 09:00:00');
INSERT INTO given_letter_share (letter, matter) VALUES (7, 1);
INSERT INTO given_closing (matter, at, ended, doer, reason) VALUES (1, '2026-11-25 09:00:00', 'letter', 3, '已公开答复');
INSERT INTO given_void (matter, at) VALUES (7, '2026-11-30 00:00:00');

-- example: an open letter of the same second answers it; void a second from now
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_letter (id, at) VALUES (7, '2026-11-25 09:00:00');
INSERT INTO given_letter_share (letter, matter) VALUES (7, 1);
INSERT INTO given_closing (matter, at, ended, doer, reason) VALUES (1, '2026-11-25 09:00:00', 'letter', 3, '已公开答复');
INSERT INTO given_void (matter, at) VALUES (7, '2026-11-30 00:00:01');

-- example: no letter, one a second later, and one that is void; withdrawn for letter
-- now: 2026-11-30 00:00:00
-- findings: 2 refuse
INSERT INTO given_complaint (id, at, phone)
VALUES (1, '2026-11-23 09:00:00', '13800008000'), (2, '2026-11-23 09:00:00', '13800008000'), (3, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_letter (id, at) VALUES (7, '2026-11-25 09:00:01'), (8, '2026-11-24 09:00:00');
INSERT INTO given_letter_share (letter, matter) VALUES (7, 2), (8, 3);
INSERT INTO given_void (matter, at) VALUES (8, '2026-11-24 10:00:00');
INSERT INTO given_closing (matter, at, ended, doer, reason)
VALUES (1, '2026-11-25 09:00:00', 'withdrawn', 3, '已公开答复'), (2, '2026-11-25 09:00:00', 'letter', 3, '已公开答复'),
       (3, '2026-11-25 09:00:00', 'letter', 3, '已公开答复');

-- equivalent: s.what = 'close' => true
-- because: only a closing says how it ended
