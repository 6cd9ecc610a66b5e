-- What is owed and by when, over the views of scope.sql and made like them. Findings, `why`, lists of what
-- is overdue and the rates of reports all read these rows.

-- By when a complaint is to be replied to: within a day, and sooner from the moment it is known to be a
-- repeat until it is known to be none (3.3.5). It is one reply, so rates count the earlier of them alone.
CREATE TEMP VIEW owed_replies @kept(matter) AS
WITH told AS (
    SELECT m.id, m.no, m.reachable_at, m.closed_at,
           (SELECT min(s.at) FROM steps s WHERE s.matter = m.id AND s.what = 'reply') AS met,
           m.reachable_at + policy('complaint.reply_within', m.reachable_at) AS due
    FROM scope_complaint AS m WHERE m.reachable
), known AS (
    SELECT t.*, max(r.since_at, t.reachable_at) AS since, r.until_at, r.earlier
    FROM told t JOIN repeat_spells r ON r.complaint = t.id
)
SELECT t.id AS matter, t.no, 'reply' AS which, t.reachable_at AS started, t.due, t.met, t.closed_at AS stopped,
       (SELECT min(k.since + policy('complaint.repeat_reply_within', k.since)) FROM known k
        WHERE k.id = t.id AND k.until_at IS NULL) AS other_due, NULL AS earlier
FROM told t
UNION ALL
SELECT k.id, k.no, 'repeat', k.since, k.since + policy('complaint.repeat_reply_within', k.since), k.met,
       min(coalesce(k.closed_at, k.until_at), coalesce(k.until_at, k.closed_at)),
       iif(k.until_at IS NULL, k.due, 0), (SELECT e.no FROM main.matter e WHERE e.id = k.earlier)
FROM known k;

-- The callbacks owed: the first after the reply or answer, and of a complaint another after each that
-- left the resident dissatisfied or with something new. An open letter to many discharges one too.
CREATE TEMP VIEW owed_first AS
SELECT m.id AS matter, m.no, 'first' AS which,
       -- Only what ended otherwise (5.4) owes no callback any more; any other closing still does.
       CASE WHEN m.ended <> 'unsatisfied' THEN m.closed_at END AS stopped,
       max(r.at, m.reachable_at) AS started,
       max(r.at, m.reachable_at) + policy('complaint.callback_within', max(r.at, m.reachable_at)) AS due,
       (SELECT min(c.at) FROM callbacks c WHERE c.matter = m.id AND c.discharges) AS met
FROM scope_matter m
JOIN steps r ON r.id = (SELECT s.id FROM steps s WHERE s.matter = m.id
                          AND s.what IN (SELECT what FROM step_kind WHERE answers)
                        ORDER BY s.at, s.id LIMIT 1)
WHERE m.reachable AND EXISTS (SELECT 1 FROM main.v_rated v WHERE v.id = m.id);

CREATE TEMP VIEW owed_further AS
SELECT m.id AS matter, m.no, 'further' AS which,
       -- A closing ends what was owed by then, not what a callback after it asks for.
       (SELECT s.at FROM steps s
        WHERE s.matter = m.id AND s.what = 'close' AND (s.at, s.id) > (c.at, c.id)) AS stopped,
       c.at AS started,
       c.at + policy('callback.follow_up_within', c.at) AS due,
       (SELECT min(n.at) FROM callbacks n
        WHERE n.matter = m.id AND n.discharges AND (n.at, n.id) > (c.at, c.id)) AS met
FROM scope_complaint m JOIN callbacks c ON c.matter = m.id
WHERE c.asks_more;

CREATE TEMP VIEW owed_callbacks @kept(matter) AS
SELECT * FROM owed_first
UNION ALL
SELECT * FROM owed_further;

-- Repairs that were deferred: as what they were first, when they were first called major, and the limits
-- that follow (6.3, 6.4).
CREATE TEMP VIEW deferrals @kept(matter) AS
SELECT m.id AS matter, m.no, m.at, m.fault_since, m.service_since, m.closed_at,
       m.at + policy('order.difficult_within', m.at) AS ordinary_due,
       m.at + policy('order.major_within', m.at) AS major_due,
       (SELECT d.fault FROM order_steps d WHERE d.matter = m.id AND d.what = 'defer'
        ORDER BY d.at, d.id LIMIT 1) AS first_fault,
       (SELECT min(d.at) FROM order_steps d
        WHERE d.matter = m.id AND d.what = 'defer' AND d.fault = 'major') AS major_at
FROM scope_repair AS m
WHERE m.fault_since IS NOT NULL AND first_fault IS NOT NULL;

-- By when an event was to be reported: at once while it is urgent, within a day if it is ordinary when
-- that day is over.
CREATE TEMP VIEW owed_reports @kept(matter) AS
SELECT m.id AS matter, m.no, 1 AS urgent, u.from_at AS started,
       u.from_at + policy('event.urgent_report_within', u.from_at) AS due, m.reported_at AS met, u.until_at AS stopped
FROM scope_event m JOIN urgent_spells u ON u.matter = m.id
UNION ALL
SELECT * FROM (
    SELECT m.id, m.no, 0, m.learned_at AS started, m.learned_at + policy('event.report_within', m.learned_at) AS due,
           m.reported_at,
           (SELECT u.from_at FROM urgent_spells u
            WHERE u.matter = m.id AND u.from_at <= m.learned_at + policy('event.report_within', m.learned_at)
              AND (u.until_at IS NULL OR u.until_at > m.learned_at + policy('event.report_within', m.learned_at))) AS stopped
    FROM scope_event m)
WHERE stopped IS NULL OR stopped > started;
