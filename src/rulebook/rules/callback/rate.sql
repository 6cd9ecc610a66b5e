-- id: callback.rate
-- clause: 3.4.1
-- severity: breach
-- judges: week
-- blamed: nobody
-- heals: yes
-- title.zh: 回访处理率达到要求
-- title.en: Enough of the callbacks due are made
-- message.zh: {subject} 应回访 {owed} 次,已办 {done} 次,未达到要求的比例
-- message.en: {subject}: {done} of {owed} callbacks due were made, short of the rate required
-- remedy.zh: 补做欠下的回访:huiyin callback due
-- remedy.en: make the callbacks still owed: huiyin callback due
-- reads: callback
WITH longest AS (
    -- No callback falls due later than this after what it is owed for.
    SELECT max(policy('complaint.callback_within', at), policy('callback.follow_up_within', at)) AS span
    FROM (SELECT 0 AS at UNION SELECT now() UNION SELECT at FROM main.policy_edition)
    ORDER BY span DESC LIMIT 1
), concerned AS (
    -- What may have begun to owe one that falls due in the week, by the time of its steps.
    SELECT DISTINCT w.week, w.from_at, w.until_at, s.matter
    FROM scope_week w
    CROSS JOIN main.step s ON s.what IN ('reply', 'answer', 'callback', 'amend')
                          AND s.at >= w.from_at - (SELECT span FROM longest) AND s.at < w.until_at
), owed AS (
    SELECT w.week, w.from_at, w.until_at, o.stopped, o.due, o.met
    FROM concerned w CROSS JOIN owed_first o ON o.matter = w.matter
    WHERE o.due >= w.from_at AND o.due < w.until_at
    UNION ALL
    SELECT w.week, w.from_at, w.until_at, o.stopped, o.due, o.met
    FROM concerned w CROSS JOIN owed_further o ON o.matter = w.matter
    WHERE o.due >= w.from_at AND o.due < w.until_at
)
SELECT week AS subject, until_at AS since, count(*) AS owed, count(met) AS done
FROM owed o
-- What ceased to matter before it fell due was never owed.
WHERE NOT coalesce(o.stopped <= o.due AND (o.met IS NULL OR o.met > o.stopped), 0)
GROUP BY week
HAVING count(met) * 100 < count(*) * policy('callback.handled_rate', from_at);

-- example: done late in a later week heals the rate
-- now: 2026-12-07 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-12-01 10:00:00');

-- example: one of two still owed
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000'), (2, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00'), (2, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-26 10:00:00');

-- example: a week that is not over is not judged
-- now: 2026-11-29 23:59:59
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');
