-- The words in which the examples of rule files are told. Times are 'YYYY-MM-DD HH:MM:SS' in UTC;
-- what an example leaves out gets a value that breaks no rule. Run in a store of its own.

INSERT INTO office VALUES (1, 'example', '示例', 'zh-CN', 'UTC', unixepoch('2026-01-01 00:00:00'));

-- chen is a clerk, sun a steward, ma their manager, tao the head, wu a technician, an the
-- administrator, zhou the auditor.
INSERT INTO staff (id, login)
VALUES (1, 'chen'), (2, 'sun'), (3, 'ma'), (4, 'tao'), (5, 'wu'), (6, 'an'), (7, 'zhou');
INSERT INTO staff_edition (id, staff, at, recorded_at, recorder, name, role, superior)
VALUES (1, 1, 0, 0, 6, 0, 'clerk', 3),      (2, 2, 0, 0, 6, 0, 'steward', 3),
       (3, 3, 0, 0, 6, 0, 'manager', 4),    (4, 4, 0, 0, 6, 0, 'head', NULL),
       (5, 5, 0, 0, 6, 0, 'technician', 3), (6, 6, 0, 0, 6, 0, 'admin', NULL),
       (7, 7, 0, 0, 6, 0, 'auditor', NULL);

-- What records note of every home that is typed.
CREATE TEMP TRIGGER given_home_is_noted AFTER INSERT ON main.matter WHEN NEW.unit IS NOT NULL
BEGIN
    INSERT OR IGNORE INTO home_spelling (unit, home) VALUES (NEW.unit, home_of(NEW.unit));
END;

-- A complaint with its reception: matter 7 gets the number TS-2026-0007 and the step 7001.
CREATE TEMP VIEW given_complaint AS
SELECT 0 AS id, '' AS at, '' AS recorded_at, '' AS channel, '' AS unit, '' AS phone, '' AS category,
       0 AS class, 0 AS seat, 0 AS tea, 0 AS heard, 0 AS calmed, '' AS courtesy_missed,
       '' AS late_reason, '' AS as_happened, 0 AS people, 0 AS repeat_of, '' AS repeat_at,
       '' AS reachable_at, '' AS hotline_due_at
WHERE false;
CREATE TEMP TRIGGER given_complaint_is_recorded INSTEAD OF INSERT ON given_complaint
BEGIN
    INSERT INTO content (id, value)
    SELECT NEW.id * 100000 + 1, '楼道灯不亮' UNION ALL
    SELECT NEW.id * 100000 + 2, NEW.phone WHERE NEW.phone IS NOT NULL UNION ALL
    SELECT NEW.id * 100000 + 3, NEW.courtesy_missed WHERE NEW.courtesy_missed IS NOT NULL;
    INSERT INTO matter (id, no, kind, at, recorded_at, opened_by, channel, category, unit, phone,
                        text, reachable_at)
    VALUES (NEW.id, printf('TS-2026-%04d', NEW.id), 'complaint', unixepoch(NEW.at),
            unixepoch(coalesce(NEW.recorded_at, NEW.at)), 1, coalesce(NEW.channel, 'phone'),
            NEW.category, NEW.unit, iif(NEW.phone IS NULL, NULL, NEW.id * 100000 + 2),
            NEW.id * 100000 + 1,
            CASE WHEN NEW.reachable_at IS NOT NULL THEN unixepoch(NEW.reachable_at)
                 WHEN NEW.phone IS NOT NULL OR NEW.unit IS NOT NULL THEN unixepoch(NEW.at) END);
    INSERT INTO complaint (id, class, people, seat, tea, heard, calmed, courtesy_missed, repeat_of,
                           repeat_at, hotline_due_at)
    VALUES (NEW.id, NEW.class, NEW.people, coalesce(NEW.seat, 1), coalesce(NEW.tea, 1),
            coalesce(NEW.heard, 1), coalesce(NEW.calmed, 1),
            iif(NEW.courtesy_missed IS NULL, NULL, NEW.id * 100000 + 3), NEW.repeat_of,
            iif(NEW.repeat_of IS NULL, NULL, unixepoch(coalesce(NEW.repeat_at, NEW.at))), unixepoch(NEW.hotline_due_at));
    INSERT INTO repeat_link (complaint, earlier, by_hand, since_at, from_at)
    SELECT NEW.id, NEW.repeat_of, 0, unixepoch(coalesce(NEW.repeat_at, NEW.at)), unixepoch(coalesce(NEW.repeat_at, NEW.at))
    WHERE NEW.repeat_of IS NOT NULL;
    INSERT INTO given_step (matter, what, at, recorded_at, late_reason, as_happened)
    VALUES (NEW.id, 'add', NEW.at, NEW.recorded_at, NEW.late_reason, NEW.as_happened);
