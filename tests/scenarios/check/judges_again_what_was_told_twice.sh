#!/bin/sh
# What is probably the same thing told twice (clause 2.2.7) is on the record of the first one: whether it is void, what was
# said and where, and whether its words are gone.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../verdicts.sh"
office
rule=record.twice

# told UNIT TEXT: a suggestion, answered and closed at this second; its number is $jy
told() {
    accepts as chen suggestion add --kind suggestion --channel phone --unit "$1" --text "$2"
    jy=$no
    accepts as chen suggestion answer "$jy" --text '谢谢您' --method phone --courtesy thanks
    accepts as chen suggestion close "$jy" --outcome '已答复'
}
# pair UNIT TEXT UNIT TEXT: the first and, five minutes later, the second
pair() {
    told "$1" "$2"
    first=$jy
    told "$3" "$4"
    second=$jy
}
clock '2026-11-24 09:00:00'
pair 3-501 '路灯早一点亮' '3栋501' '路灯早一点亮'
void=$first of_void=$second
pair 3-502 '路灯早点亮' '3栋502' '路灯早一点亮'
text=$first of_text=$second
pair 3-513 '路灯早一点亮' 3-503 '路灯早一点亮'
home=$first of_home=$second
pair 3-504 '张伟说路灯早一点亮' 3-504 '张伟说路灯早一点亮'
erased=$first of_erased=$second
pair 3-505 '路灯早早亮' 3-505 '路灯早一点亮'
redacted=$first of_redacted=$second
told 3-506 '路灯早一点亮'
time=$jy
clock '2026-11-24 09:10:01'
told 3-506 '路灯早一点亮'
of_time=$jy

clock '2026-11-30 09:00:00'
files_the_week
# What it finds turns on words, so that no verdict on it is kept.
has_none "$of_void" "$of_erased"
finds "$rule" "$of_void" ".detail.other == \"$void\""
finds "$rule" "$of_erased"
keeps_no "$rule" "$of_text"
keeps_no "$rule" "$of_home"
keeps_no "$rule" "$of_redacted"
keeps_no "$rule" "$of_time"

accepts as ma void "$void" --reason '登记重复'
finds_no "$rule" "$of_void"
accepts as chen amend "$text" --text '路灯早一点亮' --reason '写错'
finds "$rule" "$of_text"
accepts as chen amend "$home" --unit '3号楼503' --reason '写错'
finds "$rule" "$of_home"
accepts as ma redact "$redacted" --field text --text '路灯早一点亮' --reason '不该写'
# Words that were put in the place of others say nothing.
has_none "$of_redacted"
finds_no "$rule" "$of_redacted"
accepts as ma amend "$time" --opened-at '2026-11-24 08:59:59' --reason '写错'
finds_no "$rule" "$of_time"
exits 0 huiyin resident erase --unit 3-504 --name '张伟' --reason '本人要求'
finds_no "$rule" "$of_erased"
finds_no "$rule" "$erased"
exits 0 huiyin audit verify
