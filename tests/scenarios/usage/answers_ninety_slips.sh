#!/bin/sh
# Ninety slips of a clerk who has used only Excel: what was typed, what came, and what works then. A slip that
# says for certain what is meant is taken as meant; any other answer names a form that works when it is typed.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
exits 0 huiyin area add 水泵房
exits 0 huiyin plan add 火灾 --text 先报警
a_complaint --unit 3-502
a_repair --unit 2-301
an_order
accepts as chen duty start
a_suggestion

# slip TYPED ANSWER [THEN]: ANSWER is `=` and what the dry run or the reading then shows, or the exit code and what
# is told; THEN is typed after it and works. Nothing is recorded by any of them.
slips=0
slip() {
    slips=$((slips + 1))
    _typed=$1 _answer=$2 _then=${3:-}
    _before=$(store_now)
    # One Chinese word among them: the answer is in Chinese words, too.
    eval "run as chen --语言 zh-CN $_typed"
    case $_answer in
        =*)
            [ "$code" -eq 0 ] || fail "slip $slips understood: $_typed" "exit $code"
            case "$out$err" in *"${_answer#=}"*) ;; *) fail "'${_answer#=}' for $_typed" "$out$err" ;; esac
            ;;
        *)
            _code=${_answer%% *}
            [ "$code" -eq "$_code" ] || fail "exit $_code for slip $slips: $_typed" "exit $code"
            tells "${_answer#* }"
            [ -n "$_then" ] || fail "a form that works, for slip $slips: $_typed" none
            # A Chinese session is answered in its own words.
            case $err in *' --'[a-z]* | *'huiyin '[a-z]*) fail "no English option or command for $_typed" "$err" ;; esac
            ;;
    esac
    if [ -n "$_then" ]; then
        eval "run as ${by:-chen} $_then"
        [ "$code" -eq 0 ] || fail "what was named to work when it is typed: $_then" "exit $code"
    fi
    is_as_before
}

# Nouns and verbs.
slip '投诉 登记 --方式 电话 --房号 3-502 --内容 漏水 --dry-run' '=TS-2026-0002'
slip '投诉登记 --方式 电话 --内容 漏水 --dry-run' '=TS-2026-0002'
slip '登记投诉 --方式 电话 --内容 漏水 --dry-run' '=TS-2026-0002'
slip 'ｃｏｍｐｌａｉｎｔ add --channel phone --text 漏水 --dry-run' '=TS-2026-0002'
slip 'Complaint Add --channel phone --text 漏水 --dry-run' '=TS-2026-0002'
slip '投诉 列表' '=TS-2026-0001'
slip '投诉 看 1' '=TS-2026-0001'
slip 'complaimt list' '2 是不是 投诉' '投诉 列表'
slip 'complaint lst' '2 huiyin 投诉 列表' '投诉 列表'
slip 'complaint view ts-1' '2 huiyin 投诉 查看' '投诉 查看 ts-1'
slip 'complaint new --channel phone --text x' '2 huiyin 投诉 登记' '投诉 登记 --方式 电话 --内容 x --dry-run'
slip '投诉 新建' '2 huiyin 投诉 登记' '投诉 登记 --方式 电话 --内容 x --dry-run'
slip 'complaint' '2 可用:登记' '投诉 登记 --方式 电话 --内容 x --dry-run'
slip 'edit ts-1' '2 huiyin 更正 ts-1 --内容 正确的内容 --理由 写错了' '更正 ts-1 --内容 正确的内容 --理由 写错了 --dry-run'
slip '修改 ts-1' '2 huiyin 更正 ts-1 --内容 正确的内容 --理由 写错了' '更正 ts-1 --内容 正确的内容 --理由 写错了 --dry-run'
slip '投诉 修改 ts-1' '2 huiyin 更正 ts-1 --内容 正确的内容 --理由 写错了' '更正 ts-1 --内容 正确的内容 --理由 写错了 --dry-run'
by=ma
slip 'delete ts-1' '2 huiyin 作废 ts-1 --理由 登记错误' '作废 ts-1 --理由 登记错误 --dry-run'
slip '删除 投诉1' '2 huiyin 作废 投诉1 --理由 登记错误' '作废 投诉1 --理由 登记错误 --dry-run'
slip 'repair delete bx-1' '2 huiyin 作废 bx-1 --理由 登记错误' '作废 bx-1 --理由 登记错误 --dry-run'
by=chen
slip 'complaint reopen ts-1' '2 huiyin 备注 ts-1 --内容 补充的内容' '备注 ts-1 --内容 补充的内容 --dry-run'
slip '投诉 重开 1' '2 huiyin 备注 ts-1 --内容 补充的内容' '备注 ts-1 --内容 补充的内容 --dry-run'
slip 'staff 修改 chen' '2 huiyin 职工 变更' '职工 变更 --用法'
slip '工单 列表' '2 派工单' '派工单 列表'
slip 'ticket list' '2 是不是 投诉' '投诉 列表'
slip '周报' '2 报表' '报表 时段 --自 2026-11-01 --至 2026-11-22'
slip '投诉 wibble' '2 列表' '投诉 列表'
slip 'wibble' '2 huiyin 帮助' '帮助'

