"""Whether headquarters has the very rows of an office: same_rows.py PSQL SOCKET-FOLDER OFFICE STORE

Reads both by programs of others, sqlite3 and psql, and none of ours. Prints how many rows were compared; each
difference, and 1, where there is any.
"""

import sqlite3
import subprocess
import sys

psql, folder, office, store = sys.argv[1:]
NOT_JOURNALED = {"content", "file", "home_spelling", "journal_tile"}
faults = []
compared = 0


def ask(sql):
    return subprocess.run(
        [psql, "-X", "-q", "-At", "-h", folder, "-U", "postgres", "-d", "huiyin", "-c", sql],
        check=True, capture_output=True).stdout


def unescaped(field):
    if field == rb"\N":
        return None
    out, at = bytearray(), 0
    names = {b"b": 8, b"f": 12, b"n": 10, b"r": 13, b"t": 9, b"v": 11}
    while at < len(field):
        if field[at:at + 1] == b"\\":
            letter = field[at + 1:at + 2]
            out.append(names.get(letter, letter[0]))
            at += 2
        else:
            out.append(field[at])
            at += 1
    return bytes(out)


def rows_at_headquarters(table, columns, number):
    names = ", ".join(f'"{name}"' for name in columns)
    text = ask(f'COPY (SELECT {names} FROM huiyin."{table}" WHERE office = {number}) TO STDOUT')
    return [tuple(unescaped(field) for field in line.split(b"\t")) for line in text.split(b"\n")[:-1]]


def as_bytes(value):
    if value is None:
        return None
    if isinstance(value, bytes):
        return b"\\x" + value.hex().encode()
    return str(value).encode()


number = ask(f"SELECT office FROM huiyin.office_head WHERE name = '{office}'").decode().strip()
connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
          if name not in NOT_JOURNALED and not name.startswith(("search_index", "sqlite_"))]
for table in tables:
    columns = [row[1] for row in connection.execute(f"SELECT * FROM pragma_table_info('{table}')")]
    names = ", ".join(f'"{name}"' for name in columns)
    # Through a list first: a text must not be compared as another type.
    here = sorted((tuple(map(as_bytes, row)) for row in connection.execute(f'SELECT {names} FROM "{table}"')),
                  key=repr)
    there = sorted(rows_at_headquarters(table, columns, number), key=repr)
    compared += len(here)
    if here != there:
        only_here = [row for row in here if row not in set(there)]
        only_there = [row for row in there if row not in set(here)]
        faults.append(f"{table}: {len(here)} rows at the office, {len(there)} at headquarters; "
                      f"only there {only_here[:2]}, only here {only_there[:2]}")
# What an office of an older schema does not have, headquarters has no row of either.
known = ask("SELECT table_name FROM information_schema.columns WHERE table_schema = 'huiyin'"
            " AND column_name = 'office' AND table_name !~ '_[0-9][0-9]$'").decode().split()
own = {"office_head", "office_change", "office_bundle", "office_refusal", "office_fork", "fork_entry", "finding",
       "shared_week", "said_text"}
for table in set(known) - set(tables) - own:
    if (count := int(ask(f'SELECT count(*) FROM huiyin."{table}" WHERE office = {number}'))) != 0:
        faults.append(f"{table}: {count} rows that the office has no table for")
print(f"{compared} rows of {len(tables)} tables")
if faults or compared == 0:
    print("\n".join(faults))
    sys.exit(1)
