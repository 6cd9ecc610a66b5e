#!/bin/sh
# status --watch stays on the screen, is drawn anew when somebody records something, keeps nobody waiting, and
# ends with Ctrl-C. Without a terminal there is nothing to draw on.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../prompt/lib.sh"
office_now
rejects 2 as chen status --watch
tells --watch
rejects 2 as chen status --watch --json
needs_expect
on_a_terminal 'start --as chen status --watch --lang zh-CN
expect -re "本周" {} timeout { exit 97 } eof { exit 98 }
after 700
exec $env(HUIYIN) --as chen complaint add --channel phone --phone 13800008000 --text 灯 2>/dev/null
expect -re "TS-....-0001" {} timeout { exit 97 } eof { exit 98 }
after 300
send -- "\003"'
same exit 0 "$code"
prints 第一时间落实承办人
