#!/bin/sh
# A terminal's control characters never get in.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

escape=$(printf '\033[31m')
bell=$(printf '\007')
for words in "$escape 楼道灯不亮" "楼道灯$bell"; do
    rejects 2 as chen complaint add --channel letter --text "$words"
    rejects 2 as chen complaint add --channel letter --text '楼道灯不亮' --unit "$words"
done
