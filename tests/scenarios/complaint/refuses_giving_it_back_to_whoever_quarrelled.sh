#!/bin/sh
# Whoever quarrelled is not given the complaint back before it is closed, neither by an assignment nor
# after another quarrel (clauses 2.2.2, 2.2.6); where it happened it is a breach.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
rule=complaint.quarrel-withdrawn
quarrels() {
    _who=$1 _next=$2
    shift 2
    as chen complaint quarrel "$ts" --who "$_who" --stopped-by ma --taken-over-by "$_next" "$@"
}
assigns() { as chen complaint assign "$ts" --to li --reason '李雷熟悉情况' "$@"; }
# Who held it has it back against both clauses.
a_visit
accepts as chen complaint assign "$ts" --to li
accepts quarrels li sun
refuses_each "$rule complaint.no-buck-passing" assigns
refuses "$rule" 2.2.6 quarrels sun li
accepts assigns --as-happened '业主只肯见他'
breach "$rule" 2.2.6 "$ts" '2026-11-30 09:00:00'
breach complaint.no-buck-passing 2.2.2 "$ts" '2026-11-30 09:00:00'
# Who did not hold it neither.
a_visit
accepts quarrels li sun
refuses "$rule" 2.2.6 assigns
accepts as chen complaint assign "$ts" --to wu --reason '属维修'
