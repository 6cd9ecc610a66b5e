# The server's disk is full: nothing is taken by half, it says so, and with room again the same command brings
# everything in. Its tables' disk is one of its own; filling that of its log of changes stops the whole server.
if [ -z "${HQ_INSIDE:-}" ] && unshare --mount true 2>/dev/null; then
    HQ_INSIDE=yes exec unshare --mount --propagation private sh "$0"
fi
. "$(dirname "$0")/lib.sh"

[ -n "${HQ_INSIDE:-}" ] || skip 'no mount namespaces here'
needs_root
office
keys_made
server_begins
mkdir "$pg/small"
mount -t tmpfs -o size=64m tmpfs "$pg/small" 2>"$scratch/mount" || skip 'no file system of its own can be mounted here'
trap 'ends_server; umount "$pg/small"; rm -rf "$scratch" "$pg"' EXIT
chown nobody:nogroup "$pg/small"
mkdir "$pg/small/tables" && chown nobody:nogroup "$pg/small/tables"
psql_says "CREATE TABLESPACE small LOCATION '$pg/small/tables'" >"$scratch/psql"
psql_says "ALTER DATABASE huiyin SET default_tablespace = small" >"$scratch/psql"
exits 0 huiyin hq init
registered 学府苑

clock '2026-11-23 09:00:00'
accepts as chen complaint add --channel letter --text 一
hands_in "$scratch/one"
takes "$scratch/one"
before=$(everything_at_hq)
python3 - >"$scratch/lines" <<'PY'
for number in range(6000):
    print(f'complaint add --channel letter --text 第{number}件 --as chen')
PY
clock '2026-11-24 09:00:00'
exits 0 huiyin batch "$scratch/lines"
hands_in "$scratch/two" --since-anchor "$(receipt)"

full=0
for room in 0 1 2 4 6 8; do
    # The rest is somebody else's.
    rm -f "$pg/small/others"
    free=$(df --output=avail -k "$pg/small" | tail -n 1)
    head -c $(((free - room * 1024) * 1024)) /dev/zero >"$pg/small/others" 2>/dev/null || :
    run huiyin hq ingest "$scratch/two" --json
    [ "$code" -eq 0 ] && break
    [ "$code" -eq 1 ] || fail 'exit 1' "exit $code"
    json '.[0] | .result == "failed" and .office == "学府苑"'
    tells 空间
    same "all that headquarters has, with $room MiB of room" "$before" "$(everything_at_hq)"
    full=$((full + 1))
done
[ "$full" -ge 3 ] || fail 'a disk that is too small at least three times' "$full"
rm -f "$pg/small/others"
takes "$scratch/two"
same_as_office 学府苑

# The disk of its log of changes: the server itself goes down. Once there is room it comes back by itself, and has
# all of it or nothing.
mkdir "$pg/log-disk"
server_stops fast
mount -t tmpfs -o size=96m tmpfs "$pg/log-disk"
trap 'ends_server; umount "$pg/small" "$pg/log-disk"; rm -rf "$scratch" "$pg"' EXIT
cp -a "$pg/data/pg_wal" "$pg/log-disk/pg_wal"
rm -rf "$pg/data/pg_wal"
ln -s "$pg/log-disk/pg_wal" "$pg/data/pg_wal"
server_starts
clock '2026-11-25 09:00:00'
exits 0 huiyin batch "$scratch/lines"
hands_in "$scratch/three" --since-anchor "$(receipt)"
before=$(everything_at_hq)
free=$(df --output=avail -k "$pg/log-disk" | tail -n 1)
head -c $(((free - 512) * 1024)) /dev/zero >"$pg/log-disk/others" 2>/dev/null || :
run huiyin hq ingest "$scratch/three"
stopped=no
[ "$code" -eq 0 ] || stopped=yes
[ "$code" -le 1 ] || fail 'exit 0 or 1' "exit $code"
rm -f "$pg/log-disk/others"
server_stops immediate
server_starts
[ "$stopped" = no ] || same 'all that headquarters has' "$before" "$(everything_at_hq)"
takes "$scratch/three"
same_as_office 学府苑
echo "full: $full times; the log's disk full: stopped $stopped, whole again"
