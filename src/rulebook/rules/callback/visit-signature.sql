-- id: callback.visit-signature
-- clause: 3.3.2
-- severity: refuse*
-- judges: matter
-- after: callback
-- when: unsigned
-- blames: step
-- blamed: doer
-- title.zh: 上门回访要有业主签名
-- title.en: A visit is signed by the resident
-- message.zh: {subject} 的上门回访没有业主签名
-- message.en: the visit to {subject} has no signature of the resident
-- remedy.zh: 写 --signed-by 姓名;确实没有签的,用 --as-happened 据实登记,不计为有签名
-- remedy.en: give --signed-by NAME; if nobody signed, record it with --as-happened: it does not count as signed
-- reads: callback
SELECT m.no AS subject, c.at AS since, c.id AS row
FROM scope_matter m JOIN callbacks c ON c.matter = m.id
WHERE c.reached AND c.method = 'visit' AND c.signed_by IS NULL;

-- example: a signed visit
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, method, signed_by) VALUES (1, '2026-11-24 09:00:00', 'visit', '张伟');

-- example: an unsigned one
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, method) VALUES (1, '2026-11-24 09:00:00', 'visit');

-- example: unsigned as it happened
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, method, as_happened) VALUES (1, '2026-11-24 09:00:00', 'visit', '业主手上有伤');

-- example: nobody signs on the phone or when nobody is at home
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-24 09:00:00');
INSERT INTO given_callback (matter, at, method, reached) VALUES (1, '2026-11-25 09:00:00', 'visit', 0);

-- example: one visit unsigned, another signed
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, method) VALUES (1, '2026-11-24 09:00:00', 'visit');
INSERT INTO given_complaint (id, at, phone) VALUES (51, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, method, signed_by) VALUES (51, '2026-11-24 09:00:00', 'visit', '张伟');
