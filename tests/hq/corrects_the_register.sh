# The register is corrected by the commands that it prints: a mistyped id, another store under a known name, a bundle
# of a known key and another store.
. "$(dirname "$0")/lib.sh"

office
keys_made
server_begins
exits 0 huiyin hq init
clock '2026-11-23 09:00:00'
accepts as chen complaint add --channel letter --text 一
hands_in "$scratch/one"
wrong=00112233445566778899aabbccddeeff

# The handbook's own line cannot be registered by mistake.
exits 2 huiyin hq office add 学府苑 --public-key "$scratch/office.pem.pub" --store 编号
tells 'huiyin bundle --out'
exits 2 huiyin hq office add 学府苑 --public-key "$scratch/office.pem.pub"
tells 'huiyin bundle --out 上报.huiyin --key-file'

# A mistyped id: told by the key, and corrected, while nothing was taken.
exits 0 huiyin hq office add 学府苑 --public-key "$scratch/office.pem.pub" --store "$wrong"
exits 3 huiyin hq ingest "$scratch/one"
tells '「学府苑」的密钥'
tells "huiyin hq office change 学府苑 --store $(store_id)"
exits 4 huiyin hq office add 学府苑 --public-key "$scratch/office.pem.pub" --store "$(store_id)"
tells "huiyin hq office change 学府苑 --store $(store_id)"
exits 2 huiyin hq office change 学府苑 --store 编号 --reason 写错
exits 0 huiyin hq office change 学府苑 --store "$(store_id)" --reason 编号写错
takes "$scratch/one"
json '.[0].result == "taken"'
shows ".[0] | .store == \"$(store_id)\" and .changes[-1].what == \"store\" and .changes[-1].old == \"$wrong\"" huiyin hq office list
exits 0 huiyin hq office change 学府苑 --store "$(store_id)" --reason 再说一遍
exits 4 huiyin hq office change 学府苑 --store "$wrong" --reason 再改
tells 'huiyin hq office change 学府苑 --new-name'
same_as_office 学府苑

# Another store under a known name: ask first, then rename. One that is registered is nobody else's.
exits 4 huiyin hq office add 学府苑 --public-key "$scratch/office.pem.pub" --store "$wrong"
tells 先问那个办公室
tells 'huiyin hq office change 学府苑 --new-name'
exits 0 huiyin hq office add 二处 --public-key "$scratch/hq.pem.pub" --store "$wrong"
exits 4 huiyin hq office change 二处 --store "$(store_id)" --reason 错
tells '「学府苑」'
# Begun anew with the key of before: told whose key it is.
HUIYIN_DB=$scratch/anew/office.db
exits 0 huiyin init --office 学府苑
exits 0 huiyin bundle --out "$scratch/anew.huiyin" --key-file "$scratch/office.pem"
exits 3 huiyin hq ingest "$scratch/anew.huiyin"
tells '「学府苑」的密钥'
tells 重建
# A name with a blank in it is told as it is typed.
exits 0 huiyin hq office change 二处 --new-name '二 处' --reason 试
exits 4 huiyin hq office add '二 处' --public-key "$scratch/office.pem.pub" --store "$wrong"
tells "huiyin hq office change '二 处' --public-key"
