-- id: staff.chain
-- clause: 7.4
-- severity: refuse
-- judges: staff
-- blames: staff_edition
-- blamed: doer
-- title.zh: 逐级反映要有上级
-- title.en: Everyone has a superior, and superiors form no loop
-- message.zh: {subject}:{wrong_zh}
-- message.en: {subject}: {wrong_en}
-- remedy.zh: 换人或写明:huiyin {command} 登录名(只有部门负责人、审计、系统管理员可以没有上级)
-- remedy.en: name somebody else: huiyin {command} LOGIN (only a head, auditor or admin needs no superior)
-- reads: staff_edition staff_absence
WITH RECURSIVE up(start, person) AS (
    -- Nobody twice, so that a loop has an end.
    SELECT s.id, s.superior FROM scope_staff s
    UNION
    SELECT up.start, named_superior(up.person, now()) FROM up
), newest AS (
    -- The absence that this command put on record, if it is one.
    SELECT a.*, d.row, p.login FROM deed d JOIN scope_staff p ON p.login = d.subject
    JOIN main.staff_absence a ON a.staff = p.id
    WHERE a.recorded_at = d.recorded_at AND a.id = (SELECT max(n.id) FROM main.staff_absence n)
), standing_in(person, from_at, until_at) AS (
    -- Who stands in, and for them while they are away as well.
    SELECT n.acting, n.from_at, n.until_at FROM newest n
    UNION
    SELECT a.acting, max(i.from_at, a.from_at), min(i.until_at, a.until_at)
    FROM standing_in i JOIN main.staff_absence a
      ON a.staff = i.person AND a.from_at < i.until_at AND a.until_at > i.from_at
    -- Of two absences at a time the one recorded later holds.
    WHERE NOT EXISTS (SELECT 1 FROM main.staff_absence l
                      WHERE l.staff = a.staff AND l.id > a.id AND l.from_at <= max(i.from_at, a.from_at)
                        AND l.until_at >= min(i.until_at, a.until_at))
)
SELECT s.login AS subject, s.at AS since, s.edition AS row,
       CASE WHEN s.superior IS NULL THEN '没有上级' ELSE '上级关系绕成一圈' END AS wrong_zh,
       CASE WHEN s.superior IS NULL THEN 'has no superior'
            ELSE 'the chain of superiors is a loop' END AS wrong_en,
       -- Of somebody who is not on the staff yet, nothing can be changed.
       'staff ' || CASE WHEN (SELECT count(*) FROM main.staff_edition AS e WHERE e.staff = s.id) = 1
                        THEN 'add ' || s.login || ' …' ELSE 'change ' || s.login END || ' --superior' AS command
FROM scope_staff s
WHERE NOT s.has_left
  AND ((s.superior IS NULL AND s.role NOT IN ('head', 'auditor', 'admin'))
       OR EXISTS (SELECT 1 FROM up WHERE up.start = s.id AND up.person = s.id))
UNION ALL
SELECT s.login, s.at, s.edition, '还有下属:' || group_concat(o.login, '、'), 'people report to them: ' || group_concat(o.login, ', '),
       'staff leave ' || s.login || ' --successor'
FROM scope_staff s JOIN main.staff o ON named_superior(o.id, now()) = s.id AND NOT has_left(o.id, now())
WHERE s.has_left
GROUP BY s.id
UNION ALL
SELECT n.login, n.from_at, n.row, '代理关系绕成一圈', 'those who stand in for each other are a circle',
       'staff away ' || n.login || ' --acting'
FROM newest n
WHERE EXISTS (SELECT 1 FROM standing_in i WHERE i.person = n.staff);

-- example: a clerk under a manager under a head is in order
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_staff (id, login, role, superior) VALUES (20, 'li', 'clerk', 3);

-- example: a clerk without a superior is not
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
-- blamed: an
-- says: li: has no superior
-- says: li:没有上级
-- says: huiyin staff add li … --superior
INSERT INTO given_staff (id, login, role) VALUES (20, 'li', 'clerk');

-- example: an auditor needs none
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_staff (id, login, role) VALUES (20, 'li', 'auditor');

-- example: two managers over each other are a loop
-- now: 2026-11-25 00:00:00
-- findings: 2 refuse
-- says: the chain of superiors is a loop
-- says: 上级关系绕成一圈
INSERT INTO given_staff (id, login, role, superior)
VALUES (20, 'li', 'manager', 21), (21, 'he', 'manager', 20);

-- example: nobody is their own superior
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_staff (id, login, role, superior) VALUES (20, 'li', 'head', 20);

-- example: somebody leaves to whom nobody reports, and one to whom somebody does
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_staff (id, login, role, superior) VALUES (20, 'li', 'manager', 4), (21, 'he', 'clerk', 20);
INSERT INTO given_staff (id, role, superior, at, has_left) VALUES (1, 'clerk', 3, '2026-11-24 00:00:00', 1), (20, 'manager', 4, '2026-11-24 00:00:00', 1);

-- example: those who reported to them have another superior, and from the second of leaving
-- now: 2026-11-24 00:00:00
-- findings: 0
INSERT INTO given_staff (id, login, role, superior) VALUES (20, 'li', 'manager', 4), (21, 'he', 'clerk', 20);
INSERT INTO given_staff (id, role, superior, at, has_left) VALUES (21, 'clerk', 3, '2026-11-24 00:00:00', 0), (20, 'manager', 4, '2026-11-24 00:00:00', 1);

