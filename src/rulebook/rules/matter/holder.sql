-- id: matter.holder
-- clause: 3.3.1
-- severity: breach
-- judges: matter
-- when: suggestion repair assist left
-- blamed: holder
-- form: clock
-- limit: matter.assign_within
-- due: assign
-- heals: yes
-- title.zh: 在办事项都有人承办
-- title.en: Every open matter has a holder
-- message.zh: {subject} 没有人承办:{why_zh}
-- message.en: {subject} has no holder: {why_en}
-- remedy.zh: 重新落实承办人:{command} {subject} --to 登录名 --reason …
-- remedy.en: assign it: {command} {subject} --to LOGIN --reason …
-- reads: matter step staff_edition dispatch_order
WITH left_with AS (
    SELECT m.no, m.kind, m.holder,
           (SELECT max(h.at) FROM steps h
            WHERE h.matter = m.id AND h.what IN (SELECT what FROM step_kind WHERE assigns OR gives)
              AND h.to_staff = m.holder) AS given_at,
           left_since(m.holder, now()) AS gone_at
    FROM scope_matter m
    WHERE m.closed_at IS NULL AND has_left(m.holder, now())
), orphaned AS (
    SELECT m.id, m.no, m.closed_at, c.at, c.id AS step, c.at + policy('matter.assign_within', c.at) AS due
    FROM scope_matter m JOIN steps c ON c.matter = m.id AND c.what = 'cancel'
    WHERE NOT EXISTS (SELECT 1 FROM steps a
                      WHERE a.matter = m.id AND a.what = 'assign' AND (a.at, a.id) <= (c.at, c.id))
      AND NOT EXISTS (SELECT 1 FROM sent_orders o
                      WHERE o.matter = m.id AND (o.at, o.step) <= (c.at, c.id)
                        AND (o.cancelled_at IS NULL OR o.cancelled_at > c.at))
)
-- A closing heals what it comes too late for, as a holder does.
SELECT m.no AS subject, m.at AS started, m.at + policy('matter.assign_within', m.at) AS due,
       coalesce(given.at, iif(m.closed_at > m.at + policy('matter.assign_within', m.at), m.closed_at, NULL)) AS met,
       m.closed_at AS stopped, NULL AS since, NULL AS holder,
       '超过时限还没有落实' AS why_zh, 'nobody was assigned in time' AS why_en, 'huiyin assign' AS command
FROM scope_matter m
LEFT JOIN steps given ON given.id = (SELECT s.id FROM steps s
                                     WHERE s.matter = m.id AND s.what IN ('assign', 'dispatch')
                                     ORDER BY s.at, s.id LIMIT 1)
WHERE m.kind IN ('suggestion', 'repair')
UNION ALL -- when: cancel
-- Called off, it is nobody's again until somebody is assigned or sent.
SELECT o.no, o.at, o.due,
       coalesce((SELECT min(s.at) FROM steps s
                 WHERE s.matter = o.id AND s.what IN ('assign', 'dispatch')
                   AND (s.at, s.id) > (o.at, o.step)),
                iif(o.closed_at > o.due, o.closed_at, NULL)),
       o.closed_at, NULL, NULL, '派工单都已撤销,没有重新落实', 'its orders are cancelled and nobody was assigned again',
       'huiyin order dispatch'
FROM orphaned o
UNION ALL -- when: left assist
-- From when it had nobody, so that explaining one departure does not explain the next.
SELECT no, NULL, NULL, NULL, NULL, max(given_at, coalesce(gone_at, given_at)),
       login_of(holder),
       '承办人 ' || login_of(holder) || ' 已离职',
       'its holder ' || login_of(holder) || ' has left',
       iif(kind = 'complaint', 'huiyin complaint assign', 'huiyin assign')
FROM left_with;

-- gate: unless cancel left assist
SELECT :no AS subject, :at AS started, due,
       coalesce(min(:assign_at, :dispatch_at), :assign_at, :dispatch_at, iif(:closed_at > due, :closed_at, NULL)) AS met,
       :closed_at AS stopped, NULL AS since, NULL AS holder,
       '超过时限还没有落实' AS why_zh, 'nobody was assigned in time' AS why_en, 'huiyin assign' AS command
FROM (SELECT :at + policy('matter.assign_within', :at) AS due)
WHERE :kind IN ('suggestion', 'repair');

-- example: held by someone who is here
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:10:00', 2);

-- example: held by someone who has left
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:10:00', 2);
INSERT INTO given_staff (id, role, superior, at, has_left)
VALUES (2, 'steward', 3, '2026-11-25 00:00:00', 1);

