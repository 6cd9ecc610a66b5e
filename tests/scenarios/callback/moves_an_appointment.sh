#!/bin/sh
# An appointment may be re-arranged until its very second, and then the new one counts; a second later
# it has passed (clause 3.3.3a). How often it was moved is shown.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-12-31 10:00:00'
kept=callback.appointment-kept

appointed() {
    a_settled_complaint
    accepts call_back phone no --raised '要求退水费' --appointment '2027-01-01 00:00:00'
    hf=$no
}
moves() { as chen callback rearrange "$hf" --reason '业主出差' --appointment "$@"; }
appointed
first=$ts first_hf=$hf
appointed

# With its last second; a second before is in time as well, and what lies behind is no appointment.
clock '2027-01-01 00:00:00'
rejects 2 as chen callback rearrange "$hf" --appointment '2027-01-02 09:00:00'
refuses callback.appointment 3.3.3a moves '2026-12-31 23:59:59'
accepts moves '2027-01-02 09:00:00' --json
json '.due | any(.what == "appointment" and .by == "2027-01-02T09:00:00+08:00")'
shows '.rearranged == 1 and .appointment == "2027-01-02T09:00:00+08:00"' huiyin callback show "$hf"
no_breach "$kept" "$ts" '2027-01-02 09:00:00'
breach "$kept" 3.3.3a "$ts" '2027-01-02 09:00:01' '2027-01-02 09:00:00'
# Moved again, and kept with its last second.
accepts moves '2027-01-03 09:00:00'
shows '.rearranged == 2' huiyin callback show "$hf"
exits 0 huiyin callback show "$hf" --lang en
prints '2 times)'
shows '.steps | any(.what == "rearrange" and .callback == "'"$hf"'" and .reason == "业主出差")' huiyin complaint show "$ts"
clock '2027-01-03 09:00:00'
accepts as chen callback answer "$hf" --text '按实际用量退还'
no_breach "$kept" "$ts" '2027-01-31 09:00:00'
# What was answered is not moved any more.
refuses_each record.closed moves '2027-01-04 09:00:00'

# One second late it has passed; as it happened it is on record, and moves nothing.
hf=$first_hf ts=$first
clock '2027-01-01 00:00:01'
refuses callback.appointment 3.3.3a moves '2027-01-02 09:00:00'
accepts moves '2027-01-02 09:00:00' --as-happened '业主到时才来电'
breach callback.appointment 3.3.3a "$ts" '2027-01-31 09:00:00' '2027-01-01 00:00:01'
breach "$kept" 3.3.3a "$ts" '2027-01-31 09:00:00' '2027-01-01 00:00:00'
shows '.rearranged == 0 and .appointment == "2027-01-01T00:00:00+08:00"' huiyin callback show "$hf"

# Only what was promised is moved.
accepts as ma callback log "$ts" --method visit --satisfied yes --signed-by '张伟'
hf=$no
rejects 2 moves '2027-01-02 09:00:00'
rejects 3 as chen callback rearrange hf-99 --appointment '2027-01-02 09:00:00' --reason '业主出差'
denies as wu callback rearrange "$hf" --appointment '2027-01-02 09:00:00' --reason '业主出差'
# What was never made is neither moved nor answered.
a_settled_complaint
accepts call_back phone no --raised '要求退水费' --appointment '2027-01-01 12:00:00'
hf=$no
accepts as ma void "$hf" --reason '没有打过'
refuses record.closed 1.6 moves '2027-01-02 09:00:00'
refuses record.closed 1.6 as chen callback answer "$hf" --text '按实际用量退还'
