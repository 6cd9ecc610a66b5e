#!/bin/sh
# No permission is not "no store": nobody is told to set one up where there may be one.
. "$(dirname "$0")/../lib.sh"
needs_root
office_now
chmod 0600 "$HUIYIN_DB"
chmod 0755 "$scratch"
exits 1 as_nobody complaint list --lang zh-CN
tells 没有权限
never_tells 首次使用
mkdir "$scratch/closed"
cp "$HUIYIN_DB" "$scratch/closed/office.db"
chmod 0700 "$scratch/closed"
exits 1 as_nobody complaint list --db "$scratch/closed/office.db" --lang zh-CN
tells 没有权限
exits 1 as_nobody complaint add --channel phone --text x --db "$scratch/closed/office.db" --lang zh-CN
tells 没有权限
exits 1 as_nobody complaint list --db "$scratch/none.db" --lang zh-CN
tells 没有数据文件
