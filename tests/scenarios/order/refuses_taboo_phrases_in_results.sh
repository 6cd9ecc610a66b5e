#!/bin/sh
# What we tell a resident about the work is free of taboo phrases, too (clause 2.2.1).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 09:00:00'

a_repair
an_order
arrives
starts
refuses speech.taboo-phrase 2.2.1 as wu order finish "$pg" --result '管道不归我管'
finishes
