#!/bin/sh
# A week that is filed again because something was recorded late says what changed, on the screen and in the
# report; a third time it says the same and files nothing (clause 5.5).
. "$(dirname "$0")/../lib.sh"
clock '2026-11-16 09:00:00'
office
a_complaint --category 噪声
clock '2026-11-23 00:05:00'
accepts_filing() { exits 0 as ma report weekly "$@"; }
accepts_filing
tells '已归档:2026-W47 第 1 版'
never_tells '→'
clock '2026-11-23 10:00:00'
a_complaint --category 噪声 --at '2026-11-20 10:00:00' --late-reason '值班时没有登记'
accepts_filing
tells '已归档:2026-W47 第 2 版'
tells '受理投诉:1 → 2'
tells '投诉类别 噪声:1 → 2'
prints '与上一版不同之处'
clock '2026-11-23 10:05:00'
shows '.edition == 2 and (.changes | any(.figure == "受理投诉" and .from == "1" and .to == "2"))' \
    as ma report weekly
run as ma report weekly
tells '此前已归档,数字未变'
prints '与上一版不同之处'
