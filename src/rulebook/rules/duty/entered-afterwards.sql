-- id: duty.entered-afterwards
-- clause: 1.9
-- severity: notice
-- judges: shift
-- blamed: officer
-- title.zh: 事后补录的班
-- title.en: A shift entered afterwards
-- message.zh: {subject} 是 {recorder} 在它结束 {late_for}后补录的
-- message.en: {subject} was entered by {recorder} {late_for} after it had ended
-- remedy.zh: 当班时就登记:huiyin duty start
-- remedy.en: record a shift while on duty: huiyin duty start
-- reads: shift
SELECT m.no AS subject, m.closed_at AS since, login_of(s.recorder) AS recorder,
       s.recorded_at - m.closed_at AS late_for, m.officer AS blamed
FROM scope_shift m
JOIN main.shift h ON h.id = m.id
JOIN steps s ON s.matter = m.id AND s.seq = 1
WHERE h.entered_afterwards AND m.closed_at IS NOT NULL;

-- example: entered a day after it had ended
-- now: 2026-11-30 00:00:00
-- findings: 1 notice
-- says: ZB-2026-0001 was entered by chen -8 h after it had ended
INSERT INTO given_shift (id, at, officer) VALUES (1, '2026-11-23 00:00:00', 1);
INSERT INTO given_step (matter, what, at) VALUES (1, 'end', '2026-11-23 08:00:00');
UPDATE matter SET closed_at = unixepoch('2026-11-23 08:00:00') WHERE id = 1;
UPDATE shift SET entered_afterwards = 1 WHERE id = 1;

-- example: one that was written down while it was held
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_shift (id, at, officer) VALUES (1, '2026-11-23 00:00:00', 1);
INSERT INTO given_step (matter, what, at) VALUES (1, 'end', '2026-11-23 08:00:00');
UPDATE matter SET closed_at = unixepoch('2026-11-23 08:00:00') WHERE id = 1;

-- example: entered a day after it had ended; asked in that second
-- now: 2026-11-23 00:00:00
-- findings: 0
INSERT INTO given_shift (id, at, officer) VALUES (1, '2026-11-23 00:00:00', 1);
INSERT INTO given_step (matter, what, at) VALUES (1, 'end', '2026-11-23 08:00:00');
UPDATE matter SET closed_at = unixepoch('2026-11-23 08:00:00') WHERE id = 1;
UPDATE shift SET entered_afterwards = 1 WHERE id = 1;

-- example: of two shifts the one that a manager entered later is told of, once
-- now: 2026-11-25 00:00:00
-- findings: 1 notice
-- says: ZB-2026-0001
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 00:00:00'), (2, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at, what) VALUES (1, '2026-11-23 08:00:00', 'end'), (2, '2026-11-23 16:00:00', 'end');
UPDATE shift SET entered_afterwards = 1 WHERE id = 1;
