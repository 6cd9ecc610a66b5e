-- id: callback.followed-up
-- clause: 3.3.3b
-- severity: breach
-- judges: complaint
-- after: callback
-- when: unsettled
-- blamed: holder
-- form: clock
-- limit: callback.follow_up_within
-- due: follow-up
-- title.zh: 及时再次回访
-- title.en: Follow-up callback in time
-- message.zh: {subject} 应在 {due} 前再次回访,已超时 {late}
-- message.en: {subject} was to be called back again by {due}; late by {late}
-- remedy.zh: 登记回访:huiyin callback log {subject} --method visit --signed-by … --satisfied …
-- remedy.en: record it: huiyin callback log {subject} --method visit --signed-by … --satisfied …
-- reads: callback matter letter_share
SELECT o.no AS subject, o.started, o.due, o.met, o.stopped
FROM owed_callbacks o
WHERE o.which = 'further' AND o.matter IN (SELECT id FROM scope_complaint);

-- gate: unless open-letter
SELECT :no AS subject, s.at AS started, s.at + policy('callback.follow_up_within', s.at) AS due,
       (SELECT min(n.at) FROM main.callback o CROSS JOIN main.step n ON n.id = o.id
        WHERE o.matter = :id AND o.reached AND n.at <= now() AND (n.voided_at IS NULL OR n.voided_at > now())
          AND (n.at, n.id) > (s.at, s.id)) AS met,
       (SELECT e.at FROM main.step e
        WHERE e.matter = :id AND +e.what = 'close' AND e.at <= now() AND (e.at, e.id) > (s.at, s.id)) AS stopped
FROM main.callback c CROSS JOIN main.step s ON s.id = c.id
WHERE c.matter = :id AND c.reached AND s.at <= now() AND (s.voided_at IS NULL OR s.voided_at > now())
  AND (c.raised IS NOT NULL OR c.satisfied = 'no'
       OR c.satisfied = 'partly' AND NOT policy('callback.partly_closes', s.at));

-- example: again in the last second of three days
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-24 09:00:00', 'no');
INSERT INTO given_callback (matter, at, method, signed_by) VALUES (1, '2026-11-27 09:00:00', 'visit', '张伟');

-- example: one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-24 09:00:00', 'no');
INSERT INTO given_callback (matter, at, method, signed_by) VALUES (1, '2026-11-27 09:00:01', 'visit', '张伟');

-- example: satisfied with something new still needs one
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, raised, settled) VALUES (1, '2026-11-24 09:00:00', '灯又坏', '当场换好');

-- example: a closing ends what was owed and not what is asked for after it
-- now: 2026-11-27 09:00:01
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000'), (2, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-24 09:00:00', 'no');
INSERT INTO given_closing (matter, at, outcome, ended, doer, reason)
VALUES (1, '2026-11-24 09:00:00', '无法满足', 'unsatisfied', 3, '要求违规'), (2, '2026-11-24 09:00:00', '无法满足', 'unsatisfied', 3, '要求违规');
INSERT INTO given_callback (matter, at, satisfied) VALUES (2, '2026-11-24 09:00:00', 'no');

-- example: partly is enough where the office says so
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_policy (key, value, at) VALUES ('callback.partly_closes', 'yes', '2026-11-24 10:00:00');
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000'), (2, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-24 09:59:59', 'partly');
INSERT INTO given_callback (matter, at, satisfied) VALUES (2, '2026-11-24 10:00:00', 'partly');

-- example: the first callback, however late, is no further one
-- now: 2026-12-02 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000'), (2, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00'), (2, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_closing (matter, at, outcome, ended, doer, reason)
VALUES (1, '2026-11-26 10:00:00', '不愿再谈', 'declined', 3, '本人要求'), (2, '2026-11-26 10:00:00', '无法满足', 'unsatisfied', 3, '要求违规');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-12-01 10:00:00'), (2, '2026-12-01 10:00:00');

-- equivalent: o.matter IN (SELECT id FROM scope_complaint) => true
-- because: a further callback is owed about complaints only; it is said so that the gate asks of no others
