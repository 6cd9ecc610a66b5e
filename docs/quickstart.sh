#!/bin/sh
# From nothing to a filed weekly report: sh docs/quickstart.sh
#
# Installs what is needed, builds the program, and plays a week at a school's residence office in a
# store of its own. Nothing outside the build folder and a temporary one is written.
set -eu
cd "$(dirname "$0")/.."

# ------------------------------------------------------------------ language

case ${HUIYIN_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}} in
    en*) language=en ;;
    *) language=zh-CN ;;
esac

# say 中文 ENGLISH
say() {
    if [ "$language" = en ]; then printf '\n# %s\n' "$2"; else printf '\n# %s\n' "$1"; fi
}

# words 中文 ENGLISH: the one of the two that is spoken here
words() { if [ "$language" = en ]; then printf '%s' "$2"; else printf '%s' "$1"; fi; }

# ------------------------------------------------------------------ packages and program

packages="$(cat docs/packages.txt) faketime"
missing=
for package in $packages; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] ||
        missing="$missing $package"
done
if [ -n "$missing" ]; then
    say "安装所需软件包:$missing" "installing:$missing"
    as_root=
    [ "$(id -u)" -eq 0 ] || as_root=sudo
    $as_root apt-get update -qq
    # Unquoted: each word is a package.
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -qq --yes --no-install-recommends $missing
fi

if [ ! -x build/src/huiyin ] || [ "${1:-}" = --rebuild ]; then
    say '编译(几分钟)' 'building (a few minutes)'
fi
cmake -S . -B build >build.log 2>&1 || { cat build.log; exit 1; }
cmake --build build --parallel "$(nproc)" >>build.log 2>&1 || { tail -n 40 build.log; exit 1; }
rm -f build.log
program=$PWD/build/src/huiyin

# ------------------------------------------------------------------ the stage

folder=$(mktemp -d "${TMPDIR:-/tmp}/huiyin-week.XXXXXX")
export HUIYIN_DB="$folder/office.db" TZ=Asia/Shanghai HUIYIN_LANG="$language"
now=

# at TIME: when what follows happens
at() { now=$1; }

huiyin() { faketime -f "@$now" "$program" "$@"; }

# shown ARGUMENT…: the command line as one would type it
shown() {
    printf '\n%s $ huiyin' "$now"
    for word in "$@"; do
        case $word in
            *' '* | *'('* | *';'*) printf " '%s'" "$word" ;;
            *) printf ' %s' "$word" ;;
        esac
    done
    printf '\n'
}

# play ARGUMENT…: show the command, run it, show what it answers. A refusal is part of the story.
play() {
    shown "$@"
    huiyin "$@" 2>&1 | sed 's/^/    /'
}

# ------------------------------------------------------------------ the week

say '一、建立办公室:负责人、主管、文员、管理员、维修人员' \
    '1. An office: a head, a manager, a clerk, a steward, a technician'
at '2026-11-16 08:00:00'
play init --office "$(words 学苑住宅服务部 'Xueyuan Residence Office')" --language "$language"
for person in "tao 陶建国 head" "ma 马丽 manager tao" "chen 陈静 clerk ma" "sun 孙红 steward ma" \
    "wu 吴刚 technician ma"; do
    # shellcheck disable=SC2086
    set -- $person
    huiyin staff add "$1" --name "$2" --role "$3" ${4:+--superior "$4"} --quiet >/dev/null
done
play staff list

say '二、周一:电话投诉。登记后立即告诉你接下来何时该做什么' \
    '2. Monday: a complaint by phone. Recording it tells what is due, and by when'
at '2026-11-16 09:12:00'
play --as chen complaint add --channel phone --unit 3-502 --from 张伟 --phone 13800008000 \
    --category "$(words 噪声 noise)" --text "$(words '楼上夜里装修,孩子睡不着' 'Building work upstairs at night; the child cannot sleep')"
at '2026-11-16 09:20:00'
play --as chen complaint assign ts-1 --to sun

