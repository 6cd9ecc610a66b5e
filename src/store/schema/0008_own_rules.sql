-- Migration 8: rules of the office's own, beside those of the regulation.

-- Each edition is in force from its moment until that of the next.
CREATE TABLE own_rule (
    id       INTEGER PRIMARY KEY NOT NULL,
    rule     TEXT    NOT NULL,  -- own.same-day
    edition  INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    text     INTEGER REFERENCES said (id),  -- the file as it was given; none: retired from then on
    reason   INTEGER REFERENCES said (id),
    recorder INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE UNIQUE INDEX own_rule_by_edition ON own_rule (rule, edition);
