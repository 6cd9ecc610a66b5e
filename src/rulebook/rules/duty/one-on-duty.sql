-- id: duty.one-on-duty
-- clause: 1.9
-- severity: refuse
-- judges: shift
-- blames: step
-- blamed: doer
-- title.zh: 同时只有一人当班
-- title.en: One officer on duty at a time
-- message.zh: {other} 正在当班({officer}),不能再开始 {subject}
-- message.en: {other} ({officer}) is on duty; {subject} cannot start
-- remedy.zh: 由当班人交班:huiyin duty handover --to 登录名;当班人已不在的:huiyin duty takeover --since … --reason left|ill|unreachable
-- remedy.en: have them hand over: huiyin duty handover --to LOGIN; if they are gone: huiyin duty takeover --since … --reason left|ill|unreachable
-- reads: shift
WITH begun AS (
    SELECT m.id, m.no, m.at, m.closed_at,
           (SELECT d.id FROM shifts d WHERE d.started_at <= m.at AND d.id <> m.id
            ORDER BY d.started_at DESC, d.id DESC LIMIT 1) AS before,
           (SELECT d.id FROM shifts d WHERE d.started_at > m.at AND d.id <> m.id
            ORDER BY d.started_at, d.id LIMIT 1) AS after
    FROM scope_shift m
)
SELECT b.no AS subject, b.at AS since, s.id AS row, o.no AS other, login_of(o.officer) AS officer
FROM begun b
CROSS JOIN steps s ON s.matter = b.id AND s.seq = 1
CROSS JOIN shifts o ON o.id IN (b.before, b.after)
WHERE (o.id = b.before AND (o.ended_at IS NULL OR o.ended_at > b.at))
   OR (o.id = b.after AND (b.closed_at IS NULL OR b.closed_at > o.started_at));

-- example: after the end of the one before
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at) VALUES (1, '2026-11-23 16:00:00');
INSERT INTO given_shift (id, at) VALUES (2, '2026-11-23 16:00:00');

-- example: one second before it
-- now: 2026-11-30 00:00:00
-- findings: 2 refuse
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at) VALUES (1, '2026-11-23 16:00:00');
INSERT INTO given_shift (id, at) VALUES (2, '2026-11-23 15:59:59');

-- example: while another has no end yet
-- now: 2026-11-30 00:00:00
-- findings: 2 refuse
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift (id, at) VALUES (2, '2026-11-25 08:00:00');

-- example: a shift that began and ended in one second is no other; the next begins in that second
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 16:00:00');
INSERT INTO given_shift_end (shift, at) VALUES (1, '2026-11-23 16:00:00');
INSERT INTO given_shift (id, at) VALUES (2, '2026-11-23 16:00:00');

-- equivalent: d.id <> m.id => true (2)
-- because: what began later is never the shift itself

-- equivalent: o.id IN (b.before, b.after) => true
-- because: the conditions below say the same; it is said so that no other shift is looked at
