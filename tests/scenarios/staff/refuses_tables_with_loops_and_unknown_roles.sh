#!/bin/sh
# All that is wrong in a table of the staff is told at once, each by its row, and nobody of it is on file (clause 7.4).
. "$(dirname "$0")/../lib.sh"
office
cat >"$scratch/staff.csv" <<'END'
login,name,role,superior
an,安,clerk,bo
bo,博,manager,cao
cao,曹,manager,bo
dong,董,dispatcher,ma
chen,陈静,clerk,ma
e,鄂,clerk,nobody-here
e,鄂二,clerk,ma
-x,错,clerk,ma
END
rejects 2 huiyin staff import "$scratch/staff.csv"
for said in '第 3 行' '第 4 行' '绕成一圈' dispatcher '第 6 行' '已有人使用' nobody-here '写了两次'; do tells "$said"; done
never_tells '第 2 行'

# A loop alone is the rule's to refuse, with its clause; so is somebody without a superior.
printf 'login,name,role,superior\nbo,博,manager,cao\ncao,曹,manager,bo\n' >"$scratch/loop.csv"
refuses staff.chain 7.4 huiyin staff import "$scratch/loop.csv"
printf 'login,name,role,superior\nan,安,clerk,\n' >"$scratch/alone.csv"
refuses staff.chain 7.4 huiyin staff import "$scratch/alone.csv"

printf 'login,name,role,superior\n' >"$scratch/empty.csv"
rejects 2 huiyin staff import "$scratch/empty.csv"
printf 'login,name,role,shoe\n' >"$scratch/column.csv"
rejects 2 huiyin staff import "$scratch/column.csv"
tells shoe
rejects 1 huiyin staff import "$scratch/none.csv"
denies as ma staff import "$scratch/loop.csv"
