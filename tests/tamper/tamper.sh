#!/bin/sh
# A store of 200 entries with a seal in it; everything done to it behind the office's back is noticed:
# sh tests/tamper/tamper.sh [--every N] [--bytes N] [--first-byte N] [--entries N] [--sums]. HUIYIN and HUIYIN_TAMPER name the two programs.
words="$(dirname "$0")/../scenarios"
. "$words/lib.sh"
: "${HUIYIN_TAMPER:?name the program that tampers in HUIYIN_TAMPER}"

says() { exits 0 "$@" --quiet && no=$out; }

# One complaint and one repair from first call to close: eighteen entries.
a_round() {
    says as chen complaint add --channel phone --phone 13800008000 --from 张伟 --unit "3-$1" --text 热水时有时无
    ts=$no
    says as chen complaint assign "$ts" --to chen
    says as chen complaint investigate "$ts" --findings 现场查看属实
    says as chen complaint opinion "$ts" --text 当日处理
    says as chen complaint reply "$ts" --text 已处理,感谢反映 --method phone
    says as chen note "$ts" --text 业主来电
    says as sun callback log "$ts" --method visit --satisfied yes --note 已恢复 --signed-by 张伟
    says as chen complaint close "$ts" --outcome 已恢复
    says as chen repair add --channel phone --category plumbing --phone 13700007000 --unit "5-$1" --text 水龙头滴水
    bx=$no
    says as chen order dispatch "$bx" --to wu
    pg=$no
    says as wu order arrive "$pg"
    says as wu order start "$pg" --content 更换垫圈 --agreed-by 李敏
    says as wu order finish "$pg" --result 已更换
    says as wu order sign "$pg" --by-resident 李敏
    says as chen order return "$pg" --to chen
    says as sun callback log "$bx" --method phone --satisfied yes --note 不漏了
    says as chen repair close "$bx" --outcome 已修复
    says as chen amend "$bx" --unit "6-$1" --reason 房号写错
}

office
says huiyin policy set complaint.reply_within 12h --reason 从严
says huiyin audit keygen "$scratch/key.pem"
round=0
while [ "$(entries_now)" -lt 200 ]; do
    round=$((round + 1))
    clock "2026-11-$((23 + round / 3)) $((9 + round % 3)):00:00"
    a_round "$round"
    # Sealed in the middle, so that entries come after it.
    [ "$round" -ne 7 ] || says huiyin audit seal --key-file "$scratch/key.pem"
    cp "$HUIYIN_DB" "$scratch/earlier.$round"
done
rm "$scratch/earlier.$round"
entries=$(entries_now)
echo "entries: $entries, rows: $(sql 'SELECT count(*) FROM step') steps, $(sql 'SELECT count(*) FROM said') texts"

# On memory where there is some: nothing here has to survive.
work=$scratch
[ ! -w /dev/shm ] || work=$(mktemp -d /dev/shm/huiyin-tamper.XXXXXX)
trap 'rm -rf "$scratch" "$work"' EXIT
cp "$HUIYIN_DB" "$work/store.db"
"$HUIYIN_TAMPER" "$work/store.db" "$@" "$scratch"/earlier.*
