#!/bin/sh
# A format is what its Chinese name says, wherever a document is asked for; what is none is refused.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 10:00:00'
a_complaint
exits 0 as chen 投诉 列表 --格式 网页
prints '<!DOCTYPE html>'
exits 0 as chen complaint list --format=网页 --lang en
prints '<!DOCTYPE html>'
exits 0 as chen 投诉 列表 --格式 文字
never_prints '<'
exits 0 as chen 表单 空白 派工单 --格式 网页 --输出 "$scratch/form.html"
grep -q '<!DOCTYPE html>' "$scratch/form.html" || fail 'a page' "$(head -c 80 "$scratch/form.html")"
rejects 2 as chen 投诉 列表 --格式 图片
exits 0 as chen 投诉 列表 --格式 工作簿 --输出 "$scratch/list.xlsx"
same 'a workbook' PK "$(head -c 2 "$scratch/list.xlsx")"

# Each record has one name for an option, and takes what the others call it.
accepts as chen 投诉 登记 --投诉方式 电话 --投诉人 张伟 --电话 13800008000 --房号 3-502 --内容 楼道灯不亮
shows '.from == "张伟"' as chen complaint show "$no" --reveal
accepts as chen 报修 登记 --报修方式 电话 --类别 水暖 --报修人 张伟 --电话 13800008000 --内容 水龙头滴水 --预约答复时间 2小时后
rejects 2 as chen 投诉 登记 --方式 微信 --内容 楼道灯不亮
tells --实际来源
accepts as chen 投诉 登记 --方式 信函 --实际来源 微信 --内容 楼道灯不亮
# What stands behind an option that there is not is likely its value.
rejects 2 as chen 投诉 登记 --方式 信函 --内容 灯 --没有 这个
tells '没有选项「--没有」'
never_tells 多余的参数

# A command of another noun is told, and is one.
rejects 2 as chen 报修 派工 1 --交给 吴刚
tells 'huiyin 派工单 派工'
rejects 2 as chen 投诉 更正 1 --房号 3-503
tells '是不是 huiyin 更正'
rejects 2 as chen repair dispatch 1 --to wu --lang en
tells 'huiyin order dispatch'

printf 'channel,text\nletter,灯\n' >"$scratch/登记表.csv"
rejects 2 as chen 批量 "$scratch/登记表.csv"
tells '是表格'
accepts as chen 批量 --表格 '投诉 登记' "$scratch/登记表.csv"
exits 0 huiyin policy set callback.partly_closes 是 --reason 试行
exits 0 huiyin policy set suggestion.rate 无 --reason 试行
rejects 2 huiyin policy set callback.partly_closes 也许 --reason 试行
tells '写 是 或 否'
