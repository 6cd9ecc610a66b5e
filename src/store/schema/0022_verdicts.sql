-- Migration 22: what was judged of settled matters, and of weeks and months that are over, so that nobody judges it
-- again before something touches it.

-- At most one row: by which rules, and up to which matter.
CREATE TABLE judged_through (
    id       INTEGER PRIMARY KEY NOT NULL,
    rulebook TEXT    NOT NULL,  -- digest of the rules and what they read
    matter   INTEGER NOT NULL,
    at       INTEGER NOT NULL
) STRICT;

-- The matters up to there of which no verdict counts: open ones, and whatever was touched since.
CREATE TABLE unjudged (
    matter INTEGER PRIMARY KEY NOT NULL REFERENCES matter (id)
) STRICT;

-- The weeks and months that were judged.
CREATE TABLE judged_period (
    until_at INTEGER NOT NULL,
    period   TEXT    NOT NULL,
    from_at  INTEGER NOT NULL,
    PRIMARY KEY (until_at, period)
) STRICT, WITHOUT ROWID;

-- What was found of either; no words of anybody's.
CREATE TABLE kept_finding (
    id              INTEGER PRIMARY KEY NOT NULL,
    matter          INTEGER REFERENCES matter (id),  -- NULL of a week or month
    rule            TEXT    NOT NULL,
    severity        TEXT    NOT NULL,
    subject         TEXT    NOT NULL,
    since           INTEGER NOT NULL,
    row             INTEGER NOT NULL,
    avoidable       INTEGER NOT NULL,
    open            INTEGER NOT NULL,
    to_be_explained INTEGER NOT NULL,
    said            TEXT    NOT NULL   -- the row of the rule's query, as JSON
) STRICT;

-- A finish that is typed late may change who has to apologise for the work that was done again.
CREATE INDEX repair_by_rework ON repair (rework_of) WHERE rework_of IS NOT NULL;
