#!/bin/sh
# Open letters are a clerk's; whoever types one that a clerk published says so (clause 3.3.4).
. "$(dirname "$0")/../lib.sh"
office
rule=letter.by-clerk
clock '2026-11-24 08:00:00'
a_settled_complaint
first=$ts
a_settled_complaint
clock '2026-11-24 09:00:00'
letter_of() {
    _writer=$1
    shift
    as "$_writer" letter publish --subject '停水说明' --text '6 日检修水泵,当晚恢复' --answers "$first,$ts" "$@"
}
for who in sun ma tao; do
    refuses "$rule" 3.3.4 letter_of "$who"
done
denies letter_of wu
accepts letter_of ma --by chen
# The office may name more roles, from a day on.
exits 0 huiyin policy set letter.roles clerk,steward --reason '人手不足'
accepts letter_of sun
refuses "$rule" 3.3.4 letter_of ma
refuses "$rule" 3.3.4 letter_of sun --at '2026-11-24 08:59:59'
