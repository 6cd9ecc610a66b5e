#!/bin/sh
# A random office: people who complain, report repairs, sign, and are named by others in any spelling.
# Whoever of them is erased, every byte of them is gone, nobody else lost anything, and the journal,
# the findings and the figures are what they were. SEED names the run.
. "$(dirname "$0")/../lib.sh"
seed=${SEED:-$(date +%s)}
printf 'seed %s\n' "$seed"

# random_office PEOPLE LINES: a batch on stdout; the people, with number and how often they are on file, in
# $scratch/people
random_office() {
    awk -v seed="$seed" -v people="$1" -v lines="$2" -v list="$scratch/people" '
        function pick(n) { return int(rand() * n) + 1 }
        # The number as somebody may write it.
        function spelt(p,   a, b, c, way, i, wide) {
            a = substr(p, 1, 3); b = substr(p, 4, 4); c = substr(p, 8)
            way = pick(8)
            if (way == 1) return a " " b " " c
            if (way == 2) return a "-" b "-" c
            if (way == 3) return "+86 " p
            if (way == 4) return "0086" p
            if (way == 5) return "(" a ")" b c
            if (way == 6) { for (i = 1; i <= 11; i++) wide = wide W[substr(p, i, 1) + 1]; return wide }
            return p
        }
        function named(who,   way) {
            way = pick(4)
            if (way == 1) return N1[who] " " N2[who] " " N3[who]
            if (way == 2) return N1[who] "　" N2[who] N3[who]
            return N1[who] N2[who] N3[who]
        }
        # A sentence that names somebody or not.
        function said(   way, who) {
            way = pick(4); who = pick(people)
            if (way == 1) return "请找" named(who) "商量"
            if (way == 2) return "回电" spelt(P[who]) "即可"
            if (way == 3) return named(who) "(" spelt(P[who]) ")也来过"
            return "楼道第" pick(30) "盏灯不亮"
        }
        BEGIN {
            srand(seed)
            split("１ ２ ３ ４ ５ ６ ７ ８ ９", D, " "); W[1] = "０"
            for (i = 1; i <= 9; i++) W[i + 1] = D[i]
            split("赵 钱 孙 李 周 吴 郑 冯 褚 卫 蒋 沈", F, " ")
            split("晓 玉 国 志 春 秋 文 海 雅 思", M, " ")
            split("萍 莲 峰 涛 燕 鸿 霞 瑾 薇 彬", L, " ")
            for (i = 1; i <= people; i++) {
                do { N1[i] = F[pick(12)]; N2[i] = M[pick(10)]; N3[i] = L[pick(10)]; name = N1[i] N2[i] N3[i] } while (name in seen)
                seen[name] = 1
                P[i] = sprintf("13%d%08d", pick(9), 10000000 + i * 1234567 + pick(99999))
            }
            for (i = 1; i <= lines; i++) {
                who = pick(people); unit = pick(3) "-" pick(4) "01"; kind = pick(6)
                if (kind <= 3 || kind == 5) from[who]++
                if (kind <= 2)
                    printf "complaint add --channel phone --from \"%s\" --phone \"%s\" --unit %s --text \"%s\" --subject \"%s\"\n", named(who), spelt(P[who]), unit, said(), said()
                else if (kind == 3)
                    printf "repair add --channel phone --category plumbing --from \"%s\" --phone \"%s\" --text \"%s\" --place \"%s\"\n", named(who), spelt(P[who]), said(), said()
                else if (kind == 4)
                    printf "suggestion add --kind opinion --channel phone --phone \"%s\" --text \"%s\"\n", spelt(P[who]), said()
                else if (kind == 5)
                    printf "assist add --from \"%s\" --phone \"%s\" --text \"%s\"\n", named(who), spelt(P[who]), said()
                else if (i > 10)
                    printf "note ts-1 --text \"%s\"\n", said()
                if (i == 1) printf "complaint add --channel letter --text \"%s\"\n", said()
            }
            for (i = 1; i <= people; i++) print N1[i] N2[i] N3[i], P[i], from[i] + 0 >list
        }'
}

in_bytes() { grep -aqF "$1" "$HUIYIN_DB" || { [ -s "$HUIYIN_DB-journal" ] && grep -aqF "$1" "$HUIYIN_DB-journal"; }; }
# Whether something was typed twice is asked of the phones themselves, which are gone then.
judged() { huiyin check --all --json | jq '.findings |= map(select(.rule != "record.twice"))'; }
typed_twice() { huiyin check --all --json | jq '[.findings[] | select(.rule == "record.twice")] | length'; }
counted() { huiyin report daily --day 2026-11-23 --json | jq 'del(.journal, .as_of)'; }
round=0
while [ "$round" -lt 4 ]; do
    round=$((round + 1))
    seed=$((seed + round))
    rm -f "$HUIYIN_DB" "$HUIYIN_DB"-* "$HUIYIN_DB".lock "$scratch/people"
    office
    clock '2026-11-23 09:00:00'
    random_office 6 40 >"$scratch/lines"
    exits 0 as chen batch "$scratch/lines"
    clock '2026-11-24 12:00:00'
    findings=$(judged) twice=$(typed_twice)
    figures=$(counted)
    number=$((seed % 6 + 1))
    person=$(sed -n "${number}p" "$scratch/people")
    name=${person%% *} times=${person##* } phone=${person#* } phone=${phone% *}
    # Whoever never gave the number is not on file as a person; named only, nothing says who it is.
    run huiyin resident erase --phone "$phone" --reason "seed $seed"
    [ "$code" -eq 0 ] || [ "$code" -eq 3 ] || fail 'erased, or not on file' "exit $code, seed $seed"
    if in_bytes "$phone"; then fail "no $phone left, seed $seed" 'it is there'; fi
    if [ "$times" -gt 0 ]; then
        same 'erase' 0 "$code"
        shows '. == []' as tao search "$name"
        if in_bytes "$name"; then fail "no $name left, seed $seed" 'it is there'; fi
    fi
    exits 0 huiyin audit verify
    [ "$(judged)" = "$findings" ] || fail "the same findings, seed $seed" "$(judged)"
    [ "$(typed_twice)" -le "$twice" ] || fail "nothing more that was typed twice, seed $seed" "$(typed_twice) for $twice"
    [ "$(counted)" = "$figures" ] || fail "the same figures, seed $seed" "$(counted)"
    # The others are all there: whoever could be found is found.
    while read -r other _ before; do
        [ "$other" != "$name" ] || continue
        after=$(sql "SELECT count(*) FROM matter m JOIN content c ON c.id = m.person
            WHERE replace(replace(c.value, ' ', ''), '　', '') = '$other'")
        same "how often $other is on file, seed $seed" "$before" "$after"
    done <"$scratch/people"
done
