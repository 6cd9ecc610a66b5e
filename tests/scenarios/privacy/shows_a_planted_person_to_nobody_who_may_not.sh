#!/bin/sh
# One person is planted in every field of every noun: a number in every spelling, a name in every field for
# names. Then every reading command is read as every role, in every form: no output holds the number, in
# any spelling, for anybody who did not ask for it by --reveal; and none the name, for those who do not
# work with residents. PLANTED names a file for the figures: outputs looked at, hits.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-16 08:00:00'
number=13912345678
spellings="13912345678|139 1234 5678|139-1234-5678|139 12345678|1391234 5678|139.1234.5678|139　1234　5678|139·1234·5678|139—1234—5678|(139)12345678|１３９１２３４５６７８|+86 139 1234 5678|0086-13912345678|1 3 9 1 2 3 4 5 6 7 8"
count=$(printf '%s\n' "$spellings" | tr '|' '\n' | wc -l)
name=诸葛慕白
turn=0
# does CMD…: what is planted; `{}` in a word is the next spelling. Its number is $no.
does() {
    turn=$((turn % count + 1))
    _spelling=$(printf '%s\n' "$spellings" | cut -d '|' -f "$turn")
    for _word in "$@"; do
        shift
        case $_word in *'{}'*) _word=${_word%%'{}'*}$_spelling${_word#*'{}'} ;; esac
        set -- "$@" "$_word"
    done
    exits 0 "$@"
    no=$out
}

exits 0 huiyin policy set callback.partly_closes no --reason "打$number 定的"
does as ma area add 水泵房
# Of a table of homes the columns of people stay out.
printf '房号,楼栋,业主,联系电话,备注\n5-501,5号楼,%s,%s,打%s\n' "$name" "$number" "$number" >"$scratch/homes.csv"
does as ma unit import "$scratch/homes.csv"
# A plan says whom to call in an emergency: everybody must be able to read its numbers.
does as ma plan add 火灾 --text 先打119
knows_all chen li ma wu
does as ma duty schedule --who li --from '2026-11-17 08:00' --to '2026-11-17 20:00' --kind day
does as chen duty start
does as chen duty log '业主打{} 来电'
does as chen duty patrol 水泵房 --result fault --note '叫{} 来' --repair plumbing
does as chen assist add --from "$name" --phone "$number" --unit 5-501 --text '请打{} 开门'
qz=$no
does as chen assist close "$qz" --outcome '已打{} 告知'
for channel in phone letter; do
    does as chen complaint add --channel $channel --from "$name" --phone '{}' --unit 5-501 --subject '找{} 的事' \
        --text '请打{} 联系' --via '转自{}' --forwarded-by '街道{}'
done
does as chen complaint add --channel visit --from "$name" --phone '+86 139-1234-5678' --unit 5-502 --text '当面说{}' \
    --courtesy seat,tea --courtesy-missed '在打{} 电话'
ts=TS-2026-0001
does as chen complaint assign $ts --to chen --reason '打{} 说的'
does as chen complaint investigate $ts --findings '打{} 问过'
does as chen complaint opinion $ts --text '回{}'
does as chen complaint reply $ts --text '已打{} 回复' --method phone
does as chen complaint quarrel TS-2026-0003 --who sun --stopped-by ma --taken-over-by li --note '为{} 争吵'
does as chen note $ts --text '又打{} 来'
printf '%s 签名\n' "$number" >"$scratch/单$number.txt"
does as chen attach $ts "$scratch/单$number.txt" --text '{} 的回访单'
does as chen callback attempt $ts --method phone --note '打{} 无人接'
does as chen callback log $ts --method visit --satisfied no --signed-by "$name" --note '{} 不满意' --raised '再打{} 来' \
    --appointment '2026-11-17 09:00' --witness "$name"
hf=HF-2026-0002
does as chen callback answer $hf --text '已打{} 答复'
does as chen suggestion add --kind opinion --channel phone --from "$name" --phone '{}' --unit 5-501 --text '请给{} 装扶手'
jy=$no
does as chen suggestion answer "$jy" --text '谢谢,会打{} 告知' --method phone --courtesy thanks
does as chen letter publish --subject '答{}' --text '请{} 放心' --answers "$ts,$jy"
gx=$no
does as chen survey issue --title '问{} 的' --count 3 --until '2026-11-20 09:00'
does as chen repair add --channel phone --category plumbing --from "$name" --phone '{}' --unit 5-501 --place '{} 家' --text '打{} 上门'
bx=$no
does as chen order dispatch "$bx" --to wu
pg=$no
does as wu order arrive "$pg"
does as wu order start "$pg" --content '按{} 说的' --agreed-by "$name"
does as wu order defer "$pg" --fault parts --reason '等{} 的件' --eta '2026-11-17 09:00'
does as wu order finish "$pg" --result '已打{} 告知' --materials '{} 的垫圈'
does as wu order sign "$pg" --by-resident "$name"
does as chen order return "$pg" --to chen
does as chen repair urge "$bx" --text '{} 又催'
does as chen repair close "$bx" --outcome '{} 已修'
does as ma event report --category 5 --text '{} 有意外' --place '{} 家' --form phone --to tao --petition '{} 上访'
zd=$no
does as ma event notify "$zd" --department '居委{}' --text '{} 的事'
does as ma event supplement "$zd" --form written --to tao --text '{} 续报'
does as ma event alarm "$zd" --called '120,{}'
does as tao event comfort "$zd" --text '安抚{}'
does as ma conduct record sun --kind indifferent --text '对{} 冷淡' --matter $ts
cl=$no
does as tao conduct decide "$cl" --decision '向{} 道歉' --authority '集团{}'
does as chen amend $ts --phone '139 1234 5678' --reason '{} 改的'
does as chen amend $ts --text '改为打{}' --reason 改
does as ma void TS-2026-0002 --reason '{} 说不要了'
does as chen duty handover --to li --reported-to ma --note '留意{}' --items 'radio=2'
zb=$no
clock '2026-11-23 09:00:00'
run as ma check explain complaint.courtesy-missed TS-2026-0003 --reason "打$number 耽误"
run as chen report weekly --week 2026-W47 --summary "本周打$number 多次"

