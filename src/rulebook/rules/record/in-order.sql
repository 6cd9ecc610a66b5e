-- id: record.in-order
-- clause: 1.6
-- severity: refuse
-- judges: record
-- when: untimely unfounded event
-- blames: step
-- blamed: doer
-- title.zh: 按先后如实登记
-- title.en: Steps in the order they happened
-- message.zh: {subject} 的「{what}」时间不对:{wrong_zh}
-- message.en: {subject}: the time of "{what}" is wrong: {wrong_en}
-- remedy.zh: 用 --at 写实际的时间(重大事项还有 --happened、--learned;更正时写 --opened-at 或 --step-at);未发生的事不能登记
-- remedy.en: give the real time with --at (for an event also --happened and --learned; for a correction --opened-at and --step-at); what has not happened yet cannot be recorded
-- reads: matter step event callback_answer letter_share staff_edition staff_absence policy_edition area home plan_edition snippet snippet_end acknowledgement explanation weekly_report erased_value
WITH placed AS (
    SELECT s.id, s.what, s.at, s.recorded_at, m.no, m.at AS opened_at,
           -- The step this one needs, as far as it is on file at all.
           CASE WHEN s.what = 'opinion'
                -- A reply that truly came first is told as it happened.
                  OR s.what = 'reply' AND s.as_happened IS NULL
                THEN (SELECT min(n.at) FROM main.step n
                      WHERE n.matter = s.matter
                        AND +n.what = iif(s.what = 'opinion', 'investigate', 'opinion')) END AS needed_at,
           -- What a report says of its event has happened too.
           CASE WHEN s.what = 'add'
                THEN (SELECT max(e.learned_at, coalesce(e.happened_at, e.learned_at))
                      FROM main.event e WHERE e.id = s.matter) END AS told_at,
           -- An answer needs the callback that asked for it.
           CASE WHEN s.what = 'answered'
                THEN (SELECT c.at FROM main.callback_answer a JOIN main.step c ON c.id = a.callback
                      WHERE a.step = s.id)
                WHEN s.what = 'rearrange'
                THEN (SELECT c.at FROM main.rearranged r JOIN main.step c ON c.id = r.callback WHERE r.step = s.id) END AS asked_at,
           -- Of an order every step needs the one before.
           (SELECT max(n.at) FROM main.step n
            WHERE n.dispatch_order = s.dispatch_order AND n.id < s.id) AS order_at,
           CASE WHEN s.what IN ('close', 'handover', 'end', 'relieved')
                THEN (SELECT max(n.at) FROM main.step n
                      WHERE n.matter = s.matter AND n.id < s.id
                        AND n.voided_at IS NULL
                        -- Nor is what a letter said that was made void.
                        AND NOT EXISTS (SELECT 1 FROM main.letter_share h JOIN main.matter l ON l.id = h.letter
                                        WHERE h.callback = n.id AND l.voided_at IS NOT NULL)
                        AND n.what NOT IN ('note', 'attach', 'amend', 'callback-void')) END AS latest_at
    FROM scope_record m JOIN main.step s ON s.matter = m.id
), judged AS (
    SELECT no, at, id, what,
           CASE WHEN at > recorded_at OR told_at > recorded_at
                THEN iif(max(at, coalesce(told_at, at)) > now(), 'ahead', 'recorded')
                -- What was recorded while the clock was ahead is voided and noted at once.
                WHEN at < opened_at AND NOT (what IN ('void', 'note') AND opened_at > recorded_at) THEN 'received'
                WHEN at < needed_at OR at < order_at OR at < asked_at THEN 'needed'
                WHEN at < latest_at THEN 'latest' END AS wrong
    FROM placed
    UNION ALL
    -- What changes no matter has happened by now all the same.
    SELECT subject, at, row, 'deed', 'ahead' FROM deed WHERE at > recorded_at
)
SELECT no AS subject, at AS since, id AS row, what, at AS happened_at,
       CASE wrong WHEN 'ahead' THEN '晚于现在' WHEN 'recorded' THEN '晚于登记它的时间' WHEN 'received' THEN '早于受理时间'
                  WHEN 'needed' THEN '早于它所需的前一步' ELSE '早于最后一步' END AS wrong_zh,
       CASE wrong WHEN 'ahead' THEN 'it is in the future'
                  WHEN 'recorded' THEN 'it is later than when it was recorded'
                  WHEN 'received' THEN 'it is before the matter was received'
                  WHEN 'needed' THEN 'it is before the step it needs' ELSE 'it is before the last step' END AS wrong_en
FROM judged WHERE wrong IS NOT NULL;

-- example: closed before a letter answered it, which was void by then
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_letter (id, at) VALUES (2, '2026-11-24 09:00:00');
INSERT INTO given_letter_share (letter, matter) VALUES (2, 1);
INSERT INTO given_void (matter, at) VALUES (2, '2026-11-24 10:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-24 08:59:59', '已恢复');

