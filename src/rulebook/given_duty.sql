-- More words for the examples of rule files: duty, calls for help, major events, surveys, what officers must know.

-- A major event that came of a complaint.
CREATE TEMP VIEW given_event AS
SELECT 0 AS id, '' AS at, 0 AS complaint, '' AS category, '' AS learned_at, '' AS form, 0 AS doer,
       0 AS to_staff, 0 AS casualties, 0 AS loss, 0 AS residents, '' AS happened_at
WHERE false;
CREATE TEMP TRIGGER given_event_is_recorded INSTEAD OF INSERT ON given_event
BEGIN
    INSERT INTO content (id, value) VALUES (NEW.id * 100000 + 1, '业主结队来访');
    INSERT INTO matter (id, no, kind, at, recorded_at, opened_by, channel, category, text)
    VALUES (NEW.id, printf('ZD-2026-%04d', NEW.id), 'event', unixepoch(NEW.at), unixepoch(NEW.at),
            coalesce(NEW.doer, 1), coalesce(NEW.form, 'phone'), coalesce(NEW.category, '7'),
            NEW.id * 100000 + 1);
    INSERT INTO event (id, happened_at, learned_at, casualties, loss, residents, complaint)
    VALUES (NEW.id, unixepoch(NEW.happened_at), unixepoch(coalesce(NEW.learned_at, NEW.at)), NEW.casualties, NEW.loss,
            coalesce(NEW.residents, 0), NEW.complaint);
    INSERT INTO given_step (matter, what, at, doer, method, to_staff)
    VALUES (NEW.id, 'add', NEW.at, NEW.doer, coalesce(NEW.form, 'phone'),
            nullif(coalesce(NEW.to_staff, 3), 0));
END;

-- A message about one, by ma to tao unless said: `relay`, `supplement`, `notify`.
CREATE TEMP VIEW given_message AS
SELECT 0 AS event, '' AS what, '' AS at, 0 AS doer, 0 AS to_staff, '' AS form, 0 AS casualties WHERE false;
CREATE TEMP TRIGGER given_message_is_recorded INSTEAD OF INSERT ON given_message
BEGIN
    INSERT INTO given_step (matter, what, at, doer, to_staff, method)
    VALUES (NEW.event, NEW.what, NEW.at, coalesce(NEW.doer, 3),
            iif(NEW.what = 'notify', NULL, coalesce(NEW.to_staff, 4)), coalesce(NEW.form, 'phone'));
    INSERT INTO event_message (step, casualties)
    SELECT max(id), NEW.casualties FROM step WHERE matter = NEW.event;
END;

-- A call for help, taken by chen; matter 7 gets the number QZ-2026-0007.
CREATE TEMP VIEW given_assist AS SELECT 0 AS id, '' AS at WHERE false;
CREATE TEMP TRIGGER given_assist_is_recorded INSTEAD OF INSERT ON given_assist
BEGIN
    INSERT INTO content (id, value) VALUES (NEW.id * 100000 + 1, '钥匙锁在屋里');
    INSERT INTO matter (id, no, kind, at, recorded_at, opened_by, channel, text)
    VALUES (NEW.id, printf('QZ-2026-%04d', NEW.id), 'assist', unixepoch(NEW.at), unixepoch(NEW.at),
            1, 'duty', NEW.id * 100000 + 1);
    INSERT INTO given_step (matter, what, at) VALUES (NEW.id, 'add', NEW.at);
END;

-- A shift of chen unless said, and its end: a handover to sun, who told ma, unless said.
CREATE TEMP VIEW given_shift AS SELECT 0 AS id, '' AS at, 0 AS officer, 0 AS substitute_for WHERE false;
CREATE TEMP TRIGGER given_shift_is_recorded INSTEAD OF INSERT ON given_shift
BEGIN
    INSERT INTO content (id, value) VALUES (NEW.id * 100000 + 1, '值班');
    INSERT INTO matter (id, no, kind, at, recorded_at, opened_by, channel, text)
    VALUES (NEW.id, printf('ZB-2026-%04d', NEW.id), 'shift', unixepoch(NEW.at), unixepoch(NEW.at),
            coalesce(NEW.officer, 1), 'duty', NEW.id * 100000 + 1);
    INSERT INTO shift (id, officer, started_at, substitute_for)
    VALUES (NEW.id, coalesce(NEW.officer, 1), unixepoch(NEW.at), NEW.substitute_for);
    INSERT INTO given_step (matter, what, at, doer) VALUES (NEW.id, 'add', NEW.at, NEW.officer);
