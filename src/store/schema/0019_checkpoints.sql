-- Migration 19: the journal as a tree of hashes, signed with each seal.

-- Whole tiles of the tree, 256 hashes each: made from the journal, not journaled.
CREATE TABLE journal_tile (
    id     INTEGER PRIMARY KEY NOT NULL,  -- its level * 2^48 + its position
    hashes BLOB NOT NULL,
    root   BLOB NOT NULL                  -- of the tile, a hash of the level above
) STRICT;

-- What others say of a checkpoint: a witness who cosigns it, an authority that stamps the time.
CREATE TABLE attestation (
    id          INTEGER PRIMARY KEY NOT NULL,
    seal        INTEGER NOT NULL REFERENCES seal (id),
    kind        TEXT    NOT NULL,  -- cosignature, timestamp
    name        TEXT    NOT NULL,  -- the witness's
    at          INTEGER NOT NULL,  -- when, as they say
    bytes       BLOB    NOT NULL,  -- the line of the cosignature, the authority's answer
    recorded_at INTEGER NOT NULL,
    recorder    INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX attestation_of_seal ON attestation (seal);

-- The tree as of a seal, and the same key's signature over it.
CREATE TABLE checkpoint (
    seal      INTEGER PRIMARY KEY NOT NULL REFERENCES seal (id),
    origin    TEXT NOT NULL,
    root      BLOB NOT NULL,
    signature BLOB NOT NULL
) STRICT;
