#!/bin/sh
# Every verb of a dispatch order in every state it can be in: what moves it, and what is refused by
# which clause with nothing on record (clauses 4.1, 4.2, 4.3). docs/order-states.md is the picture of
# what was found here, and must be up to date:
#     HUIYIN=… sh tests/scenarios/order/allows_and_refuses_every_verb_in_every_state.sh --write
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'
page=$(dirname "$0")/../../../docs/order-states.md
states='dispatched arrived started deferred finished signed returned cancelled'
verbs='arrive start defer finish sign return cancel dispatch'

# What the regulation lets happen: state, verb, and the state after it. A second order is another
# one, which may follow when the first is finished or cancelled.
cat >"$scratch/expected" <<'MOVES'
dispatched arrive arrived
dispatched cancel cancelled
arrived start started
arrived cancel cancelled
started defer deferred
started finish finished
started cancel cancelled
deferred arrive arrived
deferred defer deferred
deferred finish finished
deferred cancel cancelled
finished sign signed
finished dispatch finished
signed return returned
signed dispatch signed
returned dispatch returned
cancelled dispatch cancelled
MOVES

does() {
    case $1 in
        arrive) as wu order arrive "$pg" ;;
        start) as wu order start "$pg" --content '更换垫圈' --agreed-by '张伟' ;;
        defer) as wu order defer "$pg" --fault major --reason '待查' --eta '2026-11-26 09:00' ;;
        finish) as wu order finish "$pg" --result '已更换垫圈,试水不漏' ;;
        sign) as wu order sign "$pg" --by-resident '张伟' ;;
        return) as chen order return "$pg" --to chen ;;
        cancel) as chen order cancel "$pg" --reason '业主自行修好' ;;
        dispatch) as chen order dispatch "$bx" --to wu ;;
    esac
}

# comes_to STATE: a fresh order in this state
comes_to() {
    a_repair
    an_order
    case $1 in
        dispatched) _way='' ;;
        arrived) _way='arrive' ;;
        started) _way='arrive start' ;;
        deferred) _way='arrive start defer' ;;
        finished) _way='arrive start finish' ;;
        signed) _way='arrive start finish sign' ;;
        returned) _way='arrive start finish sign return' ;;
        cancelled) _way='cancel' ;;
    esac
    for _step in $_way; do accepts does "$_step"; done
}

state_now() { as chen order show "$pg" --json | jq -r .state; }

: >"$scratch/moves"
: >"$scratch/refusals"
for state in $states; do
    comes_to "$state"
    same "the state it came to" "$state" "$(state_now)"
    for verb in $verbs; do
        if grep -q "^$state $verb " "$scratch/expected"; then
            moved=$pg
            accepts does "$verb"
            pg=$moved
            echo "$state $verb $(state_now)" >>"$scratch/moves"
            comes_to "$state"
        else
            rejects 4 does "$verb"
            same 'nothing moved' "$state" "$(state_now)"
            tells '〔4.'
            clause=${err#*〔}
            rule=$(printf '%s' "$err" | grep -o '(order\.[a-z-]*)' | head -n 1)
            echo "$state $verb ${clause%%〕*} $rule" >>"$scratch/refusals"
        fi
    done
done
same 'every move' "$(sort "$scratch/expected")" "$(sort "$scratch/moves")"
same 'verbs tried' 64 "$(cat "$scratch/moves" "$scratch/refusals" | wc -l)"

# The rule lists these turns and no others, but for the unsigned return, which it leaves to the rule on
# signatures.
huiyin rules show order.sequence --json | jq -r .sql | grep -o "('[a-z]*', '[a-z]*')" | tr -d "(',)" |
    awk -v states="$states" '
        BEGIN { count = split(states, all, " ") }
        { for (i = 1; i <= count; ++i) if (all[i] ~ "^" substr($1, 1, 4)) print all[i], $2 }' |
    grep -vx 'finished return' | sort >"$scratch/turns"
same 'the turns in the rule' "$(awk '$2 != "dispatch" { print $1, $2 }' "$scratch/moves" | sort)" \
    "$(cat "$scratch/turns")"

# ---------------------------------------------------------------- the page

title() {
    case $1 in
        dispatched) echo 已派工 ;; arrived) echo 已到场 ;; started) echo 已开工 ;; deferred) echo 已延期 ;;
        finished) echo 已完工 ;; signed) echo 已签字 ;; returned) echo 已交回 ;; cancelled) echo 已撤销 ;;
        arrive) echo 到场 ;; start) echo 开工 ;; defer) echo 延期 ;; finish) echo 完工 ;;
        sign) echo 签字 ;; return) echo 交回 ;; cancel) echo 撤销 ;; dispatch) echo 另派一张 ;;
    esac
}

{
    cat <<'TEXT'
# 派工单的状态 · The states of a dispatch order

派工单只按下图前进;其余一律拒绝,写明条款,什么也不记下。本页由场景
`order/allows_and_refuses_every_verb_in_every_state` 逐一试过每个状态下的每个动作后生成,请勿手改。

An order moves only as drawn; anything else is refused with its clause and nothing is recorded. Made by the scenario
`order/allows_and_refuses_every_verb_in_every_state`, which tries every verb in every state of the built program. Not
to be edited by hand.

```mermaid
stateDiagram-v2
TEXT
    for state in $states; do echo "    $state : $(title "$state") $state"; done
    echo '    [*] --> dispatched : 派工 dispatch'
    while read -r state verb after; do
        [ "$verb" = dispatch ] || echo "    $state --> $after : $(title "$verb") $verb"
    done <"$scratch/moves"
    echo '    returned --> [*]'
    echo '    cancelled --> [*]'
    echo '```'
    echo
    printf '| 状态 State |'
    for verb in $verbs; do printf ' %s %s |' "$(title "$verb")" "$verb"; done
    printf '\n|---|'
    for verb in $verbs; do printf -- '---|'; done
    echo
    for state in $states; do
        printf '| %s %s |' "$(title "$state")" "$state"
        for verb in $verbs; do
            after=$(awk -v s="$state" -v v="$verb" '$1 == s && $2 == v { print $3 }' "$scratch/moves")
            clause=$(sed -n "s/^$state $verb \(.*\) (\(.*\))\$/\1 \2/p" "$scratch/refusals")
            if [ "$verb" = dispatch ] && [ -n "$after" ]; then
                printf ' ✓ |'
            elif [ -n "$after" ]; then
                printf ' → %s |' "$after"
            else
                printf ' ✗ %s `%s` |' "${clause% *}" "${clause##* }"
            fi
        done
        echo
    done
} >"$scratch/page"

if [ "${1:-}" = --write ]; then
    cp "$scratch/page" "$page"
else
    cmp -s "$scratch/page" "$page" || fail 'docs/order-states.md as found here (--write makes it so)' \
        "$(diff "$page" "$scratch/page")"
fi
