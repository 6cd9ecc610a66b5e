# An office's lines for one batch, one in a hundred of them wrong, in every way there is:
#
#   awk -v seed=1 -v count=10000 -v form=lines|csv -v expected=FILE -f lines.awk
#
# `expected` gets a row for each wrong line: its number, the word of its error, and, divided by |, what
# the answer must say: the option or column, the clause, what to do. Its last row counts the good ones.

# The same sequence in every awk.
function chance(n) {
    state = (state * 16807) % 2147483647
    return state % n
}

function wrong(error, says, line) {
    printf "%d\t%s\t%s\n", place, error, says >expected
    return line
}

# ---------------------------------------------------------------- as lines

function good_line(  kind) {
    kind = chance(8)
    if (kind == 0) return "   # 值班员的笔记"
    if (kind == 1) return ""
    ++good
    if (kind == 2) return "complaint add --channel letter --text '楼道灯\"又\"不亮'"
    if (kind == 3) return "complaint add --channel phone --phone 138" 10000000 + place " --text '水压不足'"
    if (kind == 4) return "complaint add --unit " 1 + chance(9) "-" 100 + chance(400) " --channel letter --text 长椅\\ 坏了"
    if (kind == 5) return "repair add --channel phone --category plumbing --unit 2-301 --text \"水龙头\\\"滴水\\\"\""
    if (kind == 6) return "suggestion add --kind suggestion --channel round --unit 4-101 --text '装长椅' # 巡视"
    return "complaint add --channel=letter --category 噪声 --text '夜里敲打' --at 08:30"
}

function bad_line(kind,  letter) {
    letter = "complaint add --channel letter --text "
    if (kind == 0) return wrong("usage", "'complain'|did you mean complaint", "complain add --channel letter --text 甲")
    if (kind == 1) return wrong("usage", "no verb 'ad'|add", "complaint ad --channel letter --text 甲")
    if (kind == 2) return wrong("usage", "--chanel|did you mean --channel", "complaint add --chanel letter --text 甲")
    if (kind == 3) return wrong("usage", "--text is missing|write --text", "complaint add --channel letter")
    if (kind == 4) return wrong("usage", "--channel cannot be 'fax'|letter|visit", "complaint add --channel fax --text 甲")
    if (kind == 5) return wrong("usage", "--at|25:00|yesterday 18:30", letter "甲 --at 25:00")
    if (kind == 6) return wrong("usage", "--at|06:30|18:30", letter "甲 --at 6:30")
    if (kind == 7) return wrong("usage", "--people cannot be 'zero'|whole number", letter "甲 --people zero")
    if (kind == 8) return wrong("refused", "2.2.3|complaint.courtesy|--courtesy", "complaint add --channel visit --unit 3-502 --text 甲 --courtesy seat,tea")
    if (kind == 9) return wrong("not-found", "TS-2026-99999|the last one of that year is TS-2026-", "complaint assign ts-99999 --to sun")
    if (kind == 10) return wrong("not-permitted", "wu|it is for", "--as wu complaint assign ts-99999 --to sun")
    if (kind == 11) return wrong("key-conflict", "--key taken|another --key", letter "'另一封信' --key taken")
    if (kind == 12) return wrong("usage", "the quote ' is not closed|close it", letter "'没有收尾")
    if (kind == 13) return wrong("usage", "--text|not valid UTF-8|as UTF-8", letter "'坏字节\377\376'")
    if (kind == 14) return wrong("usage", "--text|control character|take that character out", letter "'响\007铃'")
    if (kind == 15) return wrong("usage", "complaint list records nothing|remove this line", "complaint list")
    if (kind == 16) return wrong("usage", "unexpected argument: 'ts-2'|quote", "complaint assign ts-99999 ts-2 --to sun")
    if (kind == 17) return wrong("not-found", "'nobdy'|staff list", letter "甲 --by nobdy")
    if (kind == 18) return wrong("usage", "--text was given 2 times|once", letter "甲 --text 乙")
    return wrong("refused", "record.|to fix it", letter "甲 --at '2026-12-31 10:00'")
}

# ---------------------------------------------------------------- as a table

