-- What rules read, in the temp schema, over the store's own tables; each is made when a rule first
-- reads it.
--
-- `now()` is the one moment a check is made for: the command's clock at the gate, --as-of in an
-- audit. What happened after it has not happened here. The text `@touched(KIND)` is replaced by
-- nothing in an audit and, at the gate, by a condition that admits only what the command touched.
-- `(SELECT what FROM step_kind WHERE …)` is written out from the table of kinds of step
-- (records/step_kind.hpp), any other `@NAME` from what commands ask too (records/matter.sql).
-- What is marked `@kept(KEY)` is there computed once for a command, not again in each of its rules:
-- the rows whose KEY is a matter it touched. Rules ask it of no other matter; and where it is `@seen(SIGN …)`, the rules
-- of a command that sees none of these have no rows of it. What is `@asked(COLUMN …)` is asked there by one of these
-- columns at a time, and what is neither is written out where it is read. `@key(PLACE)` is where a view takes the
-- condition on the column that it is kept or asked by, whose name stands for the `*`. What is in `@held(…)` takes a look at
-- all steps of a matter: it is NULL in a portion where none of the rules that are run names the holder.

-- Every step that has happened by now; a callback that is void never did. The `+` keeps the planner, which has no statistics, from
-- looking for the steps of a matter among all steps of a kind: step_by_matter is the way to them.
CREATE TEMP VIEW steps @asked(matter id dispatch_order) AS
SELECT id, matter, seq, entry, +what AS what, at, recorded_at, doer, recorder, to_staff, method,
       ended, field, text, reason, as_happened, witness, late_reason, dispatch_order
FROM main.step WHERE +at <= now() AND (voided_at IS NULL OR voided_at > now()) @key(*);

-- Who held a matter before and after it changed hands.
CREATE TEMP VIEW handovers @kept(matter) AS
SELECT s.id, s.matter, s.what, s.at, s.recorded_at, s.doer, s.to_staff, s.reason,
       (SELECT p.to_staff FROM steps p
        WHERE p.matter = s.matter AND p.what IN (SELECT what FROM step_kind WHERE hands_over)
          AND p.to_staff IS NOT NULL AND (p.at, p.id) < (s.at, s.id)
        ORDER BY p.at DESC, p.id DESC LIMIT 1) AS from_staff
FROM steps s
WHERE s.what IN (SELECT what FROM step_kind WHERE hands_over) AND s.to_staff IS NOT NULL @key(s.*);

-- Every callback, attempt and open letter by now, with its place among those that reached someone.
-- An open letter discharges what it answers only where it answers two matters or more (3.3.4), and
-- only as long as it is not void. A repair called back by somebody else, recorded as it happened, is
-- still to be called back by a steward (4.4). `appointed_at` is the appointment in force, `asks_more`
-- what calls for another callback (3.3.3b).
CREATE TEMP VIEW callbacks (id, no, matter, reached, satisfied, signed_by, signed_as, form_no, raised, settled,
    appointment_at, resolved, at, recorded_at, doer, method, as_happened, counts, discharges, appointed_at, asks_more,
    ordinal) @kept(matter) @seen(called) AS
SELECT c.*, s.at, s.recorded_at, s.doer, s.method, s.as_happened,
       (c.reached AND s.method <> 'open-letter') AS counts,
       c.reached AND CASE WHEN s.method = 'open-letter' THEN EXISTS (
           SELECT 1 FROM main.letter_share mine
           JOIN main.letter_share other ON other.letter = mine.letter AND other.callback <> mine.callback
           JOIN main.matter letter ON letter.id = mine.letter
           WHERE mine.callback = c.id AND (letter.voided_at IS NULL OR letter.voided_at > now()))
       WHEN s.as_happened IS NULL THEN true
       ELSE has_role(s.doer, 'steward,manager,head', s.at, s.recorded_at)
           OR NOT EXISTS (SELECT 1 FROM main.repair r WHERE r.id = c.matter) END AS discharges,
       coalesce((SELECT r.appointment_at FROM main.rearranged r JOIN steps rs ON rs.id = r.step
                 WHERE r.callback = c.id AND rs.as_happened IS NULL
                 ORDER BY rs.at DESC, rs.id DESC LIMIT 1), c.appointment_at) AS appointed_at,
       c.reached AND s.method <> 'open-letter'
           AND (c.raised IS NOT NULL OR c.satisfied = 'no'
                OR c.satisfied = 'partly' AND NOT policy('callback.partly_closes', s.at)) AS asks_more,
       CASE WHEN c.reached AND s.method <> 'open-letter' THEN
           (SELECT count(*) FROM main.callback o JOIN steps os ON os.id = o.id
            WHERE o.matter = c.matter AND o.reached AND os.method <> 'open-letter'
              AND (os.at, os.id) <= (s.at, s.id)) END AS ordinal