END;

-- A step of a matter; the third step of matter 7 is 7003. The doer records it unless said.
CREATE TEMP VIEW given_step AS
SELECT 0 AS matter, '' AS what, '' AS at, '' AS recorded_at, 0 AS doer, 0 AS recorder,
       0 AS to_staff, '' AS method, '' AS ended, '' AS field, '' AS text, '' AS reason,
       '' AS as_happened, '' AS late_reason
WHERE false;
CREATE TEMP TRIGGER given_step_is_recorded INSTEAD OF INSERT ON given_step
BEGIN
    INSERT INTO step (id, matter, seq, entry, what, at, recorded_at, doer, recorder, to_staff,
                      method, ended, field)
    SELECT NEW.matter * 1000 + n, NEW.matter, n, 1, NEW.what, unixepoch(NEW.at),
           unixepoch(coalesce(NEW.recorded_at, NEW.at)), coalesce(NEW.doer, 1),
           coalesce(NEW.recorder, NEW.doer, 1), NEW.to_staff, NEW.method, NEW.ended, NEW.field
    FROM (SELECT count(*) + 1 AS n FROM step WHERE matter = NEW.matter);
    INSERT INTO content (id, value)
    SELECT s.id * 100 + words.k, words.value
    FROM (SELECT max(id) AS id FROM step WHERE matter = NEW.matter) AS s
    JOIN (SELECT 11 AS k, NEW.text AS value UNION ALL SELECT 12, NEW.reason UNION ALL
          SELECT 13, NEW.as_happened UNION ALL SELECT 14, NEW.late_reason) AS words
    WHERE words.value IS NOT NULL;
    UPDATE step
    SET text        = iif(NEW.text IS NULL, NULL, id * 100 + 11),
        reason      = iif(NEW.reason IS NULL, NULL, id * 100 + 12),
        as_happened = iif(NEW.as_happened IS NULL, NULL, id * 100 + 13),
        late_reason = iif(NEW.late_reason IS NULL, NULL, id * 100 + 14)
    WHERE id = (SELECT max(id) FROM step WHERE matter = NEW.matter);
END;

-- What a step said, erased or replaced by the administrator; `phrase` is what the old words held.
CREATE TEMP VIEW given_erasure AS
SELECT 0 AS id, 0 AS step, '' AS at, '' AS sort, '' AS text, '' AS phrase WHERE false;
CREATE TEMP TRIGGER given_erasure_is_recorded INSTEAD OF INSERT ON given_erasure
BEGIN
    INSERT INTO said (id, place, row, digest) SELECT s.text, 'step.text', s.id, x'00' FROM step s WHERE s.id = NEW.step;
    INSERT INTO erasure (id, sort, at, recorder, reason) VALUES (NEW.id, 'redacted', unixepoch(NEW.at), 6, 0);
    INSERT INTO erased_value (id, erasure, said, matter, sort, digest, phrase)
    SELECT NEW.id, NEW.id, s.text, s.matter, NEW.sort, x'00', NEW.phrase FROM step s WHERE s.id = NEW.step;
    UPDATE content SET value = NEW.text WHERE id = (SELECT text FROM step WHERE id = NEW.step);
END;

-- A repair with its reception: matter 7 gets the number BX-2026-0007.
CREATE TEMP VIEW given_repair AS
SELECT 0 AS id, '' AS at, '' AS category, '' AS unit, '' AS appointment_at, 0 AS rework_of,
       '' AS not_rework
