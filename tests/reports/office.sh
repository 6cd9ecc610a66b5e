# The office that reports and forms are tried on: three weeks of every noun, always the same but for the
# random salts of its journal. A test sources this file and calls one of:
#
#   three_weeks [SEED]   the store in $HUIYIN_DB, the clock at five past midnight on Monday 2026-11-23
#   filed_weeks          the same, one breach explained and the last two weeks filed
words="$(dirname "$0")/../scenarios"
. "$words/lib.sh"

three_weeks() {
    rm -f "$HUIYIN_DB"*
    begins_with "weeks.${1:-20261}" makes_three_weeks "${1:-20261}"
    clock '2026-11-23 00:05:00'
}
filed_weeks() {
    rm -f "$HUIYIN_DB"*
    begins_with weeks.filed makes_filed_weeks
    clock '2026-11-23 00:05:00'
}

makes_three_weeks() {
    clock '2026-11-01 08:00:00'
    office
    hires he '何平' technician ma
    for place in 水泵房 配电室; do exits 0 as ma area add "$place"; done
    exits 0 as ma plan add 火灾 --text '先报警,再疏散'
    knows_all wu he li chen
    awk -v seed="$1" -f "$(dirname "$0")/office.awk" >"$scratch/weeks"
    clock '2026-11-23 00:05:00'
    exits 0 as ma batch "$scratch/weeks" --quiet
}

makes_filed_weeks() {
    three_weeks
    exits 0 as ma check explain complaint.replied-in-time TS-2026-0039 --reason '住户出差,已约定时间'
    exits 0 as ma report weekly --week 2026-W46 --quiet
    exits 0 as ma report weekly --week 2026-W47 --quiet
}
