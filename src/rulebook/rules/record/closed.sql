-- id: record.closed
-- clause: 1.6
-- severity: refuse
-- judges: record
-- after: close decide handover end relieved void investigate opinion reply answer answered callback-void
-- when: afterwards again callback-void answered rearrange
-- blames: step
-- blamed: doer
-- title.zh: 办结后不再增加步骤,只做一次的不重复
-- title.en: No step after closing, and no one-time step twice
-- message.zh: {subject} 不能再登记「{what}」:{wrong_zh}
-- message.en: {subject}: "{what}" can no longer be recorded: {wrong_en}
-- remedy.zh: {mend_zh}
-- remedy.en: {mend_en}
-- reads: step callback_answer correction rearranged
WITH ends AS MATERIALIZED (
    SELECT m.id, m.no,
           min(iif(c.what IN (SELECT what FROM step_kind WHERE ends), c.id, NULL)) AS closing,
           min(iif(c.what = 'void', c.id, NULL)) AS voiding
    FROM scope_record m CROSS JOIN main.step c ON c.matter = m.id
    GROUP BY m.id
), void_callbacks AS (
    -- Callbacks that were never made, by the step that says so.
    SELECT v.matter, x.target AS callback, v.id AS voiding
    FROM ends m CROSS JOIN main.step v ON v.matter = m.id AND v.what = 'callback-void'
    JOIN main.correction x ON x.step = v.id
), judged AS (
    SELECT m.no, s.at, s.id, s.what, CASE
        WHEN s.id > m.voiding AND s.what NOT IN (SELECT what FROM step_kind WHERE remark) THEN 'void'
        WHEN s.id > m.closing AND s.what NOT IN (SELECT what FROM step_kind WHERE after_end)
            -- What happened within a shift may be written down after it.
            AND NOT (s.what IN (SELECT what FROM step_kind WHERE within_shift)
                     AND s.at <= (SELECT c.at FROM main.step c WHERE c.id = m.closing)) THEN 'closed'
        -- Nothing is done about a callback that was never made.
        WHEN s.what IN ('answered', 'rearrange', 'amend', 'callback-void')
            AND EXISTS (SELECT 1 FROM void_callbacks v
                        WHERE v.matter = m.id AND v.voiding < s.id
                          AND v.callback IN (SELECT a.callback FROM main.callback_answer a WHERE a.step = s.id
                                             UNION ALL SELECT r.callback FROM main.rearranged r WHERE r.step = s.id
                                             UNION ALL SELECT c.target FROM main.correction c WHERE c.step = s.id))
            THEN 'never'
        -- Once in a round: a callback in between opens the next, and what was only recorded as it happened
        -- may still be done properly.
        WHEN s.what IN (SELECT what FROM step_kind WHERE once)
            AND EXISTS (SELECT 1 FROM main.step before
                        WHERE before.matter = m.id AND before.what = s.what AND before.id < s.id
                          AND before.as_happened IS NULL
                          AND NOT EXISTS (SELECT 1 FROM main.step between_them
                                          WHERE between_them.matter = m.id
                                            AND between_them.what = 'callback'
                                            AND between_them.id > before.id
                                            AND between_them.id < s.id
                                            AND between_them.at BETWEEN before.at AND s.at
                                            AND NOT EXISTS (SELECT 1 FROM void_callbacks v
                                                            WHERE v.callback = between_them.id AND v.voiding < s.id)))
            THEN 'twice'
        -- What was raised in a callback is answered once, and then not put off any more.
        WHEN s.what = 'answered'
            AND EXISTS (SELECT 1 FROM main.callback_answer mine
                        JOIN main.callback_answer other ON other.callback = mine.callback
                        WHERE mine.step = s.id AND other.step < s.id) THEN 'twice'
        WHEN s.what = 'rearrange'
            AND EXISTS (SELECT 1 FROM main.rearranged r JOIN main.callback_answer a ON a.callback = r.callback
                        WHERE r.step = s.id AND a.step < s.id) THEN 'twice'
        END AS wrong
    FROM ends m CROSS JOIN main.step s ON s.matter = m.id
)
SELECT no AS subject, at AS since, id AS row, what,
       CASE wrong WHEN 'void' THEN '已经作废' WHEN 'closed' THEN '已经办结'
                  WHEN 'never' THEN '这次回访已经作废' ELSE '已登记过一次' END AS wrong_zh,
       CASE wrong WHEN 'void' THEN 'it is void' WHEN 'closed' THEN 'it is closed'
                  WHEN 'never' THEN 'that callback is void' ELSE 'it is on record already' END AS wrong_en,
       CASE wrong WHEN 'void' THEN '补充情况用 huiyin note ' || no || ' --text …'
                  WHEN 'never' THEN '另记一次实际的回访:huiyin callback log ' || no || ' --method phone …'
                  ELSE '补充情况用 huiyin note ' || no || ' --text …;填错用 huiyin amend ' || no END AS mend_zh,
       CASE wrong WHEN 'void' THEN 'to add to it: huiyin note ' || no || ' --text …'
                  WHEN 'never' THEN 'record the callback that was made: huiyin callback log ' || no || ' --method phone …'
                  ELSE 'to add to it: huiyin note ' || no || ' --text …; to correct it: huiyin amend ' || no END AS mend_en