END;
CREATE TEMP VIEW given_shift_end AS
SELECT 0 AS shift, '' AS at, '' AS what, 0 AS to_staff, 0 AS reported_to, '' AS as_happened WHERE false;
CREATE TEMP TRIGGER given_shift_end_is_recorded INSTEAD OF INSERT ON given_shift_end
BEGIN
    INSERT INTO given_step (matter, what, at, to_staff, as_happened)
    VALUES (NEW.shift, coalesce(NEW.what, 'handover'), NEW.at, coalesce(NEW.to_staff, 2), NEW.as_happened);
    INSERT INTO handover (step, reported_to)
    SELECT max(id), nullif(coalesce(NEW.reported_to, 3), 0) FROM step WHERE matter = NEW.shift;
    UPDATE matter SET closed_at = unixepoch(NEW.at) WHERE id = NEW.shift;
END;

-- An entry of the roster for chen unless said; entry 7 is PB-2026-0007.
CREATE TEMP VIEW given_roster AS
SELECT 0 AS id, 0 AS staff, '' AS from_at, '' AS until_at, '' AS sort, '' AS at WHERE false;
CREATE TEMP TRIGGER given_roster_is_recorded INSTEAD OF INSERT ON given_roster
BEGIN
    INSERT INTO content (id, value) VALUES (NEW.id * 100000 + 1, '排班');
    INSERT INTO matter (id, no, kind, at, recorded_at, opened_by, channel, text)
    SELECT NEW.id, printf('PB-2026-%04d', NEW.id), 'roster', t, t, 3, 'office', NEW.id * 100000 + 1
    FROM (SELECT unixepoch(coalesce(NEW.at, '2026-11-01 00:00:00')) AS t);
    INSERT INTO roster (id, staff, sort, from_at, until_at)
    VALUES (NEW.id, coalesce(NEW.staff, 1), coalesce(NEW.sort, 'day'), unixepoch(NEW.from_at),
            unixepoch(NEW.until_at));
    INSERT INTO given_step (matter, what, at, doer)
    VALUES (NEW.id, 'add', coalesce(NEW.at, '2026-11-01 00:00:00'), 3);
END;

-- A home on the register.
CREATE TEMP VIEW given_home AS SELECT 0 AS id, '' AS unit, '' AS retired_at WHERE false;
CREATE TEMP TRIGGER given_home_is_recorded INSTEAD OF INSERT ON given_home
BEGIN
    INSERT OR IGNORE INTO home_spelling (unit, home) VALUES (NEW.unit, home_of(NEW.unit));
    INSERT INTO home (id, unit, added_at, recorded_at, recorder, retired_at)
    VALUES (NEW.id, NEW.unit, unixepoch('2026-01-01 00:00:00'), unixepoch('2026-01-01 00:00:00'), 3, unixepoch(NEW.retired_at));
END;

-- A key area from the beginning unless said, and an inspection of it.
CREATE TEMP VIEW given_area AS SELECT 0 AS id, '' AS name, '' AS added_at, '' AS retired_at WHERE false;
CREATE TEMP TRIGGER given_area_is_recorded INSTEAD OF INSERT ON given_area
BEGIN
    INSERT INTO area (id, name, added_at, retired_at)
    VALUES (NEW.id, NEW.name, unixepoch(coalesce(NEW.added_at, '2026-01-01 00:00:00')), unixepoch(NEW.retired_at));
END;
CREATE TEMP VIEW given_patrol AS
SELECT 0 AS shift, 0 AS area, '' AS at, '' AS result, 0 AS found WHERE false;
CREATE TEMP TRIGGER given_patrol_is_recorded INSTEAD OF INSERT ON given_patrol
BEGIN
    INSERT INTO given_step (matter, what, at) VALUES (NEW.shift, 'patrol', NEW.at);
    INSERT INTO patrol (step, area, result, found)
    SELECT max(id), NEW.area, coalesce(NEW.result, 'ok'), NEW.found FROM step WHERE matter = NEW.shift;
END;