WHERE false;
CREATE TEMP TRIGGER given_repair_is_recorded INSTEAD OF INSERT ON given_repair
BEGIN
    INSERT INTO content (id, value) VALUES (NEW.id * 100000 + 1, '水龙头漏水');
    INSERT INTO matter (id, no, kind, at, recorded_at, opened_by, channel, category, unit, text,
                        reachable_at)
    VALUES (NEW.id, printf('BX-2026-%04d', NEW.id), 'repair', unixepoch(NEW.at), unixepoch(NEW.at),
            1, 'phone', coalesce(NEW.category, 'plumbing'), coalesce(NEW.unit, '3-502'),
            NEW.id * 100000 + 1, unixepoch(NEW.at));
    INSERT INTO repair (id, appointment_at, rework_of, not_rework)
    VALUES (NEW.id, unixepoch(NEW.appointment_at), NEW.rework_of, iif(NEW.not_rework IS NULL, NULL, 1));
    INSERT INTO given_step (matter, what, at) VALUES (NEW.id, 'add', NEW.at);
END;

-- The correction of a repair's category, by ma unless said; with `what` 'amend' of an event's.
CREATE TEMP VIEW given_recategorising AS
SELECT 0 AS matter, '' AS at, '' AS category, 0 AS doer, '' AS what WHERE false;
CREATE TEMP TRIGGER given_recategorising_is_recorded INSTEAD OF INSERT ON given_recategorising
BEGIN
    INSERT INTO given_step (matter, what, at, doer, reason)
    VALUES (NEW.matter, coalesce(NEW.what, 'recategorise'), NEW.at, coalesce(NEW.doer, 3), '登记有误');
    INSERT INTO recategorised (step, old_category, new_category)
    SELECT max(s.id), m.category, NEW.category
    FROM step s JOIN matter m ON m.id = s.matter WHERE m.id = NEW.matter;
    UPDATE matter SET category = NEW.category WHERE id = NEW.matter;
END;

-- The correction of a home, by ma.
CREATE TEMP VIEW given_rehoming AS SELECT 0 AS matter, '' AS at, '' AS unit WHERE false;
CREATE TEMP TRIGGER given_rehoming_is_recorded INSTEAD OF INSERT ON given_rehoming
BEGIN
    INSERT INTO given_step (matter, what, at, doer, field, text, reason)
    VALUES (NEW.matter, 'amend', NEW.at, 3, 'unit', NEW.unit, '登记有误');
    INSERT INTO rehomed (step, old_unit, new_unit)
    SELECT max(s.id), m.unit, NEW.unit FROM step s JOIN matter m ON m.id = s.matter WHERE m.id = NEW.matter;
    UPDATE matter SET unit = NEW.unit WHERE id = NEW.matter;
END;

-- The correction of a hotline's deadline, or its adding, by ma.
CREATE TEMP VIEW given_hotline_change AS SELECT 0 AS matter, '' AS at, '' AS due_at WHERE false;
CREATE TEMP TRIGGER given_hotline_change_is_recorded INSTEAD OF INSERT ON given_hotline_change
BEGIN
    INSERT INTO given_step (matter, what, at, doer, field, text, reason)
    VALUES (NEW.matter, 'amend', NEW.at, 3, 'hotline-due', NEW.due_at, '登记有误');
    INSERT INTO amended (step, old_value)
    SELECT max(s.id), CAST(c.hotline_due_at AS TEXT) FROM step s JOIN complaint c ON c.id = s.matter WHERE c.id = NEW.matter;
    UPDATE complaint SET hotline_due_at = unixepoch(NEW.due_at) WHERE id = NEW.matter;
END;

-- The correction of a complaint's class or of how many came, by ma.
CREATE TEMP VIEW given_correction AS
SELECT 0 AS matter, '' AS field, '' AS at, 0 AS value WHERE false;
CREATE TEMP TRIGGER given_correction_is_recorded INSTEAD OF INSERT ON given_correction
BEGIN
    INSERT INTO given_step (matter, what, at, doer, field, text, reason)
    VALUES (NEW.matter, 'amend', NEW.at, 3, NEW.field, NEW.value, '登记有误');
    INSERT INTO corrected (step, old_value, new_value)
    SELECT max(s.id), iif(NEW.field = 'class', c.class, c.people), NEW.value
    FROM step s JOIN complaint c ON c.id = s.matter WHERE c.id = NEW.matter;
    UPDATE complaint
    SET class = iif(NEW.field = 'class', NEW.value, class), people = iif(NEW.field = 'people', NEW.value, people)
    WHERE id = NEW.matter;
