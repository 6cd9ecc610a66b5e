# Writes three weeks of an office as a batch file, Monday 2026-11-02 to Sunday 2026-11-22: every noun,
# some of it late, some of it explained, some of it hostile. What varies comes of a sequence
# that begins with `seed`, so it is the same file each time.

function dice(n) { seed = (seed * 4093 + 12347) % 65536; return int(seed / 16) % n }
function pick(list,    parts) { return parts[dice(split(list, parts, " ")) + 1] }
function at(s) {
    return sprintf("'2026-11-%02d %02d:%02d:%02d'", 2 + int(s / 86400), int(s / 3600) % 24, int(s / 60) % 60, s % 60)
}
# Nothing has happened yet that lies past the last Sunday.
function say(s, who, line) { if (s < over) print "--as " who " " line " --at " at(s) " --late-reason 月末补录" }
function made(kind) { return sprintf("%s-2026-%04d", kind, ++count[kind]) }
function resident() {
    return " --unit " pick("1 2 3 5") "-" (dice(6) + 1) "0" (dice(3) + 1) " --phone 1390000" sprintf("%04d", dice(10000)) \
        " --from " pick("张伟 李敏 王芳 刘洋 陈杰 杨丽 赵磊 黄静 周强 吴艳")
}
# Office hours of the next day.
function tomorrow(s) { return (int(s / 86400) + 1) * 86400 + 32400 + dice(28) * 900 }

function called_back(no, s,    method) {
    made("HF")
    if (dice(5) < 2)
        say(s, "sun", "callback log " no " --method visit --satisfied yes --resolved " (sheets % 7 == 3 ? "no" : "yes") \
            " --signed-by 业主本人 --form-no H" ++sheets)
    else
        say(s, "sun", "callback log " no " --method phone --satisfied yes --note 询问处理结果")
}

function complaint(s,    ts, kind, channel, took, back) {
    kind = dice(3) == 0 ? 1 : dice(8) + 1
    channel = pick("phone phone visit letter")
    ts = made("TS")
    say(s, "chen", "complaint add --channel " channel (channel == "visit" ? " --courtesy seat,tea,heard,calmed" : "") resident() \
        (count["TS"] % 5 == 2 ? " --via 12345 --hotline-no GD-" count["TS"] : "") \
        " --category " category[kind] " --class " dice(3) + 1 " --text '" words[kind] "'")
    say(s + 600, "chen", "complaint assign " ts " --to sun")
    # Most within half a day; one in eight past its limit.
    took = dice(8) == 0 ? 88200 + dice(20) * 1800 : 3600 + dice(22) * 1800
    say(s + took, "sun", "complaint settle " ts " --findings 现场查看属实 --opinion 当日处理 --reply 已处理完毕,感谢您的反映 --method phone")
    back = tomorrow(s + took)
    called_back(ts, back)
    if (dice(4) > 0) say(back + 1800, "chen", "complaint close " ts " --outcome 已解决")
}

function repair(s, again,    bx, pg, kind, who, t) {
    kind = dice(7) + 1
    bx = made("BX")
    pg = made("PG")
    who = again ? before : pick("wu he")
    before = who
    say(s, "chen", "repair add --channel phone --category " trade[kind] (again ? " --rework-of " again : "") resident() " --text " fault[kind])
    say(s + 180, "chen", "order dispatch " bx " --to " who)
    # Fifteen minutes are allowed.
    t = s + (dice(7) == 0 ? 1080 + dice(10) * 120 : 300 + dice(10) * 60)
    say(t, who, "order arrive " pg)
    say(t + 120, who, "order start " pg " --content 检查并修复 --agreed-by 业主")
    if (dice(6) == 0) {
        say(t + 1200, who, "order defer " pg " --fault parts --reason 缺配件 --eta " at(t + 86400))
        t += 1200 + (dice(3) == 0 ? 280000 : 90000)
        say(t, who, "order arrive " pg)
        say(t + 60, who, "order start " pg " --content 装上配件 --agreed-by 业主")
    }
    t += 1800 + dice(8) * 600
    say(t, who, "order finish " pg " --result 已修好并试用" (again ? " --apology 上次没有修好,抱歉" : ""))
    say(t + 300, who, "order sign " pg " --by-resident 业主")
    say(t + 3600, "chen", "order return " pg " --to chen")
    t = tomorrow(t)
    called_back(bx, t)
    if (dice(3) > 0) say(t + 1200, "chen", "repair close " bx " --outcome 已修好")
    return bx
}

