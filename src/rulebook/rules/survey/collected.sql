-- id: survey.collected
-- clause: 3.2.1
-- severity: notice
-- judges: survey
-- blamed: registrar
-- title.zh: 问卷按期收回
-- title.en: Surveys are collected in time
-- message.zh: {subject} 发出 {issued} 份,到期收回 {returned} 份,未达到目标
-- message.en: {subject}: {returned} of {issued} sheets were returned by the due date, short of the target
-- remedy.zh: 继续收回并登记:huiyin survey return {subject} --count …
-- remedy.en: collect more and record them: huiyin survey return {subject} --count …
-- reads: survey survey_return
SELECT m.no AS subject, m.until_at AS since, m.issued,
       (SELECT coalesce(sum(r.returned), 0) FROM steps s JOIN main.survey_return r ON r.step = s.id
        WHERE s.matter = m.id) AS returned
FROM scope_survey m
WHERE m.until_at < now() AND returned * 100 < m.issued * policy('survey.return_rate', m.until_at);

-- example: in the second of its date it is still running
-- now: 2026-11-30 18:00:00
-- findings: 0
INSERT INTO given_policy (key, value) VALUES ('survey.return_rate', '60%');
INSERT INTO given_survey (id, at, until_at) VALUES (1, '2026-11-23 09:00:00', '2026-11-30 18:00:00');
INSERT INTO given_collection (survey, at, returned) VALUES (1, '2026-11-25 09:00:00', 59);

-- example: one second later one sheet is missing
-- now: 2026-11-30 18:00:01
-- findings: 1 notice
INSERT INTO given_policy (key, value) VALUES ('survey.return_rate', '60%');
INSERT INTO given_survey (id, at, until_at)
VALUES (1, '2026-11-23 09:00:00', '2026-11-30 18:00:00'), (2, '2026-11-23 09:00:00', '2026-11-30 18:00:00');
INSERT INTO given_collection (survey, at, returned)
VALUES (1, '2026-11-25 09:00:00', 40), (1, '2026-11-26 09:00:00', 19), (2, '2026-11-25 09:00:00', 60);

-- example: an office without a target is not told
-- now: 2026-12-30 18:00:00
-- findings: 0
INSERT INTO given_survey (id, at, until_at) VALUES (1, '2026-11-23 09:00:00', '2026-11-30 18:00:00');

-- example: one second later one sheet is missing, whatever is set later
-- now: 2026-11-30 18:00:01
-- findings: 1 notice
INSERT INTO given_policy (key, value) VALUES ('survey.return_rate', '60%');
INSERT INTO given_survey (id, at, until_at)
VALUES (1, '2026-11-23 09:00:00', '2026-11-30 18:00:00'), (2, '2026-11-23 09:00:00', '2026-11-30 18:00:00');
INSERT INTO given_collection (survey, at, returned)
VALUES (1, '2026-11-25 09:00:00', 40), (1, '2026-11-26 09:00:00', 19), (2, '2026-11-25 09:00:00', 60);
INSERT INTO given_policy (key, value, at) VALUES ('survey.return_rate', '1', '2026-11-30 18:00:01');

-- example: 499 of a thousand where half is the target
-- now: 2026-11-30 18:00:01
-- findings: 1 notice
INSERT INTO given_policy (key, value) VALUES ('survey.return_rate', '50%');
INSERT INTO given_survey (id, at, until_at) VALUES (1, '2026-11-23 09:00:00', '2026-11-30 18:00:00');
UPDATE survey SET issued = 1000;
INSERT INTO given_collection (survey, at, returned) VALUES (1, '2026-11-25 09:00:00', 499);
