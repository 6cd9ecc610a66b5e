-- id: complaint.quarrel-taken-over
-- clause: 2.2.6
-- severity: refuse*
-- judges: complaint
-- after: quarrel
-- blames: step
-- blamed: doer
-- title.zh: 争吵即制止,由他人接待
-- title.en: A quarrel is stopped, and another takes over
-- message.zh: {subject} 的争吵没有妥善制止:{why_zh}
-- message.en: the quarrel over {subject} was not dealt with: {why_en}
-- remedy.zh: 写明 --stopped-by 与 --taken-over-by,都不能是争吵者本人;确实无人的,用 --as-happened 据实登记
-- remedy.en: give --stopped-by and --taken-over-by, neither of them the one who quarrelled; if there was nobody, record it with --as-happened
-- reads: quarrel
WITH judged AS (
    SELECT m.no, s.at, s.id,
           q.stopped_by IS NULL AS unstopped, q.stopped_by IS q.who AS self_stopped,
           s.to_staff IS NULL AS untaken, s.to_staff IS q.who AS self_taken
    FROM scope_complaint m JOIN steps s ON s.matter = m.id AND s.what = 'quarrel'
    JOIN main.quarrel q ON q.step = s.id
)
SELECT no AS subject, at AS since, id AS row,
       substr(iif(unstopped, '、无人制止', '') || iif(self_stopped, '、制止者就是争吵者', '')
                  || iif(untaken, '、无人接手', '') || iif(self_taken, '、仍由争吵者接待', ''), 2) AS why_zh,
       substr(iif(unstopped, ', nobody stopped it', '')
                  || iif(self_stopped, ', it was stopped by the one who quarrelled', '')
                  || iif(untaken, ', nobody took over', '')
                  || iif(self_taken, ', the one who quarrelled went on', ''), 3) AS why_en
FROM judged
WHERE unstopped OR self_stopped OR untaken OR self_taken;

-- example: one colleague stops it and takes over
-- now: 2026-11-30 00:00:00
-- findings: 0
INSERT INTO given_complaint (id, at, channel) VALUES (1, '2026-11-23 09:00:00', 'visit');
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (1, '2026-11-23 09:10:00', 2, 3, 3);

-- example: by nobody or by the one who quarrelled
-- now: 2026-11-30 00:00:00
-- findings: 3 refuse
-- since: 2026-11-23 09:10:00
-- says: the quarrel over TS-2026-0001 was not dealt with: nobody took over
-- says: TS-2026-0001 的争吵没有妥善制止:无人接手
INSERT INTO given_complaint (id, at, channel)
VALUES (1, '2026-11-23 09:00:00', 'visit'), (2, '2026-11-23 09:00:00', 'visit'), (3, '2026-11-23 09:00:00', 'visit');
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by)
VALUES (1, '2026-11-23 09:10:00', 2, 3, NULL), (2, '2026-11-23 09:10:00', 2, 2, 3), (3, '2026-11-23 09:10:00', 2, 3, 2);

-- example: nobody was there to stop it
-- now: 2026-11-30 00:00:00
-- findings: 1 breach
INSERT INTO given_complaint (id, at, channel) VALUES (1, '2026-11-23 09:00:00', 'visit');
INSERT INTO given_quarrel (matter, at, who, as_happened) VALUES (1, '2026-11-23 09:10:00', 2, '当时只有一人');

-- example: stopped by nobody
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (1, '2026-11-23 10:00:00', 2, NULL, 3);

-- example: kept by the one who quarrelled
-- now: 2026-11-30 00:00:00
-- findings: 1 refuse
-- since: 2026-11-23 10:00:00
-- says: the quarrel over TS-2026-0001 was not dealt with: the one who quarrelled went on
-- says: TS-2026-0001 的争吵没有妥善制止:仍由争吵者接待
INSERT INTO given_complaint (id, at, phone) VALUES (1, '2026-11-23 09:00:00', '13800008000');
INSERT INTO given_quarrel (matter, at, who, stopped_by, taken_over_by) VALUES (1, '2026-11-23 10:00:00', 2, 3, 2);

-- example: nobody stopped it, and somebody else took over
-- now: 2026-11-25 00:00:00
-- findings: 1 refuse
-- says: nobody stopped it
-- says: 无人制止
-- unsaid: went on
-- unsaid: 仍由争吵者接待
INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');
INSERT INTO given_quarrel (matter, at, taken_over_by) VALUES (1, '2026-11-23 09:10:00', 3);

-- equivalent: s.what = 'quarrel' => true
-- because: only a quarrel has a row there