function watch(    n, who, next_one, s) {
    for (n = 0; n < 42; ++n)
        say(0, "ma", "duty schedule --who " officer[n % 3 + 1] " --from " at(n * 43200 + 28800) " --to " at(n * 43200 + 72000) \
            " --kind " (n % 2 ? "overnight" : "day"))
    say(28800, officer[1], "duty start")
    for (n = 0; n < 42; ++n) {
        s = n * 43200 + 28800
        who = officer[n % 3 + 1]
        next_one = officer[(n + 1) % 3 + 1]
        if (n == 31) s += 7200
        say(s + 3600, who, "duty patrol 水泵房 --result ok")
        if (n != 36) say(s + 7200, who, "duty patrol 配电室 --result ok")
        if (n == 33) { say(s + 9000, who, "duty patrol 水泵房 --result fault --note 阀门渗水 --repair water-supply"); made("BX"); leak = no_of("BX") }
        say(s + 10800, who, "duty log 巡视正常,大门已锁")
        s = (n + 1) * 43200 + 28800
        # The post is left on the second Wednesday evening, and taken two hours later.
        if (n == 30) { say(s, who, "duty end"); say(s + 7200, next_one, "duty start") }
        else say(s, who, "duty handover --to " next_one " --reported-to ma --items '对讲机=2,钥匙=14'")
    }
}
function no_of(kind) { return sprintf("%s-2026-%04d", kind, count[kind]) }

BEGIN {
    if (!seed) seed = 20261
    over = 21 * 86400
    split("噪声|卫生|水电|停车|电梯|照明|邻里|绿化", category, "|")
    split("楼上夜里装修,孩子睡不着|楼道垃圾三天没人清|晚上十点以后总停水|消防通道总有车停|电梯里的灯坏了一周|三楼走廊漆黑一片|隔壁养狗不牵绳|草坪踩出了一条路", words, "|")
    split("plumbing electrical door-window furniture appliance public-area elevator", trade, " ")
    split("水龙头滴水 插座没电 窗户关不严 衣柜门掉了 热水器不出热水 单元门关不上 电梯停在三楼", fault, " ")
    split("wu he li", officer, " ")
    watch()
    for (day = 0; day < 21; ++day) {
        for (n = 2 + dice(3) - (day % 7 > 4); n > 0; --n) complaint(day * 86400 + 30600 + dice(36) * 900)
        for (n = 2 + dice(3); n > 0; --n) last = repair(day * 86400 + 27000 + dice(50) * 900)
        if (day == 9) repair((day + 1) * 86400 + 50000, last)
    }
    week = 14 * 86400
    # Nobody to call back, and two things no page or sheet may take for more than words.
    made("TS"); say(week + 40000, "chen", "complaint add --channel letter --category 卫生 --text '<script>alert(1)</script> & \"引号\"'")
    made("TS"); say(week + 41000, "chen", "complaint add --channel letter --category 噪声 --text '=cmd|calc!A0'")
    # Opinions, a survey, an open letter, a call for help.
    made("JY"); say(week + 36000, "chen", "suggestion add --kind suggestion --channel round --unit 4-101 --text 门厅装一把长椅")
    say(week + 36600, "chen", "assign JY-2026-0001 --to sun")
    say(week + 50000, "sun", "suggestion answer JY-2026-0001 --method visit --courtesy thanks --text 谢谢您,已报采购")
    made("JY"); say(week + 122400, "chen", "suggestion add --kind opinion --channel phone --phone 13900001111 --text 开水房早半小时开门")
    say(week + 90000, "sun", "survey issue --title 食堂与热水 --count 120")
    say(week + 400000, "sun", "survey return WJ-2026-0001 --count 96 --satisfied 80 --dissatisfied 16")
    say(week + 250000, "wu", "assist add --unit 2-302 --text 钥匙锁在屋里")
    say(week + 251200, "wu", "assist close QZ-2026-0001 --outcome 已用备用钥匙开门")
    # A fire on Thursday night, told to the head two hours late.
    fire = week + 3 * 86400 + 75600
    print "--as he event report --category 2 --text 三楼厨房起火,已扑灭 --place 3号楼 --form phone --to ma --happened " at(fire) \
        " --learned " at(fire + 60) " --casualties 1 --loss 3000 --urgent --at " at(fire + 300) " --late-reason 月末补录"
    say(fire + 360, "he", "event alarm ZD-2026-0001 --called 119")
    say(fire + 7500, "ma", "event relay ZD-2026-0001 --to tao --form phone")
    say(fire + 36000, "ma", "event supplement ZD-2026-0001 --form written --to tao --text 初步原因:油锅过热")
    say(fire + 37000, "tao", "event comfort ZD-2026-0001 --text 上门慰问住户并说明处理")
    say(fire + 90000, "ma", "event close ZD-2026-0001 --outcome 已检修排烟管道,住户返家")
    # Somebody did not do his work, and that was looked into.
    made("CL"); say(week + 130000, "ma", "conduct record wu --kind other-manner --text 与住户说话不耐烦")
    say(week + 300000, "tao", "conduct decide " no_of("CL") " --decision 批评教育")
}