FROM main.callback AS c JOIN steps AS s ON s.id = c.id WHERE true @key(c.*);

-- The moment each step of an order happened, with what only orders say.
CREATE TEMP VIEW order_steps @asked(matter id dispatch_order) AS
SELECT s.id, s.matter, s.dispatch_order, s.what, s.at, s.recorded_at, s.doer, s.to_staff, s.text, s.reason,
       s.as_happened, d.agreed_by, d.fault, d.signed_by, d.refused, d.instead
FROM steps AS s LEFT JOIN main.order_detail AS d ON d.step = s.id
WHERE s.dispatch_order IS NOT NULL @key(s.*);

-- The orders of a repair: to whom each went, when, and when it was called off.
CREATE TEMP VIEW sent_orders @kept(matter) AS
SELECT o.id, o.repair AS matter, o.no, o.technician, d.id AS step, d.at,
       (SELECT min(c.at) FROM steps c WHERE c.dispatch_order = o.id AND c.what = 'cancel') AS cancelled_at
FROM main.dispatch_order AS o JOIN steps AS d ON d.dispatch_order = o.id AND d.what = 'dispatch'
WHERE true @key(o.repair);

-- Since when a repair has had no order, those that were sent being called off.
CREATE TEMP VIEW called_off @asked(matter) AS
SELECT o.matter, max(o.cancelled_at) AS at FROM sent_orders AS o WHERE true @key(o.*)
GROUP BY o.matter HAVING count(*) = count(o.cancelled_at);

-- Shifts as they stand, from their start to their end or to no end yet. Neighbours in time are found
-- by `started_at`, for which there is an index; CROSS JOIN and the `+` keep the planner to it.
CREATE TEMP VIEW shifts AS
SELECT s.id, m.no, s.officer, s.substitute_for, s.started_at,
       CASE WHEN m.closed_at <= now() THEN m.closed_at END AS ended_at
FROM main.shift AS s CROSS JOIN main.matter AS m ON m.id = s.id
WHERE +s.started_at <= now() AND (m.voided_at IS NULL OR m.voided_at > now());

CREATE TEMP VIEW on_duty (id, no, officer, substitute_for, started_at, ended_at) @asked(id) AS
SELECT * FROM (SELECT * FROM shifts ORDER BY started_at DESC, id DESC LIMIT 1) WHERE ended_at IS NULL @key(*);

-- The roster as it stands: what was entered by now and not withdrawn. An entry binds from when it was decided.
CREATE TEMP VIEW roster_entries AS
SELECT r.id, m.no, r.staff, r.sort, r.from_at, r.until_at, m.at AS decided_at
FROM main.roster AS r CROSS JOIN main.matter AS m ON m.id = r.id
WHERE m.at <= now() AND (m.voided_at IS NULL OR m.voided_at > now());

-- Entries that were plainly taken up: whom one names began a shift for it before the least time that any edition ever
-- gave was over, and no other entry, not even a withdrawn one, begins within an hour of that shift, so that it can
-- have been for no other. Nearly all of the years on file were, and nothing else need be asked of them.
CREATE TEMP VIEW plain_posts AS
SELECT r.id
FROM main.roster AS r CROSS JOIN main.shift AS p CROSS JOIN main.matter AS v ON v.id = p.id
WHERE p.started_at BETWEEN r.from_at - 3600 AND r.from_at + (
        SELECT min(3600, policy('duty.start_grace', e.at)) AS least
        FROM (SELECT 0 AS at UNION SELECT now() UNION SELECT at FROM main.policy_edition) e ORDER BY least LIMIT 1)
  AND +p.started_at <= r.until_at AND +p.started_at <= now() AND +p.officer = r.staff AND (v.voided_at IS NULL OR v.voided_at > now())
  AND NOT EXISTS (SELECT 1 FROM main.roster AS n
                  WHERE n.from_at BETWEEN p.started_at - 3600 AND p.started_at + 3600 AND n.id <> r.id);

