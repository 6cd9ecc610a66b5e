#!/bin/sh
# Whatever is registered, who it is and how to reach them is asked in one order; what goes to another place is told at once.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/lib.sh"
needs_expect
office_now
on_a_terminal 'start --as chen repair add --channel phone --category plumbing
ask "\\-\\-内容.*> " "水龙头漏水\r"
ask "\\-\\-姓名.*> " "13600006000\r"
ask "像是电话.*> " "王芳\r"
ask "\\-\\-电话.*> " "2-301\r"
ask "像是房号.*> " "13600006000\r"
ask "\\-\\-房号.*> " "2-301\r"'
same exit 0 "$code"
shows '.unit == "2-301" and .category == "plumbing" and .phone == "136****6000"' huiyin repair show bx-1
rejects 2 as chen complaint add --channel phone --text 吵 --from 13600006000
tells '--phone'