function row(channel, text, unit, phone, people, at, by, courtesy, key) {
    return channel "," text "," unit "," phone "," people "," at "," by "," courtesy "," key
}

function good_row(  kind) {
    ++good
    kind = chance(5)
    if (kind == 0) return row("letter", "\"楼道灯,\"\"又\"\"不亮\"", "", "", "", "", "", "", "k-" place)
    if (kind == 1) return row("phone", "水压不足", "", "138" 10000000 + place, "", "08:30", "", "", "")
    if (kind == 2) return row("letter", "=1+1", 1 + chance(9) "-" 100 + chance(400), "", 2, "", "", "", "")
    if (kind == 3) return row("visit", "外墙渗水", "5-505", "", "", "", "li", "\"seat,tea,heard,calmed\"", "")
    return row("letter", "\"第一行\r\n第二行\"", "", "", "", "", "", "", "")
}

function bad_row(kind) {
    if (kind == 0) return wrong("usage", "channel cannot be 'fax'|letter|visit", row("fax", "甲", "", "", "", "", "", "", ""))
    if (kind == 1) return wrong("usage", "--text is missing|write --text", row("letter", "", "", "", "", "", "", "", ""))
    if (kind == 2) return wrong("usage", "at:|25:00|yesterday 18:30", row("letter", "甲", "", "", "", "25:00", "", "", ""))
    if (kind == 3) return wrong("usage", "at:|06:30|18:30", row("letter", "甲", "", "", "", "6:30", "", "", ""))
    if (kind == 4) return wrong("usage", "people cannot be 'zero'|whole number", row("letter", "甲", "", "", "zero", "", "", "", ""))
    if (kind == 5) return wrong("refused", "2.2.3|complaint.courtesy|--courtesy", row("visit", "甲", "3-502", "", "", "", "", "\"seat,tea\"", ""))
    if (kind == 6) return wrong("key-conflict", "--key used|another --key", row("letter", "另一封信", "", "", "", "", "", "", "used"))
    if (kind == 7) return wrong("usage", "text:|not valid UTF-8|as UTF-8", row("letter", "坏字节\377\376", "", "", "", "", "", "", ""))
    if (kind == 8) return wrong("usage", "text:|control character|take that character out", row("letter", "响\007铃", "", "", "", "", "", "", ""))
    if (kind == 9) return wrong("not-found", "'nobdy'|staff list", row("letter", "甲", "", "", "", "", "nobdy", "", ""))
    if (kind == 10) return wrong("usage", "11 cells for 9 columns|quote", row("letter", "甲,乙,丙", "", "", "", "", "", "", ""))
    if (kind == 11) return wrong("usage", "channel cannot be|people cannot be|at:", row("telex", "甲", "", "", "0", "noon", "", "", ""))
    if (kind == 12) return wrong("usage", "at: 46349.375|2026-11-23 09:00", row("letter", "甲", "", "", "", "46349.375", "", "", ""))
    if (kind == 13) return wrong("usage", "at is '########'|too narrow|widen", row("letter", "甲", "", "", "", "########", "", "", ""))
    if (kind == 14) return wrong("usage", "unit is '#N/A'|a formula|empty the cell", row("letter", "甲", "#N/A", "", "", "", "", "", ""))
    return wrong("refused", "record.|to fix it", row("letter", "甲", "", "", "", "2026-12-31 10:00", "", "", ""))
}

# ---------------------------------------------------------------- the file

BEGIN {
    state = seed
    table = form == "csv"
    kinds = table ? 16 : 20
    place = 1
    if (table) {
        printf "\357\273\277channel,text,unit,phone,people,at,by,courtesy,key\r\n"
        printf "letter,一封信,,,,,,,used\r\n"
        place = 2
    } else print "complaint add --channel letter --text '一封信' --key taken"
    good = 1
    while (place < count) {
        ++place
        if (place % 100 == 3) at = place + 1 + chance(95)
        if (place == at) line = table ? bad_row(errors++ % kinds) : bad_line(errors++ % kinds)
        else line = table ? good_row() : good_line()
        printf "%s%s", line, table ? "\r\n" : "\n"
    }
    printf "%d\n", good >expected
}
