#!/bin/sh
# A record's entries are proven to whoever has neither the store nor a place on the staff: under a seal, with the words that
# may be seen and no others; a proof that was altered, of another store or by another key is refused for what it is.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
exits 0 huiyin audit keygen "$scratch/key.pem" --json
printf '%s' "$out" | jq -r .verifier_key >"$scratch/key.line"
exits 0 huiyin audit keygen "$scratch/other.pem"
seals() { exits 0 as zhou audit seal --key-file "$scratch/key.pem" --json --out "$scratch/$1.json" --quiet; }
# checks CODE FILE OPTION…: by somebody who has no store
checks() {
    _code=$1
    shift
    exits "$_code" env HUIYIN_DB="$scratch/none.db" "$HUIYIN" audit check-proof "$@"
}

# Not sealed over a power of two of entries, from which a proof of consistency lacks the earlier root.
exits 0 huiyin area add 水泵房
accepts as chen complaint add --channel phone --from 张伟 --phone 13800008000 --unit 3-502 --text 楼上夜里装修
accepts as chen complaint assign ts-1 --to sun
exits 3 as sun audit prove ts-1
tells 'audit seal'
seals first
size=$(jq .entries "$scratch/first.json")
[ $((size & (size - 1))) -ne 0 ] || fail 'a count that is no power of two' "$size"

