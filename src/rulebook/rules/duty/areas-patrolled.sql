-- id: duty.areas-patrolled
-- clause: 1.8
-- severity: breach
-- judges: shift
-- blamed: officer
-- title.zh: 重要部位巡查
-- title.en: Key areas are inspected
-- message.zh: {subject} 没有按规定巡查:{areas}(每班 {needed} 次)
-- message.en: {subject}: not inspected often enough: {areas} ({needed} per shift)
-- remedy.zh: 巡查过的补登:huiyin duty patrol 部位 --result ok --at …
-- remedy.en: if they were inspected, record it: huiyin duty patrol AREA --result ok --at …
-- reads: patrol matter step
WITH owed AS (
    SELECT m.id, m.no, m.officer, m.closed_at, a.name, policy('duty.patrols_per_shift', m.at) AS needed,
           (SELECT count(*) FROM steps s JOIN main.patrol p ON p.step = s.id
            WHERE s.matter = m.id AND p.area = a.id) AS done
    FROM scope_shift m
    JOIN main.area a ON a.added_at <= m.at AND (a.retired_at IS NULL OR a.retired_at > m.closed_at)
    WHERE m.closed_at IS NOT NULL
)
SELECT no AS subject, closed_at AS since, group_concat(name || ' ' || done, '、') AS areas, needed,
       officer AS blamed
FROM owed WHERE done < needed GROUP BY id;

-- example: each once
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_area (id, name) VALUES (1, '水泵房'), (2, '配电室');
INSERT INTO given_patrol (shift, area, at) VALUES (1, 1, '2026-11-23 09:00:00'), (1, 2, '2026-11-23 16:00:00');
INSERT INTO given_shift_end (shift, at) VALUES (1, '2026-11-23 16:00:00');

-- example: one of them not
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_area (id, name) VALUES (1, '水泵房'), (2, '配电室');
INSERT INTO given_patrol (shift, area, at) VALUES (1, 1, '2026-11-23 09:00:00');
INSERT INTO given_shift_end (shift, at) VALUES (1, '2026-11-23 16:00:00');

-- example: added during the shift or retired before its end
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_area (id, name, added_at, retired_at) VALUES (1, '水泵房', '2026-11-23 08:00:01', NULL), (2, '配电室', '2026-01-01 00:00:00', '2026-11-23 16:00:00');
INSERT INTO given_shift_end (shift, at) VALUES (1, '2026-11-23 16:00:00');

-- example: twice where the office asks for it
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_policy (key, value) VALUES ('duty.patrols_per_shift', '2');
INSERT INTO given_area (id, name) VALUES (1, '水泵房');
INSERT INTO given_patrol (shift, area, at) VALUES (1, 1, '2026-11-23 09:00:00');
INSERT INTO given_shift_end (shift, at) VALUES (1, '2026-11-23 16:00:00');

-- example: a shift that goes on owes none yet
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_area (id, name) VALUES (1, '水泵房');

-- example: each once, whatever is set later
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_area (id, name) VALUES (1, '水泵房'), (2, '配电室');
INSERT INTO given_patrol (shift, area, at) VALUES (1, 1, '2026-11-23 09:00:00'), (1, 2, '2026-11-23 16:00:00');
INSERT INTO given_shift_end (shift, at) VALUES (1, '2026-11-23 16:00:00');
INSERT INTO given_policy (key, value, at) VALUES ('duty.patrols_per_shift', '99', '2026-11-30 00:00:00');

-- example: added in the second the shift began, and never looked at; another retired in its last second
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:01');
INSERT INTO given_area (id, name, added_at, retired_at) VALUES (1, '水泵房', '2026-11-23 08:00:01', NULL), (2, '配电室', '2026-01-01 00:00:00', '2026-11-23 16:00:00');
INSERT INTO given_shift_end (shift, at) VALUES (1, '2026-11-23 16:00:00');

-- example: added a second after the shift began; another retired a second after its end, and never looked at
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_area (id, name, added_at, retired_at) VALUES (1, '水泵房', '2026-11-23 08:00:01', NULL), (2, '配电室', '2026-01-01 00:00:00', '2026-11-23 16:00:01');
INSERT INTO given_shift_end (shift, at) VALUES (1, '2026-11-23 16:00:00');

-- example: what another shift inspected is not this one's
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00'), (2, '2026-11-23 16:00:00');
INSERT INTO given_area (id, name) VALUES (1, '锅炉房');
INSERT INTO given_patrol (shift, area, at) VALUES (1, 1, '2026-11-23 09:00:00'), (1, 1, '2026-11-23 12:00:00'), (1, 1, '2026-11-23 13:00:00');
INSERT INTO given_shift_end (shift, at) VALUES (1, '2026-11-23 16:00:00'), (2, '2026-11-23 23:00:00');
