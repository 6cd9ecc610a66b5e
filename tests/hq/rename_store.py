"""Gives a store another id, as if it had been founded apart, and makes its journal's chain anew: rename_store.py STORE [ID]"""

import hashlib
import json
import sqlite3
import sys

connection = sqlite3.connect(sys.argv[1])
old = connection.execute("SELECT store_id FROM office").fetchone()[0]
new = sys.argv[2] if len(sys.argv) > 2 else hashlib.md5(old.encode() + sys.argv[1].encode()).hexdigest()
assert len(old) == len(new)
previous = None
for seq, head, changeset, _ in connection.execute(
        "SELECT seq, head, changeset, hash FROM journal ORDER BY seq").fetchall():
    words = json.loads(head)
    if previous is not None:
        words["previous"] = previous
    head = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    changeset = changeset.replace(old.encode(), new.encode())
    digest = hashlib.blake2b(head.encode() + changeset, digest_size=32).digest()
    previous = digest.hex()
    connection.execute("UPDATE journal SET head = ?, changeset = ?, hash = ? WHERE seq = ?",
                       (head, changeset, digest, seq))
connection.execute("UPDATE office SET store_id = ?", (new,))
connection.commit()
