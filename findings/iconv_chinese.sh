#!/bin/sh
# No table of glibc's iconv reads what Windows and GB18030 both write, and the one called GB2312 changes names.
#
# iconv of glibc 2.36 (Debian 12):
#   the euro sign: CP936 of Windows writes it as the byte 80, GB18030 as A2 E3.
#     -f GB18030 takes A2 E3 and stops at 80; -f GBK and -f CP936 take 80 and stop at A2 E3.
#   A1 A4, the dot within foreign and minority names (欧阳·娜), and A1 AA, the dash:
#     -f GB18030 and -f GBK give U+00B7 · and U+2014 —; -f GB2312 gives U+30FB ・ and U+2015 ―.
#   So a file that was "GB2312" turns 欧阳·娜 into another name, which no search for the first one finds.
#
# Outside CI. Installs nothing.
set -eu
failed=0
# reads CHARSET OCTAL RESULT: `-` where it stops
reads() {
    # shellcheck disable=SC2059
    result=$(printf "$2" | iconv -f "$1" -t UTF-8 2>/dev/null) || result=-
    printf '%-8s %-10s %s\n' "$1" "$2" "$result"
    [ "$result" = "$3" ] || { echo "not as seen: expected $3"; failed=1; }
}
iconv --version | head -n 1
reads GB18030 '\242\343' '€'
reads GB18030 '\200' -
for charset in GBK CP936; do
    reads $charset '\200' '€'
    reads $charset '\242\343' -
done
for charset in GB18030 GBK; do
    reads $charset '\241\244' '·'
    reads $charset '\241\252' '—'
done
reads GB2312 '\241\244' '・'
reads GB2312 '\241\252' '―'
exit $failed
