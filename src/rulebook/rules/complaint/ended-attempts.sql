-- id: complaint.ended-attempts
-- clause: 5.4
-- severity: refuse
-- judges: complaint
-- after: close
-- blames: step
-- blamed: doer
-- title.zh: 多次联系不上才能以联系不上结束
-- title.en: Closed as not reached only after enough attempts
-- message.zh: {subject} 只在 {days} 天里尝试联系 {attempts} 次,不能以联系不上结束
-- message.en: {subject}: {attempts} attempts on {days} days are not enough to close it as not reached
-- remedy.zh: 继续尝试并登记:huiyin callback attempt {subject} --method phone(至少两天)
-- remedy.en: keep trying and record it: huiyin callback attempt {subject} --method phone (on at least two days)
-- reads: step callback
SELECT m.no AS subject, s.at AS since, s.id AS row,
       count(a.id) AS attempts, count(DISTINCT day_of(a.at)) AS days
FROM scope_complaint m
CROSS JOIN steps s ON s.matter = m.id AND s.what = 'close' AND s.ended = 'unreached'
LEFT JOIN callbacks a ON a.matter = m.id AND NOT a.reached AND a.at <= s.at
GROUP BY s.id
HAVING count(a.id) < policy('callback.attempts', s.at) OR count(DISTINCT day_of(a.at)) < 2;

-- example: three attempts over midnight
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, reached)
VALUES (1, '2026-11-24 09:00:00', 0), (1, '2026-11-24 23:59:59', 0), (1, '2026-11-25 00:00:00', 0);
INSERT INTO given_closing (matter, at, doer, outcome, ended, reason)
VALUES (1, '2026-11-25 09:00:00', 3, '联系不上', 'unreached', '三次无人接');

-- example: three on one day
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, reached)
VALUES (1, '2026-11-24 00:00:00', 0), (1, '2026-11-24 12:00:00', 0), (1, '2026-11-24 23:59:59', 0);
INSERT INTO given_closing (matter, at, doer, outcome, ended, reason)
VALUES (1, '2026-11-25 09:00:00', 3, '联系不上', 'unreached', '三次无人接');

-- example: two on two days
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, reached) VALUES (1, '2026-11-24 09:00:00', 0), (1, '2026-11-25 09:00:00', 0);
INSERT INTO given_closing (matter, at, doer, outcome, ended, reason)
VALUES (1, '2026-11-25 10:00:00', 3, '联系不上', 'unreached', '两次无人接');

-- example: none at all
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_closing (matter, at, doer, outcome, ended, reason)
VALUES (1, '2026-11-25 10:00:00', 3, '联系不上', 'unreached', '没打');

-- example: three on one day, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, reached)
VALUES (1, '2026-11-24 00:00:00', 0), (1, '2026-11-24 12:00:00', 0), (1, '2026-11-24 23:59:59', 0);
INSERT INTO given_closing (matter, at, doer, outcome, ended, reason)
VALUES (1, '2026-11-25 09:00:00', 3, '联系不上', 'unreached', '三次无人接');
INSERT INTO given_complaint (id, at, phone) VALUES (51, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, reached) VALUES (51, '2026-11-24 09:00:00', 0), (51, '2026-11-24 23:59:59', 0), (51, '2026-11-25 00:00:00', 0);
INSERT INTO given_closing (matter, at, doer, outcome, ended, reason) VALUES (51, '2026-11-25 09:00:00', 3, '联系不上', 'unreached', '三次无人接');

-- example: three attempts over midnight, whatever is set later
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, reached)
VALUES (1, '2026-11-24 09:00:00', 0), (1, '2026-11-24 23:59:59', 0), (1, '2026-11-25 00:00:00', 0);
INSERT INTO given_closing (matter, at, doer, outcome, ended, reason)
VALUES (1, '2026-11-25 09:00:00', 3, '联系不上', 'unreached', '三次无人接');
INSERT INTO given_policy (key, value, at) VALUES ('callback.attempts', '99', '2026-11-30 00:00:00');

-- example: three attempts over midnight, the last in the second of the closing
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, reached)
VALUES (1, '2026-11-25 09:00:00', 0), (1, '2026-11-24 23:59:59', 0), (1, '2026-11-25 00:00:00', 0);
INSERT INTO given_closing (matter, at, doer, outcome, ended, reason)
VALUES (1, '2026-11-25 09:00:00', 3, '联系不上', 'unreached', '三次无人接');

-- example: three attempts over midnight, the last a second after the closing
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, reached)
VALUES (1, '2026-11-25 09:00:01', 0), (1, '2026-11-24 23:59:59', 0), (1, '2026-11-25 00:00:00', 0);
INSERT INTO given_closing (matter, at, doer, outcome, ended, reason)
VALUES (1, '2026-11-25 09:00:00', 3, '联系不上', 'unreached', '三次无人接');

-- example: three on one day; withdrawn for unreached
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, reached)
VALUES (1, '2026-11-24 00:00:00', 0), (1, '2026-11-24 12:00:00', 0), (1, '2026-11-24 23:59:59', 0);
INSERT INTO given_closing (matter, at, doer, outcome, ended, reason)
VALUES (1, '2026-11-25 09:00:00', 3, '联系不上', 'withdrawn', '三次无人接');

-- example: two attempts and a call that reached them are no three attempts
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
-- says: 2 attempts on 2 days
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, reached) VALUES (1, '2026-11-24 09:00:00', 0), (1, '2026-11-25 09:00:00', 0);
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-25 10:00:00', 'no');
INSERT INTO given_closing (matter, at, doer, outcome, ended, reason)
VALUES (1, '2026-11-26 09:00:00', 3, '联系不上', 'unreached', '三次无人接');

-- equivalent: s.what = 'close' => true
-- because: only a closing says how it ended
