#!/bin/sh
# Only an administrator, or an account named as a shared desk, acts for another.
. "$(dirname "$0")/../lib.sh"
needs_root
office
clock '2026-11-23 09:00:00'
chmod 0777 "$scratch"
chmod 0666 "$HUIYIN_DB"*

# Not on the staff at all, and then a clerk of their own.
denies as_nobody complaint add --channel letter --text '楼道灯不亮'
denies as_nobody complaint add --channel letter --text '楼道灯不亮' --as chen
exits 0 huiyin staff add nobody --name '吴名' --role clerk --superior ma
accepts as_nobody complaint add --channel letter --text '楼道灯不亮'
denies as_nobody complaint add --channel letter --text '楼道灯不亮' --as chen
denies as_nobody complaint close "$no" --outcome '已修好' --as ma
exits 7 as_nobody complaint list --as chen

# A shared desk, from when it is one.
exits 0 huiyin policy set identity.shared_logins nobody --reason '前台共用电脑'
accepts as_nobody complaint add --channel letter --text '楼道灯不亮' --as chen
shows '.opened_by == "chen"' huiyin complaint show "$no"
exits 0 huiyin audit log --json
json '.[-1].os_user == "nobody" and .[-1].staff == "chen"'
# The rights are those of the one acted for.
denies as_nobody complaint add --channel letter --text '楼道灯不亮' --as wu
