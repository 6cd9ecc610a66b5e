#!/bin/sh
# The five taboo phrases are the regulation's own: the list grows, and never loses one of them.
. "$(dirname "$0")/../lib.sh"
office
clause='6.1–6.4, 3.4.1'

refuses policy.never-looser "$clause" huiyin policy set speech.taboo none --reason '试行'
for list in \
    '不懂,不清楚,不归我管,你打…电话或找…问' \
    '不知道,不清楚,不归我管,你打…电话或找…问' \
    '不知道,不懂,不归我管,你打…电话或找…问' \
    '不知道,不懂,不清楚,你打…电话或找…问' \
    '不知道,不懂,不清楚,不归我管' \
    '等通知'; do
    refuses policy.never-looser "$clause" huiyin policy set speech.taboo "$list" --reason '试行'
done
accepts huiyin policy set speech.taboo '等通知,不知道,不懂,不清楚,不归我管,你打…电话或找…问' --reason '增加'
accepts huiyin policy set speech.taboo '不知道,不懂,不清楚,不归我管,你打…电话或找…问' --reason '恢复'
