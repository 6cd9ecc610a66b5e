-- id: callback.follow-up-method
-- clause: 3.3.3b
-- severity: refuse*
-- judges: complaint
-- after: callback
-- when: unsettled
-- blames: step
-- blamed: doer
-- title.zh: 再次回访的方式
-- title.en: A follow-up callback is made by the right method
-- message.zh: {subject} 的第 {ordinal} 次回访须{needed_zh},不能用 {method}
-- message.en: callback number {ordinal} of {subject} must be {needed_en}, not by {method}
-- remedy.zh: 改为上门回访并请业主签名;确已这样回访的,用 --as-happened 据实登记
-- remedy.en: make it a visit and have it signed; if it was made this way already, record it with --as-happened
-- reads: callback
-- By the class it was known to be of when it was called back about.
WITH judged AS (
    SELECT m.no, c.at, c.id, c.ordinal, c.method,
           c.ordinal <= policy('callback.visits_until', c.at)
               OR (SELECT k.value FROM known_values k
                   WHERE k.matter = m.id AND k.field = 'class' AND (k.since, k.step) <= (c.at, c.id)
                   ORDER BY k.since DESC, k.step DESC LIMIT 1) IS 3 AS by_visit
    FROM scope_complaint m JOIN callbacks c ON c.matter = m.id
    WHERE c.ordinal > 1
      -- After one that left nothing open, a call is a courtesy.
      AND EXISTS (SELECT 1 FROM callbacks before
                  WHERE before.matter = m.id AND before.ordinal = c.ordinal - 1 AND before.asks_more)
)
SELECT no AS subject, at AS since, id AS row, ordinal, method,
       iif(by_visit, '上门', '上门或电话') AS needed_zh,
       iif(by_visit, 'by visit', 'by visit or phone') AS needed_en
FROM judged
WHERE method <> 'visit' AND (by_visit OR method <> 'phone');

-- example: the first is free and the fourth may be by phone
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-24 09:00:00', 'no');
INSERT INTO given_callback (matter, at, method, signed_by, satisfied) VALUES (1, '2026-11-25 09:00:00', 'visit', '张伟', 'no');
INSERT INTO given_callback (matter, at, method, signed_by, satisfied) VALUES (1, '2026-11-26 09:00:00', 'visit', '张伟', 'no');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-27 09:00:00');

-- example: the third by phone
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-24 09:00:00', 'no');
INSERT INTO given_callback (matter, at, method, signed_by, satisfied) VALUES (1, '2026-11-25 09:00:00', 'visit', '张伟', 'no');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-26 09:00:00');

-- example: a grave complaint is visited however often
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone, class) VALUES (1, '2026-11-23 09:00:00', '13800008000', 3);
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-24 09:00:00', 'no');
INSERT INTO given_callback (matter, at, method, signed_by, satisfied) VALUES (1, '2026-11-25 09:00:00', 'visit', '张伟', 'no');
INSERT INTO given_callback (matter, at, method, signed_by, satisfied) VALUES (1, '2026-11-26 09:00:00', 'visit', '张伟', 'no');
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

-- example: the class it had then decides and not what it was corrected to after it
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
-- says: callback number 4 of TS-2026-0001 must be by visit, not by phone
INSERT INTO given_complaint (id, at, phone, class) VALUES (1, '2026-11-23 09:00:00', '1', 3), (2, '2026-11-23 09:00:00', '1', 1);
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-24 09:00:00', 'no'), (2, '2026-11-24 09:00:00', 'no');
INSERT INTO given_callback (matter, at, method, signed_by, satisfied)
VALUES (1, '2026-11-25 09:00:00', 'visit', '张伟', 'no'), (2, '2026-11-25 09:00:00', 'visit', '张伟', 'no');
INSERT INTO given_callback (matter, at, method, signed_by, satisfied)
VALUES (1, '2026-11-26 09:00:00', 'visit', '张伟', 'no'), (2, '2026-11-26 09:00:00', 'visit', '张伟', 'no');
INSERT INTO given_callback (matter, at, as_happened) VALUES (1, '2026-11-27 09:00:00', '业主不在家'), (2, '2026-11-27 09:00:00', '业主不在家');
INSERT INTO given_correction (matter, field, at, value) VALUES (1, 'class', '2026-11-27 09:00:00', 1), (2, 'class', '2026-11-27 09:00:00', 3);

-- example: from its correction on it is visited
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone, class) VALUES (1, '2026-11-23 09:00:00', '13800008000', 1);
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-24 09:00:00', 'no');
INSERT INTO given_callback (matter, at, method, signed_by, satisfied) VALUES (1, '2026-11-25 09:00:00', 'visit', '张伟', 'no');
INSERT INTO given_callback (matter, at, method, signed_by, satisfied) VALUES (1, '2026-11-26 09:00:00', 'visit', '张伟', 'no');
INSERT INTO given_correction (matter, field, at, value) VALUES (1, 'class', '2026-11-27 09:00:00', 3);
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-27 09:00:00');

