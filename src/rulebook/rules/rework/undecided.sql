-- id: rework.undecided
-- clause: 6.5
-- severity: breach
-- judges: repair
-- when: neighbour amend
-- blamed: registrar
-- title.zh: 是否二次维修须认定
-- title.en: A repeated repair is marked as rework or not
-- message.zh: {subject} 与 {earlier} 同一房号、同一类别,没有认定是否二次维修
-- message.en: {subject} has the same home and category as {earlier}, but is not marked as rework or not
-- remedy.zh: 认定:huiyin amend {subject} --rework-of {earlier} --reason …,或 --not-rework 原因
-- remedy.en: mark it: huiyin amend {subject} --rework-of {earlier} --reason …, or --not-rework REASON
-- reads: repair matter step rehomed
WITH judged AS (
    -- What was said of it by now. A judgement that a later one took back stood until then.
    SELECT m.*,
           CASE WHEN a.at <= now() OR a.id IS NULL
                THEN coalesce((SELECT l.text IS NOT NULL FROM steps l
                               WHERE l.matter = m.id AND l.field IN ('rework-of', 'not-rework')
                               ORDER BY l.at DESC, l.id DESC LIMIT 1),
                              m.rework_of IS NOT NULL OR m.not_rework IS NOT NULL)
                ELSE a.text IS NULL END AS decided
    FROM scope_repair m
    LEFT JOIN main.step a ON a.id = (SELECT f.id FROM main.step f
                                     WHERE f.matter = m.id AND f.field IN ('rework-of', 'not-rework')
                                     ORDER BY f.at, f.id LIMIT 1)
), finished AS (
    SELECT e.id, e.no, f.at, iif(r.step IS NULL, e.unit, r.old_unit) AS unit,
           -- As what it was known by now.
           coalesce((SELECT c.old_category FROM main.step s JOIN main.recategorised c ON c.step = s.id
                     WHERE s.matter = e.id AND s.recorded_at > now() ORDER BY s.recorded_at, s.id LIMIT 1), e.category) AS category
    FROM main.matter e JOIN steps f ON f.matter = e.id AND f.what = 'finish'
    LEFT JOIN main.rehomed r ON r.step = (SELECT h.id FROM main.step h
                                          WHERE h.matter = e.id AND h.field = 'unit' AND h.at > now()
                                          ORDER BY h.at, h.id LIMIT 1)
    WHERE e.voided_at IS NULL OR e.voided_at > now()
)
SELECT m.no AS subject, m.at AS since,
       (SELECT e.no FROM finished e
        -- Their homes in every spelling, and their categories, lie in indexes; the steps are read of what is left.
        WHERE e.id IN (SELECT n.id FROM main.home_spelling h CROSS JOIN main.matter n ON n.unit = h.unit
                       WHERE h.home = home_of(m.unit)
                         AND (n.category = m.category_now OR n.id IN (SELECT c.matter FROM recategorised_since AS c))
                       UNION ALL
                       SELECT s.matter FROM main.step s CROSS JOIN main.rehomed r ON r.step = s.id
                       WHERE s.what = 'amend' AND s.at > now() AND home_of(r.old_unit) = home_of(m.unit))
          AND e.category = m.category_now AND e.id <> m.id
          AND e.at BETWEEN m.at - policy('repair.rework_window', m.at) AND m.at
          AND home_of(e.unit) = home_of(m.unit)
        ORDER BY e.at DESC LIMIT 1) AS earlier
FROM judged m
WHERE NOT m.decided AND earlier IS NOT NULL;

