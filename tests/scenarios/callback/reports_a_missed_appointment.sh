#!/bin/sh
# An appointment is kept by an answer at its very second; one later it is missed (clause 3.3.3a),
# and a late answer does not undo that.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-12-31 10:00:00'
rule=callback.appointment-kept

appointed() {
    a_settled_complaint
    accepts call_back phone no --raised '要求退水费' --appointment '2027-01-01 00:00:00'
    hf=$no
}
appointed
kept=$ts kept_hf=$hf
appointed
late=$ts late_hf=$hf
no_breach "$rule" "$kept" '2027-01-01 00:00:00'
breach "$rule" 3.3.3a "$kept" '2027-01-01 00:00:01' '2027-01-01 00:00:00'

clock '2027-01-01 00:00:00'
accepts as chen callback answer "$kept_hf" --text '按实际用量退还,月底到账'
no_breach "$rule" "$kept" '2027-01-31 09:00:00'
clock '2027-01-01 00:00:01'
accepts as chen callback answer "$late_hf" --text '按实际用量退还,月底到账'
breach "$rule" 3.3.3a "$late" '2027-01-31 09:00:00' '2027-01-01 00:00:00'
