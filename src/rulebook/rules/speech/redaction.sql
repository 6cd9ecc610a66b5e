-- id: speech.redaction
-- clause: 2.2.1
-- severity: refuse
-- judges: matter
-- blames: erased_value
-- blamed: doer
-- title.zh: 替换后的文字不含服务忌语
-- title.en: No taboo phrase in a replacement text
-- message.zh: {subject} 的替换文字含服务忌语:{found}(括号内为第几个字)
-- message.en: the replacement text of {subject} contains taboo phrases: {found} (in brackets: the character's position)
-- remedy.zh: 换一种说法;转述他人的话请放进「」或“”
-- remedy.en: reword it; put quotations in 「」 or “”
-- reads: erased_value
SELECT m.no AS subject, r.at AS since, v.id AS row, taboo(t.value, r.at) AS found
FROM scope_matter m
JOIN main.erased_value v ON v.matter = m.id AND v.sort = 'replaced'
JOIN main.erasure r ON r.id = v.erasure
JOIN main.said w ON w.id = v.said
JOIN main.content t ON t.id = v.said
-- What is said to residents: of a step those that answer them, of a callback how it was settled.
WHERE taboo(t.value, r.at) IS NOT NULL
  AND (w.place IN (SELECT place FROM field WHERE spoken)
       OR (w.place = 'matter.text' AND m.kind = 'letter')
       OR (w.place = 'step.text'
           AND EXISTS (SELECT 1 FROM steps s WHERE s.id = w.row
                       AND s.what IN (SELECT what FROM step_kind WHERE spoken))));

-- example: clean words may be put instead
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, method, text)
VALUES (1, 'reply', '2026-11-23 10:00:00', 'phone', '已告知您邻居的身份证号');
INSERT INTO given_erasure (id, step, at, sort, text)
VALUES (1, 1002, '2026-11-24 10:00:00', 'replaced', '已答复');

-- example: but none that are not said to residents
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, method, text)
VALUES (1, 'reply', '2026-11-23 10:00:00', 'phone', '已告知您邻居的身份证号');
INSERT INTO given_erasure (id, step, at, sort, text)
VALUES (1, 1002, '2026-11-24 10:00:00', 'replaced', '这个我不清楚');

-- example: what the office notes for itself may quote them
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, text)
VALUES (1, 'note', '2026-11-23 10:00:00', '邻居的身份证号');
INSERT INTO given_erasure (id, step, at, sort, text)
VALUES (1, 1002, '2026-11-24 10:00:00', 'replaced', '他说不清楚');

-- example: but none that are not said to residents, while another one is in order
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, method, text)
VALUES (1, 'reply', '2026-11-23 10:00:00', 'phone', '已告知您邻居的身份证号');
INSERT INTO given_erasure (id, step, at, sort, text)
VALUES (1, 1002, '2026-11-24 10:00:00', 'replaced', '这个我不清楚');
INSERT INTO given_complaint (id, at) VALUES (51, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, text) VALUES (51, 'note', '2026-11-23 10:00:00', '邻居的身份证号');
INSERT INTO given_erasure (id, step, at, sort, text) VALUES (51, 51002, '2026-11-24 10:00:00', 'replaced', '他说不清楚');

-- example: what a callback settled, and what a letter says, are put in other words that are no better
-- now: 2026-11-25 00:00:00
-- findings: 2 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_letter (id, at, text) VALUES (2, '2026-11-23 09:00:00', '何时来水我们不清楚');
INSERT INTO content (id, value) VALUES (900001, '这个我不清楚');
INSERT INTO said (id, place, row, digest) VALUES (900001, 'callback.settled', 1002, x'00'), (200001, 'matter.text', 2, x'00');
INSERT INTO erasure (id, sort, at, recorder, reason) VALUES (1, 'redacted', unixepoch('2026-11-24 10:00:00'), 6, 0);
INSERT INTO erased_value (id, erasure, said, matter, sort, digest)
VALUES (1, 1, 900001, 1, 'replaced', x'00'), (2, 1, 200001, 2, 'replaced', x'00');

-- example: what a resident said, the heading of a file, the reason of a reply and what is left when a name was cut out are none of ours
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_letter (id, at) VALUES (2, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, method, text) VALUES (1, 'reply', '2026-11-23 10:00:00', 'phone', '王丽说她不清楚');
INSERT INTO content (id, value) VALUES (900001, '他说不清楚'), (900002, '他说不清楚'), (900003, '他说不清楚');
INSERT INTO said (id, place, row, digest)
VALUES (900001, 'matter.text', 1, x'00'), (900002, 'attachment.name', 2, x'00'), (900003, 'step.reason', 1002, x'00');
INSERT INTO erasure (id, sort, at, recorder, reason) VALUES (1, 'redacted', unixepoch('2026-11-24 10:00:00'), 6, 0);
INSERT INTO erased_value (id, erasure, said, matter, sort, digest)
VALUES (1, 1, 900001, 1, 'replaced', x'00'), (2, 1, 900002, 2, 'replaced', x'00'), (3, 1, 900003, 1, 'replaced', x'00');
INSERT INTO given_erasure (id, step, at, sort, text) VALUES (4, 1002, '2026-11-24 10:00:00', 'cut', '她说她不清楚');
