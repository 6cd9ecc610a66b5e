#!/bin/sh
# libxlsxwriter has another file name in each release of Debian. The one at hand is taken, whichever the
# program was built on; where none can be opened, it says what to install.
. "$(dirname "$0")/../lib.sh"
at_hand=$(find /usr/lib /usr/local/lib -name 'libxlsxwriter.so.[0-9]*' 2>/dev/null | head -n 1)
[ -n "$at_hand" ] || fail 'libxlsxwriter' 'not installed'
office
a_complaint
mkdir "$scratch/libraries"
# looked_for_among FILE…: the linker finds these first, and none of them is a library
looked_for_among() {
    for _name in "$@"; do : >"$scratch/libraries/$_name"; done
    export LD_LIBRARY_PATH="$scratch/libraries"
}
sheet() { run huiyin complaint list --format xlsx --out "$scratch/list.xlsx"; }

# Another release's: the name that this one would have is not to be had.
for other in libxlsxwriter.so.4 libxlsxwriter.so.8; do
    looked_for_among libxlsxwriter.so.4 libxlsxwriter.so.8 "$(basename "$at_hand")"
    cp "$at_hand" "$scratch/libraries/$other"
    sheet
    same 'the exit' 0 "$code"
    unzip -tq "$scratch/list.xlsx" >"$scratch/zip" || fail 'a workbook' "$(cat "$scratch/zip")"
    rm "$scratch/list.xlsx"
done

looked_for_among libxlsxwriter.so.4 libxlsxwriter.so.8 "$(basename "$at_hand")"
sheet
same 'the exit' 1 "$code"
tells 'libxlsxwriter8'
tells 'libxlsxwriter4'
tells '--format csv'
[ ! -e "$scratch/list.xlsx" ] || fail 'no workbook' 'one'