-- An edition of a plan, and who has read it; without a plan, of the rulebook.
CREATE TEMP VIEW given_plan AS SELECT 0 AS id, '' AS name, 0 AS edition, '' AS at WHERE false;
CREATE TEMP TRIGGER given_plan_is_recorded INSTEAD OF INSERT ON given_plan
BEGIN
    INSERT INTO plan_edition (id, name, edition, at, recorded_at, recorder, text)
    VALUES (NEW.id, NEW.name, coalesce(NEW.edition, 1), unixepoch(NEW.at), unixepoch(NEW.at), 3, 0);
END;
CREATE TEMP VIEW given_acknowledgement AS
SELECT 0 AS staff, 0 AS plan, 0 AS edition, '' AS at WHERE false;
CREATE TEMP TRIGGER given_acknowledgement_is_recorded INSTEAD OF INSERT ON given_acknowledgement
BEGIN
    INSERT INTO acknowledgement (staff, plan, edition, at, recorded_at, recorder)
    VALUES (NEW.staff, NEW.plan, coalesce(NEW.edition, 1), unixepoch(NEW.at), unixepoch(NEW.at), NEW.staff);
END;

-- A survey of a hundred sheets, and a collection.
CREATE TEMP VIEW given_survey AS SELECT 0 AS id, '' AS at, '' AS until_at WHERE false;
CREATE TEMP TRIGGER given_survey_is_recorded INSTEAD OF INSERT ON given_survey
BEGIN
    INSERT INTO content (id, value) VALUES (NEW.id * 100000 + 1, '供暖满意度');
    INSERT INTO matter (id, no, kind, at, recorded_at, opened_by, channel, text)
    VALUES (NEW.id, printf('WJ-2026-%04d', NEW.id), 'survey', unixepoch(NEW.at), unixepoch(NEW.at),
            1, 'survey', NEW.id * 100000 + 1);
    INSERT INTO survey (id, issued, until_at) VALUES (NEW.id, 100, unixepoch(NEW.until_at));
    INSERT INTO given_step (matter, what, at) VALUES (NEW.id, 'add', NEW.at);
END;
CREATE TEMP VIEW given_collection AS SELECT 0 AS survey, '' AS at, 0 AS returned WHERE false;
CREATE TEMP TRIGGER given_collection_is_recorded INSTEAD OF INSERT ON given_collection
BEGIN
    INSERT INTO given_step (matter, what, at) VALUES (NEW.survey, 'collect', NEW.at);
    INSERT INTO survey_return (step, returned)
    SELECT max(id), NEW.returned FROM step WHERE matter = NEW.survey;
END;

-- What a command says of itself that writes no step: a change of staff, of a policy, an absence.
CREATE TEMP TABLE given_deed (subject TEXT, at TEXT, recorded_at TEXT, late_reason TEXT);

-- The correction of a step, by ma: of what was said of a fault, or of when it was.
CREATE TEMP VIEW given_step_correction AS
SELECT 0 AS step, '' AS field, '' AS at, '' AS old_value, '' AS value WHERE false;
CREATE TEMP TRIGGER given_step_correction_is_recorded INSTEAD OF INSERT ON given_step_correction
BEGIN
    INSERT INTO given_step (matter, what, at, doer, field, reason)
    SELECT matter, 'amend', NEW.at, 3, NEW.field, '登记有误' FROM step WHERE id = NEW.step;
    INSERT INTO correction (step, target)
    SELECT max(s.id), NEW.step FROM step t JOIN step s ON s.matter = t.matter WHERE t.id = NEW.step;
    INSERT INTO amended (step, old_value)
    SELECT max(s.id), NEW.old_value FROM step t JOIN step s ON s.matter = t.matter WHERE t.id = NEW.step;
    UPDATE order_detail SET fault = NEW.value WHERE step = NEW.step AND NEW.field = 'fault';
END;

-- That a callback was never made: the last one of a matter.
CREATE TEMP VIEW given_callback_void AS SELECT 0 AS matter, '' AS at WHERE false;
CREATE TEMP TRIGGER given_callback_void_is_recorded INSTEAD OF INSERT ON given_callback_void
BEGIN
    INSERT INTO given_step (matter, what, at, doer, reason) VALUES (NEW.matter, 'callback-void', NEW.at, 3, '登记有误');
    INSERT INTO correction (step, target)
    SELECT (SELECT max(id) FROM step WHERE matter = NEW.matter),
           (SELECT max(id) FROM callback WHERE matter = NEW.matter);
END;
