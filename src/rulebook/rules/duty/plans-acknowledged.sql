-- id: duty.plans-acknowledged
-- clause: 1.3
-- severity: breach
-- judges: shift
-- blamed: officer
-- title.zh: 上岗前签收应急预案
-- title.en: The emergency plans in force are acknowledged
-- message.zh: {officer} 上岗({subject})前没有签收预案:{plans}
-- message.en: {officer} started {subject} without acknowledging the plans: {plans}
-- remedy.zh: 由本人先签收:huiyin plan acknowledge 预案名称;由本人登记交接的加 --acknowledge;来不及的用 --as-happened 据实登记
-- remedy.en: {officer} acknowledges them first: huiyin plan acknowledge NAME; or the relief records the handover with --acknowledge; or record it with --as-happened REASON
-- reads: shift shift_mate
WITH on_post AS (
    SELECT m.id, m.no, m.at, who.id AS officer, m.officer AS answers
    FROM scope_shift m JOIN main.staff who
      ON who.id IN (SELECT m.officer UNION ALL SELECT k.staff FROM main.shift_mate k WHERE k.shift = m.id)
), in_force AS (
    SELECT m.id, m.no, m.at, m.officer, m.answers, p.id AS plan, p.name, p.edition
    FROM on_post m JOIN main.plan_edition p
      ON p.id = (SELECT e.id FROM main.plan_edition e WHERE e.name = p.name AND max(e.at, e.recorded_at) <= m.at
                 ORDER BY e.edition DESC LIMIT 1)
)
SELECT f.no AS subject, f.at AS since, login_of(f.officer) AS officer,
       group_concat(f.name || ' ' || f.edition, '、') AS plans, 0 AS mendable,
       f.officer AS blamed,
       (SELECT max(h.id) FROM main.step h WHERE h.what = 'handover' AND h.at = f.at AND h.to_staff = f.officer AND NOT has_left(f.officer, f.at)
          AND f.officer = f.answers) AS avoidable
FROM in_force f
WHERE NOT EXISTS (SELECT 1 FROM main.acknowledgement k
                  WHERE k.staff = f.officer AND k.plan = f.plan AND k.at <= f.at)
GROUP BY f.id, f.officer;

-- example: acknowledged in that second
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_plan (id, name, at) VALUES (1, '火灾', '2026-11-01 00:00:00');
INSERT INTO given_acknowledgement (staff, plan, at) VALUES (1, 1, '2026-11-23 08:00:00');

-- example: a second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_plan (id, name, at) VALUES (1, '火灾', '2026-11-01 00:00:00');
INSERT INTO given_acknowledgement (staff, plan, at) VALUES (1, 1, '2026-11-23 08:00:01');

-- example: one who is with the officer has not and another has
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO shift_mate (shift, staff) VALUES (1, 2), (1, 3);
INSERT INTO given_plan (id, name, at) VALUES (1, '火灾', '2026-11-01 00:00:00');
INSERT INTO given_acknowledgement (staff, plan, at) VALUES (1, 1, '2026-11-23 08:00:00'), (2, 1, '2026-11-23 08:00:00'), (3, 1, '2026-11-23 08:00:01');

-- example: revised in that second
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_plan (id, name, edition, at) VALUES (1, '火灾', 1, '2026-11-01 00:00:00'), (2, '火灾', 2, '2026-11-23 08:00:00');
INSERT INTO given_acknowledgement (staff, plan, at) VALUES (1, 1, '2026-11-02 08:00:00');

-- example: revised a second later
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_plan (id, name, edition, at) VALUES (1, '火灾', 1, '2026-11-01 00:00:00'), (2, '火灾', 2, '2026-11-23 08:00:01');
INSERT INTO given_acknowledgement (staff, plan, at) VALUES (1, 1, '2026-11-02 08:00:00');

-- example: taken over at a handover, where the relief could have acknowledged it first
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
-- blamed: sun
-- says: sun acknowledges them first: huiyin plan acknowledge NAME
INSERT INTO given_plan (id, name, at) VALUES (1, '火灾', '2026-11-01 00:00:00');
INSERT INTO given_acknowledgement (staff, plan, at) VALUES (1, 1, '2026-11-02 08:00:00');
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at, to_staff) VALUES (1, '2026-11-23 20:00:00', 2);
INSERT INTO given_shift (id, at, officer) VALUES (2, '2026-11-23 20:00:00', 2);

-- example: one's own start, in the second of another handover, of a complaint taken and a day after a handover to them, is a fact
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
-- blamed: sun
-- unsaid: acknowledges them first
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-22 08:00:00');
INSERT INTO given_shift_end (shift, at, to_staff) VALUES (1, '2026-11-22 20:00:00', 2);
INSERT INTO given_shift (id, at) VALUES (2, '2026-11-22 21:00:00');
INSERT INTO given_plan (id, name, at) VALUES (1, '火灾', '2026-11-23 00:00:00');
INSERT INTO given_shift_end (shift, at, to_staff) VALUES (2, '2026-11-23 08:00:00', 3);
INSERT INTO given_complaint (id, at) VALUES (3, '2026-11-23 07:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (3, 'assign', '2026-11-23 08:00:00', 2);
INSERT INTO given_shift (id, at, officer) VALUES (4, '2026-11-23 08:00:00', 2);

-- example: handed over to somebody of whom a departure was on record
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
-- unsaid: acknowledges them first
INSERT INTO given_plan (id, name, at) VALUES (1, '火灾', '2026-11-01 00:00:00');
INSERT INTO given_acknowledgement (staff, plan, at) VALUES (1, 1, '2026-11-02 08:00:00');
INSERT INTO given_staff (id, role, superior, at, has_left) VALUES (2, 'steward', 3, '2026-11-23 00:00:00', 1);
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at, to_staff) VALUES (1, '2026-11-23 20:00:00', 2);
INSERT INTO given_shift (id, at, officer) VALUES (2, '2026-11-23 20:00:00', 2);

-- example: handed over to one who is on with another, who answers for the post
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
-- blamed: wu
-- unsaid: acknowledges them first
INSERT INTO given_plan (id, name, at) VALUES (1, '火灾', '2026-11-01 00:00:00');
INSERT INTO given_acknowledgement (staff, plan, at) VALUES (1, 1, '2026-11-02 08:00:00'), (2, 1, '2026-11-02 08:00:00');
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_shift_end (shift, at, to_staff) VALUES (1, '2026-11-23 20:00:00', 5);
INSERT INTO given_shift (id, at, officer) VALUES (2, '2026-11-23 20:00:00', 2);
INSERT INTO shift_mate (shift, staff) VALUES (2, 5);

-- example: two plans, one of them in its second edition
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
-- says: 火灾 1
-- says: 水患 2
INSERT INTO given_plan (id, name, edition, at)
VALUES (1, '火灾', 1, '2026-11-01 00:00:00'), (2, '水患', 1, '2026-11-01 00:00:00'), (3, '水患', 2, '2026-11-02 00:00:00');
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00');
