-- id: callback.follow-up-method
-- clause: 3.3.3b
-- severity: refuse*
-- judges: complaint
-- after: callback
-- blames: step
-- title.zh: 再次回访的形式
-- title.en: How a further callback is made
-- message.zh: {subject} 的第 {ordinal} 次回访须{needed_zh},不能用 {method}
-- message.en: callback number {ordinal} of {subject} is {needed_en}, not by {method}
-- remedy.zh: 改为上门回访并请业主签名;确已这样回访的,用 --as-happened 据实登记
-- remedy.en: make it a visit and have it signed; if it was made so already, record it by --as-happened
-- reads: callback
SELECT m.no AS subject, c.at AS since, c.id AS row, c.ordinal, c.method,
       iif(m.class = 3 OR c.ordinal <= policy('callback.visits_until', c.at), '上门', '上门或电话') AS needed_zh,
       iif(m.class = 3 OR c.ordinal <= policy('callback.visits_until', c.at), 'a visit', 'a visit or by phone')
           AS needed_en
FROM scope_complaint m JOIN callbacks c ON c.matter = m.id
WHERE c.ordinal > 1
  AND (c.method NOT IN ('visit', 'phone')
       OR (c.method = 'phone'
           AND (c.ordinal <= policy('callback.visits_until', c.at) OR coalesce(m.class, 0) = 3)));

-- example: the first is free and the fourth may be by phone
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-24 09:00:00', 'no');
INSERT INTO given_callback (matter, at, method, signed_by) VALUES (1, '2026-11-25 09:00:00', 'visit', '张伟');
INSERT INTO given_callback (matter, at, method, signed_by) VALUES (1, '2026-11-26 09:00:00', 'visit', '张伟');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-27 09:00:00');

-- example: the third by phone
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-24 09:00:00', 'no');
INSERT INTO given_callback (matter, at, method, signed_by) VALUES (1, '2026-11-25 09:00:00', 'visit', '张伟');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-26 09:00:00');

-- example: a grave complaint is visited however often
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone, class) VALUES (1, '2026-11-23 09:00:00', '13800008000', 3);
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-24 09:00:00', 'no');
INSERT INTO given_callback (matter, at, method, signed_by) VALUES (1, '2026-11-25 09:00:00', 'visit', '张伟');
INSERT INTO given_callback (matter, at, method, signed_by) VALUES (1, '2026-11-26 09:00:00', 'visit', '张伟');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-27 09:00:00');

-- example: an attempt has no place in the count
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, reached) VALUES (1, '2026-11-24 09:00:00', 0);
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-24 10:00:00');

-- example: by phone as it happened
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-24 09:00:00', 'no');
INSERT INTO given_callback (matter, at, as_happened) VALUES (1, '2026-11-25 09:00:00', '业主要求电话');
