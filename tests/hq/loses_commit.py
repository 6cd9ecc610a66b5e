"""A go-between that loses the answer to COMMIT: loses_commit.py LISTEN-FOLDER SERVER-FOLDER [TIMES]

Passes everything on both ways; once COMMIT was passed on to the server it waits until that has done it, and
closes the client's side without a word. The first TIMES times; then it is honest.
"""

import os
import select
import socket
import sys

listen, server = (os.path.join(folder, ".s.PGSQL.5432") for folder in sys.argv[1:3])
left = int(sys.argv[3]) if len(sys.argv) > 3 else 1
listener = socket.socket(socket.AF_UNIX)
listener.bind(listen)
os.chmod(listen, 0o777)
listener.listen(16)
pairs = {}


def drop(one):
    other = pairs.pop(one, None)
    if other is not None:
        pairs.pop(other, None)
        other.close()
    one.close()


clients = set()
while True:
    ready, _, _ = select.select([listener, *pairs], [], [])
    for one in ready:
        if one is listener:
            client, _ = listener.accept()
            upstream = socket.socket(socket.AF_UNIX)
            upstream.connect(server)
            pairs[client] = upstream
            pairs[upstream] = client
            clients.add(client)
            continue
        if one not in pairs:
            continue
        try:
            data = one.recv(1 << 16)
        except OSError:
            data = b""
        if not data:
            drop(one)
            continue
        other = pairs[one]
        other.sendall(data)
        if one in clients and b"COMMIT\0" in data and left > 0:
            left -= 1
            other.recv(1 << 16)  # the server has committed
            drop(one)
