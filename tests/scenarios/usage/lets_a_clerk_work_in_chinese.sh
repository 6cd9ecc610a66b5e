#!/bin/sh
# A clerk's first hour in Chinese words only, from `huiyin` alone to a shift handed over, each line as she
# would type it: nouns, verbs, options, values, colleagues by name, times as they are said.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 08:00:00'
exits 0 huiyin policy set identity.shared_logins "$admin"
exits 0 huiyin area add 水泵房
knows_all chen li

# 陈静 WORDS…: she types it
chinese() {
    _who=$1
    shift
    huiyin --操作人 "$_who" "$@"
}
accepts_in_chinese() { accepts chinese "$@"; }

# Who she is here, and where to go on.
exits 0 chinese 陈静 概况
accepts_in_chinese 陈静 值班 上岗
zb=$no
accepts_in_chinese 陈静 值班 记事 早班接岗,一切正常

clock '2026-11-23 08:10:00'
accepts_in_chinese 陈静 投诉 登记 --方式 电话 --姓名 张伟 --电话 13800008000 --房号 3号楼502室 --类别 噪声 \
    --内容 '楼上夜里敲打' --时间 今早8点
same number TS-2026-0001 "$no"
accepts_in_chinese 陈静 投诉 转交 1 --交给 陈静
accepts_in_chinese 陈静 投诉 调查 1 --调查情况 '现场查看属实'
accepts_in_chinese 陈静 投诉 意见 1 --内容 '约定晚八点后停工'
accepts_in_chinese 陈静 投诉 答复 1 --内容 '已约定晚八点后停工,感谢您的反映' --方式 电话
shows '.channel == "phone" and .from == "张伟" and .unit == "3号楼502室" and .holder == "chen"
    and .opened_at == "2026-11-23T08:00:00+08:00"' huiyin --as chen complaint show ts-1

clock '2026-11-23 08:20:00'
accepts_in_chinese 陈静 投诉 登记 --方式 来访 --房号 1-101 --内容 '垃圾没人清' --接待 让座,敬茶,倾听,安抚
accepts_in_chinese 陈静 备注 投诉2 --内容 '业主留了照片'
accepts_in_chinese 陈静 报修 登记 --方式 电话 --类别 水暖 --房号 2-301 --电话 13700007000 --内容 '水龙头漏水' \
    --预约 '明天下午2点'
accepts_in_chinese 陈静 派工单 派工 报修1 --维修人员 吴刚
accepts_in_chinese 吴刚 派工单 到场 1
accepts_in_chinese 吴刚 派工单 开工 1 --维修内容 '更换垫圈' --认可人 李霞
accepts_in_chinese 吴刚 派工单 完工 1 --完成情况 '已更换,试水不漏'
accepts_in_chinese 吴刚 派工单 签字 1 --签字人 李霞
accepts_in_chinese 陈静 派工单 交回 1 --交给 陈静
accepts_in_chinese 陈静 报修 办结 1 --处理结果 '已修好'

clock '2026-11-23 08:30:00'
exits 0 chinese 陈静 回访 待办 --全文
prints 张伟
prints 13800008000
accepts_in_chinese 陈静 回访 登记 投诉1 --方式 上门 --是否满意 满意 --签名 张伟 --是否解决 是
accepts_in_chinese 陈静 投诉 办结 1 --处理结果 '已恢复安静'
accepts_in_chinese 孙红 回访 登记 报修1 --方式 电话 --是否满意 满意
# She wrote a home wrong: it is put right, and what it was stays.
accepts_in_chinese 陈静 更正 投诉2 --房号 1-102 --理由 写错了
exits 0 chinese 陈静 审计 经过 投诉2 --只看更正
prints '1-101 → 1-102'

clock '2026-11-23 08:50:00'
accepts_in_chinese 陈静 值班 巡查 水泵房 --结果 正常
accepts_in_chinese 陈静 值班 交班 --接班人 李雷 --向谁汇报 马丽 --物品 '对讲机=2,钥匙=14' --交代事项 '投诉2 待办'
shows '.shift == "ZB-2026-0002" and .on == "li"' huiyin duty status
exits 0 chinese 李雷 投诉 列表 --在办
prints TS-2026-0002
