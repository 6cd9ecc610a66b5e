#!/bin/sh
# A value that cannot be read is a usage error; an unknown key is no such record.
. "$(dirname "$0")/../lib.sh"
office

rejects 2 huiyin policy set complaint.reply_within soon --reason '试行'
rejects 2 huiyin policy set complaint.reply_within 30m --reason '试行'
tells 30m
rejects 2 huiyin policy set callback.rate_min many --reason '试行'
rejects 3 huiyin policy set complaint.reply_withn 24h --reason '试行'
tells complaint.reply_within
rejects 3 huiyin policy show complaint.nothing
# A decision is made by whoever types it.
rejects 2 huiyin policy set complaint.reply_within 12h --reason '试行' --by tao
