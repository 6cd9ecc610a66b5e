#!/bin/sh
# Whoever repaired it first does it again, unless away, gone, off shift or without the skill; that
# another did so already goes on record as it happened (clause 6.5).
. "$(dirname "$0")/../lib.sh"
office
hires lin '林工' technician ma
clock '2026-11-24 09:00:00'
rule=rework.same-technician
goes_to() {
    _who=$1
    shift
    as chen order dispatch "$bx" --to "$_who" "$@"
}
a_rework() { a_repair --unit 3-502 --rework-of "$first"; }
a_finished_repair
first=$bx
clock '2026-11-25 09:00:00'
a_rework
# It is the first technician's to hold from its first second.
shows '.holder == "wu" and .rework_of == "'"$first"'"' huiyin repair show "$bx"
refuses "$rule" 6.5 goes_to lin
refuses "$rule" 6.5 goes_to lin --reason '太忙'
rejects 2 goes_to lin --instead busy --reason '太忙'
accepts goes_to wu
a_rework
accepts goes_to lin --instead off-shift --reason '今日轮休'
shows '.orders[0].steps[0] | .instead == "off-shift" and .reason == "今日轮休"' huiyin repair show "$bx"
a_rework
accepts goes_to lin --instead skill --reason '须电工证'
# Together will do.
a_rework
accepts goes_to lin --with wu
a_rework
accepts goes_to lin --as-happened '已派出' --json
told "$rule" breach
breach "$rule" 6.5 "$bx" '2027-11-25 09:00:00' '2026-11-25 09:00:00'

# Away until the evening, and then gone.
exits 0 huiyin staff away wu --from '2026-11-26 08:00:00' --to '2026-11-26 18:00:00' --acting lin
clock '2026-11-26 17:59:59'
a_rework
accepts goes_to lin
clock '2026-11-26 18:00:00'
a_rework
refuses "$rule" 6.5 goes_to lin
clock '2026-11-27 08:00:00'
exits 0 huiyin staff leave wu
clock '2026-11-27 08:00:01'
a_rework
accepts goes_to lin
# What is no rework goes to anybody.
a_repair --unit 3-502 --not-rework '另一处'
accepts goes_to lin
