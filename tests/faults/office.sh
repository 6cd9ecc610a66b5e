# An office in which every command of commands.txt has something to work on, under the machine's own
# clock. lib.sh sources this file; `office_for_faults` makes the store and $files.

# Times ahead and behind, so that a row of the table is right on any day.
later=$(TZ=$zone date -d '+3 days' '+%Y-%m-%d 08:00')
later_still=$(TZ=$zone date -d '+3 days' '+%Y-%m-%d 18:00')

complaint_is_settled() {
    as chen complaint settle "$1" --findings 属实 --opinion 当日处理 --reply 已处理 --method phone
}

repair_comes_to() {
    _wanted=$1
    shift
    bx=$(as chen repair add --channel phone --category plumbing --phone 13800008001 --text 水龙头滴水 \
        --unit "$1")
    pg=$(as chen order dispatch "$bx" --to wu)
    for _step in arrive start finish sign return; do
        [ "$_wanted" != dispatched ] || return 0
        case $_step in
            arrive) as wu order arrive "$pg" && [ "$_wanted" != arrived ] || return 0 ;;
            start)
                as wu order start "$pg" --content 更换垫圈 --agreed-by 张伟 &&
                    [ "$_wanted" != started ] || return 0
                ;;
            finish) as wu order finish "$pg" --result 已更换 && [ "$_wanted" != finished ] || return 0 ;;
            sign) as wu order sign "$pg" --by-resident 张伟 && [ "$_wanted" != signed ] || return 0 ;;
            return) as chen order return "$pg" --to chen ;;
        esac
    done
}

nine_complaints() {
    for _unit in 1 2 3 4 5; do
        as chen complaint add --channel phone --phone 13800008000 --unit "3-50$_unit" --text 热水时有时无
    done
    as chen complaint add --channel visit --phone 13800008000 --text 楼上夜里敲打 \
        --courtesy seat,tea,heard,calmed
    as chen complaint add --channel phone --phone 13800008000 --unit 3-507 --text 楼道灯不亮 \
        --at '3d ago' --late-reason 补记
    as chen complaint add --channel letter --text 楼道堆放杂物
    as chen complaint add --channel letter --unit 3-509 --text 楼道堆放杂物
    for _no in 1 2 3 4 5; do as chen complaint assign "ts-$_no" --to chen; done
    as chen complaint investigate ts-2 --findings 属实
    as chen complaint investigate ts-3 --findings 属实
    as chen complaint opinion ts-3 --text 当日处理
    complaint_is_settled ts-4
    complaint_is_settled ts-5
    as chen callback log ts-5 --method phone --satisfied yes --note 询问结果
    as chen attach ts-9 "$files/sheet.txt"
}

the_rest_of_the_week() {
    as chen suggestion add --kind suggestion --channel phone --phone 13800008000 --text 路灯早一点亮
    as chen suggestion add --kind suggestion --channel phone --phone 13800008000 --text 楼梯装扶手
    as chen suggestion answer jy-2 --text 谢谢您 --method phone --courtesy thanks
    as chen complaint add --channel letter --phone 13800008000 --text 电梯慢
    as chen complaint assign ts-10 --to chen
    complaint_is_settled ts-10
    as chen callback log ts-10 --method phone --satisfied partly --note 询问结果 --raised 何时装扶手 \
        --appointment "$later"
    as chen letter publish --subject 停水说明 --text 当晚恢复 --answers ts-10
    as chen survey issue --title 满意度 --count 80
    as chen repair add --channel phone --category plumbing --phone 13800008001 --unit 2-101 --text 滴水
    repair_comes_to dispatched 2-102
    repair_comes_to arrived 2-103
    repair_comes_to started 2-104
    repair_comes_to finished 2-105
    repair_comes_to signed 2-106
    repair_comes_to returned 2-107
    as sun callback log bx-7 --method phone --satisfied yes --note 询问质量
    as chen repair add --channel phone --category heating-main --phone 13800008001 --text 暖气不热
    as ma area add 水泵房
    as ma plan add 火灾 --text 先报警
    huiyin rules add "$files/same-day.sql"
    as chen rules acknowledge
    as chen plan acknowledge 火灾
    as chen duty start
    as chen duty log 接班
    as chen assist add --phone 13800008000 --text 钥匙锁在屋里
    as chen event report --category 1 --form phone --to ma --text 三楼起火
    as ma event report --category 2 --form phone --to tao --text 围墙倒塌
    as ma event supplement zd-2 --form written --to tao --text 已围挡
    as ma conduct record sun --kind negligent --text 未巡视
}

office_for_faults() {
    epoch=
    files=$scratch/files
    mkdir -p "$files/made"
    opens_office
    hires tao 陶建国 head
    hires ma 马丽 manager tao
    hires mei 梅芳 manager tao
    hires chen 陈静 clerk ma
    hires li 李雷 clerk ma
    hires sun 孙红 steward ma
    hires wu 吴刚 technician ma
    hires zhou 周敏 auditor
    echo 业主签名 >"$files/sheet.txt"
    printf '登录名,姓名,角色,上级\nqian,钱进,clerk,sunny\nsunny,孙妮,manager,ma\n' >"$files/staff.csv"
    exits 0 huiyin --as ma snippet add 稍候 --text 请稍候
    cp "$words/rules/same-day.sql" "$files/same-day.sql"
    sed 's/own.same-day/own.another/' "$files/same-day.sql" >"$files/another.sql"
    cat >"$files/lines.txt" <<LINES
complaint add --as chen --channel phone --phone 13800008000 --text 热水时有时无
repair add --as chen --channel phone --category plumbing --phone 13800008001 --text 滴水
note ts-1 --as chen --text 业主来电
LINES
    printf '房号,人数\n3-502,3\n3-503,2\n' >"$files/homes.csv"
    "$HUIYIN" audit keygen "$files/seal.pem" >"$scratch/setup" 2>&1
    (set -e; nine_complaints; the_rest_of_the_week) >>"$scratch/setup" 2>&1 || {
        cat "$scratch/setup" >&2
        fail 'an office with something for every command' 'a step of its setting up failed'
    }
    exits 0 huiyin --as zhou audit seal --key-file "$files/seal.pem" --json --out "$files/seal.json" --quiet
    exits 0 huiyin --as ma audit prove ts-1 --reveal --out "$files/ts-1.proof" --quiet
    just_now=$(TZ=$zone date '+%Y-%m-%d %H:%M:%S')
}