# reads: every reading command, with what it is asked
reads() {
    cat <<END
complaint show $ts
complaint show TS-2026-0002
complaint show TS-2026-0003
complaint list
suggestion show $jy
suggestion list
callback due
callback list
callback show $hf
letter show $gx
letter list
survey show WJ-2026-0001
survey list
repair show $bx
repair list
order show $pg
order list
duty status
duty roster
duty show ZB-2026-0001
duty list
assist show $qz
assist list
event show $zd
event list
conduct show $cl
conduct list
search 打
search 139
search 5678
search 13912345678
search 诸葛
unit show 5-501
unit list
attachment save $ts 8
status
today
check --all
why $ts
why $bx
report daily
report weekly --week 2026-W47
report monthly
report period --from 2026-11-01 --to 2026-11-30
form complaint-register --from 2026-11-01 --to 2026-11-30
form repair-register --from 2026-11-01 --to 2026-11-30
form callback-record --from 2026-11-01 --to 2026-11-30
form duty-log --from 2026-11-01 --to 2026-11-30
form dispatch-order $pg
form event-report $zd
form receipt $ts
form reply $ts
form duty-roster
snippet list --all
remind
rules list
rules clauses
rules show repair.dispatched-in-time
staff list
staff show chen
policy list
policy show callback.partly_closes
area list
plan list
audit log
audit show 20
audit history $ts
audit history $bx
audit head
__complete complaint show ''
__complete order arrive ''
__complete unit show ''
END
}
# What shows no record of an office, and what makes a copy that is whole by its nature.
elsewhere='unit import|form blank|rules test|batch|init|audit verify|audit seal|audit keygen|resident erase|resident scrub|backup|restore|doctor|export|completion|version|help'
missing=$(huiyin help --json | jq -r '.[] | select(.records == false) | "\(.noun) \(.verb)" | sub(" $"; "")' |
    while read -r command; do
        printf '%s\n' "$elsewhere" | tr '|' '\n' | grep -qx -e "$command" || reads | grep -q "^$command" || echo "$command"
    done)
[ -z "$missing" ] || fail 'every reading command looked at' "$missing"

outputs=0 hits=0
: >"$scratch/hits"
# looked_at WHO COMMAND FORM: what came, with its digits alone and folded, has no number
looked_at() {
    outputs=$((outputs + 1))
    found=$(perl -CSD -Mutf8 -e '
        local $/; my $text = <STDIN>; my ($names) = @ARGV;
        $text =~ tr/０-９/0-9/; my $plain = $text;
        $plain =~ s/\\u[0-9a-f]{4}//g; $plain =~ s/(?<=\d)[\s\-.()_\/·•‐‑–—−~\x{3000}\x{00a0}|,]{0,3}(?=\d)//g;
        print "number " if $plain =~ /13912345678/;
        print "name" if $names && $text =~ /诸葛慕白/;' "$4" <"$scratch/shown")
    [ -z "$found" ] && return
    hits=$((hits + 1))
    echo "$1: $2 ($3): $found" >>"$scratch/hits"
}
for who in chen sun ma tao wu zhou "$admin"; do
    case $who in chen | sun | ma | tao) hides_names=0 ;; *) hides_names=1 ;; esac
    reads >"$scratch/reads"
    while read -r command; do
        for form in text json csv md html; do
            case $command in __complete*) [ $form = text ] || continue ;; esac
            # The clerks read what a technician reads, but for names: two forms are enough.
            [ $hides_names = 1 ] || case $form in csv | md | html) continue ;; esac
            case $command:$hides_names in "attachment save"*:0) continue ;; esac
            eval "set -- $command"
            case $command in
                __complete*) shift; huiyin __complete --as "$who" "$@" >"$scratch/shown" 2>&1 || : ;;
                *) as "$who" "$@" --format $form >"$scratch/shown" 2>&1 || : ;;
            esac
            looked_at "$who" "$command" $form $hides_names
        done
    done <"$scratch/reads"
done
[ -z "${PLANTED:-}" ] || { echo "$outputs outputs, $hits hits"; cat "$scratch/hits"; } >"$PLANTED"
[ "$hits" -eq 0 ] || fail "none of $outputs outputs with the planted person" "$hits: $(head -n 20 "$scratch/hits")"
