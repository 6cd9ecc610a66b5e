-- id: assist.in-time
-- clause: 1.5
-- severity: breach
-- judges: assist
-- blamed: holder
-- form: clock
-- limit: assist.within
-- due: assist
-- title.zh: 求助及时协调
-- title.en: Call for help settled in time
-- message.zh: {subject} 应在 {due} 前办结,已超时 {late}
-- message.en: {subject} was to be closed by {due}; late by {late}
-- remedy.zh: 登记结果:huiyin assist close {subject} --outcome …
-- remedy.en: record how it ended: huiyin assist close {subject} --outcome …
-- reads: matter
SELECT m.no AS subject, m.at AS started, m.at + policy('assist.within', m.at) AS due,
       m.closed_at AS met, NULL AS stopped
FROM scope_assist m;

-- gate: always
SELECT :no AS subject, :at AS started, :at + policy('assist.within', :at) AS due,
       :closed_at AS met, NULL AS stopped;

-- example: in the last second of an hour across midnight
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_assist (id, at) VALUES (1, '2026-11-23 23:30:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-24 00:30:00', '已开锁');

-- example: one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_assist (id, at) VALUES (1, '2026-11-23 23:30:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-24 00:30:01', '已开锁');

-- example: a repair is another matter
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 23:30:00');

-- example: in the last second of an hour across midnight, whatever is set later
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_assist (id, at) VALUES (1, '2026-11-23 23:30:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-24 00:30:00', '已开锁');
INSERT INTO given_policy (key, value, at) VALUES ('assist.within', '1s', '2026-11-30 00:00:00');
