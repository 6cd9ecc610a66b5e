-- What commands and rules both ask of a matter, each said once. A query of either that says `@holder`
-- has the text below written out in its place; `$` is what stands in brackets behind the name.
--
-- `m` is the matter, `steps` are the steps that had happened by the moment that is asked about.

-- holder: whoever it was last assigned to, else who was last dispatched, or told of it first; of a call
-- for help who is on duty (`on_duty`), whoever's it was; or nobody. An order that was called off gives
-- nobody the repair.
coalesce(
    (SELECT s.to_staff FROM steps s
     WHERE s.matter = m.id AND s.to_staff IS NOT NULL
       AND s.what IN (SELECT what FROM step_kind WHERE assigns OR gives)
       AND NOT (s.what = 'dispatch' AND EXISTS (
           SELECT 1 FROM steps c
           WHERE c.matter = s.matter AND +c.dispatch_order = s.dispatch_order AND +c.what = 'cancel'))
     ORDER BY s.what IN (SELECT what FROM step_kind WHERE gives), s.at DESC, s.id DESC LIMIT 1),
    CASE WHEN m.kind = 'assist' THEN (SELECT d.officer FROM on_duty d) END)

-- reachable: by the moment $ somebody could be reached about it (clause 3.3.6): since there was a home or a
-- phone first, but while what was on record had turned out to be nothing. A phone that an earlier version
-- corrected was one. With `iif` SQLite leaves what it need not know unasked; of AND it asks both sides.
iif(m.reachable_at <= $, NOT iif(
        EXISTS (SELECT 1 FROM main.step c
                WHERE c.matter = m.id AND +c.what = 'amend' AND c.field IN ('phone', 'unit') AND c.at <= $),
        (SELECT iif(count(*) = 0, m.unit, r.old_unit) FROM main.rehomed r
         WHERE r.step = (SELECT h.id FROM main.step h
                         WHERE h.matter = m.id AND +h.what = 'amend' AND h.field = 'unit' AND h.at > $
                         ORDER BY h.at, h.id LIMIT 1)) IS NULL
        AND (SELECT iif(count(*) = 0, m.phone, iif(count(w.step) = 0, 0, w.old_said))
             FROM main.step h LEFT JOIN main.amended w ON w.step = h.id
             WHERE h.id = (SELECT p.id FROM main.step p
                           WHERE p.matter = m.id AND +p.what = 'amend' AND p.field = 'phone' AND p.at > $
                           ORDER BY p.at, p.id LIMIT 1)) IS NULL,
        0), 0)

-- urgent_category: the category $ makes an event urgent by itself (clauses 7.1, 7.3).
($ = '5')

-- urgent_event: the event's own row `e` does; $ is the loss that is heavy.
(e.casualties > 0 OR e.gathering OR e.said_urgent OR e.loss >= $)

-- urgent_message: a later report `v` does.
(v.casualties > 0 OR v.loss >= $)
