#!/bin/sh
# Partly satisfied is not satisfied, unless the office says so (clause 5.4).
. "$(dirname "$0")/../lib.sh"
office
rule=complaint.satisfied

clock '2026-11-24 10:00:00'
a_settled_complaint
accepts call_back phone partly
refuses "$rule" 5.4 as chen complaint close "$ts" --outcome '已更换阀门'

clock '2026-11-24 11:00:00'
exits 0 huiyin policy set callback.partly_closes yes --reason '试行'
a_settled_complaint
accepts call_back phone partly
accepts as chen complaint close "$ts" --outcome '已更换阀门'
a_settled_complaint
accepts call_back phone no
refuses "$rule" 5.4 as chen complaint close "$ts" --outcome '已更换阀门'
