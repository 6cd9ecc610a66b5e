#!/bin/sh
# Who sees 139****5678 does not get the four digits back by searching for one after the other: they find
# what they can read, the masked words, and nothing else. Who may reveal finds the number.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
for spelling in 13912345678 '139 1234 5678' '139-1234-5678' '１３９１２３４５６７８' '+86 139 1234 5678'; do
    accepts as chen complaint add --channel letter --text "请打${spelling}联系"
done
shows 'length == 5' as chen search 13912345678
for who in wu zhou "$admin"; do
    shows 'length == 5 and all(.matches[0].text == "请打139****5678联系")' as "$who" search '139****5678'
    shows 'length == 5' as "$who" search 5678
    for guess in 13912345678 1391 39123 12345 91234 '139 1' 1234; do
        shows '. == []' as "$who" search "$guess"
    done
    for digit in 0 1 2 3 4 5 6 7 8 9; do
        shows '. == []' as "$who" search "139$digit"
    done
done
