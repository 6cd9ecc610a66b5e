-- id: duty.rostered-officer
-- clause: 1.2
-- severity: refuse
-- judges: shift
-- blames: step
-- blamed: doer
-- title.zh: 按排班上岗
-- title.en: A rostered shift is taken by whoever is rostered
-- message.zh: {entry} 排的是 {rostered},不是 {officer}
-- message.en: {entry} is {rostered}'s shift, not {officer}'s
-- remedy.zh: 替班的写 --substitute-for {rostered} --reason …;排班有误的,由主管作废重排:huiyin void {entry}
-- remedy.en: a substitute adds --substitute-for {rostered} --reason …; if the roster is wrong, a manager voids the entry: huiyin void {entry}
-- reads: shift
SELECT m.no AS subject, m.at AS since, s.id AS row, r.no AS entry, login_of(r.staff) AS rostered,
       login_of(m.officer) AS officer
FROM scope_shift m
JOIN steps s ON s.matter = m.id AND s.seq = 1
JOIN attended_shift t ON t.shift = m.id
JOIN roster_entries r ON r.id = t.entry
WHERE r.staff <> m.officer AND r.staff IS NOT m.substitute_for
  -- What was decided since bound nobody when the shift began.
  AND r.decided_at <= m.at
  AND NOT EXISTS (SELECT 1 FROM main.roster_mate k
                  WHERE k.entry = r.id AND (k.staff = m.officer OR k.staff IS m.substitute_for));

-- example: by the rostered
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_shift (id, at, officer) VALUES (1, '2026-11-23 08:00:00', 2);

-- example: by another an hour early and by a substitute
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 07:00:00');
INSERT INTO given_shift (id, at, substitute_for) VALUES (2, '2026-11-23 08:10:00', 2);

-- example: a second more than an hour early takes up no entry
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 06:59:59');

-- example: in its last second it is the entry in force
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 15:59:59');
INSERT INTO given_shift (id, at) VALUES (2, '2026-11-23 16:00:00');

-- example: made void it binds nobody
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_void (matter, at) VALUES (9, '2026-11-22 08:00:00');
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');

-- example: by one who is rostered with others and by a substitute for such a one
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (8, 2, '2026-11-23 16:00:00', '2026-11-24 00:00:00');
INSERT INTO roster_mate (entry, staff) VALUES (9, 1), (8, 3);
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift (id, at, substitute_for) VALUES (2, '2026-11-23 16:00:00', 3);

-- example: by one who is rostered with others on another shift
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (8, 2, '2026-11-25 08:00:00', '2026-11-25 16:00:00');
INSERT INTO roster_mate (entry, staff) VALUES (8, 1);
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');

-- example: a substitute for the officer in force though the next one's hour is near
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (8, 3, '2026-11-23 16:00:00', '2026-11-24 00:00:00');
INSERT INTO given_shift (id, at, substitute_for) VALUES (1, '2026-11-23 15:59:59', 2);

-- example: entered in the second in which another began it binds and a second after it binds nobody
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_roster (id, staff, from_at, until_at, at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 12:00:00', '2026-11-23 08:00:00');
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_roster (id, staff, from_at, until_at, at) VALUES (8, 2, '2026-11-23 16:00:00', '2026-11-23 20:00:00', '2026-11-23 16:00:01');
INSERT INTO given_shift (id, at) VALUES (2, '2026-11-23 16:00:00');

-- example: one who was rostered with others for the shift before takes up this one, and so does a substitute for one of this one
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (8, 2, '2026-11-23 16:00:00', '2026-11-24 00:00:00');
INSERT INTO roster_mate (entry, staff) VALUES (9, 1), (8, 3);
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 16:00:00');
INSERT INTO given_shift (id, at, substitute_for) VALUES (2, '2026-11-23 16:00:00', 3);

-- example: a note on the shift
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_shift (id, at, officer) VALUES (1, '2026-11-23 08:00:00', 1);
INSERT INTO given_step (matter, what, at, doer, text) VALUES (1, 'note', '2026-11-23 10:00:00', 5, '请看');