FROM judged WHERE wrong IS NOT NULL;

-- example: a note after the closing is welcome
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-23 10:00:00', '已处理');
INSERT INTO given_step (matter, what, at, text) VALUES (1, 'note', '2026-11-23 10:00:01', '补交照片');

-- example: a second closing is refused
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-23 10:00:00', '已处理');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-23 11:00:00', '又处理');

-- example: a reply on a closed matter is refused even when it happened before the closing
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-23 10:00:00', '已处理');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 09:30:00');

-- example: the same findings are not recorded twice
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 10:05:00');

-- example: a reply that was only recorded as it happened may be followed by a proper one
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, as_happened) VALUES (1, 'reply', '2026-11-23 10:00:00', '当场先答复');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 12:00:00');

-- example: after a callback there may be another reply
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'callback', '2026-11-23 11:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 12:00:00');

-- example: no reply is dated back to before the callback that asks for another
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00'), (2, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'callback', '2026-11-23 11:00:00'), (2, 'callback', '2026-11-23 11:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 11:00:00'), (2, 'reply', '2026-11-23 10:59:59');

-- example: an appointment is not kept by a second answer and each has its own
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, raised, appointment_at)
VALUES (1, '2026-11-24 09:00:00', '想装扶手', '2026-11-27 09:00:00');
INSERT INTO given_answer (matter, at) VALUES (1, '2026-11-27 10:00:00'), (1, '2026-11-27 09:00:00');
INSERT INTO given_callback (matter, at, method, signed_by, raised, appointment_at)
VALUES (1, '2026-11-28 09:00:00', 'visit', '张伟', '想装灯', '2026-11-29 09:00:00');
INSERT INTO given_answer (matter, at) VALUES (1, '2026-11-29 09:00:00');

-- example: a void matter takes no reply
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_void (matter, at) VALUES (1, '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 11:00:00');