END;

-- An order of a repair, dispatched to wu unless said; order 3 is PG-2026-0003.
CREATE TEMP VIEW given_order AS
SELECT 0 AS id, 0 AS repair, '' AS at, 0 AS technician, '' AS instead, '' AS as_happened WHERE false;
CREATE TEMP TRIGGER given_order_is_recorded INSTEAD OF INSERT ON given_order
BEGIN
    INSERT INTO dispatch_order (id, no, repair, technician)
    VALUES (NEW.id, printf('PG-2026-%04d', NEW.id), NEW.repair, coalesce(NEW.technician, 5));
    INSERT INTO given_step (matter, what, at, to_staff, as_happened)
    VALUES (NEW.repair, 'dispatch', NEW.at, coalesce(NEW.technician, 5), NEW.as_happened);
    UPDATE step SET dispatch_order = NEW.id
    WHERE id = (SELECT max(id) FROM step WHERE matter = NEW.repair);
    INSERT INTO order_detail (step, instead)
    SELECT max(id), NEW.instead FROM step WHERE matter = NEW.repair;
END;

-- A step of an order.
CREATE TEMP VIEW given_order_step AS
SELECT 0 AS order_id, '' AS what, '' AS at, 0 AS doer, 0 AS to_staff, '' AS agreed_by, '' AS fault,
       '' AS signed_by, '' AS refused, '' AS as_happened, '' AS recorded_at
WHERE false;
CREATE TEMP TRIGGER given_order_step_is_recorded INSTEAD OF INSERT ON given_order_step
BEGIN
    INSERT INTO given_step (matter, what, at, recorded_at, doer, to_staff, as_happened)
    SELECT repair, NEW.what, NEW.at, NEW.recorded_at, coalesce(NEW.doer, 5), NEW.to_staff, NEW.as_happened
    FROM dispatch_order WHERE id = NEW.order_id;
    INSERT INTO order_detail (step, agreed_by, fault, signed_by, refused)
    SELECT max(s.id), iif(NEW.agreed_by IS NULL, NULL, 1), NEW.fault,
           iif(NEW.signed_by IS NULL, NULL, 1), iif(NEW.refused IS NULL, NULL, 1)
    FROM step s JOIN dispatch_order o ON o.repair = s.matter WHERE o.id = NEW.order_id;
    UPDATE step SET dispatch_order = NEW.order_id
    WHERE id = (SELECT max(s.id) FROM step s JOIN dispatch_order o ON o.repair = s.matter
                WHERE o.id = NEW.order_id);
END;

-- A callback by sun unless said: by phone, satisfied. `reached` 0 is an attempt.
CREATE TEMP VIEW given_callback AS
SELECT 0 AS matter, '' AS at, 0 AS doer, '' AS method, 0 AS reached, '' AS satisfied,
       '' AS signed_by, '' AS raised, '' AS settled, '' AS appointment_at, '' AS as_happened
WHERE false;
CREATE TEMP TRIGGER given_callback_is_recorded INSTEAD OF INSERT ON given_callback
BEGIN
    INSERT INTO given_step (matter, what, at, doer, method, as_happened)
    VALUES (NEW.matter, iif(coalesce(NEW.reached, 1), 'callback', 'attempt'), NEW.at,
            coalesce(NEW.doer, 2), coalesce(NEW.method, 'phone'), NEW.as_happened);
    INSERT INTO callback (id, no, matter, reached, satisfied, signed_by, raised, settled,
                          appointment_at)
    SELECT max(id), printf('HF-2026-%d', max(id)), NEW.matter, coalesce(NEW.reached, 1),
           iif(coalesce(NEW.reached, 1), coalesce(NEW.satisfied, 'yes'), NULL),
           iif(NEW.signed_by IS NULL, NULL, 1), iif(NEW.raised IS NULL, NULL, 1),
           iif(NEW.settled IS NULL, NULL, 1), unixepoch(NEW.appointment_at)
    FROM step WHERE matter = NEW.matter;
