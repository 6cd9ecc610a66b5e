-- id: duty.missed-post
-- clause: 1.4
-- severity: breach
-- judges: post
-- blamed: rostered
-- form: clock
-- limit: duty.start_grace
-- due: take-up
-- title.zh: 不得漏岗
-- title.en: No rostered shift is missed
-- message.zh: {subject}({person})应在 {due} 前有人上岗,已超时 {late}
-- message.en: {subject} ({person}) was to be started by {due}; late by {late}
-- remedy.zh: 上岗并登记:huiyin duty start 或 huiyin duty handover;漏岗的由主管立案:huiyin conduct record {person} --kind missed-post
-- remedy.en: start it: huiyin duty start or huiyin duty handover; for whoever missed it a manager opens a case: huiyin conduct record {person} --kind missed-post
-- reads: roster roster_mate shift
WITH longest AS (
    SELECT max(coalesce(ended_at, now()) - started_at) AS span FROM shifts
)
SELECT r.no AS subject, r.since_at AS started,
       r.since_at + policy('duty.start_grace', r.since_at) AS due, NULL AS stopped, login_of(r.staff) AS person,
       r.staff AS blamed,
       coalesce(
           -- One of those rostered, or who stands in for them, answers for the post already and goes on.
           (SELECT r.from_at FROM shifts c
            WHERE (r.staff IN (c.officer, c.substitute_for)
                   OR EXISTS (SELECT 1 FROM main.roster_mate k
                              WHERE k.entry = r.id AND k.staff IN (c.officer, c.substitute_for)))
              AND c.started_at BETWEEN r.from_at - (SELECT span FROM longest) AND r.from_at
              AND (c.ended_at IS NULL OR c.ended_at > r.from_at) LIMIT 1),
           (SELECT min(t.started_at) FROM attended_shift t
            WHERE t.started_at BETWEEN r.from_at - 3600 AND r.until_at AND t.entry = r.id)) AS met
-- What is decided after it began is to be taken up from then, if there is time for it before its end.
FROM (SELECT *, max(from_at, decided_at) AS since_at FROM roster_entries) r
WHERE r.since_at <= now()
  AND (r.since_at = r.from_at OR r.since_at + policy('duty.start_grace', r.since_at) <= r.until_at)
  -- missed: AND NOT EXISTS (SELECT 1 FROM plain_posts p WHERE p.id = r.id)
  -- asked: AND r.id IN (SELECT id FROM temp.asked_post)
;

-- example: in the last second of ten minutes
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_shift (id, at, officer) VALUES (1, '2026-11-23 08:10:00', 2);

-- example: one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_shift (id, at, officer) VALUES (1, '2026-11-23 08:10:01', 2);

-- example: nobody came
-- now: 2026-11-23 08:10:01
-- findings: 1 breach
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');

-- example: there is time yet
-- now: 2026-11-23 08:10:00
-- findings: 0
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');

-- example: by a substitute
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_shift (id, at, substitute_for) VALUES (1, '2026-11-23 08:00:00', 2);

-- example: by one who is rostered with others, who then goes on
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (8, 3, '2026-11-23 16:00:00', '2026-11-24 00:00:00');
INSERT INTO roster_mate (entry, staff) VALUES (9, 1), (8, 1);
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');

-- example: who is only with others on the shift that goes on covers nothing
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_shift (id, at, officer) VALUES (1, '2026-11-23 03:00:00', 3);
INSERT INTO shift_mate (shift, staff) VALUES (1, 2);

-- example: the same officer goes on and another who goes on does not take it up
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (8, 1, '2026-11-23 16:00:00', '2026-11-24 00:00:00');
INSERT INTO given_shift (id, at, officer) VALUES (1, '2026-11-23 03:00:00', 2);

-- example: who stands in already goes on for them and whoever stands in for another does not
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (8, 3, '2026-11-23 16:00:00', '2026-11-24 00:00:00');
INSERT INTO given_shift (id, at, substitute_for) VALUES (1, '2026-11-23 03:00:00', 2);

