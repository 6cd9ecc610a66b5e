#!/bin/sh
# A clerk with a caller on the line finds what that number reported, however it was typed then and
# however it is typed now: in search, in the lists, as the contact and inside texts.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
accepts as chen complaint add --channel phone --phone '+86 138-0000-8000' --text 热水
mobile=$no
accepts as chen suggestion add --kind opinion --channel phone --phone '010-12345678' --text 路灯
landline=$no
accepts as chen complaint add --channel letter --text '请打１３８　００００　８０００找我'
inside=$no
accepts as chen complaint add --channel phone --phone 13900009000 --text 别人
for typed in 13800008000 '138 0000 8000' '+86 138-0000-8000' 8613800008000 '１３８００００８０００'; do
    shows "map(.no) == [\"$mobile\", \"$inside\"]" as chen search "$typed"
    shows "map(.no) == [\"$mobile\"]" as chen complaint list --phone "$typed"
done
for typed in 010-12345678 01012345678 '+86 10 12345678' '(010)1234 5678' '010-12345678转801'; do
    shows "map(.no) == [\"$landline\"]" as chen search "$typed"
    shows "map(.no) == [\"$landline\"]" as chen suggestion list --phone "$typed"
done
shows '. == []' as chen search 13800008001
shows '. == []' as chen complaint list --phone 13800008001
# A corrected number is found, the one it corrects no longer in lists.
accepts as chen amend "$mobile" --phone '137 0000 7000' --reason 写错
shows "map(.no) == [\"$mobile\"]" as chen complaint list --phone 13700007000
shows '. == []' as chen complaint list --phone 13800008000
# Not for who could try number after number.
for who in wu zhou "$admin"; do denies as "$who" complaint list --phone 13700007000; done