END;

-- The answer to what was raised in a matter's last callback.
CREATE TEMP VIEW given_answer AS SELECT 0 AS matter, '' AS at WHERE false;
CREATE TEMP TRIGGER given_answer_is_recorded INSTEAD OF INSERT ON given_answer
BEGIN
    INSERT INTO given_step (matter, what, at, doer) VALUES (NEW.matter, 'answered', NEW.at, 2);
    INSERT INTO callback_answer (step, callback)
    SELECT (SELECT max(id) FROM step WHERE matter = NEW.matter),
           (SELECT max(id) FROM callback WHERE matter = NEW.matter);
END;

-- The appointment given in a matter's last callback, moved.
CREATE TEMP VIEW given_rearrangement AS SELECT 0 AS matter, '' AS at, '' AS appointment_at, '' AS as_happened WHERE false;
CREATE TEMP TRIGGER given_rearrangement_is_recorded INSTEAD OF INSERT ON given_rearrangement
BEGIN
    INSERT INTO given_step (matter, what, at, doer, as_happened) VALUES (NEW.matter, 'rearrange', NEW.at, 2, NEW.as_happened);
    INSERT INTO rearranged (step, callback, appointment_at)
    SELECT (SELECT max(id) FROM step WHERE matter = NEW.matter),
           (SELECT max(id) FROM callback WHERE matter = NEW.matter), unixepoch(NEW.appointment_at);
END;

-- An opinion or a suggestion, by phone unless said; matter 7 gets the number JY-2026-0007.
CREATE TEMP VIEW given_suggestion AS
SELECT 0 AS id, '' AS at, '' AS sort, '' AS channel, '' AS unit WHERE false;
CREATE TEMP TRIGGER given_suggestion_is_recorded INSTEAD OF INSERT ON given_suggestion
BEGIN
    INSERT INTO content (id, value) VALUES (NEW.id * 100000 + 1, '楼道装扶手');
    INSERT INTO matter (id, no, kind, at, recorded_at, opened_by, channel, unit, text, reachable_at)
    VALUES (NEW.id, printf('JY-2026-%04d', NEW.id), 'suggestion', unixepoch(NEW.at),
            unixepoch(NEW.at), 1, coalesce(NEW.channel, 'phone'), NEW.unit, NEW.id * 100000 + 1,
            iif(NEW.unit IS NULL, NULL, unixepoch(NEW.at)));
    INSERT INTO suggestion (id, sort) VALUES (NEW.id, coalesce(NEW.sort, 'opinion'));
    INSERT INTO given_step (matter, what, at) VALUES (NEW.id, 'add', NEW.at);
END;

-- An answer to one, with thanks or an apology where the example gives one.
CREATE TEMP VIEW given_suggestion_answer AS
SELECT 0 AS matter, '' AS at, '' AS courtesy, '' AS as_happened WHERE false;
CREATE TEMP TRIGGER given_suggestion_answer_is_recorded
INSTEAD OF INSERT ON given_suggestion_answer
BEGIN
    INSERT INTO given_step (matter, what, at, method, as_happened)
    VALUES (NEW.matter, 'answer', NEW.at, 'phone', NEW.as_happened);
    INSERT INTO suggestion_answer (step, courtesy)
    SELECT max(id), NEW.courtesy FROM step WHERE matter = NEW.matter;
END;

-- An open letter by chen unless said; `given_letter_share` names what it answers.
CREATE TEMP VIEW given_letter AS
SELECT 0 AS id, '' AS at, 0 AS doer, '' AS text, '' AS subject WHERE false;
CREATE TEMP TRIGGER given_letter_is_recorded INSTEAD OF INSERT ON given_letter
BEGIN
    INSERT INTO content (id, value)
    VALUES (NEW.id * 100000 + 1, coalesce(NEW.text, '6 日检修,当晚恢复')),
           (NEW.id * 100000 + 2, coalesce(NEW.subject, '停水说明'));
    INSERT INTO matter (id, no, kind, at, recorded_at, opened_by, channel, text)
    VALUES (NEW.id, printf('GX-2026-%04d', NEW.id), 'letter', unixepoch(NEW.at), unixepoch(NEW.at),
            coalesce(NEW.doer, 1), 'letter', NEW.id * 100000 + 1);
    INSERT INTO letter (id, subject) VALUES (NEW.id, NEW.id * 100000 + 2);
    INSERT INTO given_step (matter, what, at, doer) VALUES (NEW.id, 'add', NEW.at, NEW.doer);
