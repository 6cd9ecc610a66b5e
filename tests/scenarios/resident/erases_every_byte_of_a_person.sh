#!/bin/sh
# After `resident erase` no byte of the name or the number is left: not in the store, its journal
# file, its lock, a copy made afterwards, the search index or an attachment; also where a free text,
# a signature, a subject or a week's summary named them, however that was spelled. The journal
# proves the rest, every figure and every finding is what it was, and the sentences stay.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-16 09:00:00'

# What the person said and signed, in matters of all kinds.
accepts as chen complaint add --channel visit --courtesy seat,tea,heard,calmed --from '王丽娜' \
    --phone 13800138000 --unit 3-502 --category noise --subject '王丽娜反映噪音' \
    --text '楼上装修到半夜,请回电138-0013-8000或＋86 138 0013 8000找王丽娜' \
    --forwarded-by '街道,经办人王 丽 娜' --via '短信１３８００１３８０００' --key first
ts=$no
accepts as chen complaint assign "$ts" --to chen --reason '与王丽娜相熟'
# A taboo phrase was said to her, and is on record as said.
accepts as chen complaint settle "$ts" --findings '王丽娜家楼上确在装修' --opinion '限时施工' \
    --reply '王丽娜您好,几点收工我不清楚' --method phone --as-happened '已对王丽娜说出口' --witness '王丽娜'
accepts as chen callback log "$ts" --method visit --satisfied no --signed-by '王　丽娜' \
    --form-no H-17 --note '王丽娜仍不满意' --raised '改打(138)00138000' --settled '已记下王丽娜的号码'
printf '回访单 王丽娜 13800138000\n' >"$scratch/王丽娜.txt"
accepts as chen attach "$ts" "$scratch/王丽娜.txt" --text '王丽娜签名'
accepts as chen amend "$ts" --from '王丽娜' --phone 8613800138000 --reason '王丽娜更正'
accepts as chen repair add --channel phone --from '王丽娜' --phone 13800138000 --unit 3-502 \
    --category plumbing --text '王丽娜家水管漏水' --place '王丽娜家厨房'
bx=$no
an_order
arrives
accepts as wu order start "$pg" --content '换水管' --agreed-by '王丽娜'
accepts as wu order finish "$pg" --result '已向王丽娜说明' --materials '水管(王丽娜自备)'
accepts as wu order sign "$pg" --by-resident '王丽娜'
hands_in

# Somebody else's record that names her.
accepts as chen complaint add --channel phone --phone 13700007777 --from '赵敏' --unit 3-501 \
    --text '隔壁王丽娜说13800138000打不通,赵敏也打不通'
other=$no
accepts as ma complaint close "$ts" --outcome '王丽娜的事已办' --unsatisfied --reason '王丽娜不再回应'
clock '2026-11-23 10:00:00'
exits 0 as ma report weekly --week 2026-W47 --summary '王丽娜(138 0013 8000)一户最急,其余平稳'
exits 0 as ma check explain speech.taboo-phrase "$ts" --reason '已向王丽娜致歉'

figures() {
    huiyin --as ma report weekly --week 2026-W47 --json |
        jq 'del(.journal, .as_of, .edition, .summary, .changes, .breaches.list[]?.explanation.text)'
}
# But for the words of an explanation, which go with the person they name.
findings() { huiyin check --all --json | jq 'del(.findings[].explanation.text?)'; }
figures_before=$(figures)
findings_before=$(findings)
prints_taboo() { printf '%s' "$1" | jq -e '.findings | any(.rule == "speech.taboo-phrase" and
    (.message | contains("不清楚")) and .explained)' >/dev/null; }
prints_taboo "$findings_before" || fail 'a taboo phrase on record' "$findings_before"

every_byte_is_clean() {
    for file in "$HUIYIN_DB" "$HUIYIN_DB"-* "$HUIYIN_DB".*; do
        [ -f "$file" ] || continue
        for words in '王丽娜' '王 丽' '王　丽' 丽娜 13800138000 '138 0013 8000' 138-0013-8000 \
            '(138)00138000' １３８００１３８０００ 00138000; do
            ! grep -aqF "$words" "$file" || fail "no '$words' in ${file#"$scratch"}" 'it is there'
        done
    done
}
grep -aqF 13800138000 "$HUIYIN_DB" || fail 'the number in the store before' 'none'

# What would go, and nothing went.
leaves_no_entry huiyin resident erase --phone '+86 138-0013-8000' --reason '本人要求' --dry-run
prints_nothing
tells "$ts"
tells "$other"
adds_an_entry 0 huiyin resident erase --phone '+86 138-0013-8000' --reason '王丽娜本人要求(13800138000)'
same 'what erase prints' erasure-1 "$out"
cp "$HUIYIN_DB" "$HUIYIN_DB.copy"
sqlite3 "$HUIYIN_DB" ".backup '$HUIYIN_DB.backup'"
sqlite3 "$HUIYIN_DB" .dump >"$HUIYIN_DB.dump"
every_byte_is_clean
huiyin --as chen complaint show "$ts" --json >"$HUIYIN_DB.json"
huiyin audit log --json >>"$HUIYIN_DB.json"
for seq in $(seq 1 "$(entries_now)"); do huiyin audit show "$seq" --json; done >>"$HUIYIN_DB.json"
every_byte_is_clean

exits 0 huiyin audit verify
[ "$(figures)" = "$figures_before" ] || fail "the same figures: $figures_before" "$(figures)"
[ "$(findings)" = "$findings_before" ] || fail "the same findings: $findings_before" "$(findings)"
# The week is filed as it was: what was cut out of its summary makes no new edition.
same 'entries after filing again' "$(entries_now)" \
    "$(huiyin --as ma report weekly --week 2026-W47 --quiet >/dev/null && entries_now)"

# The sentences stay, and so does who could be reached.
exits 0 as chen complaint show "$ts" --json
json '.reachable and .from == null and .phone == null and .subject == "某业主反映噪音"
    and .text == "楼上装修到半夜,请回电某号码或某号码找某业主"
    and .callbacks[0].signed_by == null and (.erased | length == 1 and .[0].sort == "person")
    and (.steps | any(.text == "某业主您好,几点收工我不清楚"))'
exits 0 as chen complaint show "$other" --json
json '.from == "赵敏" and .text == "隔壁某业主说某号码打不通,赵敏也打不通"'
exits 0 as chen complaint show "$ts"
prints '已抹除'
# Neither finds them; an attachment that held them is gone, and says so.
for words in 王丽娜 13800138000 0013; do
    shows '. == []' as chen search "$words"
done
step=$(huiyin --as chen complaint show "$ts" --json | jq '.steps[] | select(.what == "attach").seq')
exits 3 as chen attachment save "$ts" "$step"
tells '抹除'
# The key that registered them no longer tells what was typed, and registers nobody anew.
rejects 8 as chen complaint add --channel visit --text '随便' --key first

# There is nobody left to erase.
rejects 3 huiyin resident erase --phone 13800138000 --reason '再次'
rejects 3 huiyin resident erase --unit 3-502 --name '王丽娜' --reason '再次'
exits 0 huiyin audit verify
