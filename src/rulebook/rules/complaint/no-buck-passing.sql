-- id: complaint.no-buck-passing
-- clause: 2.2.2
-- severity: refuse*
-- judges: complaint
-- after: assign
-- when: handed-on
-- blames: step
-- blamed: doer
-- title.zh: 投诉不推诿
-- title.en: No passing the buck
-- message.zh: {subject} 转给 {receiver} 属于推诿:{why_zh}
-- message.en: giving {subject} to {receiver} is passing the buck: {why_en}
-- remedy.zh: 写明 --reason,交给此前没有承办过的人;次数已满则上报:huiyin complaint escalate {subject} --to 上级的登录名
-- remedy.en: give a --reason and somebody who has not held it before; if there are no transfers left, escalate: huiyin complaint escalate {subject} --to SUPERIOR
-- reads: step staff_absence staff_edition
WITH transfers AS (
    -- The first assignment is no transfer, nor is one away from somebody who is absent, has left or
    -- quarrelled with the visitor.
    SELECT h.*, is_away(h.from_staff, h.at, h.recorded_at) OR has_left(h.from_staff, h.at, h.recorded_at) AS gone,
           is_away(h.from_staff, h.at, h.recorded_at) OR has_left(h.from_staff, h.at, h.recorded_at)
               OR EXISTS (SELECT 1 FROM main.quarrel q JOIN steps s ON s.id = q.step
                          WHERE s.matter = h.matter AND q.who = h.from_staff
                            AND (s.at, s.id) <= (h.at, h.id)) AS excused
    FROM scope_complaint m JOIN handovers h ON h.matter = m.id
    WHERE h.from_staff IS NOT NULL
), judged AS (
    -- In the order in which they happened: one typed late may make a later one too many, and then that one is.
    SELECT t.*,
           t.reason IS NULL AS without_reason,
           -- Who was only away may have it back; who quarrelled may not.
           t.to_staff = t.from_staff
               OR EXISTS (SELECT 1 FROM transfers lost
                          WHERE lost.matter = t.matter AND (lost.at, lost.id) < (t.at, t.id)
                            AND lost.from_staff = t.to_staff AND NOT lost.gone) AS back,
           (SELECT count(*) FROM transfers c
            WHERE c.matter = t.matter AND c.what = 'assign' AND NOT c.excused
              AND (c.at, c.id) <= (t.at, t.id)) > policy('complaint.max_transfers', t.at) AS too_often
    FROM transfers t
    WHERE t.what = 'assign' AND NOT t.excused
)
SELECT m.no AS subject, j.at AS since, j.id AS row, login_of(j.to_staff) AS receiver,
       substr(iif(j.without_reason, '、没有写理由', '') || iif(j.back, iif(j.to_staff = j.from_staff, '、现在就由对方承办', '、对方此前承办过'), '')
                  || iif(j.too_often, '、转交次数已满', ''), 2) AS why_zh,
       substr(iif(j.without_reason, ', no reason given', '')
                  || iif(j.back, iif(j.to_staff = j.from_staff, ', they hold it now', ', they have held it before'), '')
                  || iif(j.too_often, ', it has changed hands too often', ''), 3) AS why_en
FROM judged j JOIN main.matter m ON m.id = j.matter
WHERE j.without_reason OR j.back OR j.too_often;

-- example: two transfers with reasons to new people are allowed
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:01:00', 1);
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:02:00', 2, '属楼内管理');
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:03:00', 5, '属维修');

-- example: the third is one too many
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
-- since: 2026-11-23 09:04:00
-- says: giving TS-2026-0001 to ma is passing the buck: it has changed hands too often
-- says: TS-2026-0001 转给 ma 属于推诿:转交次数已满
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:01:00', 1);
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:02:00', 2, '属楼内管理');
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:03:00', 5, '属维修');
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:04:00', 3, '请主管办');

-- example: a transfer without a reason is refused
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:01:00', 1);
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:02:00', 2);

-- example: back to an earlier holder is refused and so is to the present one
-- now: 2026-11-25 00:00:00
-- findings: 2 refuse
-- says: TS-2026-0001 转给 chen 属于推诿:对方此前承办过
-- says: TS-2026-0002 转给 chen 属于推诿:现在就由对方承办
-- says: giving TS-2026-0001 to chen is passing the buck: they have held it before
-- says: giving TS-2026-0002 to chen is passing the buck: they hold it now
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:01:00', 1);
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:02:00', 2, '属楼内管理');
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:03:00', 1, '退回');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (2, 'assign', '2026-11-23 09:01:00', 1);
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (2, 'assign', '2026-11-23 09:02:00', 1, '再交一次');

