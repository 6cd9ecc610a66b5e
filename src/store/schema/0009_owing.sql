-- Migration 9: what is still owed is found without looking at what has long been done.

-- Matters on which a deadline may still run after they were closed: a callback, an order to be
-- handed in. With the open ones these are all. Kept by the gate.
CREATE TABLE owing (
    matter INTEGER PRIMARY KEY NOT NULL REFERENCES matter (id)
) STRICT;

-- Rather too many than one too few: the gate strikes off what owes nothing when it comes by.
INSERT INTO owing (matter)
SELECT m.id FROM matter m
WHERE m.closed_at IS NOT NULL AND m.voided_at IS NULL
  AND (m.kind IN ('event', 'conduct')
       OR m.kind IN ('complaint', 'suggestion', 'repair')
          AND NOT EXISTS (SELECT 1 FROM callback c WHERE c.matter = m.id AND c.satisfied = 'yes')
       OR EXISTS (SELECT 1 FROM callback c
                  WHERE c.matter = m.id AND (c.raised IS NOT NULL OR c.appointment_at IS NOT NULL))
       OR EXISTS (SELECT 1 FROM complaint c WHERE c.id = m.id AND c.people IS NOT NULL)
       OR EXISTS (SELECT 1 FROM dispatch_order o
                  WHERE o.repair = m.id
                    AND NOT EXISTS (SELECT 1 FROM step s
                                    WHERE s.dispatch_order = o.id AND s.what IN ('return', 'cancel'))));

CREATE INDEX matter_open ON matter (kind) WHERE closed_at IS NULL AND voided_at IS NULL;
CREATE INDEX step_by_recording ON step (recorded_at);
CREATE INDEX repair_by_appointment ON repair (appointment_at) WHERE appointment_at IS NOT NULL;