-- example: someone who leaves a second later is still here
-- now: 2026-11-24 23:59:59
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:10:00', 2);
INSERT INTO given_staff (id, role, superior, at, has_left)
VALUES (2, 'steward', 3, '2026-11-25 00:00:00', 1);

-- example: a new holder heals it
-- now: 2026-11-26 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:10:00', 2);
INSERT INTO given_staff (id, role, superior, at, has_left)
VALUES (2, 'steward', 3, '2026-11-25 00:00:00', 1);
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-25 09:00:00', 1);

-- example: who came back holds what they hold
-- now: 2026-11-27 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:10:00', 2);
INSERT INTO given_staff (id, role, superior, at, has_left)
VALUES (2, 'steward', 3, '2026-11-25 00:00:00', 1), (2, 'steward', 3, '2026-11-26 00:00:00', 0);

-- example: a repair without a holder is within its limit in the last second of 30 min
-- now: 2027-01-01 00:15:00
-- findings: 0
INSERT INTO matter (id, no, kind, at, recorded_at, opened_by, channel, text)
VALUES (1, 'BX-2026-0001', 'repair', unixepoch('2026-12-31 23:45:00'), unixepoch('2026-12-31 23:45:00'), 1, 'phone', 1);

-- example: and past it one second later
-- now: 2027-01-01 00:15:01
-- findings: 1 breach
INSERT INTO matter (id, no, kind, at, recorded_at, opened_by, channel, text)
VALUES (1, 'BX-2026-0001', 'repair', unixepoch('2026-12-31 23:45:00'), unixepoch('2026-12-31 23:45:00'), 1, 'phone', 1);

-- example: a suggestion without a holder in the last second of 30 min and one later
-- now: 2026-11-23 09:30:01
-- findings: 1 breach
INSERT INTO given_suggestion (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:01');

-- example: a holder that comes late heals it and so does a closing
-- now: 2026-11-24 00:00:00
-- findings: 0
INSERT INTO given_suggestion (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:30:01', 2);
INSERT INTO given_closing (matter, at, outcome) VALUES (2, '2026-11-23 09:30:01', '已调');

-- example: called off it has nobody from then on, to the second
-- now: 2026-11-23 12:30:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00'), (3, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00'), (3, 3, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at)
VALUES (1, 'cancel', '2026-11-23 12:00:00'), (2, 'cancel', '2026-11-23 11:59:59'), (3, 'cancel', '2026-11-23 11:00:00');
-- Sent again, late: that heals it.
INSERT INTO given_order (id, repair, at) VALUES (4, 3, '2026-11-23 12:20:00');

-- example: called off while somebody else was assigned it
-- now: 2026-11-23 14:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:01:00', 2);
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'cancel', '2026-11-23 12:00:00');

