# One person, planted in every field of every noun: a number in every spelling, a name in every field for names.
# Whoever sources this file (after lib.sh) has the office with all of it, and `$number`, `$name` and the records' numbers.

number=13912345678
name=诸葛慕白
# ↵ is a line's end. Those below the line can stand in texts alone: where a phone belongs letters are refused.
cat >"$scratch/spellings" <<'END'
13912345678
139 1234 5678
139-1234-5678
139 12345678
1391234 5678
139.1234.5678
139　1234　5678
139·1234·5678
139—1234—5678
(139)12345678
１３９１２３４５６７８
+86 139 1234 5678
0086-13912345678
1 3 9 1 2 3 4 5 6 7 8
139*1234*5678
139:1234:5678
139|1234|5678
139"1234"5678
139 —— 1234 —— 5678
139;1234；5678
139。1234。5678
一三九一二三四五六七八
幺三九 一二三四 五六七八
139↵12345678
139-1234↵　　5678
l39l2345678
I39-I234-5678
END
dialled=$(grep -nv '[lI]' "$scratch/spellings" | tail -n 1 | cut -d : -f 1)
count=$(wc -l <"$scratch/spellings")
turn=0
: >"$scratch/planted"

# does WHO CMD…: somebody plants; `{}` in a word is the next spelling. Its number is $no. Which options held the
# person is kept, to be asked by `unplanted`.
does() {
    turn=$((turn % count + 1))
    _option=
    for _word in "$@"; do
        shift
        _turn=$turn
        [ "$_word" != '{}' ] || _turn=$(((turn - 1) % dialled + 1))
        _spelling=$(sed -n "${_turn}p" "$scratch/spellings")
        case $_spelling in *↵*) _spelling=${_spelling%%↵*}$newline${_spelling#*↵} ;; esac
        case $_word in *'{}'*) _word=${_word%%'{}'*}$_spelling${_word#*'{}'} ;; esac
        case $_word in --*) _option=$_word ;; *"$_spelling"* | *"$name"*) echo "$_option" >>"$scratch/options" ;; esac
        set -- "$@" "$_word"
    done
    _who=$1
    shift
    exits 0 as "$_who" "$@"
    no=$out
    case $2 in *-* | *[A-Z]* | *[0-9]*) _command="$1 " ;; *) _command="$1 $2" ;; esac
    [ ! -e "$scratch/options" ] || while read -r _option; do
        echo "$_command ${_option:-TEXT}" | sed 's/ --/ /' >>"$scratch/planted"
    done <"$scratch/options"
    rm -f "$scratch/options"
}

# unplanted: options of recording commands that take words or a number, and held nobody
unplanted() {
    # A plan tells everybody whom to call, and so may a phrase of the office's own; staff are no residents. What
    # every command takes is asked of one.
    huiyin help --json | jq -r '.[] | select(.records and .noun != "plan" and .noun != "snippet" and .noun != "staff")
        | "\(.noun) \(.verb)" as $command | [.operands[]?, .options[]?][]
        | select(.takes == "words" or .takes == "phone") | .name as $option
        | select($option | IN("late-reason", "as-happened", "witness") | not) | "\($command) \($option)"' |
        sort -u >"$scratch/fields"
    printf 'note  late-reason\nnote  as-happened\nnote  witness\n' >>"$scratch/fields"
    sort -u "$scratch/planted" -o "$scratch/planted"
    sort -u "$scratch/fields" | comm -23 - "$scratch/planted"
}

# ---------------------------------------------------------------- the week it all happens in

office
clock '2026-11-16 08:00:00'
does "$admin" policy set callback.partly_closes no --reason '打{} 定的'
does ma area add 水泵房
# Of a table of homes the columns of people stay out.
printf '房号,楼栋,业主,联系电话,备注\n5-501,5号楼,%s,%s,打%s\n5-502,5号楼,,,\n' "$name" "$number" "$number" >"$scratch/homes.csv"
does ma unit import "$scratch/homes.csv"
# A plan says whom to call in an emergency: everybody must be able to read its numbers.
does ma plan add 火灾 --text 先打119
knows_all chen li ma wu
does ma duty schedule --who li --from '2026-11-17 08:00' --to '2026-11-17 20:00' --kind day

does ma snippet add 转告 --text '有事请打12345'

