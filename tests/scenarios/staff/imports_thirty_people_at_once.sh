#!/bin/sh
# A table of the staff, superiors in any order, goes in by one command and one entry; by the paper's headings too (clause 7.4).
. "$(dirname "$0")/../lib.sh"
opens_office
{
    echo '登录名,姓名,角色,部门,上级'
    for n in 1 2 3 4 5 6 7 8 9; do
        echo "clerk$n,文员$n,文员,前台,主管一"
        echo "tech$n,维修$n,维修人员,工程,zhuguan2"
        echo "guan$n,管理员$n,steward,,zhuguan1"
    done
    echo 'zhuguan1,主管一,主管,,主任'
    echo 'zhuguan2,主管二,manager,,zhuren'
    echo 'zhuren,主任,部门负责人,,'
} >"$scratch/staff.csv"
same 'people in the table' 31 "$(wc -l <"$scratch/staff.csv" | tr -d ' ')"
leaves_no_entry huiyin staff import "$scratch/staff.csv" --dry-run
adds_an_entry 0 huiyin staff import "$scratch/staff.csv"
shows 'length == 31 and (map(select(.login == "clerk3"))[0] | .superior == "zhuguan1" and .role == "clerk" and .department == "前台")
    and (map(select(.login == "zhuguan1"))[0].superior == "zhuren") and (map(select(.login == "tech9"))[0].superior == "zhuguan2")' \
    huiyin staff list

# More of them later, under those who are here already, by name or login.
printf 'login,name,role,superior\nxu,徐明,clerk,主管二\n' >"$scratch/more.csv"
accepts huiyin staff import "$scratch/more.csv"
same 'who was added' xu "$no"

# What an export tells is recorded anew, superiors first.
exits 0 huiyin export "$scratch/export" --as zhuren --with-personal-data
exits 0 huiyin --db "$scratch/anew.db" init --office 空
exits 0 huiyin --db "$scratch/anew.db" batch --replay "$scratch/export/commands.jsonl"
same 'the same staff' "$(huiyin staff list --json)" "$(huiyin --db "$scratch/anew.db" staff list --json)"

# In another encoding it is converted, and that is said; what cannot be read is told before the store is locked.
printf '登录名,姓名,角色,上级\nqian,钱进,文员,主管二\n' | iconv -f UTF-8 -t GB18030 >"$scratch/gbk.csv"
accepts huiyin staff import "$scratch/gbk.csv"
tells GB18030
shows 'map(select(.login == "qian"))[0].name == "钱进"' huiyin staff list
rejects 1 huiyin staff import "$scratch/none.csv"