say '三、来访投诉少登了接待四项中的两项:拒绝登记,并说明依据哪一条、怎么改正' \
    '3. A visitor, with two of the four acts of reception left out: refused, with the clause'
at '2026-11-16 10:05:00'
play --as chen complaint add --channel visit --unit 1-101 --phone 13900009000 --courtesy seat,tea \
    --category "$(words 卫生 cleaning)" --text "$(words '楼道垃圾三天没人清' 'Nobody has cleared the stairway for three days')"
play --as chen complaint add --channel visit --unit 1-101 --phone 13900009000 --courtesy seat,tea,heard,calmed \
    --category "$(words 卫生 cleaning)" --text "$(words '楼道垃圾三天没人清' 'Nobody has cleared the stairway for three days')"

say '四、先调查、再有意见、后答复;答复里不得有服务忌语' \
    '4. Findings, then an opinion, then the reply, with no taboo phrase in it'
at '2026-11-16 10:40:00'
play --as sun complaint settle ts-1 --method phone --findings "$(words '4-502 夜间打孔,已录音' 'Drilling in 4-502 at night; recorded')" \
    --opinion "$(words '与施工方约定 20 时后停工' 'Agreed with the builders: none after 20:00')" \
    --reply "$(words '这事不归我管,你打施工方电话吧' '这事不归我管,你打施工方电话吧 (not my business, ring the builders)')"
play --as sun complaint settle ts-1 --method phone --findings "$(words '4-502 夜间打孔,已录音' 'Drilling in 4-502 at night; recorded')" \
    --opinion "$(words '与施工方约定 20 时后停工' 'Agreed with the builders: none after 20:00')" \
    --reply "$(words '已与施工方约定 20 时后停工,今晚我来现场查看' 'The builders stop at 20:00; I shall be there tonight')"

say '五、周三:上门回访,业主不肯签名。没有签名就拒绝;确实如此,就据实登记:算违规,也不算有签名' \
    '5. Wednesday: a visit, and the resident will not sign. Refused; then recorded as it happened: a breach'
at '2026-11-18 10:00:00'
play --as sun callback log ts-1 --method visit --satisfied yes --note "$(words '昨晚安静了' 'It was quiet last night')"
play --as sun callback log ts-1 --method visit --satisfied yes --note "$(words '昨晚安静了' 'It was quiet last night')" \
    --as-happened "$(words '业主说不必签名' 'The resident saw no need to sign')"
play callback due
play --as chen complaint close ts-1 --outcome "$(words '已恢复安静,业主满意' 'Quiet again; the resident is satisfied')"

say '六、同一天:报修。维修人员晚到一分钟,如实记为违规;业主认可、签字,单子交回文员' \
    '6. The same day: a repair. The technician is a minute late: a breach. The work is agreed to, signed and handed in'
at '2026-11-18 14:00:00'
play --as chen repair add --channel phone --category plumbing --unit 2-301 --phone 13700007000 \
    --text "$(words '水龙头漏水' 'The tap drips')"
at '2026-11-18 14:03:00'
play --as chen order dispatch bx-1 --to wu
at '2026-11-18 14:16:00'
play --as wu order arrive pg-1
play --as wu order start pg-1 --content "$(words 换阀芯 'new valve core')"
play --as wu order start pg-1 --content "$(words 换阀芯 'new valve core')" --agreed-by 李敏
at '2026-11-18 14:50:00'
play --as wu order finish pg-1 --result "$(words '已更换阀芯,试水正常' 'Valve core replaced and tested')"
play --as wu order sign pg-1 --by-resident 李敏
play --as chen order return pg-1 --to chen
play --as chen repair close bx-1 --outcome "$(words 已修复 Mended)"

say '七、周三:一封匿名信。没有联系方式,不需答复,但仍要有结果' \
    '7. Wednesday: a letter without a name. No reply is owed, but an outcome is'
at '2026-11-18 15:30:00'
play --as chen complaint add --channel letter --category "$(words 停车 parking)" --text "$(words '消防通道总有车停' 'Cars keep parking in the fire lane')"
at '2026-11-18 16:00:00'
play --as chen complaint close ts-3
play --as chen complaint close ts-3 --outcome "$(words '已划线并加装隔离桩' 'Lines painted, bollards put up')"