-- Which entry a shift takes up: of several, one where its officer is rostered or whom they stand in for, to
-- answer for it or with others; of those the one that starts within an hour of it, else the one in force. No entry is longer than three days.
CREATE TEMP VIEW attended_shift AS
SELECT s.id AS shift, s.no, s.officer, s.substitute_for, s.started_at, s.ended_at,
       (SELECT e.id
        FROM (SELECT r.id, r.until_at,
                     r.staff IN (s.officer, coalesce(s.substitute_for, s.officer))
                     OR EXISTS (SELECT 1 FROM main.roster_mate k WHERE k.entry = r.id
                                AND k.staff IN (s.officer, coalesce(s.substitute_for, s.officer))) AS own,
                     s.started_at - r.from_at AS ago
              FROM roster_entries r
              WHERE r.from_at BETWEEN s.started_at - 259200 AND s.started_at + 3600) e
        WHERE e.ago <= 3600 OR e.until_at > s.started_at
        ORDER BY e.own DESC, e.ago <= 3600 DESC, abs(e.ago), e.id LIMIT 1) AS entry
FROM shifts s;

-- Every matter, voided or not, whenever it happened: for the rules on keeping records as such.
CREATE TEMP VIEW scope_record @asked(id) AS
SELECT * FROM main.matter AS m WHERE true @touched(matter) @key(m.*);

-- What a command says of itself where it writes no step: a change of staff, policies, areas or plans,
-- an acknowledgement, an explanation. Filled at the gate, with one row for each thing it is about;
-- empty in an audit, because only steps are looked at again.
CREATE TEMP TABLE deed (
    row         INTEGER NOT NULL,  -- that of no step
    subject     TEXT    NOT NULL,
    at          INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    late_reason TEXT
);

-- Matters as they stand: the voided and the not yet happened left out.
CREATE TEMP VIEW scope_matter @kept(id) AS
SELECT m.id, m.no, m.kind, m.at, m.recorded_at, m.opened_by, m.channel, m.category,
       -- As it was known by now.
       iif(r.step IS NULL, m.unit, r.old_unit) AS unit,
       m.text, m.outcome,
       CASE WHEN m.closed_at <= now() THEN m.closed_at END AS closed_at,
       @reachable(now()) AS reachable, m.reachable_at,
       (SELECT s.ended FROM steps s WHERE s.matter = m.id AND s.what = 'close') AS ended,
       @held(@holder) AS holder
FROM main.matter AS m
LEFT JOIN main.rehomed AS r
    ON r.step = (SELECT h.id FROM main.step h
                 WHERE h.matter = m.id AND +h.what = 'amend' AND h.field = 'unit' AND h.at > now()
                 ORDER BY h.at, h.id LIMIT 1)
WHERE m.at <= now() AND (m.voided_at IS NULL OR m.voided_at > now()) @touched(matter);

-- From when to when a complaint was known to repeat another, whichever that was in the end.
CREATE TEMP VIEW repeat_spells @kept(complaint) AS
SELECT l.complaint, l.since_at, iif(count(*) = count(iif(l.until_at <= now(), 1, NULL)), max(l.until_at), NULL) AS until_at,
       (SELECT n.earlier FROM main.repeat_link n
        WHERE n.complaint = l.complaint AND n.since_at = l.since_at AND n.from_at <= now()
        ORDER BY n.id DESC LIMIT 1) AS earlier
FROM main.repeat_link AS l WHERE l.from_at <= now() @key(l.*) GROUP BY l.complaint, l.since_at;

-- Corrections of a hotline's deadline by now, the first of which may have added it.
CREATE TEMP VIEW hotline_changes @asked(matter id) AS
SELECT s.id, s.matter, s.at, CAST(w.old_value AS INTEGER) AS old_due_at,
       iif(n.step IS NULL, c.hotline_due_at, CAST(n.old_value AS INTEGER)) AS new_due_at
FROM steps AS s CROSS JOIN main.amended AS w ON w.step = s.id JOIN main.complaint AS c ON c.id = s.matter
LEFT JOIN main.amended AS n
    ON n.step = (SELECT min(l.id) FROM main.step l
                 WHERE l.matter = s.matter AND +l.what = 'amend' AND l.field = 'hotline-due' AND l.id > s.id)