-- example: away and back again is no transfer either way
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_absence (staff, from_at, until_at) VALUES (1, '2026-11-23 12:00:00', '2026-11-24 08:00:00');
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:01:00', 1);
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 12:00:00', 2);
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-24 09:00:00', 1, '陈静已回来');

-- example: an escalation is always open
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:01:00', 1);
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'escalate', '2026-11-23 09:02:00', 3);

-- example: what happened so is a breach
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:01:00', 1);
INSERT INTO given_step (matter, what, at, to_staff, as_happened) VALUES (1, 'assign', '2026-11-23 09:02:00', 2, '当时没有留下理由');

-- example: away from the one who quarrelled is no transfer
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:01:00', 2);
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (1, '2026-11-23 09:02:00', 2, 3, 1);
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:03:00', 5, '属维修');
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:04:00', 3, '涉及外部');

-- example: and not back to them however rightly it went away
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:01:00', 2);
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (1, '2026-11-23 09:02:00', 2, 3, 1);
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:03:00', 2, '退回');

-- example: a transfer dated back is one too many all the same
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:01:00', 1);
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 10:00:00', 2, '属楼内管理');
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 11:00:00', 5, '属维修');
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:30:00', 3, '请主管办');

-- example: and not back to them however rightly it went away, while another one is in order
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:01:00', 2);
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (1, '2026-11-23 09:02:00', 2, 3, 1);
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:03:00', 2, '退回');
INSERT INTO given_complaint (id, at) VALUES (51, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (51, 'assign', '2026-11-23 09:01:00', 1);
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (51, 'assign', '2026-11-23 09:02:00', 2, '属楼内管理');
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (51, 'assign', '2026-11-23 09:03:00', 5, '属维修');

-- example: the third is one too many, while another one is in order
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:01:00', 1);
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:02:00', 2, '属楼内管理');
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:03:00', 5, '属维修');
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:04:00', 3, '请主管办');
INSERT INTO given_complaint (id, at) VALUES (51, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (51, 'assign', '2026-11-23 09:01:00', 2);
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (51, '2026-11-23 09:02:00', 2, 3, 1);
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (51, 'assign', '2026-11-23 09:03:00', 5, '属维修');
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (51, 'assign', '2026-11-23 09:04:00', 3, '涉及外部');

-- example: two transfers with reasons to new people are allowed, whatever is set later
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:01:00', 1);
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:02:00', 2, '属楼内管理');
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:03:00', 5, '属维修');
INSERT INTO given_policy (key, value, at) VALUES ('complaint.max_transfers', '1', '2026-11-25 00:00:00');

-- example: given to the one who quarrelled a second after the quarrel, and on from there twice
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:02:01', 2);
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (1, '2026-11-23 09:02:00', 2, 3, 1);
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:03:00', 5, '属维修');
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:04:00', 3, '涉及外部');

-- example: given away a second before the quarrel, with a reason each time
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:01:00', 2);
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (1, '2026-11-23 09:03:01', 2, 3, 1);
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:03:00', 5, '属维修');
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:04:00', 3, '涉及外部');

-- example: given back to whoever has it already, a second before they quarrel
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:01:00', 2);
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (1, '2026-11-23 09:03:01', 2, 3, 1);
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:03:00', 2, '退回');

-- example: its holder left, so it went to another without a word, and came back with one when they were with us again
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:10:00', 2);
INSERT INTO given_staff (id, role, superior, at, has_left) VALUES (2, 'steward', 3, '2026-11-24 00:00:00', 1), (2, 'steward', 3, '2026-11-26 00:00:00', 0);
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-24 09:00:00', 5);
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-26 09:00:00', 2, '原承办人复职');

-- example: given on without a word, which is all that is said about it
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
-- says: is passing the buck: no reason given
-- says: 没有写理由
-- unsaid: 对方此前承办过
-- unsaid: they have held it before
-- unsaid: 转交次数已满
-- unsaid: changed hands too often
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:10:00', 2), (1, 'assign', '2026-11-23 10:00:00', 5);

-- equivalent: (s.at, s.id) <= (h.at, h.id) => (s.at, s.id) < (h.at, h.id)
-- because: whether the handover from a quarrel itself is excused nobody asks: it is no assignment

-- equivalent: h.from_staff IS NOT NULL => true
-- because: of nobody it is neither so nor not so that they were away, and what is neither is not judged

-- equivalent: (lost.at, lost.id) < (t.at, t.id) => (lost.at, lost.id) <= (t.at, t.id)
-- because: to be given to whoever has it is said to be giving it back just before
