#!/bin/sh
# A command that cannot be read is exit 2, and says everything that is wrong with it.
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-23 09:00:00'

rejects 2 as chen complaint add --channel fax --class 9 --people zero --at 25:00 --colour red
prints_nothing
for problem in fax 9 zero 25:00 colour --text; do tells "$problem"; done
rejects 2 as chen complaint add --channel fax --class 9 --people zero --json
json '.ok == false and .error == "usage"'
for problem in fax 9 zero; do prints "$problem"; done

rejects 2 as chen complain add
tells complaint
rejects 2 as chen complaint ad --channel letter --text '楼道灯不亮'
tells add
rejects 2 as chen complaint add --chanel letter --text '楼道灯不亮'
tells --channel
rejects 2 as chen complaint assign
rejects 2 as chen complaint assign ts-1 ts-2 --to chen
rejects 2 as chen complaint add --channel letter --text
rejects 2 as chen complaint add --channel --text '楼道灯不亮'
rejects 2 as chen complaint list --limit 0
rejects 2 as chen complaint list --limit 99999999999999999999
# What is missing needs no store to be told.
rejects 2 huiyin --db "$scratch/none.db" complaint add --text '楼道灯不亮'
