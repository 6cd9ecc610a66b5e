#!/bin/sh
# The blank registers and our own lists go back in when they are filled in: every heading of them is known, in both
# languages; what a form keeps in one cell or ticks in one of several is told apart.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 18:00:00'
import() { as chen batch --csv "$1" "$scratch/filled.csv"; }
verb_of() { case $1 in callback*) echo callback log ;; *) echo "${1%%-*} add" ;; esac; }

for language in zh-CN en; do
    for kind in complaint-register repair-register callback-record; do
        exits 0 as chen form blank "$kind" --format csv --lang "$language" --out "$scratch/filled.csv"
        run as chen batch --csv "$(verb_of $kind)" "$scratch/filled.csv" --dry-run --lang en
        never_tells 'is no option of'
        never_tells 'has the name of column'
    done
    for noun in complaint repair suggestion assist callback; do
        exits 0 as chen "$noun" list --format csv --lang "$language" --out "$scratch/filled.csv"
        run as chen batch --csv "$(verb_of $noun)" "$scratch/filled.csv" --dry-run --lang en
        never_tells 'is no option of'
        never_tells 'has the name of column'
    done
done

export HUIYIN_LANG=zh-CN
# fills KIND ROW…: the first rows of the blank form as a spreadsheet saves it
fills() {
    exits 0 as chen form blank "$1" --format csv --out "$scratch/blank.csv"
    shift
    { head -n 1 "$scratch/blank.csv"; printf '%s\n' "$@"; } >"$scratch/filled.csv"
}

fills complaint-register \
    '1,2026/11/23 9:05,王小明,3-502,13800008000,电话,电梯,电梯停在三层,孙红,陈静,孙红/管理部,24小时,,,,,'
adds_an_entry 0 import 'complaint add'
tells '处理人/部门'
shows '.opened_at == "2026-11-23T09:05:00+08:00" and .from == "王小明" and .about == "sun"' as chen complaint show ts-1 --reveal
# Who is complained of is on the staff; a firm is told where it goes.
fills complaint-register \
    '1,2026/11/23 9:06,王小明,3-502,13800008000,电话,电梯,电梯停在三层,电梯公司,陈静,,,,,,,'
rejects 3 import 'complaint add'
tells '被投诉人/部门「电梯公司」'
tells '不是本办公室职工的(部门、外单位),写进内容'

# 姓名/房号 is one column of the paper: either order, with or without a mark between them, or one of them alone.
fills repair-register '2026/11/23 9:10,1,王小明 3-502,13800008000,水龙头漏水,一般,吴刚,,,,' \
    '2026/11/23 9:11,2,5-101/李芳,,没电,急,吴刚,,,,' '2026/11/23 9:12,3,7-301,,门锁坏,,,,,,'
adds_an_entry 0 as chen batch --csv 'repair add --channel phone --category electrical' "$scratch/filled.csv"
shows '.from == "王小明" and .unit == "3-502"' as chen repair show bx-1 --reveal
shows '.from == "李芳" and .unit == "5-101"' as chen repair show bx-2 --reveal
shows '.from == null and .unit == "7-301"' as chen repair show bx-3 --reveal
# What cannot be told apart is told, and nothing goes in.
fills repair-register '2026/11/23 9:10,1,王小明13800008000,,水龙头漏水,一般,吴刚,,,,'
rejects 2 as chen batch --csv 'repair add --channel phone --category electrical' "$scratch/filled.csv"
tells '姓名/房号'

# A tick says by which way; 备注 beside 反馈意见 is left out.
settled() { as chen complaint settle ts-1 --findings 属实 --opinion 劝止 --reply 已劝止 --method phone; }
exits 0 settled
clock '2026-11-23 18:30:00'
fills callback-record '2026/11/23 18:10,TS-1,电梯,3-502,王小明,√,,,,满意,已安静,王小明,陈静,'
adds_an_entry 0 import 'callback log'
shows '.method == "visit" and .satisfied == "yes" and .note == "已安静" and .at == "2026-11-23T18:10:00+08:00"
    and .signed_by == "王小明"' as chen callback show hf-1 --reveal
fills callback-record '2026/11/23 18:15,TS-1,电梯,3-502,王小明,√,√,,,满意,,,陈静,'
rejects 2 import 'callback log'
tells '电话'
fills callback-record '2026/11/23 18:15,TS-1,电梯,3-502,王小明,上午,,,,满意,,,陈静,'
rejects 2 import 'callback log'
tells '上门:不能是「上午」'
tells '打 √ 或留空'
