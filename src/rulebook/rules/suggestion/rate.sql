-- id: suggestion.rate
-- clause: 3.4.2
-- severity: notice
-- judges: week
-- blamed: nobody
-- title.zh: 意见建议回访率达到目标
-- title.en: Enough suggestions are called back
-- message.zh: {subject} 收到意见建议 {received} 件,已回访 {called_back} 件,未达到本办公室的目标
-- message.en: {subject}: {called_back} of {received} suggestions are called back, short of the office's target
-- remedy.zh: 补做回访:huiyin callback log JY-… --method phone --satisfied yes|partly|no
-- remedy.en: call back: huiyin callback log JY-… --method phone --satisfied yes|partly|no
-- reads: callback suggestion
-- Only those that 3.4.2 leaves to the office: suggestions, and opinions gathered on rounds.
SELECT w.week AS subject, w.until_at AS since, count(*) AS received,
       sum(EXISTS (SELECT 1 FROM callbacks c WHERE c.matter = m.id AND c.discharges)) AS called_back
FROM scope_week w
-- By their time, for which there is an index.
CROSS JOIN main.matter r ON r.kind = 'suggestion' AND r.at >= w.from_at AND r.at < w.until_at
CROSS JOIN scope_suggestion m ON m.id = r.id
WHERE NOT EXISTS (SELECT 1 FROM main.v_rated v WHERE v.id = m.id)
GROUP BY w.week
HAVING called_back * 100 < count(*) * policy('suggestion.rate', w.from_at);

-- example: half of them where half is the target
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_policy (key, value) VALUES ('suggestion.rate', '50%');
INSERT INTO given_suggestion (id, at, sort, unit)
VALUES (1, '2026-11-23 09:00:00', 'suggestion', '3-502'), (2, '2026-11-29 23:59:59', 'suggestion', '3-503');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-24 09:00:00');

-- example: a third is too few and what residents brought as opinions is not asked
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
INSERT INTO given_policy (key, value) VALUES ('suggestion.rate', '50%');
INSERT INTO given_suggestion (id, at, sort, channel, unit)
VALUES (1, '2026-11-23 09:00:00', 'suggestion', 'phone', '3-502'), (2, '2026-11-23 09:00:00', 'opinion', 'round', '3-503'),
       (3, '2026-11-29 09:00:00', 'suggestion', 'phone', '3-504'), (4, '2026-11-29 09:00:00', 'opinion', 'phone', '3-505');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-24 09:00:00'), (4, '2026-11-29 10:00:00');

-- example: an office without a target is not told
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_suggestion (id, at, sort, unit) VALUES (1, '2026-11-23 09:00:00', 'suggestion', '3-502');

-- example: half of them where half is the target, whatever is set later
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_policy (key, value) VALUES ('suggestion.rate', '50%');
INSERT INTO given_suggestion (id, at, sort, unit)
VALUES (1, '2026-11-23 09:00:00', 'suggestion', '3-502'), (2, '2026-11-29 23:59:59', 'suggestion', '3-503');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-24 09:00:00');
INSERT INTO given_policy (key, value, at) VALUES ('suggestion.rate', '99', '2026-11-30 00:00:00');

-- example: two of three are too few where 67 % is the target; an attempt reached nobody
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
-- says: 2 of 3 suggestions are called back
INSERT INTO given_policy (key, value) VALUES ('suggestion.rate', '67%');
INSERT INTO given_suggestion (id, at, sort, unit)
VALUES (1, '2026-11-23 00:00:00', 'suggestion', '3-502'), (2, '2026-11-23 09:00:00', 'suggestion', '3-503'), (3, '2026-11-29 09:00:00', 'suggestion', '3-504');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-24 09:00:00'), (2, '2026-11-24 09:00:00');
INSERT INTO given_callback (matter, at, reached) VALUES (3, '2026-11-29 10:00:00', 0);

-- example: what came a second before the week or in the first second after it is of another
-- now: 2026-12-07 00:00:00
-- findings: 1 notice
-- says: 2026-W48: 0 of 1 suggestions are called back
INSERT INTO given_policy (key, value) VALUES ('suggestion.rate', '50%');
INSERT INTO given_suggestion (id, at, sort, unit)
VALUES (1, '2026-11-22 23:59:59', 'suggestion', '3-502'), (2, '2026-11-23 00:00:00', 'suggestion', '3-503'), (3, '2026-11-30 00:00:00', 'suggestion', '3-504');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-24 09:00:00'), (3, '2026-12-01 09:00:00');
INSERT INTO given_complaint (id, at) VALUES (4, '2026-11-23 09:00:00');

-- equivalent: r.kind = 'suggestion' => true
-- because: only those have a row there; it is said so that the index is used
