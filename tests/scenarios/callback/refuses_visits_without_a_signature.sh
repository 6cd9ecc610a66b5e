#!/bin/sh
# Whoever is visited signs; a call needs no signature, and says that it was a call (clause 3.3.2).
. "$(dirname "$0")/../lib.sh"
office
clock '2026-11-24 10:00:00'
rule=callback.visit-signature

a_settled_complaint
refuses "$rule" 3.3.2 call_back visit yes
# A form without a name on it is not signed.
refuses "$rule" 3.3.2 call_back visit yes --form-no 0071
accepts visit_back yes --signed-as thumb --form-no 0072
shows '.method == "visit" and .signed_by == "张伟"' as chen callback show "$no"

a_settled_complaint
accepts call_back visit yes --signed-by '张小伟' --signed-as family
a_settled_complaint
accepts call_back phone yes
shows '.method == "phone" and .signed_by == null' as chen callback show "$no"

a_finished_repair
refuses "$rule" 3.3.2 check_back visit yes
accepts check_back visit yes --signed-by '张伟'
