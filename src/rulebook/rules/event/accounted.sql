-- id: event.accounted
-- clause: 7.5
-- severity: breach
-- judges: event
-- blamed: holder
-- form: clock
-- limit: conduct.open_within
-- due: account
-- title.zh: 迟报须追究
-- title.en: Late reporting leads to a conduct case
-- message.zh: {subject} 迟报,应在 {due} 前立案追究,已超时 {late}
-- message.en: {subject} was reported late; a conduct case was to be opened by {due}; late by {late}
-- remedy.zh: 立案:huiyin conduct record 登录名 --kind late-reporting --matter {subject}
-- remedy.en: open one: huiyin conduct record LOGIN --kind late-reporting --matter {subject}
-- reads: matter event event_message step recategorised conduct
WITH late AS (
    SELECT m.id, m.no, m.reported_at, min(o.due) AS report_due
    FROM scope_event m JOIN owed_reports o ON o.matter = m.id
    WHERE coalesce(min(coalesce(o.met, o.stopped), coalesce(o.stopped, o.met)), now()) > o.due
    GROUP BY m.id
), judged AS (
    -- From when it was reported; past its limit if it has not been, and if somebody should have answered
    -- for it before it was.
    SELECT l.id, l.no, CASE WHEN l.reported_at > l.report_due + policy('conduct.open_within', l.report_due)
                            THEN l.report_due
                            ELSE coalesce(l.reported_at, l.report_due) END AS started
    FROM late l
)
SELECT l.no AS subject, l.started, l.started + policy('conduct.open_within', l.started) AS due,
       (SELECT min(c.at) FROM main.conduct k JOIN main.matter c ON c.id = k.id
        WHERE k.source = l.id AND c.at <= now() AND (c.voided_at IS NULL OR c.voided_at > now())) AS met,
       NULL AS stopped
FROM judged l;

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

-- example: unreported beyond the three days nobody answered for it whenever it is reported
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, learned_at, casualties, to_staff)
VALUES (1, '2026-11-23 09:00:00', '2026-11-23 09:00:00', 2, 0), (2, '2026-11-23 09:00:00', '2026-11-23 09:00:00', 2, 0);
INSERT INTO given_message (event, what, at) VALUES (1, 'relay', '2026-11-26 09:10:00'), (2, 'relay', '2026-11-26 09:10:01');
INSERT INTO given_conduct (id, at, sort, source) VALUES (3, '2026-11-29 09:10:00', 'late-reporting', 1), (4, '2026-11-29 09:10:00', 'late-reporting', 2);

-- example: late as an ordinary one it is answered for whatever it turns out to be
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, learned_at) VALUES (1, '2026-11-24 09:00:01', '2026-11-23 09:00:00');
INSERT INTO given_message (event, what, at, casualties) VALUES (1, 'supplement', '2026-11-25 09:00:00', 1);

-- example: one second later, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (1, '2026-11-23 09:10:01', '2026-11-23 09:00:00', 2);
INSERT INTO given_conduct (id, at, sort, source) VALUES (2, '2026-11-26 09:10:02', 'late-reporting', 1);
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (51, '2026-11-23 09:10:00', '2026-11-23 09:00:00', 2);

-- example: unreported beyond the three days nobody answered for it whenever it is reported, whatever is set later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, learned_at, casualties, to_staff)
VALUES (1, '2026-11-23 09:00:00', '2026-11-23 09:00:00', 2, 0), (2, '2026-11-23 09:00:00', '2026-11-23 09:00:00', 2, 0);
INSERT INTO given_message (event, what, at) VALUES (1, 'relay', '2026-11-26 09:10:00'), (2, 'relay', '2026-11-26 09:10:01');
INSERT INTO given_conduct (id, at, sort, source) VALUES (3, '2026-11-29 09:10:00', 'late-reporting', 1), (4, '2026-11-29 09:10:00', 'late-reporting', 2);
INSERT INTO given_policy (key, value, at) VALUES ('conduct.open_within', '1s', '2026-11-30 00:00:00');

-- example: a case in the last second of three days; void by now
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (1, '2026-11-23 09:10:01', '2026-11-23 09:00:00', 2);
INSERT INTO given_conduct (id, at, sort, source) VALUES (2, '2026-11-26 09:10:01', 'late-reporting', 1);
INSERT INTO given_void (matter, at) VALUES (2, '2026-11-30 00:00:00');

-- example: a case in the last second of three days; void a second from now
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (1, '2026-11-23 09:10:01', '2026-11-23 09:00:00', 2);
INSERT INTO given_conduct (id, at, sort, source) VALUES (2, '2026-11-26 09:10:01', 'late-reporting', 1);
INSERT INTO given_void (matter, at) VALUES (2, '2026-11-30 00:00:01');

-- example: one second later; asked in that second
-- now: 2026-11-23 09:10:01
-- findings: 0
INSERT INTO given_event (id, at, learned_at, casualties) VALUES (1, '2026-11-23 09:10:01', '2026-11-23 09:00:00', 2);
INSERT INTO given_conduct (id, at, sort, source) VALUES (2, '2026-11-26 09:10:02', 'late-reporting', 1);

-- equivalent: c.at <= now() => c.at < now()
-- because: what is opened in the second that is asked about is as late as what is not opened yet