-- example: a clerk who has one is left without a superior, and so is nobody who has left
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
-- says: huiyin staff change chen --superior
INSERT INTO given_staff (id, role, at) VALUES (1, 'clerk', '2026-11-24 00:00:00');
INSERT INTO given_staff (id, login, role, has_left) VALUES (20, 'li', 'clerk', 1);

-- example: a manager leaves, and whoever reported to them has left as well
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_staff (id, login, role, superior) VALUES (20, 'li', 'manager', 4), (21, 'he', 'clerk', 20);
INSERT INTO given_staff (id, role, superior, at, has_left) VALUES (21, 'clerk', 20, '2026-11-24 00:00:00', 1), (20, 'manager', 4, '2026-11-24 00:00:00', 1);

-- example: the head goes away for two days and names the manager who named the head for a day of them
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
-- says: those who stand in for each other are a circle
-- says: huiyin staff away tao --acting
INSERT INTO given_absence (staff, from_at, until_at, acting, recorded_at)
VALUES (3, '2026-11-24 00:00:00', '2026-11-26 00:00:00', 4, '2026-11-23 09:00:00'),
       (4, '2026-11-25 12:00:00', '2026-11-27 00:00:00', 3, '2026-11-23 10:00:00');
INSERT INTO given_deed (subject, at, recorded_at) VALUES ('tao', '2026-11-23 10:00:00', '2026-11-23 10:00:00');

-- example: that they are a circle is told to whoever made them one, and not to the next who writes something down
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_absence (staff, from_at, until_at, acting, recorded_at)
VALUES (3, '2026-11-24 00:00:00', '2026-11-26 00:00:00', 4, '2026-11-23 09:00:00'),
       (4, '2026-11-25 12:00:00', '2026-11-27 00:00:00', 3, '2026-11-23 10:00:00');
INSERT INTO given_deed (subject, at, recorded_at)
VALUES ('tao', '2026-11-23 10:00:01', '2026-11-23 10:00:01'), ('sun', '2026-11-23 10:00:00', '2026-11-23 10:00:00');

-- example: of two absences put on record in one second the last is judged
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_absence (staff, from_at, until_at, acting, recorded_at)
VALUES (4, '2026-11-24 00:00:00', '2026-11-26 00:00:00', 3, '2026-11-23 09:00:00'),
       (3, '2026-11-24 00:00:00', '2026-11-26 00:00:00', 4, '2026-11-23 10:00:00'),
       (3, '2026-11-28 00:00:00', '2026-11-29 00:00:00', 5, '2026-11-23 10:00:00');
INSERT INTO given_deed (subject, at, recorded_at) VALUES ('ma', '2026-11-23 10:00:00', '2026-11-23 10:00:00');

-- example: one goes in the second the other is back, before and after, while a third is away as well
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_absence (staff, from_at, until_at, acting, recorded_at)
VALUES (4, '2026-11-22 00:00:00', '2026-11-24 00:00:00', 3, '2026-11-21 09:00:00'),
       (4, '2026-11-26 00:00:00', '2026-11-28 00:00:00', 3, '2026-11-21 09:00:00'),
       (5, '2026-11-24 00:00:00', '2026-11-26 00:00:00', 3, '2026-11-21 09:00:00'),
       (3, '2026-11-24 00:00:00', '2026-11-26 00:00:00', 4, '2026-11-23 10:00:00');
INSERT INTO given_deed (subject, at, recorded_at) VALUES ('ma', '2026-11-23 10:00:00', '2026-11-23 10:00:00');

-- example: who had named the manager for the same two days has named another since
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_absence (staff, from_at, until_at, acting, recorded_at)
VALUES (4, '2026-11-24 00:00:00', '2026-11-26 00:00:00', 3, '2026-11-21 09:00:00'),
       (4, '2026-11-24 00:00:00', '2026-11-26 00:00:00', 5, '2026-11-22 09:00:00'),
       (3, '2026-11-24 00:00:00', '2026-11-26 00:00:00', 4, '2026-11-23 10:00:00');
INSERT INTO given_deed (subject, at, recorded_at) VALUES ('ma', '2026-11-23 10:00:00', '2026-11-23 10:00:00');

-- example: another was named since, but for the second day only
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_absence (staff, from_at, until_at, acting, recorded_at)
VALUES (4, '2026-11-24 00:00:00', '2026-11-26 00:00:00', 3, '2026-11-21 09:00:00'),
       (4, '2026-11-24 00:00:01', '2026-11-26 00:00:00', 5, '2026-11-22 09:00:00'),
       (3, '2026-11-24 00:00:00', '2026-11-26 00:00:00', 4, '2026-11-23 10:00:00');
INSERT INTO given_deed (subject, at, recorded_at) VALUES ('ma', '2026-11-23 10:00:00', '2026-11-23 10:00:00');

-- example: another was named since, but for all but the last second
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_absence (staff, from_at, until_at, acting, recorded_at)
VALUES (4, '2026-11-24 00:00:00', '2026-11-26 00:00:00', 3, '2026-11-21 09:00:00'),
       (4, '2026-11-24 00:00:00', '2026-11-25 23:59:59', 5, '2026-11-22 09:00:00'),
       (3, '2026-11-24 00:00:00', '2026-11-26 00:00:00', 4, '2026-11-23 10:00:00');
INSERT INTO given_deed (subject, at, recorded_at) VALUES ('ma', '2026-11-23 10:00:00', '2026-11-23 10:00:00');
