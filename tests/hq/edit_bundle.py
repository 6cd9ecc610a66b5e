"""Changes a bundle as somebody would who knows its form but has no key: edit_bundle.py FROM TO WHAT [N]

byte N      one byte of the N-th entry's changeset, its hash left as it was
rehash N    the same, and its hash made to fit
drop N      the N-th entry taken out
tail N      the last N entries taken out
swap N      the N-th and the next one exchanged
count       prints how many entries there are
end         something behind the end
"""

import gzip
import hashlib
import sys

source, target, what = sys.argv[1:4]
number = int(sys.argv[4]) if len(sys.argv) > 4 else 0
data = gzip.open(source).read()
lines = data.split(b"\n", 3)
head, body = lines[:3], lines[3]
entries = []
while body.startswith(b"entry "):
    line, body = body.split(b"\n", 1)
    sizes = [int(word) for word in line.split()[1:]]
    parts = []
    for size in sizes + [32]:
        parts.append(body[:size])
        body = body[size:]
    entries.append(parts)
if what == "count":
    print(len(entries))
    sys.exit()
if what in ("byte", "rehash"):
    entry = entries[number]
    changed = bytearray(entry[1])
    changed[len(changed) // 2] ^= 1
    entry[1] = bytes(changed)
    if what == "rehash":
        entry[2] = hashlib.blake2b(entry[0] + entry[1], digest_size=32).digest()
elif what == "drop":
    del entries[number]
elif what == "tail":
    del entries[-number:]
elif what == "swap":
    entries[number], entries[number + 1] = entries[number + 1], entries[number]
elif what == "end":
    body += b"more\n"
out = b"\n".join(head) + b"\n"
for entry in entries:
    out += b"entry %d %d\n" % (len(entry[0]), len(entry[1])) + b"".join(entry)
with gzip.open(target, "wb") as file:
    file.write(out + body)
