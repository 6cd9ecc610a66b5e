#!/bin/sh
# The office's own phrases are kept once and said by @NAME, their places filled from the matter; what is on file is the whole
# sentence, whatever becomes of the phrase (clause 2.2.1).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
accepts as ma snippet add 已约定 --text '您好,{unit} 的投诉({no})已约定限时施工,{due} 前回访您。{office}'
same 'its name' 已约定 "$no"
accepts as tao snippet add 修好 --text '{房号}的水龙头已更换,保修期内有问题请说编号 {编号}。'
shows 'map(.name) == ["修好", "已约定"] and (.[1] | .by == "ma" and .retired_at == null and (.text | contains("{unit}")))' as wu snippet list
a_complaint --unit 3-502 --from 张伟
accepts as chen complaint assign ts-1 --to sun
accepts as sun complaint settle ts-1 --findings 属实 --opinion 限时 --reply @已约定 --method phone
shows '.steps | any(.what == "reply" and .text == "您好,3-502 的投诉(TS-2026-0001)已约定限时施工,2026-11-26 09:00 前回访您。学府苑住宅服务部")' \
    as chen complaint show ts-1
# Retired, it is what was said all the same; in a batch and in Chinese too.
accepts as ma snippet retire 已约定
shows '.steps | any(.what == "reply" and (.text | startswith("您好,3-502")))' as chen complaint show ts-1
exits 3 as chen complaint reply ts-1 --text @已约定 --method phone
a_repair --unit 2-301
an_order
arrives
starts
accepts as wu 派工单 完工 "$pg" --完成情况 ＠修好
shows '.steps | any(.what == "finish" and .text == "2-301的水龙头已更换,保修期内有问题请说编号 BX-2026-0001。")' as chen repair show "$bx"

# Two signs are one, and nothing else; what a resident said is theirs.
accepts as chen suggestion add --kind suggestion --channel phone --phone 13800008000 --text '@群主 请提醒大家'
jy=$no
shows '.text == "@群主 请提醒大家"' as chen suggestion show "$jy"
accepts as chen suggestion answer "$jy" --text '@@物业群 里已发通知,谢谢您' --method letter --courtesy thanks
shows '.steps | any(.what == "answer" and .text == "@物业群 里已发通知,谢谢您")' as chen suggestion show "$jy"

# Changed by retiring it and keeping it anew.
clock '2026-11-23 09:00:01'
accepts as ma snippet add 已约定 --text '已约定。'
shows 'length == 3 and map(select(.name == "已约定") | .retired_at != null) == [true, false]' as ma snippet list --all

# Said again in a correction, too; and an @ of the words' own is typed twice there.
reply=$(huiyin complaint show ts-1 --json | jq '.steps[] | select(.what == "reply") | .seq')
accepts as ma amend ts-1 --step "$reply" --reply @已约定 --reason 说错了
shows '.steps | any(.what == "reply" and .text == "已约定。")' as chen complaint show ts-1
exits 3 as ma amend ts-1 --step "$reply" --reply @没有的 --reason 说错了
answer=$(huiyin suggestion show "$jy" --json | jq '.steps[] | select(.what == "answer") | .seq')
accepts as ma amend "$jy" --step "$answer" --text '@@业主群 里已发通知,谢谢您' --reason 群名写错
shows '.steps | any(.what == "answer" and .text == "@业主群 里已发通知,谢谢您")' as chen suggestion show "$jy"

# An export is recorded anew with the phrases, and with the @ as it was typed.
exits 0 huiyin export "$scratch/export" --as tao --with-personal-data
exits 0 huiyin --db "$scratch/anew.db" init --office 空
exits 0 huiyin --db "$scratch/anew.db" batch --replay "$scratch/export/commands.jsonl"
for what in 'snippet list --all' "suggestion show $jy" 'complaint show ts-1' "repair show $bx"; do
    # shellcheck disable=SC2086
    same "$what" "$(huiyin $what --json | jq 'del(.. | objects | .entry)')" \
        "$(huiyin --db "$scratch/anew.db" $what --json | jq 'del(.. | objects | .entry)')"
done