END;
CREATE TEMP VIEW given_letter_share AS SELECT 0 AS letter, 0 AS matter WHERE false;
CREATE TEMP TRIGGER given_letter_share_is_recorded INSTEAD OF INSERT ON given_letter_share
BEGIN
    INSERT INTO given_callback (matter, at, method, doer)
    SELECT NEW.matter, datetime(at, 'unixepoch'), 'open-letter', opened_by
    FROM matter WHERE id = NEW.letter;
    UPDATE callback SET satisfied = NULL
    WHERE id = (SELECT max(id) FROM callback WHERE matter = NEW.matter);
    INSERT INTO letter_share (callback, letter)
    SELECT max(id), NEW.letter FROM callback WHERE matter = NEW.matter;
END;

-- A conduct case about sun unless said, opened by ma; a decision by ma unless said.
CREATE TEMP VIEW given_conduct AS
SELECT 0 AS id, '' AS at, 0 AS staff, '' AS sort, 0 AS source WHERE false;
CREATE TEMP TRIGGER given_conduct_is_recorded INSTEAD OF INSERT ON given_conduct
BEGIN
    INSERT INTO content (id, value) VALUES (NEW.id * 100000 + 1, '未起身接待');
    INSERT INTO matter (id, no, kind, at, recorded_at, opened_by, channel, text)
    VALUES (NEW.id, printf('CL-2026-%04d', NEW.id), 'conduct', unixepoch(NEW.at),
            unixepoch(NEW.at), 3, 'office', NEW.id * 100000 + 1);
    INSERT INTO conduct (id, staff, sort, source)
    VALUES (NEW.id, coalesce(NEW.staff, 2), coalesce(NEW.sort, 'quarrel'), NEW.source);
    INSERT INTO given_step (matter, what, at, doer) VALUES (NEW.id, 'add', NEW.at, 3);
END;
CREATE TEMP VIEW given_decision AS
SELECT 0 AS conduct, '' AS at, 0 AS doer, '' AS authority WHERE false;
CREATE TEMP TRIGGER given_decision_is_recorded INSTEAD OF INSERT ON given_decision
BEGIN
    INSERT INTO given_step (matter, what, at, doer, text, reason)
    VALUES (NEW.conduct, 'decide', NEW.at, coalesce(NEW.doer, 3), '书面检查', NEW.authority);
    UPDATE matter SET closed_at = unixepoch(NEW.at) WHERE id = NEW.conduct;
END;

-- A quarrel with a visitor, recorded by chen; sun quarrelled unless said.
CREATE TEMP VIEW given_quarrel AS
SELECT 0 AS matter, '' AS at, 0 AS who, 0 AS stopped_by, 0 AS taken_over_by, '' AS as_happened
WHERE false;
CREATE TEMP TRIGGER given_quarrel_is_recorded INSTEAD OF INSERT ON given_quarrel
BEGIN
    INSERT INTO given_step (matter, what, at, to_staff, as_happened)
    VALUES (NEW.matter, 'quarrel', NEW.at, NEW.taken_over_by, NEW.as_happened);
    INSERT INTO quarrel (step, who, stopped_by, case_id)
    SELECT max(id), coalesce(NEW.who, 2), NEW.stopped_by, 0 FROM step WHERE matter = NEW.matter;
END;