WHERE s.what = 'amend' AND s.field = 'hotline-due' @key(s.*);

CREATE TEMP VIEW scope_complaint @kept(id) AS
SELECT m.*, c.subject, c.class, c.people, c.forwarded_by, c.about,
       -- As it was known by now.
       CASE WHEN c.hotline_due_at IS NOT NULL THEN
           (SELECT iif(count(*) = 0, c.hotline_due_at, CAST(w.old_value AS INTEGER)) FROM main.amended w
            WHERE w.step = (SELECT min(l.id) FROM main.step l
                            WHERE l.matter = m.id AND +l.what = 'amend' AND l.field = 'hotline-due' AND l.at > now())) END AS hotline_due_at,
       (SELECT l.earlier FROM repeat_spells l WHERE l.complaint = m.id AND l.until_at IS NULL) AS repeat_of,
       (SELECT l.since_at FROM repeat_spells l WHERE l.complaint = m.id AND l.until_at IS NULL) AS repeat_at,
       c.seat, c.tea, c.heard, c.calmed, c.courtesy_missed,
       -- Residents who come together (clause 2.2.8).
       coalesce(is_joint(m.channel, c.people, m.at), 0) AS joint
FROM scope_matter AS m JOIN main.complaint AS c ON c.id = m.id;

-- Corrections of a complaint's class and of how many came, whenever they were made.
CREATE TEMP VIEW corrections @asked(matter id) AS
-- A correction binds from when it is made, whatever older stores say.
SELECT s.id, s.matter, s.recorded_at AS at, s.field, c.old_value, c.new_value
FROM main.step AS s CROSS JOIN main.corrected AS c ON c.step = s.id
WHERE +s.what = 'amend' @key(s.*);

-- Both from the moment they were known: as registered, and as corrected by now. What was broken by
-- one value stays broken whatever comes after.
CREATE TEMP VIEW known_values @kept(matter) AS
SELECT m.id AS matter, 'people' AS field, m.at AS since, 0 AS step,
       iif(k.step IS NULL, m.people, k.old_value) AS value
FROM scope_complaint AS m
LEFT JOIN main.corrected AS k
    ON k.step = (SELECT min(f.id) FROM corrections f WHERE f.matter = m.id AND f.field = 'people')
WHERE m.people IS NOT NULL
UNION ALL
SELECT m.id, 'class', m.at, 0, iif(k.step IS NULL, m.class, k.old_value)
FROM scope_complaint AS m
LEFT JOIN main.corrected AS k
    ON k.step = (SELECT min(f.id) FROM corrections f WHERE f.matter = m.id AND f.field = 'class')
WHERE m.class IS NOT NULL
UNION ALL
SELECT k.matter, k.field, k.at, k.id, k.new_value
FROM scope_complaint AS m CROSS JOIN corrections AS k ON k.matter = m.id WHERE k.at <= now();

CREATE TEMP VIEW scope_assist @asked(id) AS
SELECT m.* FROM scope_matter AS m WHERE m.kind = 'assist' @key(m.*);

CREATE TEMP VIEW scope_suggestion @asked(id) AS
SELECT m.*, s.sort FROM scope_matter AS m JOIN main.suggestion AS s ON s.id = m.id;

CREATE TEMP VIEW scope_conduct @asked(id) AS
SELECT m.*, c.staff, c.sort, c.source,
       (SELECT min(s.at) FROM steps s WHERE s.matter = m.id AND s.what = 'decide') AS decided_at
FROM scope_matter AS m JOIN main.conduct AS c ON c.id = m.id;

CREATE TEMP VIEW scope_letter @asked(id) AS
SELECT m.*, l.subject FROM scope_matter AS m JOIN main.letter AS l ON l.id = m.id;

CREATE TEMP VIEW scope_survey @asked(id) AS
SELECT m.*, s.issued, s.until_at FROM scope_matter AS m JOIN main.survey AS s ON s.id = m.id;

-- Corrections of a repair's or an event's category by now. Each binds from when it is put on record (`at`),
-- whenever it is said to have been decided.
CREATE TEMP VIEW category_changes @asked(matter id) AS
SELECT s.id, s.matter, s.recorded_at AS at, s.at AS decided_at, s.recorded_at, s.doer, c.old_category, c.new_category
FROM steps AS s JOIN main.recategorised AS c ON c.step = s.id
WHERE s.what IN ('recategorise', 'amend') AND s.recorded_at <= now() @key(s.*);

