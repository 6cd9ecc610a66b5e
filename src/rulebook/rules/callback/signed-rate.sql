-- id: callback.signed-rate
-- clause: 3.4.1
-- severity: breach
-- judges: week
-- blamed: nobody
-- title.zh: 有签名的上门回访达到比例
-- title.en: Enough of the callbacks are signed visits
-- message.zh: {subject} 回访 {made} 次,其中有签名的上门回访 {signed} 次,未达到要求的比例
-- message.en: {subject}: {signed} of {made} callbacks were signed visits, short of the rate required
-- remedy.zh: 已成事实;由主管说明,下周多上门
-- remedy.en: it has happened; a manager explains it; make more visits next week
-- reads: callback
WITH periods AS (
    SELECT week AS subject, from_at, until_at, policy('callback.rate_min', from_at) AS least FROM scope_week
    UNION ALL
    SELECT month, from_at, until_at, 1 FROM scope_month
)
SELECT p.subject, p.until_at AS since, count(*) AS made,
       sum(c.method = 'visit' AND c.signed_by IS NOT NULL) AS signed
FROM periods p
-- By their time, for which there is an index.
CROSS JOIN main.step s ON s.what = 'callback' AND s.at >= p.from_at AND s.at < p.until_at
CROSS JOIN callbacks c ON c.id = s.id AND c.counts
CROSS JOIN main.matter m ON m.id = c.matter AND (m.voided_at IS NULL OR m.voided_at > now())
WHERE EXISTS (SELECT 1 FROM main.v_rated v WHERE v.id = m.id)
GROUP BY p.subject
HAVING count(*) >= p.least AND signed * 100 < made * policy('callback.signed_rate', p.from_at);

-- example: two signed visits of five are 40 %
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-16 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, method, signed_by)
VALUES (1, '2026-11-23 00:00:00', 'visit', '张'), (1, '2026-11-29 23:59:59', 'visit', '张');
INSERT INTO given_callback (matter, at)
VALUES (1, '2026-11-24 09:00:00'), (1, '2026-11-25 09:00:00'), (1, '2026-11-26 09:00:00');

-- example: one of five is too few
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-16 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, method, signed_by) VALUES (1, '2026-11-23 00:00:00', 'visit', '张');
INSERT INTO given_callback (matter, at)
VALUES (1, '2026-11-24 09:00:00'), (1, '2026-11-25 09:00:00'), (1, '2026-11-26 09:00:00'), (1, '2026-11-27 09:00:00');

-- example: four callbacks are too few to judge a week by and not a month
-- now: 2026-12-01 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-16 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at)
VALUES (1, '2026-11-24 09:00:00'), (1, '2026-11-25 09:00:00'), (1, '2026-11-26 09:00:00'), (1, '2026-11-27 09:00:00');

-- example: an unsigned visit counts below the line alone and an attempt in neither
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-16 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, method, signed_by) VALUES (1, '2026-11-23 09:00:00', 'visit', '张');
INSERT INTO given_callback (matter, at, method, as_happened) VALUES (1, '2026-11-23 10:00:00', 'visit', '没签');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-24 09:00:00'), (1, '2026-11-25 09:00:00'), (1, '2026-11-26 09:00:00');
INSERT INTO given_callback (matter, at, reached) VALUES (1, '2026-11-26 10:00:00', 0);

-- example: a limit set in the first second of the week binds that week
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_policy (key, value, at) VALUES ('callback.signed_rate', '50%', '2026-11-23 00:00:00');
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-16 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, method, signed_by)
VALUES (1, '2026-11-23 09:00:00', 'visit', '张'), (1, '2026-11-29 09:00:00', 'visit', '张');
INSERT INTO given_callback (matter, at)
VALUES (1, '2026-11-24 09:00:00'), (1, '2026-11-25 09:00:00'), (1, '2026-11-26 09:00:00');

-- example: one set a second later binds from the next week on
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_policy (key, value, at) VALUES ('callback.signed_rate', '50%', '2026-11-23 00:00:01');
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-16 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, method, signed_by)
VALUES (1, '2026-11-23 09:00:00', 'visit', '张'), (1, '2026-11-29 09:00:00', 'visit', '张');
INSERT INTO given_callback (matter, at)
VALUES (1, '2026-11-24 09:00:00'), (1, '2026-11-25 09:00:00'), (1, '2026-11-26 09:00:00');

-- example: one of five is too few, whatever is set later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-16 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, method, signed_by) VALUES (1, '2026-11-23 00:00:00', 'visit', '张');
INSERT INTO given_callback (matter, at)
VALUES (1, '2026-11-24 09:00:00'), (1, '2026-11-25 09:00:00'), (1, '2026-11-26 09:00:00'), (1, '2026-11-27 09:00:00');
INSERT INTO given_policy (key, value, at) VALUES ('callback.rate_min', '99', '2026-11-30 00:00:00');