-- gate: unless amend recategorise
SELECT :no AS subject, :at AS since,
       (SELECT e.no
        FROM (SELECT n.id FROM main.home_spelling h CROSS JOIN main.matter n ON n.unit = h.unit
              WHERE h.home = home_of(:unit)
                AND (n.category = :category
                     OR n.id IN (SELECT s.matter FROM main.step s CROSS JOIN main.recategorised c ON c.step = s.id
                                 WHERE s.recorded_at > now()))
              UNION
              SELECT s.matter FROM main.step s CROSS JOIN main.rehomed r ON r.step = s.id
              WHERE s.what = 'amend' AND s.at > now() AND home_of(r.old_unit) = home_of(:unit)) c
        CROSS JOIN main.matter e ON e.id = c.id
        CROSS JOIN main.step f ON f.matter = e.id
        WHERE e.id <> :id AND +f.what = 'finish' AND f.at BETWEEN :at - policy('repair.rework_window', :at) AND :at
          AND f.at <= now() AND (e.voided_at IS NULL OR e.voided_at > now())
          -- As what and where it was known by now.
          AND :category = coalesce((SELECT c.old_category FROM main.step s JOIN main.recategorised c ON c.step = s.id
                                    WHERE s.matter = e.id AND s.recorded_at > now()
                                    ORDER BY s.recorded_at, s.id LIMIT 1), e.category)
          AND home_of(:unit) = home_of((SELECT iif(count(*) = 0, e.unit, r.old_unit) FROM main.rehomed r
                                        WHERE r.step = (SELECT h.id FROM main.step h
                                                        WHERE h.matter = e.id AND h.field = 'unit' AND h.at > now()
                                                        ORDER BY h.at, h.id LIMIT 1)))
        ORDER BY f.at DESC LIMIT 1) AS earlier
FROM main.repair m
WHERE m.id = :id AND m.rework_of IS NULL AND m.not_rework IS NULL AND earlier IS NOT NULL;

-- example: thirty days to the second after the first was finished
-- now: 2026-12-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 08:00:00'), (2, '2026-12-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');

-- example: one second later it is another fault
-- now: 2026-12-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 08:00:00'), (2, '2026-12-23 09:00:01');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');

-- example: another home or category or one that was never finished
-- now: 2026-12-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at, unit, category)
VALUES (1, '2026-11-23 08:00:00', '3-502', 'plumbing'), (2, '2026-11-24 08:00:00', '3-503', 'plumbing'),
       (3, '2026-11-24 08:00:00', '3-502', 'electrical'), (4, '2026-11-24 08:00:00', '3-502', 'electrical');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');

-- example: said to be one or none
-- now: 2026-12-30 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_repair (id, at, rework_of) VALUES (2, '2026-11-24 08:00:00', 1);
INSERT INTO given_repair (id, at, not_rework) VALUES (3, '2026-11-25 08:00:00', '另一只水龙头');

-- example: until somebody said so nobody had
-- now: 2026-11-24 07:59:59
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 08:00:00'), (2, '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, field, text) VALUES (2, 'amend', '2026-11-24 08:00:00', 'not-rework', '另一只水龙头');
UPDATE repair SET not_rework = 1 WHERE id = 2;

-- example: from that second on somebody has
-- now: 2026-11-24 08:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 08:00:00'), (2, '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, field, text) VALUES (2, 'amend', '2026-11-24 08:00:00', 'not-rework', '另一只水龙头');
UPDATE repair SET not_rework = 1 WHERE id = 2;

-- example: what was said at first and taken back later was said all the same
-- now: 2026-11-24 07:59:59
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_repair (id, at, rework_of) VALUES (2, '2026-11-23 10:00:00', 1);
INSERT INTO given_step (matter, what, at, field) VALUES (2, 'amend', '2026-11-24 08:00:00', 'not-rework');
INSERT INTO given_step (matter, what, at, field, text) VALUES (2, 'amend', '2026-11-24 08:00:00', 'rework-of', 'bx-1');

-- example: either was known as another category in those days
-- now: 2026-11-24 07:59:59
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 08:00:00'), (2, '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_recategorising (matter, at, category) VALUES (1, '2026-11-24 08:00:00', 'electrical');

-- example: either was thought to be of another home in those days
-- now: 2026-11-24 07:59:59
-- findings: 1 breach
INSERT INTO given_repair (id, at, unit) VALUES (1, '2026-11-23 08:00:00', '3-502'), (2, '2026-11-23 10:00:00', '3-502');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_rehoming (matter, at, unit) VALUES (1, '2026-11-24 08:00:00', '3-505');

-- example: and is of the other from that second on
-- now: 2026-11-24 08:00:00
-- findings: 0
INSERT INTO given_repair (id, at, unit) VALUES (1, '2026-11-23 08:00:00', '3-502'), (2, '2026-11-23 10:00:00', '3-502');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_rehoming (matter, at, unit) VALUES (1, '2026-11-24 08:00:00', '3-505');

