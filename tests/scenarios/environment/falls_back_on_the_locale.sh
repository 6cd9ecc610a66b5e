#!/bin/sh
# Before there is an office, the locale decides; an office in English speaks English.
. "$(dirname "$0")/../lib.sh"

export LC_ALL=zh_CN.UTF-8
exits 1 huiyin complaint list
tells '没有'
export LC_ALL=en_US.UTF-8
exits 1 huiyin complaint list
tells 'no store'

clock '2026-11-23 08:00:00'
exits 0 huiyin init --office 'Scholars Court' --language en --timezone Asia/Shanghai
export LC_ALL=zh_CN.UTF-8
rejects 3 huiyin complaint show ts-1
never_tells '没有'
# What could not be run, and what was only asked about, in the same language.
rejects 2 huiyin complaint add --channel fax --text x
tells 'cannot be'
exits 0 huiyin complaint add --help
prints 'record a complaint'