-- example: two signed visits of five are 40 %; phone for visit
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-16 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, method, signed_by)
VALUES (1, '2026-11-23 00:00:00', 'phone', '张'), (1, '2026-11-29 23:59:59', 'visit', '张');
INSERT INTO given_callback (matter, at)
VALUES (1, '2026-11-24 09:00:00'), (1, '2026-11-25 09:00:00'), (1, '2026-11-26 09:00:00');

-- example: the signed visit was a week before: the four of this week are too few to be judged
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-16 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, method, signed_by) VALUES (1, '2026-11-16 09:00:00', 'visit', '张');
INSERT INTO given_callback (matter, at)
VALUES (1, '2026-11-24 09:00:00'), (1, '2026-11-25 09:00:00'), (1, '2026-11-26 09:00:00'), (1, '2026-11-27 09:00:00');

-- example: one of five is too few; void by now
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-16 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, method, signed_by) VALUES (1, '2026-11-23 00:00:00', 'visit', '张');
INSERT INTO given_callback (matter, at)
VALUES (1, '2026-11-24 09:00:00'), (1, '2026-11-25 09:00:00'), (1, '2026-11-26 09:00:00'), (1, '2026-11-27 09:00:00');
INSERT INTO given_void (matter, at) VALUES (1, '2026-11-30 00:00:00');

-- example: one of five is too few; void a second from now
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-16 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, method, signed_by) VALUES (1, '2026-11-23 00:00:00', 'visit', '张');
INSERT INTO given_callback (matter, at)
VALUES (1, '2026-11-24 09:00:00'), (1, '2026-11-25 09:00:00'), (1, '2026-11-26 09:00:00'), (1, '2026-11-27 09:00:00');
INSERT INTO given_void (matter, at) VALUES (1, '2026-11-30 00:00:01');

-- example: the signed visit is in the first second of the next week: the four of this week are too few to be judged
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-16 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, method, signed_by) VALUES (1, '2026-11-30 00:00:00', 'visit', '张');
INSERT INTO given_callback (matter, at)
VALUES (1, '2026-11-24 09:00:00'), (1, '2026-11-25 09:00:00'), (1, '2026-11-26 09:00:00'), (1, '2026-11-27 09:00:00');
INSERT INTO given_policy (key, value, at) VALUES ('callback.rate_min', '99', '2026-11-30 00:00:00');

-- example: two of three in a month where 67 % are asked for
-- now: 2026-12-02 00:00:00
-- findings: 1 breach
INSERT INTO given_policy (key, value) VALUES ('callback.signed_rate', '67%');
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-16 09:00:00', '13800008000'), (2, '2026-11-16 09:00:00', '13800008000'), (3, '2026-11-16 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, satisfied, method, signed_by) VALUES (1, '2026-11-24 10:00:00', 'yes', 'visit', '张伟');
INSERT INTO given_callback (matter, at, satisfied, method, signed_by) VALUES (2, '2026-11-24 10:00:00', 'yes', 'visit', '张伟');
INSERT INTO given_callback (matter, at, satisfied, method, signed_by) VALUES (3, '2026-11-24 10:00:00', 'yes', 'phone', NULL);

-- example: an open letter to two counts on neither side
-- now: 2026-12-02 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-16 09:00:00', '13800008000'), (2, '2026-11-16 09:00:00', '13800008000'), (3, '2026-11-16 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, satisfied, method, signed_by) VALUES (3, '2026-11-24 10:00:00', 'yes', 'visit', '张伟');
INSERT INTO given_letter (id, at) VALUES (9, '2026-11-25 09:00:00');
INSERT INTO given_letter_share (letter, matter) VALUES (9, 1), (9, 2);

-- example: calls about repairs are not counted
-- now: 2026-12-02 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-16 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, satisfied, method, signed_by) VALUES (1, '2026-11-24 10:00:00', 'yes', 'visit', '张伟');
INSERT INTO given_repair (id, at) VALUES (2, '2026-11-23 09:00:00'), (3, '2026-11-23 09:00:00');
INSERT INTO given_callback (matter, at, satisfied, method, signed_by) VALUES (2, '2026-11-24 10:00:00', 'yes', 'phone', NULL);
INSERT INTO given_callback (matter, at, satisfied, method, signed_by) VALUES (3, '2026-11-24 10:00:00', 'yes', 'phone', NULL);

-- equivalent: s.what = 'callback' => true
-- because: what counts is a callback; it is said so that the index is used
