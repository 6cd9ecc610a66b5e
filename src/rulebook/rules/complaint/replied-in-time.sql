-- id: complaint.replied-in-time
-- clause: 2.2.4
-- severity: breach
-- judges: complaint
-- when: reachable
-- blamed: holder
-- form: clock
-- limit: complaint.reply_within
-- due: reply
-- title.zh: 及时答复
-- title.en: Replied to in time
-- message.zh: {subject} 应在 {due} 前答复,已超时 {late}
-- message.en: {subject} was to be replied to by {due}; late by {late}
-- remedy.zh: 登记答复:huiyin complaint reply {subject} --text … --method phone
-- remedy.en: record the reply: huiyin complaint reply {subject} --text … --method phone
-- reads: matter step
SELECT o.no AS subject, o.started, o.due, o.met, o.stopped, o.due <= o.other_due IS NOT FALSE AS rated
FROM owed_replies o
WHERE o.which = 'reply' AND o.matter IN (SELECT id FROM scope_complaint);

-- gate: unless repeat unreachable
SELECT :no AS subject, :reachable_at AS started,
       :reachable_at + policy('complaint.reply_within', :reachable_at) AS due,
       :reply_at AS met, :closed_at AS stopped, 1 AS rated;

-- example: replied in the last second of 24 h
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-24 09:00:00');

-- example: one second later is late for good
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-24 09:00:01');

-- example: the clock runs over the turn of the year
-- now: 2027-01-01 10:00:01
-- findings: 1 breach
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-12-31 10:00:00', '3-502');

-- example: no reply is owed to who cannot be reached
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');

-- example: withdrawn in time owes no reply and withdrawn too late does not undo the breach
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, unit)
VALUES (1, '2026-11-23 09:00:00', '3-502'), (2, '2026-11-23 09:00:00', '3-503');
INSERT INTO given_closing (matter, at, outcome, ended, doer, reason)
VALUES (1, '2026-11-24 09:00:00', '撤回', 'withdrawn', 3, '已和解');
INSERT INTO given_closing (matter, at, outcome, ended, doer, reason)
VALUES (2, '2026-11-24 09:00:01', '撤回', 'withdrawn', 3, '已和解');

-- example: a void complaint owes nothing
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-23 09:00:00', '3-502');
INSERT INTO given_void (matter, at) VALUES (1, '2026-11-28 09:00:00');

-- example: whose phone is added later is owed a reply from then on
-- now: 2026-11-26 09:00:01
-- findings: 1 breach
INSERT INTO given_complaint (id, at, reachable_at)
VALUES (1, '2026-11-23 09:00:00', '2026-11-25 09:00:00'), (2, '2026-11-23 09:00:00', '2026-11-25 09:00:01');

-- example: the repeat is due sooner, and that one counts
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_complaint (id, at, phone, repeat_of) VALUES (2, '2026-11-23 10:00:00', '13800008000', 1);
INSERT INTO given_step (matter, what, at) VALUES (1, 'reply', '2026-11-23 10:30:00');

-- equivalent: o.matter IN (SELECT id FROM scope_complaint) => true
-- because: replies are owed to complaints only; it is said so that the gate asks of no others

-- equivalent: o.due <= o.other_due IS NOT FALSE => o.due < o.other_due IS NOT FALSE
-- equivalent: o.due <= o.other_due IS NOT FALSE => o.due <= o.other_due IS FALSE
-- because: it says which of two deadlines rates count, and no finding tells that
