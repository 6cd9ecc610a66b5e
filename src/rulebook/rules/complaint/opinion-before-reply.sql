-- id: complaint.opinion-before-reply
-- clause: 2.2.4
-- severity: refuse*
-- judges: complaint
-- after: reply
-- when: untimely unfounded
-- blames: step
-- blamed: doer
-- title.zh: 先有意见,后答复
-- title.en: An opinion before the reply
-- message.zh: {subject} 还没有{missing_zh},不能登记答复
-- message.en: {subject} has no {missing_en} yet, so no reply can be recorded
-- remedy.zh: 先登记调查与意见,或一次登记:huiyin complaint settle {subject} --findings … --opinion … --reply … --method phone;已经答复了的,用 --as-happened 据实登记
-- remedy.en: record findings and opinion first, or everything at once: huiyin complaint settle {subject} --findings … --opinion … --reply … --method phone; if the reply was given already, record it with --as-happened
-- reads: step
-- What was recorded later came later: it does not undo a reply given without it. That one stands on
-- file but happened later is for record.in-order to say, unless the reply truly came first.
WITH replies AS (
    SELECT m.no, s.id, s.at,
           EXISTS (SELECT 1 FROM steps f WHERE f.matter = m.id AND f.what = 'investigate'
                                           AND f.id < s.id AND (s.as_happened IS NULL OR f.at <= s.at)) AS found,
           EXISTS (SELECT 1 FROM steps f WHERE f.matter = m.id AND f.what = 'opinion'
                                           AND f.id < s.id AND (s.as_happened IS NULL OR f.at <= s.at)) AS judged
    FROM scope_complaint m JOIN steps s ON s.matter = m.id AND s.what = 'reply'
)
SELECT no AS subject, at AS since, id AS row,
       iif(found, '处理意见', '调查情况和处理意见') AS missing_zh,
       iif(found, 'opinion', 'findings and opinion') AS missing_en
FROM replies
WHERE NOT (found AND judged);

-- example: facts then opinion then reply
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'opinion', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');

-- example: a reply without an opinion
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
-- says: TS-2026-0001 has no opinion yet, so no reply can be recorded
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');

-- example: a reply that was given on the spot is a breach
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
-- since: 2026-11-23 09:05:00
-- says: TS-2026-0001 has no findings and opinion yet, so no reply can be recorded
-- says: TS-2026-0001 还没有调查情况和处理意见,不能登记答复
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, as_happened) VALUES (1, 'reply', '2026-11-23 09:05:00', '当场已经答复');

-- example: facts and an opinion that come after it do not undo it
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, as_happened) VALUES (1, 'reply', '2026-11-23 09:05:00', '当场已经答复');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'opinion', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');

-- example: a reply that came before the opinion on file is a breach
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
-- says: TS-2026-0001 has no findings and opinion yet, so no reply can be recorded
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 10:00:00'), (1, 'opinion', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at, as_happened) VALUES (1, 'reply', '2026-11-23 09:30:00', '当场先答复');

-- example: a reply without an opinion, after another one that is in order
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'opinion', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_complaint (id, at) VALUES (51, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (51, 'investigate', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (51, 'reply', '2026-11-23 10:00:00');

-- example: the facts are dated a second after the reply, but were typed before it
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 10:00:01');
INSERT INTO given_step (matter, what, at) VALUES (1, 'opinion', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');

-- example: the opinion is dated a second after the reply, but was typed before it
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'opinion', '2026-11-23 10:00:01');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');

-- example: facts and an opinion of the second of the reply, typed after it, do not undo it; a second reply has both
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
-- says: TS-2026-0001 has no findings and opinion yet, so no reply can be recorded
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, as_happened) VALUES (1, 'reply', '2026-11-23 10:00:00', '当场已经答复');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'opinion', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');

-- example: the facts in the second of the reception, and a reply that came before the opinion
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
-- says: TS-2026-0001 has no opinion yet, so no reply can be recorded
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 09:00:00'), (1, 'opinion', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at, as_happened) VALUES (1, 'reply', '2026-11-23 09:30:00', '当场先答复');

-- example: facts, opinion and a reply as it happened, all in one second
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 10:00:00'), (1, 'opinion', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at, as_happened) VALUES (1, 'reply', '2026-11-23 10:00:00', '当场先答复');

-- example: one reply without an opinion, and one with an opinion without facts
-- now: 2026-11-25 00:00:00
-- findings: 2 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_complaint (id, at) VALUES (51, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (51, 'opinion', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (51, 'reply', '2026-11-23 10:00:00');

-- example: the findings first, then the reply, and the opinion put on record after it
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
-- says: has no opinion yet
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at)
VALUES (1, 'investigate', '2026-11-23 09:30:00'), (1, 'reply', '2026-11-23 10:00:00'), (1, 'opinion', '2026-11-23 09:50:00');

-- equivalent: f.id < s.id => f.id <= s.id
-- equivalent: f.id < s.id => f.id <= s.id (2)
-- because: neither findings nor an opinion are a reply: the two are never one step