-- example: the same of a letter that stands, in its second and before it
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000'), (3, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_letter (id, at) VALUES (2, '2026-11-24 09:00:00'), (4, '2026-11-24 08:00:00');
INSERT INTO given_letter_share (letter, matter) VALUES (2, 1), (2, 3), (4, 3);
INSERT INTO given_void (matter, at) VALUES (4, '2026-11-24 08:30:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-24 08:59:59', '已恢复'), (3, '2026-11-24 09:00:00', '已恢复');

-- example: a matter that lies ahead of now, recorded by a wrong clock, is voided and noted now
-- now: 2026-11-24 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2027-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, text) VALUES (1, 'note', '2026-11-23 10:00:00', '当时机器钟快一年');
INSERT INTO given_step (matter, what, at, reason) VALUES (1, 'void', '2026-11-23 10:00:01', '当时机器钟快一年');

-- example: nothing else is done on it before it was received, nor is one that is past voided before
-- now: 2026-11-24 00:00:00
-- findings: 2 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2027-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at, recorded_at, reason) VALUES (2, 'void', '2026-11-23 08:59:59', '2026-11-23 09:00:00', 'x');

-- example: a step in the second the matter was received is in order
-- now: 2026-11-24 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 09:00:00');

-- example: a step one second before its matter is not
-- now: 2026-11-24 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 08:59:59');

-- example: a step recorded in the second it happened is in order
-- now: 2026-12-31 23:59:59
-- findings: 0
INSERT INTO given_complaint (id, at, recorded_at)
VALUES (1, '2026-12-31 23:59:59', '2026-12-31 23:59:59');

-- example: a step in the first second of the new year cannot be recorded in the old
-- now: 2026-12-31 23:59:59
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, recorded_at)
VALUES (1, '2027-01-01 00:00:00', '2026-12-31 23:59:59');

-- example: an event that took place and was learned of in the second of its report
-- now: 2026-11-24 00:00:00
-- findings: 0
INSERT INTO given_event (id, at, happened_at, learned_at) VALUES (1, '2026-11-23 09:00:00', '2026-11-23 09:00:00', '2026-11-23 09:00:00');

-- example: one that takes place or is learned of a second later
-- now: 2026-11-24 00:00:00
-- findings: 2 refuse
INSERT INTO given_event (id, at, happened_at, learned_at)
VALUES (1, '2026-11-23 09:00:00', '2026-11-23 09:00:01', '2026-11-23 09:00:00'),
       (2, '2026-11-23 09:00:00', NULL, '2026-11-23 09:00:01');

-- example: an opinion from before the findings is out of order
-- now: 2026-11-24 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'opinion', '2026-11-23 09:59:59');

-- example: a closing from before the last step is out of order and a note is no such step
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (2, 'note', '2026-11-23 10:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-23 09:59:59', '已处理');
INSERT INTO given_closing (matter, at, outcome) VALUES (2, '2026-11-23 09:59:59', '已处理');

-- example: no step of an order before the one it needs
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at) VALUES (1, 'arrive', '2026-11-23 09:01:59');

-- example: a correction of what was written down does not hold up the closing
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, field, text) VALUES (1, 'amend', '2026-11-23 10:00:00', 'unit', '3-520');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-23 09:59:59', '已处理');

-- example: a reply from before the opinion is out of order unless it truly came first
-- now: 2026-11-24 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 10:00:00'), (1, 'opinion', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (2, 'investigate', '2026-11-23 10:00:00'), (2, 'opinion', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 09:59:59');
INSERT INTO given_step (matter, what, at, as_happened) VALUES (2, 'reply', '2026-11-23 09:59:59', '当场先答复');

-- example: an answer in the second of the callback that asked for it and one a second before it
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000'), (2, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, raised, appointment_at)
VALUES (1, '2026-11-24 09:00:00', '想装扶手', '2026-11-27 09:00:00'), (2, '2026-11-25 09:00:00', '想装扶手', '2026-11-27 09:00:00');
INSERT INTO given_answer (matter, at) VALUES (1, '2026-11-24 09:00:00'), (2, '2026-11-25 08:59:59');

-- example: one that takes place or is learned of a second later, while another one is in order
-- now: 2026-11-24 00:00:00
-- findings: 2 refuse
INSERT INTO given_event (id, at, happened_at, learned_at)
VALUES (1, '2026-11-23 09:00:00', '2026-11-23 09:00:01', '2026-11-23 09:00:00'),
       (2, '2026-11-23 09:00:00', NULL, '2026-11-23 09:00:01');
