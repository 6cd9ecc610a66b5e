-- id: callback.after-the-work
-- clause: 3.2.2, 3.2.4
-- severity: refuse
-- judges: matter
-- after: callback
-- when: unearned
-- blames: step
-- blamed: doer
-- title.zh: 办了事再回访
-- title.en: No callback before the work is done
-- message.zh: {subject} 还没有{missing_zh},不能回访
-- message.en: {subject} has not been {missing_en} yet, so it cannot be called back
-- remedy.zh: 先登记{missing_zh}:huiyin {command},再回访
-- remedy.en: record that it was {missing_en}, then call back: huiyin {command}
-- reads: callback
SELECT m.no AS subject, c.at AS since, c.id AS row,
       iif(m.kind = 'repair', '完工', '答复') AS missing_zh,
       iif(m.kind = 'repair', 'finished', 'replied to') AS missing_en,
       -- The whole way there, where nothing has been done yet.
       CASE m.kind
           WHEN 'repair' THEN 'order finish PG-… --result …'
           WHEN 'suggestion' THEN 'suggestion answer ' || m.no || ' --method phone --courtesy thanks --text …'
           ELSE CASE WHEN EXISTS (SELECT 1 FROM steps s WHERE s.matter = m.id AND s.what = 'opinion')
                     THEN 'complaint reply ' || m.no || ' --text … --method phone'
                     ELSE 'complaint settle ' || m.no || ' --findings … --opinion … --reply … --method phone' END
       END AS command
FROM scope_matter m JOIN callbacks c ON c.matter = m.id
WHERE c.reached
  AND NOT EXISTS (SELECT 1 FROM steps s
                  WHERE s.matter = m.id AND s.at <= c.at
                    AND s.what = CASE m.kind WHEN 'repair' THEN 'finish' WHEN 'suggestion' THEN 'answer'
                                 ELSE 'reply' END);

-- example: in the second of the reply
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-23 10:00:00');

-- example: one second before it
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
-- since: 2026-11-23 09:59:59
-- says: TS-2026-0001 has not been replied to yet, so it cannot be called back
-- says: TS-2026-0001 还没有答复,不能回访
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-23 09:59:59');

-- example: a repair that is not finished
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-23 09:30:00');

-- example: a repair called back three days after it was finished
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 10:00:00');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-26 10:00:00');

-- example: an attempt before the reply reached nobody, a call after it did
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, reached) VALUES (1, '2026-11-24 09:00:00', 0);
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-24 10:00:00');

-- example: one complaint has an opinion already, another nothing: each is told the whole way from where it is
-- now: 2026-11-30 00:00:00
-- findings: 2 refuse
-- says: huiyin complaint reply TS-2026-0001 --text
-- says: huiyin complaint settle TS-2026-0002 --findings
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000'), (2, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at)
VALUES (1, 'investigate', '2026-11-23 09:20:00'), (1, 'opinion', '2026-11-23 09:30:00');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-23 10:00:00'), (2, '2026-11-23 10:00:00');

-- example: an opinion of a resident is called back about in the second it is answered, another one a second too soon
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
-- says: huiyin suggestion answer JY-2026-0002
INSERT INTO given_suggestion (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502'), (2, '2026-11-23 09:00:00', '3-503');
INSERT INTO given_suggestion_answer (matter, at, courtesy) VALUES (1, '2026-11-23 10:00:00', 'thanks'), (2, '2026-11-23 10:00:01', 'thanks');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-23 10:00:00'), (2, '2026-11-23 10:00:00');
