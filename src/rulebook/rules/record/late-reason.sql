-- id: record.late-reason
-- clause: 1.6
-- severity: refuse
-- judges: record
-- when: untimely
-- blames: step
-- blamed: doer
-- title.zh: 补录须说明原因
-- title.en: A late record gives its reason
-- message.zh: {subject} 的「{what}」在发生 {late} 后才登记,超过了 {limit_for},没有说明原因
-- message.en: {subject}: "{what}" was recorded {late} after it happened, over {limit_for}, without a reason
-- remedy.zh: 加上 --late-reason 说明为何补录
-- remedy.en: give the reason with --late-reason
-- reads: step staff_edition staff_absence policy_edition area home plan_edition snippet snippet_end acknowledgement explanation weekly_report erased_value
SELECT m.no AS subject, s.at AS since, s.id AS row, s.what,
       s.recorded_at - s.at AS late_for, policy('record.late_after', s.at) AS limit_for
FROM scope_record m JOIN main.step s ON s.matter = m.id
WHERE s.recorded_at - s.at > policy('record.late_after', s.at) AND s.late_reason IS NULL
UNION ALL
-- A limit that this very command sets is not the one it is judged by.
SELECT subject, at, row, 'deed', recorded_at - at, policy('record.late_after', at - 1)
FROM deed
WHERE recorded_at - at > policy('record.late_after', at - 1) AND late_reason IS NULL;

-- example: 24 h to the second needs no reason
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, recorded_at)
VALUES (1, '2026-11-23 09:00:00', '2026-11-24 09:00:00');

-- example: one second more needs one
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, recorded_at)
VALUES (1, '2026-11-23 09:00:00', '2026-11-24 09:00:01');

-- example: with a reason any lateness will do
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, recorded_at, late_reason)
VALUES (1, '2011-05-02 15:00:00', '2026-11-24 09:00:01', '旧信补录');

-- example: the office may ask for a reason sooner
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_policy (key, value, at) VALUES ('record.late_after', '2h', '2026-11-01 00:00:00');
INSERT INTO given_complaint (id, at, recorded_at)
VALUES (1, '2026-11-23 09:00:00', '2026-11-23 11:00:01');

-- example: one second more needs one, while another one is in order
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, recorded_at)
VALUES (1, '2026-11-23 09:00:00', '2026-11-24 09:00:01');
INSERT INTO given_complaint (id, at, recorded_at) VALUES (51, '2026-11-23 09:00:00', '2026-11-24 09:00:00');

-- example: 24 h to the second needs no reason, whatever is set later
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, recorded_at)
VALUES (1, '2026-11-23 09:00:00', '2026-11-24 09:00:00');
INSERT INTO given_policy (key, value, at) VALUES ('record.late_after', '1s', '2026-11-25 00:00:00');

-- example: a change of staff 24 h ago to the second needs no reason, one second more needs one
-- now: 2026-11-24 09:00:00
-- findings: 1 refuse
-- since: 2026-11-23 08:59:59
-- says: chen 的「登记」在发生
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_deed (subject, at, recorded_at, late_reason)
VALUES ('sun', '2026-11-23 09:00:00', '2026-11-24 09:00:00', NULL), ('chen', '2026-11-23 08:59:59', '2026-11-24 09:00:00', NULL),
       ('wu', '2026-11-20 09:00:00', '2026-11-24 09:00:00', '出差回来补录');

-- example: a limit set from a second on is not the one by which that setting is judged, and is the one for what comes a second later
-- now: 2026-11-23 11:00:02
-- findings: 1 refuse
-- since: 2026-11-23 09:00:01
INSERT INTO given_policy (key, value, at) VALUES ('record.late_after', '2h', '2026-11-23 09:00:00');
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_deed (subject, at, recorded_at)
VALUES ('record.late_after', '2026-11-23 09:00:00', '2026-11-23 11:00:01'), ('complaint.reply_within', '2026-11-23 09:00:01', '2026-11-23 11:00:02');

-- example: a limit that is longer from now on is not that of what was changed before
-- now: 2026-11-24 09:00:01
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_policy (key, value, at) VALUES ('record.late_after', '7d', '2026-11-24 09:00:01');
INSERT INTO given_deed (subject, at, recorded_at) VALUES ('chen', '2026-11-23 09:00:00', '2026-11-24 09:00:01');

-- example: it is said which limit was in force, for a step and for what changes no matter
-- now: 2026-11-24 10:00:01
-- findings: 3 refuse
-- says: TS-2026-0001: "received" was recorded 3 h after it happened, over 2 h, without a reason
-- says: record.late_after: "recorded" was recorded 25 h after it happened, over 24 h, without a reason
-- says: chen: "recorded" was recorded 3 h after it happened, over 2 h, without a reason
INSERT INTO given_policy (key, value, at)
VALUES ('record.late_after', '2h', '2026-11-23 09:00:00'), ('record.late_after', '1h', '2026-11-24 10:00:00');
INSERT INTO given_complaint (id, at, recorded_at) VALUES (1, '2026-11-23 09:00:00', '2026-11-23 12:00:00');
INSERT INTO given_deed (subject, at, recorded_at)
VALUES ('record.late_after', '2026-11-23 09:00:00', '2026-11-24 10:00:00'), ('chen', '2026-11-23 09:00:01', '2026-11-23 12:00:01');