-- example: entered while it was on it is to be taken up from then
-- now: 2026-11-23 12:10:00
-- findings: 0
INSERT INTO given_roster (id, staff, from_at, until_at, at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00', '2026-11-23 12:00:00');

-- example: and not a second after ten minutes of it
-- now: 2026-11-23 12:10:01
-- findings: 1 breach
INSERT INTO given_roster (id, staff, from_at, until_at, at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00', '2026-11-23 12:00:00');

-- example: entered in the last second in which ten minutes are left it binds and a second later, or over, it binds nobody
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_roster (id, staff, from_at, until_at, at)
VALUES (9, 2, '2026-11-22 08:00:00', '2026-11-22 16:00:00', '2026-11-22 15:50:00'), (8, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00', '2026-11-23 15:50:01'),
       (7, 2, '2026-11-24 08:00:00', '2026-11-24 16:00:00', '2026-11-25 08:00:00');

-- example: entered after whoever is rostered began
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_shift (id, at, officer) VALUES (1, '2026-11-23 08:00:00', 2);
INSERT INTO given_roster (id, staff, from_at, until_at, at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00', '2026-11-23 12:00:00');

-- example: one second later, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_shift (id, at, officer) VALUES (1, '2026-11-23 08:10:01', 2);
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (59, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_shift (id, at, officer) VALUES (51, '2026-11-23 08:10:00', 2);

-- example: in the last second of ten minutes, whatever is set later
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_shift (id, at, officer) VALUES (1, '2026-11-23 08:10:00', 2);
INSERT INTO given_policy (key, value, at) VALUES ('duty.start_grace', '1s', '2026-11-30 00:00:00');

-- example: rostered for no time at all, and come ten minutes later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 08:00:00');
INSERT INTO given_shift (id, at, officer) VALUES (1, '2026-11-23 08:10:00', 2);

-- example: rostered for ten minutes, and come in their last second
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 08:10:00');
INSERT INTO given_shift (id, at, officer) VALUES (1, '2026-11-23 08:10:00', 2);

-- example: an entry that ends before it begins, taken up by a substitute in its first second
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 07:59:59');
INSERT INTO given_shift (id, at, substitute_for) VALUES (1, '2026-11-23 08:00:00', 2);

-- example: one who is on duty already goes on for those they are rostered with, not for others
-- now: 2026-11-23 09:00:00
-- findings: 2 breach
-- blamed: ma
INSERT INTO given_shift (id, at, officer) VALUES (1, '2026-11-22 20:00:00', 2);
INSERT INTO given_roster (id, staff, sort, from_at, until_at)
VALUES (2, 1, 'day', '2026-11-23 08:00:00', '2026-11-23 20:00:00'), (3, 3, 'overnight', '2026-11-23 08:00:00', '2026-11-23 20:00:00'),
       (4, 6, 'overnight', '2026-11-23 08:00:00', '2026-11-23 20:00:00');
INSERT INTO roster_mate (entry, staff) VALUES (2, 2), (4, 5);

-- example: whose shift ended in the second the next was to begin does not go on in it
-- now: 2026-11-24 00:00:00
-- findings: 1 breach
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-22 20:00:00');
INSERT INTO given_shift_end (shift, at, what) VALUES (1, '2026-11-23 08:00:00', 'end');
INSERT INTO given_roster (id, from_at, until_at) VALUES (2, '2026-11-23 08:00:00', '2026-11-23 20:00:00');

-- example: whose shift ended a second later went on in it
-- now: 2026-11-24 00:00:00
-- findings: 0
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-22 20:00:00');
INSERT INTO given_shift_end (shift, at, what) VALUES (1, '2026-11-23 08:00:01', 'end');
INSERT INTO given_roster (id, from_at, until_at) VALUES (2, '2026-11-23 08:00:00', '2026-11-23 20:00:00');

-- example: taken up an hour ahead to the second
-- now: 2026-11-23 09:00:00
-- findings: 0
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 07:00:00');
INSERT INTO given_shift_end (shift, at, what) VALUES (1, '2026-11-23 07:30:00', 'end');
INSERT INTO given_roster (id, from_at, until_at) VALUES (2, '2026-11-23 08:00:00', '2026-11-23 20:00:00');

-- example: taken up an hour ahead to the second by a substitute, and of another a second sooner
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
INSERT INTO given_shift (id, at, substitute_for) VALUES (1, '2026-11-23 07:00:00', 2), (2, '2026-11-24 06:59:59', 2);
INSERT INTO given_shift_end (shift, at, what) VALUES (1, '2026-11-23 07:30:00', 'end'), (2, '2026-11-24 07:30:00', 'end');
INSERT INTO given_roster (id, staff, from_at, until_at)
VALUES (3, 2, '2026-11-23 08:00:00', '2026-11-23 20:00:00'), (4, 2, '2026-11-24 08:00:00', '2026-11-24 20:00:00');

-- example: rostered for ten minutes, and a substitute comes in their last second
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 08:10:00');
INSERT INTO given_shift (id, at, substitute_for) VALUES (1, '2026-11-23 08:10:00', 2);

-- example: one is taken up by whom it names and the next by nobody
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_roster (id, staff, from_at, until_at)
VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00'), (8, 3, '2026-11-23 16:00:00', '2026-11-24 00:00:00');
INSERT INTO given_shift (id, at, officer) VALUES (1, '2026-11-23 08:05:00', 2);

-- example: entered half an hour before its end, when ten minutes were given; that an hour is given later takes nothing back
-- now: 2026-11-26 00:00:00
-- findings: 1 breach
INSERT INTO given_roster (id, from_at, until_at, at) VALUES (2, '2026-11-23 08:00:00', '2026-11-23 12:00:00', '2026-11-23 11:30:00');
INSERT INTO given_policy (key, value, at) VALUES ('duty.start_grace', '1h', '2026-11-25 00:00:00');

-- equivalent: c.started_at BETWEEN r.from_at - (SELECT sp … ongest) AND r.from_at => c.started_at BETWEEN 1 + r.from_at - (SELEC … ongest) AND r.from_at
-- because: a shift as long as the longest, begun so long before to the second, is over by then

-- equivalent: t.started_at BETWEEN r.from_at - 3600 AND r.until_at => t.started_at BETWEEN r.from_at - 3601 AND r.until_at
-- because: no shift takes up what begins more than an hour later

-- equivalent: r.since_at <= now() => r.since_at < now()
-- equivalent: r.since_at <= now() => true
-- because: what begins now or later is not past its limit; it is said so that it stands in no list of deadlines before it begins
