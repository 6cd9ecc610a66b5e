-- id: complaint.courtesy
-- clause: 2.2.3
-- severity: refuse
-- judges: complaint
-- when: visit
-- blames: step
-- blamed: registrar
-- title.zh: 来访接待四项逐项说明
-- title.en: All four acts of reception are accounted for
-- message.zh: 来访投诉 {subject} 未说明接待四项中的:{missing_zh}
-- message.en: visit complaint {subject} does not account for: {missing_en}
-- remedy.zh: 做到的写进 --courtesy seat,tea,heard,calmed(让座、敬茶被谢绝也算做到);没做到的用 --courtesy-missed 说明原因
-- remedy.en: list what was done in --courtesy seat,tea,heard,calmed (offered counts); explain the rest by --courtesy-missed
-- reads: complaint
SELECT m.no AS subject, m.at AS since,
       (SELECT s.id FROM steps s WHERE s.matter = m.id AND s.seq = 1) AS row,
       substr(iif(m.seat, '', '、让座') || iif(m.tea, '', '、敬茶') || iif(m.heard, '', '、倾听')
                  || iif(m.calmed, '', '、安抚'), 2) AS missing_zh,
       substr(iif(m.seat, '', ', seat') || iif(m.tea, '', ', tea') || iif(m.heard, '', ', heard')
                  || iif(m.calmed, '', ', calmed'), 3) AS missing_en
FROM scope_complaint m
WHERE m.channel = 'visit' AND m.seat + m.tea + m.heard + m.calmed < 4 AND m.courtesy_missed IS NULL;

-- example: all four acts
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, channel, seat, tea, heard, calmed)
VALUES (1, '2026-11-23 09:00:00', 'visit', 1, 1, 1, 1);

-- example: three acts and not a word about the fourth
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
-- since: 2026-11-23 09:00:00
-- says: visit complaint TS-2026-0001 does not account for: tea
-- says: 来访投诉 TS-2026-0001 未说明接待四项中的:敬茶
INSERT INTO given_complaint (id, at, channel, seat, tea, heard, calmed)
VALUES (1, '2026-11-23 09:00:00', 'visit', 1, 0, 1, 1);

-- example: three acts and why not the fourth
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, channel, seat, tea, heard, calmed, courtesy_missed)
VALUES (1, '2026-11-23 09:00:00', 'visit', 1, 0, 1, 1, '停水无茶');

-- example: nobody is seated on the phone
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, channel, seat, tea, heard, calmed)
VALUES (1, '2026-11-23 09:00:00', 'phone', 0, 0, 0, 0);

-- example: nobody is seated on the phone; visit for phone
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
-- since: 2026-11-23 09:00:00
-- says: visit complaint TS-2026-0001 does not account for: seat, tea, heard, calmed
-- says: 来访投诉 TS-2026-0001 未说明接待四项中的:让座、敬茶、倾听、安抚
INSERT INTO given_complaint (id, at, channel, seat, tea, heard, calmed)
VALUES (1, '2026-11-23 09:00:00', 'visit', 0, 0, 0, 0);

-- example: all but the tea, and not a word about them
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, channel, seat, tea, heard, calmed)
VALUES (1, '2026-11-23 09:00:00', 'visit', 0, 1, 0, 0);

-- equivalent: s.seq = 1 => s.seq = 2
-- equivalent: s.seq = 1 => s.seq = 0
-- equivalent: s.matter = m.id => true
-- equivalent: s.seq = 1 => true
-- equivalent: s.matter = m.id AND s.seq = 1 => s.matter = m.id OR s.seq = 1
-- because: which step is to blame only the gate asks; the scenarios of a refused reception notice
