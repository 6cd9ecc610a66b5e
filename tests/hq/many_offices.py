"""Makes the bundles of many offices out of one's, as if each had been founded apart: many_offices.py FIRST WEEKLY KEY COUNT FOLDER

FIRST is a bundle of everything, WEEKLY what came after it, KEY the private key that signs. Office N has the id N, in 32
hexadecimal digits; its two bundles are FOLDER/first/ID and FOLDER/weekly/ID. Each chain is made anew, and signed.
"""

import base64
import ctypes
import gzip
import hashlib
import json
import os
import sys

first, weekly, key, count, folder = sys.argv[1:]
sodium = ctypes.CDLL("libsodium.so.23")
seed = base64.b64decode("".join(open(key).read().split("\n")[1:-2]))[-32:]
public, secret, signature = (ctypes.create_string_buffer(size) for size in (32, 64, 64))
sodium.crypto_sign_seed_keypair(public, secret, seed)


def read(path):
    mark, manifest, _, body = gzip.open(path).read().split(b"\n", 3)
    entries = []
    while body.startswith(b"entry "):
        line, body = body.split(b"\n", 1)
        head, changeset = (int(word) for word in line.split()[1:])
        before, after = body[:head].rsplit(b'"previous":"', 1)
        entries.append((before + b'"previous":"', after[after.index(b'"'):], body[head:head + changeset]))
        body = body[head + changeset + 32:]
    return mark, json.loads(manifest), entries, body


def write(parts, store, known, path):
    mark, manifest, entries, rest = parts
    old = manifest["store"].encode()
    previous = known
    out = []
    for before, after, changeset in entries:
        head = before + previous.encode() + after
        changeset = changeset.replace(old, store.encode())
        digest = hashlib.blake2b(head + changeset, digest_size=32)
        previous = digest.hexdigest()
        out.append(b"entry %d %d\n%b%b%b" % (len(head), len(changeset), head, changeset, digest.digest()))
    line = json.dumps({**manifest, "store": store, "known": known, "head": previous},
                      ensure_ascii=False, separators=(",", ":")).encode()
    statement = mark + b"\n" + line + b"\n"
    sodium.crypto_sign_detached(signature, None, statement, ctypes.c_ulonglong(len(statement)), secret)
    with gzip.open(path, "wb", compresslevel=6) as file:
        file.write(statement + base64.b64encode(signature.raw) + b"\n" + b"".join(out) + rest)
    return previous


bundles = [read(first), read(weekly)]
for name in ("first", "weekly"):
    os.mkdir(f"{folder}/{name}")
for number in range(1, int(count) + 1):
    store = f"{number:032x}"
    head = write(bundles[0], store, "", f"{folder}/first/{store}")
    write(bundles[1], store, head, f"{folder}/weekly/{store}")
