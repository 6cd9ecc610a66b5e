-- id: complaint.unreachable
-- clause: 3.3.6
-- severity: notice
-- judges: complaint
-- when: unreachable
-- blamed: registrar
-- title.zh: 没有联系方式的投诉记录在案
-- title.en: A complaint without contact goes on file
-- message.zh: {subject} 没有电话和房号:不需答复与回访,仍须有处理结果
-- message.en: {subject} has neither phone nor home: no reply or callback is owed, but an outcome is
-- remedy.zh: 日后得知联系方式,用 huiyin amend {subject} --phone … 补上
-- remedy.en: if contact becomes known, add it: huiyin amend {subject} --phone …
-- reads: matter
SELECT m.no AS subject, m.at AS since
FROM scope_complaint m
WHERE NOT m.reachable;

-- example: a home is contact enough
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502');

-- example: neither phone nor home
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
