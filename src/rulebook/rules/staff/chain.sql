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
WITH RECURSIVE up(start, person, level) AS (
    SELECT s.id, s.superior, 1 FROM scope_staff s WHERE s.superior IS NOT NULL
    UNION ALL
    SELECT up.start, named_superior(up.person, now()), up.level + 1
    FROM up
    WHERE named_superior(up.person, now()) IS NOT NULL AND up.person <> up.start AND up.level < 100
), newest AS (
    -- The absence that this command put on record, if it is one.
    SELECT a.*, d.row, p.login FROM deed d JOIN scope_staff p ON p.login = d.subject
    JOIN main.staff_absence a ON a.staff = p.id
    WHERE a.recorded_at = d.recorded_at AND a.id = (SELECT max(n.id) FROM main.staff_absence n)
), standing_in(start, person, from_at, until_at, level) AS (
    -- Who stands in, and for them while they are away as well.
    SELECT n.staff, n.acting, n.from_at, n.until_at, 1 FROM newest n WHERE n.acting IS NOT NULL
    UNION ALL
    SELECT i.start, a.acting, max(i.from_at, a.from_at), min(i.until_at, a.until_at), i.level + 1
    FROM standing_in i JOIN main.staff_absence a
      ON a.staff = i.person AND a.acting IS NOT NULL AND a.from_at < i.until_at AND a.until_at > i.from_at
    WHERE i.person <> i.start AND i.level < 100
      -- Of two absences at a time the one recorded later holds.
      AND NOT EXISTS (SELECT 1 FROM main.staff_absence l
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
WHERE EXISTS (SELECT 1 FROM standing_in i WHERE i.start = n.staff AND i.person = n.staff);

-- example: a clerk under a manager under a head is in order
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_staff (id, login, role, superior) VALUES (20, 'li', 'clerk', 3);

-- example: a clerk without a superior is not
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_staff (id, login, role) VALUES (20, 'li', 'clerk');

-- example: an auditor needs none
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_staff (id, login, role) VALUES (20, 'li', 'auditor');

-- example: two managers over each other are a loop
-- now: 2026-11-25 00:00:00
-- findings: 2 refuse
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