# Options.
slip 'complaint add --channel phone --tel 13800008000 --text x' '2 --电话' '投诉 登记 --方式 电话 --电话 13800008000 --内容 x --dry-run'
slip 'complaint add --channel phone --room 3-502 --text x' '2 --房号' '投诉 登记 --方式 电话 --房号 3-502 --内容 x --dry-run'
slip 'complaint add --channel phone --name 张伟 --text x' '2 --姓名' '投诉 登记 --方式 电话 --姓名 张伟 --内容 x --dry-run'
slip 'complaint add --channel phone --content x' '2 --内容' '投诉 登记 --方式 电话 --内容 x --dry-run'
slip 'complaint add --channel phone --date 08:00 --text x' '2 --时间' '投诉 登记 --方式 电话 --时间 08:00 --内容 x --dry-run'
slip 'complaint add --chanel phone --text x' '2 --方式' '投诉 登记 --方式 电话 --内容 x --dry-run'
slip 'complaint add —channel phone --text x --dry-run' '=TS-2026-0002'
slip 'complaint add ——channel phone ——text x --dry-run' '=TS-2026-0002'
slip 'complaint add －－channel phone --text x --dry-run' '=TS-2026-0002'
slip 'complaint add --channel＝phone --text＝x --dry-run' '=TS-2026-0002'
slip 'complaint add --CHANNEL phone --TEXT x --dry-run' '=TS-2026-0002'
slip 'complaint add —方式 电话 —内容 x --dry-run' '=TS-2026-0002'
slip '投诉 登记 --方式=电话 --内容=x --试运行' '=TS-2026-0002'
slip '投诉 登记 --渠道 电话 --内容摘要 x --手机 13800008000 --试运行' '=TS-2026-0002'
slip 'complaint add --channel phone' '2 --内容' '投诉 登记 --方式 电话 --内容 x --dry-run'
slip 'complaint add --channel --text x' '2 --方式' '投诉 登记 --方式 电话 --内容 x --dry-run'
slip 'complaint add --channel phone 楼道灯不亮' '2 --内容' '投诉 登记 --方式 电话 --内容 楼道灯不亮 --dry-run'
slip 'complaint add --channel phone --text 楼道 灯' '2 加引号' "complaint add --channel phone --text '楼道 灯' --dry-run"

# Values.
slip 'complaint add --channel 电话 --text x --dry-run' '=TS-2026-0002'
slip 'complaint add --channel 来电 --text x --dry-run' '=TS-2026-0002'
slip 'complaint add --channel PHONE --text x --dry-run' '=TS-2026-0002'
slip 'complaint add --channel ｐｈｏｎｅ --text x --dry-run' '=TS-2026-0002'
slip 'complaint add --channel 微信 --text x' '2 可用:信函、电话、来访' '投诉 登记 --channel 电话 --via 微信 --内容 x --dry-run'
slip 'complaint add --channel phne --text x' '2 是不是「电话」?' '投诉 登记 --方式 电话 --内容 x --dry-run'
slip 'complaint add --channel 来访 --text x --phone 13800008000 --courtesy 让座，敬茶、倾听,安抚 --dry-run' '=TS-2026-0002'
slip 'complaint add --channel visit --text x --phone 13800008000' '4 2.2.3' 'complaint add --channel visit --text x --phone 13800008000 --courtesy seat,tea,heard,calmed --dry-run'
slip 'complaint add --channel phone --phone 张伟 --text x' '2 --电话' '投诉 登记 --方式 电话 --姓名 张伟 --内容 x --dry-run'
slip 'complaint add --channel phone --phone 无 --text x --dry-run' '=TS-2026-0002'
slip 'complaint add --channel phone --class 重大 --text x --dry-run' '=TS-2026-0002'
slip 'complaint add --channel phone --people ５ --text x --dry-run' '=TS-2026-0002'
slip 'complaint add --channel phone --people 五 --text x' '2 --人数' '投诉 登记 --方式 电话 --人数 5 --内容 x --dry-run'
slip 'repair add --channel 电话 --category 水暖 --text x --unit 1-1 --dry-run' '=BX-2026-0002'
slip 'repair add --channel phone --category plumbin --text x --unit 1-1' '2 是不是「水暖」?' '报修 登记 --方式 电话 --类别 水暖 --内容 x --房号 1-1 --dry-run'
slip 'repair add --channel phone --text x --unit 1-1' '2 --类别' '报修 登记 --方式 电话 --类别 其他 --内容 x --房号 1-1 --dry-run'
slip 'repair add --channel phone --category other --text x --dry-run' '=没有房号也没有位置'
slip 'repair add --channel phone --category other --text x --unit 1-1 --appointment "昨天 14:00" --dry-run' '=约定的上门时间在报修之前'
slip 'repair add --channel phone --category elevator --text x --unit 1-1 --appointment "明天 14:00"' '4 4.5' 'repair add --channel phone --category elevator --text x --unit 1-1 --dry-run'
slip 'complaint add --channel phone --phone 13800008000 --unit 3-502 --text 热水时有时无 --dry-run' '=像是登记了两次'

