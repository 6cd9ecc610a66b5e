-- id: complaint.repeat-answered
-- clause: 3.3.5
-- severity: breach
-- judges: complaint
-- when: repeat
-- blamed: holder
-- form: clock
-- limit: complaint.repeat_reply_within
-- due: repeat-reply
-- title.zh: 重复投诉迅速答复
-- title.en: Repeat complaint replied to sooner
-- message.zh: {subject} 与 {earlier} 是同一问题的重复投诉,应在 {due} 前答复,已超时 {late}
-- message.en: {subject} repeats {earlier} and was to be replied to by {due}; late by {late}
-- remedy.zh: 登记答复:huiyin complaint reply {subject} --text … --method phone
-- remedy.en: record the reply: huiyin complaint reply {subject} --text … --method phone
-- reads: matter step complaint repeat_link
-- From the moment it is known to be a repeat until it is known to be none.
SELECT o.no AS subject, o.started, o.due, o.met, o.stopped, o.earlier, o.due < o.other_due AS rated
FROM owed_replies o
WHERE o.which = 'repeat' AND o.matter IN (SELECT id FROM scope_complaint);

-- example: replied in the last second of four hours
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-20 09:00:00', '3-502');
INSERT INTO given_complaint (id, at, unit, repeat_of) VALUES (2, '2026-11-23 09:00:00', '3-502', 1);
INSERT INTO given_step (matter, what, at) VALUES (2, 'reply', '2026-11-23 13:00:00');

-- example: one second later
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-20 09:00:00', '3-502');
INSERT INTO given_complaint (id, at, unit, repeat_of) VALUES (2, '2026-11-23 09:00:00', '3-502', 1);
INSERT INTO given_step (matter, what, at) VALUES (2, 'reply', '2026-11-23 13:00:01');

-- example: known to be none before it fell due and a second after it did
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-20 09:00:00', '3-502');
INSERT INTO given_complaint (id, at, unit, repeat_of) VALUES (2, '2026-11-23 09:00:00', '3-502', 1), (3, '2026-11-23 09:00:00', '3-502', 1);
INSERT INTO given_unlinking (matter, at) VALUES (2, '2026-11-23 13:00:00'), (3, '2026-11-23 13:00:01');

-- example: linked to another without a break its limit goes on
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-20 09:00:00', '3-502');
INSERT INTO given_complaint (id, at, unit, repeat_of) VALUES (2, '2026-11-23 08:59:00', '3-502', 1), (3, '2026-11-23 09:00:00', '3-502', 2);
INSERT INTO given_step (matter, what, at) VALUES (2, 'reply', '2026-11-23 10:00:00'), (3, 'reply', '2026-11-23 13:00:01');
INSERT INTO given_unlinking (matter, at) VALUES (3, '2026-11-23 12:00:00');
INSERT INTO repeat_link (complaint, earlier, by_hand, since_at, from_at)
VALUES (3, 1, 0, unixepoch('2026-11-23 09:00:00'), unixepoch('2026-11-23 12:00:00'));

-- example: linked later it is due from then on
-- now: 2026-11-23 16:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-20 09:00:00', '3-502');
INSERT INTO given_complaint (id, at, unit, repeat_of, repeat_at)
VALUES (2, '2026-11-23 09:00:00', '3-502', 1, '2026-11-23 12:00:00');

-- example: replied before it was known to be a repeat
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, unit) VALUES (1, '2026-11-20 09:00:00', '3-502');
INSERT INTO given_complaint (id, at, unit, repeat_of, repeat_at)
VALUES (2, '2026-11-23 09:00:00', '3-502', 1, '2026-11-24 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (2, 'reply', '2026-11-23 18:00:00');

-- equivalent: o.matter IN (SELECT id FROM scope_complaint) => true
-- because: replies are owed to complaints only; it is said so that the gate asks of no others

-- equivalent: o.due < o.other_due => o.due <= o.other_due
-- because: it says which of two deadlines rates count, and no finding tells that
