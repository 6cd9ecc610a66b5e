-- id: repair.dispatched-in-time
-- clause: 4.1
-- severity: breach
-- judges: repair
-- blamed: holder
-- form: clock
-- limit: repair.dispatch_within
-- due: dispatch
-- title.zh: 及时派工
-- title.en: Dispatched in time
-- message.zh: {subject} 应在 {due} 前派工,已超时 {late}
-- message.en: {subject} was to have an order by {due}; late by {late}
-- remedy.zh: 派工:huiyin order dispatch {subject} --to 登录名
-- remedy.en: dispatch: huiyin order dispatch {subject} --to LOGIN
-- reads: matter step
SELECT m.no AS subject, m.at AS started, m.at + policy('repair.dispatch_within', m.at) AS due,
       (SELECT min(s.at) FROM steps s WHERE s.matter = m.id AND s.what = 'dispatch') AS met,
       m.closed_at AS stopped
FROM scope_repair m;

-- gate: always
SELECT :no AS subject, :at AS started, :at + policy('repair.dispatch_within', :at) AS due,
       :dispatch_at AS met, :closed_at AS stopped;

-- example: in the last second of five minutes over midnight
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 23:58:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-24 00:03:00');

-- example: one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 23:58:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-24 00:03:01');

-- example: one second later, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 23:58:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-24 00:03:01');
INSERT INTO given_repair (id, at) VALUES (51, '2026-11-23 23:58:00');
INSERT INTO given_order (id, repair, at) VALUES (51, 51, '2026-11-24 00:03:00');

-- example: in the last second of five minutes over midnight, whatever is set later
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 23:58:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-24 00:03:00');
INSERT INTO given_policy (key, value, at) VALUES ('repair.dispatch_within', '1s', '2026-11-30 00:00:00');