say '八、周四:1-101 的投诉过了答复时限才办。晚了就是晚了:如实登记,记为违规' \
    '8. Thursday: the reply to 1-101 comes too late. It is recorded as it was: a breach'
at '2026-11-19 09:30:00'
play --as sun complaint settle ts-2 --method visit --findings "$(words '保洁员请假未安排替班' 'The cleaner was away and nobody stood in')" \
    --opinion "$(words '补清并安排替班' 'Clean up; arrange for cover')" --reply "$(words '已清理,非常抱歉让您久等' 'It is clean now; our apologies for the wait')"
play why ts-2
play check

say '九、同一天:巡视听来的建议,答复时要致谢;2-301 的水龙头又漏:二次维修,由当事人(首次维修的人)致歉' \
    '9. The same day: a suggestion is answered with thanks; the tap of 2-301 drips again: rework, with an apology'
at '2026-11-19 11:00:00'
play --as sun suggestion add --kind suggestion --channel round --unit 4-101 --text "$(words '门厅装一把长椅' 'A bench in the hall')"
play --as sun assign jy-1 --to sun
play --as sun suggestion answer jy-1 --method visit --text "$(words '已报采购' 'It has been ordered')"
play --as sun suggestion answer jy-1 --method visit --courtesy thanks --text "$(words '谢谢您的建议,已报采购' 'Thank you; it has been ordered')"
play --as chen repair add --channel phone --category plumbing --unit 2-301 --phone 13700007000 --rework-of bx-1 \
    --text "$(words '昨天修的又滴了' 'What was mended yesterday drips again')"
play --as chen order dispatch bx-2 --to wu
at '2026-11-19 11:12:00'
play --as wu order arrive pg-2
play --as wu order start pg-2 --content "$(words 换整个龙头 'a new tap')" --agreed-by 李敏
at '2026-11-19 11:40:00'
play --as wu order finish pg-2 --result "$(words '已换新龙头' 'New tap fitted')"
play --as wu order finish pg-2 --result "$(words '已换新龙头' 'New tap fitted')" \
    --apology "$(words '上次没有修好,给您添麻烦了' 'Sorry that it was not right the first time')"
play --as wu order sign pg-2 --by-resident 李敏
play --as chen order return pg-2 --to chen
play --as chen repair close bx-2 --outcome "$(words 已换新龙头 'New tap')"
play search "$(words 龙头 tap)"

say '十、主管说明违规;说明之后仍然留档,只是不再提醒' \
    '10. The manager explains two breaches; they stay on record as explained'
at '2026-11-19 17:00:00'
play --as ma check explain complaint.replied-in-time ts-2 --reason "$(words '保洁替班制度缺失,已补' 'No cover for cleaners; arranged now')"
play --as ma check explain order.arrived-in-time bx-1 --reason "$(words '电梯检修,绕行楼梯' 'The lift was being serviced')"

say '十一、周五:再上门一次并签名,本周有签名的上门回访达到 40 %' \
    '11. Friday: one more visit, signed, and the week reaches its 40 % of signed visits'
at '2026-11-20 16:00:00'
play --as sun callback log ts-2 --method visit --satisfied yes --signed-by "$(words 王芳 'Wang Fang')"
play --as sun callback log bx-1 --method phone --satisfied yes
play --as sun callback log bx-2 --method phone --satisfied yes
play callback due

say '十二、下周一零点五分:周报自动归档' '12. Next Monday, 00:05: the week is filed'
at '2026-11-23 00:05:00'
play --as ma report weekly

say '十三、任何人都可以核对:数据与日志逐条相符' \
    '13. Anyone can verify the records against the journal'
play audit verify

say "下一步:HUIYIN_DB=$HUIYIN_DB $program complaint list;或看 $program help" \
    "Next: HUIYIN_DB=$HUIYIN_DB $program complaint list; or see $program help"