-- The closing of a matter; without an outcome where the example gives none.
CREATE TEMP VIEW given_closing AS
SELECT 0 AS matter, '' AS at, 0 AS doer, '' AS outcome, '' AS ended, '' AS reason WHERE false;
CREATE TEMP TRIGGER given_closing_is_recorded INSTEAD OF INSERT ON given_closing
BEGIN
    INSERT INTO given_step (matter, what, at, doer, ended, reason, text)
    VALUES (NEW.matter, 'close', NEW.at, NEW.doer, NEW.ended, NEW.reason, NEW.outcome);
    UPDATE matter
    SET closed_at = unixepoch(NEW.at),
        outcome = (SELECT text FROM step WHERE matter = NEW.matter ORDER BY seq DESC LIMIT 1)
    WHERE id = NEW.matter;
END;

-- That a complaint is known to repeat another no more.
CREATE TEMP VIEW given_unlinking AS SELECT 0 AS matter, '' AS at WHERE false;
CREATE TEMP TRIGGER given_unlinking_is_recorded INSTEAD OF INSERT ON given_unlinking
BEGIN
    UPDATE repeat_link SET until_at = unixepoch(NEW.at) WHERE complaint = NEW.matter AND until_at IS NULL;
END;

-- A matter taken out of the figures.
CREATE TEMP VIEW given_void AS SELECT 0 AS matter, '' AS at WHERE false;
CREATE TEMP TRIGGER given_void_is_recorded INSTEAD OF INSERT ON given_void
BEGIN
    INSERT INTO given_step (matter, what, at, doer) VALUES (NEW.matter, 'void', NEW.at, 3);
    UPDATE matter SET voided_at = unixepoch(NEW.at) WHERE id = NEW.matter;
END;

-- Someone called together by a step.
CREATE TEMP VIEW given_convened AS SELECT 0 AS step, 0 AS staff WHERE false;
CREATE TEMP TRIGGER given_convened_is_recorded INSTEAD OF INSERT ON given_convened
BEGIN
    INSERT INTO convened (step, staff) VALUES (NEW.step, NEW.staff);
END;

-- A new staff member, or a new edition of a known one.
CREATE TEMP VIEW given_staff AS
SELECT 0 AS id, '' AS login, '' AS role, 0 AS superior, '' AS at, 0 AS has_left WHERE false;
CREATE TEMP TRIGGER given_staff_is_recorded INSTEAD OF INSERT ON given_staff
BEGIN
    INSERT OR IGNORE INTO staff (id, login) VALUES (NEW.id, coalesce(NEW.login, 'staff-' || NEW.id));
    INSERT INTO staff_edition (staff, at, recorded_at, recorder, name, role, superior, has_left)
    VALUES (NEW.id, unixepoch(coalesce(NEW.at, '2026-01-01 00:00:00')), 0, 6, 0, NEW.role,
            NEW.superior, coalesce(NEW.has_left, 0));
END;

CREATE TEMP VIEW given_absence AS
SELECT 0 AS staff, '' AS from_at, '' AS until_at, 0 AS acting, '' AS recorded_at WHERE false;
CREATE TEMP TRIGGER given_absence_is_recorded INSTEAD OF INSERT ON given_absence
BEGIN
    INSERT INTO staff_absence (staff, from_at, until_at, acting, recorded_at, recorder)
    VALUES (NEW.staff, unixepoch(NEW.from_at), unixepoch(NEW.until_at), NEW.acting,
            coalesce(unixepoch(NEW.recorded_at), 0), 6);
END;

CREATE TEMP VIEW given_policy AS SELECT '' AS key, '' AS value, '' AS at WHERE false;
CREATE TEMP TRIGGER given_policy_is_recorded INSTEAD OF INSERT ON given_policy
BEGIN
    INSERT INTO policy_edition (key, edition, at, value, recorded_at, recorder)
    SELECT NEW.key, count(*) + 1, unixepoch(coalesce(NEW.at, '2026-01-01 00:00:00')), NEW.value, 0, 6
    FROM policy_edition WHERE key = NEW.key;
END;

CREATE TEMP VIEW given_report AS SELECT '' AS week, '' AS filed_at WHERE false;
CREATE TEMP TRIGGER given_report_is_recorded INSTEAD OF INSERT ON given_report
BEGIN
    INSERT INTO weekly_report (week, edition, filed_at, recorder, figures)
    SELECT NEW.week, count(*) + 1, unixepoch(NEW.filed_at), 3, '{}'
    FROM weekly_report WHERE week = NEW.week;
END;
