# Words about faults inside the process, which tests/faults/program puts there. Sourced in place of
# lib.sh. HUIYIN_FAULTS names that program.

. "$(dirname "$0")/lib.sh"
: "${HUIYIN_FAULTS:=$(dirname "$HUIYIN")/../tests/faults/huiyin_faults}"
[ -x "$HUIYIN_FAULTS" ] || skip "$HUIYIN_FAULTS is not built: NOTHING of this row was tried"

# Rows that want something done before them stay out: these commands run in a list.
write_down() {
    [ "$before" != "$scratch/as_it_was" ] || { quoted "$@" && echo; } >>"$scratch/list"
}

# inside FAULT KINDS TIMES: the commands of these kinds under the fault; leaves the counts
inside() {
    : >"$scratch/list"
    ${some:-each_row} "$2" write_down
    before=$scratch/as_it_was && fresh
    mkdir -p "$scratch/watched"
    cp "$HUIYIN_DB" "$scratch/watched/office.db"
    "$HUIYIN_FAULTS" "$1" "$scratch" "$here/holds.sql" "$3" <"$scratch/list" >"$scratch/counts" 2>"$scratch/told" ||
        fail "counts of $1" "$(cat "$scratch/told")"
    head -n 40 "$scratch/told" >&2
    read -r tried hit survived lost again <"$scratch/counts"
}
