#!/bin/sh
# From cron: no environment, no terminal, no locale. The same command, the same answer.
. "$(dirname "$0")/../lib.sh"
office_now
bare() { env -i "$HUIYIN" --db "$HUIYIN_DB" "$@"; }
in_c() { env LANG=C LC_ALL=C "$HUIYIN" "$@"; }
in_chinese() { env LANG=zh_CN.UTF-8 LC_ALL=zh_CN.UTF-8 "$HUIYIN" "$@"; }

for way in bare in_c in_chinese; do
    accepts "$way" --as chen complaint add --channel visit --unit 3-502 --text '楼上夜里敲打' \
        --courtesy seat,tea,heard,calmed
    refuses complaint.courtesy 2.2.3 \
        "$way" --as chen complaint add --channel visit --unit 3-502 --text '楼上夜里敲打'
    tells '拒绝'
    shows '.text == "楼上夜里敲打"' "$way" --as chen complaint show ts-1
    leaves_no_entry "$way" check
    prints_nothing
    tells_nothing
    leaves_no_entry "$way" audit verify
    rejects 3 "$way" complaint show ts-99
done
# Nowhere to look for a store.
exits 1 env -i "$HUIYIN" complaint list
