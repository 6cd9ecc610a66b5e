#!/bin/sh
# Judged are callbacks that follow one which left something open (clause 3.3.3b): after a satisfied one
# a call of courtesy is free, also about a grave complaint.
. "$(dirname "$0")/../lib.sh"
office
rule=callback.follow-up-method
clock '2026-11-24 10:00:00'

a_settled_complaint --class 3
accepts call_back phone yes
accepts call_back phone yes
accepts call_back phone no
refuses "$rule" 3.3.3b call_back phone yes
accepts visit_back partly
refuses "$rule" 3.3.3b call_back phone yes
accepts visit_back yes
accepts call_back phone yes
shows '.ordinal == 6' huiyin callback show "$no"
# A letter never calls a complaint back.
refuses callback.kind-of-method 3.2.2 call_back letter yes

# Partly satisfied is left open unless the office says that it closes.
a_settled_complaint
accepts call_back phone partly
refuses "$rule" 3.3.3b call_back phone yes
clock '2026-11-24 10:00:01'
accepts huiyin policy set callback.partly_closes yes --reason '试行'
# By the policy in force when it was called back about.
refuses "$rule" 3.3.3b call_back phone yes
a_settled_complaint
accepts call_back phone partly
accepts call_back phone yes