INSERT INTO given_complaint (id, at) VALUES (51, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (51, 'investigate', '2026-11-23 09:00:00');

-- example: an opinion from before the findings is out of order, while another one is in order
-- now: 2026-11-24 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'opinion', '2026-11-23 09:59:59');
INSERT INTO given_complaint (id, at) VALUES (51, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (51, 'investigate', '2026-11-23 09:00:00');

-- example: an order goes its way step by step, and the sheet comes back in the second it is signed
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_order (id, repair, at) VALUES (1, 1, '2026-11-23 09:02:00');
INSERT INTO given_order_step (order_id, what, at)
VALUES (1, 'arrive', '2026-11-23 09:10:00'), (1, 'start', '2026-11-23 09:11:00'), (1, 'finish', '2026-11-23 09:30:00'),
       (1, 'sign', '2026-11-23 09:31:00'), (1, 'return', '2026-11-23 09:31:00');

-- example: a reply that came after the findings but before the opinion
-- now: 2026-11-24 00:00:00
-- findings: 1 refuse
-- says: it is before the step it needs
-- says: 早于它所需的前一步
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at)
VALUES (1, 'investigate', '2026-11-23 10:00:00'), (1, 'opinion', '2026-11-23 11:00:00'), (1, 'reply', '2026-11-23 10:59:59');

-- example: what an event's first report says of it is held against that report alone
-- now: 2026-11-24 00:00:00
-- findings: 1 refuse
-- says: it is later than when it was recorded
-- says: 晚于登记它的时间
INSERT INTO given_event (id, at, learned_at) VALUES (1, '2026-11-23 09:00:00', '2026-11-23 09:00:01');
INSERT INTO given_message (event, what, at) VALUES (1, 'relay', '2026-11-23 09:00:00');

-- example: recorded a second before it happened, which by now is this second; and one that is still to come
-- now: 2026-11-23 09:00:01
-- findings: 2 refuse
-- says: TS-2026-0001: the time of "received" is wrong: it is later than when it was recorded
-- says: TS-2026-0002: the time of "received" is wrong: it is in the future
-- says: 晚于现在
INSERT INTO given_complaint (id, at, recorded_at)
VALUES (1, '2026-11-23 09:00:01', '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:02', '2026-11-23 09:00:00');

-- example: one that happened before it was received and one that closes before the last step say so
-- now: 2026-11-24 00:00:00
-- findings: 2 refuse
-- says: it is before the matter was received
-- says: 早于受理时间
-- says: it is before the last step
-- says: 早于最后一步
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00'), (2, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at)
VALUES (1, 'investigate', '2026-11-23 08:59:59'), (2, 'investigate', '2026-11-23 10:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (2, '2026-11-23 09:59:59', '已处理');

-- example: an appointment is moved in the second of the callback that gave it, and another one before its own
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
-- since: 2026-11-25 08:59:59
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000'), (2, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at, raised, appointment_at)
VALUES (1, '2026-11-24 09:00:00', '想装扶手', '2026-11-27 09:00:00'), (2, '2026-11-25 09:00:00', '想装扶手', '2026-11-27 09:00:00');
INSERT INTO given_rearrangement (matter, at, appointment_at)
VALUES (1, '2026-11-24 09:00:00', '2026-11-28 09:00:00'), (2, '2026-11-25 08:59:59', '2026-11-28 09:00:00');

-- example: a shift that is handed over, ended or relieved before the last round that is on file
-- now: 2026-11-30 00:00:00
-- findings: 3 refuse
INSERT INTO given_area (id, name) VALUES (1, '消防泵房');
INSERT INTO given_shift (id, at) VALUES (1, '2026-11-23 08:00:00'), (2, '2026-11-24 08:00:00'), (3, '2026-11-25 08:00:00');
INSERT INTO given_patrol (shift, area, at) VALUES (1, 1, '2026-11-23 20:00:00'), (2, 1, '2026-11-24 20:00:00'), (3, 1, '2026-11-25 20:00:00');
INSERT INTO given_shift_end (shift, what, at)
VALUES (1, 'handover', '2026-11-23 19:59:59'), (2, 'end', '2026-11-24 19:59:59'), (3, 'relieved', '2026-11-25 19:59:59');

-- example: a callback after the closing and one before it that was never made are in nobody's way
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-24 12:00:00');
UPDATE step SET voided_at = unixepoch('2026-11-24 12:30:00') WHERE what = 'callback';
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-24 11:00:00', '已处理');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-25 09:00:00');

-- example: a change of staff that is to have happened this second, and one that lies ahead
-- now: 2026-11-23 10:00:00
-- findings: 1 refuse
-- says: the time of "recorded" is wrong: it is in the future
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_deed (subject, at, recorded_at)
VALUES ('chen', '2026-11-23 10:00:00', '2026-11-23 10:00:00'), ('sun', '2026-11-23 10:00:01', '2026-11-23 10:00:00');

-- example: closed in the second of the last step
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'investigate', '2026-11-23 10:00:00');
INSERT INTO given_closing (matter, at, outcome) VALUES (1, '2026-11-23 10:00:00', '已处理');

-- equivalent: n.id < s.id => n.id <= s.id
-- equivalent: n.id < s.id => n.id <= s.id (2)
-- because: a step is never before its own time

-- equivalent: s.what = 'rearrange' => true
-- because: only an appointment that was moved has a row there; it is said so that it is looked for no other step
