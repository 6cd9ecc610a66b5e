-- id: duty.rulebook-acknowledged
-- clause: 1.1
-- severity: breach
-- judges: shift
-- blamed: officer
-- title.zh: 上岗前签收现行制度
-- title.en: The rulebook in force is acknowledged
-- message.zh: {officer} 上岗({subject})前没有签收第 {edition} 版制度
-- message.en: {officer} started {subject} without acknowledging edition {edition} of the rulebook
-- remedy.zh: 由本人先签收:huiyin rules acknowledge;由本人登记交接的加 --acknowledge;来不及的用 --as-happened 据实登记
-- remedy.en: {officer} acknowledges it first: huiyin rules acknowledge; or the relief records the handover with --acknowledge; or record it with --as-happened REASON
-- reads: shift shift_mate
SELECT m.no AS subject, m.at AS since, login_of(p.id) AS officer, policy('rulebook.edition', m.at) AS edition,
       0 AS mendable, p.id AS blamed,
       (SELECT max(h.id) FROM main.step h WHERE h.what = 'handover' AND h.at = m.at AND h.to_staff = p.id AND NOT has_left(p.id, m.at)
          AND p.id = m.officer) AS avoidable
FROM scope_shift m
JOIN main.staff p ON p.id IN (SELECT m.officer UNION ALL SELECT k.staff FROM main.shift_mate k WHERE k.shift = m.id)
WHERE NOT EXISTS (SELECT 1 FROM main.acknowledgement k
                  WHERE k.staff = p.id AND k.plan IS NULL AND k.at <= m.at
                    AND k.edition = policy('rulebook.edition', m.at));

-- example: acknowledged in that second
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_acknowledgement (staff, at) VALUES (1, '2026-11-23 08:00:00');

-- example: a second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
-- says: chen started ZB-2026-0001 without acknowledging edition 1 of the rulebook
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_acknowledgement (staff, at) VALUES (1, '2026-11-23 08:00:01');

-- example: one who is with the officer has not and another has
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO shift_mate (shift, staff) VALUES (1, 2), (1, 3);
INSERT INTO given_acknowledgement (staff, at) VALUES (1, '2026-11-23 08:00:00'), (2, '2026-11-23 08:00:00'), (3, '2026-11-23 08:00:01');

-- example: an edition of old
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_policy (key, value, at) VALUES ('rulebook.edition', '2', '2026-11-23 08:00:00');
INSERT INTO given_acknowledgement (staff, at) VALUES (1, '2026-11-20 08:00:00');

-- example: one that came into force later
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_policy (key, value, at) VALUES ('rulebook.edition', '2', '2026-11-23 08:00:01');
INSERT INTO given_acknowledgement (staff, at) VALUES (1, '2026-11-20 08:00:00');

-- example: acknowledged a second after the shift began, in the edition of those days
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
-- says: chen started ZB-2026-0001 without acknowledging edition 1 of the rulebook
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-20 07:59:59');
INSERT INTO given_policy (key, value, at) VALUES ('rulebook.edition', '2', '2026-11-23 08:00:00');
INSERT INTO given_acknowledgement (staff, at) VALUES (1, '2026-11-20 08:00:00');

-- example: a plan was acknowledged, which is not the rulebook
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_plan (id, name, at) VALUES (1, '火灾', '2026-11-01 00:00:00');
INSERT INTO given_acknowledgement (staff, plan, at) VALUES (1, 1, '2026-11-23 08:00:00');

-- example: taken over at a handover, where the relief could have acknowledged it first
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
-- blamed: sun
-- says: sun acknowledges it first: huiyin rules acknowledge
INSERT INTO given_acknowledgement (staff, at) VALUES (1, '2026-11-02 08:00:00');
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at, to_staff) VALUES (1, '2026-11-23 20:00:00', 2);
INSERT INTO given_shift (id, at, officer) VALUES (2, '2026-11-23 20:00:00', 2);

-- example: one's own start, in the second of another handover, of a complaint taken and a day after a handover to them, is a fact
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
-- blamed: sun
-- unsaid: acknowledges it first
INSERT INTO given_acknowledgement (staff, at) VALUES (1, '2026-11-02 08:00:00');
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-22 08:00:00');
INSERT INTO given_shift_end (shift, at, to_staff) VALUES (1, '2026-11-22 20:00:00', 2);
INSERT INTO given_shift (id, at) VALUES (2, '2026-11-22 21:00:00');
INSERT INTO given_shift_end (shift, at, to_staff) VALUES (2, '2026-11-23 08:00:00', 3);
INSERT INTO given_complaint (id, at) VALUES (3, '2026-11-23 07:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (3, 'assign', '2026-11-23 08:00:00', 2);
INSERT INTO given_shift (id, at, officer) VALUES (4, '2026-11-23 08:00:00', 2);

-- example: handed over to somebody of whom a departure was on record
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
-- unsaid: acknowledges it first
INSERT INTO given_acknowledgement (staff, at) VALUES (1, '2026-11-02 08:00:00');
INSERT INTO given_staff (id, role, superior, at, has_left) VALUES (2, 'steward', 3, '2026-11-23 00:00:00', 1);
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at, to_staff) VALUES (1, '2026-11-23 20:00:00', 2);
INSERT INTO given_shift (id, at, officer) VALUES (2, '2026-11-23 20:00:00', 2);

-- example: handed over to one who is on with another, who answers for the post
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
-- blamed: wu
-- unsaid: acknowledges it first
INSERT INTO given_acknowledgement (staff, at) VALUES (1, '2026-11-02 08:00:00'), (2, '2026-11-02 08:00:00');
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at, to_staff) VALUES (1, '2026-11-23 20:00:00', 5);
INSERT INTO given_shift (id, at, officer) VALUES (2, '2026-11-23 20:00:00', 2);
INSERT INTO shift_mate (shift, staff) VALUES (2, 5);