# On duty, and calls for help.
does chen duty start
does chen duty log '业主打{} 来电'
does chen duty patrol 水泵房 --result fault --note '叫{} 来' --repair plumbing
does chen assist add --from "$name" --phone '{}' --unit 5-501 --text '请打{} 开门'
qz=$no
does chen assist close "$qz" --outcome '已打{} 告知'

# Complaints.
for channel in phone letter; do
    does chen complaint add --channel $channel --from "$name" --phone '{}' --unit 5-501 --subject '找{} 的事' \
        --text '请打{} 联系' --via '转自{}' --forwarded-by '街道{}' --hotline-no '12345-{}' --hotline-due '2026-11-20 09:00'
done
does chen complaint add --channel visit --from "$name" --phone '+86 139-1234-5678' --unit 5-502 --text '当面说{}' \
    --courtesy seat,tea --courtesy-missed '在打{} 电话'
ts=TS-2026-0001
does chen complaint assign $ts --to chen --reason '打{} 说的'
does chen complaint investigate $ts --findings '打{} 问过'
does chen complaint opinion $ts --text '回{}'
does chen complaint reply $ts --text '已打{} 回复' --method phone
does chen complaint quarrel TS-2026-0003 --who sun --stopped-by ma --taken-over-by li --note '为{} 争吵'
does ma complaint assign TS-2026-0003 --to chen --reason '请{} 放心'
does chen complaint escalate TS-2026-0003 --to ma --reason '{} 要找主管' --convened ma
does ma complaint settle TS-2026-0003 --findings '问过{}' --opinion '告知{}' --reply '已告知{}' --method phone
does ma complaint close TS-2026-0003 --unsatisfied --outcome '{} 不接受' --reason '{} 坚持'
does chen note $ts --text '又打{} 来' --as-happened '{} 自己说的' --witness "$name" --late-reason '等{} 回来'
printf '%s 签名\n' "$number" >"$scratch/单$number.txt"
does chen attach $ts "$scratch/单$number.txt" --text '{} 的回访单'
does chen callback attempt $ts --method phone --note '打{} 无人接'
does chen callback log $ts --method visit --satisfied no --signed-by "$name" --note '{} 不满意' --raised '再打{} 来' \
    --settled '已告知{}' --witness "$name"
hf=HF-2026-0002
does chen callback log $ts --method visit --satisfied no --signed-by "$name" --raised '{} 又提' --appointment '2026-11-17 09:00'
does chen callback rearrange HF-2026-0003 --appointment '2026-11-17 10:00' --reason '{} 改期'
does chen callback answer HF-2026-0003 --text '已打{} 答复'
does chen callback log $ts --method visit --satisfied yes --signed-by "$name" --note '{} 满意'
does ma void HF-2026-0004 --reason '{} 说没有去过'
does chen suggestion add --kind opinion --channel phone --from "$name" --phone '{}' --unit 5-501 --text '请给{} 装扶手' --via '{} 转'
jy=$no
does ma assign "$jy" --to chen --reason '{} 找他'
does chen suggestion answer "$jy" --text '谢谢,会打{} 告知' --method phone --courtesy thanks
does chen letter publish --subject '答{}' --text '请{} 放心' --answers "$ts,$jy"
gx=$no
does chen survey issue --title '问{} 的' --count 3 --until '2026-11-20 09:00'

# Repairs.
does chen repair add --channel phone --category plumbing --from "$name" --phone '{}' --unit 5-501 --place '{} 家' \
    --text '打{} 上门' --via '{} 转' --not-rework '{} 说是另一处'
bx=$no
does chen order dispatch "$bx" --to wu
does chen order cancel PG-2026-0001 --reason '{} 说不急'
does chen order dispatch "$bx" --to wu
pg=$no
does wu order arrive "$pg"
does wu order start "$pg" --content '按{} 说的' --agreed-by "$name"
does wu order defer "$pg" --fault parts --reason '等{} 的件' --eta '2026-11-17 09:00'
does ma repair recategorise "$bx" --category electrical --reason '{} 说是电'
does wu order finish "$pg" --result '已打{} 告知' --materials '{} 的垫圈'
does wu order sign "$pg" --by-resident "$name"
does chen order return "$pg" --to chen
does chen repair urge "$bx" --text '{} 又催'
does chen repair supplier "$bx" --told '供热站{}'
does chen repair close "$bx" --outcome '{} 已修'
# A second one of the same kind is a rework; who lives there does not sign.
does chen repair add --channel phone --category electrical --phone '{}' --unit 5-501 --text '又断电,打{}' --rework-of "$bx"
again=$no
does chen order dispatch "$again" --to li --instead skill --reason '{} 要换人'
does li order arrive PG-2026-0003
does li order start PG-2026-0003 --content '查线' --agreed-by "$name"
does wu repair apology "$again" --text '再向{} 致歉'
does li order finish PG-2026-0003 --result '已接好' --apology '向{} 致歉'
does li order sign PG-2026-0003 --refused '{} 不肯签' --witness "$name"

