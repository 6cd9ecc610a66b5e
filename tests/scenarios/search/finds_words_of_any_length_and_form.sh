#!/bin/sh
# One character, two, or a sentence; whatever the width or the case; marks as they are written.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
says() { accepts as chen complaint add --channel phone --phone 13800008000 --text "$1"; }
# found WORDS NUMBER…: in these, oldest first, and in no others
found() {
    words=$1
    shift
    expected=$(printf '%s\n' "$@" | jq -Rc '[., inputs]')
    shows "map(.no[-1:]) == $expected" as chen search "$words"
}
none() { shows '. == []' as chen search "$1"; }

says '水龙头滴水,夜里一直响'                 # 1
says '热水。龙头没有热水'                     # 2
says 'ＷｉＦｉ信号弱,机房在Ａ座１２层'       # 3
says 'wifi 密码贴在A座12层?!'                # 4
says '电费多收了 5% 即 3.50 元 (AND OR "NOT")' # 5
says '𠮷野家楼上❤️太吵'                       # 6
says '甲乙,乙丙'                              # 7
says 'Straße と カフェ café'                  # 8

# One, two, many.
found 水 1 2
found 响 1
found 龙头 1 2
found 水龙 1
found 水龙头滴水,夜里一直响 1
found 热水 2
none 水龙头没有
none 甲乙丙
found 甲乙,乙 7
# Width and case.
for words in WiFi wifi ＷＩＦＩ WIFI; do found "$words" 3 4; done
for words in A座12 ａ座１２ a座12层; do found "$words" 3 4; done
found 'CAFÉ' 8
found 𠮷野家 6
found '❤️' 6
# What others take for a pattern is taken as it is.
for words in % 5% '(AND' '"NOT"' 'and OR' '3.50'; do found "$words" 5; done
for words in '*' '_' 'NEAR(水 头)' '水*' '^水' 'letters:水' "';--" '水%头' '\'; do none "$words"; done
# Marks alone.
found '?!' 4
found '。' 2
found '？！' 4
none '……'
none '!?'
rejects 2 as chen search ''
rejects 2 as chen search
