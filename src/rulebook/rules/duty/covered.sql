-- id: duty.covered
-- clause: 1.9
-- severity: breach
-- judges: shift
-- blamed: officer
-- title.zh: 二十四小时有人在岗
-- title.en: Somebody is on duty round the clock
-- message.zh: {subject} 之后无人在岗:{gap_from_at} 至 {gap_until_at},共 {gap_for}
-- message.en: after {subject} nobody was on duty: {gap_from_at} to {gap_until_at}, {gap_for}
-- remedy.zh: 上岗并登记:huiyin duty start;当班人已离开的:huiyin duty takeover --since … --reason left
-- remedy.en: start a shift: huiyin duty start; if the officer is gone: huiyin duty takeover --since … --reason left
-- reads: shift matter
WITH ended AS (
    SELECT m.no, m.id, m.officer, m.at AS started_at, m.closed_at AS gap_from_at,
           -- Whoever began last by then: in force still, or the gap is open.
           (SELECT d.id FROM shifts d WHERE d.started_at <= m.closed_at AND d.id <> m.id
            ORDER BY d.started_at DESC, d.id DESC LIMIT 1) AS last,
           coalesce((SELECT n.started_at FROM shifts n WHERE n.started_at > m.closed_at
                     ORDER BY n.started_at LIMIT 1), now()) AS gap_until_at
    FROM scope_shift m WHERE m.closed_at IS NOT NULL
)
SELECT e.no AS subject, e.gap_from_at AS since, e.gap_from_at, e.gap_until_at,
       e.gap_until_at - e.gap_from_at AS gap_for, e.gap_until_at = now() AS mendable,
       e.officer AS blamed
FROM ended e
WHERE e.gap_from_at < e.gap_until_at
  AND NOT EXISTS (SELECT 1 FROM shifts d
                  WHERE d.id = e.last
                    AND (d.ended_at IS NULL OR d.ended_at > e.gap_from_at
                         -- Of two that end in one second the later one opens the stretch.
                         OR d.ended_at = e.gap_from_at AND (d.started_at, d.id) > (e.started_at, e.id)));

-- example: handed over in the same second
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at) VALUES (1, '2026-11-23 16:00:00');
INSERT INTO given_shift (id, at, officer) VALUES (2, '2026-11-23 16:00:00', 2);

-- example: a gap of one second
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at, what) VALUES (1, '2026-11-23 16:00:00', 'end');
INSERT INTO given_shift (id, at, officer) VALUES (2, '2026-11-23 16:00:01', 2);

-- example: in the second it ends no stretch has passed
-- now: 2026-11-23 16:00:00
-- findings: 0
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at, what) VALUES (1, '2026-11-23 16:00:00', 'end');

-- example: and one second later one has
-- now: 2026-11-23 16:00:01
-- findings: 1 breach
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at, what) VALUES (1, '2026-11-23 16:00:00', 'end');

-- example: one finding for each stretch
-- now: 2026-11-30 00:00:00
-- findings: 2 breach
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at, what) VALUES (1, '2026-11-23 16:00:00', 'end');
INSERT INTO given_shift (id, at) VALUES (2, '2026-11-23 17:00:00');
INSERT INTO given_shift_end (shift, at, what) VALUES (2, '2026-11-24 00:00:00', 'end');

-- example: handed over and left in the same second it is one stretch
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at) VALUES (1, '2026-11-23 16:00:00');
INSERT INTO given_shift (id, at) VALUES (2, '2026-11-23 16:00:00');
INSERT INTO given_shift_end (shift, at, what) VALUES (2, '2026-11-23 16:00:00', 'end');

-- example: the second shift began a second before the first, and goes on
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at) VALUES (1, '2026-11-23 16:00:00');
INSERT INTO given_shift (id, at, officer) VALUES (2, '2026-11-23 07:59:59', 2);

-- example: a shift that ended before it began, beside one that was left unmanned
-- now: 2026-11-30 00:00:00
-- findings: 2 breach
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 17:00:01');
INSERT INTO given_shift_end (shift, at, what) VALUES (1, '2026-11-23 16:00:00', 'end');
INSERT INTO given_shift (id, at) VALUES (2, '2026-11-23 17:00:00');
INSERT INTO given_shift_end (shift, at, what) VALUES (2, '2026-11-24 00:00:00', 'end');

-- example: the next shift begins in the second the post was left; after that one nobody comes
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at, what) VALUES (1, '2026-11-23 17:00:00', 'end');
INSERT INTO given_shift (id, at) VALUES (2, '2026-11-23 17:00:00');
INSERT INTO given_shift_end (shift, at, what) VALUES (2, '2026-11-24 00:00:00', 'end');

-- equivalent: m.closed_at IS NOT NULL => true
-- because: a shift that has not ended has no stretch behind it: its time compares with nothing

-- equivalent: (d.started_at, d.id) > (e.started_at, e.id) => (d.started_at, d.id) >= (e.started_at, e.id)
-- because: the last one is never the shift itself