leaves_no_entry as sun audit prove ts-1 --out "$scratch/ts-1.proof"
checks 0 "$scratch/ts-1.proof" --public-key "$scratch/key.pem.pub"
prints "属实:第 $((size - 1))、$size 条,共 $size 条"
prints 楼上夜里装修
never_prints 张伟
never_prints 13800008000
checks 0 "$scratch/ts-1.proof" --public-key "$(cat "$scratch/key.line")" --json
json ".ok and .kind == \"record\" and .size == $size and (.entries | map(.seq)) == [$((size - 1)), $size]
    and (.entries[0].texts | map(.value)) == [\"楼上夜里装修\"] and .entries[1].staff == \"chen\""
exits 0 env HUIYIN_DB="$scratch/none.db" "$HUIYIN" --lang en audit check-proof - --public-key "$scratch/key.line" <"$scratch/ts-1.proof"
prints 'It holds'

# Names and numbers by --reveal alone, which is on record first; words that hold a number likewise.
adds_an_entry 0 as chen audit prove ts-1 --reveal --out "$scratch/whole.proof"
checks 0 "$scratch/whole.proof" --public-key "$scratch/key.pem.pub" --json
json '.entries[0].texts | map(.value) | sort == ["13800008000", "张伟", "楼上夜里装修"]'
denies as wu audit prove ts-1 --reveal
accepts as sun complaint investigate ts-1 --findings '物业电话 13900009000 已联系'
seals second
exits 0 as sun audit prove ts-1 --json
json '.entries | map(.texts) == [1, 0, 0]'

# What came after the seal is told; one entry alone by its number.
accepts as sun complaint opinion ts-1 --text 限时施工
exits 0 as sun audit prove ts-1 --json
json '.not_sealed == 1 and (.entries | length) == 3'
exits 0 as sun audit prove ts-1 --entry "$size" --json
json '.entries | length == 1'
exits 3 as sun audit prove ts-1 --entry 1
newest=$(huiyin audit head --json | jq .entries)
exits 3 as sun audit prove ts-1 --entry "$newest"
tells "$newest"

# Altered, another's key, another store's: exit 5, each named.
sed "s/^index $((size - 1))\$/index 3/" "$scratch/ts-1.proof" >"$scratch/altered.proof"
checks 5 "$scratch/altered.proof" --public-key "$scratch/key.pem.pub"
head -c 700 "$scratch/ts-1.proof" >"$scratch/cut.proof"
checks 5 "$scratch/cut.proof" --public-key "$scratch/key.pem.pub"
checks 5 "$scratch/ts-1.proof" --public-key "$scratch/other.pem.pub"
tells 密钥
exits 0 huiyin --db "$scratch/another.db" init --office 别处
exits 0 huiyin --db "$scratch/another.db" audit keygen "$scratch/another.pem" --json
printf '%s' "$out" | jq -r .verifier_key >"$scratch/another.line"
checks 5 "$scratch/ts-1.proof" --public-key "$scratch/another.line"
tells 另一份数据
checks 2 "$scratch/ts-1.proof"
checks 1 "$scratch/ts-1.proof" --public-key "$scratch/no.pem"

# An entry of a batch shows other homes, too: a manager's or head's to hand out, knowingly.
printf 'complaint add --channel phone --unit 3-50%s --text 停水\n' 1 3 4 >"$scratch/lines"
exits 0 as chen batch "$scratch/lines"
seals third
for who in chen sun; do
    exits 7 as "$who" audit prove ts-2
    tells '2 件'
    exits 7 as "$who" audit prove ts-2 --reveal
done
exits 7 as ma audit prove ts-2
adds_an_entry 0 as ma audit prove ts-2 --reveal --out "$scratch/batch.proof"
tells '2 件'
checks 0 "$scratch/batch.proof" --public-key "$scratch/key.pem.pub" --json
json '.entries[0].texts | length == 1'

# What is erased is in no new proof; one that was handed out still holds.
exits 0 huiyin resident erase --phone 13800008000 --reason 本人要求
seals fourth
exits 0 as chen audit prove ts-1 --reveal --json
json '.entries[0].texts == 1'
checks 0 "$scratch/whole.proof" --public-key "$scratch/key.pem.pub"
exits 0 huiyin audit verify

# The journal only grew, from any seal to any later one; not the other way round, and not into another.
exits 0 as zhou audit consistency "$scratch/first.json" "$scratch/fourth.json" --out "$scratch/grown.proof"
checks 0 "$scratch/grown.proof" --public-key "$scratch/key.line" --json
json ".kind == \"consistency\" and .old_size == $size"
checks 0 "$scratch/grown.proof" --public-key "$scratch/key.line" --anchor "$scratch/first.json"
checks 5 "$scratch/grown.proof" --public-key "$scratch/key.line" --anchor "$scratch/second.json"
exits 2 as zhou audit consistency "$scratch/fourth.json" "$scratch/first.json"
# In whichever form a seal was kept.
for format in text md csv html json; do
    exits 0 as zhou audit seal --key-file "$scratch/key.pem" --format $format --out "$scratch/kept.$format" --quiet
    exits 0 as zhou audit consistency "$scratch/first.json" "$scratch/kept.$format" --out "$scratch/kept.proof" --quiet
    checks 0 "$scratch/kept.proof" --public-key "$scratch/key.line" --anchor "$scratch/first.json"
done
exits 0 as zhou audit consistency "$scratch/kept.text" "$scratch/kept.html"
sed 's/[0-9a-f]\{60\}/'"$(printf '0%.0s' $(seq 60))"'/' "$scratch/kept.text" >"$scratch/altered.text"
exits 5 as zhou audit consistency "$scratch/first.json" "$scratch/altered.text"
exits 1 as zhou audit consistency "$scratch/first.json" "$scratch/key.pem"

# A copy that is put back continues under another name: two heads never stand under one.
exits 0 huiyin backup "$scratch/copy.db"
a_complaint --unit 3-509
seals fifth
exits 0 huiyin restore "$scratch/copy.db" --accept-loss 试一次
a_complaint --unit 3-510
seals sixth
same 'two origins' 2 "$(jq -r '.checkpoint | split("\n")[0]' "$scratch/fifth.json" "$scratch/sixth.json" | sort -u | wc -l)"
exits 5 as zhou audit consistency "$scratch/fifth.json" "$scratch/sixth.json"
exits 0 huiyin audit verify
