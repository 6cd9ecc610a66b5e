# Writes a month of duty by six officers as a batch file: three shifts a day from the first of November,
# each handed over on the hour, both key areas inspected, the log kept. On purpose some go wrong; what
# does is named in the arrays below, by the running number of the shift.

function at(s) {
    return sprintf("\"2026-%02d-%02d %02d:%02d:%02d\"", 11 + int(s / 2592000), int(s / 86400) % 30 + 1, int(s / 3600) % 24, int(s / 60) % 60, s % 60)
}
function say(s, who, line) { print "--as " who " " line " --at " at(s) late }
function officer(n) { return "d" n % 6 + 1 }
function works(n, s) {
    if (n != unpatrolled) say(s + 3600, on, "duty patrol 水泵房 --result ok")
    say(s + 7200, on, "duty patrol 配电室 --result ok")
    say(s + 10800, on, "duty log 巡视正常")
}

BEGIN {
    late = " --late-reason 月末补录"
    shifts = 90
    unpatrolled = 17
    refused = 25      # its officer finds two keys missing and does not accept; the other stays on
    substituted = 33  # by the next but one
    second = 41       # one second unmanned before it
    hours = 55        # three hours unmanned before it, and a missed post
    collapsed = 68    # taken ill after two hours, found two hours later
    for (n = 0; n < shifts; ++n)
        print "--as ma duty schedule --who " officer(n) " --from " at(n * 28800) " --to " at((n + 1) * 28800) " --kind " (n % 3 == 2 ? "overnight" : "day") " --at " at(0) late
    on = officer(0)
    say(0, on, "duty start")
    for (n = 0; n < shifts; ++n) {
        begin = n * 28800
        if (n == second) begin += 1
        if (n == hours) begin += 10800
        works(n, begin)
        end = (n + 1) * 28800
        if (n + 1 == shifts) {
            say(end - 1, on, "duty log 月末,由下月排班接岗")
            break
        }
        relief = officer(n + 1)
        if (n + 1 == second || n + 1 == hours) {
            say(end, on, "duty end")
            on = relief
            say(n + 1 == second ? end + 1 : end + 10800, on, "duty start")
        } else if (n + 1 == refused) {
            say(end, on, "duty handover --to " relief " --reported-to ma --refused 钥匙少两把")
            say(end + 600, on, "duty handover --to " relief " --reported-to ma --items 钥匙=14")
            on = relief
        } else if (n + 1 == substituted) {
            stand_in = officer(n + 3)
            say(end, on, "duty handover --to " stand_in " --reported-to ma --substitute-for " relief " --reason 请假")
            on = stand_in
        } else if (n == collapsed) {
            # What was written so far ended at three hours; he is found at five, gone since four.
            finder = officer(n + 2)
            say(begin + 18000, finder, "duty takeover --since " at(begin + 14400) " --reason ill")
            on = finder
            say(begin + 21600, on, "duty patrol 水泵房 --result ok")
            say(begin + 21600, on, "duty patrol 配电室 --result ok")
            say(begin + 25200, on, "duty log 送医")
            say(end, on, "duty handover --to " relief " --reported-to ma")
            on = relief
        } else {
            say(end, on, "duty handover --to " relief " --reported-to ma")
            on = relief
        }
    }
}
