-- id: conduct.decided-by-another
-- clause: 2.2.9, 7.5
-- severity: refuse
-- judges: conduct
-- blames: step
-- blamed: doer
-- title.zh: 违纪由他人处理
-- title.en: Nobody decides their own case
-- message.zh: {subject} 是 {person} 的案子,不能由 {decider} 处理
-- message.en: {subject} is about {person} and cannot be decided by {decider}
-- remedy.zh: 由其上级决定;由上级机关决定的,写 --authority 机关名称
-- remedy.en: have their superior decide; if a higher authority decided, name it with --authority
-- reads: conduct step
-- Making a case void would decide it too, and so would telling it otherwise.
WITH RECURSIVE decisions AS (
    SELECT c.id AS conduct, c.staff, s.id AS step, s.at, s.recorded_at, s.doer, m.no
    FROM scope_record m JOIN main.conduct c ON c.id = m.id
    JOIN main.step s ON s.matter = m.id
    WHERE +s.what IN ('void', 'amend') OR (+s.what = 'decide' AND s.reason IS NULL)
), places AS (
    -- In whose place it was decided: their own, or that of a manager or head who is away.
    SELECT d.step, d.staff, d.doer AS place, d.at, d.recorded_at FROM decisions d
    UNION
    SELECT d.step, d.staff, a.staff, d.at, d.recorded_at
    FROM decisions d JOIN main.staff_absence a ON a.from_at <= d.at AND d.at < a.until_at
    WHERE acting_for(a.staff, d.at, d.recorded_at) = d.doer
      AND role_of(a.staff, d.at, d.recorded_at) IN ('manager', 'head')
), above(step, place, who, at, recorded_at) AS (
    SELECT step, place, place, at, recorded_at FROM places
    UNION
    SELECT step, place, superior_of(who, at, recorded_at), at, recorded_at FROM above
)
SELECT d.no AS subject, d.at AS since, d.step AS row, login_of(d.staff) AS person,
       login_of(d.doer) AS decider
FROM decisions d
WHERE d.doer = d.staff
   OR NOT EXISTS (SELECT 1 FROM places p
                  WHERE p.step = d.step
                    AND NOT EXISTS (SELECT 1 FROM above a
                                    WHERE a.step = p.step AND a.place = p.place AND a.who = d.staff));

-- example: by the superior
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_conduct (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_decision (conduct, at) VALUES (1, '2026-11-24 09:00:00');

-- example: by oneself or by somebody below
-- now: 2026-11-30 00:00:00
-- findings: 2 refuse
INSERT INTO given_conduct (id, at, staff) VALUES (1, '2026-11-23 09:00:00', 3), (2, '2026-11-23 09:00:00', 4);
INSERT INTO given_decision (conduct, at, doer) VALUES (1, '2026-11-24 09:00:00', 3), (2, '2026-11-24 09:00:00', 3);

-- example: recorded by somebody below but decided above the office
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_conduct (id, at, staff) VALUES (1, '2026-11-23 09:00:00', 4);
INSERT INTO given_decision (conduct, at, doer, authority) VALUES (1, '2026-11-24 09:00:00', 3, '公司人事部');

-- example: one's own case is not made void either
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_conduct (id, at, staff) VALUES (1, '2026-11-23 09:00:00', 3);
INSERT INTO given_void (matter, at) VALUES (1, '2026-11-24 09:00:00');

-- example: nor told otherwise
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_conduct (id, at, staff) VALUES (1, '2026-11-23 09:00:00', 3), (2, '2026-11-23 09:00:00', 3);
INSERT INTO given_step (matter, what, at, doer) VALUES (1, 'amend', '2026-11-24 09:00:00', 3), (2, 'amend', '2026-11-24 09:00:00', 4);

-- example: who stands in for the head decides about the manager in the head's name, from the second the head is away to the last; so did who had no manager above them yet
-- now: 2026-11-30 00:00:00
-- findings: 4 refuse
INSERT INTO given_staff (id, role, superior, at) VALUES (1, 'clerk', 4, '2026-11-20 00:00:00'), (1, 'clerk', 3, '2026-11-23 00:00:00');
INSERT INTO given_absence (staff, from_at, until_at, acting)
VALUES (4, '2026-11-24 09:00:00', '2026-11-24 18:00:00', 1), (6, '2026-11-25 09:00:00', '2026-11-25 18:00:00', 1);
INSERT INTO given_conduct (id, at, staff)
VALUES (1, '2026-11-21 09:00:00', 3), (2, '2026-11-21 09:00:00', 3), (3, '2026-11-21 09:00:00', 3),
       (4, '2026-11-21 09:00:00', 3), (5, '2026-11-21 09:00:00', 3), (6, '2026-11-21 09:00:00', 3);
INSERT INTO given_decision (conduct, at, doer)
VALUES (1, '2026-11-24 09:00:00', 1), (2, '2026-11-24 08:59:59', 1), (3, '2026-11-24 18:00:00', 1),
       (4, '2026-11-24 12:00:00', 2), (5, '2026-11-25 12:00:00', 1), (6, '2026-11-22 12:00:00', 1);

-- example: standing in for the head does not make one's own case another's
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_absence (staff, from_at, until_at, acting) VALUES (4, '2026-11-24 09:00:00', '2026-11-24 18:00:00', 1);
INSERT INTO given_conduct (id, at, staff) VALUES (1, '2026-11-21 09:00:00', 1);
INSERT INTO given_decision (conduct, at, doer) VALUES (1, '2026-11-24 12:00:00', 1);

-- equivalent: a.from_at <= d.at => true
-- equivalent: a.from_at <= d.at AND d.at < a.until_at => a.from_at <= d.at OR d.at < a.until_at
-- equivalent: d.at < a.until_at => d.at <= a.until_at
-- equivalent: d.at < a.until_at => true
-- because: nobody acts for somebody who is not away then: it is said so that the others are not asked about