-- What was another category by now than its row says: few to look at, of the past.
CREATE TEMP VIEW recategorised_since AS
SELECT s.matter FROM main.step AS s CROSS JOIN main.recategorised AS c ON c.step = s.id WHERE s.recorded_at > now();

-- Since when a repair has been what: a fault, to which clauses 6.1 to 6.4 speak, a wish for a
-- service, to which they do not, or urgent (4.5). A correction says so from its own moment, and
-- leaves alone what was broken before.
CREATE TEMP VIEW scope_repair @kept(id) AS
WITH registered AS (
    SELECT m.*, r.place, r.appointment_at, r.not_rework,
           -- As it was known by now.
           iif(j.step IS NULL, r.rework_of, CAST(j.old_value AS INTEGER)) AS rework_of,
           coalesce((SELECT c.old_category FROM main.step s JOIN main.recategorised c ON c.step = s.id
                     WHERE s.matter = m.id AND +s.what = 'recategorise' ORDER BY s.id LIMIT 1),
                    m.category) AS first_category
    FROM scope_matter AS m JOIN main.repair AS r ON r.id = m.id
    LEFT JOIN main.amended AS j
        ON j.step = (SELECT a.id FROM main.step a
                     WHERE a.matter = m.id AND +a.what = 'amend' AND a.field = 'rework-of' AND a.at > now()
                     ORDER BY a.at, a.id LIMIT 1)
), known AS @once (
    SELECT r.*,
           coalesce((SELECT c.new_category FROM category_changes c WHERE c.matter = r.id
                     ORDER BY c.at DESC, c.id DESC LIMIT 1), r.first_category) AS category_now
    FROM registered r
)
SELECT k.*,
       CASE WHEN k.first_category IS NOT 'service' THEN k.at
            ELSE (SELECT min(c.at) FROM category_changes c
                  WHERE c.matter = k.id AND c.new_category <> 'service') END AS fault_since,
       CASE WHEN k.category_now = 'service'
            THEN (SELECT max(c.at) FROM category_changes c
                  WHERE c.matter = k.id AND c.new_category = 'service') END AS service_since,
       CASE WHEN is_urgent(k.first_category) THEN k.at
            ELSE (SELECT min(c.at) FROM category_changes c
                  WHERE c.matter = k.id AND is_urgent(c.new_category)) END AS urgent_since,
       -- Of a rework: whose work has to be done again (clause 6.5).
       (SELECT o.technician FROM order_steps f JOIN main.dispatch_order o ON o.id = f.dispatch_order
        WHERE f.matter = k.rework_of AND f.what = 'finish'
        ORDER BY f.at DESC, f.id DESC LIMIT 1) AS first_technician
FROM known k;

CREATE TEMP VIEW scope_shift @asked(id) AS
SELECT m.*, s.officer, s.substitute_for FROM scope_matter AS m JOIN main.shift AS s ON s.id = m.id;

CREATE TEMP VIEW scope_roster @asked(id) AS
SELECT m.*, r.staff, r.sort, r.from_at, r.until_at
FROM scope_matter AS m JOIN main.roster AS r ON r.id = m.id;

-- Who stands for whom in a message about an event: everyone for themselves, and who acts for someone
-- away for them too (5.3, 7.4).
CREATE TEMP VIEW message_voices @asked(message matter) AS
SELECT s.id AS message, s.matter, s.at, s.recorded_at, s.doer AS voice FROM steps s
WHERE s.what IN (SELECT what FROM step_kind WHERE tells)
UNION ALL
SELECT s.id, s.matter, s.at, s.recorded_at, a.staff
FROM steps s JOIN main.staff_absence a ON a.from_at <= s.at AND s.at < a.until_at
WHERE s.what IN (SELECT what FROM step_kind WHERE tells) AND acting_for(a.staff, s.at, s.recorded_at) = s.doer;

-- What was said up the line about an event: its first report, what was passed on, and supplements.
CREATE TEMP VIEW event_messages @asked(matter id) AS
SELECT s.id, s.matter, s.what, s.at, s.recorded_at, s.doer, s.to_staff, s.method AS form,
       EXISTS (SELECT 1 FROM message_voices v WHERE v.message = s.id AND v.matter = s.matter
                 AND role_of(v.voice, s.at, s.recorded_at) = 'head') AS by_head,
       coalesce(has_role(s.to_staff, 'head', s.at, s.recorded_at), 0) AS to_head
