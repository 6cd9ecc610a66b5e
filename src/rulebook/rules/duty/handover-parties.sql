-- id: duty.handover-parties
-- clause: 1.9
-- severity: refuse
-- judges: shift
-- blames: step
-- blamed: doer
-- title.zh: 交班要交给在职的另一人
-- title.en: A shift is handed over to somebody else on the staff
-- message.zh: {subject} 不能交给 {relief}:{why_zh}
-- message.en: {subject} cannot be handed over to {relief}: {why_en}
-- remedy.zh: 交给在职的另一人:--to 登录名
-- remedy.en: hand over to somebody else who is on the staff: --to LOGIN
-- reads: step handover
SELECT m.no AS subject, s.at AS since, s.id AS row, login_of(s.to_staff) AS relief,
       iif(s.to_staff = m.officer, '就是当班人自己', '已离职') AS why_zh,
       iif(s.to_staff = m.officer, 'that is the officer on duty', 'they have left') AS why_en
FROM scope_shift m JOIN steps s ON s.matter = m.id AND s.what = 'handover'
WHERE s.to_staff = m.officer OR has_left(s.to_staff, s.at, s.recorded_at);

-- example: to a colleague
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at) VALUES (1, '2026-11-23 16:00:00');

-- example: to oneself
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at, to_staff) VALUES (1, '2026-11-23 16:00:00', 1);

-- example: to someone who left in that second and to one who leaves later
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
-- since: 2026-11-23 16:00:00
-- says: ZB-2026-0001 cannot be handed over to sun: they have left
-- says: ZB-2026-0001 不能交给 sun:已离职
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_staff (id, role, superior, at, has_left) VALUES (2, 'steward', 3, '2026-11-23 16:00:00', 1), (5, 'technician', 3, '2026-11-23 16:00:01', 1);
INSERT INTO given_shift_end (shift, at) VALUES (1, '2026-11-23 16:00:00');
INSERT INTO given_shift (id, at) VALUES (2, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at, to_staff) VALUES (2, '2026-11-23 16:00:00', 5);

-- example: ending the post is no handover
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at, what, to_staff) VALUES (1, '2026-11-23 16:00:00', 'end', 1);
