-- id: repair.callback-by-steward
-- clause: 4.4
-- severity: refuse*
-- judges: repair
-- after: callback
-- blames: step
-- blamed: doer
-- title.zh: 维修由管理员回访
-- title.en: A repair is called back by a steward
-- message.zh: {subject} 的回访人 {caller} 不是管理员、主管或负责人
-- message.en: {caller}, who called back {subject}, is not a steward, manager or head
-- remedy.zh: 请管理员回访,用 --by 写明;确已回访的,用 --as-happened 据实登记
-- remedy.en: have a steward call back, named with --by; if the callback was made already, record it with --as-happened
-- reads: callback
SELECT m.no AS subject, c.at AS since, c.id AS row, login_of(c.doer) AS caller
FROM scope_repair m JOIN callbacks c ON c.matter = m.id
WHERE c.counts AND NOT has_role(c.doer, 'steward,manager,head', c.at, c.recorded_at);

-- example: by a steward
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_callback (matter, at, doer) VALUES (1, '2026-11-24 09:00:00', 2);

-- example: by a clerk
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_callback (matter, at, doer) VALUES (1, '2026-11-24 09:00:00', 1);

-- example: by a clerk as it happened
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_callback (matter, at, doer, as_happened) VALUES (1, '2026-11-24 09:00:00', 1, '业主来电时顺便问了');

-- example: one called back by a clerk, another by a steward
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_callback (matter, at, doer) VALUES (1, '2026-11-24 09:00:00', 1);
INSERT INTO given_repair (id, at) VALUES (51, '2026-11-23 09:00:00');
INSERT INTO given_callback (matter, at, doer) VALUES (51, '2026-11-24 09:00:00', 2);

-- example: a clerk who reached nobody called nobody back; the steward did
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_callback (matter, at, doer, reached) VALUES (1, '2026-11-24 09:00:00', 1, 0);
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-24 10:00:00');