-- example: a conduct case is decided once
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_conduct (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_decision (conduct, at) VALUES (1, '2026-11-23 10:00:00'), (1, '2026-11-23 11:00:00');

-- example: a callback that was never made takes no answer and opens no round
-- now: 2026-11-30 00:00:00
-- findings: 2 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_callback (matter, at, satisfied, raised, appointment_at)
VALUES (1, '2026-11-24 09:00:00', 'no', '想装扶手', '2026-11-27 09:00:00');
INSERT INTO given_step (matter, what, at, doer) VALUES (1, 'callback-void', '2026-11-25 09:00:00', 3);
INSERT INTO correction (step, target) SELECT (SELECT max(id) FROM step), max(id) FROM callback;
INSERT INTO given_answer (matter, at) VALUES (1, '2026-11-26 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-26 10:00:00');

-- example: a callback that was never made takes no answer and opens no round, while another one is in order
-- now: 2026-11-30 00:00:00
-- findings: 2 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_callback (matter, at, satisfied, raised, appointment_at)
VALUES (1, '2026-11-24 09:00:00', 'no', '想装扶手', '2026-11-27 09:00:00');
INSERT INTO given_step (matter, what, at, doer) VALUES (1, 'callback-void', '2026-11-25 09:00:00', 3);
INSERT INTO correction (step, target) SELECT (SELECT max(id) FROM step), max(id) FROM callback;
INSERT INTO given_answer (matter, at) VALUES (1, '2026-11-26 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-26 10:00:00');
INSERT INTO given_complaint (id, at) VALUES (51, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (51, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (51, 'callback', '2026-11-23 11:00:00');
INSERT INTO given_step (matter, what, at) VALUES (51, 'reply', '2026-11-23 12:00:00');

-- example: a void matter may still be noted on
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_void (matter, at) VALUES (1, '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at, text) VALUES (1, 'note', '2026-11-23 11:00:00', '另见 TS-2026-0002');

-- example: a round in the second of the handover is still written down after it, one a second later is not
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
-- since: 2026-11-24 20:00:01
-- says: it is closed
INSERT INTO given_area (id, name) VALUES (1, '消防泵房');
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00'), (2, '2026-11-24 08:00:00');
INSERT INTO given_shift_end (shift, at) VALUES (1, '2026-11-23 20:00:00'), (2, '2026-11-24 20:00:00');
INSERT INTO given_patrol (shift, area, at) VALUES (1, 1, '2026-11-23 20:00:00'), (2, 1, '2026-11-24 20:00:01');

-- example: about a callback that was never made nothing is moved, corrected or taken back a second time
-- now: 2026-11-30 00:00:00
-- findings: 3 refuse
-- says: that callback is void
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, satisfied, raised, appointment_at)
VALUES (1, '2026-11-24 09:00:00', 'no', '想装扶手', '2026-11-27 09:00:00');
INSERT INTO given_callback_void (matter, at) VALUES (1, '2026-11-25 09:00:00');
INSERT INTO given_rearrangement (matter, at, appointment_at) VALUES (1, '2026-11-25 10:00:00', '2026-11-28 09:00:00');
INSERT INTO given_step_correction (step, field, at) VALUES (1002, 'step-at', '2026-11-25 11:00:00');
INSERT INTO given_callback_void (matter, at) VALUES (1, '2026-11-25 12:00:00');

-- example: what was done about one that was never made stands in the way of nothing that is done about the next
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, satisfied, raised, appointment_at)
VALUES (1, '2026-11-24 09:00:00', 'no', '想装扶手', '2026-11-27 09:00:00');
INSERT INTO given_rearrangement (matter, at, appointment_at) VALUES (1, '2026-11-24 10:00:00', '2026-11-28 09:00:00');
INSERT INTO given_answer (matter, at) VALUES (1, '2026-11-24 11:00:00');
INSERT INTO given_step_correction (step, field, at) VALUES (1004, 'step-at', '2026-11-24 11:30:00');
INSERT INTO given_callback_void (matter, at) VALUES (1, '2026-11-24 12:00:00');
INSERT INTO given_callback (matter, at, satisfied, raised, appointment_at)
VALUES (1, '2026-11-25 09:00:00', 'no', '想装扶手', '2026-11-27 09:00:00');
INSERT INTO given_step_correction (step, field, at) VALUES (1007, 'step-at', '2026-11-25 09:30:00');
INSERT INTO given_rearrangement (matter, at, appointment_at) VALUES (1, '2026-11-25 10:00:00', '2026-11-28 09:00:00');
INSERT INTO given_answer (matter, at) VALUES (1, '2026-11-25 11:00:00');

-- example: what was raised is answered, and the appointment is moved after that all the same, while another one is only moved
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
-- since: 2026-11-24 12:00:00
-- says: TS-2026-0001: "re-arranged" can no longer be recorded: it is on record already
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000'), (2, '2026-11-23 09:00:00', '13800008001');
INSERT INTO given_callback (matter, at, satisfied, raised, appointment_at)
VALUES (1, '2026-11-24 09:00:00', 'no', '想装扶手', '2026-11-27 09:00:00'), (2, '2026-11-24 09:00:00', 'no', '想装灯', '2026-11-27 09:00:00');
INSERT INTO given_rearrangement (matter, at, appointment_at) VALUES (1, '2026-11-24 10:00:00', '2026-11-28 09:00:00');
INSERT INTO given_answer (matter, at) VALUES (1, '2026-11-24 11:00:00');
INSERT INTO given_rearrangement (matter, at, appointment_at)
VALUES (1, '2026-11-24 12:00:00', '2026-11-29 09:00:00'), (2, '2026-11-24 12:00:00', '2026-11-29 09:00:00');

-- example: a callback about something else, one put on record before the first reply, and one after the second open no round
-- now: 2026-11-25 00:00:00
-- findings: 3 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00'), (3, '2026-11-23 09:00:00'), (4, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at)
VALUES (1, 'reply', '2026-11-23 10:00:00'), (4, 'callback', '2026-11-23 11:00:00'), (1, 'reply', '2026-11-23 12:00:00');
-- They were typed in this order.
UPDATE step SET id = 1102 WHERE id = 4002;
UPDATE step SET id = 1103 WHERE id = 1003;
INSERT INTO given_step (matter, what, at)
VALUES (2, 'callback', '2026-11-23 11:00:00'), (2, 'reply', '2026-11-23 10:00:00'), (2, 'reply', '2026-11-23 12:00:00');
INSERT INTO given_step (matter, what, at)
VALUES (3, 'reply', '2026-11-23 10:00:00'), (3, 'reply', '2026-11-23 12:00:00'), (3, 'callback', '2026-11-23 11:00:00');

-- example: a callback in the second of the reply opens a round, and what was done in it stays when it turns out that it was never made
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_callback (matter, at, satisfied) VALUES (1, '2026-11-23 10:00:00', 'no');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 12:00:00');
INSERT INTO given_callback_void (matter, at) VALUES (1, '2026-11-23 13:00:00');

-- equivalent: v.matter = m.id => true
-- equivalent: v.matter = m.id => true (2)
-- because: a callback is of one matter; it is said so that no others are looked at

-- equivalent: s.what IN ('answered', 'rearrange', 'amend', 'callback-void') => true
-- equivalent: s.what = 'answered' => true
-- equivalent: s.what = 'rearrange' => true
-- because: no other step has a row there; it is said so that none is looked for

-- equivalent: between_them.id > before.id => between_them.id >= before.id
-- equivalent: between_them.id < s.id => between_them.id <= s.id
-- equivalent: v.voiding < s.id => v.voiding <= s.id (2)
-- because: a callback, and taking one back, is never the step that is done once

-- equivalent: a.step < s.id => a.step <= s.id
-- because: an answer and the moving of an appointment are two steps
