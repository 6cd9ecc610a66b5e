-- id: complaint.courtesy-missed
-- clause: 2.2.3
-- severity: breach
-- judges: complaint
-- when: visit
-- blamed: registrar
-- title.zh: 来访接待四项都做到
-- title.en: All four acts of reception are done
-- message.zh: 来访投诉 {subject} 接待时没有:{missing_zh}
-- message.en: visit complaint {subject}: not done on reception: {missing_en}
-- remedy.zh: 已成事实;由主管说明:huiyin check explain complaint.courtesy-missed {subject} --reason …
-- remedy.en: it has happened; a manager explains it: huiyin check explain complaint.courtesy-missed {subject} --reason …
-- reads: complaint
SELECT m.no AS subject, m.at AS since,
       substr(iif(m.seat, '', '、让座') || iif(m.tea, '', '、敬茶') || iif(m.heard, '', '、倾听')
                  || iif(m.calmed, '', '、安抚'), 2) AS missing_zh,
       substr(iif(m.seat, '', ', seat') || iif(m.tea, '', ', tea') || iif(m.heard, '', ', heard')
                  || iif(m.calmed, '', ', calmed'), 3) AS missing_en, 0 AS mendable
FROM scope_complaint m
WHERE m.channel = 'visit' AND m.seat + m.tea + m.heard + m.calmed < 4
  AND m.courtesy_missed IS NOT NULL;

-- gate: always
SELECT :no AS subject, :at AS since,
       substr(iif(c.seat, '', '、让座') || iif(c.tea, '', '、敬茶') || iif(c.heard, '', '、倾听')
                  || iif(c.calmed, '', '、安抚'), 2) AS missing_zh,
       substr(iif(c.seat, '', ', seat') || iif(c.tea, '', ', tea') || iif(c.heard, '', ', heard')
                  || iif(c.calmed, '', ', calmed'), 3) AS missing_en, 0 AS mendable
FROM main.complaint c
WHERE c.id = :id AND :channel = 'visit' AND c.seat + c.tea + c.heard + c.calmed < 4
  AND c.courtesy_missed IS NOT NULL;

-- example: all four done
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, channel) VALUES (1, '2026-11-23 09:00:00', 'visit');

-- example: one act missed for a reason
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
-- since: 2026-11-23 09:00:00
-- says: visit complaint TS-2026-0001: not done on reception: tea
-- says: 来访投诉 TS-2026-0001 接待时没有:敬茶
INSERT INTO given_complaint (id, at, channel, seat, tea, heard, calmed, courtesy_missed)
VALUES (1, '2026-11-23 09:00:00', 'visit', 1, 0, 1, 1, '停水无茶');

-- example: one act missed for a reason; phone for visit
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, channel, seat, tea, heard, calmed, courtesy_missed)
VALUES (1, '2026-11-23 09:00:00', 'phone', 1, 0, 1, 1, '停水无茶');

-- example: three acts and not a word about the fourth: none is known to have been missed
-- now: 2026-11-25 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, channel, seat, tea, heard, calmed)
VALUES (1, '2026-11-23 09:00:00', 'visit', 1, 0, 1, 1);

-- example: all but the tea missed for a reason
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
-- since: 2026-11-23 09:00:00
-- says: visit complaint TS-2026-0001: not done on reception: seat, heard, calmed
-- says: 来访投诉 TS-2026-0001 接待时没有:让座、倾听、安抚
INSERT INTO given_complaint (id, at, channel, seat, tea, heard, calmed, courtesy_missed)
VALUES (1, '2026-11-23 09:00:00', 'visit', 0, 1, 0, 0, '停水无茶');

-- example: none missed and a reason all the same
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, channel, seat, tea, heard, calmed, courtesy_missed)
VALUES (1, '2026-11-23 09:00:00', 'visit', 1, 1, 1, 1, '停水无茶');
