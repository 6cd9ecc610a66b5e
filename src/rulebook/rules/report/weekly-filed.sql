-- id: report.weekly-filed
-- clause: 5.5
-- severity: breach
-- judges: week
-- blamed: nobody
-- form: clock
-- limit: report.weekly_within
-- due: weekly-report
-- title.zh: 周报按时归档
-- title.en: The weekly report is filed in time
-- message.zh: {subject} 的周报应在 {due} 前归档,已超时 {late}
-- message.en: the weekly report of {subject} was to be filed by {due}; late by {late}
-- remedy.zh: 归档:huiyin report weekly --week {subject}
-- remedy.en: file it: huiyin report weekly --week {subject}
-- reads: weekly_report step
WITH RECURSIVE kinds(what) AS (
    -- The kinds of steps on file, one look at step_by_what each: a week is then found by (what, at).
    SELECT min(what) FROM main.step
    UNION ALL
    SELECT (SELECT min(s.what) FROM main.step s WHERE s.what > kinds.what)
    FROM kinds WHERE kinds.what IS NOT NULL
)
SELECT w.week AS subject, w.until_at AS started,
       w.until_at + policy('report.weekly_within', w.from_at) AS due, w.from_at AS limit_at,
       (SELECT min(r.filed_at) FROM main.weekly_report r
        WHERE r.week = w.week AND r.filed_at <= now()) AS met,
       NULL AS stopped
FROM scope_week w
WHERE EXISTS (SELECT 1 FROM kinds CROSS JOIN main.step s
              WHERE s.what = kinds.what AND s.at >= w.from_at AND s.at < w.until_at);

-- example: filed in the last second of 24 h after the week
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-18 09:00:00');
INSERT INTO given_report (week, filed_at) VALUES ('2026-W47', '2026-11-24 00:00:00');

-- example: one second later it is late for good
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-18 09:00:00');
INSERT INTO given_report (week, filed_at) VALUES ('2026-W47', '2026-11-24 00:00:01');

-- example: a week without records needs no report
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 00:00:00');

-- example: what was voided was on record all the same
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-18 09:00:00');
INSERT INTO given_void (matter, at) VALUES (1, '2026-11-18 10:00:00');

-- example: a step on an older matter is a record of its week
-- now: 2026-12-02 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-18 09:00:00');
INSERT INTO given_step (matter, what, at, text) VALUES (1, 'note', '2026-11-23 00:00:00', '补交照片');
INSERT INTO given_report (week, filed_at) VALUES ('2026-W47', '2026-11-23 09:00:00');

-- example: the last second of Sunday belongs to the week that ends
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-22 23:59:59');

-- example: week 53 reaches into the new year
-- now: 2027-01-05 00:00:01
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2027-01-03 23:59:59');

-- example: a limit set within the week binds the next one
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_policy (key, at, value) VALUES ('report.weekly_within', '2026-11-16 00:00:01', '12h');
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-18 09:00:00');
INSERT INTO given_report (week, filed_at) VALUES ('2026-W47', '2026-11-24 00:00:00');

-- example: one set with its first second binds it
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
INSERT INTO given_policy (key, at, value) VALUES ('report.weekly_within', '2026-11-16 00:00:00', '12h');
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-18 09:00:00');
INSERT INTO given_report (week, filed_at) VALUES ('2026-W47', '2026-11-23 12:00:01');

-- example: week 53 reaches into the new year, while another one is in order
-- now: 2027-01-05 00:00:01
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2027-01-03 23:59:59');
INSERT INTO given_complaint (id, at) VALUES (51, '2026-11-18 09:00:00');
INSERT INTO given_report (week, filed_at) VALUES ('2026-W47', '2026-11-24 00:00:00');

-- example: that it will be filed too late is not known before it is due
-- now: 2026-11-30 12:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_report (week, filed_at) VALUES ('2026-W48', '2026-12-02 09:00:00');

-- equivalent: r.filed_at <= now() => r.filed_at < now()
-- because: what is filed in the second that is asked about is as late as what is not filed yet

-- equivalent: s.what = kinds.what => true
-- because: a step is of one of the kinds on file; it is said so that the index is used
