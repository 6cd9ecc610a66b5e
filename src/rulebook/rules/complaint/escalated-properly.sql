-- id: complaint.escalated-properly
-- clause: 5.3
-- severity: refuse*
-- judges: complaint
-- after: escalate
-- blames: step
-- blamed: doer
-- title.zh: 上报给直接上级
-- title.en: Escalated to the direct superior
-- message.zh: {subject} 不能上报给 {receiver}:{from_login} 的上级是 {proper}
-- message.en: {subject} cannot be escalated to {receiver}: {from_login}'s superior is {proper}
-- remedy.zh: 改为 --to {proper};确已越级上报的,用 --as-happened 据实登记
-- remedy.en: use --to {proper}; if it was escalated this way already, record it with --as-happened
-- reads: step
WITH escalations AS (
    SELECT h.*, m.no, coalesce(h.from_staff, h.doer) AS sender
    FROM scope_complaint m JOIN handovers h ON h.matter = m.id AND h.what = 'escalate'
), senders AS (
    -- Whoever holds it, and whom they stand in for.
    SELECT e.id, e.sender AS voice FROM escalations e
    UNION ALL
    SELECT e.id, a.staff FROM escalations e JOIN main.staff_absence a ON a.from_at <= e.at AND e.at < a.until_at
    WHERE acting_for(a.staff, e.at, e.recorded_at) = e.sender
), proper AS (
    SELECT e.id, superior_of(v.voice, e.at, e.recorded_at) AS superior
    FROM escalations e JOIN senders v ON v.id = e.id
)
SELECT no AS subject, at AS since, id AS row, login_of(to_staff) AS receiver,
       login_of(sender) AS from_login,
       coalesce(login_of(acting_for(superior_of(sender, at, recorded_at), at, recorded_at)),
                login_of(superior_of(sender, at, recorded_at)), '—') AS proper
FROM escalations e
WHERE NOT EXISTS (SELECT 1 FROM proper p
                  WHERE p.id = e.id AND e.to_staff IN (p.superior, acting_for(p.superior, e.at, e.recorded_at)));

-- example: from the holder to their superior
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:10:00', 2);
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'escalate', '2026-11-23 09:20:00', 3);

-- example: over the superior's head
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:10:00', 2);
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'escalate', '2026-11-23 09:20:00', 4);

-- example: to whoever acts for the superior while they are away and not a second longer
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_absence (staff, from_at, until_at, acting)
VALUES (3, '2026-11-23 09:20:00', '2026-11-23 18:00:00', 4);
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:10:00', 2);
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'escalate', '2026-11-23 09:20:00', 4);
INSERT INTO given_step (matter, what, at, to_staff) VALUES (2, 'assign', '2026-11-23 09:10:00', 2);
INSERT INTO given_step (matter, what, at, to_staff) VALUES (2, 'escalate', '2026-11-23 18:00:00', 4);

-- example: where nobody holds it the one who escalates has the superior
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, doer, to_staff) VALUES (1, 'escalate', '2026-11-23 09:20:00', 1, 3);

-- example: done over somebody's head it is a breach
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, doer, to_staff, as_happened)
VALUES (1, 'escalate', '2026-11-23 09:20:00', 1, 4, '主管电话不通,已报负责人');

-- example: a clerk who stands in for the manager goes to the head in the manager's name, from the second the manager is away to the last; nobody else does
-- now: 2026-11-30 00:00:00
-- findings: 3 refuse
INSERT INTO given_absence (staff, from_at, until_at, acting) VALUES (3, '2026-11-23 10:00:00', '2026-11-23 18:00:00', 1);
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00'), (3, '2026-11-23 09:00:00'), (4, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, doer, to_staff)
VALUES (1, 'escalate', '2026-11-23 10:00:00', 1, 4), (2, 'escalate', '2026-11-23 09:59:59', 1, 4),
       (3, 'escalate', '2026-11-23 18:00:00', 1, 4), (4, 'escalate', '2026-11-23 12:00:00', 2, 4);

-- equivalent: a.from_at <= e.at => true
-- equivalent: a.from_at <= e.at AND e.at < a.until_at => a.from_at <= e.at OR e.at < a.until_at
-- equivalent: e.at < a.until_at => e.at <= a.until_at
-- equivalent: e.at < a.until_at => true
-- because: nobody acts for somebody who is not away then: it is said so that the others are not asked about