-- example: and past it one second later, while another one is in order
-- now: 2027-01-01 00:15:01
-- findings: 1 breach
INSERT INTO matter (id, no, kind, at, recorded_at, opened_by, channel, text)
VALUES (1, 'BX-2026-0001', 'repair', unixepoch('2026-12-31 23:45:00'), unixepoch('2026-12-31 23:45:00'), 1, 'phone', 1);
INSERT INTO given_complaint (id, at) VALUES (51, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (51, 'assign', '2026-11-23 09:10:00', 2);

-- example: a repair without a holder is within its limit in the last second of 30 min, whatever is set later
-- now: 2027-01-01 00:15:00
-- findings: 0
INSERT INTO matter (id, no, kind, at, recorded_at, opened_by, channel, text)
VALUES (1, 'BX-2026-0001', 'repair', unixepoch('2026-12-31 23:45:00'), unixepoch('2026-12-31 23:45:00'), 1, 'phone', 1);
INSERT INTO given_policy (key, value, at) VALUES ('matter.assign_within', '1s', '2027-01-01 00:15:00');

-- example: a holder that comes late heals it and so does a closing, whatever is set later
-- now: 2026-11-24 00:00:00
-- findings: 0
INSERT INTO given_suggestion (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:30:01', 2);
INSERT INTO given_closing (matter, at, outcome) VALUES (2, '2026-11-23 09:30:01', '已调');
INSERT INTO given_policy (key, value, at) VALUES ('matter.assign_within', '90d', '2026-11-24 00:00:00');

-- example: called off it has nobody from then on, to the second, whatever is set later
-- now: 2026-11-23 12:30:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00'), (3, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00'), (3, 3, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at)
VALUES (1, 'cancel', '2026-11-23 12:00:00'), (2, 'cancel', '2026-11-23 11:59:59'), (3, 'cancel', '2026-11-23 11:00:00');
-- Sent again, late: that heals it.
INSERT INTO given_order (id, repair, at) VALUES (4, 3, '2026-11-23 12:20:00');
INSERT INTO given_policy (key, value, at) VALUES ('matter.assign_within', '1s', '2026-11-23 12:30:00');

-- example: given to somebody of whom it turned out later that they had left: since it was given to them
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
-- since: 2026-11-23 09:10:00
-- says: huiyin assign BX-2026-0001 --to
INSERT INTO given_staff (id, role, superior, at, has_left) VALUES (2, 'steward', 3, '2026-11-23 08:00:00', 1);
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:10:00', 2);
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:20:00');
INSERT INTO given_order_step (order_id, what, at, to_staff) VALUES (1, 'return', '2026-11-23 11:00:00', 2);
-- One that is closed needs nobody.
INSERT INTO given_complaint (id, at) VALUES (2, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (2, 'assign', '2026-11-23 09:40:00', 2);
INSERT INTO given_closing (matter, at, outcome) VALUES (2, '2026-11-23 10:00:00', '已处理');

-- example: a complaint whose holder has left is given to another as complaints are
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
-- since: 2026-11-24 08:00:00
-- says: its holder sun has left
-- says: huiyin complaint assign TS-2026-0001 --to
INSERT INTO given_staff (id, role, superior, at, has_left) VALUES (2, 'steward', 3, '2026-11-24 08:00:00', 1);
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:10:00', 2);

-- example: a repair that nobody was sent to is found once, and a complaint that nobody was given is told elsewhere
-- now: 2026-11-23 09:30:01
-- findings: 1 breach
-- says: nobody was assigned in time
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_complaint (id, at) VALUES (2, '2026-11-23 09:00:00');

-- example: one order is called off while another, finished long ago or called off a little later, has somebody
-- now: 2026-11-23 12:45:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'finish', '2026-11-23 10:00:00');
INSERT INTO given_order (id, repair, at) VALUES (3, 1, '2026-11-23 11:00:00'), (4, 2, '2026-11-23 11:00:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (3, 'cancel', '2026-11-23 12:00:00'), (4, 'cancel', '2026-11-23 12:00:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (2, 'cancel', '2026-11-23 12:20:00');

-- example: called off, it is somebody's again once it is assigned, late
-- now: 2026-11-23 14:00:00
-- findings: 1 breach
-- says: BX-2026-0002 has no holder: its orders are cancelled and nobody was assigned again
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'cancel', '2026-11-23 12:00:00'), (2, 'cancel', '2026-11-23 12:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 13:00:00', 2);
-- Neither a note on it nor what was assigned elsewhere before gives it to anybody.
INSERT INTO given_step (matter, what, at, text) VALUES (2, 'note', '2026-11-23 12:10:00', '业主来电催问');
INSERT INTO given_complaint (id, at) VALUES (3, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (3, 'assign', '2026-11-23 09:10:00', 2);

-- example: called off, it is closed in the second the limit passes or long after
-- now: 2026-11-23 14:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00'), (2, 2, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'cancel', '2026-11-23 12:00:00'), (2, 'cancel', '2026-11-23 12:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-23 12:30:00', '业主自行修好'), (2, '2026-11-23 13:30:00', '业主自行修好');

-- equivalent: (a.at, a.id) <= (c.at, c.id) => (a.at, a.id) < (c.at, c.id)
-- equivalent: (o.at, o.step) <= (c.at, c.id) => (o.at, o.step) < (c.at, c.id)
-- equivalent: (s.at, s.id) > (o.at, o.step) => (s.at, s.id) >= (o.at, o.step)
-- because: to assign or to send somebody is one step, to call off another

-- equivalent: (a.at, a.id) <= (c.at, c.id) => true
-- equivalent: (o.at, o.step) <= (c.at, c.id) => true
-- because: whoever is assigned or sent after it was called off heals it, so that nothing is found either way

-- equivalent: m.closed_at > m.at + policy('matter.assign_within', m.at) => m.closed_at >= m.at + policy('matter.assign_within', m.at)
-- equivalent: policy('matter.assign_within', m.at) => policy('matter.assign_within', m.at) - 1 (2)
-- equivalent: m.closed_at > m.at + policy('matter.assign_within', m.at) => true
-- equivalent: o.closed_at > o.due => o.closed_at >= o.due
-- equivalent: o.closed_at > o.due => true
-- because: what is closed by then is past no limit, whether that counts as met or as owed no more: only rates tell these apart
