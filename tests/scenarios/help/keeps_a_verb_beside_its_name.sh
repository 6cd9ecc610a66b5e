#!/bin/sh
# In the list of all nouns a verb and its Chinese name stand on one line, and no line is wider than the page.
. "$(dirname "$0")/../lib.sh"

exits 0 huiyin --help --lang zh-CN
for pair in 'investigate 调查' 'close 办结' 'rearrange 改约' 'supplier 通知供热' 'alarm 报警' 'dispatch-order 派工单' 'seal 封签'; do
    prints "$pair"
done
exits 0 huiyin --help --lang en
prints 'add assign escalate convene investigate opinion reply settle'
