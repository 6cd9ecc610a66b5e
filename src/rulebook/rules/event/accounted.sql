-- id: event.accounted
-- clause: 7.5
-- severity: breach
-- judges: event
-- form: clock
-- limit: conduct.open_within
-- due: account
-- title.zh: 迟报须追究
-- title.en: Who reported late is held to account
-- message.zh: {subject} 迟报,应在 {due} 前立案追究,已超时 {late}
-- message.en: {subject} was reported late; a conduct case was to be opened by {due}; late by {late}
-- remedy.zh: 立案:huiyin conduct record 登录名 --kind late-reporting --matter {subject}
-- remedy.en: open one: huiyin conduct record LOGIN --kind late-reporting --matter {subject}
-- reads: event event_message step conduct
WITH late AS (
    -- From when it was reported, or past its limit if it has not been.
    SELECT m.id, m.no, coalesce(m.reported_at, m.report_due) AS started
    FROM scope_event m WHERE coalesce(m.reported_at, now()) > m.report_due
)
SELECT l.no AS subject, l.started, l.started + policy('conduct.open_within', l.started) AS due,
       (SELECT min(c.at) FROM main.conduct k JOIN main.matter c ON c.id = k.id
        WHERE k.source = l.id AND c.at <= now() AND (c.voided_at IS NULL OR c.voided_at > now())) AS met,
       NULL AS stopped
FROM late l;

-- example: a case in the last second of three days
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (1, '2026-11-23 09:10:01', '2026-11-23 09:00:00', 2);
INSERT INTO given_conduct (id, at, sort, source) VALUES (2, '2026-11-26 09:10:01', 'late-reporting', 1);

-- example: one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (1, '2026-11-23 09:10:01', '2026-11-23 09:00:00', 2);
INSERT INTO given_conduct (id, at, sort, source) VALUES (2, '2026-11-26 09:10:02', 'late-reporting', 1);

-- example: a case about another matter
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (1, '2026-11-23 09:10:01', '2026-11-23 09:00:00', 2);
INSERT INTO given_conduct (id, at, sort) VALUES (2, '2026-11-24 09:00:00', 'late-reporting');

-- example: reported in time there is nothing to account for
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (1, '2026-11-23 09:10:00', '2026-11-23 09:00:00', 2);
