#!/bin/sh
# How often a complaint may change hands is the office's to say (clause 2.2.2).
. "$(dirname "$0")/../lib.sh"
office
exits 0 huiyin policy set complaint.max_transfers 1 --reason '首办负责'
clock '2026-11-23 09:00:00'

a_complaint
accepts as chen complaint assign "$ts" --to chen
accepts as chen complaint assign "$ts" --to li --reason '属二号楼'
refuses complaint.no-buck-passing 2.2.2 as li complaint assign "$ts" --to sun --reason '须上门查看'
