#!/bin/sh
# Whoever has left acts no more, nor does anyone in their name.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'
accepts as li complaint add --channel letter --text '楼道灯不亮'
clock '2026-11-23 17:00:00'
exits 0 huiyin staff leave li
exits 7 as li complaint add --channel letter --text '楼道灯不亮'
shows 'length == 1' huiyin complaint list
