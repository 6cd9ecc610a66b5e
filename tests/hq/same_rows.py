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
    """What psql prints, of however many statements: to start it takes longer than most of them."""
    return subprocess.run([psql, "-X", "-q", "-At", "-h", folder, "-U", "postgres", "-d", "huiyin", "-v", "ON_ERROR_STOP=1"],
                          input=sql.encode(), check=True, capture_output=True).stdout


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


def as_bytes(value):
    if value is None:
        return None
    if isinstance(value, bytes):
        return b"\\x" + value.hex().encode()
    return str(value).encode()


number, *known = ask(
    f"SELECT office FROM huiyin.office_head WHERE name = '{office}'; SELECT table_name FROM information_schema.columns"
    " WHERE table_schema = 'huiyin' AND column_name = 'office' AND table_name !~ '_[0-9][0-9]$';").decode().split()
connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
          if name not in NOT_JOURNALED and not name.startswith(("search_index", "sqlite_"))]
names = {table: ", ".join(f'"{row[1]}"' for row in connection.execute(f"SELECT * FROM pragma_table_info('{table}')"))
         for table in tables}
own = {"office_head", "office_change", "office_bundle", "office_refusal", "office_fork", "fork_entry", "finding",
       "shared_week", "said_text", "office_past", "rejected_branch", "rejected_entry"}
# What an office of an older schema does not have, headquarters has no row of either.
beyond = sorted(set(known) - set(tables) - own)
# No row that COPY writes begins with a backslash and this.
answer = ask("".join(
    f"\\echo '\\\\@{table}'\nCOPY (SELECT {names.get(table, 'office')} FROM huiyin.\"{table}\" WHERE office = {number}) TO STDOUT;\n"
    for table in tables + beyond))
parts = (b"\n" + answer).removesuffix(b"\n").split(b"\n\\@")[1:]
there_of = {name.decode(): rows for name, *rows in (part.split(b"\n") for part in parts)}
for table in tables:
    # Through a list first: a text must not be compared as another type.
    here = sorted((tuple(map(as_bytes, row)) for row in connection.execute(f'SELECT {names[table]} FROM "{table}"')),
                  key=repr)
    there = sorted((tuple(map(unescaped, line.split(b"\t"))) for line in there_of[table]), key=repr)
    compared += len(here)
    if here != there:
        only_here = [row for row in here if row not in set(there)]
        only_there = [row for row in there if row not in set(here)]
        faults.append(f"{table}: {len(here)} rows at the office, {len(there)} at headquarters; "
                      f"only there {only_there[:2]}, only here {only_here[:2]}")
for table in beyond:
    if there_of[table]:
        faults.append(f"{table}: {len(there_of[table])} rows that the office has no table for")
print(f"{compared} rows of {len(tables)} tables")
if faults or compared == 0:
    print("\n".join(faults))
    sys.exit(1)
