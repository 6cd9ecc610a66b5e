#!/usr/bin/python3
"""What somebody says of our proofs who has read docs/journal-format.md, "To check a proof", and nothing else.

    verify.py KEY PROOF [CHECKPOINT-OF-THEN] [--witness KEY]

prints "entry N of SIZE" for each proven entry, "TEXT" for each text, or "SIZE begins with N", and what a witness said;
exit 1 with a word for anything else. SHA-256 and BLAKE2b are Python's own, Ed25519 is that of openssl.
"""

import base64
import hashlib
import json
import re
import subprocess
import sys
import tempfile

MARK = b"c2sp.org/tlog-proof@v1\n"


def need(holds, what):
    if not holds:
        sys.exit(what)


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def blake2b(*parts):
    return hashlib.blake2b(b"".join(parts), digest_size=32).digest()


def from_base64(text):
    try:
        raw = base64.b64decode(text, validate=True)
    except ValueError:
        sys.exit("no base64")
    need(base64.b64encode(raw) == text, "base64 written in another way")
    return raw


def number(text):
    need(re.fullmatch(rb"0|[1-9][0-9]*", text), "no number")
    return int(text)


class Reader:
    def __init__(self, raw):
        self.raw, self.at = raw, 0

    def take(self, count):
        need(self.at + count <= len(self.raw), "cut short")
        self.at += count
        return self.raw[self.at - count : self.at]

    def line(self):
        end = self.raw.find(b"\n", self.at)
        need(end >= 0, "a line without an end")
        line = self.take(end - self.at)
        self.at += 1
        return line

    def after(self, mark):
        line = self.line()
        need(line.startswith(mark), f"no line {mark}")
        return line[len(mark) :]

    def varint(self):
        value = 0
        for nth in range(9):
            byte = self.take(1)[0]
            if nth == 8:
                return value << 8 | byte
            value = value << 7 | byte & 0x7F
            if byte < 0x80:
                return value

    def hashes(self):
        found = []
        while line := self.line():
            found.append(from_base64(line))
            need(len(found[-1]) == 32, "no hash")
        return found


class Key:
    def __init__(self, line):
        self.name, self.id, key = line.strip().encode().split(b"+", 2)
        key = from_base64(key)
        self.kind, self.public = key[:1], key[1:]
        need(len(self.public) == 32, "no Ed25519 key")
        need(self.id.decode() == sha256(self.name, b"\n", key)[:4].hex(), "a key whose id is another's")

    def signed(self, statement, signature):
        spki = bytes.fromhex("302a300506032b6570032100") + self.public
        with tempfile.NamedTemporaryFile() as key, tempfile.NamedTemporaryFile() as said, tempfile.NamedTemporaryFile() as sig:
            for file, content in (key, spki), (said, statement), (sig, signature):
                file.write(content)
                file.flush()
            asked = ["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER", "-inkey", key.name]
            return subprocess.run(asked + ["-in", said.name, "-sigfile", sig.name], capture_output=True).returncode == 0


class Note:
    def __init__(self, reader):
        begin = reader.at
        self.origin, self.size, self.root = reader.line(), number(reader.line()), from_base64(reader.line())
        self.body = reader.raw[begin : reader.at]
        need(self.size > 0 and len(self.root) == 32, "no checkpoint")
        need(reader.line() == b"", "no empty line before the signatures")
        self.lines = []
        while reader.at < len(reader.raw) and not reader.raw.startswith(MARK, reader.at):
            self.lines.append(reader.after("— ".encode()).rsplit(b" ", 1))
        self.whole = reader.raw[begin : reader.at]

    def signatures(self, key):
        raw = [from_base64(line[1]) for line in self.lines if line[0] == key.name]
        return [one[4:] for one in raw if one[:4].hex() == key.id.decode()]

    def check(self, key):
        need(key.name == self.origin, "another store's")
        need(key.kind == b"\x01" and any(key.signed(self.body, one) for one in self.signatures(key)), "not signed")

    def cosigned(self, witness):
        for one in self.signatures(witness):
            at = int.from_bytes(one[:8], "big")
            if witness.kind == b"\x04" and witness.signed(f"cosignature/v1\ntime {at}\n".encode() + self.body, one[8:]):
                return at
        sys.exit("not cosigned")


