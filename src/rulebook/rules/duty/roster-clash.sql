-- id: duty.roster-clash
-- clause: 1.2
-- severity: refuse
-- judges: roster
-- blames: step
-- blamed: doer
-- title.zh: 排班不得冲突
-- title.en: Roster entries do not clash
-- message.zh: {subject}({from_at} 起)与 {other}({other_at} 起)冲突:{person}{why_zh}
-- message.en: {subject} (from {from_at}) clashes with {other} (from {other_at}): {person}{why_en}
-- remedy.zh: 改时间,或先作废原排班:huiyin void {other} --reason …
-- remedy.en: choose other times, or void the other entry first: huiyin void {other} --reason …
-- reads: roster roster_mate
WITH over_each_other AS (
    SELECT m.no AS subject, m.at AS since, s.id AS row, o.no AS other, m.from_at, o.from_at AS other_at,
           m.sort = o.sort AS same_sort,
           -- Whoever is on both, to answer for it or with others.
           (SELECT group_concat(p.login, ' ') FROM main.staff p
            WHERE p.id IN (SELECT m.staff UNION ALL SELECT k.staff FROM main.roster_mate k WHERE k.entry = m.id)
              AND p.id IN (SELECT o.staff UNION ALL SELECT k.staff FROM main.roster_mate k WHERE k.entry = o.id)) AS twice
    FROM scope_roster m
    CROSS JOIN steps s ON s.matter = m.id AND s.seq = 1
    CROSS JOIN roster_entries o ON o.id <> m.id AND o.from_at BETWEEN m.from_at - 259200 AND m.until_at
    WHERE o.from_at < m.until_at AND o.until_at > m.from_at
)
SELECT subject, since, row, other, from_at, other_at,
       coalesce(twice, '') AS person,
       iif(twice IS NULL, '同类班次重叠', ' 同时排了两个班') AS why_zh,
       iif(twice IS NULL, 'two of one kind over each other', ' would be on twice') AS why_en
FROM over_each_other
WHERE twice IS NOT NULL OR same_sort;

-- example: one after the other
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_roster (id, from_at, until_at) VALUES (8, '2026-11-23 16:00:00', '2026-11-24 00:00:00');

-- example: over each other by a second
-- now: 2026-11-30 00:00:00
-- findings: 2 refuse
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_roster (id, from_at, until_at) VALUES (8, '2026-11-23 15:59:59', '2026-11-24 00:00:00');

-- example: of two kinds by two people at once
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_roster (id, from_at, until_at, sort) VALUES (8, '2026-11-23 08:00:00', '2026-11-24 00:00:00', 'overnight');

-- example: of two kinds by one person
-- now: 2026-11-30 00:00:00
-- findings: 2 refuse
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_roster (id, staff, from_at, until_at, sort) VALUES (8, 2, '2026-11-23 15:00:00', '2026-11-24 00:00:00', 'overnight');

-- example: of two kinds by people who are with others on one or both
-- now: 2026-11-30 00:00:00
-- findings: 2 refuse
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_roster (id, staff, from_at, until_at, sort) VALUES (8, 3, '2026-11-23 15:59:59', '2026-11-24 00:00:00', 'overnight');
INSERT INTO roster_mate (entry, staff) VALUES (9, 1), (8, 1);

-- example: with others on one shift and then another
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_roster (id, staff, from_at, until_at, sort) VALUES (8, 3, '2026-11-23 16:00:00', '2026-11-24 00:00:00', 'overnight');
INSERT INTO roster_mate (entry, staff) VALUES (9, 1), (8, 2);

-- example: the one who answers for one shift is with others on the next that begins too early
-- now: 2026-11-30 00:00:00
-- findings: 2 refuse
INSERT INTO given_roster (id, staff, from_at, until_at) VALUES (9, 2, '2026-11-23 08:00:00', '2026-11-23 16:00:00');
INSERT INTO given_roster (id, staff, from_at, until_at, sort) VALUES (8, 3, '2026-11-23 15:59:59', '2026-11-24 00:00:00', 'overnight');
INSERT INTO roster_mate (entry, staff) VALUES (8, 2);

-- example: a day and a night over each other, one of them with a second person
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_roster (id, staff, sort, from_at, until_at)
VALUES (1, 1, 'day', '2026-11-23 08:00:00', '2026-11-23 20:00:00'), (2, 3, 'overnight', '2026-11-23 19:00:00', '2026-11-24 08:00:00');
INSERT INTO roster_mate (entry, staff) VALUES (1, 2);

-- example: one person on both, and somebody made a note of it
-- now: 2026-11-25 00:00:00
-- findings: 2 refuse
-- says: chen would be on twice
-- says: chen 同时排了两个班
INSERT INTO given_roster (id, staff, sort, from_at, until_at)
VALUES (1, 1, 'day', '2026-11-23 08:00:00', '2026-11-23 20:00:00'), (2, 1, 'overnight', '2026-11-23 19:00:00', '2026-11-24 08:00:00');
INSERT INTO given_step (matter, what, at, text) VALUES (1, 'note', '2026-11-02 00:00:00', '与夜班重叠一小时');

-- equivalent: o.from_at BETWEEN m.from_at - 259200 AND m.until_at => o.from_at BETWEEN 1 + m.from_at - 259200 AND m.until_at
-- equivalent: o.from_at BETWEEN m.from_at - 259200 AND m.until_at => o.from_at BETWEEN m.from_at - 259200 AND m.until_at - 1
-- equivalent: o.from_at BETWEEN m.from_at - 259200 AND m.until_at => o.from_at BETWEEN m.from_at - 259201 AND m.until_at
-- equivalent: o.from_at BETWEEN m.from_at - 259200 AND m.until_at => o.from_at BETWEEN m.from_at - 259199 AND m.until_at
-- equivalent: o.from_at BETWEEN m.from_at - 259200 AND m.until_at => true
-- because: no entry is longer than three days, so what begins earlier is over; it is said so that the index is used
