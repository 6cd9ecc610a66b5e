# Writes a day of 300 repairs by 12 technicians as a batch file, on purpose with all that goes wrong:
# late arrivals, deferrals, reworks, missing signatures, cancelled orders, callbacks never made.
# A linear congruential generator, so that the day is the same wherever awk is.

function random(n) {
    seed = seed * 16807 % 2147483647
    return int(seed / 8) % n
}
# at SECONDS: so long after Tuesday began
function at(s) {
    return sprintf("--at \"2026-11-%02d %02d:%02d:%02d\"", 24 + int(s / 86400), int(s / 3600) % 24, int(s / 60) % 60, s % 60)
}
function say(s, line) {
    if (s <= last_moment) print line " " at(s) " --late-reason 停电补录"
    return s <= last_moment
}
# One of the offsets listed, the limit and the second after it among them.
function one_of(list, choices, count) {
    count = split(list, choices, " ")
    return choices[random(count) + 1]
}
function calls(how) {
    return sprintf("repair add --channel phone --phone 138%08d --unit %s --category %s --text \"第%d件,请来修一下\"%s",
        n, unit, category, n, how)
}

BEGIN {
    seed = 20261124
    last_moment = 6 * 86400  # Monday at midnight
    split("electrical plumbing furniture door-window appliance service elevator water-supply", categories, " ")
    for (n = 1; n <= 300; ++n) {
        came = n * 287
        technician = n % 12 + 1
        category = categories[random(8) + 1]
        unit = (n % 9 + 1) "-" (100 + n)
        of = n - 96  # eight hours before, by the same technician
        rework = promised = 0
        if (n % 15 < 2 && of in finished && finished[of] < came) {  # the same home and category again
            rework = n % 15 == 0
            category = kind[of]
            unit = home[of]
            say(came, calls(rework ? " --rework-of bx-" of : " --not-rework 另一处坏了"))
        } else {
            promised = random(10) || category ~ /elev|water/ ? 0 : 3600 * (1 + random(30))
            say(came, calls(promised ? " --appointment " substr(at(came + promised), 6) : ""))
        }
        kind[n] = category
        home[n] = unit
        now = came + one_of("60 120 240 300 301 420")
        say(now, "order dispatch bx-" n " --to t" technician)
        by = " --by t" technician

        if (random(25) == 0) {  # the resident mended it
            now = came + one_of("600 899 900 901")
            say(now, "order cancel pg-" n " --reason 业主自行修好")
            say(now, "repair close bx-" n " --outcome 业主自行修好")
            continue
        }
        now = came + one_of("480 600 720 899 900 900 901 1500")
        if (promised && random(2)) now = came + promised + one_of("0 899 900 901")
        if (random(60) == 0) continue  # nobody came
        say(now, "order arrive pg-" n by)
        now += 60
        say(now, "order start pg-" n " --content 检修 --agreed-by 业主" by)

        if (random(5) == 0) {  # not today
            fault = one_of("difficult parts major")
            now += 600
            say(now, "order defer pg-" n " --fault " fault " --reason 待查 --eta \"2026-11-28 12:00\"" by)
            if (fault != "major" && random(4) == 0) {
                now = came + one_of("86400 172800 172801")
                say(now, "order defer pg-" n " --fault major --reason 查明是大故障 --eta \"2026-11-28 12:00\"" by)
            }
            done = came + one_of("43200 169200 172799 172800 172801 216000 259199 259200 259201 999999")
            if (done <= now) done = now + 60
            if (random(2)) {
                say(done - 30, "order arrive pg-" n by)
                say(done - 20, "order start pg-" n " --content 检修 --agreed-by 业主" by)
            }
            now = done
        } else {
            now += one_of("600 1800 3600 14340 14341 18000")
        }
        apology = rework ? " --apology 给您添麻烦了" : ""
        if (!say(now, "order finish pg-" n " --result 修好了" apology by)) continue
        finished[n] = now

        signature = random(10)
        now += 30
        if (signature > 1) {
            say(now, "order sign pg-" n " --by-resident 业主" by)
        } else if (signature == 1) {
            say(now, "order sign pg-" n " --refused 先用几天再说 --witness 邻居" by)
        }
        now += 1800
        say(now, "order return pg-" n " --to chen" (signature ? "" : " --as-happened 业主不在家"))
        asked = finished[n] + one_of("7200 86400 259199 259200 259201 300000 999999 999999")
        if (random(12) == 0) {
            say(asked, "--as sun callback attempt bx-" n " --method phone --note 无人接听")
            continue
        }
        answer = one_of("yes yes yes partly no")
        if (say(asked, "--as sun callback log bx-" n " --method phone --satisfied " answer " --note 询问质量") && random(2))
            say(asked + 60, "repair close bx-" n " --outcome 已修好")
    }
}