def said_in(changeset):
    """The digests that a changeset puts under an id of `said`."""
    reader, found, table, columns = Reader(changeset), set(), b"", 0

    def row():
        values = []
        for _ in range(columns):
            kind = reader.take(1)[0]
            if kind in (1, 2):
                raw = reader.take(8)
                values.append(int.from_bytes(raw, "big", signed=True) if kind == 1 else raw)
            elif kind in (3, 4):
                values.append(reader.take(reader.varint()))
            else:
                need(kind in (0, 5), "no value")
                values.append(None)
        return values

    while reader.at < len(changeset):
        what = reader.take(1)[0]
        if what == ord("T"):
            columns = reader.varint()
            reader.take(columns)
            end = changeset.index(b"\0", reader.at)
            table = reader.take(end - reader.at)
            reader.take(1)
            continue
        need(what in (18, 23, 9), "no change")
        reader.take(1)
        old = row() if what in (23, 9) else None
        new = row() if what in (18, 23) else None
        if table == b"said" and new and new[3] is not None:
            found.add(((old or new)[0], new[3]))
    return found


def climb(index, last, hashes, visit):
    for one in hashes:
        need(last > 0, "a hash too many")
        left = index & 1 == 1 or index == last
        visit(one, left)
        while left and index & 1 == 0 and index > 0:
            index, last = index >> 1, last >> 1
        index, last = index >> 1, last >> 1
    need(last == 0, "a hash too few")


def check_record(reader, key):
    notes = set()
    while reader.at < len(reader.raw):
        need(reader.take(len(MARK)) == MARK, "no proof")
        extra = Reader(from_base64(reader.after(b"extra ")))
        index, hashes = number(reader.after(b"index ")), reader.hashes()
        note = Note(reader)
        notes.add(note.whole)
        need(len(notes) == 1, "two notes in one file")
        note.check(key)
        mark, heads, changes, texts = extra.line().split(b" ")
        need(mark == b"huiyin-entry-1", "no entry")
        head, changeset = extra.take(number(heads)), extra.take(number(changes))
        need(json.loads(head)["seq"] == index + 1 and index < note.size, "another entry")
        root = [sha256(b"\0", blake2b(head, changeset))]
        climb(index, note.size - 1, hashes,
              lambda one, left: root.append(sha256(b"\1", one, root[-1]) if left else sha256(b"\1", root[-1], one)))
        need(root[-1] == note.root, "it leads to another root")
        print(f"entry {index + 1} of {note.size}")
        said = said_in(changeset)
        for _ in range(number(texts)):
            name, place, row, size = extra.line().split(b" ")
            number(row)
            salt, value = extra.take(16), extra.take(number(size))
            need((number(name), blake2b(place, b"\n", row, b"\n", salt, value)) in said, "a text that was not recorded")
            print(value.decode())
        need(extra.at == len(extra.raw), "something behind the texts")
    return note


def check_consistency(reader, key, then):
    size, hashes = number(reader.after(b"old ")), reader.hashes()
    note = Note(reader)
    note.check(key)
    need(then, "the checkpoint of then is missing")
    then = Note(Reader(open(then, "rb").read()))
    then.check(key)
    need(0 < size <= note.size and then.size == size, "from another size")
    if size == note.size:
        need(not hashes and then.root == note.root, "two roots of one size")
    else:
        if size & (size - 1) == 0:
            hashes.insert(0, then.root)
        need(hashes, "no hashes")
        old, new, index, last = [hashes[0]], [hashes[0]], size - 1, note.size - 1
        while index & 1:
            index, last = index >> 1, last >> 1

        def visit(one, left):
            if left:
                old.append(sha256(b"\1", one, old[-1]))
            new.append(sha256(b"\1", one, new[-1]) if left else sha256(b"\1", new[-1], one))

        climb(index, last, hashes[1:], visit)
        need(old[-1] == then.root and new[-1] == note.root, "not the same beginning")
    print(f"{note.size} begins with {size}")
    return note


def main(arguments):
    witness = None
    if "--witness" in arguments:
        at = arguments.index("--witness")
        witness = Key(open(arguments[at + 1]).read())
        del arguments[at : at + 2]
    key, reader = Key(open(arguments[0]).read()), Reader(open(arguments[1], "rb").read())
    if reader.raw.startswith(b"old "):
        note = check_consistency(reader, key, arguments[2] if len(arguments) > 2 else None)
    else:
        need(reader.raw, "an empty file")
        note = check_record(reader, key)
    if witness:
        print(f"{witness.name.decode()} at {note.cosigned(witness)}")


main(sys.argv[1:])
