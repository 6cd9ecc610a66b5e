-- id: conduct.decided
-- clause: 2.2.9
-- severity: breach
-- judges: conduct
-- blamed: concerned
-- form: clock
-- limit: conduct.decide_within
-- due: decide
-- title.zh: 违纪按期处理
-- title.en: Conduct cases are decided in time
-- message.zh: {subject}({person},{sort})应在 {due} 前作出决定,已超时 {late}
-- message.en: {subject} ({person}, {sort}) was to be decided by {due}; late by {late}
-- remedy.zh: 登记决定:huiyin conduct decide {subject} --decision …
-- remedy.en: record the decision: huiyin conduct decide {subject} --decision …
-- reads: conduct matter step
SELECT m.no AS subject, m.at AS started, m.at + policy('conduct.decide_within', m.at) AS due,
       m.decided_at AS met, NULL AS stopped, login_of(m.staff) AS person, m.sort, m.staff AS blamed
FROM scope_conduct m;

-- example: decided in the last second of seven days
-- now: 2026-12-30 00:00:00
-- findings: 0
INSERT INTO given_conduct (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_decision (conduct, at) VALUES (1, '2026-11-30 09:00:00');

-- example: one second later is late for good
-- now: 2026-12-30 00:00:00
-- findings: 1 breach
INSERT INTO given_conduct (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_decision (conduct, at) VALUES (1, '2026-11-30 09:00:01');

-- example: decided in the last second of seven days, whatever is set later
-- now: 2026-12-30 00:00:00
-- findings: 0
INSERT INTO given_conduct (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_decision (conduct, at) VALUES (1, '2026-11-30 09:00:00');
INSERT INTO given_policy (key, value, at) VALUES ('conduct.decide_within', '1s', '2026-12-30 00:00:00');
