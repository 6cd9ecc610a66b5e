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
    -- What may have begun to owe one that falls due in the week, by the time of its steps. Repairs owe none of these.
    SELECT w.week, w.from_at, w.until_at, m.id AS matter
    FROM scope_week w
    CROSS JOIN main.matter m
    ON m.id IN (SELECT s.matter FROM main.step s
                WHERE s.what IN ('reply', 'answer', 'callback', 'amend')
                  AND s.at >= w.from_at - (SELECT span FROM longest) AND s.at < w.until_at)
       AND m.kind <> 'repair'
), owed AS MATERIALIZED (
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
-- says: 2026-W48: 1 of 2 callbacks due were made, short of the rate required
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000'), (2, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00'), (2, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-26 10:00:00');

-- example: a week that is not over is not judged
-- now: 2026-11-29 23:59:59
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');

-- example: one of two still owed, whatever is set later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000'), (2, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00'), (2, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-26 10:00:00');
INSERT INTO given_policy (key, value, at) VALUES ('callback.handled_rate', '1', '2026-11-30 00:00:00');

-- example: two partly satisfied, the second where that is enough: one further callback is owed
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
-- says: 2026-W48: 0 of 1 callbacks due were made, short of the rate required
INSERT INTO given_policy (key, value, at) VALUES ('callback.partly_closes', 'yes', '2026-11-24 10:00:00');
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000'), (2, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-24 09:59:59', 'partly');
INSERT INTO given_callback (matter, at, satisfied) VALUES (2, '2026-11-24 10:00:00', 'partly');

-- example: due in the first second of the week, by a limit that is the longer
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-16 09:00:00', '13800008000');
INSERT INTO given_policy (key, value) VALUES ('callback.follow_up_within', '1d');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-20 00:00:00');

-- example: a further one due in the first second of the week, by a limit that is the longer
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
-- says: 2026-W48: 0 of 1 callbacks due were made, short of the rate required
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-16 09:00:00', '13800008000');
INSERT INTO given_policy (key, value) VALUES ('complaint.callback_within', '1d');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-18 00:00:00');
INSERT INTO given_callback (matter, at, satisfied, method, signed_by) VALUES (1, '2026-11-20 00:00:00', 'no', 'phone', NULL);

-- example: withdrawn in the second in which it falls due
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-16 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_closing (matter, at, outcome, ended, doer, reason) VALUES (1, '2026-11-26 10:00:00', '撤回', 'withdrawn', 3, '已和解');

-- example: withdrawn and called back in one second, another missed, where half is enough
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_policy (key, value) VALUES ('callback.handled_rate', '50%');
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-16 09:00:00', '13800008000'), (2, '2026-11-16 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (2, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_callback (matter, at, satisfied, method, signed_by) VALUES (1, '2026-11-24 10:00:00', 'yes', 'phone', NULL);
INSERT INTO given_closing (matter, at, outcome, ended, doer, reason) VALUES (1, '2026-11-24 10:00:00', '撤回', 'withdrawn', 3, '已和解');

-- example: withdrawn and called back all the same, another missed, where half is enough
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_policy (key, value) VALUES ('callback.handled_rate', '50%');
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-16 09:00:00', '13800008000'), (2, '2026-11-16 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (2, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_closing (matter, at, outcome, ended, doer, reason) VALUES (1, '2026-11-24 10:00:00', '撤回', 'withdrawn', 3, '已和解');
INSERT INTO given_callback (matter, at, satisfied, method, signed_by) VALUES (1, '2026-11-24 11:00:00', 'yes', 'phone', NULL);

-- example: two of three where 67 % are asked for
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_policy (key, value) VALUES ('callback.handled_rate', '67%');
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-16 09:00:00', '13800008000'), (2, '2026-11-16 09:00:00', '13800008000'), (3, '2026-11-16 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (2, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (3, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_callback (matter, at, satisfied, method, signed_by) VALUES (1, '2026-11-24 10:00:00', 'yes', 'phone', NULL);
INSERT INTO given_callback (matter, at, satisfied, method, signed_by) VALUES (2, '2026-11-24 10:00:00', 'yes', 'phone', NULL);

-- example: one whose phone is known only since a correction
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, unit, reachable_at) VALUES (1, '2026-11-10 09:00:00', '3-502', '2026-11-24 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-10 10:00:00'), (1, 'amend', '2026-11-24 09:00:00');

-- example: a further one due the week before and still owed
-- now: 2026-12-07 00:00:00
-- findings: 1 breach
-- says: 2026-W49: 0 of 1 callbacks due were made, short of the rate required
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-16 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-17 10:00:00');
INSERT INTO given_callback (matter, at, satisfied, method, signed_by) VALUES (1, '2026-11-17 11:00:00', 'no', 'phone', NULL);
INSERT INTO given_callback (matter, at, satisfied, method, signed_by) VALUES (1, '2026-11-30 11:00:00', 'no', 'phone', NULL);

-- example: a limit that was longer when the reply was given counts, up to the first second of the week
-- now: 2026-12-07 00:00:00
-- findings: 1 breach
-- says: 2026-W49: 0 of 1 callbacks due were made
INSERT INTO given_policy (key, value, at) VALUES ('complaint.callback_within', '5d', '2026-01-01 00:00:00'), ('complaint.callback_within', '3d', '2026-11-28 00:00:00');
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-24 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-25 00:00:00');

-- example: a limit that was longer when the resident was not satisfied counts, up to the first second of the week
-- now: 2026-12-07 00:00:00
-- findings: 1 breach
-- says: 2026-W49: 0 of 1 callbacks due were made
INSERT INTO given_policy (key, value, at) VALUES ('callback.follow_up_within', '5d', '2026-01-01 00:00:00'), ('callback.follow_up_within', '3d', '2026-11-28 00:00:00');
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-24 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-24 10:00:00');
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-25 00:00:00', 'no');

-- example: an opinion that was answered is called back about, too
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_suggestion (id, at, unit) VALUES (1, '2026-11-16 09:00:00', '3-502');
INSERT INTO given_suggestion_answer (matter, at, courtesy) VALUES (1, '2026-11-23 10:00:00', 'thanks');

-- equivalent: policy('complaint.callback_within', at) => policy('complaint.callback_within', at) + 1
-- equivalent: policy('callback.follow_up_within', at) => policy('callback.follow_up_within', at) + 1
-- equivalent: m.id IN (SELECT s.matter FROM main.step s W … ND s.at < w.until_at) => true
-- equivalent: s.what IN ('reply', 'answer', 'callback', 'amend') => true
-- equivalent: s.at >= w.from_at - (SELECT span FROM longest) => true
-- equivalent: s.at < w.until_at => s.at <= w.until_at
-- equivalent: s.at < w.until_at => true
-- equivalent: s.what IN ('reply', ' … , 'amend') AND s.at >= w.from_at - ( … M longest) => s.what IN ('reply', ' … , 'amend') OR s.at >= w.from_at - ( … M longest)
-- equivalent: s.at >= w.from_at - ( … M longest) AND s.at < w.until_at => s.at >= w.from_at - ( … M longest) OR s.at < w.until_at
-- because: it only says where to look, and to look at more changes nothing: what is due is asked again below

-- equivalent: m.id IN (SELECT s.mat … .until_at) AND m.kind <> 'repair' => m.id IN (SELECT s.mat … .until_at) OR m.kind <> 'repair'
-- equivalent: m.kind <> 'repair' => true
-- because: it only says where to look: nothing that is owed here is a repair's
