-- id: complaint.quarrel-withdrawn
-- clause: 2.2.6
-- severity: refuse*
-- judges: complaint
-- after: quarrel
-- blames: step
-- blamed: doer
-- title.zh: 争吵者回避
-- title.en: Whoever quarrelled stays off the complaint
-- message.zh: {person} 与 {subject} 的来访者争吵过,办结前应回避,「{what}」不能{wrong_zh}
-- message.en: {person} quarrelled over {subject} and stays off it until it is closed: no "{what}" {wrong_en} them
-- remedy.zh: 由他人办理;确由其办理的,用 --as-happened 据实登记
-- remedy.en: have somebody else do it; if they did it already, record it with --as-happened
-- reads: step quarrel
-- Whoever hands it to them, by an assignment or after another quarrel, has them act on it again.
SELECT DISTINCT m.no AS subject, a.at AS since, a.id AS row, login_of(q.who) AS person, a.what,
       iif(a.doer = q.who, '由其登记', '交给其办理') AS wrong_zh, iif(a.doer = q.who, 'by', 'to') AS wrong_en
FROM scope_complaint m
JOIN steps s ON s.matter = m.id AND s.what = 'quarrel'
JOIN main.quarrel q ON q.step = s.id
JOIN steps a ON a.matter = m.id AND (a.at, a.id) > (s.at, s.id)
    AND (a.doer = q.who OR (a.what IN ('assign', 'quarrel') AND a.to_staff = q.who))
WHERE a.what NOT IN (SELECT what FROM step_kind WHERE remark)
  AND NOT EXISTS (SELECT 1 FROM steps c WHERE c.matter = m.id AND c.what = 'close' AND c.id < a.id);

-- example: others go on
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, channel) VALUES (1, '2026-11-23 09:00:00', 'visit');
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (1, '2026-11-23 09:10:00', 2, 3, 3);
INSERT INTO given_step (matter, what, at, doer) VALUES (1, 'investigate', '2026-11-23 09:30:00', 3);

-- example: the one who quarrelled does not
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, channel) VALUES (1, '2026-11-23 09:00:00', 'visit');
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (1, '2026-11-23 09:10:00', 2, 3, 3);
INSERT INTO given_step (matter, what, at, doer) VALUES (1, 'investigate', '2026-11-23 09:30:00', 2);

-- example: nor is it given back to them by an assignment or after another quarrel
-- now: 2026-11-30 00:00:00
-- findings: 2 refuse
-- since: 2026-11-23 09:10:00
-- says: sun quarrelled over TS-2026-0001 and stays off it until it is closed: no "assigned" to them
-- says: sun 与 TS-2026-0001 的来访者争吵过,办结前应回避,「转交」不能交给其办理
INSERT INTO given_complaint (id, at, channel) VALUES (1, '2026-11-23 09:00:00', 'visit'), (2, '2026-11-23 09:00:00', 'visit');
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by)
VALUES (1, '2026-11-23 09:10:00', 2, 3, 3), (2, '2026-11-23 09:10:00', 2, 3, 3);
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:10:00', 2, '退回');
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (2, '2026-11-23 09:20:00', 3, 1, 2);

-- example: what they did before it stands and so does what they do after the closing
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, channel) VALUES (1, '2026-11-23 09:00:00', 'visit');
INSERT INTO given_step (matter, what, at, doer) VALUES (1, 'investigate', '2026-11-23 09:05:00', 2);
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (1, '2026-11-23 09:10:00', 2, 3, 3);
INSERT INTO given_closing (matter, at, outcome, doer) VALUES (1, '2026-11-23 10:00:00', '已处理', 3);
INSERT INTO given_callback (matter, at, doer) VALUES (1, '2026-11-24 10:00:00', 2);

-- example: they did it all the same
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, channel) VALUES (1, '2026-11-23 09:00:00', 'visit');
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (1, '2026-11-23 09:10:00', 2, 3, 3);
INSERT INTO given_step (matter, what, at, doer, as_happened)
VALUES (1, 'reply', '2026-11-23 09:30:00', 2, '业主只找他');

-- example: nor is it given back to them by an assignment or after another quarrel, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 2 refuse
INSERT INTO given_complaint (id, at, channel) VALUES (1, '2026-11-23 09:00:00', 'visit'), (2, '2026-11-23 09:00:00', 'visit');
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by)
VALUES (1, '2026-11-23 09:10:00', 2, 3, 3), (2, '2026-11-23 09:10:00', 2, 3, 3);
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:10:00', 2, '退回');
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (2, '2026-11-23 09:20:00', 3, 1, 2);
INSERT INTO given_complaint (id, at, channel) VALUES (51, '2026-11-23 09:00:00', 'visit');
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (51, '2026-11-23 09:10:00', 2, 3, 3);
INSERT INTO given_step (matter, what, at, doer) VALUES (51, 'investigate', '2026-11-23 09:30:00', 3);

-- example: the one who quarrelled does not, after another one that is in order
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, channel) VALUES (1, '2026-11-23 09:00:00', 'visit');
INSERT INTO given_step (matter, what, at, doer) VALUES (1, 'investigate', '2026-11-23 09:05:00', 2);
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (1, '2026-11-23 09:10:00', 2, 3, 3);
INSERT INTO given_closing (matter, at, outcome, doer) VALUES (1, '2026-11-23 10:00:00', '已处理', 3);
INSERT INTO given_callback (matter, at, doer) VALUES (1, '2026-11-24 10:00:00', 2);
INSERT INTO given_complaint (id, at, channel) VALUES (51, '2026-11-23 09:00:00', 'visit');
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (51, '2026-11-23 09:10:00', 2, 3, 3);
INSERT INTO given_step (matter, what, at, doer) VALUES (51, 'investigate', '2026-11-23 09:30:00', 2);

-- example: given on from the one who took over, twice, and never back
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, to_staff) VALUES (1, 'assign', '2026-11-23 09:01:00', 2);
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (1, '2026-11-23 09:02:00', 2, 3, 1);
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:03:00', 5, '属维修');
INSERT INTO given_step (matter, what, at, to_staff, reason) VALUES (1, 'assign', '2026-11-23 09:04:00', 3, '涉及外部');

-- example: who quarrelled puts it on record
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (1, '2026-11-23 10:00:00', 1, 3, 3);

-- example: it is escalated to who quarrelled
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (1, '2026-11-23 10:00:00', 2, 3, 3);
INSERT INTO given_step (matter, what, at, doer, to_staff) VALUES (1, 'escalate', '2026-11-23 11:00:00', 3, 2);

-- example: who quarrelled adds a note
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (1, '2026-11-23 10:00:00', 2, 3, 3);
INSERT INTO given_step (matter, what, at, doer, text) VALUES (1, 'note', '2026-11-23 11:00:00', 2, '请看');

-- example: who quarrelled closes it
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (1, '2026-11-23 10:00:00', 2, 3, 3);
INSERT INTO given_closing (matter, at, doer, outcome) VALUES (1, '2026-11-24 11:00:00', 2, '已办');

-- equivalent: s.what = 'quarrel' => true
-- because: only a quarrel has a row there
