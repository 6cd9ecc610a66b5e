"""Rewrites one entry of a store's journal and makes the chain fit from there on: rewrite_past.py STORE SEQ"""

import hashlib
import json
import sqlite3
import sys

connection = sqlite3.connect(sys.argv[1])
wanted = int(sys.argv[2])
previous = None
for seq, head, changeset in connection.execute(
        "SELECT seq, head, changeset FROM journal ORDER BY seq").fetchall():
    words = json.loads(head)
    if seq == wanted:
        words["command"] += " "
    if previous is not None:
        words["previous"] = previous
    head = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.blake2b(head.encode() + changeset, digest_size=32).digest()
    previous = digest.hex()
    connection.execute("UPDATE journal SET head = ?, hash = ? WHERE seq = ?", (head, digest, seq))
connection.commit()
