-- id: staff.chain
-- clause: 7.4
-- severity: refuse
-- judges: staff
-- blames: staff_edition
-- title.zh: 逐级反映要有上级
-- title.en: Everyone has a superior, and no chain is a loop
-- message.zh: {subject} 的上级不对:{wrong_zh}
-- message.en: {subject}: {wrong_en}
-- remedy.zh: 用 --superior 指定直接上级;只有 head、auditor、admin 可以没有
-- remedy.en: name the direct superior by --superior; only a head, auditor or admin needs none
-- reads: staff_edition
WITH RECURSIVE up(start, person, level) AS (
    SELECT s.id, s.superior, 1 FROM scope_staff s WHERE s.superior IS NOT NULL
    UNION ALL
    SELECT up.start, e.superior, up.level + 1
    FROM up JOIN main.staff_edition e
      ON e.id = (SELECT n.id FROM main.staff_edition n
                 WHERE n.staff = up.person ORDER BY n.at DESC, n.id DESC LIMIT 1)
    WHERE e.superior IS NOT NULL AND up.person <> up.start AND up.level < 100
)
SELECT s.login AS subject, s.at AS since, s.edition AS row,
       CASE WHEN s.superior IS NULL THEN '没有上级' ELSE '上级关系绕成一圈' END AS wrong_zh,
       CASE WHEN s.superior IS NULL THEN 'has no superior'
            ELSE 'the chain of superiors is a loop' END AS wrong_en
FROM scope_staff s
WHERE NOT s.has_left
  AND ((s.superior IS NULL AND s.role NOT IN ('head', 'auditor', 'admin'))
       OR EXISTS (SELECT 1 FROM up WHERE up.start = s.id AND up.person = s.id));

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