-- example: not yet known to be of the same home
-- now: 2026-11-24 07:59:59
-- findings: 0
INSERT INTO given_repair (id, at, unit) VALUES (1, '2026-11-23 08:00:00', '3-502'), (2, '2026-11-23 10:00:00', '3-505');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_rehoming (matter, at, unit) VALUES (2, '2026-11-24 08:00:00', '3-502');

-- example: until somebody said so nobody had, while another one is in order
-- now: 2026-11-24 07:59:59
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 08:00:00'), (2, '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, field, text) VALUES (2, 'amend', '2026-11-24 08:00:00', 'not-rework', '另一只水龙头');
UPDATE repair SET not_rework = 1 WHERE id = 2;
INSERT INTO given_repair (id, at) VALUES (51, '2026-11-23 08:00:00');
INSERT INTO given_step (matter, what, at) VALUES (51, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_repair (id, at, rework_of) VALUES (52, '2026-11-23 10:00:00', 51);
INSERT INTO given_step (matter, what, at, field) VALUES (52, 'amend', '2026-11-24 08:00:00', 'not-rework');
INSERT INTO given_step (matter, what, at, field, text) VALUES (52, 'amend', '2026-11-24 08:00:00', 'rework-of', 'bx-1');

-- example: either was known as another category in those days, after another one that is in order
-- now: 2026-11-24 07:59:59
-- findings: 1 breach
INSERT INTO given_repair (id, at, unit) VALUES (1, '2026-11-23 08:00:00', '3-502'), (2, '2026-11-23 10:00:00', '3-505');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_rehoming (matter, at, unit) VALUES (2, '2026-11-24 08:00:00', '3-502');
INSERT INTO given_repair (id, at) VALUES (51, '2026-11-23 08:00:00'), (52, '2026-11-23 10:00:00');
INSERT INTO given_step (matter, what, at) VALUES (51, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_recategorising (matter, at, category) VALUES (51, '2026-11-24 08:00:00', 'electrical');

-- example: either was thought to be of another home in those days, while another one is in order
-- now: 2026-11-24 07:59:59
-- findings: 1 breach
INSERT INTO given_repair (id, at, unit) VALUES (1, '2026-11-23 08:00:00', '3-502'), (2, '2026-11-23 10:00:00', '3-502');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_rehoming (matter, at, unit) VALUES (1, '2026-11-24 08:00:00', '3-505');
INSERT INTO given_repair (id, at, unit) VALUES (51, '2026-11-23 08:00:00', '3-502'), (52, '2026-11-23 10:00:00', '3-505');
INSERT INTO given_step (matter, what, at) VALUES (51, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_rehoming (matter, at, unit) VALUES (52, '2026-11-24 08:00:00', '3-502');

-- example: thirty days to the second after the first was finished, whatever is set later
-- now: 2026-12-30 00:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 08:00:00'), (2, '2026-12-23 09:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_policy (key, value, at) VALUES ('repair.rework_window', '1s', '2026-12-30 00:00:00');

-- example: what was said for a while and taken back later was said all the same, whatever else was corrected
-- now: 2026-11-25 00:00:00
-- findings: 1 breach
-- says: BX-2026-0003 has the same home and category as
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_repair (id, at) VALUES (2, '2026-11-23 10:00:00'), (3, '2026-11-23 11:00:00');
INSERT INTO given_step (matter, what, at, field, text) VALUES (2, 'amend', '2026-11-24 08:00:00', 'not-rework', '另一只水龙头');
INSERT INTO given_step (matter, what, at, field) VALUES (2, 'amend', '2026-11-26 08:00:00', 'not-rework');
INSERT INTO given_step (matter, what, at, field, text) VALUES (3, 'amend', '2026-11-24 08:00:00', 'person', '张伟');

-- example: said to be one from the start, and its resident's name corrected later
-- now: 2026-11-24 00:00:00
-- findings: 0
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 08:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_repair (id, at, rework_of) VALUES (2, '2026-11-23 10:00:00', 1);
INSERT INTO given_step (matter, what, at, field, text) VALUES (2, 'amend', '2026-11-24 08:00:00', 'person', '张伟');

-- example: of several earlier ones each was known as something else: the one that was plumbing then is meant
-- now: 2026-11-24 08:00:00
-- findings: 1 breach
-- says: BX-2026-0004 has the same home and category as BX-2026-0002
INSERT INTO given_repair (id, at, category)
VALUES (1, '2026-11-23 07:00:00', 'plumbing'), (2, '2026-11-23 07:00:00', 'electrical'), (3, '2026-11-23 07:00:00', 'door');
INSERT INTO given_step (matter, what, at)
VALUES (1, 'finish', '2026-11-23 08:20:00'), (2, 'finish', '2026-11-23 08:10:00'), (3, 'finish', '2026-11-23 08:30:00');
-- Two are put right in this second, the third will be.
INSERT INTO given_recategorising (matter, at, category)
VALUES (1, '2026-11-24 08:00:00', 'electrical'), (2, '2026-11-24 08:00:00', 'plumbing'), (3, '2026-11-24 08:00:01', 'plumbing');
INSERT INTO given_repair (id, at) VALUES (4, '2026-11-23 10:00:00');

-- example: of several corrections of the earlier one only that of its home moves it
-- now: 2026-11-24 07:59:59
-- findings: 1 breach
INSERT INTO given_repair (id, at, unit) VALUES (1, '2026-11-23 08:00:00', '3-502'), (2, '2026-11-23 10:00:00', '3-502');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_step (matter, what, at, field, text) VALUES (1, 'amend', '2026-11-24 08:00:00', 'person', '张伟');
INSERT INTO given_rehoming (matter, at, unit) VALUES (1, '2026-11-24 09:00:00', '3-505');

-- example: one that was void by then is no earlier one, one that is voided a second later still is
-- now: 2026-11-24 08:00:00
-- findings: 1 breach
-- says: BX-2026-0003 has the same home and category as BX-2026-0002
INSERT INTO given_repair (id, at) VALUES (1, '2026-11-23 07:00:00'), (2, '2026-11-23 07:00:00');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00'), (2, 'finish', '2026-11-23 08:00:00');
INSERT INTO given_void (matter, at) VALUES (1, '2026-11-24 08:00:00'), (2, '2026-11-24 08:00:01');
INSERT INTO given_repair (id, at) VALUES (3, '2026-11-23 10:00:00');

-- example: finished in the second the next is received, and one that was finished in the second it came
-- now: 2026-11-24 00:00:00
-- findings: 1 breach
-- says: BX-2026-0002 has the same home and category as BX-2026-0001
INSERT INTO given_repair (id, at, unit)
VALUES (1, '2026-11-23 08:00:00', '3-502'), (2, '2026-11-23 09:00:00', '3-502'), (3, '2026-11-23 09:00:00', '3-505');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00'), (3, 'finish', '2026-11-23 09:00:00');

-- example: the earlier one is found to be of this home in this second
-- now: 2026-11-24 08:00:00
-- findings: 1 breach
INSERT INTO given_repair (id, at, unit) VALUES (1, '2026-11-23 08:00:00', '3-505'), (2, '2026-11-23 10:00:00', '3-502');
INSERT INTO given_step (matter, what, at) VALUES (1, 'finish', '2026-11-23 09:00:00');
INSERT INTO given_rehoming (matter, at, unit) VALUES (1, '2026-11-24 08:00:00', '3-502');

-- equivalent: n.unit = h.unit => true
-- equivalent: h.home = home_of(m.unit) => true
-- equivalent: r.step = s.id => true
-- equivalent: s.what = 'amend' => true
-- equivalent: s.what = 'amend' AND s.at > now() => s.what = 'amend' OR s.at > now()
-- equivalent: s.at > now() => s.at >= now()
-- equivalent: s.at > now() => true
-- equivalent: s.at > now() AND home_of(r.old_unit) = … of(m.unit) => s.at > now() OR home_of(r.old_unit) = … of(m.unit)
-- equivalent: home_of(r.old_unit) = home_of(m.unit) => true
-- equivalent: e.id IN (SELECT n.id FROM main.home_spellin … t) = home_of(m.unit)) => true
-- equivalent: h.home = home_of(m.unit) AND (n.category = m.categ … nce AS c)) => h.home = home_of(m.unit) OR (n.category = m.categ … nce AS c))
-- equivalent: (n.category = m.category_now OR n.id IN (SE … egorised_since AS c)) => true
-- because: it only says where to look, and to look at more changes nothing: whether home and category are the same is asked again below
