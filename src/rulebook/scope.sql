-- What rules read. Made once per connection, in the temp schema, over the store's own tables.
--
-- `now()` is the one moment a check is made for: the command's clock at the gate, --as-of in an
-- audit. What happened after it has not happened here. The text `@touched(KIND)` is replaced by
-- nothing in an audit and, at the gate, by a condition that admits only what the command touched.

-- Every step that has happened by now.
CREATE TEMP VIEW steps AS
SELECT * FROM main.step WHERE at <= now();

-- Who held a matter before and after it changed hands.
CREATE TEMP VIEW handovers AS
SELECT s.id, s.matter, s.what, s.at, s.doer, s.to_staff, s.reason,
       (SELECT p.to_staff FROM steps p
        WHERE p.matter = s.matter AND p.what IN ('assign', 'escalate')
          AND (p.at, p.id) < (s.at, s.id)
        ORDER BY p.at DESC, p.id DESC LIMIT 1) AS from_staff
FROM steps s
WHERE s.what IN ('assign', 'escalate');

-- Every matter, voided or not, whenever it happened: for the rules on keeping records as such.
CREATE TEMP VIEW scope_record AS
SELECT * FROM main.matter AS m WHERE true @touched(matter);

-- Matters as they stand: the voided and the not yet happened left out.
CREATE TEMP VIEW scope_matter AS
SELECT m.id, m.no, m.kind, m.at, m.recorded_at, m.opened_by, m.channel, m.category, m.unit,
       m.text, m.outcome,
       CASE WHEN m.closed_at <= now() THEN m.closed_at END AS closed_at,
       (m.phone IS NOT NULL OR m.unit IS NOT NULL) AS reachable,
       (SELECT s.ended FROM steps s WHERE s.matter = m.id AND s.what = 'close') AS ended,
       (SELECT s.to_staff FROM steps s
        WHERE s.matter = m.id AND s.what IN ('assign', 'escalate')
        ORDER BY s.at DESC, s.id DESC LIMIT 1) AS holder
FROM main.matter AS m
WHERE m.at <= now() AND (m.voided_at IS NULL OR m.voided_at > now()) @touched(matter);

CREATE TEMP VIEW scope_complaint AS
SELECT m.*, c.subject, c.class, c.people, c.forwarded_by, c.about, c.repeat_of,
       c.seat, c.tea, c.heard, c.calmed, c.courtesy_missed
FROM scope_matter AS m JOIN main.complaint AS c ON c.id = m.id;

-- Staff members in their newest edition.
CREATE TEMP VIEW scope_staff AS
SELECT p.id, p.login, e.id AS edition, e.at, e.role, e.superior, e.has_left
FROM main.staff AS p
JOIN main.staff_edition AS e
  ON e.id = (SELECT n.id FROM main.staff_edition AS n
             WHERE n.staff = p.id ORDER BY n.at DESC, n.id DESC LIMIT 1)
WHERE true @touched(staff);

CREATE TEMP VIEW scope_policy AS
SELECT p.* FROM main.policy_edition AS p WHERE true @touched(policy);

-- Whole weeks of the office, from the one `init` was in to the last that has ended by now; filled
-- by the engine, because weeks follow the office's time zone. Empty at the gate.
CREATE TEMP TABLE scope_week (
    week     TEXT    NOT NULL,
    from_at  INTEGER NOT NULL,
    until_at INTEGER NOT NULL
);
