-- What a weekly report has to count, for eight weeks, as somebody would ask a bare database: the
-- yardstick of `report weekly`. No rules, no deadlines, no breaches.
.mode json
CREATE TEMP TABLE week AS
WITH RECURSIVE w(n, from_at) AS (
    SELECT 0, unixepoch('2026-11-09 00:00:00', '-8 hours') UNION ALL
    SELECT n + 1, from_at - 604800 FROM w WHERE n < 7
)
SELECT n, from_at, from_at + 604800 AS until_at FROM w;
SELECT w.n, m.kind, m.channel, m.category, count(*) AS received, count(m.closed_at) AS closed
FROM week w JOIN matter m ON m.kind IN ('complaint', 'repair', 'suggestion')
    AND m.at >= w.from_at AND m.at < w.until_at AND m.voided_at IS NULL
GROUP BY w.n, m.kind, m.channel, m.category;
SELECT w.n, s.what, s.method, count(*) AS steps
FROM week w JOIN step s ON s.what IN ('reply', 'callback', 'finish', 'arrive', 'close', 'patrol')
    AND s.at >= w.from_at AND s.at < w.until_at
GROUP BY w.n, s.what, s.method;
SELECT w.n, count(*) AS owed, sum(r.at IS NOT NULL AND r.at <= m.at + 86400) AS replied_in_time
FROM week w JOIN matter m ON m.kind = 'complaint' AND m.at >= w.from_at - 86400 AND m.at < w.until_at - 86400
LEFT JOIN step r ON r.matter = m.id AND r.what = 'reply'
GROUP BY w.n;
SELECT w.n, count(*) AS callbacks, sum(c.satisfied = 'yes') AS satisfied,
       sum(s.method = 'visit' AND c.signed_by IS NOT NULL) AS signed_visits
FROM week w JOIN step s ON s.what = 'callback' AND s.at >= w.from_at AND s.at < w.until_at
JOIN callback c ON c.id = s.id
GROUP BY w.n;
SELECT w.n, count(*) AS open_at_end
FROM week w JOIN matter m ON m.kind IN ('complaint', 'repair') AND m.at < w.until_at
    AND (m.closed_at IS NULL OR m.closed_at >= w.until_at)
GROUP BY w.n;