# Events, conduct.
does ma event report --category 5 --text '{} 有意外' --place '{} 家' --form phone --to tao --petition '{} 上访'
zd=$no
does ma event notify "$zd" --department '居委{}' --text '{} 的事'
does ma event supplement "$zd" --form written --to tao --text '{} 续报'
does ma event alarm "$zd" --called '120,{}'
does tao event comfort "$zd" --text '安抚{}'
does ma event close "$zd" --outcome '{} 已平安'
does ma conduct record sun --kind indifferent --text '对{} 冷淡' --matter $ts
cl=$no
does tao conduct decide "$cl" --decision '向{} 道歉' --authority '集团{}'

# Corrections of every field.
does chen amend $ts --phone '{}' --from "$name" --text '改为打{}' --via '改自{}' --subject '改{}' --forwarded-by '改{}' \
    --hotline-no '改{}' --reason '{} 改的'
does chen amend TS-2026-0003 --courtesy-missed '改{}' --reason '{} 改的'
does chen amend "$bx" --place '改{}' --not-rework '改{}' --reason '{} 改的'
does ma amend WJ-2026-0001 --title '改{}' --reason '{} 改的'
does ma amend "$zd" --petition '改{}' --reason '{} 改的'
does chen amend $ts --step 2 --step-reason '改{}' --reason '{} 改的'
does chen amend $ts --step 3 --findings '改{}' --reason '{} 改的'
does chen amend $ts --step 4 --opinion '改{}' --reason '{} 改的'
does chen amend $ts --step 5 --reply '改{}' --reason '{} 改的'
does ma amend $hf --note '改{}' --signed-by "$name" --raised '改{}' --settled '改{}' --reason '{} 改的'
does ma amend TS-2026-0003 --step 8 --outcome '改{}' --reason '{} 改的'
does chen amend "$pg" --step 6 --content '改{}' --agreed-by "$name" --reason '{} 改的'
does chen amend "$pg" --step 9 --result '改{}' --materials '改{}' --reason '{} 改的'
does chen amend "$pg" --step 10 --by-resident "$name" --reason '{} 改的'
does chen amend PG-2026-0003 --step 9 --refused '改{}' --reason '{} 改的'
does chen amend "$bx" --step 13 --told '改{}' --reason '{} 改的'
does ma amend "$zd" --step 2 --department '改{}' --reason '{} 改的'
does ma amend "$zd" --step 4 --called '改{}' --reason '{} 改的'
does tao amend "$cl" --step 2 --decision '改{}' --reason '{} 改的'
does chen suggestion close "$jy" --outcome '{} 知道了'
does ma void TS-2026-0002 --reason '{} 说不要了'
does ma redact "$bx" --field text --text '打{} 一事' --reason '{} 的话'

# The shift ends; what a manager says of it all.
does chen duty handover --to li --refused '{} 的事没办完'
does chen duty handover --to li --reported-to ma --note '留意{}' --items '{} 的钥匙=1' --substitute-for wu --reason '{} 找他'
zb=$no
does ma amend ZB-2026-0001 --step 5 --items '{} 的钥匙=2' --reason '{} 改的'
clock '2026-11-16 20:00:00'
does li duty log '{} 又来电'
does li duty end --note '{} 明天再来'
clock '2026-11-23 09:00:00'
does ma duty start --who chen --at '2026-11-18 08:00' --until '2026-11-18 20:00' --log '{} 来过' --reason '忘了登记,{} 提醒'
does ma check explain complaint.courtesy-missed TS-2026-0003 --reason '打{} 耽误'
does "$admin" rules add "$(dirname "$0")/../rules/same-day.sql"
does "$admin" rules retire own.same-day --reason '{} 不满意'
does chen report weekly --week 2026-W47 --summary '本周打{} 多次'
