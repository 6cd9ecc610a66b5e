#!/bin/sh
# Whatever stands in the rows of a store: exits of the contract, in time, no crash, and the audit tells of it.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
a_complaint
cp "$HUIYIN_DB" "$scratch/good"

# ends CODES CMD…: one of these exits, within a minute, and the file is as it was. A sanitized program
# takes many times as long.
if [ -n "${ASAN_OPTIONS:-}" ]; then minute=900; else minute=60; fi
ends() {
    codes=" $1 "
    shift
    _sum=$(cksum <"$HUIYIN_DB")
    run timeout "$minute" env ${epoch:+LD_PRELOAD="$faketime_library" FAKETIME_FMT=%s FAKETIME="$epoch"} \
        FAKETIME_DONT_FAKE_MONOTONIC=1 "$HUIYIN" "$@"
    case $codes in *" $code "*) ;; *) fail "exit$codes" "exit $code" ;; esac
    [ "$_sum" = "$(cksum <"$HUIYIN_DB")" ] || fail 'an unchanged file' 'a changed one'
}
prepared() {
    cp "$scratch/good" "$HUIYIN_DB"
    sql "$1"
}

# Values that no command wrote: whatever they are, exits of the contract and no crash.
any="0 1 3 4 5"
for change in \
    "UPDATE content SET value = printf('%.*c', 600000, 'x')" \
    "UPDATE journal SET head = '[' WHERE seq = (SELECT max(seq) FROM journal)" \
    "UPDATE journal SET head = '{\"seq\": \"x\", \"subjects\": 7, \"at\": \"y\", \"command\": {}}'" \
    "UPDATE journal SET head = printf('%.*c', 200000, '[')" \
    "UPDATE journal SET changeset = randomblob(5000)" \
    "UPDATE matter SET kind = 'riddle'" \
    "UPDATE matter SET at = 9223372036854775807" \
    "UPDATE step SET at = -9223372036854775808, what = 'riddle'" \
    "UPDATE step SET matter = 999" \
    "UPDATE staff_edition SET role = 'emperor'" \
    "UPDATE staff_edition SET superior = staff" \
    "UPDATE policy_edition SET value = 'x'; INSERT INTO policy_edition (id, key, edition, at, value, recorded_at, recorder) VALUES (99, 'complaint.reply_within', 1, 0, 'soon', 0, 1)" \
    "UPDATE office SET timezone = '../../../etc/passwd', language = 'xx'" \
    "UPDATE number_series SET last = 9223372036854775807" \
    "DELETE FROM office" "DELETE FROM content" "DELETE FROM staff_edition" "DELETE FROM journal"; do
    prepared "$change"
    for command in 'complaint list' 'complaint show ts-1' check 'why ts-1' 'audit log' 'audit verify' \
        'report daily --day 2026-11-23' 'search 热水' doctor 'staff list' 'staff show chen' 'audit show 5'; do
        # shellcheck disable=SC2086
        ends "$any" --as chen $command
    done
    run huiyin audit verify
    [ "$code" -eq 5 ] || [ "$code" -eq 1 ] || fail 'exit 5, or 1' "exit $code after: $change"
done

# A word that stands for nothing is told of, and taken for nobody's typing error.
prepared "UPDATE matter SET kind = 'riddle'"
ends 5 --as chen complaint show ts-1
tells riddle
prepared "UPDATE staff_edition SET role = 'emperor'"
ends 5 --as chen complaint list
tells emperor
prepared "INSERT INTO policy_edition (id, key, edition, at, value, recorded_at, recorder)
    VALUES (99, 'complaint.reply_within', 1, 0, 'soon', 0, 1),
           (98, 'callback.visit_quota', 1, 0, 'half', 0, 1)"
ends 5 --as chen check
tells =soon
prepared "UPDATE office SET timezone = '../../../etc/passwd'"
ends 1 --as chen complaint list
tells tzdata
