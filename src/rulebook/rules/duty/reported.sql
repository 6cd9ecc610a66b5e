-- id: duty.reported
-- clause: 1.7
-- severity: refuse*
-- judges: shift
-- blames: step
-- blamed: doer
-- title.zh: 交班须汇报
-- title.en: A handover says whom it was reported to
-- message.zh: {subject} 交班没有写明向谁汇报
-- message.en: the handover of {subject} does not say whom it was reported to
-- remedy.zh: 写明 --reported-to 登录名;确实没有汇报的,用 --as-happened 据实登记
-- remedy.en: add --reported-to LOGIN; if it was reported to nobody, record it with --as-happened
-- reads: handover
SELECT m.no AS subject, s.at AS since, s.id AS row
FROM scope_shift m JOIN steps s ON s.matter = m.id AND s.what = 'handover'
JOIN main.handover h ON h.step = s.id
WHERE h.reported_to IS NULL;

-- example: reported to a manager
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at) VALUES (1, '2026-11-23 16:00:00');

-- example: to nobody
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at, reported_to) VALUES (1, '2026-11-23 16:00:00', 0);

-- example: to nobody as it happened
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at, reported_to, as_happened) VALUES (1, '2026-11-23 16:00:00', 0, '主管电话不通');

-- example: one reported to nobody, another to the manager
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at, reported_to) VALUES (1, '2026-11-23 16:00:00', 0);
INSERT INTO given_shift (id, at) VALUES (51, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at) VALUES (51, '2026-11-23 16:00:00');

-- example: ending the post hands nothing over
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at, what, reported_to) VALUES (1, '2026-11-23 16:00:00', 'end', 0);