-- example: a call of courtesy after a satisfied visit is free, also about a grave complaint
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone, class) VALUES (1, '2026-11-23 09:00:00', '1', 1), (2, '2026-11-23 09:00:00', '1', 3);
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-24 09:00:00', 'no'), (2, '2026-11-24 09:00:00', 'yes');
INSERT INTO given_callback (matter, at, method, signed_by) VALUES (1, '2026-11-25 09:00:00', 'visit', '张伟');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-26 09:00:00'), (2, '2026-11-25 09:00:00');

-- example: a satisfied one that raised something anew is followed by a visit, as a partly satisfied one is
-- now: 2026-11-30 00:00:00
-- findings: 2 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '1'), (2, '2026-11-23 09:00:00', '1'), (3, '2026-11-23 09:00:00', '1');
INSERT INTO given_callback (matter, at, raised, settled) VALUES (1, '2026-11-24 09:00:00', '灯又坏', '当场换好');
INSERT INTO given_callback (matter, at, satisfied) VALUES (2, '2026-11-24 09:00:00', 'partly'), (3, '2026-11-24 09:00:00', 'partly');
INSERT INTO given_policy (key, at, value) VALUES ('callback.partly_closes', '2026-11-24 10:00:00', 'yes');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-25 09:00:00'), (2, '2026-11-25 09:00:00');
INSERT INTO given_callback (matter, at, method, signed_by, satisfied) VALUES (3, '2026-11-25 09:00:00', 'visit', '张伟', 'partly');
INSERT INTO given_callback (matter, at) VALUES (3, '2026-11-26 09:00:00');

-- example: the first is free and the fourth may be by phone, whatever is set later
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-24 09:00:00', 'no');
INSERT INTO given_callback (matter, at, method, signed_by, satisfied) VALUES (1, '2026-11-25 09:00:00', 'visit', '张伟', 'no');
INSERT INTO given_callback (matter, at, method, signed_by, satisfied) VALUES (1, '2026-11-26 09:00:00', 'visit', '张伟', 'no');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-27 09:00:00');
INSERT INTO given_policy (key, value, at) VALUES ('callback.visits_until', '99', '2026-11-30 00:00:00');

-- example: how many came, corrected in that second, says nothing about the class
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone, class) VALUES (1, '2026-11-23 09:00:00', '1', 3), (2, '2026-11-23 09:00:00', '1', 1);
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-24 09:00:00', 'no'), (2, '2026-11-24 09:00:00', 'no');
INSERT INTO given_callback (matter, at, method, signed_by, satisfied)
VALUES (1, '2026-11-25 09:00:00', 'visit', '张伟', 'no'), (2, '2026-11-25 09:00:00', 'visit', '张伟', 'no');
INSERT INTO given_callback (matter, at, method, signed_by, satisfied)
VALUES (1, '2026-11-26 09:00:00', 'visit', '张伟', 'no'), (2, '2026-11-26 09:00:00', 'visit', '张伟', 'no');
INSERT INTO given_callback (matter, at, as_happened) VALUES (1, '2026-11-27 09:00:00', '业主不在家'), (2, '2026-11-27 09:00:00', '业主不在家');
INSERT INTO given_correction (matter, field, at, value) VALUES (1, 'people', '2026-11-27 09:00:00', 1), (2, 'class', '2026-11-27 09:00:00', 3);

-- example: the fourth by letter may be a visit or a call
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
-- since: 2026-11-27 09:00:00
-- says: callback number 4 of TS-2026-0001 must be by visit or phone, not by letter
-- says: TS-2026-0001 的第 4 次回访须上门或电话,不能用 信函
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, method, satisfied, signed_by) VALUES (1, '2026-11-24 09:00:00', 'phone', 'no', NULL);
INSERT INTO given_callback (matter, at, method, satisfied, signed_by) VALUES (1, '2026-11-25 09:00:00', 'visit', 'no', '张伟');
INSERT INTO given_callback (matter, at, method, satisfied, signed_by) VALUES (1, '2026-11-26 09:00:00', 'visit', 'no', '张伟');
INSERT INTO given_callback (matter, at, method, satisfied, signed_by) VALUES (1, '2026-11-27 09:00:00', 'letter', 'no', NULL);

-- equivalent: c.ordinal > 1 => c.ordinal >= 1
-- equivalent: c.ordinal > 1 => c.ordinal > 0
-- equivalent: c.ordinal > 1 => true
-- because: the first has none before it, and what has no place among them neither; it is said so that no view is asked for them

-- equivalent: (k.since, k.step) <= (c.at, c.id) => (k.since, k.step) < (c.at, c.id)
-- because: a correction is no callback: the two are never one step