FROM steps AS s WHERE s.what IN (SELECT what FROM step_kind WHERE tells) @key(s.*);

-- Events with what clause 7.3 turns on: when the office learned of them, and when they were first
-- reported. Where the head says it, the head knows it.
CREATE TEMP VIEW scope_event @kept(id) AS
WITH known AS (
    SELECT m.*, e.learned_at, e.residents,
           coalesce((SELECT c.old_category FROM main.step s JOIN main.recategorised c ON c.step = s.id
                     WHERE s.matter = m.id AND +s.what = 'amend' ORDER BY s.id LIMIT 1),
                    m.category) AS first_category,
           (SELECT r.id FROM event_messages r WHERE r.matter = m.id AND (r.to_staff IS NOT NULL OR r.by_head)
            ORDER BY r.at, r.id LIMIT 1) AS report
    FROM scope_matter AS m JOIN main.event AS e ON e.id = m.id
)
SELECT k.*, r.at AS reported_at, r.method AS report_form, r.doer AS reporter
FROM known k LEFT JOIN steps r ON r.id = k.report;

-- From when to when an event was known to be urgent. What its figures say, once said, is not unsaid: it
-- was told as urgent. A category was until its correction, and is from its correction.
CREATE TEMP VIEW urgent_spells @kept(matter) AS
WITH told AS (
    SELECT m.id, m.first_category, m.learned_at,
           CASE WHEN @urgent_event(policy('event.heavy_loss', m.at)) THEN m.learned_at
                ELSE (SELECT min(s.at) FROM steps s JOIN main.event_message v ON v.step = s.id
                      WHERE s.matter = m.id AND @urgent_message(policy('event.heavy_loss', m.at)))
                END AS by_figures_at
    FROM scope_event m JOIN main.event e ON e.id = m.id
), begun AS (
    SELECT t.id, t.by_figures_at, t.learned_at AS from_at FROM told t WHERE @urgent_category(t.first_category)
    UNION
    SELECT t.id, t.by_figures_at, c.at FROM told t JOIN category_changes c ON c.matter = t.id
    WHERE @urgent_category(c.new_category)
), by_category AS (
    SELECT b.id, b.by_figures_at, b.from_at,
           (SELECT min(c.at) FROM category_changes c
            WHERE c.matter = b.id AND c.at >= b.from_at AND NOT @urgent_category(c.new_category)) AS until_at
    FROM begun b
)
SELECT c.id AS matter, c.from_at, iif(c.by_figures_at <= c.until_at, NULL, c.until_at) AS until_at
FROM by_category c WHERE c.by_figures_at IS NULL OR c.by_figures_at >= c.from_at
UNION ALL
SELECT t.id, t.by_figures_at, NULL FROM told t
WHERE t.by_figures_at IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM by_category c
                  WHERE c.id = t.id AND c.from_at <= t.by_figures_at
                    AND (c.until_at IS NULL OR c.until_at >= t.by_figures_at));

-- Staff members as they stand now, with the edition that was recorded last: a command that wrote one
-- is to blame for it.
CREATE TEMP VIEW scope_staff @asked(id) AS
SELECT p.id, p.login, e.id AS edition, e.at, role_of(p.id, now()) AS role,
       named_superior(p.id, now()) AS superior, has_left(p.id, now()) AS has_left
FROM main.staff AS p
JOIN main.staff_edition AS e ON e.id = (SELECT max(n.id) FROM main.staff_edition AS n WHERE n.staff = p.id)
WHERE true @touched(staff);

CREATE TEMP VIEW scope_policy @asked(id) AS
SELECT p.* FROM main.policy_edition AS p WHERE true @touched(policy);

-- Whole weeks of the office, from the one `init` was in to the last that has ended by now; filled
-- by the engine, because weeks follow the office's time zone. Empty at the gate.
CREATE TEMP TABLE scope_week (
    week     TEXT    NOT NULL,
    from_at  INTEGER NOT NULL,
    until_at INTEGER NOT NULL
);

-- Whole calendar months, likewise: `2026-11`.
CREATE TEMP TABLE scope_month (
    month    TEXT    NOT NULL,
    from_at  INTEGER NOT NULL,
    until_at INTEGER NOT NULL
);