# People.
slip 'complaint assign ts-1 --to 陈静 --dry-run' '=TS-2026-0001'
slip '投诉 转交 1 --交给 李雷 --试运行' '=TS-2026-0001'
slip 'complaint assign ts-1 --to 陈景' '3 是不是 陈静?' 'complaint assign ts-1 --to 陈静 --dry-run'
slip 'complaint assign ts-1 --to chne' '3 chen' 'complaint assign ts-1 --to chen --dry-run'
slip 'complaint list --holder 李雷 --open' '=没有符合条件的'
slip 'complaint list --holder 孙红' '=没有符合条件的'
slip 'order dispatch bx-1 --to 吴刚' '4 4.1' 'order cancel pg-1 --reason 派错人 --dry-run'
slip 'complaint close ts-1 --outcome 好了 --by 李雷' '2 --经手人' '投诉 查看 ts-1'

# Numbers.
slip 'complaint show TS20260001' '=TS-2026-0001'
slip 'complaint show ts—1' '=TS-2026-0001'
slip 'complaint show TS－1' '=TS-2026-0001'
slip 'complaint show 投诉1' '=TS-2026-0001'
slip 'complaint show ｔｓ１' '=TS-2026-0001'
slip 'complaint show ts_1' '=TS-2026-0001'
slip 'complaint show 1' '=TS-2026-0001'
slip 'complaint show １' '=TS-2026-0001'
slip 'complaint show ts-0001' '=TS-2026-0001'
slip 'complaint show bx-1' '2 huiyin 报修 查看 BX-2026-0001' '报修 查看 bx-1'
slip 'complaint show ts-12' '3 TS-2026-0001' 'complaint show TS-2026-0001'
slip 'note 1 --text x' '2 ts-1' 'note ts-1 --text x --dry-run'
slip 'complaint show 二' '2 TS-1' 'complaint show TS-1'

# Times.
slip 'complaint add --channel phone --text x --at 今早8点 --dry-run' '=2026-11-23T08:00:00'
slip 'complaint add --channel phone --text x --at 昨晚10点 --dry-run' '=2026-11-22T22:00:00'
slip 'complaint add --channel phone --text x --at 刚才 --dry-run' '=2026-11-23T09:00:00'
slip 'complaint add --channel phone --text x --at 半小时前 --dry-run' '=2026-11-23T08:30:00'
slip 'complaint add --channel phone --text x --at ０８：３０ --dry-run' '=2026-11-23T08:30:00'
slip 'complaint add --channel phone --text x --at 今天8点' '2 今天 08:00' 'complaint add --channel phone --text x --at "今天 08:00" --dry-run'
slip 'complaint add --channel phone --text x --at 昨天' '2 昨天 09:00' 'complaint add --channel phone --text x --at "昨天 09:00" --dry-run'
slip 'complaint add --channel phone --text x --at 30m' '2 30' 'complaint add --channel phone --text x --at "30min ago" --dry-run'
slip 'complaint add --channel phone --text x --at "明天 14:00"' '4 1.6' 'complaint add --channel phone --text x --dry-run'
slip 'repair add --channel phone --category other --text x --unit 1-1 --appointment 明天下午2点 --dry-run' '=2026-11-24 14:15'
slip 'repair add --channel phone --category other --text x --unit 1-1 --appointment 下周一' '2 下周一 09:00' 'repair add --channel phone --category other --text x --unit 1-1 --appointment "下周一 09:00" --dry-run'
slip 'repair add --channel phone --category other --text x --unit 1-1 --appointment 2小时后 --dry-run' '=2026-11-23 11:15'
slip '投诉 列表 --自 昨天 --至 今天' '=TS-2026-0001'

[ "$slips" -ge 90 ] || fail 'ninety slips' "$slips"
