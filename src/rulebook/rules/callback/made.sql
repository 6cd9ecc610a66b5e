-- id: callback.made
-- clause: 3.4.1
-- severity: breach
-- judges: matter
-- after: reply answer
-- blamed: holder
-- form: clock
-- limit: complaint.callback_within
-- due: callback
-- title.zh: 及时回访
-- title.en: Called back in time
-- message.zh: {subject} 应在 {due} 前回访,已超时 {late}
-- message.en: {subject} was to be called back by {due}; late by {late}
-- remedy.zh: 登记回访:huiyin callback log {subject} --method phone --satisfied yes|partly|no
-- remedy.en: record it: huiyin callback log {subject} --method phone --satisfied yes|partly|no
-- reads: callback step matter letter_share
SELECT o.no AS subject, o.started, o.due, o.met, o.stopped
FROM owed_callbacks o
WHERE o.which = 'first' AND o.matter IN (SELECT id FROM scope_matter);

-- gate: unless unreachable open-letter
SELECT :no AS subject, started, started + policy('complaint.callback_within', started) AS due,
       :reached_at AS met, CASE WHEN :ended <> 'unsatisfied' THEN :closed_at END AS stopped
FROM (SELECT max(coalesce(min(:reply_at, :answer_at), :reply_at, :answer_at), :reachable_at) AS started)
WHERE started IS NOT NULL
  AND (:kind = 'complaint' OR :channel <> 'round'
       AND (SELECT s.sort FROM main.suggestion s WHERE s.id = :id) = 'opinion');

-- example: in the last second of three days after the reply
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-26 10:00:00');

-- example: one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-11-26 10:00:01');

-- example: an attempt owes it still
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_callback (matter, at, reached) VALUES (1, '2026-11-24 10:00:00', 0);

-- example: who cannot be reached is owed none
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');

-- example: an opinion that a resident brought is owed one and a suggestion or a round's is not
-- now: 2026-11-26 10:00:01
-- findings: 1 breach
INSERT INTO given_suggestion (id, at, sort, channel, unit)
VALUES (1, '2026-11-23 09:00:00', 'opinion', 'visit', '3-502'), (2, '2026-11-23 09:00:00', 'suggestion', 'visit', '3-502'),
       (3, '2026-11-23 09:00:00', 'opinion', 'round', '3-502');
INSERT INTO given_suggestion_answer (matter, at, courtesy)
VALUES (1, '2026-11-23 10:00:00', 'thanks'), (2, '2026-11-23 10:00:00', 'thanks'), (3, '2026-11-23 10:00:00', 'thanks');

-- example: an open letter to two discharges it and one to a single resident does not
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '1'), (2, '2026-11-23 09:00:00', '1'), (3, '2026-11-23 09:00:00', '1');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00'), (2, 'reply', '2026-11-23 10:00:00'), (3, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_letter (id, at) VALUES (8, '2026-11-24 09:00:00'), (9, '2026-11-24 09:00:00');
INSERT INTO given_letter_share (letter, matter) VALUES (8, 1), (8, 2), (9, 3);

-- example: a letter that was voided discharges nothing from then on
-- now: 2026-11-30 00:00:00
-- findings: 2 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '1'), (2, '2026-11-23 09:00:00', '1');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00'), (2, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_letter (id, at) VALUES (8, '2026-11-24 09:00:00');
INSERT INTO given_letter_share (letter, matter) VALUES (8, 1), (8, 2);
INSERT INTO given_void (matter, at) VALUES (8, '2026-11-30 00:00:00');

-- example: and discharges it until then
-- now: 2026-11-29 23:59:59
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '1'), (2, '2026-11-23 09:00:00', '1');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00'), (2, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_letter (id, at) VALUES (8, '2026-11-24 09:00:00');
INSERT INTO given_letter_share (letter, matter) VALUES (8, 1), (8, 2);
INSERT INTO given_void (matter, at) VALUES (8, '2026-11-30 00:00:00');

-- example: ended otherwise in time owes none however late one is made and closed unsatisfied still does
-- now: 2026-12-02 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000'), (2, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00'), (2, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_closing (matter, at, outcome, ended, doer, reason)
VALUES (1, '2026-11-26 10:00:00', '不愿再谈', 'declined', 3, '本人要求'), (2, '2026-11-26 10:00:00', '无法满足', 'unsatisfied', 3, '要求违规');
INSERT INTO given_callback (matter, at) VALUES (1, '2026-12-01 10:00:00'), (2, '2026-12-01 10:00:00');

-- example: a follow-up that is owed is another rule's
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:00:00');
INSERT INTO given_callback (matter, at, method, satisfied, signed_by) VALUES (1, '2026-11-23 11:00:00', 'phone', 'no', NULL);

-- equivalent: o.matter IN (SELECT id FROM scope_matter) => true
-- because: what is owed is owed about those only; it is said so that the gate asks of no others
