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

-- example: beside another: one who is with the officer has not and another has
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO shift_mate (shift, staff) VALUES (1, 2), (1, 3);
INSERT INTO given_acknowledgement (staff, at) VALUES (1, '2026-11-23 08:00:00'), (2, '2026-11-23 08:00:00'), (3, '2026-11-23 08:00:01');INSERT INTO given_shift (id, at) VALUES (51, '2026-11-23 08:00:00');
INSERT INTO given_acknowledgement (staff, at) VALUES (1, '2026-11-23 08:00:00');

-- example: an edition of old; two of its times are a second apart
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
-- says: chen started ZB-2026-0001 without acknowledging edition 1 of the rulebook
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-20 07:59:59');
INSERT INTO given_policy (key, value, at) VALUES ('rulebook.edition', '2', '2026-11-23 08:00:00');
INSERT INTO given_acknowledgement (staff, at) VALUES (1, '2026-11-20 08:00:00');

-- example: acknowledged in that second (told for duty.plans-acknowledged)
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_plan (id, name, at) VALUES (1, '火灾', '2026-11-01 00:00:00');
INSERT INTO given_acknowledgement (staff, plan, at) VALUES (1, 1, '2026-11-23 08:00:00');
