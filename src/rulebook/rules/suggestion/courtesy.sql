-- id: suggestion.courtesy
-- clause: 2.2.5
-- severity: refuse*
-- judges: suggestion
-- blames: step
-- blamed: doer
-- title.zh: 答复意见建议时致谢或致歉
-- title.en: An answer to a suggestion has thanks or an apology
-- message.zh: {subject} 的答复既没有致谢也没有致歉
-- message.en: the answer to {subject} has neither thanks nor an apology
-- remedy.zh: 写 --courtesy thanks 或 --courtesy apology;已经这样答复的,用 --as-happened 据实登记
-- remedy.en: add --courtesy thanks or --courtesy apology; if the answer was given already, record it with --as-happened
-- reads: step suggestion_answer
SELECT m.no AS subject, s.at AS since, s.id AS row
FROM scope_suggestion m JOIN steps s ON s.matter = m.id AND s.what = 'answer'
LEFT JOIN main.suggestion_answer a ON a.step = s.id
WHERE a.courtesy IS NULL;

-- example: with thanks or with an apology
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_suggestion (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_suggestion_answer (matter, at, courtesy)
VALUES (1, '2026-11-23 10:00:00', 'thanks'), (2, '2026-11-23 10:00:00', 'apology');

-- example: with neither
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_suggestion (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_suggestion_answer (matter, at) VALUES (1, '2026-11-23 10:00:00');

-- example: given without it is a breach
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_suggestion (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_suggestion_answer (matter, at, as_happened) VALUES (1, '2026-11-23 10:00:00', '电话里忘了说');

-- example: one answered with neither, another with thanks
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_suggestion (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_suggestion_answer (matter, at) VALUES (1, '2026-11-23 10:00:00');
INSERT INTO given_suggestion (id, at) VALUES (51, '2026-11-23 09:00:00'), (52, '2026-11-23 09:00:00');
INSERT INTO given_suggestion_answer (matter, at, courtesy) VALUES (51, '2026-11-23 10:00:00', 'thanks'), (52, '2026-11-23 10:00:00', 'apology');
